/** What two claims have in common, counted in one pass over their columns, which rise. */
import type { ToldClaim } from './told.ts';
import { WEIGHTS } from './words.ts';

/** A stem that tells so much is one of the things that a claim is about. */
const MIN_RARE = 2.5;

/** Sums over stems; where both claims have one, what it tells in their articles is the mean of the two. */
export interface Overlap {
  /** What the common stems tell. */
  readonly weight: number;
  /** What they tell in these articles. */
  readonly local: number;
  /** Of `local`, what stands in the main parts of both. */
  readonly main: number;
  /** How many of them are rare. */
  readonly rare: number;
  /** Of `local`, what comes from names. */
  readonly names: number;
  /** What the names of both claims tell in their articles, common or not. */
  readonly allNames: number;
}

/** What both claims have in common. */
export function overlapOf(a: ToldClaim, b: ToldClaim): Overlap {
  let [weight, local, main, rare, names, allNames] = [0, 0, 0, 0, 0, 0];
  const [one, other] = [a.article.columns, b.article.columns];
  let [p, q] = [a.begins.claimNames, b.begins.claimNames];
  for (let i = a.begins.stems, j = b.begins.stems; i < a.ends.stems || j < b.ends.stems; ) {
    const x = i < a.ends.stems ? one.stems[i]! : Number.POSITIVE_INFINITY;
    const y = j < b.ends.stems ? other.stems[j]! : Number.POSITIVE_INFINITY;
    const next = Math.min(x, y);
    while (p < a.ends.claimNames && one.claimNames[p]! < next) p += 1;
    while (q < b.ends.claimNames && other.claimNames[q]! < next) q += 1;
    const isName =
      (p < a.ends.claimNames && one.claimNames[p] === next) || (q < b.ends.claimNames && other.claimNames[q] === next);
    if (isName) allNames += (x === next ? one.local[i]! : 0) + (y === next ? other.local[j]! : 0);
    if (x === y) {
      const tells = WEIGHTS[one.counts[i]!]!;
      const both = (one.local[i]! + other.local[j]!) / 2;
      weight += tells;
      local += both;
      if (one.main[i] === 1 && other.main[j] === 1) main += both;
      if (tells > MIN_RARE) rare += 1;
      if (isName) names += both;
    }
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return { weight, local, main, rare, names, allNames };
}

/**
 * @param local what the stems that both claims have tell, as `Overlap.local`
 * @returns what the stems tell that the sentences of both have, those of the claims and those around them
 */
export function sharedAround(a: ToldClaim, b: ToldClaim, local: number): number {
  const [one, other] = [stretches(a), stretches(b)];
  return local + sharedIn(one.own, other.around) + sharedIn(one.around, other.own) + sharedIn(one.around, other.around);
}

/** A stretch of hashes that rise, each with what it tells. */
interface Stretch {
  readonly hashes: Int32Array;
  readonly tells: Float32Array;
  readonly from: number;
  readonly to: number;
}

function stretches({ article, begins, ends }: ToldClaim): { readonly own: Stretch; readonly around: Stretch } {
  const { stems, local, around, aroundLocal } = article.columns;
  return {
    own: { hashes: stems, tells: local, from: begins.stems, to: ends.stems },
    around: { hashes: around, tells: aroundLocal, from: begins.around, to: ends.around },
  };
}

function sharedIn(a: Stretch, b: Stretch): number {
  let sum = 0;
  for (let i = a.from, j = b.from; i < a.to && j < b.to; ) {
    const [x, y] = [a.hashes[i]!, b.hashes[j]!];
    if (x === y) sum += (a.tells[i]! + b.tells[j]!) / 2;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return sum;
}

/** How many clusters of words both have. */
export function sharedClusters(a: ToldClaim, b: ToldClaim): number {
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

/** How many names of the first the second has nowhere. */
export function namesMissing(a: ToldClaim, b: ToldClaim): number {
  const [names, stems] = [a.article.columns.claimNames, b.article.columns.stems];
  let missing = 0;
  for (let i = a.begins.claimNames, j = b.begins.stems; i < a.ends.claimNames; i += 1) {
    while (j < b.ends.stems && stems[j]! < names[i]!) j += 1;
    if (j === b.ends.stems || stems[j] !== names[i]) missing += 1;
  }
  return missing;
}
