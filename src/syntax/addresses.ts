/** Web and mail addresses, handles and hashtags: words that hold signs which part other words. */
import type { Span } from '../document.ts';
import { isWordLike, kindOf, SPACE } from './characters.ts';

const ENDINGS = String.raw`com|org|net|edu|gov|info|co\.uk|org\.uk|html?|docx?|xlsx?|pdf`;
/** What gives an address away; from there it is followed to both sides, so that a long text is read once. */
const ANCHOR = new RegExp(String.raw`:\/\/|\bwww\.(?=\w)|@(?=\w)|#(?=\p{L}{2})|\.(?:${ENDINGS})(?![\w-])`, 'giu');
/** What every text with an anchor holds, in letters that have one form of either case: most texts hold none, and need no slower look. */
const MAY_HAVE_ANCHOR = /:\/\/|www\.|[@#]|\.(?:co[m.]|org|net|edu|gov|info|htm|doc|xl|pdf)/i;
const MAIL_SIGN = /[.%+_-]/;
const TRAILING = /[.,;:!?'"’”)\]>*]/;
const OUTSIDE = /[\s<>"“”|]/;

/** All addresses of the text, by position, without overlaps. Linear. */
export function findAddresses(text: string): Span[] {
  if (!MAY_HAVE_ANCHOR.test(text)) return [];
  const found: Span[] = [];
  let after = 0;
  for (const match of text.matchAll(ANCHOR)) {
    if (match.index < after) continue;
    const span = follow(text, match.index, match[0], after);
    if (!span) continue;
    found.push(span);
    after = span.end;
  }
  return found;
}

function follow(text: string, anchor: number, sign: string, from: number): Span | null {
  const left = (accepts: (char: string) => boolean) => {
    let start = anchor;
    while (start > from && (isWordLike(text.charCodeAt(start - 1)) || accepts(text[start - 1]!))) start -= 1;
    return start;
  };
  if (sign === '@') {
    const start = left((char) => MAIL_SIGN.test(char));
    const end = nameEnd(text, anchor + 1);
    return { start, end };
  }
  if (sign === '#') {
    if (anchor > 0 && isWordLike(text.charCodeAt(anchor - 1))) return null;
    let end = anchor + 1;
    while (isWordLike(text.charCodeAt(end)) || text[end] === '_') end += 1;
    return { start: anchor, end };
  }
  if (sign === '://') {
    const start = left(() => false);
    return start < anchor ? { start, end: addressEnd(text, anchor + 3) } : null;
  }
  const start = left((char) => char === '-' || char === '.' || char === '_');
  const end = addressEnd(text, anchor + sign.length);
  return start < anchor || /^www/i.test(sign) ? { start, end } : null;
}

/** The end of a host or handle that starts at `at`: word characters, periods and hyphens between them. */
function nameEnd(text: string, at: number): number {
  let end = at;
  while (isWordLike(text.charCodeAt(end)) || (/[._-]/.test(text[end] ?? ' ') && isWordLike(text.charCodeAt(end + 1))))
    end += 1;
  return end;
}

function addressEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && kindOf(text.charCodeAt(end)) !== SPACE && !OUTSIDE.test(text[end]!)) end += 1;
  while (end > at && TRAILING.test(text[end - 1]!)) end -= 1;
  return end;
}
