/** Requests and the worker threads that do them: a bounded number waits, and what ends a worker ends one request. */
import PQueue from 'p-queue';
import { type Broken, startThreads } from '../batch/threads.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { Problem } from './problem.ts';
import type { Answer, Task } from './task.ts';

export type Work = Omit<Task, 'watch'>;

export interface Workers {
  /**
   * @param work what to do
   * @param signal takes it out of those that wait; what is under way is finished
   * @param patient true where the caller itself bounds how much it asks for at once
   * @throws Problem where too many wait, or its worker was stopped
   */
  run(work: Work, signal: AbortSignal, patient?: boolean): Promise<Answer>;
  /** True from the moment when a worker has done an article. */
  readonly ready: boolean;
  /** Ends when that is so. */
  readonly warm: Promise<void>;
  readonly waiting: number;
  readonly underWay: number;
  readonly size: number;
  close(): Promise<void>;
}

/** Compiled, because Node 20 starts no thread from TypeScript. */
const WORKER = new URL('./worker.js', import.meta.url);

/** Seconds that a client is asked to wait, at most. */
const MAX_RETRY_SECONDS = 60;

/** The first thing a worker does, so that no request waits for models. */
const WARM_UP: Work = {
  bytes: new TextEncoder().encode('Rain fell, she said.'),
  charset: null,
  input: { path: '-', source: '-', id: 'warm-up' },
  options: { includeText: false, formats: ['json'], folder: false, from: 'txt', anyLanguage: true },
  explain: null,
  corroborate: false,
  most: 1,
};

/**
 * Starts the threads that read articles; each reads one before the service is ready.
 *
 * @param limits how many threads, how many pieces of work may wait, and what one may take
 */
export function startWorkers(limits: Limits, metrics: Metrics): Workers {
  const { workers, maxWaiting, timeoutSeconds, maxMemoryBytes } = limits;
  const threads = startThreads(workers, { timeout: timeoutSeconds * 1000, maxMemory: maxMemoryBytes }, WORKER);
  const queue = new PQueue({ concurrency: workers });
  /** Milliseconds of one piece of work: a running mean. */
  let mean = 50;
  let ready = false;

  async function attempt(work: Work): Promise<Answer> {
    const started = performance.now();
    let result = await threads.attempt<Answer>(work);
    // It may have waited for a worker that another request ended.
    if ('broken' in result && !result.broken.begun) result = await threads.attempt<Answer>(work);
    mean += (performance.now() - started - mean) / 20;
    if ('answer' in result) return result.answer;
    threads.giveUp(result.broken.error);
    throw stopped(result.broken, limits, metrics);
  }

  const warm = attempt(WARM_UP).then(() => {
    ready = true;
  });

  return {
    async run(work, signal, patient = false) {
      if (!patient && queue.size >= maxWaiting) {
        const seconds = Math.ceil(((queue.size + queue.pending) * mean) / workers / 1000);
        const detail = `${queue.size} requests wait for a worker, as many as may; try again later.`;
        throw new Problem(
          'busy',
          detail,
          { limit: maxWaiting, actual: queue.size, unit: 'requests' },
          { 'retry-after': String(Math.max(1, Math.min(MAX_RETRY_SECONDS, seconds))) },
        );
      }
      return queue.add(() => attempt(work), { signal, priority: patient ? 0 : 1 });
    },
    get ready() {
      return ready;
    },
    warm,
    get waiting() {
      return queue.size;
    },
    get underWay() {
      return queue.pending;
    },
    get size() {
      return threads.size;
    },
    close: () => threads.close(),
  };
}

/** The problem of a request whose article ended its worker; counts it. */
function stopped({ late, error }: Broken, { timeoutSeconds, maxMemoryBytes }: Limits, metrics: Metrics): Problem {
  const memory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  metrics.stopped(late ? 'time' : memory ? 'memory' : 'fault');
  if (late) {
    const detail = `The article took longer than ${timeoutSeconds} s, and its worker was stopped.`;
    return new Problem('worker-stopped', detail, { limit: timeoutSeconds, unit: 'seconds' });
  }
  if (memory) {
    const detail = `The article needed more than ${Math.round(maxMemoryBytes / 1e6)} MB of memory, and its worker was stopped.`;
    return new Problem('worker-stopped', detail, { limit: maxMemoryBytes, unit: 'bytes' });
  }
  return new Problem('failed', 'The article ended its worker; please report it with the article.');
}
