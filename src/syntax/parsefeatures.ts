/**
 * What the parser sees of a configuration: after Zhang and Nivre (2011), without labels, with the words' neighbours in the
 * text and what stands between the two words in question. A third of their features, and of those tried beside them, was
 * left out again: the figures stayed.
 *
 * s0, s1, s2: the stack from its top; b0 to b3: the next words; h head, l and r the outermost dependents, l2 and r2 the
 * second outermost. The last letter is what is seen: w word, t tag, p both, e ending,
 * c the word's cluster.
 *
 * Features fall into groups by what their values hang on, so that sums can be kept (`scores.ts`). A group's function fills
 * `SLOTS` from a place on and returns the place after its last feature.
 */
import {
  BELOW,
  HEADED,
  LEFT1,
  LEFT2,
  LEFTS,
  NEXT,
  NEXT_LEFT1,
  NEXT_LEFT2,
  NEXT_LEFTS,
  type Pool,
  RIGHT1,
  RIGHT2,
  RIGHTS,
  TOP,
  WORD,
} from './transitions.ts';

/** One sentence as hashes, a position each; the root, after the last word, has values of its own, and three more follow. */
export interface Sentence {
  size: number;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  /** Word and tag together. */
  readonly both: Int32Array;
  readonly endings: Int32Array;
  readonly clusters: Int32Array;
  /** Counts up to each position: commas in the low byte, then verbs, then quotation marks. */
  readonly marks: Int32Array;
}

/** How many features a configuration has. */
export const FEATURE_COUNT = 82;
/** Filled by the groups' functions: the rows of features; room for a multiple of four. */
export const SLOTS = new Int32Array(FEATURE_COUNT + 6);
/** The value of what is not there. */
export const NOTHING = 0x2545f491;

/** Those of the next words alone. */
export function nextWords({ words, tags, clusters }: Sentence, next: number, shift: number, start: number): number {
  const b0w = words[next]!;
  const b0t = tags[next]!;
  const b1w = words[next + 1]!;
  const b1t = tags[next + 1]!;
  const b2t = tags[next + 2]!;
  const b3t = tags[next + 3]!;
  const out = SLOTS;
  out[start] = one(b0w, 1, shift);
  out[start + 1] = one(b0t, 2, shift);
  out[start + 2] = one(b1w, 3, shift);
  out[start + 3] = one(b1t, 4, shift);
  out[start + 4] = two(b0t, b1t, 5, shift);
  out[start + 5] = two(b0w, b1t, 6, shift);
  out[start + 6] = two(b0t, b1w, 7, shift);
  out[start + 7] = two(b0w, b1w, 8, shift);
  out[start + 8] = two(b0t, b3t, 9, shift);
  out[start + 9] = two(b0w, words[next + 2]!, 10, shift);
  out[start + 10] = three(b0t, b1t, b2t, 11, shift);
  out[start + 11] = three(b1t, b2t, b3t, 12, shift);
  out[start + 12] = two(clusters[next]!, b1t, 67, shift);
  out[start + 13] = two(b0t, clusters[next + 1]!, 68, shift);
  return start + 14;
}

/** Those of the stack alone, from the item on top. */
export function stack(
  { words, tags, clusters }: Sentence,
  { items }: Pool,
  top: number,
  shift: number,
  start: number,
): number {
  const s0 = items[top + WORD]!;
  const below = items[top + BELOW]!;
  const bottom = below < 0 ? -1 : items[below + BELOW]!;
  const s0t = tags[s0]!;
  const s1t = below < 0 ? NOTHING : tags[items[below + WORD]!]!;
  const s2t = bottom < 0 ? NOTHING : tags[items[bottom + WORD]!]!;
  const s0h = below >= 0 && items[top + HEADED] ? items[below + WORD]! : -1;
  const s0ht = of(tags, s0h);
  const s0h2t = s0h >= 0 && items[below + HEADED] ? s2t : NOTHING;
  const s0l = items[top + LEFT1]!;
  const s0r = items[top + RIGHT1]!;
  const s0lt = of(tags, s0l);
  const s0rt = of(tags, s0r);
  const s0l2t = of(tags, items[top + LEFT2]!);
  const s0r2t = of(tags, items[top + RIGHT2]!);
  const out = SLOTS;
  out[start] = one(words[s0]!, 13, shift);
  out[start + 1] = one(s0t, 14, shift);
  out[start + 2] = one(of(words, s0h), 15, shift);
  out[start + 3] = one(s0ht, 16, shift);
  out[start + 4] = one(of(words, s0l), 17, shift);
  out[start + 5] = one(s0lt, 18, shift);
  out[start + 6] = one(of(words, s0r), 19, shift);
  out[start + 7] = one(s0rt, 20, shift);
  out[start + 8] = one(s0l2t, 21, shift);
  out[start + 9] = one(s0r2t, 22, shift);
  out[start + 10] = two(s1t, s0t, 23, shift);
  out[start + 11] = two(s0t, rightValency(items, top), 24, shift);
  out[start + 12] = two(s0t, Math.min(items[top + LEFTS]!, 4), 25, shift);
  out[start + 13] = three(s0t, s0lt, s0l2t, 26, shift);
  out[start + 14] = three(s0t, s0rt, s0r2t, 27, shift);
  out[start + 15] = three(s0t, s0ht, s0h2t, 28, shift);
  out[start + 16] = three(s2t, s1t, s0t, 29, shift);
  out[start + 17] = one(clusters[s0]!, 69, shift);
  out[start + 18] = two(clusters[s0]!, s0rt, 70, shift);
  return start + 19;
}

