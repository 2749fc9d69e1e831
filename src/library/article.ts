/** What callers give, checked once, as the article that every stage takes. */
import type { Article, Problem, Published } from '../document.ts';
import { isDay, notADay } from '../read/day.ts';
import { problemsOf } from '../read/text.ts';
import { checkArticle, meant, nameOf } from './check.ts';

/** An article as a caller has it. */
export interface ArticleInput {
  readonly text: string;
  /** Names the article in the output. */
  readonly id?: string;
  readonly title?: string | null;
  /** `YYYY-MM-DD`; without it relative dates are resolved only where the text itself gives the day. */
  readonly published?: string | null;
}

/**
 * Makes the article that the stages take.
 *
 * @example
 * import { findSentences, toArticle } from 'accordingto/stages';
 * const article = toArticle({ text: 'It rained. Nobody came.', published: '2024-05-06' });
 * console.log(findSentences(article, {}).length); // 2
 *
 * @param input the text, or the text with what is known of it, or an article that a reader made
 * @param published `YYYY-MM-DD`; goes before the input's own day
 * @throws TypeError where an argument has the wrong type
 * @throws RangeError where `published` is no day of the calendar
 */
export function toArticle(input: string | ArticleInput | Article, published?: string): Article {
  const article = typeof input === 'string' ? { text: input } : input;
  const text: unknown = article?.text;
  if (typeof text !== 'string') {
    throw new TypeError(`extract wants a text, or { text, id?, title?, published? }; text is ${nameOf(text)}`);
  }
  if (isRead(article)) {
    checkArticle(article);
    return published === undefined ? article : { ...article, published: given(published) };
  }
  const { id = 'article', title = null } = article;
  if (typeof id !== 'string' || id === '') {
    throw new TypeError(`id must be a string that is not empty; it is ${nameOf(id)}`);
  }
  if (title !== null && typeof title !== 'string') {
    throw new TypeError(`title must be a string; it is ${nameOf(title)}`);
  }
  const day = given(published ?? article.published ?? null);
  const problems = unknownFields(article, text);
  return { id, source: '-', text, title, published: day, plain: true, ...(problems.length > 0 ? { problems } : {}) };
}

const FIELDS = ['text', 'id', 'title', 'published'] as const;

/** @throws TypeError where a field is a misspelt one */
function unknownFields(article: object, text: string): Problem[] {
  const unknown = Object.keys(article).filter((name) => !(FIELDS as readonly string[]).includes(name));
  for (const name of unknown) {
    const near = meant(name, FIELDS);
    if (near !== null && !(near in article)) {
      throw new TypeError(`an article has no "${name}" (did you mean ${near}?); it has ${FIELDS.join(', ')}`);
    }
  }
  if (unknown.length === 0) return [];
  const message = `The article's ${unknown.map((name) => JSON.stringify(name)).join(', ')} is not known and was left out.`;
  return problemsOf([{ code: 'unknown-field', message }], text);
}

/** A reader's article says how it knows its day. */
const isRead = (article: ArticleInput | Article): article is Article =>
  'plain' in article && typeof article.published === 'object' && article.published !== null;

function given(date: string | null): Published {
  if (isHalfFilled(date)) {
    throw new TypeError(
      `published must be a day (YYYY-MM-DD); it is an object, which only articles have that read gave, with all fields`,
    );
  }
  if (date !== null && (typeof date !== 'string' || !isDay(date))) {
    throw new RangeError(`published ${notADay(String(date))}`);
  }
  return { date, basis: date === null ? 'unknown' : 'given', candidates: [], evidence: [] };
}

/** Some of what a reader says of the day. */
const isHalfFilled = (date: unknown): boolean =>
  typeof date === 'object' && date !== null && !(date instanceof Date) && !Array.isArray(date);
