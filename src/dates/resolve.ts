/** From what is written to a TIMEX3 value: fills what is missing from the publication date and from the dates before. */
import type { DateBasis } from '../document.ts';
import { type Anchors, anchorDay } from './anchors.ts';
import { formatDay, fromDays, toDays, weekdayOf } from './calendar.ts';
import { holidayIn } from './holidays.ts';
import type { Calendar, Fields, Reading, Season, Turn } from './reading.ts';
import { resolveShift } from './shift.ts';
import { complete, date, dated, onDay, onWeek, type Resolved, unresolved } from './value.ts';

/** What a reading is resolved in. */
export interface Setting {
  /** Day number of publication. */
  readonly published: number | null;
  /** True where the article tells of times long past: the dates before count, not the day of publication. */
  readonly narrative: boolean;
  readonly anchors: Anchors;
  /** Index of the sentence the reading stands in. */
  readonly sentence: number;
  /** What the governing verb says. */
  readonly tense: Turn;
}

/** The value of a reading. The anchors of the setting move on to it. */
export function resolve(reading: Reading, setting: Setting): Resolved {
  switch (reading.is) {
    case 'literal':
      // "the first nine months" change the subject from a quarter to a year
      if (/^P(?:6|9|12)M$/.test(reading.value)) setting.anchors.quarter = null;
      return { type: reading.type, value: reading.value, basis: /REF$/.test(reading.value) ? 'relative' : 'stated' };
    case 'calendar':
      return resolveCalendar(reading, setting);
    case 'shift':
      return resolveShift(reading, setting);
    case 'range': {
      const from = resolve(reading.from, setting);
      const to = resolve(reading.to, setting);
      return { ...from, value: `${from.value}/${to.value}` };
    }
  }
}

function resolveCalendar({ fields, turn, fromText }: Calendar, setting: Setting): Resolved {
  const { anchors } = setting;
  const bc = fields.bc ? 'BC' : '';
  if (fields.century !== undefined) return date(bc + String(fields.century).padStart(2, '0'), 'stated');
  if (fields.decade !== undefined) return date(bc + String(fields.decade).padStart(3, '0'), 'stated');
  if (fields.year !== undefined) return complete(fields, fields.year, 'stated', anchors);
  if (isBareClock(fields)) {
    // outside stories a time of day without a day is of the day of publication, unless its sentence names one
    const near = setting.narrative || setting.published === null || anchors.sentence === setting.sentence;
    const anchor = near ? anchors.day : null;
    const day = anchor ?? setting.published;
    const basis: DateBasis = anchor !== null ? 'anaphoric' : day === null ? 'unresolved' : 'relative';
    return dated(day === null ? 'XXXX-XX-XX' : formatDay(day), fields, basis);
  }
  const now = startOf(setting);
  if (now === null) return unresolved(fields);
  const tense = setting.narrative ? 0 : setting.tense;
  if (fields.weekday !== undefined && fields.month === undefined) {
    const base = fromText ? (anchors.day ?? now) : now;
    return onDay(weekdayNear(base, fields.weekday, turn, tense), fields, fromText ? 'anaphoric' : 'relative', anchors);
  }
  if (fields.weekend && fields.month === undefined) return onWeek(weekendNear(now, tense), true, 'relative', anchors);
  if (fields.day !== undefined && fields.month === undefined) {
    const month = anchors.month ?? fromDays(now).year * 12 + fromDays(now).month - 1;
    return complete({ ...fields, month: (month % 12) + 1 }, Math.floor(month / 12), 'anaphoric', anchors);
  }
  const year =
    setting.narrative && turn === undefined ? yearAfter(fields, anchors, now) : yearNear(fields, now, turn, tense);
  return complete(fields, year, 'year-inferred', anchors);
}

function isBareClock(fields: Fields): boolean {
  const { hour, part, month, weekday, day } = fields;
  return (
    (hour !== undefined || part !== undefined) && month === undefined && weekday === undefined && day === undefined
  );
}

