/**
 * Words without which a construct has nothing to read. Every stretch is searched for all of them at once, so that the
 * many constructs which cannot apply cost nothing.
 */
import { typeMemo } from '../../syntax/typememo.ts';
import { cueSpellings } from '../cues.ts';
import type { Page, Stretch } from '../page.ts';

/** Set where a cue verb stands, and where one stands as a participle. */
const CUE_VERB = 1;
const CUE_PARTICIPLE = 2;
/** A construct can look at words that stand just outside its stretch. */
const MARGIN = 2;

const masks = new Map<string, number>();
let used = 2;

/**
 * A bit for a construct.
 *
 * @param words in lower case; or that any cue verb will do, or its form in -ing
 */
export function triggerBit(words: Iterable<string> | 'cue verb' | 'cue participle'): number {
  if (words === 'cue verb') return CUE_VERB;
  if (words === 'cue participle') return CUE_PARTICIPLE;
  if (used > 30) throw new Error('more triggers than bits');
  const bit = 1 << used;
  used += 1;
  for (const word of words) masks.set(word, (masks.get(word) ?? 0) | bit);
  return bit;
}

const triggerBits = typeMemo((_form, lower) => masks.get(lower) ?? 0);

/** The bits of all constructs that a stretch could concern. */
export function triggersIn(page: Page, { from, to }: Stretch): number {
  page.kept.triggers ??= bitsOf(page);
  const bits = page.kept.triggers;
  let found = 0;
  for (let w = Math.max(0, from - MARGIN); w < to + MARGIN && w < bits.length; w += 1) found |= bits[w]!;
  return found;
}

function bitsOf(page: Page): Int32Array {
  const { count, types } = page.words;
  const byWord = triggerBits();
  const verbs = cueSpellings();
  const bits = new Int32Array(count);
  for (let w = 0; w < count; w += 1) {
    const type = types[w]!;
    bits[w] = verbs[type] === 0 ? byWord[type]! : byWord[type]! | verbBits(page, w);
  }
  return bits;
}

function verbBits(page: Page, w: number): number {
  const words = page.cues(w);
  if (words.length === 0) return 0;
  return words.some(({ form }) => form === 'ing') ? CUE_VERB | CUE_PARTICIPLE : CUE_VERB;
}
