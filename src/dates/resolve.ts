/**
 * From a reading to a TIMEX3 value: what is missing is filled in from the day of publication and from the dates before.
 */
import { type Anchors, anchorDay } from './anchors.ts';
import { formatDay, fromDays, toDays, weekdayOf } from './calendar.ts';
import { holidayIn } from './holidays.ts';
import {
  type Calendar,
  type CalendarFields,
  type Direction,
  isClock,
  type Reading,
  type RelativeOffset,
  type Season,
} from './reading.ts';
import { resolveOffset } from './relative-offset.ts';
import type { Setting } from './setting.ts';
import { complete, date, dated, onDay, onWeek, type Resolved, unresolved } from './value.ts';

/** The value of a reading. The anchors of the setting move on to it. */
export function resolve(reading: Reading, setting: Setting): Resolved {
  switch (reading.is) {
    case 'literal':
      // "the first nine months" change the subject from a quarter to a year
      if (/^P(?:6|9|12)M$/.test(reading.value)) setting.anchors.quarter = null;
      return { type: reading.type, value: reading.value, basis: /REF$/.test(reading.value) ? 'relative' : 'stated' };
    case 'calendar':
      if (reading.either) return resolveEither(reading, reading.either, setting);
      if (reading.impossible) return { ...resolveCalendar(reading, setting), basis: 'unresolved', impossible: true };
      return resolveCalendar(reading, setting);
    case 'relative-offset':
      // a mention of today does not move the anchors of a narrative
      return resolveOffset(reading, setting.narrative && isAside(reading) ? aside(setting) : setting);
    case 'range': {
      const from = resolve(reading.from, setting);
      const to = resolve(reading.to, setting);
      return { ...from, value: `${from.value}/${to.value}` };
    }
  }
}

/** "3/4/2012" by the order that the article's other dates show, or by the weekday beside it; else the year alone. */
function resolveEither({ fields }: Calendar, either: readonly Calendar[], setting: Setting): Resolved {
  const days = either.filter((day, index) => {
    if (fields.weekday !== undefined) return weekdayOf(dayNumber(day.fields)) === fields.weekday;
    return setting.order === null || (setting.order === 'month') === (index === 0);
  });
  if (days.length === 1) return resolveCalendar({ ...days[0]!, is: 'calendar' }, setting);
  const candidates = either.map((day) => formatDay(dayNumber(day.fields))).sort();
  return { ...date(`${String(fields.year).padStart(4, '0')}-XX-XX`, 'unresolved'), candidates };
}

function dayNumber({ year, month, day }: CalendarFields): number {
  return toDays({ year: year!, month: month!, day: day! });
}

/** "the previous year" and "today" leave the course of a narrative and do not move its anchors. */
function isAside({ from, direction, unit }: RelativeOffset): boolean {
  return from === 'published' || (from === 'text' && direction < 0 && unit === 'year');
}

function aside(setting: Setting): Setting {
  return { ...setting, anchors: { ...setting.anchors } };
}

function resolveCalendar({ fields, direction, fromText, plus = 0 }: Calendar, told: Setting): Resolved {
  const now = startOf(fields, told);
  const setting = told.narrative && fields.year === undefined && now === told.published ? aside(told) : told;
  const { anchors } = setting;
  const bc = fields.bc ? 'BC' : '';
  if (fields.century !== undefined) return date(bc + String(fields.century).padStart(2, '0'), 'stated');
  if (fields.decade !== undefined) return date(bc + String(fields.decade).padStart(3, '0'), 'stated');
  if (fields.year !== undefined) return complete(fields, fields.year, 'stated', anchors);
  if (isClock(fields)) return onClock(fields, setting);
  if (now === null) return unresolved(fields);
  const tense = setting.narrative && now !== setting.published ? 0 : setting.tense;
  if (fields.weekday !== undefined && fields.month === undefined) {
    const base = fromText ? (anchors.day ?? now) : now;
    const day = weekdayNear(base, fields.weekday, direction, tense, fromText === true) + plus;
    return onDay(day, fields, fromText ? 'anaphoric' : 'relative', anchors);
  }
  if (fields.weekend && fields.month === undefined) return onWeek(weekendNear(now, tense), true, 'relative', anchors);
  if (fields.day !== undefined && fields.month === undefined) {
    const month = anchors.month ?? fromDays(now).year * 12 + fromDays(now).month - 1;
    return complete({ ...fields, month: (month % 12) + 1 }, Math.floor(month / 12), 'anaphoric', anchors);
  }
  const year =
    setting.narrative && now !== setting.published && direction === undefined
      ? yearAfter(fields, anchors, now)
      : yearNear(fields, now, direction, tense, setting.over ? 0 : SHARE_AHEAD[tense]);
  return complete(fields, year, 'year-inferred', anchors);
}

/**
 * A time of day without a day is of the day that its sentence names, before it or behind; else of the day that the text
 * has just told of; else, where it has told of no other day yet under this heading, of the day of publication.
 */
function onClock(fields: CalendarFields, setting: Setting): Resolved {
  const { anchors, sentence, dayAhead, narrative, published, headed } = setting;
  const own = anchors.namedIn === sentence ? (anchors.named ?? dayAhead) : dayAhead;
  const near = !headed && (narrative || sentence - anchors.namedIn <= MAX_SENTENCES_TO_DAY);
  const anchor = own ?? (near ? anchors.named : null);
  if (anchor !== null) return dated(formatDay(anchor), fields, 'anaphoric');
  if (published === null || (!headed && anchors.days > 0 && anchors.named !== published))
    return dated('XXXX-XX-XX', fields, 'unresolved');
  return dated(formatDay(published), fields, 'relative');
}

