/**
 * What a word can be in the resolution of references, by its letters alone; most words are nothing, and are passed over
 * at the cost of one look-up.
 */
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';
import { type Gender, genderOfWord } from './gender.ts';
import { isOffice } from './titles.ts';

/** Pronouns of a man and of a woman. */
export const [HE, SHE] = [1, 2] as const;
/** "who", "whose", "whom". */
export const WHO = 4;
/** The article that begins a description. */
export const THE = 8;
/** An office or a role a person can have. */
export const OFFICE = 16;
/** A small word for one person: "spokesman", "woman". */
export const SOMEBODY = 32;

const PRONOUNS = new Map<string, number>([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, HE] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, SHE] as const),
  ...['who', 'whose', 'whom'].map((word) => [word, WHO] as const),
  ['the', THE],
]);

/** The gender of a third-person singular pronoun, or null for any other word. */
export function genderOfPronoun(lower: string): Gender {
  const kind = PRONOUNS.get(lower) ?? 0;
  return kind & HE ? 'm' : kind & SHE ? 'w' : null;
}

/** The bits of a word's type. */
export const personKinds = vocabularyCache((form, lower) => {
  const office = isOffice(lower);
  const somebody = form === lower && !lower.endsWith('s') && (office || genderOfWord(lower) !== null);
  return (PRONOUNS.get(lower) ?? 0) | (office ? OFFICE : 0) | (somebody ? SOMEBODY : 0);
});
