/**
 * Words without which a construct has nothing to read. Every stretch is searched for all of them at once, so that the
 * many constructs which cannot apply cost nothing.
 */

import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { vocabularyCache } from '../../syntax/vocabulary-cache.ts';

/** A construct can look at words that stand just outside its stretch. */
const WORDS_AROUND = 2;

const masks = new Map<string, number>();
let used = 0;

/**
 * A bit for a construct.
 *
 * @param words in lower case
 */
export function triggerBit(words: Iterable<string>): number {
  if (used > 30) throw new Error('more triggers than bits');
  const bit = 1 << used;
  used += 1;
  for (const word of words) masks.set(word, (masks.get(word) ?? 0) | bit);
  return bit;
}

const triggerBits = vocabularyCache((_form, lower) => masks.get(lower) ?? 0);

/** The bits of all constructs that a stretch could concern. */
export function triggersIn(context: TokenContext, { from, to }: Stretch): number {
  context.kept.triggers ??= bitsOf(context);
  const bits = context.kept.triggers;
  let found = 0;
  for (let w = Math.max(0, from - WORDS_AROUND); w < to + WORDS_AROUND && w < bits.length; w += 1) found |= bits[w]!;
  return found;
}

function bitsOf(context: TokenContext): Int32Array {
  const { count, types } = context.words;
  const byWord = triggerBits();
  const bits = new Int32Array(count);
  for (let w = 0; w < count; w += 1) bits[w] = byWord[types[w]!]!;
  return bits;
}
