/** Linear models over hashed features. */
import type { Table } from '../../model/sums.ts';

/** A table of weights; a feature's slot is its hash cut to the table's size (a power of two). */
export interface Linear extends Table {
  /** What one unit of a weight is worth. */
  readonly scale: number;
}

/** @returns the probability, 0 to 1, of which `score` is the logarithm of the odds */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** Turns the first `count` scores into probabilities, in place. */
export function softmax(scores: Float64Array, count: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) top = Math.max(top, scores[at]!);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    scores[at] = Math.exp(scores[at]! - top);
    sum += scores[at]!;
  }
  for (let at = 0; at < count; at += 1) scores[at] = scores[at]! / sum;
}
