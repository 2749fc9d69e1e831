/** Infers the day of publication from what the text says about itself, and only where it follows. */
import type { Article, Layers, Published, Span } from '../document.ts';
import { byPosition } from '../document.ts';
import { formatDay, fromDays, toDays } from './calendar.ts';
import {
  ages,
  type Constraint,
  consecutive,
  equalities,
  isCalendar,
  pastYears,
  type Reads,
  tenseOf,
  weekdaysOfDates,
} from './constraints.ts';
import { hasTags } from './direction.ts';
import { sameEvent, toldAsPastAndPresent } from './links.ts';
import { readArticle } from './read.ts';
import type { CalendarFields } from './reading.ts';

/** The day is looked for in the last year that the text names as past or present, and in so many after it. */
const MAX_YEARS_AFTER = 6;
/** Where more days are possible than this, none is given. */
const MAX_CANDIDATES = 31;

/**
 * Solves the constraints that a text gives on its own day of publication.
 *
 * One assumption is made: a text names, as past or present, a year not more than five before its own.
 *
 * @param dateline a day and month at the article's top whose year is missing
 * @returns `inferred` (or `dateline`) with the day where one remains, with the days where a few do; else `unknown`
 */
export function inferPublished(
  article: Article,
  given: Pick<Layers, 'sentences' | 'words' | 'syntax'>,
  dateline: (Span & { readonly fields: CalendarFields }) | null,
): Published {
  const layers: Reads = { ...given, syntax: hasTags(given.syntax) ? given.syntax : null };
  const found = readArticle(article, layers);
  const weekdays = weekdaysOfDates(found);
  const constraints: Constraint[] = [
    ...equalities(article.text, found),
    ...consecutive(article, found, layers),
    ...sameEvent(found, layers),
    ...toldAsPastAndPresent(article, found, layers),
    ...weekdays,
    ...pastYears(article, found, layers),
    ...ages(article, found, layers),
  ];
  if (dateline) {
    const { fields, start, end } = dateline;
    const allows = (at: number): boolean => {
      const { month, day } = fromDays(at);
      return month === fields.month && day === fields.day;
    };
    constraints.push({ allows, evidence: [{ start, end }], pins: true });
  }
  const unknown: Published = { date: null, basis: 'unknown', candidates: [], evidence: [] };
  // a single condition may be a misreading, and the year that it leaves open would be a guess
  const ties = constraints.filter(({ pins }) => pins).length;
  if (ties === 0 || ties + weekdays.length < 2) return unknown;
  const years = found.flatMap((mention) =>
    isCalendar(mention) &&
    mention.reading.fields.year !== undefined &&
    !mention.reading.fields.bc &&
    tenseOf(mention, layers) <= 0
      ? [mention.reading.fields.year]
      : [],
  );
  if (years.length === 0) return unknown;
  const latest = Math.max(...years);
  const days: number[] = [];
  const last = toDays({ year: latest + MAX_YEARS_AFTER, month: 1, day: 1 });
  for (let day = toDays({ year: latest, month: 1, day: 1 }); day < last; day++) {
    if (constraints.every(({ allows }) => allows(day))) days.push(day);
  }
  if (days.length === 0 || days.length > MAX_CANDIDATES) return unknown;
  return {
    date: days.length === 1 ? formatDay(days[0]!) : null,
    basis: dateline && days.length === 1 ? 'dateline' : 'inferred',
    candidates: days.length === 1 ? [] : days.map(formatDay),
    evidence: proof(constraints, days),
  };
}

/**
 * The spans of the constraints that restrict publication to certain days, or that exclude a day one day, a month or a
 * year beside those found; sorted, each once.
 */
function proof(constraints: readonly Constraint[], days: readonly number[]): Span[] {
  const around = days.flatMap((day) => [day - 366, day - 30, day - 1, day + 1, day + 30, day + 366]);
  const used = constraints.filter(({ pins, allows }) => pins || around.some((day) => !allows(day)));
  const spans = new Map(used.flatMap(({ evidence }) => evidence.map((span) => [`${span.start}-${span.end}`, span])));
  return [...spans.values()].sort(byPosition);
}
