/**
 * The article as the models see it: integers for words, tags, tree and quotations, made once an article.
 */

import type { Layers, Span } from '../document.ts';
import { wordAt } from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';
import { hashText } from './hash.ts';
import { stemHash } from './stem.ts';

/** A quotation of the outermost level as words: marks included, end exclusive. */
export interface Quotation extends Span {
  readonly from: number;
  readonly to: number;
  /** True where it goes on from the quotation before, in the paragraph before. */
  readonly continues: boolean;
}

/** Everything indexed by word, unless it says otherwise. */
export interface EncodedDocument {
  readonly count: number;
  /** Word types, see `syntax/types.ts`. */
  readonly type: Int32Array;
  /** Hash of the lower-case word, digits folded; and of the word without its inflection. */
  readonly form: Int32Array;
  readonly stem: Int32Array;
  readonly tag: Uint8Array;
  readonly relation: Uint8Array;
  readonly head: Int32Array;
  /** The dependents of word w are `kids[kidsFrom[w]]` to `kids[kidsFrom[w + 1] - 1]`, in text order. */
  readonly kids: Int32Array;
  readonly kidsFrom: Int32Array;
  /** The stretch of words that w governs, itself included; end exclusive. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The sentence of a word; first word of a sentence (and one more at the end); paragraph of a sentence. */
  readonly sentence: Int32Array;
  readonly first: Int32Array;
  readonly paragraph: Int32Array;
  /** By sentence: the first word past a dateline ("OSLO (AP) —"). */
  readonly open: Int32Array;
  /** Index into `quotations`, -1 outside. */
  readonly quotation: Int32Array;
  readonly quotations: readonly Quotation[];
  /** Words inside quotations before word w, as `size` counts letters. */
  readonly quoted: Int32Array;
  /** 0 no name, 1 person, 2 organization, 3 place, 4 other. */
  readonly name: Uint8Array;
  /** Bits: 1 starts with a capital, 2 all capitals, 4 punctuation. */
  readonly shape: Uint8Array;
  /** Letters (not white space) before word w; `size[b] - size[a]` is the length of words a to b - 1. */
  readonly size: Int32Array;
  /** The hash of the construct that reads the word as a cue, 0 where none does, and how it reads it. */
  readonly construct: Int32Array;
  readonly constructed: Map<number, ConstructReading>;
  /** Whose notion of an attribution counts: 0 an editor's (eval/articles/GUIDE.md), 1 PolNeAR's wider one, 2 that of written texts. */
  readonly corpus: number;
}

/** Whether a statement passes on another of the same content beside it, is passed on by one, or neither. */
export type Relay = 'outer' | 'inner' | 'none';

/** A construct's reading as words, ends exclusive. */
export interface ConstructReading {
  readonly name: string;
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly lemma: string;
  readonly medium: Span | null;
  readonly link: Relay;
  /** What the reading is worth where its construct decides, else 0. */
  readonly decided: number;
  readonly sourceFrom: number;
  /** Equal to `sourceFrom` where nobody is named. */
  readonly sourceTo: number;
  /** Pairs of first word and end. */
  readonly content: readonly number[];
}

const formHashes = vocabularyCache((_form, lower) => hashText(lower));
const stemHashes = vocabularyCache((_form, lower) => stemHash(lower, hashText(lower)));
const shapeNumbers = vocabularyCache(shapeOf);

const NAME_KINDS = { person: 1, organization: 2, place: 3, other: 4 } as const;

