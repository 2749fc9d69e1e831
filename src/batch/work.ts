/** The work on one document, in a worker or in this thread: read, analyse, check, write. */
import { Script } from 'node:vm';
import { OverBudget } from '../budget.ts';
import { compose } from '../compose.ts';
import { keepsContract } from '../contract.ts';
import { applyCorrections, type Refusal, statementsOf } from '../corrections/apply.ts';
import type { Article } from '../document.ts';
import { analyse } from '../extract.ts';
import type { Output } from '../output.ts';
import { type Reading, readArticles, readPending } from '../read/index.ts';
import type { Finished, Writer } from '../write/format.ts';
import type { Document } from './documents.ts';
import { bytesOf, hash, hashContent } from './hash.ts';
import {
  type Counts,
  countOutput,
  type DocumentResult,
  filesToWrite,
  tookTooLong,
  type Why,
  type WorkOptions,
} from './result.ts';

/** Loads what the first article would otherwise wait for. */
export function warmUp(): void {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  analyse({ id: '-', source: '-', text: 'Rain fell, she said.', title: null, published, plain: true });
}

/**
 * @param timeout milliseconds after which the analysis is stopped, for those whom nobody else can stop; null for none
 * @returns never throws: whatever goes wrong is the document's failure
 */
export async function work(document: Document, options: WorkOptions, timeout: number | null): Promise<DocumentResult> {
  const started = performance.now();
  let sha256: string | null = null;
  const took = () => ({ sha256, milliseconds: Math.round((performance.now() - started) * 10) / 10 });
  const failed = (reason: string, more: Why & { empty?: boolean } = {}): DocumentResult => {
    return { status: 'failed', reason, empty: false, ...more, ...took() };
  };
  try {
    const bytes = 'file' in document.content ? bytesOf(document.content.file.path) : null;
    if (options.folder) sha256 = bytes ? hash(bytes) : hashContent(document.content);
    const content = await readContent(document, options, bytes);
    if ('skipped' in content) {
      const { skipped: reason, ...rest } = content;
      return { status: 'skipped', reason, ...rest, ...took() };
    }
    if ('failed' in content) {
      const { failed: reason, ...more } = content;
      return failed(reason, more);
    }
    const writers = await Promise.all(filesToWrite(options, document.record).map(({ load }) => load()));
    const article = { ...content.article, id: document.id };
    const finish = () => finished(article, options, writers);
    const { contents, counts, refused } = timeout === null ? finish() : within(timeout, finish);
    const hashes = options.folder ? contents.map(hash) : [];
    return {
      status: counts.problems > 0 ? 'warned' : 'ok',
      contents,
      hashes,
      counts,
      ...(refused.length > 0 ? { refused } : {}),
      ...took(),
    };
  } catch (error) {
    if (error instanceof OverBudget) return failed(error.message, { stage: 'budget' });
    const stopped = timeout !== null && (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    if (stopped) return failed(tookTooLong(timeout), { stopped: 'time' });
    return failed(await describe(error as Error), { stage: 'fault' });
  }
}

type Content = Exclude<Document['content'], { readonly file: unknown } | { readonly pending: unknown }>;

/**
 * The article of a document, or why there is none.
 *
 * @param bytes of the document's file, where somebody has them already
 */
export async function readContent(
  { content, place, record }: Document,
  options: WorkOptions,
  bytes: Buffer | null,
): Promise<Content> {
  if ('pending' in content) return contentOf(await readPending({ ...content, place, record }, options));
  if (!('file' in content)) return content;
  for await (const reading of readArticles(content.file, options, bytes ?? undefined)) return contentOf(reading);
  return { skipped: 'is empty; nothing to extract', empty: true };
}

function contentOf(reading: Reading): Content {
  if ('article' in reading) return { article: reading.article };
  if ('skipped' in reading) {
    const { reason, language } = reading.skipped;
    return { skipped: reason, ...(language === null ? { empty: true as const } : { language }) };
  }
  const { message, empty, size } = reading.failure;
  return { failed: message, empty, ...(size === undefined ? {} : { size }) };
}

const encoder = new TextEncoder();

function finished(
  article: Article,
  options: WorkOptions,
  writers: readonly Writer[],
): { readonly contents: readonly Uint8Array[]; readonly counts: Counts; readonly refused: readonly Refusal[] } {
  const layers = analyse(article, options);
  const corrections = options.corrections?.filter((one) => one.article === article.id) ?? [];
  const { output: corrected, refused } = applyCorrections(compose(article, layers, options), corrections, article.text);
  const output = options.statements ? statementsOf(corrected) : corrected;
  if (!keepsContract(output)) throw new Broken(output);
  const made: Finished = { output, article, layers };
  return { contents: writers.map((write) => encoder.encode(write(made))), counts: countOutput(made.output), refused };
}

const CALL = Symbol.for('accordingto.call');
const script = new Script('globalThis[Symbol.for("accordingto.call")]()');

/** Runs a synchronous function with a time limit: it never yields, so that only the limit of a script can end it. */
function within<Value>(milliseconds: number, run: () => Value): Value {
  const place = globalThis as { [CALL]?: () => Value };
  place[CALL] = run;
  try {
    return script.runInThisContext({ timeout: Math.max(1, Math.ceil(milliseconds)) });
  } finally {
    delete place[CALL];
  }
}

/** The output does not keep the contract. */
class Broken extends Error {
  readonly output: Output;

  constructor(output: Output) {
    super('the output does not keep the contract');
    this.output = output;
  }
}

/** An exception inside a stage is our fault: say which, in one line, so that it can be reported. */
async function describe(error: Error): Promise<string> {
  const issue = error instanceof Broken ? await firstIssue(error.output) : null;
  const stage = /\/(?:src|dist)\/([\w/]{1,100})\.[jt]s:(\d{1,9})/.exec(error.stack ?? '');
  const where = stage ? ` in ${stage[1]}:${stage[2]}` : '';
  const what = issue ?? `${error.name}: ${error.message}${where}`;
  return `could not be analysed (${what}); this is a bug of accordingto, please report it with the article`;
}

/** The first error that zod finds in an output. */
async function firstIssue(output: Output): Promise<string | null> {
  const { output: schema } = await import('../output.ts');
  const issue = schema.safeParse(output).error?.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : null;
}
