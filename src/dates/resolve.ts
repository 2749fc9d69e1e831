/** From what is written to a TIMEX3 value: fills what is missing from the publication date and from the dates before. */
import type { DateBasis, DateType } from '../document.ts';
import { addMonths, daysInMonth, formatDay, fromDays, pad, toDays, weekdayOf, weekOf } from './calendar.ts';
import { holidayIn, nthWeekday } from './holidays.ts';
import type { Calendar, Fields, Reading, Season, Shift, Turn, Unit } from './reading.ts';

export interface Resolved {
  readonly type: DateType;
  readonly value: string;
  readonly basis: DateBasis;
}

/** The dates mentioned so far, by how fine they are. Day numbers count from 1970-01-01, months from year 0. */
export interface Anchors {
  day: number | null;
  month: number | null;
  quarter: number | null;
  year: number | null;
  /** The finest field of the date mentioned last. */
  finest: Unit | null;
}

export interface Setting {
  /** Day number of publication. */
  readonly published: number | null;
  /** True where the article tells of times long past: the dates before it count, not the day of publication. */
  readonly narrative: boolean;
  readonly anchors: Anchors;
  /** What the governing verb says. */
  readonly tense: Turn;
}

const SEASON_MONTH: Readonly<Record<Season, number>> = { WI: 0, SP: 3, SU: 6, FA: 9 };

/** The moment from which incomplete dates are counted, as a day number; null where nothing is known. */
function base({ published, narrative, anchors }: Setting): number | null {
  if (!narrative) return published;
  if (anchors.day !== null) return anchors.day;
  if (anchors.month !== null)
    return toDays({ year: Math.floor(anchors.month / 12), month: (anchors.month % 12) + 1, day: 1 });
  return anchors.year === null ? null : toDays({ year: anchors.year, month: 1, day: 1 });
}

/**
 * The year in which a place in the year falls.
 *
 * @param place of something in the year, in the same measure as `now` (month, quarter, day of the year)
 * @param turn where a word or the tense gives the side; 0 where nothing does
 */
function yearOf(place: number, now: number, year: number, length: number, turn: Turn | undefined, tense: Turn): number {
  if (turn === -1) return place < now ? year : year - 1;
  if (turn === 1) return place > now ? year : year + 1;
  if (turn === 0) return year;
  if (tense < 0) return place <= now ? year : year - 1;
  if (tense > 0) return place >= now ? year : year + 1;
  const distance = place - now;
  if (distance > length / 2) return year - 1;
  return distance < -length / 2 ? year + 1 : year;
}

const CLOCK = (fields: Fields): string => {
  if (fields.hour === undefined) return fields.part ? `T${fields.part}` : '';
  const seconds = fields.second === undefined ? '' : `:${pad(fields.second, 2)}`;
  return `T${pad(fields.hour, 2)}:${pad(fields.minute ?? 0, 2)}${seconds}`;
};

function dated(value: string, fields: Fields, basis: DateBasis): Resolved {
  const clock = CLOCK(fields);
  return { type: clock ? 'TIME' : 'DATE', value: value + clock, basis };
}

function weekValue(days: number, weekend = false): string {
  const { year, week } = weekOf(days);
  return `${pad(year, 4)}-W${pad(week, 2)}${weekend ? '-WE' : ''}`;
}

function remember(anchors: Anchors, finest: Unit, year: number, month?: number, day?: number, quarter?: number): void {
  anchors.finest = finest;
  anchors.year = year;
  if (month !== undefined) anchors.month = year * 12 + month - 1;
  else anchors.month = null;
  anchors.quarter =
    quarter !== undefined
      ? year * 4 + quarter - 1
      : month !== undefined
        ? year * 4 + Math.floor((month - 1) / 3)
        : null;
  if (day !== undefined && month !== undefined) anchors.day = toDays({ year, month, day });
  else if (month !== undefined || quarter !== undefined) anchors.day = null;
  else anchors.day = null;
}

