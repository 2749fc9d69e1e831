import type { Timex } from '../parser.ts';
import type { Fields, Reading } from '../reading.ts';

function isWeekday({ weekday, month, hour }: Fields): boolean {
  return weekday !== undefined && month === undefined && hour === undefined;
}

function isTimedWeekday({ weekday, month, hour }: Fields): boolean {
  return weekday !== undefined && month === undefined && hour !== undefined;
}

function isDay({ month, day, hour }: Fields): boolean {
  return month !== undefined && day !== undefined && hour === undefined;
}

function isClock({ hour, part, month, day, weekday }: Fields): boolean {
  return (
    (hour !== undefined || part !== undefined) && month === undefined && day === undefined && weekday === undefined
  );
}

function isYear({ year, month, season, quarter }: Fields): boolean {
  return year !== undefined && month === undefined && season === undefined && quarter === undefined;
}

function wantsYear({ year, month, season }: Fields): boolean {
  return year === undefined && (month !== undefined || season !== undefined);
}

/** Which pieces make one date, and what may stand between them. The first line that fits is taken. */
const PAIRS: readonly (readonly [first: (f: Fields) => boolean, between: RegExp, second: (f: Fields) => boolean])[] = [
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
    const fits = PAIRS.some(([one, gap, other]) => one(a) && other(b) && gap.test(between));
    if (!fits) return null;
    const turn = first.turn ?? second.turn;
    return { is: 'calendar', fields: { ...a, ...b }, ...(turn === undefined ? {} : { turn }) };
  }
  // "10 p.m. yesterday", "mid-afternoon today"
  if (!/^,?\s{1,3}$/.test(between)) return null;
  if (first.is === 'calendar' && isClock(first.fields) && second.is === 'shift' && second.unit === 'day')
    return { ...second, fields: { ...second.fields, ...first.fields } };
  if (second.is === 'calendar' && isClock(second.fields) && first.is === 'shift' && first.unit === 'day')
    return { ...first, fields: { ...first.fields, ...second.fields } };
  return null;
}

/** Joins the pieces of one date that stand side by side. */
export function joinPieces(text: string, found: readonly Timex[]): Timex[] {
  const joined: Timex[] = [];
  for (const timex of found) {
    const before = joined.at(-1);
    const reading = before && join(before.reading, text.slice(before.stop, timex.index), timex.reading);
    if (before && reading) {
      joined.pop();
      joined.push({ index: before.index, stop: timex.stop, reading, by: before.by });
    } else joined.push(timex);
  }
  return joined;
}
