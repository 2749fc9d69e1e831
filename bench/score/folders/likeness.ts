/** Pairs of claims that are no quotations: how many are called the same, and how many of these are of one rumour. */
import type { Pair } from '../../../src/corroborate/pair-list.ts';
import { candidates, findPairs } from '../../../src/corroborate/pairs.ts';
import type { ToldClaim } from '../../../src/corroborate/told.ts';
import { WEIGHTS } from '../../../src/corroborate/words.ts';
import type { Development, Measure } from './measure.ts';
import { groupOf } from './texts.ts';

/** As many of the surest pairs are called the same as have a plain Dice coefficient of this or more. */
const DICE = 0.5;

export function scorePairs({ claims }: Development): Measure[] {
  const isRumour = ({ article, direct }: ToldClaim) => article.id.startsWith('rumour-') && !direct;
  const pairs = [...findPairs(claims)].filter(
    ({ first, second }) => isRumour(claims[first]!) && isRumour(claims[second]!),
  );
  const share = (some: readonly Pick<Pair, 'first' | 'second'>[]) => {
    const inside = some.filter(
      ({ first, second }) => groupOf(claims[first]!.article.id) === groupOf(claims[second]!.article.id),
    );
    return (100 * inside.length) / Math.max(1, some.length);
  };
  const plain = [...candidates(claims)].flatMap(([first, second]) =>
    isRumour(claims[first]!) && isRumour(claims[second]!) && dice(claims[first]!, claims[second]!) >= DICE
      ? [{ first, second }]
      : [],
  );
  const surest = pairs.sort((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
  const called = surest.slice(0, plain.length);
  return [
    ['same rumour', share(called)],
    ['pairs', called.length, 'count'],
    ['Dice: same rumour', share(plain), 'count'],
    ['Dice: pairs', plain.length, 'count'],
  ];
}

function dice(a: ToldClaim, b: ToldClaim): number {
  const [one, other] = [a, b].map(({ article: { columns }, begins, ends }) => {
    const at = Array.from({ length: ends.stems - begins.stems }, (_, index) => begins.stems + index);
    return new Map(at.map((place) => [columns.stems[place]!, WEIGHTS[columns.counts[place]!]!]));
  });
  const shared = [...one!].reduce((sum, [hash, weight]) => sum + (other!.has(hash) ? weight : 0), 0);
  return (2 * shared) / (a.weight + b.weight);
}
