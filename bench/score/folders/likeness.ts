/** Pairs of claims that are no quotations: how many are called the same, and how many of these are of one rumour. */
import { Matcher, type Pair } from '../../../src/corroborate/pairs.ts';
import type { ToldClaim } from '../../../src/corroborate/told.ts';
import type { Development, Measure } from './measure.ts';
import { groupOf } from './texts.ts';

/** Odds of e to this power: as many pairs are called as a plain Dice coefficient of 0.5 calls. */
const CALLED = 0.5;
const DICE = 0.5;

export function scorePairs({ claims, vocabulary }: Development): Measure[] {
  const matcher = new Matcher(claims, vocabulary);
  const isRumour = ({ article, claim }: ToldClaim) => article.id.startsWith('rumour-') && claim.quotation !== 'direct';
  const pairs = matcher
    .findPairs()
    .filter(({ first, second }) => isRumour(claims[first]!) && isRumour(claims[second]!));
  const share = (some: readonly Pair[]) => {
    const inside = some.filter(
      ({ first, second }) => groupOf(claims[first]!.article.id) === groupOf(claims[second]!.article.id),
    );
    return (100 * inside.length) / Math.max(1, some.length);
  };
  const called = pairs.filter(({ score }) => score >= CALLED);
  const plain = pairs.filter(({ first, second }) => dice(claims[first]!, claims[second]!) >= DICE);
  return [
    ['same rumour', share(called)],
    ['pairs', called.length, 'count'],
    ['Dice: same rumour', share(plain), 'count'],
    ['Dice: pairs', plain.length, 'count'],
  ];
}

function dice(a: ToldClaim, b: ToldClaim): number {
  const ids = new Set(b.stems.map(({ id }) => id));
  const shared = a.stems.reduce((sum, { id, weight }) => sum + (ids.has(id) ? weight : 0), 0);
  return (2 * shared) / (a.weight + b.weight);
}
