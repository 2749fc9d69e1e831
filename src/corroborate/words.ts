/**
 * Words as corroboration compares them: stems as small numbers, each with what it tells. What a word tells comes from a
 * list that was counted once, not from the folder, so that articles which have nothing to do with two others do not
 * change how alike these are.
 */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { loadLexicon } from '../lexicon.ts';
import { hashText } from '../model/hash.ts';
import { clusterOf } from '../syntax/clusters.ts';

/** Articles that the list was counted in. */
const COUNTED_ARTICLES = 837;
/** A stem that the list lacks stood in fewer than four of them. */
const UNLISTED_COUNT = 1.5;

const WORD = /[\p{L}\p{M}]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?|\d+(?:[.,]\d+)*/gu;
/** Figures that are written as words where they are small, or with words where they are large. */
const LEVELLED: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);
/** Words that are written short or long. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ['percent', 'percent'],
  ['pct', 'percent'],
  ['pc', 'percent'],
  ['u', 'us'],
]);

/** A word as it is compared: one object for all its places. Forms of one stem share all of it. */
export interface Stem {
  /** Which stem it is: the same on every machine, whatever else was read. */
  readonly hash: number;
  /** In how many articles of the list it stands; 0: not in the list. What it tells is `WEIGHTS[count]`. */
  readonly count: number;
  /** Natural logarithm of how rare it is; about 0 for words that hold sentences together, 6 for names. */
  readonly weight: number;
  /** Words that keep like company (`syntax/clusters.ts`); 0: not known. */
  readonly cluster: number;
  /** True for a figure. */
  readonly figure: boolean;
}

/** What a stem tells, by `Stem.count`. */
export const WEIGHTS: Float64Array = Float64Array.from({ length: COUNTED_ARTICLES + 1 }, (_, count) =>
  Math.log((COUNTED_ARTICLES + 1) / ((count || UNLISTED_COUNT) + 0.5)),
);

let counts: ReadonlyMap<string, number> | undefined;

/** Words that were read; more than so many are forgotten and read anew. */
const known = new Map<string, Stem>();
const MAX_KNOWN = 100_000;

/**
 * @param text any text
 * @returns its words, in order; marks are left out
 */
export function stemsIn(text: string): Stem[] {
  const stems: Stem[] = [];
  for (const [word] of text.matchAll(WORD)) for (const part of partsOf(word)) stems.push(stemFor(part));
  return stems;
}

/** Each stem of a text once, by hash. */
export function distinctStems(stems: readonly Stem[]): Stem[] {
  return [...new Map(stems.map((stem) => [stem.hash, stem])).values()].sort((a, b) => a.hash - b.hash);
}

function stemFor(word: string): Stem {
  const before = known.get(word);
  if (before !== undefined) return before;
  const form = LEVELLED.get(word) ?? ALIKE.get(word) ?? word;
  const figure = /^\d/.test(form);
  const letters = figure ? form.replace(/,(?=\d{3})/g, '') : stemOf(form);
  const count = countOf(letters);
  const cluster = figure ? 0 : clusterOf(form);
  const stem = { hash: hashText(letters), count, weight: WEIGHTS[count]!, cluster, figure };
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(word, stem);
  return stem;
}

/** `don’t` is `do` and `not`; the s of a possessive and of `it’s` tells nothing. */
function partsOf(word: string): string[] {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const mark = lower.indexOf("'");
  if (mark < 0) return [lower];
  if (lower.endsWith("n't")) {
    const verb = lower.slice(0, -3);
    return [verb === 'ca' ? 'can' : verb === 'wo' ? 'will' : verb, 'not'];
  }
  return [lower.slice(0, mark)];
}

/** Porter's stem (natural), without accents. */
export function stemOf(lower: string): string {
  return stemmer.stem(lower.normalize('NFD').replace(/\p{M}+/gu, ''));
}

function countOf(stem: string): number {
  counts ??= new Map(
    loadLexicon(new URL('./words.tsv', import.meta.url)).map(([word, count]) => [word!, Number(count)] as const),
  );
  return counts.get(stem) ?? 0;
}