/** For so many sentences a clock time still belongs to the day that was named. */
const MAX_SENTENCES_TO_DAY = 2;

/**
 * The day from which incomplete dates are counted; null where nothing is known. A story's own days count only for what
 * it tells of the past, and weekdays only beside one of them: "expected on Monday" speaks from the day of publication.
 */
function startOf({ weekday, month, day }: CalendarFields, setting: Setting): number | null {
  const { published, narrative, anchors, tense, sentence, plain } = setting;
  // beside a mere year "September 11" is the day known by that name, and hardly one of a war that is long over
  if (!narrative || plain || (month === 9 && day === 11 && anchors.month === null)) return published;
  if (weekday !== undefined && month === undefined) {
    const beside = anchors.day !== null && sentence - anchors.sentence <= MAX_SENTENCES_TO_DAY;
    return beside && tense <= 0 ? anchors.day : published;
  }
  return anchorDay(anchors) ?? (anchors.year === null ? published : toDays({ year: anchors.year, month: 1, day: 1 }));
}

/**
 * @param next whether "next" is the one that follows; of days told from publication it is the one of the next week, for
 *   what is still to come in this week is "this Friday" or "Friday"
 */
function weekdayNear(
  now: number,
  weekday: number,
  direction: Direction | undefined,
  tense: Direction,
  next: boolean,
): number {
  const back = (weekdayOf(now) - weekday + 7) % 7;
  if (direction === -1) return now - (back || 7);
  if (direction === 1) return next ? now + 7 - back : now - weekdayOf(now) + 7 + weekday;
  return direction === 0 || tense > 0 ? now + ((7 - back) % 7) : now - back;
}

/** A day of the weekend that is meant: on Saturday and Sunday the one that runs. */
function weekendNear(now: number, tense: Direction): number {
  const sunday = now - weekdayOf(now) + 7;
  return tense > 0 || weekdayOf(now) >= 6 ? sunday : sunday - 7;
}

const SEASON_START: Readonly<Record<Season, number>> = { WI: 0, SP: 3, SU: 6, FA: 9 };

function yearNear(
  fields: CalendarFields,
  now: number,
  direction: Direction | undefined,
  tense: Direction,
  reach: number,
): number {
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
    const side = direction === undefined ? tense || -1 : direction;
    return yearOf(SEASON_START[season], Math.floor((month % 12) / 3) * 3, year, 12, direction, SHARE_AHEAD[side]);
  }
  const first = toDays({ year, month: 1, day: 1 });
  if (holiday !== undefined) return yearOf(holidayIn(holiday, year)! - first, now - first, year, 365, direction, reach);
  const named = fields.weekday === undefined || fields.day === undefined ? null : yearOfWeekday(fields, now);
  if (named !== null && direction === undefined) return named;
  const place = fields.month! * 32 + (fields.day ?? 0);
  return yearOf(place, month * 32 + (fields.day === undefined ? 0 : day), year, 12 * 32, direction, reach);
}

/** "Friday, Oct. 13" names its year: of this one and its neighbours the nearest in which that day is a Friday. */
function yearOfWeekday({ month, day, weekday }: CalendarFields, now: number): number | null {
  const { year } = fromDays(now);
  const places = [year - 1, year, year + 1].map((y) => toDays({ year: y, month: month!, day: day! }));
  const fitting = places.filter((place) => weekdayOf(place) === weekday);
  if (fitting.length === 0) return null;
  return fromDays(fitting.reduce((a, b) => (Math.abs(b - now) < Math.abs(a - now) ? b : a))).year;
}

/** A story goes forward: the year it has come to, or the next one where the date would lie far back in it. */
function yearAfter(fields: CalendarFields, anchors: Anchors, now: number): number {
  const { year, month } = fromDays(now);
  if (anchors.month === null || fields.month === undefined) return year;
  return month - fields.month > MAX_MONTHS_BACK ? year + 1 : year;
}

/** Months that a story may step back within a year. */
const MAX_MONTHS_BACK = 7;

/** The share of a year up to which a date is taken to lie ahead, by the tense of its verb. */
const SHARE_AHEAD: Readonly<Record<Direction, number>> = { [-1]: 0.25, 0: 0.45, 1: 0.85 };

/**
 * The year in which a place in the year falls.
 *
 * Nearness decides, and the tense moves the border: a past verb looks back up to three quarters of a year ("set on
 * Aug. 6"), but "the Jan. 14 deadline" in a text of January 5 lies ahead whatever the verb.
 *
 * @param place of something in the year, in the same measure as `now` (month, quarter, day of the year)
 * @param length of a year in that measure
 * @param direction where a word gives the side
 * @param reach the share of a year up to which it may lie ahead
 */
function yearOf(
  place: number,
  now: number,
  year: number,
  length: number,
  direction: Direction | undefined,
  reach: number,
): number {
  if (direction === -1) return place < now ? year : year - 1;
  if (direction === 1) return place > now ? year : year + 1;
  if (direction === 0 || place === now) return year;
  const ahead = (place - now + length) % length < reach * length;
  if (ahead) return place > now ? year : year + 1;
  return place < now ? year : year - 1;
}
