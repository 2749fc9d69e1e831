/**
 * Many articles: each is read, analysed, checked and written as text on its own, so that what goes wrong with one stays
 * with it. Results are handed over in the order of the inputs, whatever the number of workers, and only a bounded
 * number of them is held.
 */
import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Input } from '../read/index.ts';
import { type Document, listDocuments, type Selection } from './documents.ts';
import type { Done, WorkOptions } from './done.ts';
import { hashContent } from './hash.ts';
import type { Limits, Runner } from './pool.ts';

export interface BatchOptions extends WorkOptions, Limits, Selection {
  /** How many documents are under way at once; one needs no worker. */
  readonly jobs: number;
  /** Ends the run after the documents that are under way. */
  readonly signal: AbortSignal;
  /** The hash with which a document need not be done again. */
  readonly known?: (document: Document) => string | null;
  /** What was listed before, instead of what the inputs hold. */
  readonly documents?: readonly Document[];
  /** Works on the documents, and stays open at the end; without it workers are started as they pay. */
  readonly runner?: Runner;
}

/** What became of one document. */
export interface Result {
  readonly document: Document;
  readonly done: Done;
}

/** A task has so many documents, or so many characters of text, so that messages are few beside the work. */
const TASK_DOCUMENTS = 16;
const TASK_CHARACTERS = 64 * 1024;

/** Milliseconds that a document waits for others to share its task with: a slow pipe must not hold it back. */
const PATIENCE = 50;

/** Inputs of so many bytes in all are done before a worker has started. */
const SMALL = 64 * 1024;

/** Tasks for each worker whose results may wait for those of an earlier one. */
const AHEAD = 8;

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
  const runner = options.runner ?? startRunner(inputs, options);
  const queue = new PQueue({ concurrency: jobs });
  let before: Promise<void> = Promise.resolve();
  let broken: { readonly error: unknown } | null = null;
  const untaken: Promise<void>[] = [];
  let task: Document[] = [];
  let characters = 0;
  let timer: NodeJS.Timeout | undefined;

  const submit = () => {
    clearTimeout(timer);
    if (task.length === 0) return;
    const documents = task;
    const previous = before;
    const running = queue.add(async () => (broken ? [] : doRest(documents, runner)));
    before = (async () => {
      const done = await running;
      await previous;
      for (const [index, each] of done.entries()) if (!broken) await take({ document: documents[index]!, done: each });
    })().catch((error) => {
      broken ??= { error };
    });
    untaken.push(before);
    task = [];
    characters = 0;
  };

  try {
    for await (const listed of options.documents ?? listDocuments(inputs, options, options)) {
      if (signal.aborted || broken) break;
      const document = known ? { ...listed, known: known(listed) } : listed;
      if (task.length === 0) timer = setTimeout(submit, PATIENCE);
      task.push(document);
      if ('article' in document.content) characters += document.content.article.text.length;
      if (task.length >= TASK_DOCUMENTS || characters >= TASK_CHARACTERS || jobs === 1) submit();
      await queue.onSizeLessThan(1);
      if (untaken.length > jobs * AHEAD) await untaken.shift();
    }
    if (!signal.aborted) submit();
    clearTimeout(timer);
    await before;
  } finally {
    clearTimeout(timer);
    if (!options.runner) await runner.close();
  }
  if (broken) throw (broken as { readonly error: unknown }).error;
}

/** Only those go to the runner of which nothing is known yet. */
async function doRest(documents: readonly Document[], runner: Runner): Promise<Done[]> {
  const settled = documents.map(settle);
  const rest = documents.filter((_, index) => settled[index] === null);
  const done = rest.length === 0 ? [] : await runner.run(rest);
  return settled.map((known) => known ?? done.shift()!);
}

/** What has become of a document without any work: it could not be read, or is as it was. */
function settle({ known, content }: Document): Done | null {
  if ('skipped' in content) return { status: 'skipped', reason: content.skipped, sha256: null, milliseconds: 0 };
  if ('failed' in content) {
    return { status: 'failed', reason: content.failed, empty: content.empty, sha256: null, milliseconds: 0 };
  }
  if (known == null || hashContent(content) !== known) return null;
  return { status: 'unchanged', sha256: known, milliseconds: 0 };
}

/** Works here as long as workers would not pay, then in workers. */
function startRunner(inputs: readonly Input[], options: BatchOptions): Runner {
  const { jobs, timeout, maxMemory } = options;
  const asked = workOptions(options);
  let here = jobs === 1 || !haveMore(inputs, SMALL);
  let characters = 0;
  let pool: Promise<Runner> | undefined;
  let loaded: Promise<typeof import('./work.ts').work> | undefined;
  const doHere = async (document: Document): Promise<Done> => {
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
    async run(documents) {
      const done: Done[] = [];
      for (const [index, document] of documents.entries()) {
        if ('article' in document.content) characters += document.content.article.text.length;
        if (jobs > 1 && characters > SMALL) here = false;
        if (!here) {
          pool ??= import('./pool.ts').then(({ workerPool }) => workerPool(jobs, asked, { timeout, maxMemory }));
          return [...done, ...(await (await pool).run(documents.slice(index)))];
        }
        done.push(await doHere(document));
      }
      return done;
    },
    close: async () => (await pool)?.close(),
  };
}

/** What a worker is told: no function can go there. */
function workOptions(options: BatchOptions): WorkOptions {
  const { published, from, anyLanguage, maxTextBytes, minConfidence, includeText, formats, folder } = options;
  return { published, from, anyLanguage, maxTextBytes, minConfidence, includeText, formats, folder };
}

/** True where the inputs are known to have more bytes than that, or are more files than one would ask about. */
function haveMore(inputs: readonly Input[], bytes: number): boolean {
  if (inputs.length > 32) return true;
  let sum = 0;
  for (const { path } of inputs) sum += path === '-' ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return sum > bytes;
}
