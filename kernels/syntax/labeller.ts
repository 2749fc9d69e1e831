/**
 * Names the relation of every word to its head once the whole tree stands, head by head from left to right, so that a
 * decision sees the relations that the head's other dependents already have (one subject, one object). Only relations
 * that training saw between such a head and such a dependent on that side are weighed.
 */
import { CC, COMMA, EX, IN, MD, PRP, ROOT, TO, VB, VBZ, WDT, WRB } from './constants';
import { bestClass, classCount, classOf } from './linear';
import { base, FEATURES, FIRST, IS_BE, LAST, NEXT } from './memory';
import { headAt, numberAt, put, relationAt, setRelation, tagAt, wordAt } from './words';

/** The table has `2 ** bits` weights, of one byte or, while they are learned, of four. */
let table: usize = 0;
let bits: i32 = 0;
/** The number of the list of relations that each pair of tags and side allows, two bytes each (`pairOf`). */
let allowed: usize = 0;
/** Hashes of the forms of "be", four bytes each. */
let formsOfBe: usize = 0;
let formCount: i32 = 0;

export function setLabeller(address: usize, tableBits: i32): void {
  table = address;
  bits = tableBits;
}

export function setAllowed(lists: usize, forms: usize, count: i32): void {
  allowed = lists;
  formsOfBe = forms;
  formCount = count;
}

/** What stands for the tag of the root's head. */
const ROOT_TAG: i32 = 63;

/** Index of the tags of a word and its head, and of the side, in the table of what is allowed. */
export function pairOf(word: i32): i32 {
  const head = headAt(word);
  const headTag = head < 0 ? ROOT_TAG : tagAt(head);
  return (headTag * 64 + tagAt(word)) * 2 + (head < word ? 1 : 0);
}

/** The list of relations that are weighed for a word. */
export function allowedAt(word: i32): i32 {
  return load<u16>(allowed + ((pairOf(word) as usize) << 1));
}

/** Links each head of the sentence from `from` to `to` to its dependents, and notes the forms of "be". */
export function linkDependents(from: i32, to: i32): void {
  const firsts = base + FIRST;
  const nexts = base + NEXT;
  const lasts = base + LAST;
  for (let at = 0; at < to - from; at++) put(firsts, at, -1);
  for (let word = to - 1; word >= from; word--) {
    const head = headAt(word) - from;
    store<u8>(base + IS_BE + (word - from), isBe(foldedAt(word)));
    put(nexts, word - from, -1);
    if (head < 0) continue;
    const first = numberAt(firsts, head);
    if (first < 0) put(lasts, head, word);
    else put(nexts, word - from, first);
    put(firsts, head, word);
  }
}

/** Names the relations of the words `from` to `to`, one sentence of at most `LONGEST` words. */
export function labelWords(from: i32, to: i32): void {
  linkDependents(from, to);
  for (let word = from; word < to; word++) labelWord<i8>(word, from, to);
}

/**
 * Names the relation of a word, given those of the words before it.
 *
 * @returns how many features stand in their place; 0 where only one relation is allowed
 */
export function labelWord<Weight>(word: i32, from: i32, to: i32): i32 {
  if (headAt(word) < 0) {
    setRelation(word, ROOT);
    return 0;
  }
  const list = allowedAt(word);
  if (classCount(list) === 1) {
    setRelation(word, classOf(list, 0));
    return 0;
  }
  const count = labelFeatures(word, from, to);
  setRelation(word, bestClass<Weight>(table, bits, count, list));
  return count;
}

