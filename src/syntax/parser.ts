/**
 * The parser: arc-eager transitions, a beam of derivations scored by an averaged structured perceptron (Zhang and Nivre
 * 2011). It finds heads alone; `labeller.ts` names the relations when the tree is there.
 */
import { mix } from '../model/hash.ts';
import type { Rows } from '../model/rows.ts';
import { advance, makeBeam, offer } from './beam.ts';
import { TAG } from './labels.ts';
import {
  BOTH_WORDS,
  BUILT,
  FEATURE_COUNT,
  NEXT_WORDS,
  parserFeatures,
  readAtoms,
  type Sentence,
  SLOTS,
  STACK_WORD,
} from './parsefeatures.ts';
import {
  begin,
  headsOf,
  LEFT,
  LONGEST,
  makePool,
  NEXT,
  possible,
  REDUCE,
  RIGHT,
  SHIFT,
  TOP,
  WORD,
} from './transitions.ts';
import { COLUMNS, FOLDED, SUFFIX3, wordTypes } from './types.ts';

export interface ParserModel {
  /** The table has `2 ** bits` rows of four weights. */
  readonly bits: number;
  readonly table: Int8Array | Float32Array;
}

/** A trained parser as it is used: int8 weights, packed. */
export interface PackedParser extends Rows {
  /** There are `2 ** bits` slots. */
  readonly bits: number;
}

/**
 * How many derivations are followed at a time, and how far behind the best they may fall, in steps of the packed weights.
 * Measured on the development parts, near this margin: without one 0.1 points of attachment more, and 2.4 times as many
 * configurations to score.
 */
const WIDTH = 8;
const MARGIN = 130;

const TAG_HASHES = Int32Array.from({ length: 64 }, (_, tag) => mix(tag + 7, 0x3c6ef372));

const SENTENCE: Sentence = {
  size: 0,
  words: new Int32Array(LONGEST + 2),
  tags: new Int32Array(LONGEST + 2),
  both: new Int32Array(LONGEST + 2),
  endings: new Int32Array(LONGEST + 2),
  marks: new Int32Array(LONGEST + 2),
};
/** The codes of a group's features. */
const CODES = new Uint16Array(SLOTS.length);
const POOL = makePool(WIDTH);
const BEAM = makeBeam();
const HEADS = new Int32Array(LONGEST + 2);
/** Every weight of a packed row carries 128 on top. */
const EXCESS = 128 * FEATURE_COUNT;

/** Reads the words `from` to `to` (at most `LONGEST`) into the parser's own arrays. */
export function readSentence(types: Int32Array, tags: Uint8Array, from: number, to: number): Sentence {
  const { features } = wordTypes;
  const size = to - from;
  SENTENCE.size = size;
  let marks = 0;
  for (let at = 0; at < size; at++) {
    const record = types[from + at]! * COLUMNS;
    const word = features[record + FOLDED]!;
    const tag = TAG_HASHES[tags[from + at]!]!;
    SENTENCE.words[at] = word;
    SENTENCE.tags[at] = tag;
    SENTENCE.both[at] = mix(word, tag);
    SENTENCE.endings[at] = features[record + SUFFIX3]!;
    SENTENCE.marks[at] = marks;
    marks += markOf(tags[from + at]!);
  }
  SENTENCE.marks[size] = marks;
  for (const atoms of [SENTENCE.words, SENTENCE.tags, SENTENCE.both, SENTENCE.endings]) atoms[size] = 0x5bd1e995;
  return SENTENCE;
}

/** Adds 1 to the count of commas, verbs (second byte) or quotation marks (third byte). */
function markOf(tag: number): number {
  if (tag === TAG[',']) return 1;
  if (tag >= TAG.MD && tag <= TAG.VBZ) return 1 << 8;
  return tag === TAG['``'] || tag === TAG["''"] ? 1 << 16 : 0;
}

/**
 * Finds the heads of the words `from` to `to`, at most `LONGEST` of them, into `heads`: indexes of words, -1 for the
 * one root.
 */
