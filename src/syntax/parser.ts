/**
 * The parser: greedy arc-eager transitions, scored by an averaged perceptron that was trained with a dynamic oracle
 * (Goldberg and Nivre 2012). It finds heads alone; `labeller.ts` names the relations when the tree is there.
 */
import { mix } from '../model/hash.ts';
import type { Rows } from '../model/rows.ts';
import { TAG } from './labels.ts';
import { FEATURE_COUNT, parserFeatures, type Sentence, SLOTS } from './parsefeatures.ts';
import {
  act,
  begin,
  isDone,
  LEFT,
  LONGEST,
  makeState,
  possible,
  REDUCE,
  RIGHT,
  SHIFT,
  type State,
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

const TAG_HASHES = Int32Array.from({ length: 64 }, (_, tag) => mix(tag + 7, 0x3c6ef372));

const SENTENCE: Sentence = {
  size: 0,
  words: new Int32Array(LONGEST + 2),
  tags: new Int32Array(LONGEST + 2),
  both: new Int32Array(LONGEST + 2),
  endings: new Int32Array(LONGEST + 2),
  marks: new Int32Array(LONGEST + 2),
};
/** The codes of a state's features. */
const CODES = new Uint16Array(SLOTS.length);
const STATE = makeState();

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
  { rows, codes, bits }: PackedParser,
  types: Int32Array,
  tags: Uint8Array,
  from: number,
  to: number,
  heads: Int32Array,
): void {
  const sentence = readSentence(types, tags, from, to);
  begin(STATE, to - from);
  while (!isDone(STATE)) {
    const actions = possible(STATE);
    if ((actions & (actions - 1)) === 0) {
      act(STATE, 31 - Math.clz32(actions));
      continue;
    }
    parserFeatures(sentence, STATE, bits);
    let even = 0;
    let odd = 0;
    gatherCodes(codes);
    for (let at = 0; at < FEATURE_COUNT; at++) {
      const row = rows[CODES[at]!]!;
      even = (even + (row & 0xff00ff)) | 0;
      odd = (odd + ((row >>> 8) & 0xff00ff)) | 0;
    }
    act(STATE, bestAction(actions, even & 0xffff, odd & 0xffff, even >>> 16, odd >>> 16));
  }
  settleRoots(STATE, tags, from);
  for (let at = 0; at < to - from; at++) {
    const head = STATE.heads[at]!;
    heads[from + at] = head === to - from ? -1 : from + head;
  }
}

/**
 * Fills `CODES` from `SLOTS`. Nothing else is done here, so that the processor waits for as many distant reads at a time
 * as it can; together with the sums it is a tenth slower.
 */
function gatherCodes(codes: Uint16Array): void {
  for (let at = 0; at < FEATURE_COUNT; at += 4) {
    CODES[at] = codes[SLOTS[at]! >> 2]!;
    CODES[at + 1] = codes[SLOTS[at + 1]! >> 2]!;
    CODES[at + 2] = codes[SLOTS[at + 2]! >> 2]!;
    CODES[at + 3] = codes[SLOTS[at + 3]! >> 2]!;
  }
}

/** The best of the possible actions; the first of equals. */
export function bestAction(actions: number, shift: number, left: number, right: number, reduce: number): number {
  let top = -1;
  let high = Number.NEGATIVE_INFINITY;
  if (actions & (1 << SHIFT)) {
    top = SHIFT;
    high = shift;
  }
  if (actions & (1 << LEFT) && left > high) {
    top = LEFT;
    high = left;
  }
  if (actions & (1 << RIGHT) && right > high) {
    top = RIGHT;
    high = right;
  }
  return actions & (1 << REDUCE) && reduce > high ? REDUCE : top;
}

/** Leaves one root: the first verb among the roots, or the first that is no mark; the others hang on it. */
function settleRoots(state: State, tags: Uint8Array, from: number): void {
  const { size, heads } = state;
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
