/**
 * The tagger: an averaged perceptron, greedy from left to right (Collins 2002), whose scores are sums over hashed pairs
 * of feature and tag. A lexicon counted on the training text limits which tags a word is scored on.
 */
import { mix } from '../hash';
import { ALL_CAPITALS, CAPITAL, LETTER } from './constants';
import { bestClass, classCount, classOf } from './linear';
import { base, FEATURES } from './memory';
import { coarser, put, setTag, tagAt, wordAt } from './words';

/** The table has `2 ** bits` weights, of one byte or, while they are learned, of four. */
let table: usize = 0;
let bits: i32 = 0;

export function setTagger(address: usize, tableBits: i32): void {
  table = address;
  bits = tableBits;
}

/** Tags the words `from` to `to`, one sentence. */
export function tagWords(from: i32, to: i32): void {
  const mode = caseMode(from, to);
  for (let word = from; word < to; word++) tagWord<i8>(word, from, to, mode);
}

/**
 * Tags a word, given the tags of those before it.
 *
 * @returns how many features stand in their place; 0 where the lexicon knows one tag alone
 */
export function tagWord<Weight>(word: i32, from: i32, to: i32, mode: i32): i32 {
  const list = wordAt(word).list;
  if (classCount(list) === 1) {
    setTag(word, classOf(list, 0));
    return 0;
  }
  const count = taggerFeatures(from, to, word, mode);
  setTag(word, bestClass<Weight>(table, bits, count, list));
  return count;
}

/** 2 in a line of capitals, 1 in a headline (most words capitalised), 0 elsewhere. */
export function caseMode(from: i32, to: i32): i32 {
  let letters = 0;
  let capital = 0;
  let all = 0;
  for (let word = from; word < to; word++) {
    const flags = wordAt(word).flags;
    if (!(flags & LETTER)) continue;
    letters += 1;
    if (flags & CAPITAL) capital += 1;
    if (flags & ALL_CAPITALS) all += 1;
  }
  if (letters > 2 && all * 10 > letters * 7) return 2;
  return letters > 2 && capital * 10 > letters * 6 ? 1 : 0;
}

/** What is seen where the sentence has no word. */
const EDGE: i32 = -1;

/** Writes the features of a word, given the tags of the words before it; returns how many there are. */
export function taggerFeatures(from: i32, to: i32, word: i32, mode: i32): i32 {
  const own = wordAt(word);
  const back = word > from;
  const back2 = word > from + 1;
  const next = word + 1 < to;
  const next2 = word + 2 < to;
  const wordBack = wordAt(word - 1);
  const wordNext = wordAt(word + 1);
  const folded = own.folded;
  const foldedBack1 = back ? wordBack.folded : 11;
  const foldedBack2 = back2 ? wordAt(word - 2).folded : 12;
  const foldedNext1 = next ? wordNext.folded : 13;
  const foldedNext2 = next2 ? wordAt(word + 2).folded : 14;
  const suffix3 = own.suffix3;
  const shape = own.shape;
  const shapeBack = back ? wordBack.shape : 15;
  const shapeNext = next ? wordNext.shape : 16;
  const tag1 = back ? tagAt(word - 1) + 1 : 0;
  const tag2 = back2 ? tagAt(word - 2) + 1 : 0;
  const pair = tag1 * 64 + tag2;
  const class0 = own.ambiguity;
  const class1 = next ? wordNext.ambiguity : 17;
  const class2 = next2 ? wordAt(word + 2).ambiguity : 18;
  const gapBefore = back && wordBack.end === own.start ? 0 : 1;
  const gapAfter = next && own.end === wordNext.start ? 0 : 2;
  const flags = own.flags * 16 + mode * 4 + gapBefore + gapAfter;
  const cluster = own.cluster;
  const topic = coarser(cluster, 8);
  const clusterNext = next ? wordNext.cluster : EDGE;
  const out = base + FEATURES;
  put(out, 0, mix(own.word, 1));
  put(out, 1, mix(folded, 2));
  put(out, 2, mix(own.suffix1, 3));
  put(out, 3, mix(own.suffix2, 4));
  put(out, 4, mix(suffix3, 5));
  put(out, 5, mix(own.suffix4, 6));
  put(out, 6, mix(own.prefix1, 7));
  put(out, 7, mix(own.prefix3, 8));
  put(out, 8, mix(mix(shape, mode), 9));
  put(out, 9, mix(flags, 10));
  put(out, 10, mix(tag1, 11));
  put(out, 11, mix(pair, 12));
  put(out, 12, mix(mix(folded, tag1), 13));
  put(out, 13, mix(mix(foldedNext1, tag1), 14));
  put(out, 14, mix(mix(suffix3, tag1), 15));
  put(out, 15, mix(foldedBack1, 16));
  put(out, 16, mix(foldedBack2, 17));
  put(out, 17, mix(foldedNext1, 18));
  put(out, 18, mix(foldedNext2, 19));
  put(out, 19, mix(mix(foldedBack1, folded), 20));
  put(out, 20, mix(mix(folded, foldedNext1), 21));
  put(out, 21, mix(mix(foldedBack1, foldedNext1), 22));
  put(out, 22, mix(back ? wordBack.suffix3 : 0, 23));
  put(out, 23, mix(next ? wordNext.suffix3 : 0, 24));
  put(out, 24, mix(mix(shapeBack, mix(shape, shapeNext)), 25));
  put(out, 25, mix(class0, 26));
  put(out, 26, mix(class1, 27));
  put(out, 27, mix(class2, 28));
  put(out, 28, mix(mix(class0, tag1), 29));
  put(out, 29, mix(mix(mix(class0, class1), tag1), 30));
  put(out, 30, mix(mix(class0, pair), 31));
  put(out, 31, mix(mix(class1, tag1), 32));
  put(out, 32, mix(mix(folded, pair), 33));
  put(out, 33, mix(mix(class0, class1), mix(class2, 34)));
  put(out, 34, mix(mix(mix(own.prefix2, own.suffix2), flags), 35));
  put(out, 35, mix(mix(flags, tag1), 36));
  put(out, 36, mix(cluster, 37));
  put(out, 37, mix(coarser(cluster, 6), 38));
  put(out, 38, mix(back ? wordBack.cluster : EDGE, 39));
  put(out, 39, mix(clusterNext, 40));
  put(out, 40, mix(mix(topic, tag1), 41));
  put(out, 41, mix(mix(next ? coarser(clusterNext, 8) : EDGE, tag1), 42));
  put(out, 42, mix(mix(topic, flags), 43));
  put(out, 43, mix(mix(topic, topic === 0 ? own.suffix1 : own.suffix2), 44));
  return 44;
}
