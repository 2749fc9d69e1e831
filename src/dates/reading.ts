/** What the words of an expression say, before anything is inferred from the rest of the article. */
import type { DateType } from '../document.ts';

export type Season = 'SP' | 'SU' | 'FA' | 'WI';
/** Part of a day: morning, midday, afternoon, evening, night, daytime. */
export type Part = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** The calendar fields that are written. What is missing is filled by `resolve`. */
export interface CalendarFields {
  readonly bc?: boolean;
  /** 19 is 1900 to 1999, as TIMEX3 writes it. */
  readonly century?: number;
  /** 199 is 1990 to 1999. */
  readonly decade?: number;
  readonly year?: number;
  readonly half?: number;
  /** 0 asks for the quarter that the article is about. */
  readonly quarter?: number;
  readonly season?: Season;
  readonly month?: number;
  /** 0 asks for the week that holds the other fields. */
  readonly week?: number;
  readonly weekend?: boolean;
  /** ISO: 1 is Monday. */
  readonly weekday?: number;
  readonly day?: number;
  /** Which of the weeks, weekends, weekdays or days inside the month; -1 is the last. */
  readonly nth?: number;
  /** A key of `holidays.ts`. */
  readonly holiday?: string;
  readonly part?: Part;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/** Before, at or after. */
export type Direction = -1 | 0 | 1;

/** A place in the calendar with some of its fields: "May 12", "Friday evening", "the third quarter". */
export interface Calendar {
  readonly is: 'calendar';
  readonly fields: CalendarFields;
  /** "last March" -1, "this March" 0, "next March" 1. */
  readonly direction?: Direction;
  /** True where the direction is taken from the date mentioned before: "the following Monday". */
  readonly fromText?: boolean;
  /** The two days that "3/4/2012" can mean, month first and day first; then only the year is among the fields. */
  readonly either?: readonly Calendar[];
  /** True where a day is written that its month has not; it is not among the fields. */
  readonly impossible?: true;
  /** Days to count on from that place: "a week from Tuesday" 7. */
  readonly plus?: number;
}

/** A distance from the day of publication or from a date mentioned before: "two weeks ago", "the following day". */
export interface RelativeOffset {
  readonly is: 'relative-offset';
  readonly unit: Unit;
  /** Null where the distance is vague: "a few days later". */
  readonly count: number | null;
  /** Vague distances need the side. */
  readonly direction: Direction;
  /** `text`: from the date mentioned before; `story`: so in a story of times long past, and elsewhere from publication. */
  readonly from: 'published' | 'text' | 'story';
  /** As fine as the date it is counted from: "a year earlier" than a quarter is a quarter. */
  readonly fine?: boolean;
  /** Finer fields inside the unit: the quarter of "last year's third quarter". */
  readonly fields?: CalendarFields;
}

/** A value that needs no context: durations, sets, `PRESENT_REF`. */
export interface Literal {
  readonly is: 'literal';
  readonly type: DateType;
  readonly value: string;
}

/** From one place in the calendar to another. */
export interface Range {
  readonly is: 'range';
  readonly from: Calendar | RelativeOffset;
  readonly to: Calendar | RelativeOffset;
}

export type Reading = Calendar | RelativeOffset | Literal | Range;

/** @returns a place in the calendar; without a direction the context decides on which side it lies */
export function calendar(fields: CalendarFields, direction?: Direction): Calendar {
  return direction === undefined ? { is: 'calendar', fields } : { is: 'calendar', fields, direction };
}

/** Whether fields are a time of day without a day. */
export function isClock({ hour, part, month, weekday, day }: CalendarFields): boolean {
  const timed = hour !== undefined || part !== undefined;
  return timed && month === undefined && weekday === undefined && day === undefined;
}

/** Whether a reading is a time of day without a day. */
export function isBareClock(reading: Reading): boolean {
  return reading.is === 'calendar' && isClock(reading.fields);
}

/** Whether a reading names one day: "Friday", "May 12", "yesterday". */
export function isDay(reading: Reading): boolean {
  if (reading.is === 'relative-offset') return reading.unit === 'day';
  if (reading.is !== 'calendar') return false;
  const { weekday, day, holiday } = reading.fields;
  return weekday !== undefined || day !== undefined || holiday !== undefined;
}

/** @returns a reading that needs no context, of a TIMEX3 type and value */
export function literal(type: DateType, value: string): Literal {
  return { is: 'literal', type, value };
}

/**
 * @param count units from where it is counted, negative into the past; null where the distance is vague
 * @param fields finer fields inside the unit
 * @param direction the side of a vague distance; else that of `count`
 */
export function offset(
  unit: Unit,
  count: number | null,
  from: RelativeOffset['from'],
  fields?: CalendarFields,
  direction?: Direction,
): RelativeOffset {
  const side = direction ?? (Math.sign(count ?? 0) as Direction);
  return fields
    ? { is: 'relative-offset', unit, count, direction: side, from, fields }
    : { is: 'relative-offset', unit, count, direction: side, from };
}
