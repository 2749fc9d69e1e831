/**
 * Many articles: each is read, analysed and checked on its own, so that what goes wrong with one stays with it. Results
 * are handed over in the order of the inputs, whatever the number of jobs, and never more than that many are held.
 */
import PQueue from 'p-queue';
import { compose } from '../compose.ts';
import type { Article } from '../document.ts';
import { analyse } from '../extract.ts';
import { output as schema } from '../output.ts';
import { type Input, type ReadOptions, readArticles, type Skipped } from '../read/index.ts';
import type { Finished } from '../write/formats.ts';
import { Unique } from './names.ts';

export interface BatchOptions extends ReadOptions {
  readonly includeText: boolean;
  readonly minConfidence?: number | undefined;
  /** How many articles are under way at once. */
  readonly jobs: number;
  /** Ends the run after the articles that are under way. */
  readonly signal: AbortSignal;
}

/** What became of one article. */
export type Result =
  | {
      readonly place: string;
      readonly finished: Finished;
      /** True where it came as a record, of which an input may hold many. */
      readonly record: boolean;
      /** The id that it had before another article was found to have it. */
      readonly renamed: string | null;
    }
  | { readonly place: string; readonly skipped: Skipped }
  | { readonly place: string; readonly failure: Error };

/**
 * @param inputs what to read, in order
 * @param options how to read, and how much at once
 * @param take gets every result, one after the other; the run waits for it, and ends when it throws
 */
export async function runBatch(
  inputs: readonly Input[],
  options: BatchOptions,
  take: (result: Result) => Promise<void>,
): Promise<void> {
  const queue = new PQueue({ concurrency: options.jobs });
  const ids = new Unique();
  let before: Promise<void> = Promise.resolve();
  let broken: { readonly error: unknown } | null = null;
  const submit = async (work: () => Promise<Result>) => {
    await queue.onSizeLessThan(1);
    const previous = before;
    before = queue
      .add(async () => {
        const result = await work();
        await previous;
        if (!broken) await take(result);
      })
      .catch((error) => {
        broken ??= { error };
      });
  };
  for (const input of inputs) {
    for await (const reading of readArticles(input, options)) {
      if (options.signal.aborted || broken) break;
      const { place } = reading;
      if ('failure' in reading) await submit(async () => ({ place, failure: reading.failure }));
      else if ('skipped' in reading) await submit(async () => ({ place, skipped: reading.skipped }));
      else {
        const { article, record } = reading;
        const id = ids.take(article.id);
        await submit(async () => {
          const finished = finish({ ...article, id }, options);
          if (finished instanceof Error) return { place, failure: finished };
          return { place, finished, record, renamed: id === article.id ? null : article.id };
        });
      }
    }
    if (options.signal.aborted || broken) break;
  }
  await before;
  if (broken) throw (broken as { readonly error: unknown }).error;
}

function finish(article: Article, options: BatchOptions): Finished | Error {
  try {
    const layers = analyse(article, options);
    return { output: schema.parse(compose(article, layers, options)), article, layers };
  } catch (error) {
    return new Error(describe(error as Error));
  }
}

/** An exception inside a stage is our fault: say which, in one line, so that it can be reported. */
function describe(error: Error & { issues?: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  const issue = error.issues?.[0];
  const what = issue ? `${issue.path.join('.')}: ${issue.message}` : `${error.name}: ${error.message}`;
  const stage = /\/(?:src|dist)\/([\w/]+)\.[jt]s:(\d+)/.exec(error.stack ?? '');
  const where = stage && !issue ? ` in ${stage[1]}:${stage[2]}` : '';
  return `could not be analysed (${what}${where}); this is a bug of accordingto, please report it with the article`;
}
