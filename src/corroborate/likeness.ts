/**
 * How likely two claims of different articles, in whatever words, are the same claim. The features are few and readable;
 * their weights were fitted on sentences that were judged by hand (`npm run train -- same-claim`).
 */
import { relationOf } from '../comparisons/relation.ts';
import { loadLexicon } from '../lexicon.ts';
import { sharedNames } from './shared-names.ts';
import type { ToldArticle, ToldClaim } from './told.ts';
import { WEIGHTS } from './words.ts';

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

/** The features, in the order in which their values are summed. */
const FEATURES = [
  'bias',
  'clusters',
  'common',
  'contained',
  'dice',
  'figures-differ',
  'lead-and-later',
  'leads',
  'little',
  'names-differ',
  'rare',
] as const;

export type Features = ReadonlyMap<string, number>;

let weights: Float64Array | undefined;

/**
 * @returns the logarithm of the odds that both claim the same; null where they have hardly a word in common
 */
export function likeness(a: ToldClaim, b: ToldClaim): number | null {
  weights ??= readWeights();
  if (!measure(a, b)) return null;
  let sum = -STRANGERS * (1 - related(a.article, b.article));
  for (let at = 0; at < FEATURES.length; at += 1) sum += values[at]! * weights[at]!;
  return sum;
}

function readWeights(): Float64Array {
  const rows = new Map(
    loadLexicon(new URL('./likeness.tsv', import.meta.url)).map(([name, weight]) => [name!, Number(weight)] as const),
  );
  return Float64Array.from(FEATURES, (name) => rows.get(name) ?? 0);
}

/** The features by name; null where the claims have too little in common. */
export function featuresOf(a: ToldClaim, b: ToldClaim): Features | null {
  return measure(a, b) ? new Map(FEATURES.map((name, at) => [name, values[at]!])) : null;
}

/** Values of the features of the last pair, as `FEATURES`. */
const values = new Float64Array(FEATURES.length);

/** Fills `values`; false where the claims have too little in common. */
function measure(a: ToldClaim, b: ToldClaim): boolean {
  const { weight, local, rare } = common(a, b);
  if ((2 * weight) / (a.weight + b.weight) < LEAST_DICE) return false;
  const leads = Number(a.sentence < LEAD) + Number(b.sentence < LEAD);
  const clusters = a.ends.clusters - a.begins.clusters + b.ends.clusters - b.begins.clusters;
  values[0] = 1;
  values[1] = (2 * sharedClusters(a, b)) / (clusters || 1);
  values[2] = weight / 20;
  values[3] = local / Math.min(a.localWeight, b.localWeight);
  values[4] = (2 * local) / (a.localWeight + b.localWeight);
  values[5] = Number(figuresDiffer(a, b));
  values[6] = Number(leads === 1);
  values[7] = Number(leads === 2);
  values[8] = Math.max(0, 1 - weight / LITTLE);
  values[9] = Math.min(namesMissing(a, b), namesMissing(b, a), MOST_NAMES) / 2;
  values[10] = Math.min(rare, 10) / 5;
  return true;
}

/** What both have, by weight, by what it tells in its article (the mean of the two), and how many rare stems. */
function common(a: ToldClaim, b: ToldClaim): { weight: number; local: number; rare: number } {
  let [weight, local, rare] = [0, 0, 0];
  const [one, other] = [a.article.columns, b.article.columns];
  for (let i = a.begins.stems, j = b.begins.stems; i < a.ends.stems && j < b.ends.stems; ) {
    const [x, y] = [one.stems[i]!, other.stems[j]!];
    if (x === y) {
      const tells = WEIGHTS[one.counts[i]!]!;
      weight += tells;
      local += (one.local[i]! + other.local[j]!) / 2;
      if (tells > RARE) rare += 1;
    }
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return { weight, local, rare };
}

/** The last answer of `related`: claims of two articles are compared one after the other. */
const lastRelated: { a: ToldArticle | null; b: ToldArticle | null; share: number } = { a: null, b: null, share: 0 };

/** From 0, articles that name nothing in common, to 1. */
function related(a: ToldArticle, b: ToldArticle): number {
  if (lastRelated.a === a && lastRelated.b === b) return lastRelated.share;
  const shared = sharedNames(a, b, RELATED);
  Object.assign(lastRelated, { a, b, share: shared / RELATED });
  return shared / RELATED;
}

function sharedClusters(a: ToldClaim, b: ToldClaim): number {
  const [one, other] = [a.article.columns.clusters, b.article.columns.clusters];
  let shared = 0;
  for (let i = a.begins.clusters, j = b.begins.clusters; i < a.ends.clusters && j < b.ends.clusters; ) {
    const [x, y] = [one[i]!, other[j]!];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}

/** Names of the first that the second has nowhere. */
function namesMissing(a: ToldClaim, b: ToldClaim): number {
  const [names, stems] = [a.article.columns.claimNames, b.article.columns.stems];
  let missing = 0;
  for (let i = a.begins.claimNames, j = b.begins.stems; i < a.ends.claimNames; i += 1) {
    while (j < b.ends.stems && stems[j]! < names[i]!) j += 1;
    if (j === b.ends.stems || stems[j] !== names[i]) missing += 1;
  }
  return missing;
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
