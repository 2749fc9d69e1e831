/**
 * Names the relation of every word to its head once the whole tree stands, head by head from left to right, so that a
 * decision sees the relations that the head's other dependents already have (one subject, one object). Only relations
 * that training saw between such a head and such a dependent on that side are weighed.
 */
import { hashText, mix } from '../model/hash.ts';
import { bestClass } from '../model/linear.ts';
import { RELATION, TAG } from './labels.ts';
import { LONGEST } from './transitions.ts';
import { COLUMNS, FOLDED, SHAPE, SUFFIX3, wordTypes } from './types.ts';

export interface LabellerModel {
  /** The table has `2 ** bits` weights. */
  readonly bits: number;
  readonly table: Int8Array | Float32Array;
  /** The relations that `pairOf` a dependent allows. */
  readonly allowed: readonly Uint8Array[];
}

/** Pairs of head tag, dependent tag and side. */
export const PAIRS = 64 * 64 * 2;
const ROOT_TAG = 63;

/** Filled by `labelFeatures`. */
export const LABEL_FEATURES = new Int32Array(64);

/** A tree as its labeller reads it, a sentence at a time. */
export interface Tree {
  readonly types: Int32Array;
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
}

/** Index of head tag, dependent tag and side in `allowed`. */
export function pairOf({ tags, heads }: Pick<Tree, 'tags' | 'heads'>, word: number): number {
  const head = heads[word]!;
  const headTag = head < 0 ? ROOT_TAG : tags[head]!;
  return (headTag * 64 + tags[word]!) * 2 + (head < word ? 1 : 0);
}

/** Links of each head to its dependents, for one sentence; filled by `linkDependents`. */
const FIRST = new Int32Array(LONGEST);
const NEXT = new Int32Array(LONGEST);
const LAST = new Int32Array(LONGEST);

/** Prepares the sentence from `from` to `to` (at most `LONGEST` words). */
export function linkDependents(heads: Int32Array, from: number, to: number): void {
  FIRST.fill(-1, 0, to - from);
  for (let word = to - 1; word >= from; word--) {
    const head = heads[word]! - from;
    NEXT[word - from] = -1;
    if (head < 0) continue;
    if (FIRST[head]! < 0) LAST[head] = word;
    else NEXT[word - from] = FIRST[head]!;
    FIRST[head] = word;
  }
}

/** Names the relations of the words `from` to `to`, one sentence of at most `LONGEST` words. */
export function labelSentence({ bits, table, allowed }: LabellerModel, tree: Tree, from: number, to: number): void {
  linkDependents(tree.heads, from, to);
  for (let word = from; word < to; word++) {
    const list = allowed[pairOf(tree, word)]!;
    if (tree.heads[word]! < 0) tree.relations[word] = RELATION.root;
    else if (list.length === 1) tree.relations[word] = list[0]!;
    else {
      const count = labelFeatures(tree, word, from, to);
      tree.relations[word] = bestClass(table, bits, LABEL_FEATURES, count, list);
    }
  }
}

