/** Scores of pairs of claims that were found, and of those that were not. */
import type { Weights } from './likeness.ts';
import type { PairList } from './pair-list.ts';
import { compareClaims } from './pairs.ts';
import type { ToldClaim } from './told.ts';

/** The score of any two claims, the lower index first; null where they have nothing in common. */
export type ScoreOf = (first: number, second: number) => number | null;

/**
 * @param pairs of the claims, made with the same weights; those that are no pair are compared when they are asked for
 * @param weights as in `likeness`
 */
export function scorer(claims: readonly ToldClaim[], pairs: PairList, weights?: Weights): ScoreOf {
  const others = new Map<number, number | null>();
  return (first, second) => {
    const found = pairs.find(first, second);
    if (found !== null) return found.score;
    const key = first * claims.length + second;
    let score = others.get(key);
    if (score === undefined) {
      score = compareClaims(claims[first]!, claims[second]!, weights)?.score ?? null;
      others.set(key, score);
    }
    return score;
  };
}
