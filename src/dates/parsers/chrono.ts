/**
 * Chrono's own parsers for written dates, each made to say only what is written: its guesses of missing fields are
 * dropped, its extents trimmed, and what it takes for a date but is none is refused.
 */
import { configuration, type Parser, type ParsingComponents, ParsingResult } from 'chrono-node/en';
import { daysInMonth } from '../calendar.ts';
import { Timex } from '../parser.ts';
import { type Calendar, calendar, type Fields, type Reading } from '../reading.ts';
import { type DateOption, DIGIT, MONTH_NAME, NOTHING } from '../triggers.ts';

type Context = Parameters<Parser['extract']>[0];

/** Chrono's parsers that are used, by class name, and the triggers each needs (all of them). */
const USED: Readonly<Record<string, number>> = {
  ISOFormatParser: DIGIT,
  ENYearMonthDayParser: DIGIT,
  SlashDateFormatParser: DIGIT,
  ENMonthNameLittleEndianParser: MONTH_NAME,
  ENMonthNameMiddleEndianParser: MONTH_NAME,
  ENYearMonthNameParser: DIGIT | MONTH_NAME,
  ENMonthNameParser: MONTH_NAME,
};

const NAMES = new Map([
  ['ISOFormatParser', 'chrono-iso'],
  ['ENYearMonthDayParser', 'chrono-iso'],
  ['SlashDateFormatParser', 'chrono-slash'],
]);

function fieldsOf(components: ParsingComponents): Fields {
  const fields: Record<string, number> = {};
  for (const key of ['year', 'month', 'day', 'hour', 'minute', 'second'] as const) {
    if (components.isCertain(key)) fields[key] = components.get(key)!;
  }
  return fields;
}

/** What stands before a date in chrono's match and is no part of it, and what stands after. */
const LEAD = /^(?:on|in)\s+/i;
const TRAIL = /(?:\s+of|[\s,;:–-])+$/i;
/** A two-digit number after a day is a year only where a stroke or hyphen ties it: "Aug. 7, 12 people died". */
const LOOSE_YEAR = /(\s*,\s*|\s+)\d{2}$/;
const SLASH_YEAR = /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$/;
/** Months that are also words or names: they need a capital, and alone they need more. */
const SHORT_ALONE = /^(?:jan|mar|apr|jun|jul|aug|sep|oct|dec)$/i;

function readMonthDate(text: string, start: Fields, end: Fields | null): Reading | null {
  const name = /\p{L}{3,}/u.exec(text.replace(/^\d+(?:st|nd|rd|th)\b/i, ''))?.[0] ?? '';
  if (/^\p{Ll}/u.test(name) && !/^(?:first|second|third|f|s|e|n|t|the)/.test(name)) return null;
  if (/\b(?:may|march|mar|sep|dec|jan)\b/.test(text)) return null;
  if (SHORT_ALONE.test(text)) return null;
  if (start.day !== undefined && start.day > daysInMonth(start.year ?? 2000, start.month!)) return null;
  const from = calendar(start);
  if (!end) return from;
  if (end.day === undefined || start.day === undefined || end.day <= start.day) return null;
  return { is: 'range', from, to: calendar(end) as Calendar };
}

function adapt(parser: Parser, className: string): Parser {
  const needs = USED[className]!;
  const by = NAMES.get(className) ?? 'chrono-month';
  const numeric = NAMES.has(className);
  return {
    pattern: (context) =>
      ((context.option as DateOption).triggers & needs) === needs ? parser.pattern(context) : NOTHING,
    extract(context, matched) {
      const match = matched as RegExpExecArray;
      const found = parser.extract(context, match);
      if (!found) return null;
      const result =
        found instanceof ParsingResult
          ? found
          : context.createParsingResult(match.index, match[0]!, found as ParsingComponents);
      return toTimex(context, result, by, numeric);
    },
  };
}

function toTimex(context: Context, result: ParsingResult, by: string, numeric: boolean): Timex | null {
  let { index, text } = result;
  const lead = LEAD.exec(text);
  if (lead) {
    index += lead[0].length;
    text = text.slice(lead[0].length);
  }
  const start = fieldsOf(result.start) as { year?: number };
  const loose = numeric ? null : LOOSE_YEAR.exec(text);
  if (loose && start.year !== undefined) {
    text = text.slice(0, loose.index);
    delete start.year;
  }
  text = text.replace(TRAIL, '');
  const before = context.text[index - 1] ?? ' ';
  const after = context.text[index + text.length] ?? ' ';
  if (/[\w$£€#/.,]/.test(before) && /\d/.test(text[0]!) && before !== ',') return null;
  if (/[\p{L}\p{N}_]/u.test(before) || /[\p{L}\p{N}_%]/u.test(after)) return null;
  if (numeric) {
    if (by === 'chrono-slash' && !SLASH_YEAR.test(text)) return null;
    if (/[/.-]\d/.test(context.text.slice(index + text.length, index + text.length + 2))) return null;
    return new Timex(context, index, text, calendar(start), by);
  }
  const reading = readMonthDate(text, start, result.end ? fieldsOf(result.end) : null);
  return reading && new Timex(context, index, text, reading, by);
}

/**
 * The parsers of chrono's English configuration that are used here.
 *
 * @throws Error where chrono no longer has one of them under its name
 */
export function chronoParsers(): Parser[] {
  const { parsers } = configuration.createCasualConfiguration(false);
  return Object.keys(USED).map((name) => {
    const parser = parsers.find((candidate) => candidate.constructor.name === name);
    if (!parser) throw new Error(`chrono-node has no parser ${name} any more: see src/dates/parsers/chrono.ts`);
    return adapt(parser, name);
  });
}
