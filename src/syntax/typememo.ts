/** What a stage asks of every word and its letters alone answer: asked once a word type, then read from a table. */
import type { Words } from '../document.ts';
import { wordTypes } from './types.ts';

const UNKNOWN = -1;

/**
 * A table of answers for the word types of `types.ts`, which starts anew when they do.
 *
 * @param describe the answer for a word as written and in lower case; never -1
 * @returns for the words of an article, the answers by type: that of word `w` is `table[words.types[w]]`
 */
export function typeMemo(describe: (form: string, lower: string) => number): (words: Words) => Int32Array {
  let generation = wordTypes.generation;
  let known = new Int32Array(0);
  return ({ count, types, forms, lower }) => {
    if (generation !== wordTypes.generation) {
      known.fill(UNKNOWN);
      generation = wordTypes.generation;
    }
    if (known.length < wordTypes.count) {
      const grown = new Int32Array(2 * wordTypes.count).fill(UNKNOWN);
      grown.set(known);
      known = grown;
    }
    for (let w = 0; w < count; w++) {
      const type = types[w]!;
      if (known[type] === UNKNOWN) known[type] = describe(forms[w]!, lower[w]!);
    }
    return known;
  };
}
