/** How far the jobs of a queue are, and what was given up. */
import type { Job, Queue } from 'bullmq';
import { nameOf } from './consume.ts';
import { openQueues, type Place } from './redis.ts';
import type { DeadLetter, JobData } from './schema.ts';
import { deadLetter } from './schema.ts';

export interface QueueStatus {
  readonly queue: string;
  /** How many jobs there are of each kind; `delayed` are those that wait for another attempt. */
  readonly jobs: {
    readonly waiting: number;
    readonly delayed: number;
    readonly active: number;
    readonly done: number;
    readonly failed: number;
  };
  /** Jobs that have no attempt left. */
  readonly failures: readonly { readonly part: string; readonly reason: string }[];
  /** In the order of the run. */
  readonly deadLetters: readonly DeadLetter[];
}

/** So many jobs are read at once. */
const PAGE_SIZE = 500;

/** @throws Failure where the server cannot be reached */
export async function queueStatus(place: Place): Promise<QueueStatus> {
  const queues = await openQueues(place);
  try {
    const counts = await queues.jobs.getJobCounts();
    const count = (...names: string[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
    const failures: QueueStatus['failures'][number][] = [];
    for await (const job of jobsOf<JobData>(queues.jobs, 'failed')) {
      failures.push({ part: nameOf(job), reason: `${job.failedReason}` });
    }
    const deadLetters: DeadLetter[] = [];
    for await (const { data } of jobsOf<DeadLetter>(queues.dead, 'waiting')) {
      const letter = deadLetter.safeParse(data).data;
      if (letter !== undefined) deadLetters.push(letter);
    }
    return {
      queue: place.name,
      jobs: {
        waiting: count('waiting', 'paused', 'prioritized'),
        delayed: count('delayed'),
        active: count('active'),
        done: count('completed'),
        failed: count('failed'),
      },
      failures,
      deadLetters: deadLetters.sort((a, b) => a.at - b.at),
    };
  } finally {
    await queues.close().catch(() => {});
  }
}

/** Gives the jobs that have no attempt left new ones. @returns how many there were */
export async function retryFailed(place: Place): Promise<number> {
  const queues = await openQueues(place);
  try {
    let retried = 0;
    for (;;) {
      const jobs = await queues.jobs.getJobs('failed', 0, PAGE_SIZE - 1);
      if (jobs.length === 0) return retried;
      for (const job of jobs) await job.retry('failed', { resetAttemptsMade: true });
      retried += jobs.length;
    }
  } finally {
    await queues.close().catch(() => {});
  }
}

/** Takes away all jobs and dead letters, also those under way. */
export async function clearQueue(place: Place): Promise<void> {
  const queues = await openQueues(place);
  try {
    for (const queue of [queues.jobs, queues.dead]) await queue.obliterate({ force: true });
  } finally {
    await queues.close().catch(() => {});
  }
}

async function* jobsOf<Data>(queue: Queue<Data>, state: 'failed' | 'waiting'): AsyncGenerator<Job<Data>> {
  for (let start = 0; ; start += PAGE_SIZE) {
    const jobs = await queue.getJobs(state, start, start + PAGE_SIZE - 1, true);
    yield* jobs as Job<Data>[];
    if (jobs.length < PAGE_SIZE) return;
  }
}
