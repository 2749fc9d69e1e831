/** TIMEX3 values as stretches of days, for filters and the timeline. */
import { daysInMonth, formatDay, pad, parseDay, toDays, weekdayOf } from '../dates/calendar.ts';

/** First and last day, as `YYYY-MM-DD`, so that they compare as text. */
export type Interval = readonly [first: string, last: string];

/** First and last month of each season, as northern newspapers mean them; winter ends in the next year. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 14],
};

/**
 * @param value of a date or time; a range is `a/b`
 * @returns null for durations, sets, vague references, years before Christ and what is not resolved
 */
export function intervalOf(value: string): Interval | null {
  const [from, to, ...more] = value.split('/');
  if (more.length > 0) return null;
  const first = single(from!);
  if (to === undefined || first === null) return first;
  const last = single(to);
  return last === null || last[1] < first[0] ? null : [first[0], last[1]];
}

function single(value: string): Interval | null {
  const match =
    /^(\d{2,4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)(?:-(WE|\d))?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?:T.*)?$/.exec(value);
  if (!match) return null;
  const [, years, month, day, week, weekday, quarter, half, season] = match;
  const scale = 10 ** (4 - years!.length);
  const year = Number(years) * scale;
  if (scale > 1) return match[0] === years ? [`${pad(year, 4)}-01-01`, `${pad(year + scale - 1, 4)}-12-31`] : null;
  if (day !== undefined)
    return parseDay(`${years}-${month}-${day}`) === null ? null : [value.slice(0, 10), value.slice(0, 10)];
  if (month !== undefined) return months(year, Number(month), Number(month));
  if (week !== undefined) return inWeek(year, Number(week), weekday);
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (half !== undefined) return months(year, Number(half) * 6 - 5, Number(half) * 6);
  if (season !== undefined) return months(year, ...SEASONS[season]!);
  return months(year, 1, 12);
}

/** @param last may pass 12: it then lies in the next year */
function months(year: number, first: number, last: number): Interval | null {
  if (first < 1 || first > 12) return null;
  const [endYear, end] = last > 12 ? [year + 1, last - 12] : [year, last];
  return [`${pad(year, 4)}-${pad(first, 2)}-01`, `${pad(endYear, 4)}-${pad(end, 2)}-${daysInMonth(endYear, end)}`];
}

/** The first ISO week holds 4 January. */
function inWeek(year: number, week: number, weekday: string | undefined): Interval {
  const fourth = toDays({ year, month: 1, day: 4 });
  const monday = fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
  if (weekday === 'WE') return [formatDay(monday + 5), formatDay(monday + 6)];
  if (weekday !== undefined) return [formatDay(monday + Number(weekday) - 1), formatDay(monday + Number(weekday) - 1)];
  return [formatDay(monday), formatDay(monday + 6)];
}
