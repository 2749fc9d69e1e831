/** Conditions that a text implies about its own day of publication. */
import type { Article, Layers, Span, Syntax } from '../document.ts';
import { wordAt } from '../document.ts';
import { SMALL_ORDINALS } from '../number-words.ts';
import { addMonths, fromDays, toDays, weekdayOf } from './calendar.ts';
import { directionOf } from './direction.ts';
import type { Found } from './read.ts';
import type { Calendar, CalendarFields, Direction } from './reading.ts';

/** A condition on the day of publication and the spans that state it. */
export interface Constraint {
  readonly allows: (day: number) => boolean;
  readonly evidence: readonly Span[];
  /** True where it restricts publication to certain days, and not only to years. */
  readonly pins: boolean;
}

export interface Reads extends Pick<Layers, 'sentences' | 'words'> {
  /** Null where there are no tags. */
  readonly syntax: Syntax | null;
}
export type Dated = Found & { readonly reading: Calendar };

/** @returns where the verb that governs an expression puts it: before publication, at it, or after */
export function tenseOf(found: Found, { words, syntax }: Reads): Direction {
  return directionOf(words, syntax, found.sentence, wordAt(words, found.start), wordAt(words, found.end - 1) + 1);
}

/** Whether an expression names a place in the calendar, and is no offset, duration or range. */
export function isCalendar(found: Found): found is Dated {
  return found.reading.is === 'calendar';
}

/** The occurrence of a month and day that lies nearest to a day. */
export function nearest(fields: CalendarFields, day: number): number {
  const { year } = fromDays(day);
  const places = [year - 1, year, year + 1].map((y) => toDays({ year: y, month: fields.month!, day: fields.day! }));
  return places.reduce((best, place) => (Math.abs(place - day) < Math.abs(best - day) ? place : best));
}

/** "today, March 12": the day itself. */
export function equalities(text: string, found: readonly Found[]): Constraint[] {
  const made: Constraint[] = [];
  for (const [index, first] of found.entries()) {
    const second = found[index + 1];
    if (!second || second.start - first.end > 3 || !/^,?\s\(?$/.test(text.slice(first.end, second.start))) continue;
    const pair = first.reading.is === 'relative-offset' ? ([first, second] as const) : ([second, first] as const);
    const [offset, date] = [pair[0].reading, pair[1].reading];
    if (
      offset.is !== 'relative-offset' ||
      offset.unit !== 'day' ||
      offset.from !== 'published' ||
      offset.count === null
    )
      continue;
    if (date.is !== 'calendar' || date.fields.month === undefined || date.fields.day === undefined) continue;
    const { fields } = date;
    const { count } = offset;
    const allows = (day: number): boolean => {
      const target = fields.year === undefined ? nearest(fields, day) : exactDay(fields);
      return day + count === target;
    };
    made.push({ allows, evidence: [{ start: first.start, end: second.end }], pins: true });
  }
  return made;
}

function exactDay({ year, month, day }: CalendarFields): number {
  return toDays({ year: year!, month: month!, day: day! });
}

/** "Friday, Oct. 13": only in some years is that day a Friday. */
export function weekdaysOfDates(found: readonly Found[]): Constraint[] {
  return found.filter(isCalendar).flatMap(({ reading: { fields }, start, end }) => {
    const { weekday, month, day, year } = fields;
    if (weekday === undefined || month === undefined || day === undefined || year !== undefined) return [];
    return [
      { allows: (at: number) => weekdayOf(nearest(fields, at)) === weekday, evidence: [{ start, end }], pins: false },
    ];
  });
}

/** A date in the past tense lies before publication; "since 2015" means an earlier year. */
export function pastYears(article: Article, found: readonly Found[], layers: Reads): Constraint[] {
  return found.filter(isCalendar).flatMap((mention) => {
    const { year, month, day, bc } = mention.reading.fields;
    if (year === undefined || bc) return [];
    const since = /\bsince\s(?:the\s)?$/i.test(article.text.slice(Math.max(0, mention.start - 12), mention.start));
    if (!since && tenseOf(mention, layers) >= 0) return [];
    const from = toDays({ year: since && month === undefined ? year + 1 : year, month: month ?? 1, day: day ?? 1 });
    return [
      { allows: (at: number) => at >= from, evidence: [{ start: mention.start, end: mention.end }], pins: false },
    ];
  });
}

const ORDINALS = SMALL_ORDINALS.slice(0, 12);
const CONSECUTIVE = new RegExp(
  `\\b(?:${ORDINALS.join('|')})\\s(?:consecutive|straight|successive)\\s(weekend|week|day)\\b`,
  'i',
);

/** "the fifth consecutive weekend of protests following the August 9 election". */
export function consecutive(article: Article, found: readonly Found[], layers: Reads): Constraint[] {
  return layers.sentences.flatMap((sentence, index) => {
    const text = article.text.slice(sentence.start, sentence.end);
    const match = CONSECUTIVE.exec(text);
    const date =
      match &&
      found.find(
        (f) =>
          f.sentence === index &&
          isCalendar(f) &&
          f.reading.fields.day !== undefined &&
          f.reading.fields.month !== undefined,
      );
    if (!match || !date || !isCalendar(date)) return [];
    const nth = ORDINALS.indexOf(match[0].split(' ')[0]!.toLowerCase()) + 1;
    const unit = match[1]!.toLowerCase();
    const { fields } = date.reading;
    const allows = (at: number): boolean => {
      const from = fields.year === undefined ? nearest(fields, at) : exactDay(fields);
      if (unit === 'day') return at === from + nth;
      const first = unit === 'weekend' ? from + ((6 - weekdayOf(from) + 7) % 7 || 7) : from;
      const start = first + (nth - 1) * 7;
      return at >= start && at < start + (unit === 'weekend' ? 2 : 7);
    };
    const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    return [{ allows, evidence: [span, { start: date.start, end: date.end }], pins: true }];
  });
}

/** "Jane Doe, 66, was born on August 30, 1954". */
export function ages(article: Article, found: readonly Found[], layers: Reads): Constraint[] {
  return found.filter(isCalendar).flatMap(({ reading: { fields }, sentence, start, end }) => {
    const { year, month, day } = fields;
    if (year === undefined || month === undefined || day === undefined) return [];
    const { start: from, end: to } = layers.sentences[sentence]!;
    if (!/\bborn\s(?:on\s)?$/i.test(article.text.slice(Math.max(from, start - 12), start))) return [];
    const age = /(?:,\s|\baged\s|\bage\s)(\d{1,3})(?=,|\s|$)|\b(\d{1,3})-year-old\b|\b(\d{1,3})\syears\sold\b/.exec(
      article.text.slice(from, to),
    );
    if (!age) return [];
    const years = Number(age[1] ?? age[2] ?? age[3]);
    const birthday = toDays(addMonths({ year, month, day }, years * 12));
    const next = toDays(addMonths({ year, month, day }, (years + 1) * 12));
    const written = { start: from + age.index, end: from + age.index + age[0].length };
    return [{ allows: (at: number) => at >= birthday && at < next, evidence: [written, { start, end }], pins: false }];
  });
}
