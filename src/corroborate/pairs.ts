/** Pairs of claims of different articles that are the same claim, each with how sure that is. */
import { mix } from '../model/hash.ts';
import { isCopy } from './copies.ts';
import { KeyIndex } from './key-index.ts';
import { likeness, type Weights } from './likeness.ts';
import { overlapOf } from './overlap.ts';
import { type Found, PairList } from './pair-list.ts';
import { matchQuotations, sameQuotation } from './quotation.ts';
import type { ToldClaim } from './told.ts';
import { WEIGHTS } from './words.ts';

/** The rarest stems of a claim of which every two are a key: the same claim has two of them in common. */
const MAX_RAREST = 8;
/** A stem that tells no more is no key. */
const MIN_WEIGHT = 1;
/** Words in a row of a quotation that are a key. */
const GRAM_WORDS = 4;
/** Claims of fewer words that tell something ("He agreed") are not compared. */
const MIN_TELLING = 2;
/** Articles further apart in time (days) have to share two people, figures or days besides. */
const WINDOW_DAYS = 7;
/** Unless the articles are one text, and the claims have so much of their words in common (Dice). */
const MIN_SAME_WORDS = 0.85;
/** The score of a pair of quotations with nothing changed; less where less is common. */
const QUOTATION_SCORE = 4;

/** What was compared before: claims, in their order, and the pairs of them that were found. */
export interface Compared {
  readonly claims: readonly ToldClaim[];
  readonly pairs: PairList;
}

/**
 * @param claims all claims of all articles, articles in the order of time
 * @param before of some of these articles: pairs of theirs are not compared again
 * @returns pairs in rising order
 */
export function findPairs(claims: readonly ToldClaim[], before: Compared | null = null, weights?: Weights): PairList {
  const pairs = new PairList(claims.length);
  const known = before === null ? null : knownPairs(claims, before);
  for (const [first, second] of candidates(claims)) {
    const found = known?.(first, second);
    const pair = found === undefined ? compareClaims(claims[first]!, claims[second]!, weights) : found;
    if (pair !== null) pairs.add(first, second, pair);
  }
  return pairs;
}

/**
 * An article more takes candidates away (`KeyIndex` looks only so far) and never makes one of two claims that were none:
 * what was not found among articles that were compared is not the same.
 *
 * @returns what was found; undefined where the two were not compared
 */
function knownPairs(claims: readonly ToldClaim[], { claims: earlier, pairs }: Compared) {
  const settled = new Set(earlier.map(({ article }) => article));
  const places = new Map(earlier.map((claim, at) => [claim, at]));
  return (first: number, second: number): Found | null | undefined => {
    const [a, b] = [claims[first]!, claims[second]!];
    if (!settled.has(a.article) || !settled.has(b.article)) return undefined;
    return pairs.find(places.get(a)!, places.get(b)!);
  };
}

/** Pairs that have enough in common to be looked at, in rising order. */
export function* candidates(claims: readonly ToldClaim[]): Generator<readonly [first: number, second: number]> {
  const index = new KeyIndex(claims.length, (at) => keysOf(claims[at]!));
  for (const first of claims.keys()) for (const [second] of index.after(first)) yield [first, second];
}

/** @returns null where the claims cannot be the same */
export function compareClaims(a: ToldClaim, b: ToldClaim, weights?: Weights): Found | null {
  if (a.article === b.article || !mayMeet(a, b)) return null;
  if (a.ends.said > a.begins.said && b.ends.said > b.begins.said) {
    const match = matchQuotations(a, b);
    if (match !== null && sameQuotation(match, a.speaker !== null && a.speaker === b.speaker)) {
      return { score: QUOTATION_SCORE * match.share, words: match.words };
    }
  }
  const score = likeness(a, b, weights);
  return score === null ? null : { score, words: 0 };
}

function keysOf({ article: { columns }, formula, begins, ends }: ToldClaim): readonly number[] {
  if (formula) return [];
  const telling: { readonly hash: number; readonly weight: number }[] = [];
  for (let at = begins.stems; at < ends.stems; at += 1) {
    const weight = WEIGHTS[columns.counts[at]!]!;
    if (weight > MIN_WEIGHT) telling.push({ hash: columns.stems[at]!, weight });
  }
  const rarest = telling.sort((a, b) => b.weight - a.weight || a.hash - b.hash).slice(0, MAX_RAREST);
  if (rarest.length < MIN_TELLING && ends.said - begins.said < GRAM_WORDS) return [];
  const hashes = rarest.map(({ hash }) => hash).sort((a, b) => a - b);
  const keys = hashes.flatMap((hash, at) => hashes.slice(at + 1).map((other) => mix(hash, other)));
  for (let at = begins.said; at + GRAM_WORDS <= ends.said; at += 1) {
    keys.push(columns.said.subarray(at, at + GRAM_WORDS).reduce((sum, hash) => mix(sum, hash), GRAM_WORDS));
  }
  return keys;
}

/** In the same days, with two things in common that tie them to one event, or the same words in one text. */
function mayMeet(a: ToldClaim, b: ToldClaim): boolean {
  const [one, other] = [a.article.day, b.article.day];
  if (one === null || other === null || Math.abs(one - other) <= WINDOW_DAYS) return true;
  const [mine, others] = [daysOf(a), daysOf(b)];
  const days = mine.filter((value) => others.includes(value)).length;
  const shared =
    a.people.filter((name) => b.people.includes(name)).length +
    a.numbers.filter(({ value }) => value !== null && b.numbers.some((number) => number.value === value)).length +
    days;
  if (shared >= 2) return true;
  // What is printed every week without a change is of another day each time.
  if (days === 0 && mine.length > 0 && others.length > 0) return false;
  return sameWords(a, b) && isCopy(a.article, b.article);
}

/** Values of months and days. */
const daysOf = ({ dates }: ToldClaim): readonly string[] => dates.filter((value) => /^\d{4}-\d\d/.test(value));

function sameWords(a: ToldClaim, b: ToldClaim): boolean {
  return 2 * overlapOf(a, b).weight >= MIN_SAME_WORDS * (a.weight + b.weight);
}
