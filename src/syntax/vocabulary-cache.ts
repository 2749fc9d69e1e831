/** What a stage asks of every word and its letters alone answer: asked once a word type, then read from a table. */
import { wordTypes } from './types.ts';

/**
 * A table of answers for the word types of `types.ts`, which starts anew when they do.
 *
 * @param describe the answer for a word as written and in lower case
 * @returns the answers for all types so far, valid until more words are read: that of word `w` is `table[words.types[w]]`
 */
export function vocabularyCache(describe: (form: string, lower: string) => number): () => Int32Array {
  let generation = -1;
  let known = 0;
  let answers = new Int32Array(0);
  return () => {
    if (generation !== wordTypes.generation) known = 0;
    generation = wordTypes.generation;
    const { count, forms, lower } = wordTypes;
    if (count > answers.length) {
      const grown = new Int32Array(count * 2);
      grown.set(answers);
      answers = grown;
    }
    for (; known < count; known++) answers[known] = describe(forms[known]!, lower[known]!);
    return answers;
  };
}
