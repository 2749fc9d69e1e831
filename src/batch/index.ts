/**
 * Works on many articles: each is read, analysed, checked and written as text on its own, so that an error in one does
 * not affect another. Results are delivered in the order of the inputs, whatever the number of workers, and only a
 * bounded number of them is held.
 */
import PQueue from 'p-queue';
import type { Input } from '../read/index.ts';
import { type Document, type Label, listDocuments, type Selection, sizeOf } from './documents.ts';
import { hashContent } from './hash.ts';
import type { Runner } from './pool.ts';
import type { DocumentResult, WorkOptions } from './result.ts';
import { startRunner } from './runner.ts';
import type { Limits } from './threads.ts';

export interface BatchOptions extends WorkOptions, Limits, Selection {
  /** How many workers there are; small inputs need none. */
  readonly jobs: number;
  /** Ends the run after the documents that are under way. */
  readonly signal: AbortSignal;
  /** The hash of the earlier content of a document: where it is the same, the document need not be done again. */
  readonly known?: (document: Document) => string | null;
  /** Documents that were listed before, used instead of reading the inputs. */
  readonly documents?: readonly Document[];
  /** The runner to be used, which stays open at the end; without it workers are started when they pay off. */
  readonly runner?: Runner;
}

/** What became of one document. */
export interface Result {
  readonly document: Label;
  readonly done: DocumentResult;
}

/** A task has so many documents, or so much text, so that messages are few beside the work. */
const TASK_DOCUMENTS = 16;
const TASK_SIZE = 64 * 1024;

/** Milliseconds that a document waits for others to share its task with: a slow pipe must not hold it back. */
const MAX_WAIT = 50;

/** How many tasks of each worker may wait for the result of an earlier one. */
const MAX_TASKS_AHEAD = 8;

/**
 * @param inputs what to read, in order
 * @param options how to read and what to write, and how much at once
 * @param take gets every result, one after the other; the run waits for it, and ends when it throws
 */
export async function runBatch(
  inputs: readonly Input[],
  options: BatchOptions,
  take: (result: Result) => Promise<void>,
): Promise<void> {
  const { jobs, signal, known } = options;
  const own = options.runner ? null : startRunner(inputs, workOptions(options), options);
  const runner = options.runner ?? own!;
  const queue = new PQueue({ concurrency: jobs });
  let before: Promise<void> = Promise.resolve();
  let broken: { readonly error: unknown } | null = null;
  const untaken: Promise<void>[] = [];
  let task: Document[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;

  const submit = () => {
    clearTimeout(timer);
    if (task.length === 0) return;
    const documents = task;
    const named = documents.map(({ content: _, ...document }) => document);
    const previous = before;
    const running = queue.add(async () => (broken ? [] : doRest(documents, runner)));
    before = (async () => {
      const done = await running;
      await previous;
      for (const [index, each] of done.entries()) if (!broken) await take({ document: named[index]!, done: each });
    })().catch((error) => {
      broken ??= { error };
    });
    untaken.push(before);
    task = [];
    size = 0;
  };

  try {
    for await (const listed of options.documents ?? listDocuments(inputs, options, options)) {
      if (signal.aborted || broken) break;
      const document = known ? { ...listed, known: known(listed) } : listed;
      if (task.length === 0) timer = setTimeout(submit, MAX_WAIT);
      task.push(document);
      size += sizeOf(document);
      if (task.length >= TASK_DOCUMENTS || size >= TASK_SIZE || own?.here) submit();
      await queue.onSizeLessThan(1);
      if (untaken.length > jobs * MAX_TASKS_AHEAD) await untaken.shift();
    }
    if (!signal.aborted) submit();
    clearTimeout(timer);
    await before;
  } finally {
    clearTimeout(timer);
    await own?.close();
  }
  if (broken) throw (broken as { readonly error: unknown }).error;
}

/** Sends to the runner only documents whose result is not known yet. */
async function doRest(documents: readonly Document[], runner: Runner): Promise<DocumentResult[]> {
  const known = documents.map(resultWithoutWork);
  const rest = documents.filter((_, index) => known[index] === null);
  const done = rest.length === 0 ? [] : await runner.run(rest);
  return known.map((result) => result ?? done.shift()!);
}

/** The result of a document that needs no work: it could not be read, or is unchanged. */
function resultWithoutWork({ known, content }: Document): DocumentResult | null {
  if ('skipped' in content) {
    const { skipped: reason, ...rest } = content;
    return { status: 'skipped', reason, ...rest, sha256: null, milliseconds: 0 };
  }
  if ('failed' in content) {
    const { failed: reason, ...more } = content;
    return { status: 'failed', reason, ...more, sha256: null, milliseconds: 0 };
  }
  if (known == null || hashContent(content) !== known) return null;
  return { status: 'unchanged', sha256: known, milliseconds: 0 };
}

/** The options for a worker: no function can be sent to a thread. */
function workOptions(options: BatchOptions): WorkOptions {
  const { published, from, anyLanguage, captions, maxTextBytes, minConfidence, includeText, formats, folder } = options;
  const { corrections, statements } = options;
  const reading = { published, from, anyLanguage, captions, maxTextBytes, minConfidence, includeText };
  return { ...reading, corrections, statements, formats, folder };
}