/** Those of the word on the stack and the next words. */
export function bothWords(sentence: Sentence, s0: number, next: number, shift: number, start: number): number {
  const { words, tags, both, endings, clusters } = sentence;
  const s0w = words[s0]!;
  const s0t = tags[s0]!;
  const s0p = both[s0]!;
  const b0w = words[next]!;
  const b0t = tags[next]!;
  const b0p = both[next]!;
  const b1t = tags[next + 1]!;
  const s0c = clusters[s0]!;
  const b0c = clusters[next]!;
  const gap = next - s0;
  const distance = gap < 5 ? gap : gap < 10 ? 5 : gap < 20 ? 6 : 7;
  const between = marksBetween(sentence, s0, next);
  const out = SLOTS;
  out[start] = two(s0p, b0p, 30, shift);
  out[start + 1] = two(s0p, b0t, 31, shift);
  out[start + 2] = two(s0t, b0p, 32, shift);
  out[start + 3] = two(s0w, b0w, 33, shift);
  out[start + 4] = two(s0t, b0t, 34, shift);
  out[start + 5] = two(s0w, distance, 35, shift);
  out[start + 6] = two(s0t, distance, 36, shift);
  out[start + 7] = two(b0t, distance, 37, shift);
  out[start + 8] = two(endings[s0]!, b0t, 38, shift);
  out[start + 9] = two(s0t, endings[next]!, 39, shift);
  out[start + 10] = three(s0t, b0t, b1t, 40, shift);
  out[start + 11] = three(s0w, b0t, b1t, 41, shift);
  out[start + 12] = three(s0t, b0w, b1t, 42, shift);
  out[start + 13] = three(s0t, b0t, distance, 43, shift);
  out[start + 14] = three(s0t, b0t, between, 44, shift);
  out[start + 15] = three(s0t, b0w, between, 45, shift);
  out[start + 16] = three(of(tags, s0 - 1), s0t, b0t, 46, shift);
  out[start + 17] = three(s0t, tags[s0 + 1]!, b0t, 47, shift);
  out[start + 18] = three(s0p, b0t, both[next + 1]!, 48, shift);
  out[start + 19] = two(s0c, b0c, 71, shift);
  out[start + 20] = two(s0c, b0t, 72, shift);
  out[start + 21] = two(s0t, b0c, 73, shift);
  out[start + 22] = two(s0w, b0c, 74, shift);
  out[start + 23] = two(s0c, b0w, 75, shift);
  out[start + 24] = three(s0c, b0t, distance, 76, shift);
  out[start + 25] = three(s0c, b0t, b1t, 77, shift);
  return start + 26;
}

/** Those that see the word below, or the head, too. */
export function wordBelow(sentence: Sentence, pool: Pool, at: number, shift: number, start: number): number {
  const { words, tags, both, clusters } = sentence;
  const { items, configurations } = pool;
  const next = configurations[at + NEXT]!;
  const top = configurations[at + TOP]!;
  const below = items[top + BELOW]!;
  const s1 = below < 0 ? -1 : items[below + WORD]!;
  const s0h = items[top + HEADED] ? s1 : -1;
  const s0t = tags[items[top + WORD]!]!;
  const b0w = words[next]!;
  const b0t = tags[next]!;
  const s1t = of(tags, s1);
  const s0ht = of(tags, s0h);
  const out = SLOTS;
  out[start] = two(s1t, b0t, 49, shift);
  out[start + 1] = two(of(both, s1), b0t, 50, shift);
  out[start + 2] = two(of(words, s0h), b0w, 51, shift);
  out[start + 3] = two(s0ht, b0t, 52, shift);
  out[start + 4] = three(s0ht, s0t, b0t, 53, shift);
  out[start + 5] = three(s1t, s0t, b0t, 54, shift);
  out[start + 6] = three(s1t, s0t, b0w, 55, shift);
  out[start + 7] = three(of(words, s1), s0t, b0t, 56, shift);
  out[start + 8] = two(of(clusters, s1), b0t, 78, shift);
  out[start + 9] = three(of(clusters, s1), s0t, clusters[next]!, 79, shift);
  out[start + 10] = three(of(clusters, s0h), s0t, clusters[next]!, 80, shift);
  return start + 11;
}