/** @param corpus see `EncodedDocument` */
export function encode(
  { sentences, words, syntax, quotes, names }: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names'>,
  corpus: number,
): EncodedDocument {
  const { count } = words;
  const form = new Int32Array(count);
  const stem = new Int32Array(count);
  const shape = new Uint8Array(count);
  const size = new Int32Array(count + 1);
  const forms = formHashes();
  const stems = stemHashes();
  const shapes = shapeNumbers();
  for (let w = 0; w < count; w += 1) {
    const type = words.types[w]!;
    form[w] = forms[type]!;
    stem[w] = stems[type]!;
    shape[w] = shapes[type]!;
    size[w + 1] = size[w]! + words.ends[w]! - words.starts[w]!;
  }
  const sentence = new Int32Array(count);
  const paragraph = new Int32Array(sentences.length);
  for (let s = 0; s < sentences.length; s += 1) {
    paragraph[s] = sentences[s]!.paragraph;
    sentence.fill(s, words.first[s]!, words.first[s + 1]!);
  }
  const { kids, kidsFrom, left, right } = tree(syntax.heads);
  const { quotation, quotations, quoted } = quotationsOf(words, quotes);
  // One plain literal: an object put together by spreading has another shape each time, and every read of it is slow.
  return {
    count,
    type: words.types,
    form,
    stem,
    tag: syntax.tags,
    relation: syntax.relations,
    head: syntax.heads,
    kids,
    kidsFrom,
    left,
    right,
    sentence,
    first: words.first,
    paragraph,
    open: openings(words, syntax.tags, shape, paragraph),
    quotation,
    quotations,
    quoted,
    name: kindsOfNames(words, names),
    shape,
    size,
    construct: new Int32Array(count),
    constructed: new Map(),
    corpus,
  };
}

/** The kind of the name in which each word stands, 0 outside. */
function kindsOfNames(words: Layers['words'], names: Layers['names']): Uint8Array {
  const kinds = new Uint8Array(words.count);
  for (const { start, end, kind } of names) {
    for (let w = wordAt(words, start); w >= 0 && w < words.count && words.starts[w]! < end; w += 1) {
      if (words.ends[w]! > start) kinds[w] = NAME_KINDS[kind];
    }
  }
  return kinds;
}

function tree(head: Int32Array): Pick<EncodedDocument, 'kids' | 'kidsFrom' | 'left' | 'right'> {
  const count = head.length;
  const kidsFrom = new Int32Array(count + 1);
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  for (let w = 0; w < count; w += 1) if (head[w]! >= 0) kidsFrom[head[w]! + 1] = kidsFrom[head[w]! + 1]! + 1;
  for (let w = 0; w < count; w += 1) kidsFrom[w + 1] = kidsFrom[w + 1]! + kidsFrom[w]!;
  const kids = new Int32Array(kidsFrom[count]!);
  const next = kidsFrom.slice();
  for (let w = 0; w < count; w += 1) {
    left[w] = w;
    right[w] = w + 1;
    const governor = head[w]!;
    if (governor >= 0) {
      kids[next[governor]!] = w;
      next[governor] = next[governor]! + 1;
    }
  }
  for (let w = 0; w < count; w += 1) {
    for (let up = head[w]!; up >= 0; up = head[up]!) {
      if (left[up]! <= w && right[up]! > w) break;
      if (left[up]! > w) left[up] = w;
      if (right[up]! <= w) right[up] = w + 1;
    }
  }
  return { kids, kidsFrom, left, right };
}

function quotationsOf(
  words: Layers['words'],
  quotes: Layers['quotes'],
): Pick<EncodedDocument, 'quotation' | 'quotations' | 'quoted'> {
  const quotation = new Int32Array(words.count).fill(-1);
  const quotations: Quotation[] = [];
  for (const quote of quotes) {
    if (quote.depth > 0) continue;
    let from = Math.max(0, wordAt(words, quote.start));
    if (from < words.count && words.ends[from]! <= quote.start) from += 1;
    const to = wordAt(words, quote.end - 1) + 1;
    if (to <= from) continue;
    quotation.fill(quotations.length, from, to);
    const { start, end } = quote;
    quotations.push({ from, to, start, end, continues: quote.continues && quotations.length > 0 });
  }
  const quoted = new Int32Array(words.count + 1);
  for (let w = 0; w < words.count; w += 1) quoted[w + 1] = quoted[w]! + (quotation[w]! >= 0 ? 1 : 0);
  return { quotation, quotations, quoted };
}

const DASHES = new Set(['-', '–', '—', '--']);
/** The longest dateline in words. */
const MAX_DATELINE_WORDS = 14;
const ALL_CAPITALS = 2;
const PUNCTUATION = 4;