export function resolve(reading: Reading, setting: Setting): Resolved {
  switch (reading.is) {
    case 'literal':
      return { type: reading.type, value: reading.value, basis: /REF$/.test(reading.value) ? 'relative' : 'stated' };
    case 'calendar':
      return resolveCalendar(reading, setting);
    case 'shift':
      return resolveShift(reading, setting);
    case 'range': {
      const from = resolve(reading.from, setting);
      const to = resolve(reading.to, setting);
      return { type: from.type, value: `${from.value}/${to.value}`, basis: from.basis };
    }
  }
}

function resolveCalendar({ fields, turn }: Calendar, setting: Setting): Resolved {
  const { anchors } = setting;
  if (fields.century !== undefined)
    return { type: 'DATE', value: (fields.bc ? 'BC' : '') + pad(fields.century, 2), basis: 'stated' };
  if (fields.decade !== undefined) {
    anchors.year = null;
    return { type: 'DATE', value: (fields.bc ? 'BC' : '') + pad(fields.decade, 3), basis: 'stated' };
  }
  if (fields.bc) return { type: 'DATE', value: `BC${pad(fields.year!, 4)}`, basis: 'stated' };
  if (fields.year !== undefined) return complete(fields, fields.year, 'stated', setting);
  const now = base(setting);
  const inferred: DateBasis = 'year-inferred';
  if (
    fields.hour !== undefined &&
    fields.month === undefined &&
    fields.weekday === undefined &&
    fields.day === undefined
  ) {
    const day = anchors.day ?? setting.published;
    return dated(
      day === null ? 'XXXX-XX-XX' : formatDay(day),
      fields,
      day === null ? 'unresolved' : anchors.day !== null ? 'anaphoric' : 'relative',
    );
  }
  if (now === null) return unresolved(fields);
  const { year, month, day } = fromDays(now);
  const tense = setting.narrative ? 0 : setting.tense;
  if (fields.holiday !== undefined) {
    const place = holidayIn(fields.holiday, year)! - toDays({ year, month: 1, day: 1 });
    const today = now - toDays({ year, month: 1, day: 1 });
    return complete(fields, yearOf(place, today, year, 365, turn, tense), inferred, setting);
  }
  if (fields.quarter !== undefined) {
    const current = Math.floor((month - 1) / 3) + 1;
    const y = yearOf(fields.quarter, current, year, 4, turn, tense || -1);
    return complete(fields, y, inferred, setting);
  }
  if (fields.half !== undefined)
    return complete(fields, yearOf(fields.half, month > 6 ? 2 : 1, year, 2, turn, tense || -1), inferred, setting);
  if (fields.season !== undefined) {
    const y = yearOf(
      SEASON_MONTH[fields.season],
      Math.floor((month % 12) / 3) * 3,
      year,
      12,
      turn,
      turn === undefined ? tense || -1 : 0,
    );
    return complete(fields, y, inferred, setting);
  }
  if (fields.month !== undefined) {
    const place = fields.day === undefined ? fields.month * 32 : fields.month * 32 + fields.day;
    const today = fields.day === undefined ? month * 32 : month * 32 + day;
    return complete(fields, yearOf(place, today, year, 12 * 32, turn, tense), inferred, setting);
  }
  if (fields.weekday !== undefined) return resolveWeekday(fields, turn, now, tense, setting);
  if (fields.weekend) {
    const sunday = now - weekdayOf(now) + 7;
    const target = tense < 0 && weekdayOf(now) < 6 ? sunday - 7 : sunday;
    return { type: 'DATE', value: weekValue(target, true), basis: 'relative' };
  }
  if (fields.day !== undefined) {
    const start = anchors.month ?? year * 12 + month - 1;
    const y = Math.floor(start / 12);
    return complete({ ...fields, month: (start % 12) + 1 }, y, 'anaphoric', setting);
  }
  const target = anchors.day ?? now;
  return dated(formatDay(target), fields, anchors.day === null ? 'relative' : 'anaphoric');
}

function resolveWeekday(
  fields: Fields,
  turn: Turn | undefined,
  now: number,
  tense: Turn,
  { anchors }: Setting,
): Resolved {
  const back = (weekdayOf(now) - fields.weekday! + 7) % 7;
  let target: number;
  if (turn === -1) target = now - (back || 7);
  else if (turn === 1) target = now + (7 - back);
  else if (turn === 0) target = now + ((7 - back) % 7);
  else if (tense > 0) target = now + ((7 - back) % 7);
  else target = now - back;
  const { year, month, day } = fromDays(target);
  remember(anchors, 'day', year, month, day);
  return dated(formatDay(target), fields, 'relative');
}

