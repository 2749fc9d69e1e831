/** The ordered list of all date parsers. */
import { charge } from '../budget.ts';
import type { DateParser, Timex } from './parser.ts';
import { anaphora, dayOfMonth } from './parsers/anaphora.ts';
import { bc } from './parsers/bc.ts';
import { century } from './parsers/century.ts';
import { readWritten } from './parsers/chrono.ts';
import { clock } from './parsers/clock.ts';
import { byNight, dayPart } from './parsers/day-part.ts';
import { decade } from './parsers/decade.ts';
import { deicticDay } from './parsers/deictic-day.ts';
import { deicticName, deicticUnit } from './parsers/deictic-unit.ts';
import { bareUnit, duration, long } from './parsers/duration.ts';
import { fiscal } from './parsers/fiscal.ts';
import { holiday } from './parsers/holiday.ts';
import { numeric } from './parsers/numeric.ts';
import { ordinalPart } from './parsers/ordinal-part.ts';
import { periodBoundary } from './parsers/period-boundary.ts';
import { quarter } from './parsers/quarter.ts';
import { relativeOffset } from './parsers/relative-offset.ts';
import { season } from './parsers/season.ts';
import { every, frequency, rate, weekdays } from './parsers/set.ts';
import { spelledYear } from './parsers/spelled-year.ts';
import { told } from './parsers/told.ts';
import { vagueReference } from './parsers/vague-reference.ts';
import { weekday } from './parsers/weekday.ts';
import { weekend } from './parsers/weekend.ts';
import { year } from './parsers/year.ts';
import { yearAgo } from './parsers/year-ago.ts';
import { followWeekdays } from './refiners/follow.ts';
import { joinPieces } from './refiners/join.ts';
import { takeModifiers } from './refiners/modifier.ts';
import { removeOverlaps } from './refiners/overlap.ts';
import { shareDay } from './refiners/share-day.ts';
import { shareYear } from './refiners/share-year.ts';

/**
 * All parsers of the stage besides chrono, from the particular to the general: of readings of equal length the first
 * wins.
 */
export const CONSTRUCTS: readonly DateParser[] = [
  holiday,
  numeric,
  ordinalPart,
  fiscal,
  yearAgo,
  quarter,
  every,
  frequency,
  weekdays,
  rate,
  deicticDay,
  dayPart,
  byNight,
  deicticUnit,
  deicticName,
  relativeOffset,
  clock,
  weekday,
  weekend,
  season,
  bc,
  century,
  decade,
  spelledYear,
  year,
  anaphora,
  dayOfMonth,
  periodBoundary,
  duration,
  bareUnit,
  long,
  vagueReference,
  told,
];

/**
 * Reads a sentence, or a piece of one.
 *
 * @param triggers of the sentence, see `triggers.ts`: only the parsers that can find anything are run
 * @returns the expressions, sorted, without overlaps; offsets into `text`
 */
export function readDates(text: string, triggers: number): readonly Timex[] {
  charge(text.length);
  const read: Timex[] = [];
  for (const { construct, read: run } of CONSTRUCTS) {
    if ((construct.triggers & triggers) !== 0 && (construct.also === undefined || (construct.also & triggers) !== 0))
      run(text, read);
  }
  readWritten(text, triggers, read);
  if (read.length === 0) return read;
  read.sort((a, b) => a.index - b.index);
  const pieces = shareDay(text, shareYear(text, followWeekdays(text, joinPieces(text, removeOverlaps(read)))));
  // a modifier may reach into what stands before it
  return removeOverlaps(takeModifiers(text, pieces));
}
