/**
 * Which articles have text in common, quotations left out: runs of six words, as a share of the shorter article's runs
 * (containment, which unlike Jaccard's measure is not fooled by what a paper adds), and the longest stretch in common.
 * Three levels as in METER (Clough et al., ACL 2002).
 */
import { RUN } from './body.ts';
import { KeyIndex } from './key-index.ts';
import type { ToldArticle } from './told.ts';

export type CopyLevel = 'copy' | 'partly';

export interface Reuse {
  /** Indexes of the articles; `from` was there first where `directed`, else they stand in the order of the articles. */
  readonly from: number;
  readonly to: number;
  readonly level: CopyLevel;
  /** The share of the shorter article's runs that the other has, 0 to 1. */
  readonly contained: number;
  /** Words of the longest stretch in common. */
  readonly longest: number;
  /** Starts of the sentences in which runs in common begin, in `from` and in `to`. */
  readonly places: readonly [ReadonlySet<number>, ReadonlySet<number>];
}

const MIN_COPY = 0.5;
const MIN_PARTLY = 0.1;
/** So many words in a row are no chance, however long the articles are. */
const MIN_STRETCH = 25;
/** A stretch in a single sentence must be so long; a shorter one is a formula ("Sign up for our newsletter here"). */
const MIN_SENTENCE_STRETCH = 15;
/** An article of fewer runs is too short to tell. */
const MIN_RUNS = 12;
/** Of the runs by their hash every third is looked up: a third of the work, and articles with much in common still meet. */
const SAMPLE_STEP = 3;

/** @returns every pair that shares text, `from` before `to` in the order of the articles */
export function findReuse(articles: readonly ToldArticle[]): Reuse[] {
  const index = new KeyIndex(articles.length, (at) => sample(articles[at]!.columns.runs));
  return articles.flatMap((_, from) =>
    index.after(from).flatMap(([to, shared]) => (shared < 2 ? [] : (compare(articles, from, to) ?? []))),
  );
}

/** The last answer of `isCopy`: claims of two articles are compared one after the other. */
const last: { a: ToldArticle | null; b: ToldArticle | null; copy: boolean } = { a: null, b: null, copy: false };

/** Whether two articles are one text, or most of the shorter one's runs stand in the other. */
export function isCopy(a: ToldArticle, b: ToldArticle): boolean {
  if (a.sha256 === b.sha256) return true;
  if (last.a === a && last.b === b) return last.copy;
  const [inA, inB] = [new Set(a.columns.runs), new Set(b.columns.runs)];
  const shared = [...inA].reduce((sum, run) => sum + Number(inB.has(run)), 0);
  const shorter = Math.min(inA.size, inB.size);
  Object.assign(last, { a, b, copy: shorter >= MIN_RUNS && shared >= MIN_COPY * shorter });
  return last.copy;
}

/** Runs whose hash is a multiple of three: the same in every article, and a third of the work. */
function sample(runs: Int32Array): Int32Array {
  return runs.filter((run) => run % SAMPLE_STEP === 0);
}

function compare(articles: readonly ToldArticle[], from: number, to: number): Reuse | null {
  const [a, b] = [articles[from]!.columns, articles[to]!.columns];
  const [inA, inB] = [new Set(a.runs), new Set(b.runs)];
  const shorter = Math.min(inA.size, inB.size);
  if (shorter < MIN_RUNS) return null;
  const places: [Set<number>, Set<number>] = [new Set(), new Set()];
  let shared = 0;
  for (const run of inA) if (inB.has(run)) shared += 1;
  const longest = longestStretch(a.runs, inB);
  const contained = shared / shorter;
  const level = contained >= MIN_COPY ? 'copy' : contained >= MIN_PARTLY || longest >= MIN_STRETCH ? 'partly' : null;
  if (level === null) return null;
  for (const [at, run] of a.runs.entries()) if (inB.has(run)) places[0].add(a.starts[at]!);
  for (const [at, run] of b.runs.entries()) if (inA.has(run)) places[1].add(b.starts[at]!);
  if (longest < MIN_SENTENCE_STRETCH && Math.min(places[0].size, places[1].size) < 2) return null;
  return { from, to, level, contained, longest, places };
}

function longestStretch(runs: Int32Array, other: ReadonlySet<number>): number {
  let longest = 0;
  let now = 0;
  for (const run of runs) {
    now = other.has(run) ? now + 1 : 0;
    longest = Math.max(longest, now);
  }
  return longest === 0 ? 0 : longest + RUN - 1;
}