/** The value of fields whose year is known. */
function complete(fields: Fields, year: number, basis: DateBasis, { anchors }: Setting): Resolved {
  if (fields.holiday !== undefined) {
    const days = holidayIn(fields.holiday, year)!;
    const at = fromDays(days);
    remember(anchors, 'day', at.year, at.month, at.day);
    return dated(formatDay(days), fields, basis);
  }
  const y = pad(year, 4);
  if (fields.quarter !== undefined) {
    remember(anchors, 'quarter', year, undefined, undefined, fields.quarter);
    return { type: 'DATE', value: `${y}-Q${fields.quarter}`, basis };
  }
  if (fields.half !== undefined) {
    remember(anchors, 'half', year);
    return { type: 'DATE', value: `${y}-H${fields.half}`, basis };
  }
  if (fields.season !== undefined) {
    remember(anchors, 'month', year);
    return { type: 'DATE', value: `${y}-${fields.season}`, basis };
  }
  if (fields.month === undefined) {
    remember(anchors, 'year', year);
    return { type: 'DATE', value: y, basis };
  }
  if (fields.nth !== undefined) return nthOf(fields, year, basis, anchors);
  const m = pad(fields.month, 2);
  if (fields.day === undefined) {
    remember(anchors, 'month', year, fields.month);
    return { type: 'DATE', value: `${y}-${m}`, basis };
  }
  const day = Math.min(fields.day, daysInMonth(year, fields.month));
  remember(anchors, 'day', year, fields.month, day);
  const days = toDays({ year, month: fields.month, day });
  if (fields.week === 0 || fields.weekend) return { type: 'DATE', value: weekValue(days, fields.weekend), basis };
  return dated(formatDay(days), fields, basis);
}

function nthOf(fields: Fields, year: number, basis: DateBasis, anchors: Anchors): Resolved {
  const month = fields.month!;
  const nth = fields.nth!;
  if (fields.weekday !== undefined || fields.weekend) {
    const days = nthWeekday(year, month, fields.weekday ?? 6, nth);
    const at = fromDays(days);
    remember(anchors, 'day', at.year, at.month, at.day);
    return fields.weekend
      ? { type: 'DATE', value: weekValue(days, true), basis }
      : dated(formatDay(days), fields, basis);
  }
  const length = daysInMonth(year, month);
  if (fields.week === 0) {
    const day = nth > 0 ? Math.min(1 + (nth - 1) * 7 + 3, length) : length - 3;
    remember(anchors, 'week', year, month);
    return { type: 'DATE', value: weekValue(toDays({ year, month, day })), basis };
  }
  const day = nth > 0 ? Math.min(nth, length) : length;
  remember(anchors, 'day', year, month, day);
  return dated(formatDay(toDays({ year, month, day })), fields, basis);
}

/** What can be said where no year is known. */
function unresolved(fields: Fields): Resolved {
  const basis: DateBasis = 'unresolved';
  if (fields.quarter !== undefined) return { type: 'DATE', value: `XXXX-Q${fields.quarter}`, basis };
  if (fields.half !== undefined) return { type: 'DATE', value: `XXXX-H${fields.half}`, basis };
  if (fields.season !== undefined) return { type: 'DATE', value: `XXXX-${fields.season}`, basis };
  if (fields.month !== undefined) {
    const m = `XXXX-${pad(fields.month, 2)}`;
    return dated(fields.day === undefined ? m : `${m}-${pad(fields.day, 2)}`, fields, basis);
  }
  if (fields.weekday !== undefined) return dated(`XXXX-WXX-${fields.weekday}`, fields, basis);
  if (fields.weekend) return { type: 'DATE', value: 'XXXX-WXX-WE', basis };
  if (fields.day !== undefined) return dated(`XXXX-XX-${pad(fields.day, 2)}`, fields, basis);
  return dated('XXXX-XX-XX', fields, basis);
}

