/**
 * What the parser sees of a configuration: after Zhang and Nivre (2011), without labels, with the words' neighbours in the
 * text and what stands between the two words in question. A third of their features, and of those tried beside them, was
 * left out again: the figures stayed.
 *
 * s0, s1, s2: the stack from its top; b0 to b3: the next words; h head, l and r the outermost dependents, l2 and r2 the
 * second outermost. The last letter is what is seen: w word, t tag, p both, e ending, c the word's cluster.
 *
 * Features fall into groups by what their values hang on, so that sums can be kept (`scores.ts`). A group's function writes
 * the rows of its features from a place on, and returns the place after the last.
 */
import { BOTH_HASHES, base, CLUSTERS, ENDINGS, MARKS, SLOTS, TAG_HASHES, WORD_HASHES } from './memory';
import { NOTHING, size } from './sentence';
import { Configuration, Item } from './transitions';
import { numberAt, put } from './words';

/** How many features a configuration has. */
export const FEATURE_COUNT: i32 = 82;
/** A feature's row is its hash without the lowest bits, so many that the table's rows are left. */
let rowShift: i32 = 0;

/** @param bits the table has `2 ** bits` rows */
export function setRowBits(bits: i32): void {
  rowShift = 32 - bits;
}

/** Those of the next words alone. */
export function nextWords(next: i32, start: i32): i32 {
  const shift = rowShift;
  const words = base + WORD_HASHES;
  const tags = base + TAG_HASHES;
  const clusters = base + CLUSTERS;
  const b0w = numberAt(words, next);
  const b0t = numberAt(tags, next);
  const b1w = numberAt(words, next + 1);
  const b1t = numberAt(tags, next + 1);
  const b2t = numberAt(tags, next + 2);
  const b3t = numberAt(tags, next + 3);
  const out = base + SLOTS + ((start as usize) << 2);
  put(out, 0, one(b0w, 1, shift));
  put(out, 1, one(b0t, 2, shift));
  put(out, 2, one(b1w, 3, shift));
  put(out, 3, one(b1t, 4, shift));
  put(out, 4, two(b0t, b1t, 5, shift));
  put(out, 5, two(b0w, b1t, 6, shift));
  put(out, 6, two(b0t, b1w, 7, shift));
  put(out, 7, two(b0w, b1w, 8, shift));
  put(out, 8, two(b0t, b3t, 9, shift));
  put(out, 9, two(b0w, numberAt(words, next + 2), 10, shift));
  put(out, 10, three(b0t, b1t, b2t, 11, shift));
  put(out, 11, three(b1t, b2t, b3t, 12, shift));
  put(out, 12, two(numberAt(clusters, next), b1t, 67, shift));
  put(out, 13, two(b0t, numberAt(clusters, next + 1), 68, shift));
  return start + 14;
}

/** Those of the stack alone, from the item on top. */
export function stack(top: Item, start: i32): i32 {
  const shift = rowShift;
  const words = base + WORD_HASHES;
  const tags = base + TAG_HASHES;
  const clusters = base + CLUSTERS;
  const s0 = top.word;
  const below = top.below;
  const bottom = below === null ? below : below.below;
  const s0t = numberAt(tags, s0);
  const s1t = below === null ? NOTHING : numberAt(tags, below.word);
  const s2t = bottom === null ? NOTHING : numberAt(tags, bottom.word);
  const s0h = below !== null && top.headed ? below.word : -1;
  const s0ht = valueAt(tags, s0h);
  const s0h2t = s0h >= 0 && below!.headed ? s2t : NOTHING;
  const s0l = top.left1;
  const s0r = top.right1;
  const s0lt = valueAt(tags, s0l);
  const s0rt = valueAt(tags, s0r);
  const s0l2t = valueAt(tags, top.left2);
  const s0r2t = valueAt(tags, top.right2);
  const out = base + SLOTS + ((start as usize) << 2);
  put(out, 0, one(numberAt(words, s0), 13, shift));
  put(out, 1, one(s0t, 14, shift));
  put(out, 2, one(valueAt(words, s0h), 15, shift));
  put(out, 3, one(s0ht, 16, shift));
  put(out, 4, one(valueAt(words, s0l), 17, shift));
  put(out, 5, one(s0lt, 18, shift));
  put(out, 6, one(valueAt(words, s0r), 19, shift));
  put(out, 7, one(s0rt, 20, shift));
  put(out, 8, one(s0l2t, 21, shift));
  put(out, 9, one(s0r2t, 22, shift));
  put(out, 10, two(s1t, s0t, 23, shift));
  put(out, 11, two(s0t, rightValency(top), 24, shift));
  put(out, 12, two(s0t, min(top.lefts, 4), 25, shift));
  put(out, 13, three(s0t, s0lt, s0l2t, 26, shift));
  put(out, 14, three(s0t, s0rt, s0r2t, 27, shift));
  put(out, 15, three(s0t, s0ht, s0h2t, 28, shift));
  put(out, 16, three(s2t, s1t, s0t, 29, shift));
  put(out, 17, one(numberAt(clusters, s0), 69, shift));
  put(out, 18, two(numberAt(clusters, s0), s0rt, 70, shift));
  return start + 19;
}

