/** One sentence as the parser sees it: hashes, a position each; the root, after the last word, has values of its own. */
import { mix } from '../hash';
import { COMMA, MD, OPENING_QUOTE, QUOTE, VBZ } from './constants';
import { BOTH_HASHES, base, CLUSTERS, ENDINGS, LONGEST, MARKS, TAG_HASHES, WORD_HASHES } from './memory';
import { coarser, put, tagAt, wordAt } from './words';

/** The value of what is not there. */
export const NOTHING: i32 = 0x2545f491;
/** What is seen at the root's position. */
const ROOT: i32 = 0x5bd1e995;
/** How fine the clusters are that the parser sees. */
const CLUSTER_BITS: i32 = 8;

/** How many words the sentence has: the root's position. */
export let size: i32 = 0;

/** Reads the words `from` to `to`, at most `LONGEST`. */
export function readSentence(from: i32, to: i32): void {
  size = to - from;
  assert(size <= LONGEST);
  let marks = 0;
  for (let at = 0; at < size; at++) {
    const own = wordAt(from + at);
    const tag = tagAt(from + at);
    const hash = mix(tag + 7, 0x3c6ef372);
    put(base + WORD_HASHES, at, own.folded);
    put(base + TAG_HASHES, at, hash);
    put(base + BOTH_HASHES, at, mix(own.folded, hash));
    put(base + ENDINGS, at, own.suffix3);
    put(base + CLUSTERS, at, mix(coarser(own.cluster, CLUSTER_BITS), CLUSTER_BITS));
    put(base + MARKS, at, marks);
    marks += markOf(tag);
  }
  put(base + MARKS, size, marks);
  closeColumn(base + WORD_HASHES);
  closeColumn(base + TAG_HASHES);
  closeColumn(base + BOTH_HASHES);
  closeColumn(base + ENDINGS);
  closeColumn(base + CLUSTERS);
}

/** The root, and three places behind it that have nothing. */
function closeColumn(column: usize): void {
  put(column, size, ROOT);
  for (let at = size + 1; at < size + 4; at++) put(column, at, NOTHING);
}

/** Adds 1 to the count of commas, verbs (second byte) or quotation marks (third byte). */
function markOf(tag: i32): i32 {
  if (tag === COMMA) return 1;
  if (tag >= MD && tag <= VBZ) return 1 << 8;
  return tag === OPENING_QUOTE || tag === QUOTE ? 1 << 16 : 0;
}