const BLANK: Readonly<Record<Unit, string>> = {
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

function resolveShift(reading: Shift, setting: Setting): Resolved {
  const { anchors, published } = setting;
  if (reading.count === null) {
    return { type: 'DATE', value: reading.turn < 0 ? 'PAST_REF' : 'FUTURE_REF', basis: 'relative' };
  }
  const fromText = reading.from === 'text' || setting.narrative;
  const basis: DateBasis = fromText ? 'anaphoric' : 'relative';
  const { unit, count, fields = {} } = reading;
  if (unit === 'year' || unit === 'decade' || unit === 'century' || unit === 'millennium') {
    const start =
      fromText && anchors.year !== null ? anchors.year : published === null ? null : fromDays(published).year;
    if (start === null) return blank(unit, fields);
    if (unit === 'year') return shiftYear(start + count, reading, basis, setting);
    const size = unit === 'decade' ? 10 : unit === 'century' ? 100 : 1000;
    if (Math.abs(count) > 1) {
      const year = start + count * size;
      remember(anchors, 'year', year);
      return { type: 'DATE', value: unit === 'decade' ? pad(year, 4).slice(0, 3) : pad(year, 4).slice(0, 2), basis };
    }
    const index = Math.floor(start / size) + count;
    return { type: 'DATE', value: pad(index, unit === 'decade' ? 3 : unit === 'century' ? 2 : 1), basis };
  }
  const day = fromText ? (anchors.day ?? anchorDay(anchors) ?? published) : published;
  if (day === null) return blank(unit, fields);
  if (unit === 'month' || unit === 'quarter' || unit === 'half') return shiftMonths(day, reading, basis, setting);
  if (unit === 'week' || unit === 'weekend') {
    const target = day + count * 7;
    if (fields.weekend) return { type: 'DATE', value: weekValue(target, true), basis };
    return { type: 'DATE', value: weekValue(target), basis };
  }
  if (unit === 'day') {
    const at = fromDays(day + count);
    remember(anchors, 'day', at.year, at.month, at.day);
    return dated(formatDay(day + count), fields, basis);
  }
  return { type: 'TIME', value: `${formatDay(day)}TXX`, basis };
}

function anchorDay({ month }: Anchors): number | null {
  return month === null ? null : toDays({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}

function blank(unit: Unit, fields: Fields): Resolved {
  const finer = Object.keys(fields).length > 0 ? unresolved(fields) : null;
  return (
    finer ?? {
      type: unit === 'hour' || unit === 'minute' || unit === 'second' ? 'TIME' : 'DATE',
      value: BLANK[unit],
      basis: 'unresolved',
    }
  );
}

/** "a year earlier" is as fine as the date it goes back from: a quarter from a quarter. */
function shiftYear(year: number, { fields, count, from }: Shift, basis: DateBasis, setting: Setting): Resolved {
  if (fields) return complete(fields, year, basis, setting);
  const { anchors } = setting;
  if (from === 'text' && Math.abs(count!) === 1) {
    if (anchors.finest === 'quarter' && anchors.quarter !== null) {
      const quarter = anchors.quarter + count! * 4;
      return { type: 'DATE', value: `${pad(Math.floor(quarter / 4), 4)}-Q${(quarter % 4) + 1}`, basis };
    }
    if (anchors.finest === 'month' && anchors.month !== null) {
      const month = anchors.month + count! * 12;
      return { type: 'DATE', value: `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`, basis };
    }
  }
  remember(anchors, 'year', year);
  return { type: 'DATE', value: pad(year, 4), basis };
}

function shiftMonths(day: number, { unit, count, fields, from }: Shift, basis: DateBasis, setting: Setting): Resolved {
  const { anchors } = setting;
  if (unit === 'month') {
    const at = addMonths(fromDays(day), count!);
    return complete({ ...fields, month: at.month }, at.year, basis, setting);
  }
  const today = fromDays(day);
  let quarter =
    from === 'text' && anchors.quarter !== null ? anchors.quarter : today.year * 4 + Math.floor((today.month - 1) / 3);
  quarter += count!;
  return complete({ quarter: (quarter % 4) + 1 }, Math.floor(quarter / 4), basis, setting);
}
