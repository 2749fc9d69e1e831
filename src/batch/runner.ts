/** Chooses where documents are worked on: small texts in this thread, all others in workers, under limits. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { formatOf } from '../read/format.ts';
import type { Input } from '../read/index.ts';
import { FOR_FEW, setCompilation } from './compilation.ts';
import { type Document, sizeOf } from './documents.ts';
import type { Runner } from './pool.ts';
import type { DocumentResult, WorkOptions } from './result.ts';
import type { Limits } from './threads.ts';

/** Texts of at most so many bytes in all are done in this thread before a worker has started. */
const MAX_BYTES_WITHOUT_WORKER = 64 * 1024;

/** A lower limit of memory needs a worker, in bytes: only a worker can be held to it. No small text needs so much. */
const MIN_MEMORY = 256e6;

/** A runner that starts workers only when they pay off. */
export interface OwnRunner extends Runner {
  /** True as long as it does documents in this thread, one after the other. */
  readonly here: boolean;
}

/** Does small texts here, so that they need not wait for a worker; then all in workers. */
export function startRunner(
  inputs: readonly Input[],
  asked: WorkOptions,
  { jobs, timeout, maxMemory }: Limits & { readonly jobs: number },
): OwnRunner {
  let here = maxMemory >= MIN_MEMORY && !haveMore(inputs, MAX_BYTES_WITHOUT_WORKER);
  let size = 0;
  let pool: Promise<Runner> | undefined;
  let loaded: Promise<typeof import('./work.ts').work> | undefined;
  const workers = (): Promise<Runner> => {
    pool ??= import('./pool.ts').then(({ workerPool }) => workerPool(jobs, asked, { timeout, maxMemory }));
    return pool;
  };
  const doHere = async (document: Document): Promise<DocumentResult> => {
    if (loaded === undefined) setCompilation(FOR_FEW);
    loaded ??= import('./work.ts').then(({ work, warmUp }) => {
      warmUp();
      return work;
    });
    // Signals and timers have their turn between two documents.
    await setImmediate();
    const done = await (await loaded)(document, asked, timeout);
    // What was stopped in the middle may leave a table of the pipeline half written: nothing follows it here.
    if (done.status === 'failed' && done.stopped) here = false;
    return done;
  };
  return {
    get here() {
      return here;
    },
    async run(documents) {
      const done: DocumentResult[] = [];
      for (const [index, document] of documents.entries()) {
        size += sizeOf(document);
        if (here && (size > MAX_BYTES_WITHOUT_WORKER || !isText(document, asked))) here = false;
        if (!here) {
          return [...done, ...(await (await workers()).run(documents.slice(index)))];
        }
        const first = await doHere(document);
        // In a worker it is tried once more.
        if (here) done.push(first);
        else done.push(...(await (await workers()).run([document], false)));
      }
      return done;
    },
    close: async () => (await pool)?.close(),
  };
}

/** True for a text that is read at once and is as large as it looks: no page, nothing packed. */
function isText({ content }: Document, { from }: WorkOptions): boolean {
  if ('pending' in content) return content.pending.format === 'txt' || content.pending.format === 'md';
  if (!('file' in content)) return true;
  const { path } = content.file;
  return (from ?? formatOf(path)) !== 'html' && !isPacked(path);
}

/** Also true of a pipe, which can be read only once. */
function isPacked(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return true;
    const start = Buffer.alloc(2);
    const file = openSync(path, 'r');
    readSync(file, start);
    closeSync(file);
    return start[0] === 0x1f && start[1] === 0x8b;
  } catch {
    // Whoever reads it says why it cannot be read.
    return false;
  }
}

/** True where the inputs are known to have more bytes than that, or are more files than one would ask about. */
function haveMore(inputs: readonly Input[], bytes: number): boolean {
  if (inputs.length > 32) return true;
  let sum = 0;
  for (const { path } of inputs) sum += path === '-' ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return sum > bytes;
}
