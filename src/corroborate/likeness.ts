/**
 * How likely two claims of different articles, in whatever words, are the same claim. The features are few and readable;
 * their weights were fitted on sentences that were judged by hand (`npm run train -- same-claim`).
 */
import { relationOf } from '../comparisons/relation.ts';
import { loadLexicon } from '../lexicon.ts';
import { namesMissing, overlapOf, sharedAround, sharedClusters } from './overlap.ts';
import { type Roles, rolesIn } from './roles.ts';
import { sharedNames } from './shared-names.ts';
import type { ToldArticle, ToldClaim } from './told.ts';

/** Claims of the first sentences are what an article is for. */
const LEAD_SENTENCES = 3;
/** Claims with less in common are not the same, whatever the weights say. */
const MIN_DICE = 0.15;
/** More names that are missing tell no more. */
const MAX_NAMES = 3;
/** More rare stems in common tell no more. */
const MAX_RARE = 10;
/** How alike claims are in other words where both consist of names. */
const UNKNOWN_SHARE = 0.5;
/** Sums of the same numbers in another order differ by less. */
const MAX_ROUNDING = 1e-3;
/** Claims with less in common than this share nothing that tells them from others. */
const LITTLE_WEIGHT = 15;
/** Articles on one matter have so many names in common. */
const RELATED_NAMES = 5;
/** What is taken from the score of claims whose articles have no names in common; judged sentences are all of one matter. */
const UNRELATED_COST = 1;

/** Features of what stands around claims. */
export const AROUND: ReadonlySet<string> = new Set(['around', 'around-contained']);

/** The features, in the order in which their values are summed. */
const FEATURES = [
  'around',
  'around-contained',
  'bias',
  'clusters',
  'dice',
  'figures-differ',
  'lead-and-later',
  'leads',
  'little',
  'main',
  'names-differ',
  'other-words',
  'rare',
  'same-object',
  'same-subject',
  'same-verb',
] as const;

const DICE = FEATURES.indexOf('dice');
/** The features that ask who does what stand together at the end: they cost the most. */
const FIRST_ROLE = FEATURES.indexOf('same-object');

/** Pairs of a lower score are not kept. */
const MIN_SCORE = -2;

export type Features = ReadonlyMap<string, number>;

/** Weights in the order of the features: of all, and of those that look at the words of the claims alone. */
export interface Weights {
  readonly all: Float64Array;
  readonly alone: Float64Array;
}

let shipped: Weights | undefined;

/** Where claims are so alike in their own words, the sentences around them cannot speak against them. */
const MIN_NEARLY_EQUAL = 0.85;

/**
 * @param weights as they were learned; those of `likeness.tsv` without it
 * @returns the logarithm of the odds that both claim the same; null where they have hardly a word in common, or where it is
 *   below -2
 */
export function likeness(a: ToldClaim, b: ToldClaim, weights: Weights = shippedWeights()): number | null {
  if (!measure(a, b)) return null;
  const cost = UNRELATED_COST * (1 - related(a.article, b.article));
  // Most pairs fall below the bar whoever does what in them: their claims need no parse.
  values.fill(0, FIRST_ROLE);
  if (oddsOf(weights) + gainOfRoles(weights) - cost < MIN_SCORE) return null;
  measureRoles(a, b);
  const score = oddsOf(weights) - cost;
  return score < MIN_SCORE ? null : score;
}

/** The odds by the values of the last pair. */
function oddsOf(weights: Weights): number {
  let [all, alone] = [0, 0];
  for (let at = 0; at < FEATURES.length; at += 1) {
    all += values[at]! * weights.all[at]!;
    alone += values[at]! * weights.alone[at]!;
  }
  return values[DICE]! >= MIN_NEARLY_EQUAL ? Math.max(all, alone) : all;
}

/** The most that the roles can add. */
function gainOfRoles({ all, alone }: Weights): number {
  let gain = 0;
  for (let at = FIRST_ROLE; at < FEATURES.length; at += 1) gain += Math.max(0, all[at]!, alone[at]!);
  return gain;
}

