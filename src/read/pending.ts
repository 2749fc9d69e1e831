/**
 * An article that was found but not read yet. Pages can take any time and memory to read, so listing articles leaves it
 * to the worker, under its limits.
 */
import type { Article } from '../document.ts';
import { MAX_BYTES, tooLarge } from './bytes.ts';
import { type Decoded, decode, type Oddity } from './decode.ts';
import type { PageOptions } from './html.ts';
import { markdownArticle } from './markdown.ts';
import { refuseOther } from './prose.ts';
import { type ArticleDefaults, textArticle } from './text.ts';

/** Holds nothing but data, so that it can go to another thread. */
export interface PendingArticle {
  readonly named: ArticleDefaults;
  /** `http`: a response with its head, as a crawler got it from `url`. */
  readonly format: 'txt' | 'md' | 'html' | 'http';
  readonly bytes: Uint8Array;
  readonly url?: string;
  /** True where the user says that it is text, whatever it looks like. */
  readonly asked?: true;
  /** What was odd about the input. */
  readonly oddities?: readonly Oddity[];
}

/**
 * @param pageLimit how many bytes a page may have
 * @param captions true to leave the captions of pictures in the text of pages
 * @throws ReadError
 */
export async function articleOf(pending: PendingArticle, pageLimit: number, captions = false): Promise<Article> {
  const { named, format, bytes, url, asked = false, oddities = [] } = pending;
  if (format === 'html') return pageArticle(bytes, named, null, oddities, { captions });
  if (format !== 'http') {
    const decoded = also(await decode(bytes), oddities);
    if (format === 'txt' && !asked) refuseOther(decoded.text);
    return (format === 'md' ? markdownArticle : textArticle)(decoded, named);
  }
  const { readBody } = await import('./http.ts');
  const { type, charset, body } = readBody(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (body.length > pageLimit) throw tooLarge(pageLimit, body.length);
  const found = { ...named, url: url! };
  if (type === 'txt') return { ...textArticle(also(await decode(body, charset), oddities), found), plain: false };
  return { ...(await pageArticle(body, found, charset, oddities, { captions, address: url! })), url: url! };
}

async function pageArticle(
  bytes: Uint8Array,
  named: ArticleDefaults,
  charset: string | null,
  oddities: readonly Oddity[],
  options: PageOptions,
): Promise<Article> {
  const { declaredCharset, htmlArticle } = await import('./html.ts');
  return htmlArticle(also(await decode(bytes, charset ?? declaredCharset(bytes)), oddities), named, options);
}

const also = (decoded: Decoded, oddities: readonly Oddity[]): Decoded => ({
  ...decoded,
  oddities: [...oddities, ...decoded.oddities],
});

/** A page may be so many times larger than its text: markup and addresses take most of it. */
const PAGE_TO_TEXT = 8;

/**
 * @param maxTextBytes that the text of an article may have
 * @returns bytes that a page may have whose article is to have no more
 */
export const pageLimitFor = (maxTextBytes = MAX_BYTES): number => Math.min(MAX_BYTES, PAGE_TO_TEXT * maxTextBytes);
