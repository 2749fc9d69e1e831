/**
 * What a table says of thousands of words, ready to be asked: nothing is read or built when it is opened. A word is kept as
 * the 32 bits of a hash, without its letters; of 75,000 words that a table of 56,000 lacks, one is taken for another.
 */
import { hashText, mix } from './hash.ts';
import type { Weights } from './weights.ts';

export interface WordTable {
  /** Words whose hash has the high half `h` stand from `starts[h]` up to `starts[h + 1]`. */
  readonly starts: Uint16Array;
  /** The low half of each word's hash, in rising order for one high half. */
  readonly keys: Uint16Array;
  readonly values: Uint16Array;
}

/** So many high halves there are. */
const HALVES = 1 << 16;
/** Numbers in two bytes say where words stand. */
const MOST = HALVES - 1;

/** Words of different length with one hash of their letters stay apart. */
const hashOf = (word: string): number => mix(hashText(word), word.length);

/** @returns what the table says of a word, -1 where it lacks it */
export function lookUp({ starts, keys, values }: WordTable, word: string): number {
  const hash = hashOf(word);
  const half = hash >>> 16;
  const low = hash & MOST;
  const to = starts[half + 1]!;
  for (let at = starts[half]!; at < to; at++) if (keys[at] === low) return values[at]!;
  return -1;
}

/**
 * Makes the table of words and their values, which are below 65,536.
 *
 * @throws Error where there are more words than it can hold, or two have one hash
 */
export function wordTable(words: ReadonlyMap<string, number>): WordTable {
  if (words.size > MOST) throw new Error(`${words.size} words are more than a table holds`);
  const sorted = [...words].map(([word, value]) => ({ word, value, hash: hashOf(word) >>> 0 }));
  sorted.sort((a, b) => a.hash - b.hash);
  const starts = new Uint16Array(HALVES + 1);
  for (const [index, { word, hash }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before?.hash === hash) throw new Error(`"${word}" and "${before.word}" have one hash`);
    starts[(hash >>> 16) + 1]! += 1;
  }
  for (let half = 0; half < HALVES; half++) starts[half + 1]! += starts[half]!;
  return {
    starts,
    keys: Uint16Array.from(sorted, ({ hash }) => hash & MOST),
    values: Uint16Array.from(sorted, ({ value }) => value),
  };
}

/** The table that `bench/train/weights.ts` wrote into a packed file as `words starts`, `words keys`, `words values`. */
export function readWordTable(file: Weights): WordTable {
  const column = (name: string) => new Uint16Array(file.int16(`words ${name}`).buffer);
  return { starts: column('starts'), keys: column('keys'), values: column('values') };
}