/** Those of the word on the stack and the next words. */
export function bothWords(s0: i32, next: i32, start: i32): i32 {
  const shift = rowShift;
  const words = base + WORD_HASHES;
  const tags = base + TAG_HASHES;
  const both = base + BOTH_HASHES;
  const endings = base + ENDINGS;
  const clusters = base + CLUSTERS;
  const s0w = numberAt(words, s0);
  const s0t = numberAt(tags, s0);
  const s0p = numberAt(both, s0);
  const b0w = numberAt(words, next);
  const b0t = numberAt(tags, next);
  const b0p = numberAt(both, next);
  const b1t = numberAt(tags, next + 1);
  const s0c = numberAt(clusters, s0);
  const b0c = numberAt(clusters, next);
  const gap = next - s0;
  const distance = gap < 5 ? gap : gap < 10 ? 5 : gap < 20 ? 6 : 7;
  const between = marksBetween(s0, next);
  const out = base + SLOTS + ((start as usize) << 2);
  put(out, 0, two(s0p, b0p, 30, shift));
  put(out, 1, two(s0p, b0t, 31, shift));
  put(out, 2, two(s0t, b0p, 32, shift));
  put(out, 3, two(s0w, b0w, 33, shift));
  put(out, 4, two(s0t, b0t, 34, shift));
  put(out, 5, two(s0w, distance, 35, shift));
  put(out, 6, two(s0t, distance, 36, shift));
  put(out, 7, two(b0t, distance, 37, shift));
  put(out, 8, two(numberAt(endings, s0), b0t, 38, shift));
  put(out, 9, two(s0t, numberAt(endings, next), 39, shift));
  put(out, 10, three(s0t, b0t, b1t, 40, shift));
  put(out, 11, three(s0w, b0t, b1t, 41, shift));
  put(out, 12, three(s0t, b0w, b1t, 42, shift));
  put(out, 13, three(s0t, b0t, distance, 43, shift));
  put(out, 14, three(s0t, b0t, between, 44, shift));
  put(out, 15, three(s0t, b0w, between, 45, shift));
  put(out, 16, three(valueAt(tags, s0 - 1), s0t, b0t, 46, shift));
  put(out, 17, three(s0t, numberAt(tags, s0 + 1), b0t, 47, shift));
  put(out, 18, three(s0p, b0t, numberAt(both, next + 1), 48, shift));
  put(out, 19, two(s0c, b0c, 71, shift));
  put(out, 20, two(s0c, b0t, 72, shift));
  put(out, 21, two(s0t, b0c, 73, shift));
  put(out, 22, two(s0w, b0c, 74, shift));
  put(out, 23, two(s0c, b0w, 75, shift));
  put(out, 24, three(s0c, b0t, distance, 76, shift));
  put(out, 25, three(s0c, b0t, b1t, 77, shift));
  return start + 26;
}

/** Those that see the word below, or the head, too. */
export function wordBelow(at: Configuration, start: i32): i32 {
  const shift = rowShift;
  const words = base + WORD_HASHES;
  const tags = base + TAG_HASHES;
  const both = base + BOTH_HASHES;
  const clusters = base + CLUSTERS;
  const next = at.next;
  const top = at.top!;
  const below = top.below;
  const s1 = below === null ? -1 : below.word;
  const s0h = top.headed ? s1 : -1;
  const s0t = numberAt(tags, top.word);
  const b0w = numberAt(words, next);
  const b0t = numberAt(tags, next);
  const s1t = valueAt(tags, s1);
  const s0ht = valueAt(tags, s0h);
  const out = base + SLOTS + ((start as usize) << 2);
  put(out, 0, two(s1t, b0t, 49, shift));
  put(out, 1, two(valueAt(both, s1), b0t, 50, shift));
  put(out, 2, two(valueAt(words, s0h), b0w, 51, shift));
  put(out, 3, two(s0ht, b0t, 52, shift));
  put(out, 4, three(s0ht, s0t, b0t, 53, shift));
  put(out, 5, three(s1t, s0t, b0t, 54, shift));
  put(out, 6, three(s1t, s0t, b0w, 55, shift));
  put(out, 7, three(valueAt(words, s1), s0t, b0t, 56, shift));
  put(out, 8, two(valueAt(clusters, s1), b0t, 78, shift));
  put(out, 9, three(valueAt(clusters, s1), s0t, numberAt(clusters, next), 79, shift));
  put(out, 10, three(valueAt(clusters, s0h), s0t, numberAt(clusters, next), 80, shift));
  return start + 11;
}

