/** Whether an article's dates in figures put the day or the month first: "25/12/2012" or "12/25/2012". */
import { toDays, weekdayOf } from './calendar.ts';
import type { Found } from './read.ts';
import type { CalendarFields } from './reading.ts';

type Order = 'day' | 'month';

/**
 * The order that its unambiguous dates show, those with a weekday beside them, and those written out elsewhere.
 *
 * @returns null where nothing tells, or where they contradict each other
 */
export function orderOf(text: string, found: readonly Found[]): Order | null {
  const open = found.some(({ reading }) => reading.is === 'calendar' && reading.either !== undefined);
  if (!open) return null;
  const spelled = new Set<number>();
  for (const { reading, by } of found)
    if (by !== 'numeric' && reading.is === 'calendar' && hasDay(reading.fields)) spelled.add(dayNumber(reading.fields));
  const shown = new Set<Order>();
  for (const { reading, by, start } of found) {
    if (by !== 'numeric' || reading.is !== 'calendar') continue;
    const { either, fields } = reading;
    if (!either) {
      // "3.3.2012" and German points tell nothing of slashes
      const first = /^\d{1,2}(?=[/-])/.exec(text.slice(start, start + 3));
      if (first && hasDay(fields) && fields.month !== fields.day)
        shown.add(Number(first[0]) === fields.month ? 'month' : 'day');
      continue;
    }
    const proven = either.map((day) => {
      const at = dayNumber(day.fields);
      return spelled.has(at) || (fields.weekday !== undefined && weekdayOf(at) === fields.weekday);
    });
    if (proven[0] !== proven[1]) shown.add(proven[0] ? 'month' : 'day');
  }
  return shown.size === 1 ? [...shown][0]! : null;
}

function hasDay({ year, month, day }: CalendarFields): boolean {
  return year !== undefined && month !== undefined && day !== undefined;
}

function dayNumber({ year, month, day }: CalendarFields): number {
  return toDays({ year: year!, month: month!, day: day! });
}
