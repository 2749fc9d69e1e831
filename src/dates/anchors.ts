/** The dates that later expressions refer back to: "that day", "the same month", "a year earlier". */
import { toDays } from './calendar.ts';
import type { Unit } from './reading.ts';

/**
 * The state after the last date of the text so far. Day numbers count from 1970-01-01, months and quarters from year 0.
 * A field is null where the last date was too coarse to give it.
 */
export interface Anchors {
  day: number | null;
  month: number | null;
  year: number | null;
  /** The business quarter mentioned last: it remains the topic while other dates are mentioned. */
  quarter: number | null;
  /** The sentence of the date mentioned last. */
  sentence: number;
  /** The finest unit of the date mentioned last. */
  finest: Unit | null;
  /** How many expressions have named a day so far, whether or not that day could be resolved. */
  days: number;
  /** The day named last, even where only a month or a year was mentioned since; null where it could not be resolved. */
  named: number | null;
  /** The sentence of that day. */
  namedIn: number;
}

/** @returns the anchors at the beginning of an article, before any date */
export function noAnchors(): Anchors {
  return {
    day: null,
    month: null,
    year: null,
    quarter: null,
    sentence: -1,
    finest: null,
    days: 0,
    named: null,
    namedIn: -1,
  };
}

/**
 * Moves the anchors to a date that was just resolved.
 *
 * @param anchors changed in place
 * @param finest the finest unit that the date has
 * @param month 1 to 12
 * @param day of the month, from 1
 */
export function remember(anchors: Anchors, finest: Unit, year: number, month?: number, day?: number): void {
  anchors.finest = finest;
  anchors.year = year;
  anchors.month = month === undefined ? null : year * 12 + month - 1;
  anchors.day = month === undefined || day === undefined ? null : toDays({ year, month, day });
}

/** Records that a day was just named; `known` says whether it was resolved and is now the anchor. */
export function nameDay(anchors: Anchors, sentence: number, known: boolean): void {
  anchors.days += 1;
  anchors.named = known ? anchors.day : null;
  anchors.namedIn = sentence;
}

/** Clears the anchors after a date that could not be resolved: what follows must not refer to an earlier one. */
export function forget(anchors: Anchors): void {
  anchors.day = null;
  anchors.month = null;
  anchors.finest = null;
  anchors.named = null;
}

/** The day that the text has reached; the first of the month where only a month is known. */
export function anchorDay({ day, month }: Anchors): number | null {
  if (day !== null || month === null) return day;
  return toDays({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}
