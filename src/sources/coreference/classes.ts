/**
 * Classes of bodies: "the paper" takes up a paper and "the club" a club, by what the text calls a body or by the words of
 * its name. What the classes are worth is learnt; the table (`classes.tsv`) only says which words belong together.
 */
import type { SourceKind } from '../../document.ts';
import { loadLexicon } from '../../lexicon.ts';
import type { Referent } from './referent.ts';

/** The number of classes with one more for nouns of none. */
export const BODY_CLASSES = 19;
/** The class of nouns of none. */
const NONE = BODY_CLASSES - 1;

interface Tables {
  /** Sets of classes, as bits. */
  readonly nouns: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly media: number;
  readonly state: number;
}

let tables: Tables | undefined;

function load(): Tables {
  const nouns = new Map<string, number>();
  const names = new Map<string, number>();
  const bits = new Map<string, number>();
  const add = (table: Map<string, number>, words: string, bit: number) => {
    for (const word of words.split(' ')) table.set(word, (table.get(word) ?? 0) | bit);
  };
  for (const [index, [name = '', taking = '', named = '']] of loadLexicon(
    new URL('./classes.tsv', import.meta.url),
  ).entries()) {
    const bit = 1 << index;
    bits.set(name, bit);
    add(nouns, taking, bit);
    add(names, named, bit);
  }
  const media = bits.get('paper')! | bits.get('broadcaster')! | bits.get('agency')!;
  let state = 0;
  for (const name of OF_A_STATE) state |= bits.get(name)!;
  return { nouns, names, media, state };
}

/** The first class of a noun; of none the last number. */
export function classOf(noun: string): number {
  tables ??= load();
  const bits = tables.nouns.get(noun) ?? 0;
  return bits === 0 ? NONE : 31 - Math.clz32(bits & -bits);
}

/** "The government", "the police", "the army" are those of the country without another word. */
const OF_A_STATE: ReadonlySet<string> = new Set(['government', 'police', 'army']);

/** Whether a bare noun is the short form of some body's name: "the company", "the ministry". */
export function isShortForm(noun: string): boolean {
  tables ??= load();
  const bits = tables.nouns.get(noun) ?? 0;
  return (bits & ~tables.state) !== 0;
}

/** How a noun fits a candidate: the same word, a class in common, nothing known of the candidate, another class, a noun of no class. */
const [SAME, ALIKE, CLASSLESS] = [0, 1, 4] as const;
export const [UNKNOWN, OTHER] = [2, 3] as const;
export const FITS = 5;

/** Whether a noun can take up a candidate by what is known of it. */
export const isFitting = (fit: number): boolean => fit === SAME || fit === ALIKE;

/** How far a noun that takes something up fits what a candidate is called. */
export function fitOf(noun: string, { name, kind, nouns }: Pick<Referent, 'name' | 'kind' | 'nouns'>): number {
  tables ??= load();
  if (nouns.has(noun)) return SAME;
  const words = wordsOf(name);
  if (words.includes(noun)) return SAME;
  const wanted = tables.nouns.get(noun) ?? 0;
  if (wanted === 0) return CLASSLESS;
  const known = classesOf(tables, words, kind, nouns);
  return known === 0 ? UNKNOWN : (known & wanted) !== 0 ? ALIKE : OTHER;
}

function classesOf(
  { nouns, names, media }: Tables,
  words: readonly string[],
  kind: SourceKind,
  called: Iterable<string>,
): number {
  let known = kind === 'media' || kind === 'news-agency' ? media : 0;
  for (const word of words) known |= names.get(word) ?? 0;
  for (const noun of called) known |= nouns.get(noun) ?? 0;
  return known;
}

/** The words of the names met last: each candidate is asked about again and again. */
const split = new Map<string, readonly string[]>();
const MAX_KEPT = 4096;

function wordsOf(name: string): readonly string[] {
  const known = split.get(name);
  if (known) return known;
  if (split.size >= MAX_KEPT) split.clear();
  const words = name.toLowerCase().split(/[^\p{L}\p{N}&]+/u);
  split.set(name, words);
  return words;
}
