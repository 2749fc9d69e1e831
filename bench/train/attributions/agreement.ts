/** How far candidates agree with what annotators marked. */
import type { EncodedDocument } from '../../../src/grammar/encoded.ts';
import type { Gold } from './gold.ts';

/** Jaccard by letters of a gold list of words and pieces of a candidate. */
export function agreement(
  encoded: EncodedDocument,
  gold: readonly number[],
  pieces: ArrayLike<number>,
  from: number,
  count: number,
): number {
  let all = 0;
  for (const word of gold) all += encoded.size[word + 1]! - encoded.size[word]!;
  let common = 0;
  for (let i = 0; i < count; i += 1) {
    const low = pieces[from + i * 2]!;
    const high = pieces[from + i * 2 + 1]!;
    all += encoded.size[high]! - encoded.size[low]!;
    for (const word of gold) if (word >= low && word < high) common += encoded.size[word + 1]! - encoded.size[word]!;
  }
  return all === 0 ? 1 : common / (all - common);
}

/** The words of a gold content as pairs of first word and end; what stands between two words of it in punctuation is filled. */
export function piecesOf(encoded: EncodedDocument, words: readonly number[]): number[] {
  const pieces: number[] = [];
  for (const word of words) {
    const end = pieces.at(-1);
    if (end !== undefined && (word === end || (word === end + 1 && (encoded.shape[end]! & 4) !== 0)))
      pieces[pieces.length - 1] = word + 1;
    else pieces.push(word, word + 1);
  }
  return pieces;
}

/** The scope of a gold attribution: the content around its cue, null at the article's own level. */
export function scopeOf(encoded: EncodedDocument, gold: readonly Gold[], one: Gold): number[] | null {
  return one.outer < 0 ? null : piecesOf(encoded, gold[one.outer]!.content);
}
