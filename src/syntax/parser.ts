/**
 * The parser: arc-eager transitions, a beam of derivations scored by an averaged structured perceptron (Zhang and Nivre
 * 2011). It finds heads alone; `labeller.ts` names the relations when the tree is there.
 */
import { mix } from '../model/hash.ts';
import { advance, makeBeam, offer } from './beam.ts';
import { coarser } from './clusters.ts';
import { TAG } from './labels.ts';
import { NOTHING, type Sentence } from './parsefeatures.ts';
import { ACTION_SCORES, forgetSums, type PackedParser, scoreActions } from './scores.ts';
import { ACTIONS, begin, headsOf, LONGEST, makePool, possible } from './transitions.ts';
import { CLUSTER, COLUMNS, FOLDED, SUFFIX3, wordTypes } from './types.ts';

export interface ParserModel {
  /** The table has `2 ** bits` rows of four weights. */
  readonly bits: number;
  readonly table: Int8Array | Float32Array;
}

/**
 * How many derivations are followed at a time, and how far behind the best they may fall, in steps of the packed weights.
 * Measured on the development parts: a width of 8 and a margin of 130 find no more, and score half as many configurations
 * again; 4 and 90 score a fifth less and find 0.3 points of attachment less.
 */
const WIDTH = 6;
const MARGIN = 100;

/** How fine the clusters are that the parser sees. */
const CLUSTER_BITS = 8;
/** What is seen at the root's position. */
const ROOT = 0x5bd1e995;
const TAG_HASHES = Int32Array.from({ length: 64 }, (_, tag) => mix(tag + 7, 0x3c6ef372));

const SENTENCE: Sentence = {
  size: 0,
  words: new Int32Array(LONGEST + 4),
  tags: new Int32Array(LONGEST + 4),
  both: new Int32Array(LONGEST + 4),
  endings: new Int32Array(LONGEST + 4),
  clusters: new Int32Array(LONGEST + 4),
  marks: new Int32Array(LONGEST + 4),
};
const POOL = makePool(WIDTH);
const BEAM = makeBeam();
const HEADS = new Int32Array(LONGEST + 2);

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
    SENTENCE.clusters[at] = mix(coarser(features[record + CLUSTER]!, CLUSTER_BITS), CLUSTER_BITS);
    SENTENCE.marks[at] = marks;
    marks += markOf(tags[from + at]!);
  }
  SENTENCE.marks[size] = marks;
  for (const values of [SENTENCE.words, SENTENCE.tags, SENTENCE.both, SENTENCE.endings, SENTENCE.clusters]) {
    values[size] = ROOT;
    values.fill(NOTHING, size + 1, size + 4);
  }
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
      scoreActions(model, sentence, POOL, at);
      for (let action = 0; action < ACTIONS; action++) {
        if (actions & (1 << action)) offer(index, action, score + ACTION_SCORES[action]!, WIDTH);
      }
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