/** Those that see the dependents of the next word. */
export function nextLeft(sentence: Sentence, pool: Pool, at: number, shift: number, start: number): number {
  const { words, tags, clusters } = sentence;
  const { items, configurations } = pool;
  const next = configurations[at + NEXT]!;
  const s0 = items[configurations[at + TOP]! + WORD]!;
  const b0t = tags[next]!;
  const s0t = tags[s0]!;
  const b0l = configurations[at + NEXT_LEFT1]!;
  const b0lw = of(words, b0l);
  const b0lt = of(tags, b0l);
  const out = SLOTS;
  out[start] = one(b0lw, 57, shift);
  out[start + 1] = one(b0lt, 58, shift);
  out[start + 2] = one(of(tags, configurations[at + NEXT_LEFT2]!), 59, shift);
  out[start + 3] = two(b0t, b0lw, 60, shift);
  out[start + 4] = two(b0t, Math.min(configurations[at + NEXT_LEFTS]!, 4), 61, shift);
  out[start + 5] = three(s0t, b0t, b0lt, 62, shift);
  out[start + 6] = three(clusters[s0]!, b0lw, clusters[next]!, 81, shift);
  out[start + 7] = three(words[s0]!, b0lw, b0t, 82, shift);
  return start + 8;
}

/** Those that see the dependents of the word on the stack and the next word. */
export function stackAndNext(sentence: Sentence, pool: Pool, at: number, shift: number, start: number): number {
  const { words, tags } = sentence;
  const { items, configurations } = pool;
  const next = configurations[at + NEXT]!;
  const top = configurations[at + TOP]!;
  const s0 = items[top + WORD]!;
  const s0t = tags[s0]!;
  const b0t = tags[next]!;
  const s0rt = of(tags, items[top + RIGHT1]!);
  const out = SLOTS;
  out[start] = three(s0t, of(tags, items[top + LEFT1]!), b0t, 63, shift);
  out[start + 1] = three(s0t, s0rt, b0t, 64, shift);
  out[start + 2] = three(s0t, s0rt, words[next]!, 65, shift);
  out[start + 3] = three(words[s0]!, rightValency(items, top), b0t, 66, shift);
  return start + 4;
}

/**
 * All features of a configuration whose stack is not empty.
 *
 * @param bits the table has `2 ** bits` rows
 */
export function allFeatures(sentence: Sentence, pool: Pool, at: number, bits: number): void {
  const shift = 32 - bits;
  const next = pool.configurations[at + NEXT]!;
  const top = pool.configurations[at + TOP]!;
  let end = nextWords(sentence, next, shift, 0);
  end = stack(sentence, pool, top, shift, end);
  end = bothWords(sentence, pool.items[top + WORD]!, next, shift, end);
  end = wordBelow(sentence, pool, at, shift, end);
  end = nextLeft(sentence, pool, at, shift, end);
  stackAndNext(sentence, pool, at, shift, end);
}

/** What a position has; -1 is no position. */
const of = (values: Int32Array, at: number): number => (at < 0 ? NOTHING : values[at]!);

const rightValency = (items: Int32Array, top: number): number =>
  Math.min(items[top + RIGHTS]!, 4) * 2 + (items[top + HEADED] ? 0 : 1);

/** Commas, verbs and quotation marks between two words, two of each at most. */
function marksBetween({ marks, size }: Sentence, word: number, next: number): number {
  const passed = marks[next]! - marks[Math.min(word + 1, size)]!;
  const commas = passed & 255;
  const verbs = (passed >> 8) & 255;
  const quotes = (passed >> 16) & 255;
  return Math.min(commas, 2) * 9 + Math.min(verbs, 2) * 3 + Math.min(quotes, 2);
}

/** The row of a feature of one value, of two, of three; `feature` is its number. */
function one(value: number, feature: number, shift: number): number {
  return Math.imul(value ^ Math.imul(feature, 0x1b873593), 0x9e3779b1) >>> shift;
}

function two(a: number, b: number, feature: number, shift: number): number {
  const sum = Math.imul(a, Math.imul(feature, 0x1b873593) | 1) + b;
  return Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift;
}

function three(a: number, b: number, c: number, feature: number, shift: number): number {
  const seed = Math.imul(feature, 0x1b873593) | 1;
  const pair = Math.imul(a, seed) + b;
  const sum = Math.imul(pair ^ (pair >>> 15), seed) + c;
  return Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift;
}