export function parseSentence(
  model: PackedParser,
  types: Int32Array,
  tags: Uint8Array,
  from: number,
  to: number,
  heads: Int32Array,
): void {
  const sentence = readSentence(types, tags, from, to);
  const size = to - from;
  forgetSums(size);
  BEAM.configurations[0] = begin(POOL, size);
  BEAM.scores[0] = 0;
  BEAM.count = 1;
  for (let step = 0; step < 2 * size; step++) {
    for (let index = 0; index < BEAM.count; index++) {
      const at = BEAM.configurations[index]!;
      const score = BEAM.scores[index]!;
      const actions = possible(POOL, at);
      if ((actions & (actions - 1)) === 0) {
        offer(index, 31 - Math.clz32(actions), score, WIDTH);
        continue;
      }
      readAtoms(sentence, POOL, at);
      sumAll(model, POOL.configurations[at + NEXT]!, POOL.items[POOL.configurations[at + TOP]! + WORD]!);
      const base = score - EXCESS;
      if (actions & (1 << SHIFT)) offer(index, SHIFT, base + (even & 0xffff), WIDTH);
      if (actions & (1 << LEFT)) offer(index, LEFT, base + (odd & 0xffff), WIDTH);
      if (actions & (1 << RIGHT)) offer(index, RIGHT, base + (even >>> 16), WIDTH);
      if (actions & (1 << REDUCE)) offer(index, REDUCE, base + (odd >>> 16), WIDTH);
    }
    advance(BEAM, POOL, MARGIN);
  }
  headsOf(POOL, BEAM.configurations[0]!, HEADS);
  settleRoots(HEADS, size, tags, from);
  for (let at = 0; at < size; at++) {
    const head = HEADS[at]!;
    heads[from + at] = head === size ? -1 : from + head;
  }
}

/** The scores of a configuration's actions: first and third, and second and fourth, in the halves of a number. */
let even = 0;
let odd = 0;
/** Sums of the groups that hang on positions alone, kept for the sentence; 0 where not yet known, which no sum is. */
const NEXT_SUMS = new Int32Array(2 * (LONGEST + 2));
const STACK_SUMS = new Int32Array(2 * (LONGEST + 2));
const PAIR_KEYS = new Int32Array(1 << 10);
const PAIR_SUMS = new Int32Array(2 << 10);

function forgetSums(size: number): void {
  NEXT_SUMS.fill(0, 0, 2 * size + 2);
  STACK_SUMS.fill(0, 0, 2 * size + 2);
  PAIR_KEYS.fill(-1);
}

/** Scores the configuration that was read last; the words at its front and on its stack are `next` and `top`. */
function sumAll(model: PackedParser, next: number, top: number): void {
  if (NEXT_SUMS[2 * next] === 0) keepSum(model, NEXT_WORDS, NEXT_SUMS, 2 * next);
  if (STACK_SUMS[2 * top] === 0) keepSum(model, STACK_WORD, STACK_SUMS, 2 * top);
  const key = (next << 10) | top;
  const slot = (next * 31 + top) & (PAIR_KEYS.length - 1);
  if (PAIR_KEYS[slot] !== key) {
    keepSum(model, BOTH_WORDS, PAIR_SUMS, 2 * slot);
    PAIR_KEYS[slot] = key;
  }
  sumGroup(model, BUILT);
  even = (even + NEXT_SUMS[2 * next]! + STACK_SUMS[2 * top]! + PAIR_SUMS[2 * slot]!) | 0;
  odd = (odd + NEXT_SUMS[2 * next + 1]! + STACK_SUMS[2 * top + 1]! + PAIR_SUMS[2 * slot + 1]!) | 0;
}

function keepSum(model: PackedParser, group: number, sums: Int32Array, at: number): void {
  sumGroup(model, group);
  sums[at] = even;
  sums[at + 1] = odd;
}

/**
 * Sums the rows of a group's features. All codes are gathered before any row is read, so that the processor waits for as
 * many distant reads at a time as it can; in one loop it is a tenth slower.
 */
function sumGroup({ rows, codes, bits }: PackedParser, group: number): void {
  const count = parserFeatures(group, group + 1, bits);
  for (let at = 0; at < count; at += 4) {
    CODES[at] = codes[SLOTS[at]! >> 2]!;
    CODES[at + 1] = codes[SLOTS[at + 1]! >> 2]!;
    CODES[at + 2] = codes[SLOTS[at + 2]! >> 2]!;
    CODES[at + 3] = codes[SLOTS[at + 3]! >> 2]!;
  }
  even = 0;
  odd = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[CODES[at]!]!;
    even = (even + (row & 0xff00ff)) | 0;
    odd = (odd + ((row >>> 8) & 0xff00ff)) | 0;
  }
}

/** Leaves one root: the first verb among the roots, or the first that is no mark; the others hang on it. */
function settleRoots(heads: Int32Array, size: number, tags: Uint8Array, from: number): void {
  let root = -1;
  let rank = 4;
  for (let at = 0; at < size; at++) {
    if (heads[at] !== size) continue;
    const tag = tags[from + at]!;
    const own = tag >= TAG.MD && tag <= TAG.VBZ ? 0 : tag < TAG.MD ? 1 : tag < TAG.$ ? 2 : 3;
    if (own < rank) {
      root = at;
      rank = own;
    }
  }
  for (let at = 0; at < size; at++) if (heads[at] === size && at !== root) heads[at] = root;
}
