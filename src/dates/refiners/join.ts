import type { Timex } from '../parser.ts';
import type { Calendar, CalendarFields, Reading } from '../reading.ts';

function isWeekday({ weekday, month, hour }: CalendarFields): boolean {
  return weekday !== undefined && month === undefined && hour === undefined;
}

function isTimedWeekday({ weekday, month, hour }: CalendarFields): boolean {
  return weekday !== undefined && month === undefined && hour !== undefined;
}

function isDay({ month, day, hour }: CalendarFields): boolean {
  return month !== undefined && day !== undefined && hour === undefined;
}

function isClock({ hour, part, month, day, weekday }: CalendarFields): boolean {
  return (
    (hour !== undefined || part !== undefined) && month === undefined && day === undefined && weekday === undefined
  );
}

function isYear({ year, month, season, quarter }: CalendarFields): boolean {
  return year !== undefined && month === undefined && season === undefined && quarter === undefined;
}

function wantsYear({ year, month, season }: CalendarFields): boolean {
  return year === undefined && (month !== undefined || season !== undefined);
}

/** Which pairs of neighbours make one date, and what may stand between them. The first row that fits is used. */
const PAIRS: readonly (readonly [
  first: (f: CalendarFields) => boolean,
  between: RegExp,
  second: (f: CalendarFields) => boolean,
])[] = [
  // Friday, Oct. 13
  [isWeekday, /^,?\s{1,3}(?:the\s{1,3})?$/, isDay],
  // 15:23 GMT, Tuesday, 19 March 2013
  [isTimedWeekday, /^,\s{1,3}$/, isDay],
  // Oct. 13, Friday
  [isDay, /^,\s{1,3}$/, isWeekday],
  // 10 p.m. Wednesday
  [isClock, /^,?\s{1,3}$/, (fields) => isDay(fields) || isWeekday(fields)],
  // May 8 1:00am
  [(fields) => isDay(fields) || isWeekday(fields), /^,?\s{1,3}$/, isClock],
  // June 20 of 1792, spring of 480 BC
  [wantsYear, /^,?\s{1,3}(?:of\s{1,3})?$/, isYear],
];

/** Two readings as one, or null where they are two expressions. */
function join(first: Reading, between: string, second: Reading): Reading | null {
  if (first.is === 'calendar' && second.is === 'calendar') {
    const [a, b] = [first.fields, second.fields];
    // "Tuesday, 3/4/2012": the weekday tells which day it is
    if (second.either && isWeekday(a) && /^,?\s{1,3}$/.test(between))
      return { ...second, fields: { ...b, weekday: a.weekday! } };
    const fits = PAIRS.some(([one, gap, other]) => one(a) && other(b) && gap.test(between));
    if (!fits) return null;
    const direction = first.direction ?? second.direction;
    return { is: 'calendar', fields: { ...a, ...b }, ...(direction === undefined ? {} : { direction }) };
  }
  const counted =
    joinWeek(first, between, second) ?? joinCount(first, between, second) ?? joinClock(first, between, second);
  if (counted) return counted;
  // "10 p.m. yesterday", "mid-afternoon today"
  if (!/^,?\s{1,3}$/.test(between)) return null;
  if (first.is === 'calendar' && isClock(first.fields) && second.is === 'relative-offset' && second.unit === 'day')
    return { ...second, fields: { ...second.fields, ...first.fields } };
  if (second.is === 'calendar' && isClock(second.fields) && first.is === 'relative-offset' && first.unit === 'day')
    return { ...first, fields: { ...first.fields, ...second.fields } };
  return null;
}

function isPlainWeekday(reading: Reading): reading is Calendar {
  return reading.is === 'calendar' && reading.direction === undefined && isWeekday(reading.fields);
}

/** "Monday of next week", "Friday last week", "a week ago Tuesday": the weekday of that week. */
function joinWeek(first: Reading, between: string, second: Reading): Reading | null {
  const [day, week, gap] =
    first.is === 'relative-offset'
      ? ([second, first, /^,?\s(?:on\s)?$/] as const)
      : ([first, second, /^,?\s(?:(?:of|in)\s)?$/] as const);
  if (!isPlainWeekday(day) || week.is !== 'relative-offset' || week.unit !== 'week' || week.count === null) return null;
  if (week.fields || !gap.test(between)) return null;
  // "last week on Tuesday" tells two things as often as one
  if (week === first && week.from !== 'published') return null;
  return { ...week, fields: day.fields };
}

/** Days that a length of whole days or weeks holds. */
function daysOf(reading: Reading): number | null {
  const length = reading.is === 'literal' ? /^P(\d{1,3})([DW])$/.exec(reading.value) : null;
  return length && Number(length[1]) * (length[2] === 'W' ? 7 : 1);
}

/** "two hours after midnight", "ten minutes before noon": a time of the same day. */
function joinClock(first: Reading, between: string, second: Reading): Reading | null {
  const length = first.is === 'literal' ? /^PT(\d{1,3})([HM])$/.exec(first.value) : null;
  const side = /^\s(after|before|past)\s$/.exec(between)?.[1];
  if (!length || !side || second.is !== 'calendar' || second.fields.hour === undefined) return null;
  const { hour, minute = 0 } = second.fields;
  const away = Number(length[1]) * (length[2] === 'H' ? 60 : 1);
  // midnight opens the day that what comes after it is of
  const at = side === 'before' ? hour * 60 + minute - away : (hour % 24) * 60 + minute + away;
  if (at < 0 || at >= 24 * 60) return null;
  return { ...second, fields: { ...second.fields, hour: Math.floor(at / 60), minute: at % 60 } };
}

/** "a week from Tuesday", "two days from tomorrow". */
function joinCount(first: Reading, between: string, second: Reading): Reading | null {
  const days = daysOf(first);
  if (days === null || !/^\sfrom\s(?:next\s|this\s)?$/.test(between)) return null;
  if (isPlainWeekday(second)) return { ...second, direction: 0, plus: days };
  if (second.is !== 'relative-offset' || second.unit !== 'day' || second.count === null || second.from !== 'published')
    return null;
  return { ...second, count: second.count + days, direction: 1 };
}

/** Joins the pieces of one date that stand side by side. */
export function joinPieces(text: string, found: readonly Timex[]): Timex[] {
  const joined: Timex[] = [];
  for (const timex of found) {
    const before = joined.at(-1);
    const between = before ? text.slice(before.stop, timex.index) : '';
    // "ran for a week from Monday to Friday"
    const goesOn =
      / from /.test(between) && /^\s(?:to|until|till|through)\s/.test(text.slice(timex.stop, timex.stop + 9));
    const reading = before && !goesOn && join(before.reading, between, timex.reading);
    if (before && reading) {
      joined.pop();
      joined.push({ index: before.index, stop: timex.stop, reading, by: before.by });
    } else joined.push(timex);
  }
  return joined;
}
