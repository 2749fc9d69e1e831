/**
 * Worker threads with limits. A document that takes too long or too much memory ends its worker, is recorded, and a new
 * worker takes over; those that shared its task are done again.
 */
import { Piscina } from 'piscina';
import type { Document } from './documents.ts';
import { type Done, tookTooLong, type WorkOptions } from './done.ts';
import type { Task } from './worker.ts';

export interface Limits {
  /** Milliseconds that one document may take. */
  readonly timeout: number;
  /** Bytes of memory for the objects of one worker. */
  readonly maxMemory: number;
}

export interface Runner {
  /** @returns what became of each document, in their order */
  run(documents: readonly Document[]): Promise<Done[]>;
  close(): Promise<void>;
}

/** Compiled, because Node 20 starts no thread from TypeScript. */
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * @param threads how many documents are under way at once
 * @param worker the module whose default function does a `Task`
 */
export function workerPool(threads: number, options: WorkOptions, limits: Limits, worker: URL = WORKER): Runner {
  const pool = new Piscina({
    filename: worker.href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(1, Math.round(limits.maxMemory / 2 ** 20)) },
  });
  // A worker that ends between two tasks takes nothing with it.
  pool.on('error', () => {});

  /** Ends the task's worker when a document has been under way for too long. */
  async function attempt(documents: readonly Document[]): Promise<Done[] | Broken> {
    const watch = new BigInt64Array(new SharedArrayBuffer(16));
    const controller = new AbortController();
    const look = () => {
      const since = Atomics.load(watch, 1);
      const left = since === 0n ? limits.timeout : limits.timeout - Number(process.hrtime.bigint() - since) / 1e6;
      if (left <= 0) controller.abort();
      else timer = setTimeout(look, Math.ceil(left));
    };
    let timer = setTimeout(look, limits.timeout);
    try {
      const task: Task = { documents, options, watch };
      return await pool.run(task, { signal: controller.signal });
    } catch (error) {
      const at = Number(Atomics.load(watch, 0));
      return { at, reason: controller.signal.aborted ? tookTooLong(limits.timeout) : null, error };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Those before and after the one that ended the worker are done again without it. */
  async function run(documents: readonly Document[]): Promise<Done[]> {
    if (documents.length === 0) return [];
    const result = await attempt(documents);
    if (Array.isArray(result)) return result;
    const { at } = result;
    const alone = documents.length === 1;
    // Memory is shared by the task's documents: which of them is to blame shows when each is alone.
    const failed = result.reason ?? (alone ? describe(result.error as NodeJS.ErrnoException, limits) : null);
    return [
      ...(await run(documents.slice(0, at))),
      ...(failed === null ? await run(documents.slice(at, at + 1)) : [failure(failed, limits)]),
      ...(await run(documents.slice(at + 1))),
    ];
  }

  return { run, close: () => pool.destroy() };
}

interface Broken {
  readonly at: number;
  readonly reason: string | null;
  readonly error: unknown;
}

const failure = (reason: string, { timeout }: Limits): Done => ({
  status: 'failed',
  reason,
  empty: false,
  stopped: true,
  sha256: null,
  milliseconds: timeout,
});

function describe({ code, message }: NodeJS.ErrnoException, { maxMemory }: Limits): string {
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `needed more than ${Math.round(maxMemory / 1e6)} MB of memory and was stopped; --max-memory allows more`;
  }
  return `ended its worker (${message}); this is a bug of accordingto, please report it with the article`;
}
