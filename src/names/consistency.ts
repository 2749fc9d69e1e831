/**
 * One article, one meaning: a word alone that is the surname of somebody named in full, or a spelling of it, is that person
 * again where the tagger took it for nothing or for a thing. Places stay: Washington may be both.
 */
import type { Words } from '../document.ts';
import { bitOf } from './gazetteer.ts';
import type { Runs } from './runs.ts';
import { isVariant } from './spelling.ts';
import { isCapital, type WordType } from './wordtypes.ts';

const COMMON = bitOf('x') | bitOf('calendar') | bitOf('title') | bitOf('d') | bitOf('C');
const CALENDAR = bitOf('calendar');
/** A word alone is taken for a person that often before it counts as always one. */
const MIN_MENTIONS_ALONE = 2;
const [PERSON, PERSON_ON, ORGANIZATION, OTHER] = [1, 2, 3, 7];
/** Surnames whose spellings are looked for, at most. */
const MAX_SURNAMES = 100;

/** Corrects `labels` in place. */
export function agreeWithFullNames(labels: Uint8Array, words: Words, types: readonly WordType[], runs: Runs): void {
  const surnames = new Set<string>();
  const given = new Set<string>();
  const alone = new Map<string, number>();
  for (let word = 0; word < words.count; word++) {
    if (labels[word] !== PERSON) continue;
    if (labels[word + 1] !== PERSON_ON) {
      alone.set(words.lower[word]!, (alone.get(words.lower[word]!) ?? 0) + 1);
      continue;
    }
    given.add(words.lower[word]!);
    while (labels[word + 1] === PERSON_ON) word += 1;
    if (isCapital(types[word]!.kind) && words.lower[word]!.length > 2) surnames.add(words.lower[word]!);
  }
  if (surnames.size === 0 && alone.size === 0) return;
  let small: ReadonlySet<string> | undefined;
  const isSmall = (lower: string): boolean => {
    small ??= new Set(words.lower.filter((written, word) => written === words.forms[word]));
    return small.has(lower);
  };
  /** Whether a word with a capital is a name even where it opens a sentence: elsewhere it always is one ("Trump", "Bush"). */
  const isAlwaysName = (lower: string): boolean =>
    (surnames.has(lower) || (alone.get(lower) ?? 0) >= MIN_MENTIONS_ALONE) && !isSmall(lower);
  const spelt = [...surnames].slice(0, MAX_SURNAMES);
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const from = words.first[sentence]!;
    for (let word = from; word < words.first[sentence + 1]!; word++) {
      const label = labels[word]!;
      if (runs.first[word] !== runs.last[word] || !isCapital(types[word]!.kind)) continue;
      if (label !== 0 && label !== ORGANIZATION && label !== OTHER) continue;
      const lower = words.lower[word]!;
      const common = (types[word]!.bits & COMMON) !== 0;
      if (word > from && words.lower[word - 1] === 'the') continue;
      if (common && label !== 0) continue;
      if (common && word === from && (types[word]!.bits & CALENDAR || !isAlwaysName(lower))) continue;
      const again = surnames.has(lower) || (label === 0 && (isAlwaysName(lower) || (!common && given.has(lower))));
      if (again || (label !== OTHER && !common && spelt.some((surname) => isVariant(surname, lower))))
        labels[word] = PERSON;
    }
  }
}
