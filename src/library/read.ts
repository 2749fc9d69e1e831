/** `accordingto/read`: from files and folders to articles, as the command line reads them. */
import { findInputs } from '../batch/inputs.ts';
import { ReadError } from '../read/error.ts';
import { type Reading, type ReadOptions, readArticles } from '../read/index.ts';

export type { Article, Problem, Published, Span } from '../document.ts';
export { ReadError } from '../read/error.ts';
export { FORMATS as inputFormats, type Format as InputFormat } from '../read/format.ts';
export type { Reading, ReadOptions, Skipped } from '../read/index.ts';

/**
 * Reads every article of files, folders (walked) and patterns such as `news/*.md`, one after the other, in the same order
 * on every machine; `-` is standard input. A file of records is never held in memory as a whole.
 *
 * @example
 * import { read } from 'accordingto/read';
 * for await (const reading of read('articles')) {
 *   if ('article' in reading) console.log(reading.article.published.date); // 2024-05-06
 *   if ('failure' in reading) console.log(`${reading.place} ${reading.failure.message}`);
 * }
 *
 * @param paths what to read, relative to the working directory
 * @returns an article, or in its place why there is none: whatever is wrong with one ends nothing. A failure's message
 *   has no subject ("is empty; …"): put the `place` before it
 */
export async function* read(paths: string | readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  const { inputs, missing } = findInputs(typeof paths === 'string' ? [paths] : paths, null);
  for (const { place, reason } of missing) yield { failure: new ReadError(reason), place };
  for (const input of inputs) yield* readArticles(input, options);
}