/** The longest label before a colon, in words, and the shortest sentence after it. */
const MAX_LABEL_WORDS = 4;
const MIN_LABELLED_WORDS = 6;

/** By sentence the word with which its statement begins: past place, day, agency and dash at the head of a paragraph. */
function openings(words: Layers['words'], tags: Uint8Array, shape: Uint8Array, paragraph: Int32Array): Int32Array {
  const open = words.first.slice();
  const labelled: number[] = [];
  for (let s = 0; s < paragraph.length; s += 1) {
    const from = words.first[s]!;
    const end = Math.min(words.first[s + 1]!, from + MAX_DATELINE_WORDS);
    if (s > 0 && paragraph[s] === paragraph[s - 1]) continue;
    if (labelEnd(words, shape, s) > from) labelled.push(s);
    let dash = from;
    while (dash < end && !DASHES.has(words.lower[dash]!) && !isClause(tags[dash]!)) dash += 1;
    if (dash === from || dash + 2 >= words.first[s + 1]! || !DASHES.has(words.lower[dash] ?? '')) continue;
    const spaced = words.ends[dash - 1]! < words.starts[dash]! && words.ends[dash]! < words.starts[dash + 1]!;
    const placed = (shape[from]! & ALL_CAPITALS) !== 0 || tags[dash - 1] === TAG['-RRB-'];
    if (spaced && placed && (shape[from]! & PUNCTUATION) === 0) open[s] = dash + 1;
  }
  // "NEW DELHI: The court", "EXCLUSIVE: In a memo": one such label names nobody who speaks; where turns are told, there are more.
  if (labelled.length === 1) open[labelled[0]!] = labelEnd(words, shape, labelled[0]!);
  return open;
}

/** The word past the colon of a label in capitals at the head of a sentence; its first word where there is none. */
function labelEnd({ first, lower }: Layers['words'], shape: Uint8Array, sentence: number): number {
  const from = first[sentence]!;
  let colon = from;
  while (colon < from + MAX_LABEL_WORDS && (shape[colon]! & ALL_CAPITALS) !== 0) colon += 1;
  return lower[colon] === ':' && first[sentence + 1]! - colon > MIN_LABELLED_WORDS ? colon + 1 : from;
}

function isClause(tag: number): boolean {
  return VERB[tag] === 1 || tag === TAG.PRP || tag === TAG.MD;
}

function shapeOf(form: string, lower: string): number {
  const unit = form.charCodeAt(0);
  const letter = lower !== form || (unit >= 97 && unit <= 122) || unit > 0x2fff;
  if (!letter && !(unit >= 48 && unit <= 57) && lower.toUpperCase() === lower) return 4;
  if (lower === form) return 0;
  const capital = unit !== lower.charCodeAt(0) ? 1 : 0;
  return form.length > 1 && form === form.toUpperCase() ? capital | 2 : capital;
}

/** Verb forms; a modal is none. */
export const VERB = tagSet('VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ');
/** What makes a clause. */
export const FINITE = tagSet('VBD', 'VBZ', 'VBP', 'MD');
/** What can head a noun phrase. */
export const NOMINAL = tagSet('NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'WP', 'DT', 'WDT', 'CD', 'EX', 'FW');
/** What can stand inside a noun phrase before its head, head included. */
export const IN_CHUNK = tagSet(
  ...(['NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'PRP$', 'WP', 'WP$', 'DT', 'PDT', 'JJ', 'JJR', 'JJS', 'CD', 'POS'] as const),
  ...(['VBN', 'HYPH', 'FW', '$', 'AFX', 'ADD', 'WDT'] as const),
);

/** What can stand in the noun phrase before a relative pronoun. */
export const IN_NOUN_PHRASE = tagSet(
  ...(['DT', 'PRP$', 'JJ', 'JJR', 'JJS', 'NN', 'NNS', 'NNP', 'NNPS', 'CD', 'POS', 'VBN'] as const),
);

/** One byte a tag: 1 for the tags named. */
export function tagSet(...tags: readonly (keyof typeof TAG)[]): Uint8Array {
  const set = new Uint8Array(64);
  for (const tag of tags) set[TAG[tag]] = 1;
  return set;
}
