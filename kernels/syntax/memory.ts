/**
 * Where everything lies in the kernel's memory. Weights come first, at addresses that the host gives; they can be shared by
 * several instances. Each instance has a room of its own behind them, which begins at `base` and is laid out here. A room
 * never grows: the host hands over long texts in parts.
 */

/** The most words of a part, and of a sentence that is parsed. */
export const MOST_WORDS: i32 = 4096;
export const LONGEST: i32 = 512;

/** Bytes of a column of numbers for a sentence: its words, the root, and three places behind it. */
const COLUMN: usize = 4 * (512 + 8);

/** Words as the host hands them over (`words.ts`), the ends of their pieces, and what the kernel makes of them. */
export const RECORDS: usize = 0;
export const PIECES: usize = RECORDS + 64 * 4096;
export const HEADS: usize = PIECES + 4 * 4096;
export const TAGS: usize = HEADS + 4 * 4096;
export const RELATIONS: usize = TAGS + 4096;

/** Features of one decision, and where their weights begin. */
export const FEATURES: usize = RELATIONS + 4096;
export const BLOCKS: usize = FEATURES + 4 * 96;
/** Rows of the parser's features. */
export const SLOTS: usize = BLOCKS + 4 * 96;

/** The sums of all 64 classes of a decision, two bytes each (`linear.ts`). */
export const CLASS_SUMS: usize = SLOTS + 4 * 96;

/** The sentence that is parsed, as hashes (`sentence.ts`). */
export const WORD_HASHES: usize = CLASS_SUMS + 2 * 64;
export const TAG_HASHES: usize = WORD_HASHES + COLUMN;
export const BOTH_HASHES: usize = TAG_HASHES + COLUMN;
export const ENDINGS: usize = BOTH_HASHES + COLUMN;
export const CLUSTERS: usize = ENDINGS + COLUMN;
export const MARKS: usize = CLUSTERS + COLUMN;

/** Links of each head to its dependents, and a byte for each word that is a form of "be" (`labeller.ts`). */
export const FIRST: usize = MARKS + COLUMN;
export const NEXT: usize = FIRST + COLUMN;
export const LAST: usize = NEXT + COLUMN;
export const IS_BE: usize = LAST + COLUMN;

/** Sums of features (`scores.ts`): four numbers each, of 8 bytes at most. */
export const SCORES: usize = IS_BE + COLUMN;
export const NEXT_SUMS: usize = SCORES + 32;
export const NEXT_KNOWN: usize = NEXT_SUMS + 8 * COLUMN;
export const BOTH_SUMS: usize = NEXT_KNOWN + COLUMN;
export const BELOW_SUMS: usize = BOTH_SUMS + 40 * 512;
export const LEFT_SUMS: usize = BELOW_SUMS + 40 * 512;

/** Derivations that are followed, 16 at most, and those that are offered for the next step (`beam.ts`). */
export const BEAM_SCORES: usize = LEFT_SUMS + 40 * 512;
export const BEAM_CONFIGURATIONS: usize = BEAM_SCORES + 8 * 16;
export const BEAM_BEFORE: usize = BEAM_CONFIGURATIONS + 4 * 16;
export const OFFER_SCORES: usize = BEAM_BEFORE + 4 * 16;
export const OFFER_MOVES: usize = OFFER_SCORES + 8 * 18;

/** Room for the configurations of one sentence and their stacks (`transitions.ts`). */
const MOST_CONFIGURATIONS: usize = 17 * (2 * 512 + 2);
export const CONFIGURATIONS: usize = OFFER_MOVES + 4 * 18;
export const ITEMS: usize = CONFIGURATIONS + 32 * MOST_CONFIGURATIONS;
/** Bytes of a room. What is never written is never in memory: few sentences need a tenth of it. */
export const ROOM: usize = ITEMS + 80 * 2 * MOST_CONFIGURATIONS;

export let base: usize = 0;

/** @param address where this instance has its room */
export function setBase(address: usize): void {
  base = address;
}
