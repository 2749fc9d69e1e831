/**
 * Scoring of linear models over hashed features. A feature is a 32-bit hash (`hash.ts`); its slot is the hash's high
 * bits. A table holds one weight a slot, or a row of weights a slot, one for each class, side by side.
 */

import { charge } from '../budget.ts';

/** The slot of a feature in a table of `2 ** bits` slots. */
export function slotOf(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}

/**
 * The slot of a feature for one of up to 64 classes, in a table of `2 ** bits` weights. All classes of a feature lie in
 * one stretch of 64 weights, in an order of their own, so that scoring many classes touches one cache line.
 */
export function classSlot(hash: number, label: number, bits: number): number {
  return blockOf(hash, bits) ^ label;
}

/** What `classSlot` needs of a feature: its slot for class `c` is `blockOf(…) ^ c`. */
export function blockOf(hash: number, bits: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}

const BLOCKS = new Int32Array(64);

/**
 * The class with the highest score, the first of equals.
 *
 * Two classes are summed at a time, feature by feature: their weights lie close, and the sums stay in registers.
 *
 * @param features hashes, the first `count` of them; at most 64
 * @param classes the classes to choose from, at least one
 */
export function bestClass(
  table: Int8Array | Float32Array,
  bits: number,
  features: Int32Array,
  count: number,
  classes: Uint8Array,
): number {
  charge(count * classes.length);
  for (let at = 0; at < count; at++) BLOCKS[at] = blockOf(features[at]!, bits);
  let top = 0;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < classes.length; index += 2) {
    const one = classes[index]!;
    const other = classes[index + 1] ?? one;
    let sum = 0;
    let otherSum = 0;
    for (let at = 0; at < count; at++) {
      const block = BLOCKS[at]!;
      sum += table[block ^ one]!;
      otherSum += table[block ^ other]!;
    }
    if (sum > high) {
      high = sum;
      top = one;
    }
    if (otherSum > high) {
      high = otherSum;
      top = other;
    }
  }
  return top;
}

/** The index of the highest of the first `count` scores; the first of equals. */
export function best(scores: ArrayLike<number>, count: number): number {
  let top = 0;
  for (let at = 1; at < count; at++) if (scores[at]! > scores[top]!) top = at;
  return top;
}