/** Writes the features of the relation of `word`, given those of the words before it; returns how many there are. */
export function labelFeatures(word: i32, from: i32, to: i32): i32 {
  const firsts = base + FIRST;
  const nexts = base + NEXT;
  const lasts = base + LAST;
  const head = headAt(word);
  const own = foldedAt(word);
  const ending = wordAt(word).suffix3;
  const tag = tagAt(word) + 1;
  const headWord = foldedAt(head);
  const headTag = tagAt(head) + 1;
  const headEnding = wordAt(head).suffix3;
  const above = headAt(head);
  const aboveTag = above < 0 ? 63 : tagAt(above) + 1;
  const headRelation = above >= 0 && head < word ? relationAt(head) + 1 : above < 0 ? 62 : 0;
  const gap = abs(head - word);
  const side = head < word ? 1 : 0;
  const distance = (gap < 4 ? gap : gap < 8 ? 4 : gap < 15 ? 5 : 6) * 2 + side;

  const firstChild = numberAt(firsts, word - from);
  const lastChild = firstChild < 0 ? -1 : numberAt(lasts, word - from);
  const secondChild = firstChild < 0 ? -1 : numberAt(nexts, firstChild - from);
  let children = 0;
  let marker = -1;
  let subject = 0;
  let childRelations = 0;
  for (let child = firstChild; child >= 0 && children < 8; child = numberAt(nexts, child - from)) {
    children += 1;
    const childTag = tagAt(child);
    if (marker < 0 && (childTag === IN || childTag === TO || childTag === WRB)) marker = child;
    if (child < word) childRelations |= 1 << (relationAt(child) & 31);
    if (childTag === CC) subject |= 4;
    if (child < word && (childTag <= EX || childTag === WDT)) subject |= 1;
    if (childTag === MD || (childTag >= VB && childTag <= VBZ)) subject |= 2;
  }
  let earlier = 0;
  let previous = 0;
  let company = 0;
  let seen = 0;
  for (
    let sibling = numberAt(firsts, head - from);
    sibling >= 0 && seen < 24;
    sibling = numberAt(nexts, sibling - from)
  ) {
    seen += 1;
    const siblingTag = tagAt(sibling);
    if (load<u8>(base + IS_BE + (sibling - from))) company |= 1;
    else if (siblingTag === TO) company |= 2;
    else if (siblingTag === CC) company |= sibling < word ? 4 : 8;
    else if (siblingTag === EX) company |= 16;
    else if (siblingTag <= PRP && sibling !== word) company |= sibling < head ? 32 : sibling < word ? 64 : 128;
    if (sibling >= word || siblingTag === COMMA) continue;
    earlier |= 1 << (relationAt(sibling) & 31);
    previous = relationAt(sibling) + 1;
  }
  const markerWord = marker < 0 ? 5 : foldedAt(marker);
  const firstTag = firstChild < 0 ? 0 : tagAt(firstChild) + 1;
  const lastTag = lastChild < 0 ? 0 : tagAt(lastChild) + 1;
  const secondTag = secondChild < 0 ? 0 : tagAt(secondChild) + 1;
  const tagPair = headTag * 64 + tag;
  const shape = firstTag * 64 + subject;

  let left = word;
  while (numberAt(firsts, left - from) >= 0 && numberAt(firsts, left - from) < left)
    left = numberAt(firsts, left - from);
  let right = word;
  while (numberAt(firsts, right - from) >= 0 && numberAt(lasts, right - from) > right)
    right = numberAt(lasts, right - from);
  const beforeEdge = left > from ? foldedAt(left - 1) : 5;
  const afterEdge = right + 1 < to ? foldedAt(right + 1) : 6;
  const sidePair = tagPair * 2 + side;
  const ownShape = wordAt(word).shape;
  const headShape = wordAt(head).shape;

  const out = base + FEATURES;
  put(out, 0, join(tagPair, distance, 0x2c1b3c6d));
  put(out, 1, join(own, 0, 0x297a2d39));
  put(out, 2, join(headWord, 0, 0x7feb352d));
  put(out, 3, join(own, headTag * 2 + side, 0x68e31da5));
  put(out, 4, join(own, headWord, 0x6c8e9cf5));
  put(out, 5, join(ending, headTag, 0x1b56c4e9));
  put(out, 6, join(tagPair, tagNear(word - 1, from, to), 0x3f4a7c15));
  put(out, 7, join(tagPair, tagNear(word + 1, from, to), 0x5bd1e995));
  put(out, 8, join(tagPair, tagNear(head + 1, from, to), 0x27d4eb2f));
  put(out, 9, join(tagPair, previous, 0x165667b1));
  put(out, 10, join(earlier, tagPair, 0x4cf5ad43));
  put(out, 11, join(tagPair, firstTag, 0x38b34ae5));
  put(out, 12, join(tagPair, lastTag, 0x21f0aaad));
  put(out, 13, join(tagPair, firstTag * 64 + secondTag, 0x9e3779b1 as i32));
  put(out, 14, join(markerWord, tagPair, 0x52dce729));
  put(out, 15, join(own, markerWord, 0x38495ab5));
  put(out, 16, join(headWord, markerWord, 0x1ce4e5b9));
  put(out, 17, join(tagPair, shape, 0x4b7c2d9f));
  put(out, 18, join(own, headRelation, 0x5f356495));
  put(out, 19, join(foldedAt(firstChild), tagPair, 0x32c1f9e7));
  put(out, 20, join(own, distance, 0x7a5d2e3b));
  put(out, 21, join(headWord, distance, 0x6b43a9b5));
  put(out, 22, join(foldedAt(word > from ? word - 1 : -1), tagPair, 0x4e67c6a7));
  put(out, 23, join(foldedAt(word + 1 < to ? word + 1 : -1), tagPair, 0x15e3cb45));
  put(out, 24, join(afterEdge, sidePair, 0x735a2d97));
  put(out, 25, join(beforeEdge, sidePair, 0x2545f491));
  put(out, 26, join(sidePair, company, 0x3c6ef373));
  put(out, 27, join(headWord, sidePair * 256 + company, 0x5851f42d));
  put(out, 28, join(sidePair, aboveTag * 64 + headRelation, 0x14057b7f));
  put(out, 29, join(childRelations, sidePair, 0x61c88647));
  put(out, 30, join(own, childRelations, 0x45d9f3b3));
  put(out, 31, join(ending, headEnding + side, 0x119de1f3));
  put(out, 32, join(ownShape, join(headShape, sidePair, 0x7ed55d17), 0x2127599b));
  put(out, 33, join(ending, join(markerWord, headTag, 0x64e6a5c3), 0x3d4d51cb));
  put(out, 34, join(earlier, company * 64 + tag, 0x5a8390fb));
  return 35;
}

/** A feature of two things; `seed` is odd and no other feature's. */
function join(one: i32, other: i32, seed: i32): i32 {
  const sum = one * seed + other;
  return (sum ^ (sum >>> 15)) * seed;
}

/** True for a form of "be": what hangs on a participle beside one is passive. */
function isBe(folded: i32): bool {
  for (let form = 0; form < formCount; form++) if (numberAt(formsOfBe, form) === folded) return true;
  return false;
}

function foldedAt(word: i32): i32 {
  return word < 0 ? 3 : wordAt(word).folded;
}

function tagNear(word: i32, from: i32, to: i32): i32 {
  return word < from || word >= to ? 0 : tagAt(word) + 1;
}
