import type { Timex } from '../parser.ts';
import type { CalendarFields } from '../reading.ts';

const BETWEEN = /^\s?(?:-|–|—|and|or|to|until|till|through|,)\s{0,3}(?:the\s)?$/;

/** "between March and May 2012", "21 March - 21 June 1952": the year of the second date is that of the first too. */
export function shareYear(text: string, found: readonly Timex[]): Timex[] {
  return found.map((timex, index) => {
    const next = found[index + 1];
    if (next?.reading.is !== 'calendar' || timex.reading.is !== 'calendar') return timex;
    const [first, second] = [timex.reading.fields, next.reading.fields];
    if (first.month === undefined || second.month === undefined) return timex;
    if (first.year !== undefined || second.year === undefined) return timex;
    if (!BETWEEN.test(text.slice(timex.stop, next.index))) return timex;
    // "from November to March 1990" begins the year before
    const year = first.month > second.month ? second.year - 1 : second.year;
    const fields: CalendarFields = { ...first, year, ...(second.bc ? { bc: true } : {}) };
    return { ...timex, reading: { ...timex.reading, fields } };
  });
}
