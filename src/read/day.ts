/** Days of publication as people write them: in options, records, front matter and file names. */

/** A day, and what may follow it in a time stamp; the day is taken as written, whatever the zone. */
const STAMP = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const IN_NAME = /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g;

/** True for `YYYY-MM-DD` when the calendar has that day. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && day >= 1 && day <= (days[month - 1] ?? 0);
}

/**
 * The day of a `YYYY-MM-DD` or of an ISO time stamp that starts with one.
 *
 * @returns the day, or null where the text is no such thing or the calendar lacks the day
 */
export function dayOf(text: string): string | null {
  const day = STAMP.exec(text.trim())?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/;
const SLASHED = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/;
const DAY_FIRST = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})(?!\d)/i;
const MONTH_FIRST = /^(?:[a-z]{3,9},? )?([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i;

/**
 * The day in a date as tools and pages write it: ISO in its forms, RFC 2822, and with the month in English words. What
 * could be read in two ways (`03/04/2020`) is none.
 *
 * @returns null where there is no such day
 */
export function dayIn(text: string): string | null {
  const written = text.slice(0, 100).trim();
  const ordered = COMPACT.exec(written) ?? SLASHED.exec(written);
  const named = DAY_FIRST.exec(written);
  const american = MONTH_FIRST.exec(written);
  const [year, month, day] = ordered
    ? [ordered[1]!, ordered[2]!, ordered[3]!]
    : named
      ? [named[3]!, monthOf(named[2]!), named[1]!]
      : american
        ? [american[3]!, monthOf(american[1]!), american[2]!]
        : ['', '', ''];
  return dayOf(year === '' ? written : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const IN_ADDRESS = /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/.?#_-]|$)/i;

/**
 * The day in the path of an address: `…/2019/11/18/…`, `…/2019/nov/18/…`.
 *
 * @returns null where there is no such day
 */
export function dayInAddress(url: string): string | null {
  const [, year = '', month = '', day = ''] = IN_ADDRESS.exec(url.slice(0, 1000)) ?? [];
  const number = /\D/.test(month) ? monthOf(month) : month;
  return dayOf(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`;
const DAY_BEFORE = String.raw`(?:\d{1,2}(?:st|nd|rd|th)? )?`;
const DAY_BEHIND = String.raw`(?: \d{1,2}(?:st|nd|rd|th)?)?`;
const ANYWHERE = new RegExp(String.raw`\b(?:\d{4}-\d{2}-\d{2}|${DAY_BEFORE}${MONTH}${DAY_BEHIND},? \d{4})\b`, 'i');

/**
 * The day in a short line such as "Posted: Fri 6:45 PM, Feb 16, 2018".
 *
 * @returns null where there is none
 */
export function dayWithin(line: string): string | null {
  const found = ANYWHERE.exec(line.slice(0, 100).replace(/\s+/g, ' '))?.[0];
  return found === undefined ? null : dayIn(found);
}

const monthOf = (name: string): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

/** The message for a text that is no day. */
export function notADay(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}" is not a day; write it as YYYY-MM-DD, for example 2020-09-13`;
}

/**
 * The day in a file name: `2020-09-13-minsk.txt`, `reuters_20200913.txt`.
 *
 * @param name the file's own name, without folders
 * @returns null where the name has none, or several different ones
 */
export function dayInFileName(name: string): string | null {
  const days = new Set<string>();
  for (const [, year, , month, day] of name.matchAll(IN_NAME)) {
    const written = `${year}-${month}-${day}`;
    if (isDay(written) && year! >= '1600' && year! < '2200') days.add(written);
  }
  return days.size === 1 ? [...days][0]! : null;
}
