/**
 * Takes jobs from a queue until it is told to stop. The work itself is done in another process, so that the lock of a job
 * is kept up whatever its documents do, and a document that ends that process ends nothing else.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Job, WaitingError, Worker } from 'bullmq';
import type { Shard } from '../batch/shard.ts';
import { EXIT } from '../cli/failure.ts';
import { folderOf, halve, type JobData, jobOf, unpack } from './job.ts';
import { buryWith, runPart, type Task, type Worked } from './part.ts';
import { Crash, WorkProcess } from './process.ts';
import { openQueues, type Place, type Queues } from './redis.ts';

export interface ConsumeOptions extends Omit<Task, 'job'> {
  /** Milliseconds after which the job of a consumer that has gone silent is given to another. */
  readonly lease: number;
  /** Ends when no job is waiting or under way anywhere. */
  readonly untilEmpty: boolean;
  /** Ends the consumer after the job under way. */
  readonly signal: AbortSignal;
  /** Gives the job under way back at once. */
  readonly giveUp: AbortSignal;
  /** So many processes may end in the middle of a job before it is halved. */
  readonly crashes?: number;
  /** What runs in the other process; see `WorkProcess`. */
  readonly program?: URL;
}

/** What a consumer says while it works. */
export interface Events {
  done(shard: Shard, worked: Worked): void;
  /** An attempt did not succeed; so many are left. */
  failed(shard: Shard, reason: string, left: number): void;
  /** Something was wrong with the server, or with the way to it. */
  trouble(reason: string): void;
}

const CRASHES = 3;

/** Milliseconds between two looks at the queue. */
const LOOK = 250;

/**
 * @returns how many jobs of the queue have no attempt left, whoever did them
 * @throws Failure where the server cannot be reached, or has gone for longer than it may
 */
export async function consume(place: Place, options: ConsumeOptions, events: Events): Promise<number> {
  const { lease, untilEmpty, signal, giveUp } = options;
  const queues = await openQueues(place, EXIT.noInput);
  const program = new WorkProcess(options.program);
  giveUp.addEventListener('abort', () => program.kill());
  const worker = new Worker<JobData, Worked | null>(
    place.name,
    async (job, token) => {
      try {
        return await doJob(job, queues, program, options, events);
      } catch (error) {
        if (giveUp.aborted) {
          await job.moveToWait(token);
          throw new WaitingError();
        }
        const left = job.opts.attempts! - job.attemptsMade - 1;
        events.failed(job.data.shard, (error as Error).message, left);
        throw error;
      }
    },
    // A consumer that dies is no reason to give up a job: crashes are counted here, and lead to halves.
    { connection: queues.connection, lockDuration: lease, stalledInterval: lease, maxStalledCount: 1e9 },
  );
  let trouble = '';
  worker.on('error', ({ message }) => {
    if (message !== trouble) events.trouble(message);
    trouble = message;
  });
  try {
    // Closed before it is ready, it would never be.
    await Promise.race([queues.lost, worker.waitUntilReady()]);
    await Promise.race([queues.lost, untilEmpty ? emptied(queues, signal) : aborted(signal)]);
    await Promise.race([queues.lost, worker.close()]);
    const failed = await Promise.race([queues.lost, queues.jobs.getFailedCount()]);
    await queues.close();
    return failed;
  } finally {
    program.close();
    void worker.close(true).catch(() => {});
  }
}

async function doJob(
  job: Job<JobData, Worked | null>,
  queues: Queues,
  program: WorkProcess,
  { out, threads, timeout, maxMemory, crashes: limit = CRASHES, giveUp }: ConsumeOptions,
  events: Events,
): Promise<Worked | null> {
  const task: Task = { job: job.data, out, threads, timeout, maxMemory };
  const before = crashesOf(job);
  if (before >= limit) return isolate(job, task, queues, 'with its consumer', before);
  try {
    const worked = await program.do(task);
    events.done(job.data.shard, worked);
    return worked;
  } catch (error) {
    if (!(error instanceof Crash) || giveUp.aborted) throw error;
    if (before + 1 >= limit) return isolate(job, task, queues, error.message, before + 1);
    await job.updateProgress({ crashes: ((job.progress as Progress).crashes ?? 0) + 1 });
    throw new Error(`the process that worked on it ended (${error.message})`);
  }
}

interface Progress {
  readonly crashes?: number;
}

/** How often a process ended in the middle of the job: that of the documents, or the consumer with it. */
const crashesOf = ({ progress, stalledCounter }: Job): number => ((progress as Progress).crashes ?? 0) + stalledCounter;

/** Halves the job; a document that is alone goes to the dead letters, and its part says that it failed. */
async function isolate(
  job: Job<JobData>,
  task: Task,
  { jobs, dead }: Queues,
  how: string,
  crashes: number,
): Promise<Worked | null> {
  const [document, ...others] = unpack(job.data.documents);
  if (others.length > 0) {
    await jobs.addBulk(halve(job.data).map(jobOf));
    rmSync(join(task.out, folderOf(job.data.shard)), { recursive: true, force: true });
    return null;
  }
  const { place, id, at } = document!;
  const times = crashes === 1 ? 'once' : `${crashes} times`;
  const reason = `ended the process that worked on it ${times} (${how}); this is a bug of accordingto, please report it with the article`;
  const worked = await runPart(task, buryWith(reason));
  await dead.add('document', { document: place, id, at, reason }, { jobId: `at-${at}` });
  return worked;
}

async function emptied({ jobs }: Queues, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const counts = await jobs.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'paused');
    if (Object.values(counts).every((count) => count === 0)) return;
    await setTimeout(LOOK, undefined, { signal }).catch(() => {});
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
}
