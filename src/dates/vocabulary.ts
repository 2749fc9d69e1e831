/** The words of the calendar and of counting: as parts of patterns, with the functions that read what they matched. */
import { SMALL_NUMBERS, SMALL_ORDINALS, TENS, TENS_ORDINALS } from '../number-words.ts';
import type { Season, Unit } from './reading.ts';

/**
 * White space inside an expression. It needs no bound: `read.ts` cuts a sentence at wide gaps. Written with one, three
 * copies of all that follows made the patterns, and their compilation at first use, twice as large.
 */
const GAP = '\\s+';
/** White space or a hyphen. */
const JOIN = '(?:\\s+|-)';

/**
 * True wherever something follows. What stands behind a choice or an optional part is compiled several times over, once for
 * each way to come there, and those parts in turn; what stands behind a lookahead is compiled once. It halves and thirds
 * the time of the long patterns' first use, and their machine code.
 */
export const ONCE = '(?=[^])';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const MONTH_NAMES: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
export const MONTH = `(?:${MONTH_NAMES.join('|')}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)`;

/** @returns 1 to 12 for a name or abbreviation that `MONTH` matches */
export function readMonth(text: string): number {
  return MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');
export const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** @returns 1 (Monday) to 7 for a name that `WEEKDAY` matches */
export function readWeekday(text: string): number {
  return WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

export const SEASON = '(?:spring|summer|autumn|fall|winter)(?:time)?';

/** @returns the TIMEX3 code of a name that `SEASON` matches */
export function readSeason(text: string): Season {
  const word = text.toLowerCase();
  if (word.startsWith('sp')) return 'SP';
  if (word.startsWith('su')) return 'SU';
  return word.startsWith('w') ? 'WI' : 'FA';
}

/** Singular units of which one can count several. */
const UNIT_WORDS = [
  'seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)',
  'millenni(?:um|a)',
].join('|');
export const UNIT = `(?:${UNIT_WORDS})`;

/** @returns the unit of a name in the singular or plural that `UNIT` matches; nights count as days, fortnights as weeks */
export function readUnit(text: string): Unit {
  const word = text.toLowerCase();
  if (word.startsWith('centur')) return 'century';
  if (word.startsWith('millenni')) return 'millennium';
  if (word.startsWith('night')) return 'day';
  if (word.startsWith('fortnight')) return 'week';
  return word.replace(/s$/, '') as Unit;
}

const CARDINAL_VALUES = new Map<string, number>([
  ...SMALL_NUMBERS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const ORDINAL_VALUES = new Map<string, number>([
  ...SMALL_ORDINALS.map((word, index) => [word, index + 1] as const),
  ...TENS_ORDINALS.map((word, index) => [word, (index + 2) * 10] as const),
]);

const CARDINAL_WORD = `(?:${[...CARDINAL_VALUES.keys()].sort((a, b) => b.length - a.length).join('|')}|hundred|thousand|dozen)`;
const NUMERAL = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,7}(?:\\.\\d{1,3})?)(?:[\\s-]\\d/\\d|\\s?[½¼¾])?';
const SPELLED = `(?:(?:an?|half a)${GAP}(?=hundred|thousand|dozen))?${CARDINAL_WORD}(?:(?:-|${GAP}(?:and${GAP})?)${CARDINAL_WORD}){0,5}`;

/** An exact count: digits, words, "a couple of", with a half where it is written. */
export const COUNT = `(?:${NUMERAL}|${SPELLED}|(?:a${GAP})?couple(?:${GAP}of)?|a pair of)${ONCE}(?:${JOIN}and${JOIN}an?${JOIN}half)?`;
/** A count that is not known. */
export const SOME = `(?:several|(?:a${GAP})?few|many|numerous|a${GAP}number${GAP}of|some)`;
export const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:(?:${TENS.join('|')})${JOIN})?(?:${[...ORDINAL_VALUES.keys()].join('|')}))`;

const FRACTIONS = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
]);

function readNumeral(text: string): number | null {
  const match = /^([\d,.]+)?(?:[\s-]?(\d)\/(\d)|\s?([½¼¾]))?$/.exec(text);
  if (!match) return null;
  const whole = match[1] ? Number(match[1].replaceAll(',', '')) : 0;
  const part = match[2] ? Number(match[2]) / Number(match[3]) : (FRACTIONS.get(match[4] ?? '') ?? 0);
  return Number.isFinite(whole + part) ? whole + part : null;
}

/** Null where the words make more than one number: "two and three", "five six". */
function readSpelled(text: string): number | null {
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and' || word === 'a' || word === 'an' || word === '') continue;
    const small = CARDINAL_VALUES.get(word);
    // a number below a hundred goes on behind hundreds or thousands, and behind twenty to ninety if below ten
    if (small !== undefined && last > 0 && last < 100 && (last % 10 !== 0 || last < 20 || small > 9 || small === 0))
      return null;
    last = small ?? (word === 'half' ? 0 : 1000);
    if (word === 'half') group = 0.5;
    else if (word === 'hundred') group = (group || 1) * 100;
    else if (word === 'dozen') group = (group || 1) * 12;
    else if (word === 'thousand') {
      total += (group || 1) * 1000;
      group = 0;
    } else {
      if (small === undefined) return null;
      group += small;
    }
  }
  return total + group;
}

/** The value of what `COUNT` matched, or null where it is no number. */
export function readCount(text: string): number | null {
  const word = text.toLowerCase().trim();
  if (/^an?$/.test(word)) return 1;
  if (/couple|pair/.test(word)) return 2;
  const half = /^(.*[^\s-])[\s-]+and[\s-]an?[\s-]half$/.exec(word);
  const base = half ? half[1]! : word;
  const value = /\d|[½¼¾]/.test(base) ? readNumeral(base) : readSpelled(base);
  return value === null ? null : value + (half ? 0.5 : 0);
}

/** The value of what `ORDINAL` matched. */
export function readOrdinal(text: string): number {
  const digits = /^\d+/.exec(text);
  if (digits) return Number(digits[0]);
  let value = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/))
    value += ORDINAL_VALUES.get(word) ?? CARDINAL_VALUES.get(word) ?? 0;
  return value;
}

const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  half: 'H',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
};
const CLOCK_UNITS: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour']);

/**
 * The TIMEX3 value of a length of time.
 *
 * Decades and centuries are counted in years and a half is written in the next smaller unit, as TimeBank does
 * ("two decades" P20Y, "2 1/2 years" P2Y6M).
 *
 * @param count null where it is not known: "a few weeks" PXW
 */
export function duration(count: number | null, unit: Unit): string {
  if (count === null) return `P${CLOCK_UNITS.has(unit) ? 'T' : ''}X${LETTERS[unit]}`;
  if (unit === 'decade') return `P${count * 10}Y`;
  if (unit === 'century') return `P${count * 100}Y`;
  if (unit === 'millennium') return `P${count * 1000}Y`;
  const whole = Math.floor(count);
  if (count - whole === 0.5) {
    const first = whole > 0 ? `${whole}${LETTERS[unit]}` : '';
    if (unit === 'year') return `P${first}6M`;
    if (unit === 'hour') return `PT${first}30M`;
    if (unit === 'minute') return `PT${first}30S`;
  }
  return `P${CLOCK_UNITS.has(unit) ? 'T' : ''}${count}${LETTERS[unit]}`;
}
