import type { Context } from '../parser.ts';
import { Timex } from '../parser.ts';
import type { Fields, Reading } from '../reading.ts';

/** What may stand between two pieces of one date: "Friday, Oct. 13", "10 p.m. Wednesday", "May 8 1:00am". */
const BETWEEN = /^(?:,?\s{1,3}|,?\s{1,3}the\s{1,3}|\s\()$/;

function fieldsOf(reading: Reading): Fields | null {
  return reading.is === 'calendar' ? reading.fields : null;
}

function isWeekday(fields: Fields): boolean {
  return fields.weekday !== undefined && fields.month === undefined && fields.hour === undefined;
}

function isDay(fields: Fields): boolean {
  return fields.month !== undefined && fields.day !== undefined && fields.hour === undefined;
}

function isClock(fields: Fields): boolean {
  return fields.hour !== undefined && fields.day === undefined && fields.weekday === undefined;
}

/** Two readings as one, or null where they are two expressions. */
function join(first: Reading, second: Reading): Reading | null {
  const a = fieldsOf(first);
  const b = fieldsOf(second);
  if (a && b) {
    if (isWeekday(a) && isDay(b)) return { ...second, fields: { ...a, ...b } } as Reading;
    if (isDay(a) && isWeekday(b)) return { ...first, fields: { ...b, ...a } } as Reading;
    if (isClock(a) && (isDay(b) || isWeekday(b))) return { ...second, fields: { ...b, ...a } } as Reading;
    if ((isDay(a) || isWeekday(a)) && isClock(b)) return { ...first, fields: { ...a, ...b } } as Reading;
    return null;
  }
  // "10 p.m. yesterday", "mid-afternoon today"
  if (a && isClock(a) && second.is === 'shift' && second.unit === 'day')
    return { ...second, fields: { ...second.fields, ...a } };
  if (b && isClock(b) && first.is === 'shift' && first.unit === 'day')
    return { ...first, fields: { ...first.fields, ...b } };
  return null;
}

/** Joins the pieces of one date that stand side by side. */
export function joinPieces(context: Context, found: readonly Timex[]): Timex[] {
  const joined: Timex[] = [];
  for (const timex of found) {
    const before = joined.at(-1);
    const reading =
      before && BETWEEN.test(context.text.slice(before.stop, timex.index)) ? join(before.reading, timex.reading) : null;
    if (before && reading) {
      joined.pop();
      const text = context.text.slice(before.index, timex.stop);
      joined.push(new Timex(context, before.index, text, reading, before.by));
    } else joined.push(timex);
  }
  return joined;
}
