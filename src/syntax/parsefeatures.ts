/**
 * What the parser sees of a state: after Zhang and Nivre (2011), without labels, with the words' neighbours in the text
 * and what stands between the two words in question.
 *
 * s0, s1, s2: the stack from its top; b0 to b3: the next words. w word, t tag, p both, e ending; h head, l and r the
 * outermost dependents, l2 and r2 the second outermost; before and after are neighbours in the text.
 */
import { mix } from '../model/hash.ts';
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

/** The single things seen, in the order in which `readAtoms` writes them. */
const ATOMS = namesIn(`
  s0w, s0t, s0p, s0e, b0w, b0t, b0p, b0e, b1w, b1t, b1p, b2w, b2t, b3t, s1w, s1t, s1p, s2t, s0hw, s0ht,
  s0h2t, s0lw, s0lt, s0l2t, s0rw, s0rt, s0r2t, b0lw, b0lt, b0l2t, s1rt, s0before, s0after, b0before,
  distance, valency, leftValency, nextValency, between
`);

/** What is looked at together; each is one feature. */
const SINGLES = templates(`
  s0w, s0t, s0p, b0w, b0t, b0p, b1w, b1t, b1p, b2w, b2t, s1w, s1t, s1p, s0hw, s0ht, s0lw, s0lt, s0rw, s0rt,
  b0lw, b0lt, s0l2t, s0r2t, b0l2t
`);
const PAIRS = templates(`
  s0p b0p, s0p b0w, s0w b0p, s0p b0t, s0t b0p, s0w b0w, s0t b0t, b0t b1t, b0w b1t, b0t b1w, b0w b1w,
  s1t s0t, s1t s0w, s1w s0t, s1t b0t, s1p b0t, s0hw b0w, s0ht b0t, s0t s0rw, b0t b0lw, s0w distance,
  s0t distance, b0w distance, b0t distance, s0w valency, s0t valency, s0w leftValency, s0t leftValency,
  b0w nextValency, b0t nextValency, b0t b3t, s0e b0t, s0t b0e, s0e b0e, b0w b2w
`);
const TRIPLES = templates(`
  b0t b1t b2t, s0t b0t b1t, s0ht s0t b0t, s0t s0lt b0t, s0t s0rt b0t, s0t b0t b0lt, s1t s0t b0t,
  s1t s1rt s0t, s0t s0lt s0l2t, s0t s0rt s0r2t, s0t s0ht s0h2t, b0t b0lt b0l2t, s0w b0t b1t, s0t b0w b1t,
  s0t b0t b1w, s0t s0rt b0w, s0w s0rt b0t, s0hw s0t b0t, s0ht s0w b0t, s0t b0w b0lt, s1t s0t b0w,
  s1w s0t b0t, s2t s1t s0t, s0w b0w distance, s0t b0t distance, s0t valency b0t, s0w valency b0t,
  s0t b0t between, s0w b0t between, s0t b0w between, s0before s0t b0t, s0t s0after b0t, s0t b0before b0t,
  s0after b0before b0t, b1t b2t b3t, s0p b0t b1p
`);

/** How many features a state has. */
export const FEATURE_COUNT = SINGLES.seeds.length + PAIRS.seeds.length + TRIPLES.seeds.length;
/** Filled by `parserFeatures`: where the rows of a state's features begin; room for a multiple of four. */
export const SLOTS = new Int32Array((FEATURE_COUNT + 3) & ~3);

const VALUES = new Int32Array(ATOMS.length);
const NOTHING = 0x2545f491;

interface Templates {
  /** Indexes into `ATOMS`, one array a place. */
  readonly places: readonly Int32Array[];
  readonly seeds: Int32Array;
}

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

function templates(list: string): Templates {
  const rows = namesIn(list).map((name) => name.split(' ').map((atom) => ATOMS.indexOf(atom)));
  return {
    places: rows[0]!.map((_, place) => Int32Array.from(rows, (row) => row[place]!)),
    seeds: Int32Array.from(rows, (row, index) => mix(index * 4 + row.length, 0x1b873593) | 1),
  };
}

/**
 * Fills `SLOTS` for a state whose stack is not empty.
 *
 * @param bits the table has `2 ** bits` rows of four weights
 */
