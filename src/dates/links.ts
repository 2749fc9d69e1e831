/** Constraints from two places that speak of one day: a bare weekday here, a date or the same weekday there. */
import type { Article } from '../document.ts';
import { weekdayOf } from './calendar.ts';
import { type Constraint, type Dated, isCalendar, nearest, type Reads, tenseOf } from './constraints.ts';
import type { Found } from './read.ts';

/** Words in common from which two sentences are taken to tell of one event. */
const MIN_WORDS_IN_COMMON = 4;

function contentWords({ words }: Reads, sentence: number): Set<string> {
  const found = new Set<string>();
  for (let w = words.first[sentence]!; w < words.first[sentence + 1]!; w++) {
    const word = words.lower[w]!;
    if (word.length >= 5 && /^\p{L}+$/u.test(word)) found.add(word);
  }
  return found;
}

function isBareWeekday(found: Found): found is Dated {
  if (!isCalendar(found) || found.reading.direction !== undefined) return false;
  const { weekday, month, day } = found.reading.fields;
  return weekday !== undefined && month === undefined && day === undefined;
}

function isBareDate(found: Found): found is Dated {
  if (!isCalendar(found) || found.reading.direction !== undefined) return false;
  const { weekday, month, day } = found.reading.fields;
  return weekday === undefined && month !== undefined && day !== undefined;
}

/**
 * "On Monday, in Sochi, they will meet" and "they will meet in Sochi on September 14": the same event, so the date is
 * that Monday, and publication lies in the week before it.
 */
export function sameEvent(found: readonly Found[], layers: Reads): Constraint[] {
  const weekdays = found.filter(isBareWeekday);
  const dates = found.filter(isBareDate);
  if (weekdays.length === 0 || dates.length === 0 || weekdays.length * dates.length > 400) return [];
  return weekdays.flatMap((named) => {
    const tense = tenseOf(named, layers);
    const theirs = contentWords(layers, named.sentence);
    const date = dates.find((dated) => {
      if (dated.sentence === named.sentence || tenseOf(dated, layers) !== tense) return false;
      let common = 0;
      for (const word of contentWords(layers, dated.sentence)) if (theirs.has(word)) common++;
      return common >= MIN_WORDS_IN_COMMON;
    });
    if (tense === 0 || !date) return [];
    const { fields } = date.reading;
    const weekday = named.reading.fields.weekday!;
    const allows = (day: number): boolean => {
      const target = nearest(fields, day);
      if (weekdayOf(target) !== weekday) return false;
      return tense > 0 ? day < target && target <= day + 7 : target <= day && day < target + 7;
    };
    return [{ allows, evidence: [named, date].map(({ start, end }) => ({ start, end })), pins: true }];
  });
}

const PRESENT = /^(?:\s|['’]s\s)[^.;]{0,80}?\b(?:is|are)\s/;

/** "announced on Sunday" and "Sunday's protest is drawing attention": one day, past and present, is the day of writing. */
export function toldAsPastAndPresent(article: Article, found: readonly Found[], layers: Reads): Constraint[] {
  const weekdays = found.filter(isBareWeekday);
  return weekdays.flatMap((now) => {
    if (!/^['’]s\b/.test(article.text.slice(now.end, now.end + 2))) return [];
    const stop = layers.sentences[now.sentence]!.end;
    if (!PRESENT.test(article.text.slice(now.end, Math.min(stop, now.end + 120)))) return [];
    const { weekday } = now.reading.fields;
    const past = weekdays.find(
      (other) => other.reading.fields.weekday === weekday && other !== now && tenseOf(other, layers) < 0,
    );
    if (!past) return [];
    const allows = (day: number): boolean => weekdayOf(day) === weekday;
    return [{ allows, evidence: [now, past].map(({ start, end }) => ({ start, end })), pins: false }];
  });
}
