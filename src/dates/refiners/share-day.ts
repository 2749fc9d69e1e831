import type { Timex } from '../parser.ts';
import type { CalendarFields, Reading } from '../reading.ts';

/** "10:35 a.m. (0735 GMT) on Friday" and "on Friday at 10:35 a.m.": two expressions, one moment. */
const DAY_AFTER =
  /^(?:\s\([^)\n]{0,30})?\)?,?\s{1,3}(?:\p{L}+\s(?:standard\s|daylight\s)?time\s)?(?:on\s(?:the\s)?)?$/iu;
const DAY_BEFORE =
  /^,?\s{1,3}(?:just\s|shortly\s)?(?:at|around|about|by|from|until|before|after)(?:\s(?:about|around))?\s{1,3}$/i;

function isClock({ hour, month, day, weekday }: CalendarFields): boolean {
  return hour !== undefined && month === undefined && day === undefined && weekday === undefined;
}

/** The day that a reading names, ready to take a clock time. */
function dayOf(reading: Reading | undefined): ((clock: CalendarFields) => Reading) | null {
  if (reading?.is === 'calendar') {
    const { fields } = reading;
    if (fields.weekday === undefined && fields.day === undefined) return null;
    const { part: _part, hour: _hour, minute: _minute, second: _second, ...day } = fields;
    return (clock) => ({ ...reading, fields: { ...day, ...clock } });
  }
  if (reading?.is === 'relative-offset' && reading.unit === 'day') return (clock) => ({ ...reading, fields: clock });
  return null;
}

/** "10:35 a.m. (0735 GMT) Friday": the second clock time hands its day on. */
const SAME_MOMENT = /^\s\($/;

/** Gives a clock time the day that stands beside it; the extents stay as they are. */
export function shareDay(text: string, found: readonly Timex[]): Timex[] {
  const shared: Timex[] = [...found];
  for (let index = found.length - 1; index >= 0; index--) {
    const timex = found[index]!;
    if (timex.reading.is !== 'calendar' || !isClock(timex.reading.fields)) continue;
    const [before, after] = [found[index - 1], shared[index + 1]];
    const gap = after && text.slice(timex.stop, after.index);
    const follows = gap !== undefined && (SAME_MOMENT.test(gap) || DAY_AFTER.test(gap)) ? dayOf(after!.reading) : null;
    const leads = before && DAY_BEFORE.test(text.slice(before.stop, timex.index)) ? dayOf(before.reading) : null;
    const day = follows ?? leads;
    if (day) shared[index] = { ...timex, reading: day(timex.reading.fields) };
  }
  return shared;
}
