/** The linear chooser: sums of weights, turned into probabilities. */
import type { Choice, Chooser } from '../resolve.ts';
import { FACTORS } from './factors.ts';
import { rowOf } from './weigh.ts';

/** The probability of each candidate of a choice. */
function sharesOf({ anaphor, factors }: Choice, weights: Float64Array): Float64Array {
  const row = rowOf(anaphor) * FACTORS;
  const shares = new Float64Array(factors.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < shares.length; at += 1) {
    let score = 0;
    for (const factor of factors[at]!) score += weights[factor]! + weights[row + factor]!;
    shares[at] = score;
    if (score > top) top = score;
  }
  let whole = 0;
  for (let at = 0; at < shares.length; at += 1) {
    shares[at] = Math.exp(shares[at]! - top);
    whole += shares[at]!;
  }
  for (let at = 0; at < shares.length; at += 1) shares[at]! /= whole;
  return shares;
}

/** Chooses the likeliest. */
export function chooserOf(weights: Float64Array): Chooser {
  return (choice) => {
    const shares = sharesOf(choice, weights);
    let at = 0;
    for (let other = 1; other < shares.length; other += 1) if (shares[other]! > shares[at]!) at = other;
    return { at, shares };
  };
}
