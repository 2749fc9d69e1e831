/**
 * Distributes documents to worker threads. Where one of a task ends its worker, the others are done again. A document
 * that takes too long is tried once more, alone, before that is recorded: on a machine that is busy, or sleeps, the
 * clock says little.
 */
import type { Document } from './documents.ts';
import { type DocumentResult, type Stopped, tookTooLong, type WorkOptions } from './result.ts';
import { type Broken, type Limits, startThreads } from './threads.ts';
import type { Task } from './worker.ts';

export interface Runner {
  /**
   * @param again whether a document that takes too long is tried once more; true unless said otherwise
   * @returns what became of each document, in their order
   */
  run(documents: readonly Document[], again?: boolean): Promise<DocumentResult[]>;
  close(): Promise<void>;
}

/** Compiled, because Node 20 starts no thread from TypeScript. */
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * @param threads how many documents are under way at once
 * @param worker the module whose default function does a `Task`
 */
export function workerPool(threads: number, options: WorkOptions, limits: Limits, worker: URL = WORKER): Runner {
  const pool = startThreads(threads, limits, worker);
  const attempt = (documents: readonly Document[]) =>
    pool.attempt<DocumentResult[]>({ documents, options } satisfies Omit<Task, 'watch'>);

  /** Resolves when no document is being tried alone. */
  let alone: Promise<unknown> = Promise.resolve();

  /** Does a task; where one document ends the worker, those before and after it are done again without it. */
  async function run(documents: readonly Document[], again = true): Promise<DocumentResult[]> {
    if (documents.length === 0) return [];
    let result = await attempt(documents);
    // It may have waited for a worker that another task ended.
    if ('broken' in result && !result.broken.begun) result = await attempt(documents);
    if ('answer' in result) return result.answer;
    const { broken } = result;
    pool.giveUp(broken.error);
    const { at } = broken;
    const one = documents.slice(at, at + 1);
    const before = await run(documents.slice(0, at));
    const after = await run(documents.slice(at + 1));
    if (broken.late && again) {
      const tried = alone.then(() => run(one, false));
      alone = tried;
      return [...before, ...(await tried), ...after];
    }
    // Memory is shared by the task's documents: which of them is to blame shows when each has a task of its own.
    const shared = !broken.late && documents.length > 1;
    return [...before, ...(shared ? await run(one) : [failure(broken, limits)]), ...after];
  }

  return { run, close: () => pool.close() };
}

function failure(broken: Broken, limits: Limits): DocumentResult {
  const { timeout } = limits;
  const { reason, stopped } = whatBroke(broken, limits);
  return { status: 'failed', reason, empty: false, stopped, sha256: null, milliseconds: timeout };
}

/** @returns what ended a worker, in words and for programs */
function whatBroke(
  { late, error }: Broken,
  { timeout, maxMemory }: Limits,
): { readonly reason: string; readonly stopped: Stopped } {
  if (late) return { reason: tookTooLong(timeout), stopped: 'time' };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const reason = `needed more than ${Math.round(maxMemory / 1e6)} MB of memory and was stopped; --max-memory allows more`;
    return { reason, stopped: 'memory' };
  }
  const reason = `ended its worker (${message}); this is a bug of accordingto, please report it with the article`;
  return { reason, stopped: 'fault' };
}
