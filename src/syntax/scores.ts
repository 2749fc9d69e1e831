/**
 * Scores the actions of a configuration. Derivations that are followed side by side have most in common, and a configuration
 * has much in common with the one that it comes from; so sums of features are kept, each with the positions that it hangs
 * on, and most are known when they are needed.
 */
import type { Rows } from '../model/rows.ts';
import {
  bothWords,
  FEATURE_COUNT,
  nextLeft,
  nextWords,
  type Sentence,
  SLOTS,
  stack,
  stackAndNext,
  wordBelow,
} from './parsefeatures.ts';
import {
  ACTIONS,
  BELOW,
  HEADED,
  LEFT,
  LONGEST,
  NEXT,
  NEXT_LEFT1,
  NEXT_LEFT2,
  NEXT_LEFTS,
  type Pool,
  REDUCE,
  RIGHT,
  SHIFT,
  SUMS,
  TOP,
  WORD,
} from './transitions.ts';

/** A trained parser as it is used: int8 weights, packed. */
export interface PackedParser extends Rows {
  /** There are `2 ** bits` slots. */
  readonly bits: number;
}

/** Filled by `scoreActions`. */
export const ACTION_SCORES = new Int32Array(ACTIONS);
/** The codes of a group's features. */
const CODES = new Uint16Array(SLOTS.length);
/** Every weight of a packed row carries 128 on top. */
const EXCESS = 128 * FEATURE_COUNT;

/** The scores of a configuration's actions: first and third, and second and fourth, in the halves of a number. */
let even = 0;
let odd = 0;
/** The sums of a group, likewise. */
let sumEven = 0;
let sumOdd = 0;

/**
 * Sums of groups that hang on positions, kept for a sentence: those of the next words by the place of the first (0 where
 * not known, which no sum is), the others in hash tables.
 */
const NEXT_SUMS = new Int32Array(2 * (LONGEST + 2));
interface Kept {
  /** Both words of the sum at a place, and what else it hangs on. */
  readonly pairs: Int32Array;
  readonly more: Int32Array;
  readonly sums: Int32Array;
}
/** So many sums are kept of a group, as a power of two. */
export const KEPT_BITS = 8;
const makeKept = (): Kept => ({
  pairs: new Int32Array(1 << KEPT_BITS),
  more: new Int32Array(1 << KEPT_BITS),
  sums: new Int32Array(2 << KEPT_BITS),
});
const BOTH_SUMS = makeKept();
const BELOW_SUMS = makeKept();
const LEFT_SUMS = makeKept();
/** More than any position, and one more. */
const KEY = 1024;

/** Begins a sentence of `size` words: sums of another are of no use. */
export function forgetSums(size: number): void {
  NEXT_SUMS.fill(0, 0, 2 * size + 2);
  BOTH_SUMS.pairs.fill(-1);
  BELOW_SUMS.pairs.fill(-1);
  LEFT_SUMS.pairs.fill(-1);
}

