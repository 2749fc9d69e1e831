/**
 * The tagger: an averaged perceptron, greedy from left to right (Collins 2002), whose scores are sums over hashed pairs
 * of feature and tag. A lexicon counted on the training text limits which tags a word is scored on.
 */
import { mix } from '../model/hash.ts';
import { bestClass } from '../model/linear.ts';
import { coarser } from './clusters.ts';
import type { Lexicon } from './lexicon.ts';
import {
  ALL_CAPITALS,
  CAPITAL,
  CLUSTER,
  COLUMNS,
  FLAGS,
  FOLDED,
  LETTER,
  PREFIX1,
  PREFIX2,
  PREFIX3,
  SHAPE,
  SUFFIX1,
  SUFFIX2,
  SUFFIX3,
  SUFFIX4,
  WORD,
  wordTypes,
} from './types.ts';

/** What the tagger reads of a text: words and whether white space stands before and after them. */
export interface Tokens {
  readonly types: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface TaggerModel {
  /** The table has `2 ** bits` weights. */
  readonly bits: number;
  readonly table: Int8Array | Float32Array;
  readonly lexicon: Lexicon;
}

/** Templates of features; the array is filled by `taggerFeatures`. */
export const FEATURES = new Int32Array(48);
const EDGE = -1;

/** Tags the words `from` to `to`, one sentence, into `tags`. */
export function tagSentence(model: TaggerModel, tokens: Tokens, from: number, to: number, tags: Uint8Array): void {
  const { lexicon, table, bits } = model;
  const mode = caseMode(tokens, from, to);
  for (let word = from; word < to; word++) {
    const list = lexicon.candidates(tokens.types[word]!);
    if (list.length === 1) {
      tags[word] = list[0]!;
      continue;
    }
    const count = taggerFeatures(lexicon, tokens, from, to, word, tags, mode);
    tags[word] = bestClass(table, bits, FEATURES, count, list);
  }
}

/** 2 in a line of capitals, 1 in a headline (most words capitalised), 0 elsewhere. */
export function caseMode(tokens: Tokens, from: number, to: number): number {
  let letters = 0;
  let capital = 0;
  let all = 0;
  for (let word = from; word < to; word++) {
    const flags = wordTypes.features[tokens.types[word]! * COLUMNS + FLAGS]!;
    if (!(flags & LETTER)) continue;
    letters += 1;
    if (flags & CAPITAL) capital += 1;
    if (flags & ALL_CAPITALS) all += 1;
  }
  if (letters > 2 && all * 10 > letters * 7) return 2;
  return letters > 2 && capital * 10 > letters * 6 ? 1 : 0;
}

/** Fills `FEATURES` for one word, given the tags of the words before it; returns how many there are. */
export function taggerFeatures(
  lexicon: Lexicon,
  tokens: Tokens,
  from: number,
  to: number,
  word: number,
  tags: Uint8Array,
  mode: number,
): number {
  const { types, starts, ends } = tokens;
  const { features } = wordTypes;
  const own = types[word]! * COLUMNS;
  const back1 = word > from ? types[word - 1]! * COLUMNS : EDGE;
  const back2 = word > from + 1 ? types[word - 2]! * COLUMNS : EDGE;
  const next1 = word + 1 < to ? types[word + 1]! * COLUMNS : EDGE;
  const next2 = word + 2 < to ? types[word + 2]! * COLUMNS : EDGE;
  const folded = features[own + FOLDED]!;
  const foldedBack1 = back1 < 0 ? 11 : features[back1 + FOLDED]!;
  const foldedBack2 = back2 < 0 ? 12 : features[back2 + FOLDED]!;
  const foldedNext1 = next1 < 0 ? 13 : features[next1 + FOLDED]!;
  const foldedNext2 = next2 < 0 ? 14 : features[next2 + FOLDED]!;
  const suffix3 = features[own + SUFFIX3]!;
  const shape = features[own + SHAPE]!;
  const shapeBack = back1 < 0 ? 15 : features[back1 + SHAPE]!;
  const shapeNext = next1 < 0 ? 16 : features[next1 + SHAPE]!;
  const tag1 = word > from ? tags[word - 1]! + 1 : 0;
  const tag2 = word > from + 1 ? tags[word - 2]! + 1 : 0;
  const pair = tag1 * 64 + tag2;
  const class0 = lexicon.ambiguity(types[word]!);
  const class1 = next1 < 0 ? 17 : lexicon.ambiguity(types[word + 1]!);
  const class2 = next2 < 0 ? 18 : lexicon.ambiguity(types[word + 2]!);
  const gapBefore = word > from && ends[word - 1] === starts[word] ? 0 : 1;
  const gapAfter = word + 1 < to && ends[word] === starts[word + 1] ? 0 : 2;
  const flags = features[own + FLAGS]! * 16 + mode * 4 + gapBefore + gapAfter;
  const cluster = features[own + CLUSTER]!;
  const topic = coarser(cluster, 8);
  const clusterNext = next1 < 0 ? EDGE : features[next1 + CLUSTER]!;
  const out = FEATURES;
  out[0] = mix(features[own + WORD]!, 1);
  out[1] = mix(folded, 2);
  out[2] = mix(features[own + SUFFIX1]!, 3);
  out[3] = mix(features[own + SUFFIX2]!, 4);
  out[4] = mix(suffix3, 5);
  out[5] = mix(features[own + SUFFIX4]!, 6);
  out[6] = mix(features[own + PREFIX1]!, 7);
  out[7] = mix(features[own + PREFIX3]!, 8);
  out[8] = mix(mix(shape, mode), 9);
  out[9] = mix(flags, 10);
  out[10] = mix(tag1, 11);
  out[11] = mix(pair, 12);
  out[12] = mix(mix(folded, tag1), 13);
  out[13] = mix(mix(foldedNext1, tag1), 14);
  out[14] = mix(mix(suffix3, tag1), 15);
  out[15] = mix(foldedBack1, 16);
  out[16] = mix(foldedBack2, 17);
  out[17] = mix(foldedNext1, 18);
  out[18] = mix(foldedNext2, 19);
  out[19] = mix(mix(foldedBack1, folded), 20);
  out[20] = mix(mix(folded, foldedNext1), 21);
  out[21] = mix(mix(foldedBack1, foldedNext1), 22);
  out[22] = mix(back1 < 0 ? 0 : features[back1 + SUFFIX3]!, 23);
  out[23] = mix(next1 < 0 ? 0 : features[next1 + SUFFIX3]!, 24);
  out[24] = mix(mix(shapeBack, mix(shape, shapeNext)), 25);
  out[25] = mix(class0, 26);
  out[26] = mix(class1, 27);
  out[27] = mix(class2, 28);
  out[28] = mix(mix(class0, tag1), 29);
  out[29] = mix(mix(mix(class0, class1), tag1), 30);
  out[30] = mix(mix(class0, pair), 31);
  out[31] = mix(mix(class1, tag1), 32);
  out[32] = mix(mix(folded, pair), 33);
  out[33] = mix(mix(class0, class1), mix(class2, 34));
  out[34] = mix(mix(mix(features[own + PREFIX2]!, features[own + SUFFIX2]!), flags), 35);
  out[35] = mix(mix(flags, tag1), 36);
  out[36] = mix(cluster, 37);
  out[37] = mix(coarser(cluster, 6), 38);
  out[38] = mix(back1 < 0 ? EDGE : features[back1 + CLUSTER]!, 39);
  out[39] = mix(clusterNext, 40);
  out[40] = mix(mix(topic, tag1), 41);
  out[41] = mix(mix(next1 < 0 ? EDGE : coarser(clusterNext, 8), tag1), 42);
  out[42] = mix(mix(topic, flags), 43);
  out[43] = mix(mix(topic, features[own + (topic === 0 ? SUFFIX1 : SUFFIX2)]!), 44);
  return 44;
}
