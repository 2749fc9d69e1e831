/**
 * Clusters of words that stand in like company, made once from public word vectors (card: `clusters.md`): what the models
 * learn of a word of the training text they then know of its like. The clusters are the leaves of a binary tree, so the
 * first bits of a cluster's path name a coarser one.
 *
 * A word is kept as 24 bits of a hash, without its letters: about one word in a hundred that the table lacks is taken for
 * another.
 */
import { hashText, mix } from '../model/hash.ts';
import { loadWeights } from '../model/weights.ts';

export const CLUSTERS_VERSION = 1;
/** A path has so many bits. */
export const PATH_BITS = 10;
/** So many bits of a word's hash are kept. */
const KEY_BITS = 24;
/** A step between keys that is written as this goes on in the next byte. */
const MORE = 255;

export interface Clusters {
  /** The keys of the words, in rising order. */
  readonly keys: Int32Array;
  /** The path of each, `PATH_BITS` bits, packed, the highest bit first. */
  readonly paths: Uint8Array;
}

let shipped: Clusters | undefined;

/**
 * The cluster of a word in lower case: its path plus 1, else that of the word without its accents (the vectors know few
 * words with accents); 0 for a word that the table lacks. Opens the table at the first call.
 */
export function clusterOf(lower: string): number {
  const known = lookUp(lower);
  if (known > 0 || !/[^\0-\x7f’]/u.test(lower)) return known;
  return lookUp(lower.normalize('NFD').replace(/\p{M}+/gu, ''));
}

function lookUp(word: string): number {
  shipped ??= loadClusters(new URL('./clusters.bin', import.meta.url));
  const { keys, paths } = shipped;
  const key = clusterKey(word);
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (keys[middle]! < key) from = middle + 1;
    else to = middle;
  }
  return keys[from] === key ? pathAt(paths, from) + 1 : 0;
}

function pathAt(paths: Uint8Array, word: number): number {
  const bit = word * PATH_BITS;
  const pair = (paths[bit >> 3]! << 8) | paths[(bit >> 3) + 1]!;
  return (pair >> (16 - PATH_BITS - (bit & 7))) & ((1 << PATH_BITS) - 1);
}

/** The coarser cluster that a path's first `bits` bits name, plus 1; 0 remains 0. */
export function coarser(cluster: number, bits: number): number {
  return cluster === 0 ? 0 : ((cluster - 1) >> (PATH_BITS - bits)) + 1;
}

/** The key of a word in lower case. */
export function clusterKey(lower: string): number {
  return mix(hashText(lower), PATH_BITS) >>> (32 - KEY_BITS);
}

/**
 * Opens a table: section `steps` has the steps from key to key, a byte each or more, section `paths` the paths, packed,
 * the highest bit first.
 */
function loadClusters(url: URL): Clusters {
  const file = loadWeights(url, CLUSTERS_VERSION);
  const count = file.shape.words!;
  const steps = unsigned(file.int8('steps'));
  const keys = new Int32Array(count);
  let key = 0;
  for (let word = 0, at = 0; word < count; word++) {
    while (steps[at] === MORE) key += steps[at++]!;
    key += steps[at++]!;
    keys[word] = key;
  }
  return { keys, paths: unsigned(file.int8('paths')) };
}

const unsigned = ({ buffer, byteOffset, length }: Int8Array): Uint8Array => new Uint8Array(buffer, byteOffset, length);
