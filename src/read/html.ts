/**
 * `.html`: the article of a page. Offsets refer to the text extracted from it, which therefore becomes part of the
 * output.
 */
import type { Article } from '../document.ts';
import type { Decoded } from './decode.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { authorNames } from './page/authors.ts';
import { pageText } from './page/index.ts';
import { readerView, type View } from './page/view.ts';
import { type ArticleDefaults, problemsOf, refuseEmpty } from './text.ts';

/** How many bytes at the beginning of a page may name its charset; browsers look at 1,024, pages are less exact. */
const CHARSET_WITHIN = 4096;

export interface PageOptions {
  /** True to leave the captions of pictures in the text. */
  readonly captions?: boolean | undefined;
  /** Where the page was found. */
  readonly address?: string | null;
}

/**
 * @throws ReadError where the page holds no text
 */
export async function htmlArticle(
  { text: html, oddities }: Decoded,
  named: ArticleDefaults,
  { captions = false, address = null }: PageOptions = {},
): Promise<Article> {
  const metadata = readMetadata(html, address);
  const view = readerView(html);
  const page = pageText(html, view, metadata, captions);
  refuseEmpty(page.text);
  const { title, authors } = completed(metadata, typeof view === 'string' ? null : view);
  return {
    ...named,
    text: page.text,
    title,
    published:
      metadata.published === null || named.published.basis === 'given'
        ? named.published
        : { date: metadata.published, basis: 'metadata', candidates: [], evidence: [] },
    plain: false,
    ...(page.marked.length > 0 ? { marked: page.marked } : {}),
    ...(metadata.url === null ? {} : { url: metadata.url }),
    ...(authors.length > 0 ? { authors } : {}),
    ...(metadata.language === null ? {} : { language: metadata.language }),
    problems: problemsOf([...oddities, ...page.oddities], page.text),
  };
}

/** The charset that a page declares in a meta tag, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, CHARSET_WITHIN)).toString('latin1');
  return /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ?? null;
}

function completed({ title, windowTitle, authors }: Metadata, view: View | null): Pick<Metadata, 'title' | 'authors'> {
  return {
    title: title ?? windowTitle ?? view?.title ?? null,
    authors: authors.length > 0 || !view?.byline ? authors : authorNames(view.byline),
  };
}
