/**
 * The gender of a person: by titles, kinship and occupation beside the name; by lists of given names only where the
 * text is silent.
 */
import type { Span, Words } from '../document.ts';
import { wordAt } from '../document.ts';
import { loadLexicon } from '../lexicon.ts';
import { bitOf, gazetteerBits } from '../names/gazetteer.ts';

/** m, w, or null where nothing is known. */
export type Gender = 'm' | 'w' | null;
/** The gender that the words right before a name tell. */
export type GenderAt = (name: Span) => Gender;

const [WOMEN, MEN, BOTH] = ['w', 'm', 'n'].map(bitOf) as [number, number, number];
/** Words before a name that are looked at. */
const MAX_WORDS_BEFORE = 4;

/** Words that separate a title from a name: in "a spokeswoman for Mr Weber" the first is somebody else. */
const PARTS = /^(?:and|or|but|of|for|to|with|about|by|from|on|in|at|against|after|before|than|as|that|who|whom|which)$/;

let lexicon: ReadonlyMap<string, Gender> | undefined;

/** The gender that a noun or title tells; null for most. */
export function genderOfWord(lower: string): Gender {
  lexicon ??= new Map(
    loadLexicon(new URL('./gender.tsv', import.meta.url)).map(([word, tells]) => [word!, tells as Gender]),
  );
  return lexicon.get(lower.endsWith('.') ? lower.slice(0, -1) : lower) ?? null;
}

/** Reads titles before names: "Mrs. Clinton", "his wife Melania", "spokesman Dmitry Peskov". */
export function genderReader(words: Words): GenderAt {
  return (name) => {
    const first = wordAt(words, name.start);
    for (let word = first - 1; word >= Math.max(0, first - MAX_WORDS_BEFORE); word--) {
      const lower = words.lower[word]!;
      if (!/^[\p{L}.'’-]+$/u.test(lower) || PARTS.test(lower)) return null;
      const tells = genderOfWord(lower);
      if (tells !== null) return tells;
    }
    return null;
  };
}

/**
 * The gender of a given name by the lists of `names/gazetteer.bin` (@faker-js/faker and compromise, MIT): only where all of
 * them agree. Weaker than anything the text says.
 */
export function genderOfGiven(given: string | undefined): Gender {
  if (given === undefined || given.length < 3) return null;
  const bits = gazetteerBits(given) & (WOMEN | MEN | BOTH);
  return bits === WOMEN ? 'w' : bits === MEN ? 'm' : null;
}
