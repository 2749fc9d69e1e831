/**
 * Chrono's own parsers for written dates, each made to say only what is written: its guesses of missing fields are
 * dropped, its extents trimmed, and what it takes for a date but is none is refused.
 */
import { Chrono, configuration, type Parser, type ParsingComponents, ParsingResult } from 'chrono-node/en';
import { daysInMonth } from '../calendar.ts';
import type { Timex } from '../parser.ts';
import { type CalendarFields, calendar, type Reading } from '../reading.ts';
import { CAPITAL_MONTH, DIGIT, PARTED_DIGITS, YEAR } from '../triggers.ts';
import { MONTH, ONCE } from '../vocabulary.ts';

type Context = Parameters<Parser['extract']>[0];

/** Chrono's parsers that are used, by class name, and the triggers each needs (all of them). */
const USED: Readonly<Record<string, number>> = {
  ISOFormatParser: YEAR,
  ENYearMonthDayParser: YEAR,
  ENMonthNameLittleEndianParser: CAPITAL_MONTH,
  ENMonthNameMiddleEndianParser: CAPITAL_MONTH,
  ENYearMonthNameParser: DIGIT | CAPITAL_MONTH,
  ENMonthNameParser: CAPITAL_MONTH,
};
/** All triggers that decide which of them run, and those of the ones that read month names. */
const DECIDE = YEAR | PARTED_DIGITS | DIGIT | CAPITAL_MONTH;
const BY_NAME = DIGIT | CAPITAL_MONTH;
/** What every date in figures holds: "9-12-2020", "2020-09-13", "2020 Sept. 13". */
const IN_FIGURES = /\d[-./\s](?:\d{1,2}|[a-z]{3,9}\.?)[-./\s]\d/i;

/** Chrono needs an instant and a zone; only what is written is taken from its results, so any fixed one will do. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 };

const NAMES = new Map([
  ['ISOFormatParser', 'chrono-iso'],
  ['ENYearMonthDayParser', 'chrono-iso'],
]);

function fieldsOf(components: ParsingComponents, noYear: boolean): CalendarFields {
  const fields: Record<string, number> = {};
  for (const key of ['year', 'month', 'day', 'hour', 'minute', 'second'] as const) {
    if (components.isCertain(key) && !(noYear && key === 'year')) fields[key] = components.get(key)!;
  }
  return fields.year !== undefined && fields.year < 0 ? { ...fields, bc: true, year: -fields.year } : fields;
}

/** What stands before a date in chrono's match and is no part of it, and what stands after. */
const LEAD = /^(?:on|in)\s+/i;
const TRAIL_MARK = /[\s,;:–-]/;
const TRAIL_WORD = /\sof$/i;
/** A two-digit number after a day is a year only in "12-Sep-98": "Aug. 7, 12 people died", "5 September-12 September". */
const LOOSE_YEAR = /(\s{0,3},\s{0,3}|\s{1,3}|-)\d{2}$/;
const CLOSED_YEAR = /^\d{1,2}[-/]\p{L}{3,9}[-/]\d{2}$/u;
const NAME = new RegExp(MONTH, 'i');
/** Words in capitals before a month, at the start of a sentence. */
const TIME_WORDS = [
  'In|On|By|Since|Last|This|Next|Early|Late|Until|From|Between|And|But|For|During|Before|After|Through|To|As|Of',
  'Mid|Around|About|Sometime|Effective|The|A|Each|Every|Our|His|Her|Their',
].join('|');
/** "Heroes' March", "the Long March", "March for Life": alone, a month that is also a word must look like a month. */
const WORD_BEFORE = new RegExp(String.raw`(?:['’]s?|\b(?:(?!(?:${TIME_WORDS})\b)\p{Lu}[\p{L}.]*|along\sthe))\s$`, 'u');
const WORD_AFTER =
  /^\s(?:to\s(?:the|\p{Lu})|on\s\p{Lu}|for\b|of\s(?:the\s(?!year)|\p{Lu})|against|\p{Lu}\p{Ll}*ion\b)/u;

