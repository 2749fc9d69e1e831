/**
 * The public face of the library.
 *
 * @example
 * import { extract } from 'accordingto';
 * const { claims } = extract('The dam is safe, the mayor said on Monday.', { published: '2024-05-06' });
 * console.log(claims[0].content[0].text); // The dam is safe
 */
import { compose } from './compose.ts';
import type { Article } from './document.ts';
import { analyse } from './extract.ts';
import { type ArticleInput, toArticle } from './library/article.ts';
import { checkFlag, checkOptions, checkShare } from './library/check.ts';
import type { Output } from './output.ts';
import type { Finished } from './write/format.ts';

export type { ArticleInput } from './library/article.ts';
export { type Reading, type ReadOptions, read } from './library/read.ts';
export {
  type Output,
  type OutputClaim,
  type OutputDate,
  type OutputLink,
  type OutputNumber,
  type OutputPerson,
  type OutputProblem,
  type OutputSentence,
  type OutputSource,
  type OutputSpan,
  schema,
} from './library/schema.ts';
export { type WrittenFile, write } from './library/write.ts';
export { VERSION as version } from './version.ts';
export type { Finished } from './write/format.ts';

export interface ExtractOptions {
  /** `YYYY-MM-DD`; goes before the article's own `published`. */
  readonly published?: string;
  /** Repeat the text in the output as `article.text`. */
  readonly includeText?: boolean;
  /**
   * Attributed claims with a lower confidence are left out (0 to 1). On articles that it had not seen 88 of
   * 100 above 0.6 were right in content, speaker and chain, and 95 of 100 above 0.9.
   */
  readonly minConfidence?: number;
}

/**
 * Extracts structured claims from one article. The same input gives the same object on every machine and in every time
 * zone; nothing is read but the arguments.
 *
 * @param input the text, or the text with id, title and day of publication, or an article that `read` gave
 * @param options what goes before the input's own day, and whether the text is repeated
 * @returns the contract's object; offsets are UTF-16 code units into the text, `end` exclusive
 * @throws TypeError where an argument has the wrong type, or a name that there is not
 * @throws RangeError where `published` is no day of the calendar, or `minConfidence` not from 0 to 1
 */
export function extract(input: string | ArticleInput | Article, options: ExtractOptions = {}): Output {
  return finish(input, options).output;
}

/**
 * Extracts, and keeps what the contract's object was made from: some formats of `write` show words and trees.
 *
 * @returns the object that `extract` gives, with the article and its layers
 * @throws TypeError and RangeError as `extract` does
 */
export function finish(input: string | ArticleInput | Article, options: ExtractOptions = {}): Finished {
  checkOptions(options, 'the options of extract', ['published', 'includeText', 'minConfidence']);
  checkFlag('includeText', options.includeText);
  checkShare('minConfidence', options.minConfidence);
  const article = toArticle(input, options.published);
  const layers = analyse(article, options);
  return { output: compose(article, layers, options), article, layers };
}
