/**
 * Where a person's name begins and ends. Titles, the day and the nationality before it are no part of it; initials before
 * it and a numeral or "Jr." behind it are.
 */
import type { Words } from '../document.ts';
import { isAfterDateWord, isInitials } from './forms.ts';
import { bitOf, gazetteerBits } from './gazetteer.ts';
import { cutTitles } from './titles.ts';

const CALENDAR = bitOf('calendar');
const PEOPLE = bitOf('d');
const COUNTRYMAN = /^(?:dutch|english|french|irish|scots|welsh)(?:wo)?man$|^briton$/;
/** "John Paul II", "Henry Cole Sr." */
const GENERATION = /^(?:II|III|IV|V|VI{1,3}|IX|X|XI{1,3}|XIV|XV|XVI{0,3}|Jr\.?|Sr\.?)$/;

/** What stands behind a name and is no part of it: of lawyers, members of parliament, holders of orders. */
export const POST_NOMINALS = 'KC|QC|SC|MP|MSP|MEP|MLA|TD|OBE|CBE|MBE|KBE|DBE|PhD|MD|RN|CPA|Esq\\.?';
const POST_NOMINAL = new RegExp(`^(?:${POST_NOMINALS})$`);

/** The words of a name: `from` to `to`. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * @param from the first word of what the tagger takes for a person's name
 * @param to the word after the last
 * @param least the first word that may belong to the name
 */
export function boundsOf(words: Words, from: number, to: number, least: number): Bounds {
  const { forms, lower, starts, ends } = words;
  let end = to;
  // "Ida Wolf - both": a spaced dash and words in small letters end no name.
  while (end - from > 1 && starts[end - 1]! > ends[end - 2]! && /^(?:\p{Ll}|[-–—]$)/u.test(forms[end - 1]!)) end -= 1;
  while (end - from > 2 && POST_NOMINAL.test(forms[end - 1]!)) end -= 1;
  let first = from;
  if (isDate(words, from, end, least)) first += 1;
  first = cutTitles(words, first, end);
  if (end - first > 2 && isPeople(lower[first]!)) first += 1;
  while (first > least && isInitials(forms[first - 1]!)) first -= 1;
  return { from: first, to: end === to && to < words.count && GENERATION.test(forms[to]!) ? to + 1 : end };
}

/** "German Hans Weber", "Swede Lars Ekman". */
const isPeople = (lower: string): boolean => (gazetteerBits(lower) & PEOPLE) !== 0 || COUNTRYMAN.test(lower);

/** Whether the first of several words is a month or a day of what stands before. */
function isDate(words: Words, from: number, to: number, least: number): boolean {
  const { lower } = words;
  if (to - from < 2 || !(gazetteerBits(lower[from]!) & CALENDAR)) return false;
  return lower[from]!.endsWith('day') || isAfterDateWord(words, from, least);
}
