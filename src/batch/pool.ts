/**
 * Worker threads with limits. A document that takes too long or too much memory ends its worker, and a new worker takes
 * over; those that shared its task are done again. What took too long is tried once more, alone, before it is recorded: on a
 * machine that does something else, or sleeps, the clock says little.
 */
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import type { Document } from './documents.ts';
import { type Done, tookTooLong, type WorkOptions } from './done.ts';
import type { Task } from './worker.ts';

export interface Limits {
  /** Milliseconds after which a worker counts as stuck: the last resort, for what `budget.ts` does not count. */
  readonly timeout: number;
  /** Bytes of memory for the objects of one worker. */
  readonly maxMemory: number;
}

export interface Runner {
  /**
   * @param again whether a document that takes too long is tried once more; true unless said otherwise
   * @returns what became of each document, in their order
   */
  run(documents: readonly Document[], again?: boolean): Promise<Done[]>;
  close(): Promise<void>;
}

/**
 * Megabytes for the young objects of one worker. An article's objects fit into a quarter of V8's own 48, and two workers
 * then take 50 MB less, at the same speed (1,000 articles, 2026-11-26).
 */
const YOUNG = 12;

/**
 * How much a function does before V8 compiles it again, better: three times what V8 takes. Every worker compiles for
 * itself, and of what is compiled later less must be thrown away; two workers do 1,000 articles in 17.1 seconds of
 * processor time instead of 20.0 (medians of five, 2026-11-26).
 */
const PATIENCE = '--interrupt-budget=400000';
/** Other versions of V8 may not know it and would complain: Node 20 has 11, Node 24 has 13. */
const KNOWN_UP_TO = 13;

/** Compiled, because Node 20 starts no thread from TypeScript. */
const WORKER = new URL('./worker.js', import.meta.url);

/**
 * @param threads how many documents are under way at once
 * @param worker the module whose default function does a `Task`
 */
export function workerPool(threads: number, options: WorkOptions, limits: Limits, worker: URL = WORKER): Runner {
  if (Number.parseInt(process.versions.v8, 10) <= KNOWN_UP_TO) setFlagsFromString(PATIENCE);
  const pool = new Piscina({
    filename: worker.href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(1, Math.round(limits.maxMemory / 2 ** 20)),
      maxYoungGenerationSizeMb: YOUNG,
    },
  });
  /** Ends tasks that no worker would ever begin. */
  const waiting = new Set<(error: unknown) => void>();
  // Piscina starts no other worker for them after one has ended before it was ready.
  const giveUp = (error: unknown) => {
    if (pool.threads.length === 0) for (const stop of waiting) stop(error);
  };
  pool.on('error', giveUp);

  /** Ends the task's worker when a document has been under way for too long. */
  async function attempt(documents: readonly Document[]): Promise<Done[] | Broken> {
    const watch = new BigInt64Array(new SharedArrayBuffer(16));
    const controller = new AbortController();
    const lost: unknown[] = [];
    const stop = (error: unknown) => {
      if (Atomics.load(watch, 1) !== 0n) return;
      lost.push(error);
      controller.abort();
    };
    waiting.add(stop);
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
      const begun = Atomics.load(watch, 1) !== 0n;
      if (lost.length > 0) return { at, begun, reason: null, error: lost[0] };
      return { at, begun, reason: controller.signal.aborted ? tookTooLong(limits.timeout) : null, error };
    } finally {
      clearTimeout(timer);
      waiting.delete(stop);
    }
  }

  /** Ends when nobody is tried alone. */
  let alone: Promise<unknown> = Promise.resolve();

  /** Those before and after the one that ended the worker are done again without it. */
  async function run(documents: readonly Document[], again = true): Promise<Done[]> {
    if (documents.length === 0) return [];
    let result = await attempt(documents);
    // It may have waited for a worker that another task ended.
    if (!Array.isArray(result) && !result.begun) result = await attempt(documents);
    if (Array.isArray(result)) return result;
    giveUp(result.error);
    const { at } = result;
    const one = documents.slice(at, at + 1);
    const before = await run(documents.slice(0, at));
    const after = await run(documents.slice(at + 1));
    if (result.reason !== null && again) {
      const tried = alone.then(() => run(one, false));
      alone = tried;
      return [...before, ...(await tried), ...after];
    }
    // Memory is shared by the task's documents: which of them is to blame shows when each has a task of its own.
    const shared = result.reason === null && documents.length > 1;
    const failed = result.reason ?? describe(result.error as NodeJS.ErrnoException, limits);
    return [...before, ...(shared ? await run(one) : [failure(failed, limits)]), ...after];
  }

  return { run, close: () => pool.destroy() };
}

interface Broken {
  /** The index of the document that was under way. */
  readonly at: number;
  /** False where no document was. */
  readonly begun: boolean;
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
