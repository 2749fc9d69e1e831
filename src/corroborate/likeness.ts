/**
 * How likely two claims of different articles, in whatever words, are the same claim. The features are few and readable;
 * their weights were fitted on sentences that were judged by hand (`npm run train -- same-claim`).
 */
import { relationOf } from '../comparisons/relation.ts';
import { loadLexicon } from '../lexicon.ts';
import type { ToldArticle, ToldClaim } from './told.ts';

/** A stem that tells so much is one of the things that a claim is about. */
const RARE = 2.5;
/** Claims of the first sentences are what an article is for. */
const LEAD = 3;
/** Claims with less in common are not the same, whatever the weights say. */
const LEAST_DICE = 0.15;
const MOST_NAMES = 3;
/** Claims with less in common than this share nothing that tells them from others. */
const LITTLE = 15;
/** Articles on one matter have so many names in common. */
const RELATED = 5;
/** What is taken from the odds of claims in articles that have no names in common; the judged sentences are all of one matter. */
const STRANGERS = 1;

export type Features = ReadonlyMap<string, number>;

let weights: ReadonlyMap<string, number> | undefined;

/**
 * @returns the logarithm of the odds that both claim the same; null where they have hardly a word in common
 */
export function likeness(a: ToldClaim, b: ToldClaim): number | null {
  weights ??= new Map(
    loadLexicon(new URL('./likeness.tsv', import.meta.url)).map(([name, weight]) => [name!, Number(weight)] as const),
  );
  const features = featuresOf(a, b);
  if (features === null) return null;
  let sum = -STRANGERS * (1 - related(a.article, b.article));
  for (const [name, value] of features) sum += value * (weights.get(name) ?? 0);
  return sum;
}

/** The features by name; null where the claims have too little in common. */
export function featuresOf(a: ToldClaim, b: ToldClaim): Features | null {
  const { weight, local, rare } = common(a, b);
  if ((2 * weight) / (a.weight + b.weight) < LEAST_DICE) return null;
  const leads = Number(a.sentence < LEAD) + Number(b.sentence < LEAD);
  return new Map([
    ['bias', 1],
    ['clusters', (2 * sharedClusters(a.clusters, b.clusters)) / (a.clusters.length + b.clusters.length || 1)],
    ['common', weight / 20],
    ['contained', local / Math.min(a.localWeight, b.localWeight)],
    ['dice', (2 * local) / (a.localWeight + b.localWeight)],
    ['figures-differ', Number(figuresDiffer(a, b))],
    ['lead-and-later', Number(leads === 1)],
    ['leads', Number(leads === 2)],
    ['little', Math.max(0, 1 - weight / LITTLE)],
    ['names-differ', Math.min(namesMissing(a, b), namesMissing(b, a), MOST_NAMES) / 2],
    ['rare', Math.min(rare, 10) / 5],
  ]);
}

/** What both have, by weight, by what it tells in its article (the mean of the two), and how many rare stems. */
function common(a: ToldClaim, b: ToldClaim): { weight: number; local: number; rare: number } {
  let [weight, local, rare] = [0, 0, 0];
  for (let i = 0, j = 0; i < a.stems.length && j < b.stems.length; ) {
    const [one, other] = [a.stems[i]!, b.stems[j]!];
    if (one.id === other.id) {
      weight += one.weight;
      local += (a.local[i]! + b.local[j]!) / 2;
      if (one.weight > RARE) rare += 1;
    }
    if (one.id <= other.id) i += 1;
    if (other.id <= one.id) j += 1;
  }
  return { weight, local, rare };
}

/** From 0, articles that name nothing in common, to 1. */
function related(a: ToldArticle, b: ToldArticle): number {
  const [few, many] = a.names.size < b.names.size ? [a.names, b.names] : [b.names, a.names];
  let shared = 0;
  for (const name of few) {
    if (many.has(name)) shared += 1;
    if (shared === RELATED) break;
  }
  return shared / RELATED;
}

function sharedClusters(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) shared += 1;
    if (a[i]! <= b[j]!) {
      if (a[i] === b[j]) j += 1;
      i += 1;
    } else j += 1;
  }
  return shared;
}

/** Names of the first that the second has nowhere. */
function namesMissing(a: ToldClaim, b: ToldClaim): number {
  return a.names.filter((name) => !b.stems.some(({ id }) => id === name)).length;
}

/** Both give figures for one thing, and no two agree. */
function figuresDiffer(a: ToldClaim, b: ToldClaim): boolean {
  let differ = false;
  for (const one of a.numbers) {
    for (const other of b.numbers) {
      const relation = relationOf(one, other);
      if (relation === 'agree') return false;
      const alike = one.kind === other.kind && (one.counted === other.counted || !one.counted || !other.counted);
      if (relation === 'disagree' && alike) differ = true;
    }
  }
  return differ;
}
