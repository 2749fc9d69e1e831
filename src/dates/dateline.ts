/** The date that an article carries at its top: "Published: 13 September 2020", a line that is a date, a dateline. */
import type { Article, Span } from '../document.ts';
import { readDates } from './configuration.ts';
import type { CalendarFields } from './reading.ts';
import { ANY_DAY } from './triggers.ts';

export interface Dateline extends Span {
  readonly fields: CalendarFields;
}

/** How far into the text a date at its top may stand: in UTF-16 code units, and in lines. */
const MAX_OFFSET = 1500;
const MAX_LINES = 12;

const PUBLISHED = String.raw`(?:first\s|originally\s)?(?:published|posted|issued|released|filed|created)`;
const BYLINE = String.raw`by\s[^\n]{2,60}?[,|–—-]`;
const LABEL = new RegExp(
  String.raw`^\W{0,4}(?:${PUBLISHED}|date(?:line)?|publication date|${BYLINE})\W{0,3}(?:on\s|at\s)?`,
  'i',
);
const PLACE_WORD = String.raw`\p{Lu}[\p{L}.'’-]*`;
/** "D.C., ". */
const REGION = String.raw`(?:\p{Lu}[\p{L}.'’\s]{1,24},\s)?`;
/** "LONDON, Aug 12 (Reuters) -", "Washington, D.C., March 5, 2013 —": a place in front, an agency or dash behind. */
const PLACE = new RegExp(
  String.raw`^(?:\W{0,2}${PLACE_WORD}(?:[\s/-]{1,2}(?:${PLACE_WORD}|de|of|the|and)){0,5},?\s)${REGION}$`,
  'u',
);
const AFTER_PLACE = /^,?\s{0,2}(?:\((?:\p{Lu}[\p{L}.&\s-]{1,40})\)|\/[^/\n]{2,30}\/|[-–—_]{1,2}\s|--)/u;
const CLOCK_TIME = String.raw`(?:[Aa]t\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s{0,2}[AaPp]\.?[Mm]\b\.?)?`;
/**
 * What may follow a date that is a line of its own: a clock time, a zone or an agency in capitals, "5 min read", marks. Read
 * piece by piece, so that no word can be cut in two ways.
 */
const REST_PIECE = new RegExp(String.raw`\s+|[|·•,–-]|${CLOCK_TIME}|[A-Z]{2,5}\b|\d{1,3} min(?:ute)?s? read`, 'y');
/** Everything after this word belongs to the line of the date. */
const UPDATED = /(?:last\s)?updated\b/iy;
/** What may stand between the date and the first of these pieces. */
const GAP = /\W{0,4}/y;

/**
 * Looks for the date at the top of an article.
 *
 * @returns the first one that says of itself that it dates the article; its year may be missing
 */
export function findDateline({ text }: Pick<Article, 'text'>): Dateline | null {
  let start = 0;
  for (let line = 0; line < MAX_LINES && start < Math.min(text.length, MAX_OFFSET); line++) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const found = readLine(text.slice(start, Math.min(end, start + 300)), start);
    if (found) return found;
    start = end + 1;
    if (stop < 0) break;
  }
  return null;
}

function readLine(line: string, offset: number): Dateline | null {
  if (!/\d/.test(line)) return null;
  for (const { reading, index, stop } of readDates(line, ANY_DAY)) {
    if (reading.is !== 'calendar') continue;
    const { fields } = reading;
    if (fields.month === undefined || fields.day === undefined) continue;
    const before = line.slice(0, index);
    const after = line.slice(stop);
    const alone = /^\W*$/.test(before) || (LABEL.test(before) && before.replace(LABEL, '').trim() === '');
    const own = (alone || PLACE.test(before)) && fields.year !== undefined && isRest(after);
    if (own || (PLACE.test(before) && AFTER_PLACE.test(after)))
      return { start: offset + index, end: offset + stop, fields };
    return null;
  }
  return null;
}

/** Whether the rest of a line holds nothing but clock times, zones, marks and the like. */
function isRest(text: string): boolean {
  let at = endAt(GAP, text, 0);
  while (at < text.length) {
    if (endAt(UPDATED, text, at) > at) return true;
    const end = endAt(REST_PIECE, text, at);
    if (end === at) return false;
    at = end;
  }
  return true;
}

/** Where a match of a sticky pattern ends that is tried at an offset; that offset where it does not match. */
function endAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
