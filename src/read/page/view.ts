/** The article of a page as the reader view of a browser shows it. Scripts are never run, nothing is fetched. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { scanMarkup } from '../markup.ts';

export interface View {
  /** HTML. */
  readonly content: string;
  readonly title: string | null;
  readonly byline: string | null;
}

/**
 * Deeper pages are not given to Readability: its time grows with the cube of the depth (on this kind of machine 0.1 s
 * for 200 elements inside each other, 66 s for 2,000), and from about 5,000 it overflows the stack. News pages have 20 to 60.
 */
const MAX_DEPTH = 200;

/** Elements whose end tag may be left out, which then ends them all the same. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(
  'colgroup dd dt li optgroup option p tbody td tfoot th thead tr'.split(' '),
);

/**
 * @param html a page, or a part of one
 * @returns what Readability finds, or why it finds nothing, as the end of "The page …"
 */
export function readerView(html: string): View | string {
  if (isDeep(html)) return 'is nested too deep';
  try {
    const page = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
    const view = new Readability(parseHTML(page).document).parse();
    if (!view?.content) return 'has no stretch that looks like one';
    return { content: view.content, title: view.title || null, byline: view.byline || null };
  } catch (error) {
    return `could not be analysed: ${(error as Error).message.split('\n')[0]!.slice(0, 80)}`;
  }
}

/** True where more than `MAX_DEPTH` elements stand inside each other. Linear in the length of the page. */
function isDeep(html: string): boolean {
  const open: string[] = [];
  const count = new Map<string, number>();
  let deepest = 0;
  scanMarkup(html, {
    open({ name }, closed) {
      if (closed || ENDS_ITSELF.has(name) || deepest > MAX_DEPTH) return;
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
  return deepest > MAX_DEPTH;
}