export function parserFeatures(sentence: Sentence, state: State, bits: number): void {
  readAtoms(sentence, state);
  const shift = 32 - bits;
  const values = VALUES;
  const slots = SLOTS;
  let out = 0;
  const single = SINGLES.places[0]!;
  for (let at = 0; at < single.length; at++) {
    slots[out++] = (Math.imul(values[single[at]!]! ^ SINGLES.seeds[at]!, 0x9e3779b1) >>> shift) << 2;
  }
  const [pair0, pair1] = PAIRS.places as [Int32Array, Int32Array];
  for (let at = 0; at < pair0.length; at++) {
    const sum = Math.imul(values[pair0[at]!]!, PAIRS.seeds[at]!) + values[pair1[at]!]!;
    slots[out++] = (Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift) << 2;
  }
  const [triple0, triple1, triple2] = TRIPLES.places as [Int32Array, Int32Array, Int32Array];
  for (let at = 0; at < triple0.length; at++) {
    const seed = TRIPLES.seeds[at]!;
    const pair = Math.imul(values[triple0[at]!]!, seed) + values[triple1[at]!]!;
    const sum = Math.imul(pair ^ (pair >>> 15), seed) + values[triple2[at]!]!;
    slots[out++] = (Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift) << 2;
  }
}

/** Writes the values of `ATOMS`. */
function readAtoms(sentence: Sentence, state: State): void {
  const { words, tags, both, endings, marks, size } = sentence;
  const { stack, depth, next, heads, left1, left2, right1, right2, lefts, rights } = state;
  const out = VALUES;
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

  out[0] = words[s0]!;
  out[1] = tags[s0]!;
  out[2] = both[s0]!;
  out[3] = endings[s0]!;
  out[4] = words[next]!;
  out[5] = tags[next]!;
  out[6] = both[next]!;
  out[7] = endings[next]!;
  out[8] = b1 < 0 ? NOTHING : words[b1]!;
  out[9] = b1 < 0 ? NOTHING : tags[b1]!;
  out[10] = b1 < 0 ? NOTHING : both[b1]!;
  out[11] = b2 < 0 ? NOTHING : words[b2]!;
  out[12] = b2 < 0 ? NOTHING : tags[b2]!;
  out[13] = b3 < 0 ? NOTHING : tags[b3]!;
  out[14] = s1 < 0 ? NOTHING : words[s1]!;
  out[15] = s1 < 0 ? NOTHING : tags[s1]!;
  out[16] = s1 < 0 ? NOTHING : both[s1]!;
  out[17] = s2 < 0 ? NOTHING : tags[s2]!;
  out[18] = s0h < 0 ? NOTHING : words[s0h]!;
  out[19] = s0h < 0 ? NOTHING : tags[s0h]!;
  out[20] = s0h2 < 0 ? NOTHING : tags[s0h2]!;
  out[21] = s0l < 0 ? NOTHING : words[s0l]!;
  out[22] = s0l < 0 ? NOTHING : tags[s0l]!;
  out[24] = s0r < 0 ? NOTHING : words[s0r]!;
  out[25] = s0r < 0 ? NOTHING : tags[s0r]!;
  out[23] = s0l2 < 0 ? NOTHING : tags[s0l2]!;
  out[26] = s0r2 < 0 ? NOTHING : tags[s0r2]!;
  out[27] = b0l < 0 ? NOTHING : words[b0l]!;
  out[28] = b0l < 0 ? NOTHING : tags[b0l]!;
  out[29] = b0l2 < 0 ? NOTHING : tags[b0l2]!;
  out[30] = s1r < 0 ? NOTHING : tags[s1r]!;
  out[31] = s0 > 0 ? tags[s0 - 1]! : NOTHING;
  out[32] = tags[s0 + 1]!;
  out[33] = next > 0 ? tags[next - 1]! : NOTHING;

  const gap = next - s0;
  out[34] = gap < 5 ? gap : gap < 10 ? 5 : gap < 20 ? 6 : 7;
  const headless = s0h < 0 ? 1 : 0;
  out[35] = Math.min(rights[s0]!, 4) * 2 + headless;
  out[36] = Math.min(lefts[s0]!, 4);
  out[37] = Math.min(lefts[next]!, 4);
  const passed = marks[next]! - marks[Math.min(s0 + 1, size)]!;
  const commas = passed & 255;
  const verbs = (passed >> 8) & 255;
  const quotes = (passed >> 16) & 255;
  out[38] = Math.min(commas, 2) * 9 + Math.min(verbs, 2) * 3 + Math.min(quotes, 2);
}
