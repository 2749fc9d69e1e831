/**
 * `.html`: the article of a page, as the reader view of a browser shows it. Scripts are never run, nothing is fetched.
 * Offsets are into that text, so it becomes part of the output.
 */
import type { Article } from '../document.ts';
import { blockText } from './blocks.ts';
import type { Decoded, Oddity } from './decode.ts';
import { scanMarkup } from './markup.ts';
import { type Metadata, readMetadata, withoutBy } from './metadata.ts';
import { type Named, problemsOf, refuseEmpty } from './text.ts';

/**
 * Deeper pages are not given to Readability: its time grows with the cube of the depth (on this kind of machine 0.1 s
 * for 200 elements inside each other, 66 s for 2,000), and from about 5,000 it overflows the stack. News pages have 20 to 60.
 */
const DEEPEST = 200;

/** Elements whose end tag may be left out, which then ends them all the same. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(
  'colgroup dd dt li optgroup option p tbody td tfoot th thead tr'.split(' '),
);

/** The beginning of a page in which it may name its charset; browsers look at 1,024 bytes, pages are less exact. */
const CHARSET_WITHIN = 4096;

/**
 * @throws ReadError where the page holds no text
 */
export async function htmlArticle({ text: html, oddities }: Decoded, named: Named): Promise<Article> {
  const metadata = readMetadata(html);
  const view = isDeep(html) ? 'is nested too deep' : await readerView(html);
  const found = typeof view === 'string' ? '' : blockText(view.content, false);
  const text = found === '' ? blockText(html, true) : found;
  refuseEmpty(text);
  const { title, authors } = completed(metadata, typeof view === 'string' ? null : view);
  return {
    ...named,
    text,
    title,
    published:
      metadata.published === null || named.published.basis === 'given'
        ? named.published
        : { date: metadata.published, basis: 'metadata', candidates: [], evidence: [] },
    plain: false,
    ...(metadata.url === null ? {} : { url: metadata.url }),
    ...(authors.length > 0 ? { authors } : {}),
    ...(metadata.language === null ? {} : { language: metadata.language }),
    problems: problemsOf([...oddities, ...(found === '' ? [wholePage(view)] : [])], text),
  };
}

/** The charset that a page declares in a meta tag, or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, CHARSET_WITHIN)).toString('latin1');
  return /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ?? null;
}

interface View {
  readonly content: string;
  readonly title: string | null;
  readonly byline: string | null;
}

/** @returns what Readability finds, or why it finds nothing */
async function readerView(html: string): Promise<View | string> {
  const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
  try {
    const page = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
    const view = new Readability(parseHTML(page).document).parse();
    if (!view?.content) return 'has no stretch that looks like one';
    return { content: view.content, title: view.title || null, byline: view.byline || null };
  } catch (error) {
    return `could not be analysed: ${(error as Error).message.split('\n')[0]!.slice(0, 80)}`;
  }
}

function completed({ title, windowTitle, authors }: Metadata, view: View | null): Pick<Metadata, 'title' | 'authors'> {
  return {
    title: title ?? view?.title ?? windowTitle,
    authors: authors.length > 0 || !view?.byline ? authors : [withoutBy(view.byline)],
  };
}

function wholePage(view: View | string): Oddity {
  const reason = typeof view === 'string' ? view : 'has an empty article';
  return { code: 'whole-page', message: `The page ${reason}; all of its text was read.` };
}

/** True where more than `DEEPEST` elements stand inside each other. Linear in the length of the page. */
function isDeep(html: string): boolean {
  const open: string[] = [];
  const count = new Map<string, number>();
  let deepest = 0;
  scanMarkup(html, {
    open({ name }, closed) {
      if (closed || ENDS_ITSELF.has(name) || deepest > DEEPEST) return;
      deepest = Math.max(deepest, open.push(name));
      count.set(name, (count.get(name) ?? 0) + 1);
    },
    close(name) {
      if (!count.get(name)) return;
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count.set(last, count.get(last)! - 1);
        if (last === name) return;
      }
    },
    text() {},
  });
  return deepest > DEEPEST;
}
