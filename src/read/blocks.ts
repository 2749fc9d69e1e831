/** The text of a page as its reader sees it: one block of the layout a paragraph. */
import { scanMarkup } from './markup.ts';

const BLOCK: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** What no reader sees as text. */
const UNSEEN: readonly string[] = (
  'audio button canvas datalist head iframe math noembed noframes noscript object script select style svg template ' +
  'textarea title video'
).split(' ');

/** What stands around an article. */
const AROUND: readonly string[] = ['aside', 'dialog', 'footer', 'form', 'menu', 'nav'];

/**
 * @param html a page, or a part of one
 * @param whole true where it has not been told which part is the article: what is around articles is then left out
 * @returns blocks with an empty line between them; a line break inside one stays a line break
 */
export function blockText(html: string, whole: boolean): string {
  const left: ReadonlySet<string> = new Set(whole ? [...UNSEEN, ...AROUND] : UNSEEN);
  const blocks: string[] = [];
  let pieces: string[] = [];
  let skipped: { readonly name: string; open: number } | null = null;
  const close = () => {
    const text = pieces
      .join('')
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(/ ?\u0000[ \u0000]*/g, '\n')
      .replace(/^[\s|]+|(?:(?<!\s)\s+|\s*\|\s*)$/g, '');
    if (text !== '') blocks.push(text);
    pieces = [];
  };
  scanMarkup(html, {
    open({ name, attributes }, closed) {
      if (skipped) {
        if (name === skipped.name && !closed) skipped.open += 1;
      } else if (left.has(name) || attributes.has('hidden')) {
        if (!closed) skipped = { name, open: 1 };
      } else if (BLOCK.has(name)) close();
      else if (name === 'br') pieces.push('\u0000');
      else if ((name === 'td' || name === 'th') && pieces.length > 0) pieces.push(' | ');
    },
    close(name) {
      if (skipped) {
        if (name === skipped.name) skipped.open -= 1;
        if (skipped.open === 0) skipped = null;
      } else if (BLOCK.has(name)) close();
    },
    text(text) {
      if (!skipped) pieces.push(text.replaceAll('\u0000', ''));
    },
  });
  close();
  return blocks.join('\n\n');
}
