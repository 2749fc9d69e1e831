/** Descriptions that can mean a named person: "the minister", "the opposition leader", "the 66-year-old". */

import type { PersonContext } from './context.ts';
import type { Gender } from './gender.ts';
import { genderOfWord } from './gender.ts';
import { OFFICE } from './kinds.ts';
import type { Known } from './known.ts';

export interface Description {
  readonly last: number;
  readonly fits: (person: Known, gender: Gender) => boolean;
}

/** Words of a description, at most. */
const MAX_WORDS = 5;

/** Reads a definite description at its article; null where none begins. */
export function readDescription(context: PersonContext, first: number): Description | null {
  const { words, kinds } = context;
  const isOffice = (word: number): boolean => (kinds[words.types[word]!]! & OFFICE) !== 0;
  const to = Math.min(words.first[context.sentenceOf[first]! + 1]!, first + 1 + MAX_WORDS);
  const age = ageAt(context, first + 1);
  if (age) return { last: age.last, fits: (person) => person.age === age.value };
  let last = first + 1;
  while (last < to && !isOffice(last)) last += 1;
  if (last >= to) return null;
  for (let word = first + 1; word < last; word += 1) if (!/^[\p{L}'’-]+$/u.test(words.forms[word]!)) return null;
  // "The foreign minister": the last office of the phrase is its head.
  while (last + 1 < to && isOffice(last + 1)) last += 1;
  const after = words.forms[last + 1];
  if (after !== undefined && last + 1 < to && (/^\p{Lu}/u.test(after) || after === 'of' || after === '-')) return null;
  const said = words.lower.slice(first + 1, last + 1);
  const head = said.at(-1)!;
  const told = genderOfWord(head);
  return {
    last,
    fits: (person, gender) =>
      (told === null || gender === null || told === gender) &&
      person.titles.some((title) => {
        const parts = title.toLowerCase().split(/[\s-]+/u);
        return parts.includes(head) && said.every((word) => parts.includes(word));
      }),
  };
}

function ageAt({ words }: PersonContext, word: number): { value: number; last: number } | null {
  if (words.lower[word + 1] !== '-') return null;
  const [number, a, year, b, old] = words.lower.slice(word, word + 5);
  if (!/^\d{1,3}$/.test(number ?? '') || a !== '-' || !year?.startsWith('year') || b !== '-' || old !== 'old')
    return null;
  const after = words.forms[word + 5];
  if (
    after !== undefined &&
    /^\p{L}/u.test(after) &&
    !/^(?:who|said|says|was|is|has|had|told|added|will|also)$/.test(after)
  )
    return null;
  return { value: Number(number), last: word + 4 };
}
