/** `.txt`: the article is the file. */
import type { Article } from '../document.ts';
import { decode } from './decode.ts';
import { ReadError } from './error.ts';

/** What a reader knows of a document before it has read it. */
export type Named = Pick<Article, 'id' | 'source' | 'published'>;

export function textArticle(bytes: Uint8Array, named: Named): Article {
  const text = decode(bytes);
  refuseEmpty(text);
  return { ...named, text, title: null, plain: true };
}

/** @throws ReadError where there is nothing but white space */
export function refuseEmpty(text: string): void {
  if (!/\S/.test(text)) {
    throw new ReadError(`is empty${text === '' ? '' : ' but for white space'}; nothing to extract`, text === '');
  }
}