function shippedWeights(): Weights {
  shipped ??= readWeights();
  return shipped;
}

function readWeights(): Weights {
  const rows = new Map(loadLexicon(new URL('./likeness.tsv', import.meta.url)).map(([name, ...row]) => [name!, row]));
  const column = (at: number) => new Map([...rows].map(([name, row]) => [name, Number(row[at])]));
  return weightsOf(column(0), column(1));
}

/** Weights by the names of features; what is missing weighs nothing. */
export function weightsOf(all: ReadonlyMap<string, number>, alone: ReadonlyMap<string, number>): Weights {
  const column = (rows: ReadonlyMap<string, number>) => Float64Array.from(FEATURES, (name) => rows.get(name) ?? 0);
  return { all: column(all), alone: column(alone) };
}

/** The features by name; null where the claims have too little in common. */
export function featuresOf(a: ToldClaim, b: ToldClaim): Features | null {
  if (!measure(a, b)) return null;
  measureRoles(a, b);
  return new Map(FEATURES.map((name, at) => [name, values[at]!]));
}

/** Values of the features of the last pair, as `FEATURES`. */
const values = new Float64Array(FEATURES.length);

/** Fills `values` up to those of the roles; false where the claims have too little in common. */
function measure(a: ToldClaim, b: ToldClaim): boolean {
  const { weight, local, main, rare, names, allNames } = overlapOf(a, b);
  if ((2 * weight) / (a.weight + b.weight) < MIN_DICE) return false;
  const around = sharedAround(a, b, local);
  const leads = Number(a.sentence < LEAD_SENTENCES) + Number(b.sentence < LEAD_SENTENCES);
  const clusters = a.ends.clusters - a.begins.clusters + b.ends.clusters - b.begins.clusters;
  const all = a.localWeight + b.localWeight;
  values.set([
    dice(around, a.aroundWeight + b.aroundWeight),
    around / (Math.min(a.aroundWeight, b.aroundWeight) || 1),
    1,
    dice(sharedClusters(a, b), clusters),
    dice(local, all),
    Number(figuresDiffer(a, b)),
    Number(leads === 1),
    Number(leads === 2),
    Math.max(0, 1 - weight / LITTLE_WEIGHT),
    dice(main, a.mainWeight + b.mainWeight),
    Math.min(namesMissing(a, b), namesMissing(b, a), MAX_NAMES) / 2,
    all - allNames < MAX_ROUNDING ? UNKNOWN_SHARE : dice(local - names, all - allNames),
    Math.min(rare, MAX_RARE) / 5,
  ]);
  return true;
}

/** Fills the values of the roles. */
function measureRoles(a: ToldClaim, b: ToldClaim): void {
  const [one, other] = [rolesIn(a), rolesIn(b)];
  for (const [at, role] of ROLES.entries()) {
    values[FIRST_ROLE + at] = Number(one[role].some((hash) => other[role].includes(hash)));
  }
}

/** As the last of `FEATURES`. */
const ROLES: readonly (keyof Roles)[] = ['object', 'subject', 'verb'];

/** Twice what is common by what both have together, from 0 to 1; 0 where they have nothing. */
function dice(common: number, both: number): number {
  return both > 0 ? (2 * common) / both : 0;
}

/** The last answer of `related`: claims of two articles are compared one after the other. */
const lastRelated: { a: ToldArticle | null; b: ToldArticle | null; share: number } = { a: null, b: null, share: 0 };

/** From 0, articles that name nothing in common, to 1. */
function related(a: ToldArticle, b: ToldArticle): number {
  if (lastRelated.a === a && lastRelated.b === b) return lastRelated.share;
  const shared = sharedNames(a, b, RELATED_NAMES);
  Object.assign(lastRelated, { a, b, share: shared / RELATED_NAMES });
  return shared / RELATED_NAMES;
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
