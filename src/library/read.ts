/** `accordingto/read`: from files and folders to articles, as the command line reads them. */
import { findInputs } from '../batch/inputs.ts';
import { isDay, notADay } from '../read/day.ts';
import { ReadError } from '../read/error.ts';
import { FORMATS } from '../read/format.ts';
import { type Reading, type ReadOptions, readArticles } from '../read/index.ts';
import { checkFlag, checkOptions, nameOf } from './check.ts';

export type { Article, Problem, Published, Span } from '../document.ts';
export { ReadError, type Size } from '../read/error.ts';
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
 * @throws TypeError or RangeError where an argument is wrong, when the first article is asked for
 * @returns an article, or in its place why there is none: whatever is wrong with one ends nothing. A failure's message
 *   has no subject ("is empty; …"): put the `place` before it
 */
export async function* read(paths: string | readonly string[], options: ReadOptions = {}): AsyncGenerator<Reading> {
  check(paths, options);
  const { inputs, missing } = findInputs(typeof paths === 'string' ? [paths] : paths, null);
  for (const { place, reason } of missing) yield { failure: new ReadError(reason), place };
  for (const input of inputs) yield* readArticles(input, options);
}

const OPTIONS = ['published', 'from', 'anyLanguage', 'maxTextBytes'] as const;

/** @throws TypeError or RangeError that says what is wrong */
function check(paths: unknown, options: ReadOptions): void {
  const list: readonly unknown[] = Array.isArray(paths) ? paths : [paths];
  const odd = list.find((path) => typeof path !== 'string');
  if (odd !== undefined || paths === undefined) {
    throw new TypeError(`read wants a path, or a list of paths; one is ${nameOf(odd)}`);
  }
  checkOptions(options, 'the options of read', OPTIONS);
  checkFlag('anyLanguage', options.anyLanguage);
  const { published, from, maxTextBytes } = options;
  if (published !== undefined && !(typeof published === 'string' && isDay(published))) {
    throw new RangeError(`published ${notADay(String(published))}`);
  }
  if (from !== undefined && !FORMATS.includes(from)) {
    throw new RangeError(`there is no format ${JSON.stringify(from)}; there are ${FORMATS.join(', ')}`);
  }
  if (maxTextBytes === undefined) return;
  if (typeof maxTextBytes !== 'number') {
    throw new TypeError(`maxTextBytes must be a number; it is ${nameOf(maxTextBytes)}`);
  }
  if (!(maxTextBytes > 0)) throw new RangeError(`maxTextBytes must be above 0; it is ${maxTextBytes}`);
}
