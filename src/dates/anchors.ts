/** What the dates before a mention leave to refer to: "that day", "the same month", "a year earlier". */
import { toDays } from './calendar.ts';
import type { Unit } from './reading.ts';

/** Day numbers count from 1970-01-01, months and quarters from year 0. Null where the last date was coarser. */
export interface Anchors {
  day: number | null;
  month: number | null;
  year: number | null;
  /** The business quarter told of last: it stays the topic while other dates come and go. */
  quarter: number | null;
  /** The sentence of the date mentioned last. */
  sentence: number;
  /** How fine the date mentioned last was. */
  finest: Unit | null;
  /** How many days were named so far, known or not. */
  days: number;
  /** The day named last, whatever coarser was mentioned since; null where it is not known. */
  named: number | null;
  /** Its sentence. */
  namedIn: number;
}

/** @returns the anchors at the beginning of an article: nothing has been told of yet */
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
 * Moves the anchors on to a date that was just told of.
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

/** Keeps that a day was just told of; `known`: it is the one the anchors stand at. */
export function nameDay(anchors: Anchors, sentence: number, known: boolean): void {
  anchors.days += 1;
  anchors.named = known ? anchors.day : null;
  anchors.namedIn = sentence;
}

/** What was told of last is not known: nothing that follows may refer to what stands before it. */
export function forget(anchors: Anchors): void {
  anchors.day = null;
  anchors.month = null;
  anchors.finest = null;
  anchors.named = null;
}

/** The day the text has come to; where only a month is known its first. */
export function anchorDay({ day, month }: Anchors): number | null {
  if (day !== null || month === null) return day;
  return toDays({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}
