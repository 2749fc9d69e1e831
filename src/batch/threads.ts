/**
 * Worker threads with limits: a task that takes too long or too much memory ends its worker, and a new worker replaces
 * it. What happens to the task then is decided by the caller.
 */
import { Piscina } from 'piscina';
import { shareModels } from '../syntax/models.ts';
import { FOR_MANY, setCompilation } from './compilation.ts';

export interface Limits {
  /** Milliseconds after which a worker counts as stuck: the last resort, for what `budget.ts` does not count. */
  readonly timeout: number;
  /** Bytes of memory for the objects of one worker. */
  readonly maxMemory: number;
}

/** What every task holds besides its own data. */
export interface Watched {
  /**
   * Shared memory with the waiting thread: the index of the document that is being done, and since when, on
   * `process.hrtime`.
   */
  readonly watch: BigInt64Array;
}

/** What ended the worker of a task. */
export interface Broken {
  /** The index of the document that was being done. */
  readonly at: number;
  /** False where none had been begun. */
  readonly begun: boolean;
  /** True where it took longer than it may. */
  readonly late: boolean;
  readonly error: unknown;
}

export interface Threads {
  /** Runs a task; ends its worker when one of its documents takes too long. */
  attempt<Answer>(task: object): Promise<{ readonly answer: Answer } | { readonly broken: Broken }>;
  /** Ends tasks that would never begin because no worker is left. */
  giveUp(error: unknown): void;
  /** How many workers there are. */
  readonly size: number;
  close(): Promise<void>;
}

/**
 * Megabytes for the young objects of one worker. An article's objects fit into an eighth of V8's own 48: with a quarter two
 * workers take 50 MB less, with an eighth 6 more, at the same speed (2026-11-26 and 30).
 */
const YOUNG = 6;

/**
 * @param count how many tasks are under way at once
 * @param worker the module whose default function does a task
 */
export function startThreads(count: number, limits: Limits, worker: URL): Threads {
  setCompilation(FOR_MANY);
  shareModels();
  const pool = new Piscina({
    filename: worker.href,
    minThreads: 1,
    maxThreads: count,
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

  async function attempt<Answer>(task: object): Promise<{ readonly answer: Answer } | { readonly broken: Broken }> {
    const watch = new BigInt64Array(new SharedArrayBuffer(16));
    const controller = new AbortController();
    const lost: unknown[] = [];
    const stop = (error: unknown) => {
      if (Atomics.load(watch, 1) !== 0n) return;
      lost.push(error);
      controller.abort();
    };
    waiting.add(stop);
    const checkTime = () => {
      const since = Atomics.load(watch, 1);
      const left = since === 0n ? limits.timeout : limits.timeout - Number(process.hrtime.bigint() - since) / 1e6;
      if (left <= 0) controller.abort();
      else timer = setTimeout(checkTime, Math.ceil(left));
    };
    let timer = setTimeout(checkTime, limits.timeout);
    try {
      return { answer: await pool.run({ ...task, watch } satisfies Watched, { signal: controller.signal }) };
    } catch (error) {
      const at = Number(Atomics.load(watch, 0));
      const begun = Atomics.load(watch, 1) !== 0n;
      if (lost.length > 0) return { broken: { at, begun, late: false, error: lost[0] } };
      return { broken: { at, begun, late: controller.signal.aborted, error } };
    } finally {
      clearTimeout(timer);
      waiting.delete(stop);
    }
  }

  return {
    attempt,
    giveUp,
    get size() {
      return pool.threads.length;
    },
    close: () => pool.destroy(),
  };
}
