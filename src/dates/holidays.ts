/** On which day a holiday falls in a given year. */
import { toDays, weekdayOf } from './calendar.ts';

const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  christmas: [12, 25],
  'christmas eve': [12, 24],
  'new year day': [1, 1],
  'new year eve': [12, 31],
  'boxing day': [12, 26],
  halloween: [10, 31],
  'valentines day': [2, 14],
  'st patricks day': [3, 17],
  'independence day': [7, 4],
  'veterans day': [11, 11],
  'bastille day': [7, 14],
  juneteenth: [6, 19],
};

/** Days from Easter Sunday. */
const FROM_EASTER: Readonly<Record<string, number>> = {
  easter: 0,
  'easter sunday': 0,
  'easter monday': 1,
  'good friday': -2,
  'palm sunday': -7,
  'ash wednesday': -46,
};

/** Month, ISO weekday, and which one of the month; -1 is the last. */
const FLOATING: Readonly<Record<string, readonly [month: number, weekday: number, nth: number]>> = {
  thanksgiving: [11, 4, 4],
  'memorial day': [5, 1, -1],
  'labor day': [9, 1, 1],
  'columbus day': [10, 1, 2],
  'presidents day': [2, 1, 3],
  'martin luther king day': [1, 1, 3],
  'martin luther king jr day': [1, 1, 3],
};

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return toDays({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 });
}

/**
 * The day number of the `nth` of a weekday in a month; -1 is the last.
 *
 * @param weekday ISO: 1 is Monday
 */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = toDays({ year, month, day: 1 });
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = toDays(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** Month and day of a holiday that falls on the same one every year; undefined for the movable ones. */
export function fixedHoliday(key: string): readonly [month: number, day: number] | undefined {
  return FIXED[key];
}

/** The day number of a holiday, or null for a name that is not known. */
export function holidayIn(key: string, year: number): number | null {
  const fixed = FIXED[key];
  if (fixed) return toDays({ year, month: fixed[0], day: fixed[1] });
  const offset = FROM_EASTER[key];
  if (offset !== undefined) return easter(year) + offset;
  const floating = FLOATING[key];
  if (floating) return nthWeekday(year, ...floating);
  // the Tuesday after the first Monday of November
  return key === 'election day' ? nthWeekday(year, 11, 1, 1) + 1 : null;
}