/** Fills `LABEL_FEATURES` for the relation of `word`; those of the words before it are known. */
export function labelFeatures({ types, tags, heads, relations }: Tree, word: number, from: number, to: number): number {
  const { features } = wordTypes;
  const head = heads[word]!;
  const own = foldedAt(features, types, word);
  const ending = features[types[word]! * COLUMNS + SUFFIX3]!;
  const tag = tags[word]! + 1;
  const headWord = foldedAt(features, types, head);
  const headTag = tags[head]! + 1;
  const headEnding = features[types[head]! * COLUMNS + SUFFIX3]!;
  const above = heads[head]!;
  const aboveTag = above < 0 ? 63 : tags[above]! + 1;
  const headRelation = above >= 0 && head < word ? relations[head]! + 1 : above < 0 ? 62 : 0;
  const gap = Math.abs(head - word);
  const side = head < word ? 1 : 0;
  const distance = (gap < 4 ? gap : gap < 8 ? 4 : gap < 15 ? 5 : 6) * 2 + side;

  const firstChild = FIRST[word - from]!;
  const lastChild = firstChild < 0 ? -1 : LAST[word - from]!;
  const secondChild = firstChild < 0 ? -1 : NEXT[firstChild - from]!;
  let children = 0;
  let marker = -1;
  let subject = 0;
  let childRelations = 0;
  for (let child = firstChild; child >= 0 && children < 8; child = NEXT[child - from]!) {
    children += 1;
    const childTag = tags[child]!;
    if (marker < 0 && (childTag === TAG.IN || childTag === TAG.TO || childTag === TAG.WRB)) marker = child;
    if (child < word) childRelations |= 1 << (relations[child]! & 31);
    if (childTag === TAG.CC) subject |= 4;
    if (child < word && (childTag <= TAG.EX || childTag === TAG.WDT)) subject |= 1;
    if (childTag === TAG.MD || (childTag >= TAG.VB && childTag <= TAG.VBZ)) subject |= 2;
  }
  let earlier = 0;
  let previous = 0;
  let previousWord = -1;
  let following = -1;
  let company = 0;
  let seen = 0;
  for (let sibling = FIRST[head - from]!; sibling >= 0 && seen < 24; sibling = NEXT[sibling - from]!) {
    seen += 1;
    const siblingTag = tags[sibling]!;
    if (isBe(foldedAt(features, types, sibling))) company |= 1;
    else if (siblingTag === TAG.TO) company |= 2;
    else if (siblingTag === TAG.CC) company |= sibling < word ? 4 : 8;
    else if (siblingTag === TAG.EX) company |= 16;
    else if (siblingTag <= TAG.PRP && sibling !== word) company |= sibling < head ? 32 : sibling < word ? 64 : 128;
    if (sibling > word && following < 0) following = sibling;
    if (sibling >= word || siblingTag === TAG[',']) continue;
    earlier = Math.imul(earlier | (1 << (relations[sibling]! & 31)), 1);
    previous = relations[sibling]! + 1;
    previousWord = sibling;
  }
  const markerWord = marker < 0 ? 5 : foldedAt(features, types, marker);
  const firstTag = firstChild < 0 ? 0 : tags[firstChild]! + 1;
  const lastTag = lastChild < 0 ? 0 : tags[lastChild]! + 1;
  const secondTag = secondChild < 0 ? 0 : tags[secondChild]! + 1;
  const followingTag = following < 0 ? 0 : tags[following]! + 1;
  const tagPair = headTag * 64 + tag;
  const shape = firstTag * 64 + subject;

  const out = LABEL_FEATURES;
  out[0] = mix(tagPair * 16 + distance, 1);
  out[1] = mix(own, 2);
  out[2] = mix(mix(own, headTag), 3);
  out[3] = mix(headWord, 4);
  out[4] = mix(mix(headWord, tag), 5);
  out[5] = mix(mix(own, headWord), 6);
  out[6] = mix(mix(ending, headTag), 7);
  out[7] = mix(mix(headEnding, tag), 8);
  out[8] = mix(mix(tagPair, tagAt(tags, word - 1, from, to)), 9);
  out[9] = mix(mix(tagPair, tagAt(tags, word + 1, from, to)), 10);
  out[10] = mix(mix(tagPair, tagAt(tags, head - 1, from, to)), 11);
  out[11] = mix(mix(tagPair, tagAt(tags, head + 1, from, to)), 12);
  out[12] = mix(mix(tagPair, aboveTag), 13);
  out[13] = mix(mix(tagPair, previous), 14);
  out[14] = mix(mix(tagPair, earlier), 15);
  out[15] = mix(mix(headWord, earlier), 16);
  out[16] = mix(mix(tagPair, firstTag), 17);
  out[17] = mix(mix(tagPair, lastTag), 18);
  out[18] = mix(mix(tagPair, firstTag * 64 + secondTag), 19);
  out[19] = mix(mix(tagPair, markerWord), 20);
  out[20] = mix(mix(own, markerWord), 21);
  out[21] = mix(mix(headWord, markerWord), 22);
  out[22] = mix(mix(tagPair, shape), 23);
  out[23] = mix(mix(headWord, shape), 24);
  out[24] = mix(mix(tagPair, headRelation), 25);
  out[25] = mix(mix(own, headRelation), 26);
  out[26] = mix(mix(tagPair, followingTag), 27);
  out[27] = mix(mix(headWord, previous * 64 + tag), 28);
  out[28] = mix(mix(tagPair, foldedAt(features, types, firstChild)), 29);
  out[29] = mix(mix(own, distance), 30);
  out[30] = mix(mix(headWord, distance), 31);
  out[31] = mix(mix(own, previous), 32);
  out[32] = mix(mix(foldedAt(features, types, previousWord), tagPair), 33);
  out[33] = mix(mix(tagPair, children * 2 + side), 34);
  out[34] = mix(mix(headWord, (markerWord ^ earlier) | 0), 35);
  out[35] = mix(mix(foldedAt(features, types, word > from ? word - 1 : -1), tagPair), 36);
  out[36] = mix(mix(foldedAt(features, types, word + 1 < to ? word + 1 : -1), tagPair), 37);
  out[37] = mix(mix(headWord, tag * 4 + subject), 38);
  let left = word;
  while (FIRST[left - from]! >= 0 && FIRST[left - from]! < left) left = FIRST[left - from]!;
  let right = word;
  while (FIRST[right - from]! >= 0 && LAST[right - from]! > right) right = LAST[right - from]!;
  const beforeEdge = left > from ? foldedAt(features, types, left - 1) : 5;
  const afterEdge = right + 1 < to ? foldedAt(features, types, right + 1) : 6;
  const sidePair = tagPair * 2 + side;
  const ownShape = features[types[word]! * COLUMNS + SHAPE]!;
  const headShape = features[types[head]! * COLUMNS + SHAPE]!;
  out[38] = mix(mix(sidePair, beforeEdge), 39);
  out[39] = mix(mix(sidePair, afterEdge), 40);
  out[40] = mix(mix(sidePair, company), 41);
  out[41] = mix(mix(headWord, company), mix(sidePair, 42));
  out[42] = mix(mix(own, headTag), 43 + side);
  out[43] = mix(mix(own, headWord), 45 + side);
  out[44] = mix(mix(sidePair, aboveTag), mix(headRelation, 47));
  out[45] = mix(mix(sidePair, foldedAt(features, types, above)), 48);
  out[46] = mix(mix(sidePair, foldedAt(features, types, following)), 49);
  out[47] = mix(mix(sidePair, childRelations), 50);
  out[48] = mix(mix(own, childRelations), 51);
  out[49] = mix(mix(ending, headEnding), 52 + side);
  out[50] = mix(mix(sidePair, mix(ownShape, headShape)), 54);
  out[51] = mix(mix(ending, markerWord), mix(headTag, 55));
  out[52] = mix(mix(company, earlier), mix(tag, 56));
  return 53;
}

/** Forms of "be": what hangs on a participle beside one is passive. */
const BE = new Set(
  ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", "'m", 'get', 'gets', 'got'].map((form) =>
    hashText(form),
  ),
);
const isBe = (folded: number): boolean => BE.has(folded);

function foldedAt(features: Int32Array, types: Int32Array, word: number): number {
  return word < 0 ? 3 : features[types[word]! * COLUMNS + FOLDED]!;
}

function tagAt(tags: Uint8Array, word: number, from: number, to: number): number {
  return word < from || word >= to ? 0 : tags[word]! + 1;
}
