/**
 * What the parser sees of a state: after Zhang and Nivre (2011), without labels, with the words' neighbours in the text
 * and what stands between the two words in question.
 *
 * s0, s1, s2: the stack from its top; b0 to b3: the next words. w word, t tag, p both, e ending; h head, l and r the
 * outermost dependents, l2 and r2 the second outermost; before and after are neighbours in the text.
 */
import { mix } from '../model/hash.ts';
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

/**
 * Features fall into groups by what their values hang on, so that sums can be kept: those of the next words alone, of the
 * word on the stack alone, of the two together, and of all that the derivation has built.
 */
export const NEXT_WORDS = 0;
export const STACK_WORD = 1;
export const BOTH_WORDS = 2;
export const BUILT = 3;
export const GROUPS = 4;
const OF_NEXT = new Set(namesIn('b0w, b0t, b0p, b0e, b1w, b1t, b1p, b2w, b2t, b3t, b0before'));
const OF_STACK = new Set(namesIn('s0w, s0t, s0p, s0e, s0before, s0after'));
const OF_BOTH = new Set([...OF_NEXT, ...OF_STACK, 'distance', 'between']);

function groupOf(atoms: readonly string[]): number {
  if (atoms.every((atom) => OF_NEXT.has(atom))) return NEXT_WORDS;
  if (atoms.every((atom) => OF_STACK.has(atom))) return STACK_WORD;
  return atoms.every((atom) => OF_BOTH.has(atom)) ? BOTH_WORDS : BUILT;
}

/** Filled by `parserFeatures`: where the rows of features begin; room for a multiple of four. */
export const SLOTS = new Int32Array(128);

const VALUES = new Int32Array(ATOMS.length);
const NOTHING = 0x2545f491;

interface Templates {
  /** Indexes into `ATOMS`, one array a place; templates of a group lie together. */
  readonly places: readonly Int32Array[];
  readonly seeds: Int32Array;
  /** Where each group ends. */
  readonly ends: Int32Array;
}

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

function templates(list: string): Templates {
  const rows = namesIn(list).map((name, index) => {
    const atoms = name.split(' ');
    return { atoms, group: groupOf(atoms), seed: mix(index * 4 + atoms.length, 0x1b873593) | 1 };
  });
  rows.sort((a, b) => a.group - b.group);
  return {
    places: rows[0]!.atoms.map((_, place) => Int32Array.from(rows, ({ atoms }) => ATOMS.indexOf(atoms[place]!))),
    seeds: Int32Array.from(rows, ({ seed }) => seed),
    ends: Int32Array.from({ length: GROUPS }, (_, group) => rows.filter((row) => row.group <= group).length),
  };
}

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

/** How many features a configuration has. */
export const FEATURE_COUNT = SINGLES.seeds.length + PAIRS.seeds.length + TRIPLES.seeds.length;

/**
 * Fills `SLOTS` with the features of some groups, for a configuration whose stack is not empty and which `readAtoms` has
 * read.
 *
 * @param from the first group
 * @param to the group after the last
 * @param bits the table has `2 ** bits` rows of four weights
 * @returns how many features there are
 */
export function parserFeatures(from: number, to: number, bits: number): number {
  const shift = 32 - bits;
  const values = VALUES;
  const slots = SLOTS;
  let out = 0;
  const [single] = SINGLES.places as [Int32Array];
  const singleEnd = SINGLES.ends[to - 1]!;
  for (let at = from === 0 ? 0 : SINGLES.ends[from - 1]!; at < singleEnd; at++) {
    slots[out++] = (Math.imul(values[single[at]!]! ^ SINGLES.seeds[at]!, 0x9e3779b1) >>> shift) << 2;
  }
  const [pair0, pair1] = PAIRS.places as [Int32Array, Int32Array];
  const pairEnd = PAIRS.ends[to - 1]!;
  for (let at = from === 0 ? 0 : PAIRS.ends[from - 1]!; at < pairEnd; at++) {
    const sum = Math.imul(values[pair0[at]!]!, PAIRS.seeds[at]!) + values[pair1[at]!]!;
    slots[out++] = (Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift) << 2;
  }
  const [triple0, triple1, triple2] = TRIPLES.places as [Int32Array, Int32Array, Int32Array];
  const tripleEnd = TRIPLES.ends[to - 1]!;
  for (let at = from === 0 ? 0 : TRIPLES.ends[from - 1]!; at < tripleEnd; at++) {
    const seed = TRIPLES.seeds[at]!;
    const pair = Math.imul(values[triple0[at]!]!, seed) + values[triple1[at]!]!;
    const sum = Math.imul(pair ^ (pair >>> 15), seed) + values[triple2[at]!]!;
    slots[out++] = (Math.imul(sum ^ (sum >>> 15), 0x9e3779b1) >>> shift) << 2;
  }
  return out;
}

/** Reads a configuration, at least one word on its stack, for `parserFeatures`. */
export function readAtoms(sentence: Sentence, { items, configurations }: Pool, at: number): void {
  const { words, tags, both, endings, marks, size } = sentence;
  const out = VALUES;
  const next = configurations[at + NEXT]!;
  const top = configurations[at + TOP]!;
  const below = items[top + BELOW]!;
  const bottom = below < 0 ? -1 : items[below + BELOW]!;
  const s0 = items[top + WORD]!;
  const s1 = below < 0 ? -1 : items[below + WORD]!;
  const s2 = bottom < 0 ? -1 : items[bottom + WORD]!;
  const b1 = next + 1 <= size ? next + 1 : -1;
  const b2 = next + 2 <= size ? next + 2 : -1;
  const b3 = next + 3 <= size ? next + 3 : -1;
  const s0h = items[top + HEADED] ? s1 : -1;
  const s0h2 = s0h >= 0 && items[below + HEADED] ? s2 : -1;
  const s0l = items[top + LEFT1]!;
  const s0r = items[top + RIGHT1]!;
  const s0l2 = items[top + LEFT2]!;
  const s0r2 = items[top + RIGHT2]!;
  const b0l = configurations[at + NEXT_LEFT1]!;
  const b0l2 = configurations[at + NEXT_LEFT2]!;
  const s1r = below < 0 ? -1 : items[below + RIGHT1]!;

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
  out[35] = Math.min(items[top + RIGHTS]!, 4) * 2 + headless;
  out[36] = Math.min(items[top + LEFTS]!, 4);
  out[37] = Math.min(configurations[at + NEXT_LEFTS]!, 4);
  const passed = marks[next]! - marks[Math.min(s0 + 1, size)]!;
  const commas = passed & 255;
  const verbs = (passed >> 8) & 255;
  const quotes = (passed >> 16) & 255;
  out[38] = Math.min(commas, 2) * 9 + Math.min(verbs, 2) * 3 + Math.min(quotes, 2);
}
