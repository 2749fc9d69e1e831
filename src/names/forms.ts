/**
 * Forms that tell a person whatever the tagger reads: a word after Mr or Dr, initials before a surname, a month that is a
 * given name, "the brothers Jan and Pavel Novak".
 */
import type { Words } from '../document.ts';
import { bitOf } from './gazetteer.ts';
import { isCapital, type WordType } from './wordtypes.ts';

const [NONE, PERSON, PERSON_ON, ORGANIZATION, ORGANIZATION_ON] = [0, 1, 2, 3, 4];
const [FIRST_NAME, SURNAME] = [bitOf('F') | bitOf('f'), bitOf('L') | bitOf('l')];
const [CALENDAR, COMMON, TITLE, COMPANY] = [bitOf('calendar'), bitOf('x'), bitOf('title'), bitOf('company')];
const COURTESY = /^(?:mr|mrs|ms|dr)\.?$/;
const KIN = /^(?:brothers|children|cousins|daughters|parents|siblings|sisters|sons|spouses|twins)$/;
const INITIALS = /^(?:\p{Lu}\.){2,3}$/u;
/** Initials of countries, bodies and clubs. */
const NO_INITIALS = /^(?:u\.s\.|u\.n\.|u\.k\.|e\.u\.|d\.c\.|l\.a\.|[af]\.[acs]\.|[ap]\.m\.)/;
/** Before a month or a day: "In May Karl Brandt died". */
const BEFORE_DATE = new Set(
  'after before between by during early every from in last late mid next of on since this through to until'.split(' '),
);

/** Whether the month or day at `word` is a date by what stands before it in its sentence, which begins at `from`. */
export function isAfterDateWord({ lower }: Pick<Words, 'lower'>, word: number, from: number): boolean {
  return word > from && (BEFORE_DATE.has(lower[word - 1]!) || /\d/.test(lower[word - 1]!));
}

/** Whether a word is initials of given names: "J.K." */
export function isInitials(form: string): boolean {
  return (INITIALS.test(form) || /^\p{Lu}\.$/u.test(form)) && !NO_INITIALS.test(form.toLowerCase());
}

/** Corrects `labels` in place. */
export function personsByForm(labels: Uint8Array, words: Words, types: readonly WordType[]): void {
  const { first } = words;
  for (let sentence = 0; sentence + 1 < first.length; sentence++) {
    const from = first[sentence]!;
    const to = first[sentence + 1]!;
    for (let word = from; word + 1 < to; word++) {
      const { kind, bits, lower, form } = types[word]!;
      if (!isCapital(kind)) {
        if (isCapital(types[word + 1]!.kind) && KIN.test(lower)) labelCoordinated(labels, words, types, word + 1, to);
      } else if (COURTESY.test(lower)) labelAddressed(labels, types, word + 1, to);
      else if (bits & CALENDAR || lower === 'may') {
        if (isGivenMonth(labels, words, types, word, from)) labelName(labels, word, to);
      } else if (KIN.test(lower)) labelCoordinated(labels, words, types, word + 1, to);
      else if (labels[word] === ORGANIZATION && INITIALS.test(form) && isInitials(form))
        labelWithInitials(labels, types, word, to);
    }
  }
}

/** "Dr. Orlo": the word after the title, and what the tagger takes for a name right behind it. */
function labelAddressed(labels: Uint8Array, types: readonly WordType[], word: number, to: number): void {
  const { kind, bits } = types[word]!;
  if (labels[word] !== NONE || !isCapital(kind) || bits & (TITLE | CALENDAR)) return;
  labelName(labels, word, word + 1 < to && labels[word + 1] === PERSON ? to : word + 1);
}

/** "brothers Jan and Pavel Novak": the name after the "and" is in full, the one before it is a person's too. */
function labelCoordinated(
  labels: Uint8Array,
  { lower }: Words,
  types: readonly WordType[],
  word: number,
  to: number,
): void {
  if (word + 3 >= to || !isCapital(types[word]!.kind) || lower[word + 1] !== 'and') return;
  if (labels[word + 2] === PERSON && labels[word + 3] === PERSON_ON) labels[word] = PERSON;
}

/** "J.K. Rowan" is no organization, "J.K. Rowan Holdings" is one. */
function labelWithInitials(labels: Uint8Array, types: readonly WordType[], word: number, to: number): void {
  let end = word + 1;
  while (end < to && labels[end] === ORGANIZATION_ON) end += 1;
  if (end - word < 2 || end - word > 3) return;
  for (let at = word + 1; at < end; at++) if (!isCapital(types[at]!.kind) || types[at]!.bits & COMPANY) return;
  labels.fill(PERSON_ON, word, end);
  labels[word] = PERSON;
}

/** "April Hollis said": a month that is a given name too, before what is a surname or no known word. */
function isGivenMonth(
  labels: Uint8Array,
  words: Words,
  types: readonly WordType[],
  word: number,
  from: number,
): boolean {
  const { bits, lower } = types[word]!;
  if (labels[word] === PERSON || !(bits & FIRST_NAME) || lower.length < 3 || lower.endsWith('day')) return false;
  if (isAfterDateWord(words, word, from)) return false;
  if (labels[word + 1] === PERSON) return true;
  // Alone before an unknown word "May" is more often the verb.
  if (lower.length < 4) return false;
  const { kind, bits: next } = types[word + 1]!;
  return labels[word + 1] === NONE && isCapital(kind) && !(next & COMMON) && ((next & SURNAME) !== 0 || next === 0);
}

/** Labels a name that begins at `word` and takes in the next one; nothing more where the sentence ends at `to`. */
function labelName(labels: Uint8Array, word: number, to: number): void {
  labels[word] = PERSON;
  if (word + 1 < to) labels[word + 1] = PERSON_ON;
}
