/** Runs of capitalised words: the widest stretch a name can take. */
import type { Words } from '../document.ts';
import { bitOf } from './gazetteer.ts';
import { DASH, isCapital, type WordType } from './wordtypes.ts';

const PARTICLE = bitOf('particle');

/** First and last word of the run around each word; the word itself where it is in none. */
export interface Runs {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Finds the runs; up to two particles or hyphens between capitalised words belong to one ("van der", "al-"). */
export function runsOf(words: Words, types: readonly WordType[]): Runs {
  const first = new Int32Array(words.count);
  const last = new Int32Array(words.count);
  for (let word = 0; word < words.count; word++) first[word] = last[word] = word;
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const end = words.first[sentence + 1]!;
    for (let word = words.first[sentence]!; word < end; ) {
      if (!isCapital(types[word]!.kind)) {
        word += 1;
        continue;
      }
      const to = endOfRun(words, types, word, end);
      first.fill(word, word, to);
      last.fill(to - 1, word, to);
      word = to;
    }
  }
  return { first, last };
}

function endOfRun(words: Words, types: readonly WordType[], from: number, end: number): number {
  let to = from + 1;
  for (let next = to; next < end && next < to + 3; next++) {
    const { kind, bits } = types[next]!;
    if (isCapital(kind)) to = next + 1;
    else if (!(bits & PARTICLE) && !(kind === DASH && words.starts[next] === words.ends[next - 1])) break;
  }
  return to;
}