/** The day from which incomplete dates are counted; null where nothing is known. */
function startOf({ published, narrative, anchors }: Setting): number | null {
  if (!narrative) return published;
  return anchorDay(anchors) ?? (anchors.year === null ? null : toDays({ year: anchors.year, month: 1, day: 1 }));
}

function weekdayNear(now: number, weekday: number, turn: Turn | undefined, tense: Turn): number {
  const back = (weekdayOf(now) - weekday + 7) % 7;
  if (turn === -1) return now - (back || 7);
  if (turn === 1) return now + 7 - back;
  return turn === 0 || tense > 0 ? now + ((7 - back) % 7) : now - back;
}

/** A day of the weekend that is meant: on Saturday and Sunday the one that runs. */
function weekendNear(now: number, tense: Turn): number {
  const sunday = now - weekdayOf(now) + 7;
  return tense > 0 || weekdayOf(now) >= 6 ? sunday : sunday - 7;
}

const SEASON_START: Readonly<Record<Season, number>> = { WI: 0, SP: 3, SU: 6, FA: 9 };

function yearNear(fields: Fields, now: number, turn: Turn | undefined, tense: Turn): number {
  const { year, month, day } = fromDays(now);
  const { quarter, half, season, holiday } = fields;
  if (quarter !== undefined) {
    const current = Math.floor((month - 1) / 3) + 1;
    // business news tells of a quarter that is over or running: only the very next one is ever ahead
    if (tense > 0 && quarter === (current % 4) + 1) return quarter === 1 ? year + 1 : year;
    return quarter <= current ? year : year - 1;
  }
  if (half !== undefined) return half <= (month > 6 ? 2 : 1) || tense > 0 ? year : year - 1;
  if (season !== undefined) {
    const side = turn === undefined ? tense || -1 : turn;
    return yearOf(SEASON_START[season], Math.floor((month % 12) / 3) * 3, year, 12, turn, side);
  }
  const first = toDays({ year, month: 1, day: 1 });
  if (holiday !== undefined) return yearOf(holidayIn(holiday, year)! - first, now - first, year, 365, turn, tense);
  const place = fields.month! * 32 + (fields.day ?? 0);
  return yearOf(place, month * 32 + (fields.day === undefined ? 0 : day), year, 12 * 32, turn, tense);
}

/** A story goes forward: the year it has come to, or the next one where the date would lie far back in it. */
function yearAfter(fields: Fields, anchors: Anchors, now: number): number {
  const { year, month } = fromDays(now);
  if (anchors.month === null || fields.month === undefined) return year;
  return month - fields.month > LONG_BACK ? year + 1 : year;
}

/** Months that a story may step back within a year. */
const LONG_BACK = 7;

/** The share of a year up to which a date is taken to lie ahead, by the tense of its verb. */
const AHEAD: Readonly<Record<Turn, number>> = { [-1]: 0.25, 0: 0.45, 1: 0.85 };

/**
 * The year in which a place in the year falls.
 *
 * Nearness decides, and the tense moves the border: a past verb looks back up to three quarters of a year ("set on
 * Aug. 6"), but "the Jan. 14 deadline" in a text of January 5 lies ahead whatever the verb.
 *
 * @param place of something in the year, in the same measure as `now` (month, quarter, day of the year)
 * @param length of a year in that measure
 * @param turn where a word gives the side
 */
function yearOf(place: number, now: number, year: number, length: number, turn: Turn | undefined, tense: Turn): number {
  if (turn === -1) return place < now ? year : year - 1;
  if (turn === 1) return place > now ? year : year + 1;
  if (turn === 0 || place === now) return year;
  const ahead = (place - now + length) % length < AHEAD[tense] * length;
  if (ahead) return place > now ? year : year + 1;
  return place < now ? year : year - 1;
}
