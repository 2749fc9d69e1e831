/** Pairs of claims of different articles that are the same claim, each with how sure that is. */
import { loadLexicon } from '../lexicon.ts';
import { mix } from '../model/hash.ts';
import { KeyIndex } from './key-index.ts';
import { likeness } from './likeness.ts';
import { matchQuotations, piecesOf, sameQuotation } from './quotation.ts';
import { lastWord, type ToldArticle, type ToldClaim } from './told.ts';
import type { Stem, Vocabulary } from './words.ts';

export interface Pair {
  /** Indexes of claims, the first below the second. */
  readonly first: number;
  readonly second: number;
  /** Logarithm of the odds that both are the same claim. */
  readonly score: number;
  /** How it was found: the same words quoted, or likeness. */
  readonly by: 'quotation' | 'likeness';
  /** Words that two quotations have in common, in order; 0 by likeness. */
  readonly words: number;
}

/** The rarest stems of a claim of which every two are a key: the same claim has two of them in common. */
const RAREST = 8;
/** Words in a row of a quotation that are a key. */
const GRAM = 4;
/** Claims of so few words that tell something ("He agreed") are not compared. */
const SHORTEST = 3;
/** Articles further apart in time (days) have to share two people, figures or days besides. */
const WINDOW = 7;
/** The score of a pair of quotations with nothing changed; less where less is common. */
const QUOTED = 4;

/** Below it a pair is not kept. */
const LEAST_SCORE = -2;

/** What a comparison of two claims came to. */
type Found = Omit<Pair, 'first' | 'second'>;

/** Comparisons that were made before. */
export interface KnownPairs {
  /** Articles of which every two were compared: what `found` lacks of theirs is not the same. */
  readonly settled: Set<ToldArticle>;
  /** By both claims, the earlier article's first. */
  readonly found: Map<ToldClaim, Map<ToldClaim, Found>>;
}

/** @returns a store of comparisons in which nothing has been compared yet */
export const noPairs = (): KnownPairs => ({ settled: new Set(), found: new Map() });

/** What says how alike two claims are; quotations are read once. */
export class Matcher {
  readonly claims: readonly ToldClaim[];
  readonly #said: readonly (readonly Stem[])[];
  readonly #known: KnownPairs;

  /**
   * @param claims all claims of all articles, articles in the order of time
   * @param known what was compared before; what is compared now is added
   */
  constructor(claims: readonly ToldClaim[], vocabulary: Vocabulary, known: KnownPairs = noPairs()) {
    this.claims = claims;
    this.#known = known;
    this.#said = claims.map((claim) => wordsSaid(claim, vocabulary));
  }

  /** Pairs that have enough in common to be looked at, in rising order. */
  *candidates(): Generator<readonly [first: number, second: number]> {
    const keys = this.claims.map((claim, at) => keysOf(claim, this.#said[at]!));
    const index = new KeyIndex(keys);
    for (const first of keys.keys()) {
      for (const [second] of index.after(first, keys[first]!)) yield [first, second];
    }
  }

  /** @returns pairs in rising order */
  findPairs(): Pair[] {
    const pairs: Pair[] = [];
    const { settled, found } = this.#known;
    for (const [first, second] of this.candidates()) {
      const [a, b] = [this.claims[first]!, this.claims[second]!];
      const known = settled.has(a.article) && settled.has(b.article);
      const before = known ? found.get(a)?.get(b) : undefined;
      const pair = known ? (before ? { first, second, ...before } : null) : this.pairOf(first, second);
      if (pair !== null) pairs.push(pair);
    }
    for (const { article } of this.claims) settled.add(article);
    return pairs;
  }

  /** @returns null where the claims cannot be the same */
  pairOf(first: number, second: number): Pair | null {
    const [a, b] = [this.claims[first]!, this.claims[second]!];
    const before = this.#known.found.get(a)?.get(b);
    const found = before ?? this.#compare(first, second);
    if (found === null) return null;
    if (!before) {
      const others = this.#known.found.get(a) ?? new Map<ToldClaim, Found>();
      this.#known.found.set(a, others.set(b, found));
    }
    return { first, second, ...found };
  }

  #compare(first: number, second: number): Found | null {
    const [a, b] = [this.claims[first]!, this.claims[second]!];
    if (a.article === b.article || !mayMeet(a, b)) return null;
    const [saidA, saidB] = [this.#said[first]!, this.#said[second]!];
    if (saidA.length > 0 && saidB.length > 0) {
      const match = matchQuotations(saidA, saidB);
      const speaker = speakerOf(a);
      if (sameQuotation(match, speaker !== null && speaker === speakerOf(b))) {
        return { score: QUOTED * match.share, by: 'quotation', words: match.words };
      }
    }
    const score = likeness(a, b);
    return score === null || score < LEAST_SCORE ? null : { score, by: 'likeness', words: 0 };
  }
}

/** The words of a quotation in order, without what is not the speaker's; empty for anything else. */
function wordsSaid({ claim, text }: ToldClaim, vocabulary: Vocabulary): Stem[] {
  return claim.quotation === 'direct' ? piecesOf(text, vocabulary).flat() : [];
}

function keysOf({ stems, text }: ToldClaim, said: readonly Stem[]): Int32Array {
  if (isFormula(text)) return new Int32Array();
  const telling = stems.filter(({ weight }) => weight > 1);
  const rarest = telling.sort((a, b) => b.weight - a.weight || a.hash - b.hash).slice(0, RAREST);
  if (rarest.length < SHORTEST && said.length < GRAM) return new Int32Array();
  const hashes = rarest.map(({ hash }) => hash).sort((a, b) => a - b);
  const keys = hashes.flatMap((hash, at) => hashes.slice(at + 1).map((other) => mix(hash, other)));
  for (let at = 0; at + GRAM <= said.length; at += 1) {
    keys.push(said.slice(at, at + GRAM).reduce((sum, { hash }) => mix(sum, hash), GRAM));
  }
  return Int32Array.from(keys);
}

/** What every paper says of every story: who wrote it, who would not comment, what else there is to read. */
function isFormula(text: string): boolean {
  if (formulas === undefined) {
    const rows = loadLexicon(new URL('./formulas.tsv', import.meta.url));
    formulas = new RegExp(`\\b(?:${rows.map(([words]) => words!).join('|')})\\b`, 'i');
  }
  return formulas.test(text.replaceAll('’', "'"));
}

let formulas: RegExp | undefined;

/** In the same days, or with two things in common that tie them to one event. */
function mayMeet(a: ToldClaim, b: ToldClaim): boolean {
  const [one, other] = [a.article.day, b.article.day];
  if (one === null || other === null || Math.abs(one - other) <= WINDOW) return true;
  const shared =
    a.people.filter((name) => b.people.includes(name)).length +
    a.numbers.filter(({ value }) => value !== null && b.numbers.some((number) => number.value === value)).length +
    a.dates.filter(({ value }) => /^\d{4}-\d\d/.test(value) && b.dates.some((date) => date.value === value)).length;
  return shared >= 2;
}

/** The last word of the speaker's name; null where it is open who speaks. */
function speakerOf({ article, claim: { attribution } }: ToldClaim): string | null {
  const source = article.sources.get(attribution[0]?.source ?? '');
  return source?.resolved ? lastWord(source.name) : null;
}
