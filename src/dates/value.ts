/** Writes TIMEX3 values: of fields whose year is known, and of those where it is not. */
import type { DateBasis, DateType } from '../document.ts';
import { type Anchors, remember } from './anchors.ts';
import { daysInMonth, formatDay, fromDays, pad, toDays, weekOf } from './calendar.ts';
import { fixedHoliday, holidayIn, nthWeekday } from './holidays.ts';
import type { CalendarFields, Unit } from './reading.ts';

export interface Resolved {
  readonly type: DateType;
  readonly value: string;
  readonly basis: DateBasis;
  readonly candidates?: readonly string[];
  readonly impossible?: true;
}

function clockOf({ part, hour, minute, second }: CalendarFields): string {
  if (hour === undefined) return part === undefined ? '' : `T${part}`;
  return `T${pad(hour, 2)}:${pad(minute ?? 0, 2)}${second === undefined ? '' : `:${pad(second, 2)}`}`;
}

/** A day with the part of the day or the clock time that the fields hold. */
export function dated(day: string, fields: CalendarFields, basis: DateBasis): Resolved {
  const clock = clockOf(fields);
  return { type: clock === '' ? 'DATE' : 'TIME', value: day + clock, basis };
}

/** @returns a value of TIMEX3 type DATE */
export function date(value: string, basis: DateBasis): Resolved {
  return { type: 'DATE', value, basis };
}

/** `1998-W06`, or `1998-W06-WE`, of the week that holds a day number. */
function weekValue(days: number, weekend = false): string {
  const { year, week } = weekOf(days);
  return `${pad(year, 4)}-W${pad(week, 2)}${weekend ? '-WE' : ''}`;
}

/** `1989-Q3` of a quarter counted from year 0. */
export function quarterValue(quarter: number): string {
  return `${pad(Math.floor(quarter / 4), 4)}-Q${(quarter % 4) + 1}`;
}

/** `1989-10` of a month counted from year 0. */
export function monthValue(month: number): string {
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
}

/** The value of fields whose year is known; the anchors move to it. */
export function complete(fields: CalendarFields, year: number, basis: DateBasis, anchors: Anchors): Resolved {
  if (fields.holiday !== undefined) return onDay(holidayIn(fields.holiday, year)!, fields, basis, anchors);
  const { half, season, month } = fields;
  const quarter = fields.quarter === 0 ? topicQuarter(anchors) : fields.quarter;
  const y = pad(year, 4);
  if (fields.bc) return beforeChrist(fields, year);
  if (quarter !== undefined) {
    remember(anchors, 'quarter', year);
    const index = year * 4 + quarter - 1;
    if (fields.quarter !== 0) anchors.quarter = index;
    return date(quarterValue(index), basis);
  }
  if (half !== undefined || season !== undefined) {
    remember(anchors, 'half', year);
    return date(half === undefined ? `${y}-${season}` : `${y}-H${half}`, basis);
  }
  if (month === undefined) {
    remember(anchors, 'year', year);
    return date(y, basis);
  }
  if (fields.nth !== undefined) return nthOf({ ...fields, month, nth: fields.nth }, year, basis, anchors);
  if (fields.day === undefined) {
    remember(anchors, 'month', year, month);
    return date(monthValue(year * 12 + month - 1), basis);
  }
  const days = toDays({ year, month, day: Math.min(fields.day, daysInMonth(year, month)) });
  if (fields.week === 0 || fields.weekend) {
    remember(anchors, 'week', year, month, fields.day);
    return date(weekValue(days, fields.weekend), basis);
  }
  return onDay(days, fields, basis, anchors);
}

/** "the 1988 quarter" is the one of 1988 that the article compares with. */
function topicQuarter({ quarter }: Anchors): number | undefined {
  return quarter === null ? undefined : (quarter % 4) + 1;
}

/** Years before Christ do not become anchors, which count forward. */
function beforeChrist({ month, season, day }: CalendarFields, year: number): Resolved {
  const finer = month === undefined ? (season ?? '') : pad(month, 2) + (day === undefined ? '' : `-${pad(day, 2)}`);
  return date(`BC${pad(year, 4)}${finer === '' ? '' : `-${finer}`}`, 'stated');
}

/** A day number as value; the anchors move to it. */
export function onDay(days: number, fields: CalendarFields, basis: DateBasis, anchors: Anchors): Resolved {
  const { year, month, day } = fromDays(days);
  remember(anchors, 'day', year, month, day);
  return dated(formatDay(days), fields, basis);
}

/** The week or weekend that holds a day number; the anchors move to that day. */
export function onWeek(days: number, weekend: boolean | undefined, basis: DateBasis, anchors: Anchors): Resolved {
  const { year, month, day } = fromDays(days);
  remember(anchors, 'week', year, month, day);
  return date(weekValue(days, weekend), basis);
}

type Nth = CalendarFields & { readonly month: number; readonly nth: number };

/** "the third week of May", "the first Monday in September", "the last day of March". */
function nthOf({ month, nth, ...fields }: Nth, year: number, basis: DateBasis, anchors: Anchors): Resolved {
  if (fields.weekday !== undefined) return onDay(nthWeekday(year, month, fields.weekday, nth), fields, basis, anchors);
  const length = daysInMonth(year, month);
  if (fields.weekend) return date(weekValue(nthWeekday(year, month, 6, nth), true), basis);
  if (fields.week === 0) {
    // the middle of the nth stretch of seven days
    const day = nth > 0 ? Math.min(nth * 7 - 3, length) : length - 3;
    remember(anchors, 'week', year, month);
    return date(weekValue(toDays({ year, month, day })), basis);
  }
  return onDay(toDays({ year, month, day: nth > 0 ? Math.min(nth, length) : length }), fields, basis, anchors);
}

/** What can be said of fields while no year is known. */
export function unresolved(fields: CalendarFields): Resolved {
  const { quarter, half, season, month, day, weekday, weekend } = fields;
  const basis = 'unresolved';
  const fixed = fields.holiday === undefined ? undefined : fixedHoliday(fields.holiday);
  if (fixed) return dated(`XXXX-${pad(fixed[0], 2)}-${pad(fixed[1], 2)}`, fields, basis);
  if (quarter !== undefined) return date(`XXXX-Q${quarter}`, basis);
  if (half !== undefined) return date(`XXXX-H${half}`, basis);
  if (season !== undefined) return date(`XXXX-${season}`, basis);
  if (month !== undefined) {
    const m = `XXXX-${pad(month, 2)}`;
    return day === undefined ? date(m, basis) : dated(`${m}-${pad(day, 2)}`, fields, basis);
  }
  if (weekday !== undefined) return dated(`XXXX-WXX-${weekday}`, fields, basis);
  if (weekend) return date('XXXX-WXX-WE', basis);
  return dated(day === undefined ? 'XXXX-XX-XX' : `XXXX-XX-${pad(day, 2)}`, fields, basis);
}

const BLANKS: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XXTXX',
  minute: 'XXXX-XX-XXTXX',
  hour: 'XXXX-XX-XXTXX',
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
  millennium: 'X',
};

/** What can be said of a distance while nothing is known to count it from. */
export function blank(unit: Unit, fields: CalendarFields): Resolved {
  if (Object.keys(fields).length > 0) return unresolved(fields);
  return { type: /T/.test(BLANKS[unit]) ? 'TIME' : 'DATE', value: BLANKS[unit], basis: 'unresolved' };
}
