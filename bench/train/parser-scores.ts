/**
 * Scores actions while the parser learns. The weights stay as they are for a sentence, so sums of features are kept as
 * `src/syntax/scores.ts` keeps them; here of weights that are no whole numbers and not packed.
 */
import {
  bothWords,
  nextLeft,
  nextWords,
  type Sentence,
  SLOTS,
  stack,
  stackAndNext,
  wordBelow,
} from '../../src/syntax/parsefeatures.ts';
import { KEPT_BITS, leftsKey, lowerKey, pairKey, slotOfKey } from '../../src/syntax/scores.ts';
import { ACTIONS, LONGEST, NEXT, type Pool, SUMS, TOP, WORD } from '../../src/syntax/transitions.ts';

/** Filled by `scoreLearned`. */
export const LEARNED_SCORES = new Float64Array(ACTIONS);

/** Sums of a group by the place of the next word, by item of a stack, and by keys. */
const NEXT_SUMS = new Float64Array((LONGEST + 2) * ACTIONS);
const NEXT_KNOWN = new Uint8Array(LONGEST + 2);
let stackSums = new Float64Array(ACTIONS << 12);
let stacks = 0;
interface Kept {
  readonly pairs: Int32Array;
  readonly more: Int32Array;
  readonly sums: Float64Array;
}
const makeKept = (): Kept => ({
  pairs: new Int32Array(1 << KEPT_BITS),
  more: new Int32Array(1 << KEPT_BITS),
  sums: new Float64Array(ACTIONS << KEPT_BITS),
});
const BOTH_SUMS = makeKept();
const BELOW_SUMS = makeKept();
const LEFT_SUMS = makeKept();

/** Begins a sentence: sums of other weights are of no use. */
export function forgetLearned(): void {
  NEXT_KNOWN.fill(0);
  stacks = 0;
  for (const { pairs } of [BOTH_SUMS, BELOW_SUMS, LEFT_SUMS]) pairs.fill(-1);
}

/**
 * Scores every action of a configuration whose stack is not empty.
 *
 * @param weights `2 ** bits` rows of a weight for each action
 */
export function scoreLearned(weights: Float32Array, bits: number, sentence: Sentence, pool: Pool, at: number): void {
  const { items, configurations } = pool;
  const shift = 32 - bits;
  const next = configurations[at + NEXT]!;
  const top = configurations[at + TOP]!;
  const word = items[top + WORD]!;
  LEARNED_SCORES.fill(0);
  sumRows(weights, stackAndNext(sentence, pool, at, shift, 0), LEARNED_SCORES, 0);
  if (NEXT_KNOWN[next] === 0) {
    NEXT_KNOWN[next] = 1;
    sumRows(weights, nextWords(sentence, next, shift, 0), NEXT_SUMS, next * ACTIONS);
  }
  add(NEXT_SUMS, next * ACTIONS);
  if (items[top + SUMS] === 0) {
    stacks += 1;
    if ((stacks + 1) * ACTIONS > stackSums.length) {
      const larger = new Float64Array(stackSums.length * 2);
      larger.set(stackSums);
      stackSums = larger;
    }
    items[top + SUMS] = stacks;
    sumRows(weights, stack(sentence, pool, top, shift, 0), stackSums, stacks * ACTIONS);
  }
  add(stackSums, items[top + SUMS]! * ACTIONS);

  const pair = pairKey(next, word);
  const both = placeOf(BOTH_SUMS, pair, 0);
  if (both < 0) sumRows(weights, bothWords(sentence, word, next, shift, 0), BOTH_SUMS.sums, ~both);
  add(BOTH_SUMS.sums, both < 0 ? ~both : both);
  const below = placeOf(BELOW_SUMS, pair, lowerKey(items, top));
  if (below < 0) sumRows(weights, wordBelow(sentence, pool, at, shift, 0), BELOW_SUMS.sums, ~below);
  add(BELOW_SUMS.sums, below < 0 ? ~below : below);
  const lefts = placeOf(LEFT_SUMS, pair, leftsKey(configurations, at));
  if (lefts < 0) sumRows(weights, nextLeft(sentence, pool, at, shift, 0), LEFT_SUMS.sums, ~lefts);
  add(LEFT_SUMS.sums, lefts < 0 ? ~lefts : lefts);
}

/** Where the sums of these keys are kept; `~place` where they have to be summed first. */
function placeOf({ pairs, more }: Kept, pair: number, rest: number): number {
  const slot = slotOfKey(pair, rest);
  if (pairs[slot] === pair && more[slot] === rest) return slot * ACTIONS;
  pairs[slot] = pair;
  more[slot] = rest;
  return ~(slot * ACTIONS);
}

function add(sums: Float64Array, at: number): void {
  for (let action = 0; action < ACTIONS; action++) LEARNED_SCORES[action]! += sums[at + action]!;
}

/** Writes the sums of the first `count` features' rows. */
function sumRows(weights: Float32Array, count: number, sums: Float64Array, at: number): void {
  let [shift, left, right, reduce] = [0, 0, 0, 0];
  for (let feature = 0; feature < count; feature++) {
    const row = SLOTS[feature]! * ACTIONS;
    shift += weights[row]!;
    left += weights[row + 1]!;
    right += weights[row + 2]!;
    reduce += weights[row + 3]!;
  }
  sums[at] = shift;
  sums[at + 1] = left;
  sums[at + 2] = right;
  sums[at + 3] = reduce;
}
