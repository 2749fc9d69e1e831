/** `.txt`: the article is the file. */
import type { Article, Problem } from '../document.ts';
import type { Decoded, Oddity } from './decode.ts';
import { ReadError } from './error.ts';

/** What is known of a document before it is read. */
export type ArticleDefaults = Pick<Article, 'id' | 'source' | 'published'>;

/**
 * An article from plain text: the text as it is.
 *
 * @param named what the text does not say itself
 * @throws ReadError where there is nothing but white space
 */
export function textArticle({ text, oddities }: Decoded, named: ArticleDefaults): Article {
  refuseEmpty(text);
  return { ...named, text, title: null, plain: true, problems: problemsOf(oddities, text) };
}

/** @throws ReadError where there is nothing but white space */
export function refuseEmpty(text: string): void {
  if (!/\S/.test(text)) {
    throw new ReadError(`is empty${text === '' ? '' : ' but for white space'}; nothing to extract`, true);
  }
}

/** The problems of an article for the oddities of its bytes: they concern the whole text. */
export function problemsOf(oddities: readonly Oddity[], text: string): Problem[] {
  return oddities.map(({ code, message }) => ({ stage: 'read', code, message, start: 0, end: text.length }));
}
