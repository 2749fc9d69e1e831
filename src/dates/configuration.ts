/** The one ordered list of what reads dates, run by chrono's loop. */
import { Chrono, type Refiner } from 'chrono-node/en';
import type { DateParser, Timex } from './parser.ts';
import { anaphora, dayOfMonth } from './parsers/anaphora.ts';
import { bc } from './parsers/bc.ts';
import { century } from './parsers/century.ts';
import { chronoParsers } from './parsers/chrono.ts';
import { clock } from './parsers/clock.ts';
import { dayPart } from './parsers/day-part.ts';
import { decade } from './parsers/decade.ts';
import { deicticDay } from './parsers/deictic-day.ts';
import { deicticName, deicticUnit } from './parsers/deictic-unit.ts';
import { distance } from './parsers/distance.ts';
import { duration, units } from './parsers/duration.ts';
import { edge } from './parsers/edge.ts';
import { fiscal } from './parsers/fiscal.ts';
import { holiday } from './parsers/holiday.ts';
import { ordinalPart } from './parsers/ordinal-part.ts';
import { quarter } from './parsers/quarter.ts';
import { reference } from './parsers/reference.ts';
import { season } from './parsers/season.ts';
import { every, frequency, rate, weekdays } from './parsers/set.ts';
import { spelledYear } from './parsers/spelled-year.ts';
import { weekday } from './parsers/weekday.ts';
import { weekend } from './parsers/weekend.ts';
import { year } from './parsers/year.ts';
import { yearAgo } from './parsers/year-ago.ts';
import { joinPieces } from './refiners/join.ts';
import { takeModifiers } from './refiners/modifier.ts';
import { removeOverlaps } from './refiners/overlap.ts';
import { shareDay } from './refiners/share-day.ts';
import { shareYear } from './refiners/share-year.ts';

/** What the stage reads beyond chrono, from the particular to the general: of equal readings the first one wins. */
export const CONSTRUCTS: readonly DateParser[] = [
  holiday,
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
  deicticUnit,
  deicticName,
  distance,
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
  edge,
  duration,
  units,
  reference,
];

type Step = (context: Parameters<Refiner['refine']>[0], found: readonly Timex[]) => Timex[];

function refiner(step: Step): Refiner {
  return { refine: (context, results) => step(context, results as Timex[]) };
}

const REFINERS: Refiner[] = [
  refiner((_context, found) => removeOverlaps(found)),
  refiner(joinPieces),
  refiner(shareYear),
  refiner(shareDay),
  refiner(takeModifiers),
  // a modifier may reach into what stands before it
  refiner((_context, found) => removeOverlaps(found)),
];

const readers = new Map<number, Chrono>();

/**
 * The reader for sentences with these triggers, made on first use: it holds only the parsers that can find anything.
 *
 * @param triggers of the sentence, see `triggers.ts`
 */
export function dateReader(triggers: number): Chrono {
  let reader = readers.get(triggers);
  if (!reader) {
    const constructs = CONSTRUCTS.filter(({ construct }) => (construct.triggers & triggers) !== 0);
    reader = new Chrono({ parsers: [...constructs, ...chronoParsers(triggers)], refiners: REFINERS });
    readers.set(triggers, reader);
  }
  return reader;
}
