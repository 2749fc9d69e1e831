/**
 * The public face of the library.
 *
 * @example
 * import { extract } from 'accordingto';
 * const { claims } = extract('The dam is safe, the mayor said on Monday.', { published: '2024-05-06' });
 */
import type { Article } from './document.ts';
import { extractArticle } from './extract.ts';
import type { Output } from './output.ts';
import { isDay, notADay } from './read/day.ts';

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
  output as schema,
} from './output.ts';
export { VERSION as version } from './version.ts';

/** An article as a caller has it. */
export interface ArticleInput {
  readonly text: string;
  /** Names the article in the output. */
  readonly id?: string;
  readonly title?: string | null;
  /** `YYYY-MM-DD`; without it relative dates are resolved only where the text itself gives the day. */
  readonly published?: string | null;
}

export interface ExtractOptions {
  /** `YYYY-MM-DD`; goes before the article's own `published`. */
  readonly published?: string;
  /** Repeat the text in the output as `article.text`. */
  readonly includeText?: boolean;
  /** Attributed claims with a lower confidence are left out (0 to 1); 0.6 gives about nine right of ten. */
  readonly minConfidence?: number;
}

/**
 * Extracts structured claims from one article. The same input gives the same object on every machine and in every time
 * zone; nothing is read but the arguments.
 *
 * @param input the text, or the text with id, title and day of publication
 * @param options what goes before the input's own day, and whether the text is repeated
 * @returns the contract's object; offsets are UTF-16 code units into the text, `end` exclusive
 * @throws TypeError where an argument has the wrong type, RangeError where `published` is no day of the calendar
 */
export function extract(input: string | ArticleInput, options: ExtractOptions = {}): Output {
  const { text, id = 'article', title = null, published = null } = checkInput(input);
  const day = options.published ?? published;
  if (day !== null && (typeof day !== 'string' || !isDay(day)))
    throw new RangeError(`published ${notADay(String(day))}`);
  const article: Article = {
    id,
    source: '-',
    text,
    title,
    published: { date: day, basis: day === null ? 'unknown' : 'given', candidates: [], evidence: [] },
    plain: true,
  };
  return extractArticle(article, options);
}

function checkInput(input: string | ArticleInput): ArticleInput {
  const article = typeof input === 'string' ? { text: input } : input;
  const text: unknown = article?.text;
  if (typeof text !== 'string') {
    throw new TypeError(`extract wants a text, or { text, id?, title?, published? }; text is ${nameOf(text)}`);
  }
  const { id, title } = article;
  if (id !== undefined && (typeof id !== 'string' || id === '')) {
    throw new TypeError(`id must be a string that is not empty; it is ${nameOf(id)}`);
  }
  if (title != null && typeof title !== 'string') throw new TypeError(`title must be a string; it is ${nameOf(title)}`);
  return article;
}

const nameOf = (value: unknown): string =>
  value === null ? 'null' : value === '' ? 'empty' : Array.isArray(value) ? 'an array' : typeof value;