/** Scores every action of a configuration whose stack is not empty, into `ACTION_SCORES`. */
export function scoreActions(model: PackedParser, sentence: Sentence, pool: Pool, at: number): void {
  const { items, configurations } = pool;
  const shift = 32 - model.bits;
  const next = configurations[at + NEXT]!;
  const top = configurations[at + TOP]!;
  const word = items[top + WORD]!;
  sumRows(model, stackAndNext(sentence, pool, at, shift, 0));
  even = sumEven;
  odd = sumOdd;
  if (NEXT_SUMS[2 * next] === 0) {
    sumRows(model, nextWords(sentence, next, shift, 0));
    NEXT_SUMS[2 * next] = sumEven;
    NEXT_SUMS[2 * next + 1] = sumOdd;
  }
  if (items[top + SUMS] === 0) {
    sumRows(model, stack(sentence, pool, top, shift, 0));
    items[top + SUMS] = sumEven;
    items[top + SUMS + 1] = sumOdd;
  }
  even = (even + NEXT_SUMS[2 * next]! + items[top + SUMS]!) | 0;
  odd = (odd + NEXT_SUMS[2 * next + 1]! + items[top + SUMS + 1]!) | 0;

  const pair = pairKey(next, word);
  if (!recall(BOTH_SUMS, pair, 0)) {
    sumRows(model, bothWords(sentence, word, next, shift, 0));
    keep(BOTH_SUMS, pair, 0);
  }
  const lower = lowerKey(items, top);
  if (!recall(BELOW_SUMS, pair, lower)) {
    sumRows(model, wordBelow(sentence, pool, at, shift, 0));
    keep(BELOW_SUMS, pair, lower);
  }
  const lefts = leftsKey(configurations, at);
  if (!recall(LEFT_SUMS, pair, lefts)) {
    sumRows(model, nextLeft(sentence, pool, at, shift, 0));
    keep(LEFT_SUMS, pair, lefts);
  }
  ACTION_SCORES[SHIFT] = (even & 0xffff) - EXCESS;
  ACTION_SCORES[LEFT] = (odd & 0xffff) - EXCESS;
  ACTION_SCORES[RIGHT] = (even >>> 16) - EXCESS;
  ACTION_SCORES[REDUCE] = (odd >>> 16) - EXCESS;
}

/** What sums of two words hang on. */
export const pairKey = (next: number, word: number): number => next * KEY + word;

/** What sums of the word below the item on top hang on besides. */
export function lowerKey(items: Int32Array, top: number): number {
  const below = items[top + BELOW]!;
  return (below < 0 ? KEY - 1 : items[below + WORD]!) * 2 + items[top + HEADED]!;
}

/** What sums of the next word's dependents hang on besides. */
export const leftsKey = (configurations: Int32Array, at: number): number =>
  ((configurations[at + NEXT_LEFT1]! + 1) * KEY + configurations[at + NEXT_LEFT2]! + 1) * 8 +
  Math.min(configurations[at + NEXT_LEFTS]!, 7);

/** Where a sum with these keys is kept. */
export const slotOfKey = (pair: number, more: number): number =>
  Math.imul(Math.imul(pair, 0x9e3779b1) ^ more, 0x85ebca6b) >>> (32 - KEPT_BITS);

/** Adds the sum that is kept for both words and what else the group hangs on; false where none is. */
function recall({ pairs, more, sums }: Kept, pair: number, rest: number): boolean {
  const slot = slotOfKey(pair, rest);
  if (pairs[slot] !== pair || more[slot] !== rest) return false;
  even = (even + sums[2 * slot]!) | 0;
  odd = (odd + sums[2 * slot + 1]!) | 0;
  return true;
}

/** Keeps the sum of a group and adds it. */
function keep({ pairs, more, sums }: Kept, pair: number, rest: number): void {
  const slot = slotOfKey(pair, rest);
  pairs[slot] = pair;
  more[slot] = rest;
  sums[2 * slot] = sumEven;
  sums[2 * slot + 1] = sumOdd;
  even = (even + sumEven) | 0;
  odd = (odd + sumOdd) | 0;
}

/**
 * Sums the rows of the first `count` features in `SLOTS`. All codes are gathered before any row is read, so that the
 * processor waits for as many distant reads at a time as it can; in one loop it is a tenth slower.
 */
function sumRows({ rows, codes }: PackedParser, count: number): void {
  for (let at = 0; at < count; at += 4) {
    CODES[at] = codes[SLOTS[at]!]!;
    CODES[at + 1] = codes[SLOTS[at + 1]!]!;
    CODES[at + 2] = codes[SLOTS[at + 2]!]!;
    CODES[at + 3] = codes[SLOTS[at + 3]!]!;
  }
  let first = 0;
  let second = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[CODES[at]!]!;
    first = (first + (row & 0xff00ff)) | 0;
    second = (second + ((row >>> 8) & 0xff00ff)) | 0;
  }
  sumEven = first;
  sumOdd = second;
}