/** Those that see the dependents of the next word. */
export function nextLeft(at: Configuration, start: i32): i32 {
  const shift = rowShift;
  const words = base + WORD_HASHES;
  const tags = base + TAG_HASHES;
  const clusters = base + CLUSTERS;
  const next = at.next;
  const s0 = at.top!.word;
  const b0t = numberAt(tags, next);
  const s0t = numberAt(tags, s0);
  const b0l = at.left1;
  const b0lw = valueAt(words, b0l);
  const b0lt = valueAt(tags, b0l);
  const out = base + SLOTS + ((start as usize) << 2);
  put(out, 0, one(b0lw, 57, shift));
  put(out, 1, one(b0lt, 58, shift));
  put(out, 2, one(valueAt(tags, at.left2), 59, shift));
  put(out, 3, two(b0t, b0lw, 60, shift));
  put(out, 4, two(b0t, min(at.lefts, 4), 61, shift));
  put(out, 5, three(s0t, b0t, b0lt, 62, shift));
  put(out, 6, three(numberAt(clusters, s0), b0lw, numberAt(clusters, next), 81, shift));
  put(out, 7, three(numberAt(words, s0), b0lw, b0t, 82, shift));
  return start + 8;
}

/** Those that see the dependents of the word on the stack and the next word. */
export function stackAndNext(at: Configuration, start: i32): i32 {
  const shift = rowShift;
  const words = base + WORD_HASHES;
  const tags = base + TAG_HASHES;
  const next = at.next;
  const top = at.top!;
  const s0 = top.word;
  const s0t = numberAt(tags, s0);
  const b0t = numberAt(tags, next);
  const s0rt = valueAt(tags, top.right1);
  const out = base + SLOTS + ((start as usize) << 2);
  put(out, 0, three(s0t, valueAt(tags, top.left1), b0t, 63, shift));
  put(out, 1, three(s0t, s0rt, b0t, 64, shift));
  put(out, 2, three(s0t, s0rt, numberAt(words, next), 65, shift));
  put(out, 3, three(numberAt(words, s0), rightValency(top), b0t, 66, shift));
  return start + 4;
}

/** All features of a configuration whose stack is not empty. */
export function allFeatures(at: Configuration): void {
  const top = at.top!;
  let end = nextWords(at.next, 0);
  end = stack(top, end);
  end = bothWords(top.word, at.next, end);
  end = wordBelow(at, end);
  end = nextLeft(at, end);
  stackAndNext(at, end);
}

/** What a position has; -1 is no position. */
function valueAt(column: usize, at: i32): i32 {
  return at < 0 ? NOTHING : numberAt(column, at);
}

function rightValency(top: Item): i32 {
  return min(top.rights, 4) * 2 + (top.headed ? 0 : 1);
}

/** Commas, verbs and quotation marks between two words, two of each at most. */
function marksBetween(word: i32, next: i32): i32 {
  const marks = base + MARKS;
  const passed = numberAt(marks, next) - numberAt(marks, min(word + 1, size));
  const commas = passed & 255;
  const verbs = (passed >> 8) & 255;
  const quotes = (passed >> 16) & 255;
  return min(commas, 2) * 9 + min(verbs, 2) * 3 + min(quotes, 2);
}

/** The row of a feature of one value, of two, of three; `feature` is its number. */
function one(value: i32, feature: i32, shift: i32): i32 {
  return ((value ^ (feature * 0x1b873593)) * (0x9e3779b1 as i32)) >>> shift;
}

function two(a: i32, b: i32, feature: i32, shift: i32): i32 {
  const sum = a * ((feature * 0x1b873593) | 1) + b;
  return ((sum ^ (sum >>> 15)) * (0x9e3779b1 as i32)) >>> shift;
}

function three(a: i32, b: i32, c: i32, feature: i32, shift: i32): i32 {
  const seed = (feature * 0x1b873593) | 1;
  const pair = a * seed + b;
  const sum = (pair ^ (pair >>> 15)) * seed + c;
  return ((sum ^ (sum >>> 15)) * (0x9e3779b1 as i32)) >>> shift;
}
