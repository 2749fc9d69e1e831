/**
 * The process beside the consumer that does its jobs, one after the other, in threads that stay. It ends when the
 * consumer does, and leaves signals to it.
 */

import { type Runner, workerPool } from '../batch/pool.ts';
import type { WorkOptions } from '../batch/result.ts';
import type { Limits } from '../batch/threads.ts';
import { runPart, type Task, type Worked } from './part.ts';

/** What the consumer gets for a task. */
export type Answer = { readonly done: Worked } | { readonly failed: string };

let pool: { readonly key: string; readonly runner: Runner } | null = null;

/** The threads, new ones where something else is asked for. */
async function poolFor({ job, threads, timeout, maxMemory }: Task): Promise<Runner> {
  const options: WorkOptions = { ...job.asked, folder: true };
  const limits: Limits = { timeout, maxMemory };
  const key = JSON.stringify([threads, options, limits]);
  if (pool?.key === key) return pool.runner;
  await pool?.runner.close();
  pool = { key, runner: workerPool(threads, options, limits) };
  return pool.runner;
}

async function answer(task: Task): Promise<Answer> {
  try {
    return { done: await runPart(task, await poolFor(task)) };
  } catch (error) {
    return { failed: (error as Error).message };
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('message', async (task: Task) => process.send!(await answer(task)));
