/** What kind of words a source is: pronoun, role, surname, whole name, name of a body, other words. */
import type { GoldSpeaker } from './gold.ts';

export const FORMS = [
  'he, she',
  'they',
  'it',
  'who',
  'I, we',
  'the …',
  'surname',
  'full name',
  'body',
  'other',
] as const;

const PRONOUNS: readonly (readonly [(typeof FORMS)[number], RegExp])[] = [
  ['he, she', /^(?:he|she|him|her|his|himself|herself)$/iu],
  ['they', /^(?:they|them|their|both)$/iu],
  ['it', /^its?$/iu],
  ['who', /^(?:who|which|that|whom|whose)$/iu],
  ['I, we', /^(?:I|we|my|me|us|our)$/iu],
];
const DETERMINED = /^(?:the|his|her|their|its|this|that|these|those)\b/iu;
const OPENER = /^(?:The|An?|His|Her|Their|Its|One|Some|Many|Several|Most|Another|Others?|This|That|These|Those)\b/u;

export function formOf({ words, kind }: GoldSpeaker): (typeof FORMS)[number] {
  const pronoun = PRONOUNS.find(([, pattern]) => pattern.test(words));
  if (pronoun) return pronoun[0];
  if (/\p{Lu}/u.test(words.replace(OPENER, ''))) {
    if (kind !== 'person') return 'body';
    return /^(?:(?:Mr|Ms|Mrs|Dr)\.? )?\S+$/u.test(words) ? 'surname' : 'full name';
  }
  return DETERMINED.test(words) ? 'the …' : 'other';
}
