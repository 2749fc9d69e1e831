/**
 * What the parser sees of a state: after Zhang and Nivre (2011), without labels, with the words' neighbours in the text
 * and what stands between the two words in question.
 *
 * s0, s1, s2: the stack from its top; b0 to b3: the next words. w word, t tag, p both, e ending; h head, l and r the
 * outermost dependents, l2 and r2 the second outermost.
 */
import type { State } from './transitions.ts';

/** One sentence as hashes, a position each; the root, after the last word, has values of its own. */
export interface Sentence {
  size: number;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  /** Word and tag together. */
  readonly both: Int32Array;
  readonly endings: Int32Array;
  /** Counts up to each position: commas in the low byte, then verbs, then quotation marks. */
  readonly marks: Int32Array;
}

/** Fills by `parserFeatures`: where the rows of a state's features begin. */
export const SLOTS = new Int32Array(128);

const NOTHING = 0x2545f491;

/**
 * Fills `SLOTS` for a state whose stack is not empty.
 *
 * @param bits the table has `2 ** bits` rows
 * @param width the length of a row
 * @returns how many slots there are
 */
export function parserFeatures(sentence: Sentence, state: State, bits: number, width: number): number {
  const { words, tags, both, endings, marks, size } = sentence;
  const { stack, depth, next, heads, left1, left2, right1, right2, lefts, rights } = state;
  const shift = 32 - bits;
  const s0 = stack[depth - 1]!;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  const s2 = depth > 2 ? stack[depth - 3]! : -1;
  const b1 = next + 1 <= size ? next + 1 : -1;
  const b2 = next + 2 <= size ? next + 2 : -1;
  const b3 = next + 3 <= size ? next + 3 : -1;
  const s0h = heads[s0]!;
  const s0h2 = s0h < 0 ? -1 : heads[s0h]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s0l2 = left2[s0]!;
  const s0r2 = right2[s0]!;
  const b0l = left1[next]!;
  const b0l2 = left2[next]!;
  const s1r = s1 < 0 ? -1 : right1[s1]!;

  const s0w = words[s0]!;
  const s0t = tags[s0]!;
  const s0p = both[s0]!;
  const s0e = endings[s0]!;
  const b0w = words[next]!;
  const b0t = tags[next]!;
  const b0p = both[next]!;
  const b0e = endings[next]!;
  const b1w = b1 < 0 ? NOTHING : words[b1]!;
  const b1t = b1 < 0 ? NOTHING : tags[b1]!;
  const b1p = b1 < 0 ? NOTHING : both[b1]!;
  const b2w = b2 < 0 ? NOTHING : words[b2]!;
  const b2t = b2 < 0 ? NOTHING : tags[b2]!;
  const b3t = b3 < 0 ? NOTHING : tags[b3]!;
  const s1w = s1 < 0 ? NOTHING : words[s1]!;
  const s1t = s1 < 0 ? NOTHING : tags[s1]!;
  const s1p = s1 < 0 ? NOTHING : both[s1]!;
  const s2t = s2 < 0 ? NOTHING : tags[s2]!;
  const s0hw = s0h < 0 ? NOTHING : words[s0h]!;
  const s0ht = s0h < 0 ? NOTHING : tags[s0h]!;
  const s0h2t = s0h2 < 0 ? NOTHING : tags[s0h2]!;
  const s0lw = s0l < 0 ? NOTHING : words[s0l]!;
  const s0lt = s0l < 0 ? NOTHING : tags[s0l]!;
  const s0rw = s0r < 0 ? NOTHING : words[s0r]!;
  const s0rt = s0r < 0 ? NOTHING : tags[s0r]!;
  const s0l2t = s0l2 < 0 ? NOTHING : tags[s0l2]!;
  const s0r2t = s0r2 < 0 ? NOTHING : tags[s0r2]!;
  const b0lw = b0l < 0 ? NOTHING : words[b0l]!;
  const b0lt = b0l < 0 ? NOTHING : tags[b0l]!;
  const b0l2t = b0l2 < 0 ? NOTHING : tags[b0l2]!;
  const s1rt = s1r < 0 ? NOTHING : tags[s1r]!;
  const s0before = s0 > 0 ? tags[s0 - 1]! : NOTHING;
  const s0after = tags[s0 + 1]!;
  const b0before = next > 0 ? tags[next - 1]! : NOTHING;

  const gap = next - s0;
  const distance = gap < 5 ? gap : gap < 10 ? 5 : gap < 20 ? 6 : 7;
  const headless = s0h < 0 ? 1 : 0;
  const valency = Math.min(rights[s0]!, 4) * 2 + headless;
  const leftValency = Math.min(lefts[s0]!, 4);
  const nextValency = Math.min(lefts[next]!, 4);
  const passed = marks[next]! - marks[Math.min(s0 + 1, size)]!;
  const commas = passed & 255;
  const verbs = (passed >> 8) & 255;
  const quotes = (passed >> 16) & 255;
  const between = Math.min(commas, 2) * 9 + Math.min(verbs, 2) * 3 + Math.min(quotes, 2);

  const out = SLOTS;
  let count = 0;
  const one = (a: number, seed: number): void => {
    out[count++] = (Math.imul(a ^ seed, 0x9e3779b1) >>> shift) * width;
  };
  const two = (a: number, b: number, seed: number): void => {
    out[count++] = (Math.imul((Math.imul(a, seed) + b) ^ (b >>> 13), 0x9e3779b1) >>> shift) * width;
  };
  const three = (a: number, b: number, c: number, seed: number): void => {
    const sum = Math.imul(Math.imul(a, seed) + b, seed) + c;
    out[count++] = (Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift) * width;
  };

  one(s0w, 0x1b873593);
  one(s0t, 0x2c1b3c6d);
  one(s0p, 0x297a2d39);
  one(b0w, 0x38495ab5);
  one(b0t, 0x4cf5ad43);
  one(b0p, 0x52dce729);
  one(b1w, 0x6c8e9cf5);
  one(b1t, 0x7fb5d329);
  one(b1p, 0x01c2b3d5);
  one(b2w, 0x1f83d9ab);
  one(b2t, 0x5be0cd19);
  one(s1w, 0x3956c25b);
  one(s1t, 0x59f111f1);
  one(s1p, 0x6a09e667);
  two(s0p, b0p, 0x2748774d);
  two(s0p, b0w, 0x34b0bcb5);
  two(s0w, b0p, 0x391c0cb3);
  two(s0p, b0t, 0x4ed8aa4b);
  two(s0t, b0p, 0x5b9cca4f);
  two(s0w, b0w, 0x682e6ff3);
  two(s0t, b0t, 0x748f82ef);
  two(b0t, b1t, 0x78a5636f);
  two(b0w, b1t, 0x04c87815);
  two(b0t, b1w, 0x0cc70209);
  two(b0w, b1w, 0x10befffb);
  two(s1t, s0t, 0x2450cecb);
  two(s1t, s0w, 0x3ef9a3f7);
  two(s1w, s0t, 0x467178f3);
  two(s1t, b0t, 0x4a475817);
  two(s1p, b0t, 0x5fcb6fab);
  three(b0t, b1t, b2t, 0x6c44198d);
  three(s0t, b0t, b1t, 0x72be5d75);
  three(s0ht, s0t, b0t, 0x00deb1ff);
  three(s0t, s0lt, b0t, 0x1bdc06a7);
  three(s0t, s0rt, b0t, 0x2de92c6f);
  three(s0t, b0t, b0lt, 0x3a7484ab);
  three(s1t, s0t, b0t, 0x4cb0a9dd);
  three(s1t, s1rt, s0t, 0x5cb0a9dd);
  three(s0t, s0lt, s0l2t, 0x6f988da9);
  three(s0t, s0rt, s0r2t, 0x031c66d3);
  three(s0t, s0ht, s0h2t, 0x0027c8bf);
  three(b0t, b0lt, b0l2t, 0x06ca6351);
  three(s0w, b0t, b1t, 0x14292967);
  three(s0t, b0w, b1t, 0x27b70a85);
  three(s0t, b0t, b1w, 0x2e1b2139);
  three(s0t, s0rt, b0w, 0x4d2c6dfd);
  three(s0w, s0rt, b0t, 0x53380d13);
  three(s0hw, s0t, b0t, 0x650a7355);
  three(s0ht, s0w, b0t, 0x766a0abb);
  three(s0t, b0w, b0lt, 0x01c2c92f);
  three(s1t, s0t, b0w, 0x12722c85);
  three(s1w, s0t, b0t, 0x22bfe8a1);
  three(s2t, s1t, s0t, 0x281a664b);
  two(s0hw, b0w, 0x424b8b71);
  two(s0ht, b0t, 0x476c51a3);
  one(s0hw ^ 0x11, 0x5192e819);
  one(s0ht ^ 0x12, 0x56990627);
  one(s0lw, 0x640e3585);
  one(s0lt, 0x706aa071);
  one(s0rw, 0x19a4c117);
  one(s0rt, 0x1e376c09);
  one(b0lw, 0x2748774f);
  one(b0lt, 0x34b0bcb7);
  one(s0l2t, 0x391c0cb5);
  one(s0r2t, 0x4ed8aa4d);
  one(b0l2t, 0x5b9cca51);
  two(s0t, s0rw, 0x31f88a25);
  two(b0t, b0lw, 0x4f4ccac3);
  two(s0w, distance, 0x69a02b15);
  two(s0t, distance, 0x7f52ec0d);
  two(b0w, distance, 0x07d8f3a5);
  two(b0t, distance, 0x15b87e1f);
  three(s0w, b0w, distance, 0x1d2fa81b);
  three(s0t, b0t, distance, 0x2af7ef21);
  two(s0w, valency, 0x3c9e4b35);
  two(s0t, valency, 0x43a1cd47);
  two(s0w, leftValency, 0x4b07f3e9);
  two(s0t, leftValency, 0x57c2d1ff);
  two(b0w, nextValency, 0x5e6a37ad);
  two(b0t, nextValency, 0x6673c59b);
  three(s0t, valency, b0t, 0x6d1e1b87);
  three(s0w, valency, b0t, 0x74a92f71);
  three(s0t, b0t, between, 0x7c38e05d);
  three(s0w, b0t, between, 0x03f1a649);
  three(s0t, b0w, between, 0x0b5e3f33);
  three(s0before, s0t, b0t, 0x12d9e51d);
  three(s0t, s0after, b0t, 0x1a4c8b07);
  three(s0t, b0before, b0t, 0x21b930f1);
  three(s0after, b0before, b0t, 0x2936d6db);
  two(b0t, b3t, 0x30a27cc5);
  three(b1t, b2t, b3t, 0x381f22af);
  two(s0e, b0t, 0x3f8bc899);
  two(s0t, b0e, 0x47086e83);
  two(s0e, b0e, 0x4e75146d);
  two(b0w, b2w, 0x55f1ba57);
  three(s0p, b0t, b1p, 0x5d5e6041);
  return count;
}
