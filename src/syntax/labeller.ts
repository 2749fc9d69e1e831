/**
 * Names the relation of every word to its head once the whole tree stands, head by head from left to right, so that a
 * decision sees the relations that the head's other dependents already have (one subject, one object). Only relations
 * that training saw between such a head and such a dependent on that side are weighed.
 */
import { hashText } from '../model/hash.ts';
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
    if (sibling >= word || siblingTag === TAG[',']) continue;
    earlier = Math.imul(earlier | (1 << (relations[sibling]! & 31)), 1);
    previous = relations[sibling]! + 1;
  }
  const markerWord = marker < 0 ? 5 : foldedAt(features, types, marker);
  const firstTag = firstChild < 0 ? 0 : tags[firstChild]! + 1;
  const lastTag = lastChild < 0 ? 0 : tags[lastChild]! + 1;
  const secondTag = secondChild < 0 ? 0 : tags[secondChild]! + 1;
  const tagPair = headTag * 64 + tag;
  const shape = firstTag * 64 + subject;

  let left = word;
  while (FIRST[left - from]! >= 0 && FIRST[left - from]! < left) left = FIRST[left - from]!;
  let right = word;
  while (FIRST[right - from]! >= 0 && LAST[right - from]! > right) right = LAST[right - from]!;
  const beforeEdge = left > from ? foldedAt(features, types, left - 1) : 5;
  const afterEdge = right + 1 < to ? foldedAt(features, types, right + 1) : 6;
  const sidePair = tagPair * 2 + side;
  const ownShape = features[types[word]! * COLUMNS + SHAPE]!;
  const headShape = features[types[head]! * COLUMNS + SHAPE]!;

  const out = LABEL_FEATURES;
  out[0] = join(tagPair, distance, 0x2c1b3c6d);
  out[1] = join(own, 0, 0x297a2d39);
  out[2] = join(headWord, 0, 0x7feb352d);
  out[3] = join(own, headTag * 2 + side, 0x68e31da5);
  out[4] = join(own, headWord, 0x6c8e9cf5);
  out[5] = join(ending, headTag, 0x1b56c4e9);
  out[6] = join(tagPair, tagAt(tags, word - 1, from, to), 0x3f4a7c15);
  out[7] = join(tagPair, tagAt(tags, word + 1, from, to), 0x5bd1e995);
  out[8] = join(tagPair, tagAt(tags, head + 1, from, to), 0x27d4eb2f);
  out[9] = join(tagPair, previous, 0x165667b1);
  out[10] = join(earlier, tagPair, 0x4cf5ad43);
  out[11] = join(tagPair, firstTag, 0x38b34ae5);
  out[12] = join(tagPair, lastTag, 0x21f0aaad);
  out[13] = join(tagPair, firstTag * 64 + secondTag, 0x9e3779b1 | 0);
  out[14] = join(markerWord, tagPair, 0x52dce729);
  out[15] = join(own, markerWord, 0x38495ab5);
  out[16] = join(headWord, markerWord, 0x1ce4e5b9);
  out[17] = join(tagPair, shape, 0x4b7c2d9f);
  out[18] = join(own, headRelation, 0x5f356495);
  out[19] = join(foldedAt(features, types, firstChild), tagPair, 0x32c1f9e7);
  out[20] = join(own, distance, 0x7a5d2e3b);
  out[21] = join(headWord, distance, 0x6b43a9b5);
  out[22] = join(foldedAt(features, types, word > from ? word - 1 : -1), tagPair, 0x4e67c6a7);
  out[23] = join(foldedAt(features, types, word + 1 < to ? word + 1 : -1), tagPair, 0x15e3cb45);
  out[24] = join(afterEdge, sidePair, 0x735a2d97);
  out[25] = join(beforeEdge, sidePair, 0x2545f491);
  out[26] = join(sidePair, company, 0x3c6ef373);
  out[27] = join(headWord, sidePair * 256 + company, 0x5851f42d);
  out[28] = join(sidePair, aboveTag * 64 + headRelation, 0x14057b7f);
  out[29] = join(childRelations, sidePair, 0x61c88647);
  out[30] = join(own, childRelations, 0x45d9f3b3);
  out[31] = join(ending, headEnding + side, 0x119de1f3);
  out[32] = join(ownShape, join(headShape, sidePair, 0x7ed55d17), 0x2127599b);
  out[33] = join(ending, join(markerWord, headTag, 0x64e6a5c3), 0x3d4d51cb);
  out[34] = join(earlier, company * 64 + tag, 0x5a8390fb);
  return 35;
}

/** A feature of two things; `seed` is odd and no other feature's. */
function join(one: number, other: number, seed: number): number {
  const sum = Math.imul(one, seed) + other;
  return Math.imul(sum ^ (sum >>> 15), seed);
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
