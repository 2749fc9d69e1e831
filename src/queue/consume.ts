/**
 * Takes jobs from a queue until it is told to stop. The work itself is done in another process, so that the lock of a job
 * is kept up whatever its documents do, and a document that ends that process ends nothing else.
 */
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { inside } from '../batch/inside.ts';
import { shardName } from '../batch/shard.ts';
import { EXIT } from '../failure.ts';
import { checkJob, folderOf, halve, jobOf, unpack } from './job.ts';
import { buryWith, runPart, type Task, type Worked } from './part.ts';
import { Crash, WorkProcess } from './process.ts';
import { openQueues, type Place, type Queues } from './redis.ts';
import type { JobData } from './schema.ts';

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
  /** @param part as `2/8` */
  done(part: string, worked: Worked): void;
  /** An attempt did not succeed; so many are left. */
  failed(part: string, reason: string, left: number): void;
  /** Something was wrong with the server, or with the way to it. */
  trouble(reason: string): void;
}

const MAX_CRASHES = 3;

/** Milliseconds between two looks at the queue. */
const POLL_INTERVAL = 250;

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
        const left = error instanceof UnrecoverableError ? 0 : job.opts.attempts! - job.attemptsMade - 1;
        events.failed(nameOf(job), (error as Error).message, left);
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

/** The part of the run that the job is; of what is no job of ours the server's own name for it. */
export function nameOf({ data, id }: Pick<Job, 'data' | 'id'>): string {
  try {
    return shardName(checkJob(data).shard)!;
  } catch {
    return `${id}`;
  }
}

async function doJob(
  job: Job<JobData, Worked | null>,
  queues: Queues,
  program: WorkProcess,
  { out, inputs, threads, timeout, maxMemory, crashes: limit = MAX_CRASHES, giveUp }: ConsumeOptions,
  events: Events,
): Promise<Worked | null> {
  const data = checkedOf(job);
  const task: Task = { job: data, out, inputs, threads, timeout, maxMemory };
  const before = crashesOf(job);
  if (before >= limit) return isolate(task, queues, 'with its consumer', before);
  try {
    const worked = await program.do(task);
    events.done(shardName(data.shard)!, worked);
    return worked;
  } catch (error) {
    if (!(error instanceof Crash) || giveUp.aborted) throw error;
    if (before + 1 >= limit) return isolate(task, queues, error.message, before + 1);
    await job.updateProgress({ crashes: crashesNoted(job) + 1 });
    throw new Error(`the process that worked on it ended (${error.message})`);
  }
}

interface Progress {
  readonly crashes?: number;
}

/** How often a process ended in the middle of the job: that of the documents, or the consumer with it. */
const crashesOf = (job: Job): number => crashesNoted(job) + (job.stalledCounter || 0);

function crashesNoted({ progress }: Job): number {
  const { crashes } = (progress ?? {}) as Progress;
  return Number.isInteger(crashes) ? crashes! : 0;
}

/** No attempt makes a job of what is none. */
function checkedOf({ data }: Job<unknown>): JobData {
  try {
    const job = checkJob(data);
    unpack(job.documents);
    return job;
  } catch (error) {
    throw new UnrecoverableError((error as Error).message);
  }
}

/** Halves the job; a document that is alone goes to the dead letters, and its part says that it failed. */
async function isolate(task: Task, { jobs, dead }: Queues, how: string, crashes: number): Promise<Worked | null> {
  const [document, ...others] = unpack(task.job.documents);
  if (document === undefined) throw new UnrecoverableError('is a job without documents');
  if (others.length > 0) {
    await jobs.addBulk(halve(task.job).map(jobOf));
    rmSync(inside(task.out, folderOf(task.job.shard)), { recursive: true, force: true });
    return null;
  }
  const { place, id, at } = document;
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
    await setTimeout(POLL_INTERVAL, undefined, { signal }).catch(() => {});
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
}