const AHEAD_OF_MAY = [
  'in|of|by|since|until|till|from|to|during|before|after|last|next|this|that|early|late|mid|for|and|or|between',
  'through|on|the|a|each|every|following|previous|whole',
].join('|');
/** A bare "May" is the month only behind one of these: at a sentence's start it is a verb, behind a name a name. */
const BEFORE_MAY = new RegExp(String.raw`(?:^|[\s(-])(?:${AHEAD_OF_MAY})[\s-]$`, 'i');
const MONTH_BEFORE = /\b(?:in|by|since|until|from|during|last|next|early|late|mid|of)[\s-]$/i;
/** Behind a bare month, what makes it a first name: "June Park said", "with August Wilson". */
const NAME_AFTER = /^\s(?:[\p{Lu}]\.\s)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?=['’]s\b|[,.;:)]|\s\p{Ll}|$)/u;
const AHEAD_OF_A_MONTH = [
  'in|since|until|till|during|before|after|last|next|this|that|early|late|mid|each|every|the|a|an|its|previous',
  'following|and|or|through',
].join('|');
/** Before a bare month, what shows that it is one, whatever follows: "in June Apple said", "the March Reuters poll". */
const TIME_BEFORE = new RegExp(String.raw`(?:\b(?:${AHEAD_OF_A_MONTH})[\s-]|\d,?\s)$`, 'i');
const TITLED =
  /\b(?:Mrs?|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Judge|Sir|Dame|Lady|Lord|President|Secretary|Minister|Mayor|Chief)\.?\s$/;
const FIRST_NAME = /^(?:april|may|june|july|august|january|march)$/i;
const SPEAKS = /^\s(?:said|says|told|added|asked|who|has|had|wrote|thinks)\b/;

function isWord(context: Context, index: number, text: string): boolean {
  if (/^(?:mar|sep|dec|jan|jun|jul|apr|aug|oct)$/i.test(text)) return true;
  const before = context.text.slice(Math.max(0, index - 24), index);
  const after = context.text.slice(index + text.length, index + text.length + 24);
  if (FIRST_NAME.test(text) && isName(before, after)) return true;
  if (!/^(?:march|may|april|june|august)$/i.test(text)) return false;
  if (/^may$/i.test(text) && !BEFORE_MAY.test(before) && !/^(?:,?\s\d{4}\b|[-–/])/.test(after)) return true;
  return (
    WORD_BEFORE.test(before) ||
    SPEAKS.test(after) ||
    (/^march$/i.test(text) && !MONTH_BEFORE.test(before) && WORD_AFTER.test(after))
  );
}

function isName(before: string, after: string): boolean {
  if (TITLED.test(before)) return true;
  return NAME_AFTER.test(after) && !TIME_BEFORE.test(before);
}

function readMonthDate(start: CalendarFields, end: CalendarFields | null): Reading | null {
  if (start.day !== undefined && start.day > daysInMonth(start.year ?? 2000, start.month!)) {
    const { day: _day, ...month } = start;
    return { ...calendar(month), impossible: true };
  }
  if (!end) return calendar(start);
  if (end.day === undefined || start.day === undefined || end.day <= start.day) return null;
  return { is: 'range', from: calendar(start), to: calendar(end) };
}

/** A result of chrono's with what we read in it. */
class Written extends ParsingResult {
  readonly timex: Timex;

  constructor({ reference, start }: ParsingResult, text: string, timex: Timex) {
    super(reference, timex.index, text, start);
    this.timex = timex;
  }
}

/** How chrono's patterns begin a choice of month names. */
const MONTH_CHOICE = '((?:september';

/** The parser whose pattern takes longest to compile: 20 ms at its first use. */
const DEAREST = 'ENMonthNameLittleEndianParser';

/**
 * Chrono's pattern so that its first use takes a sixth of the time: month names are compiled once, and a rest of one
 * character, which V8 keeps as one byte and would compile the pattern anew for, is not looked at.
 */
function quickened(pattern: RegExp): RegExp {
  const quick = new RegExp(pattern.source.replaceAll(MONTH_CHOICE, `${ONCE}${MONTH_CHOICE}`), pattern.flags);
  quick.exec = (text) => (text.length > 1 ? RegExp.prototype.exec.call(quick, text) : null);
  return quick;
}

function adapt(parser: Parser, className: string): Parser {
  const by = NAMES.get(className) ?? 'chrono-month';
  const numeric = NAMES.has(className);
  let quick: RegExp | undefined;
  return {
    pattern(context) {
      if (className !== DEAREST) return parser.pattern(context);
      quick ??= quickened(parser.pattern(context));
      return quick;
    },
    extract(context, matched) {
      const match = matched as RegExpExecArray;
      const found = parser.extract(context, match);
      if (!found) return null;
      const result =
        found instanceof ParsingResult
          ? found
          : context.createParsingResult(match.index, match[0]!, found as ParsingComponents);
      return written(context, result, by, numeric);
    },
  };
}

/** Without marks and the word "of" at its end. */
function withoutTrail(text: string): string {
  let end = text.length;
  for (;;) {
    if (end > 0 && TRAIL_MARK.test(text[end - 1]!)) end -= 1;
    else if (end > 2 && TRAIL_WORD.test(text.slice(end - 3, end))) end -= 2;
    else return text.slice(0, end);
  }
}

function written(context: Context, result: ParsingResult, by: string, numeric: boolean): Written | null {
  let { index, text } = result;
  const lead = LEAD.exec(text);
  if (lead) {
    index += lead[0].length;
    text = text.slice(lead[0].length);
  }
  // chrono reads "January 1 be" as a year of the Buddhist era
  if (/\d\s*BE$/i.test(text)) return null;
  const loose = numeric || CLOSED_YEAR.test(text) ? null : LOOSE_YEAR.exec(text);
  const noYear = loose !== null && result.start.isCertain('year');
  if (noYear) text = text.slice(0, loose.index);
  text = withoutTrail(text);
  const start = fieldsOf(result.start, noYear);
  const before = context.text[index - 1] ?? ' ';
  const after = context.text[index + text.length] ?? ' ';
  if (/[\p{L}\p{N}_]/u.test(before) || /[\p{L}\p{N}_%]/u.test(after)) return null;
  if (/[$£€#/.]/.test(before) && /^\d/.test(text)) return null;
  if (numeric) {
    if (/^[/.-]\d/.test(context.text.slice(index + text.length, index + text.length + 2))) return null;
    const reading = readMonthDate(start, null)!;
    return new Written(result, text, { index, stop: index + text.length, reading, by });
  }
  const name = NAME.exec(text)?.[0] ?? '';
  if (!/^\p{Lu}/u.test(name) || isWord(context, index, text)) return null;
  const reading = readMonthDate(start, result.end ? fieldsOf(result.end, noYear) : null);
  return reading && new Written(result, text, { index, stop: index + text.length, reading, by });
}

const readers = new Map<number, Chrono>();

/** The parsers of chrono's English configuration that are used here, each with what it needs. */
let adapted: readonly (readonly [needs: number, parser: Parser])[] | null = null;

/** @throws Error where chrono no longer has one of them under its name */
function adaptAll(): readonly (readonly [needs: number, parser: Parser])[] {
  const { parsers } = configuration.createCasualConfiguration(false);
  return Object.entries(USED).map(([name, needs]) => {
    const parser = parsers.find((candidate) => candidate.constructor.name === name);
    if (!parser) throw new Error(`chrono-node has no parser ${name} any more: see src/dates/parsers/chrono.ts`);
    return [needs, adapt(parser, name)];
  });
}

/**
 * Adds the written dates of a text to `found`.
 *
 * @param triggers of the sentence: they tell which parsers can find anything
 */
export function readWritten(text: string, triggers: number, found: Timex[]): void {
  const deciding = triggers & (triggers & (YEAR | PARTED_DIGITS) && IN_FIGURES.test(text) ? DECIDE : BY_NAME);
  if (deciding === DIGIT) return;
  let reader = readers.get(deciding);
  if (!reader) {
    adapted ??= adaptAll();
    const parsers = adapted.filter(([needs]) => (deciding & needs) === needs).map(([, parser]) => parser);
    reader = new Chrono({ parsers, refiners: [] });
    readers.set(deciding, reader);
  }
  if (reader.parsers.length === 0) return;
  for (const result of reader.parse(text, REFERENCE)) found.push((result as Written).timex);
}
