/**
 * Makes the clusters of words: `npm run train -- clusters`, about a minute. The vectors without what all of them share
 * (the mean and the strongest components; Mu and Viswanath 2018), on the unit sphere; spherical k-means over the commonest
 * words, first into groups, then each group into clusters, then rounds in which a word may go to a cluster of another group
 * near it; then the centres are cut in halves again and again, which gives each cluster its path.
 */
import { CLUSTERS_VERSION, clusterKey, PATH_BITS } from '../../src/syntax/clusters.ts';
import { DIMENSIONS, readEmbeddings } from './embeddings.ts';
import { randomFrom, shuffle } from './learners.ts';
import { type Part, writeWeights } from './weights.ts';

const TARGET = new URL('../../src/syntax/clusters.bin', import.meta.url);
const WORDS = 180_000;
/** The clusters are made from this many of the commonest words; the others go to the nearest. */
const COMMON = 60_000;
const COUNT = 1 << PATH_BITS;
const GROUPS = 32;
const ROUNDS = 10;
/** The last rounds, and in how many of the nearest groups each word's cluster is looked for in them. */
const LAST_ROUNDS = 4;
const NEAR_GROUPS = 8;
/** Components that all vectors share and that are taken out. */
const SHARED = 2;
const STEPS = 40;
/** Halves are looked for from this many pairs of centres, in so many rounds each. */
const STARTS = 6;
const HALVING_ROUNDS = 10;
const SEED = 1;

const isWanted = (word: string): boolean => word.length <= 24 && /\p{L}/u.test(word) && !/[_=<>@/\\]/.test(word);

export function train(): void {
  const { words, vectors } = readEmbeddings(WORDS, isWanted);
  const random = randomFrom(SEED);
  centre(vectors);
  for (let round = 0; round < SHARED; round++) takeOut(vectors, strongest(vectors));
  for (let word = 0; word < words.length; word++) scaleToOne(vectors, word);
  const clustering = clusterWords(vectors, random);
  const paths = pathsOf(clustering.centres, random);
  const table = new Map<number, number>();
  for (const [index, word] of words.entries()) {
    const key = clusterKey(word);
    // Of two words with one key the commoner counts.
    if (!table.has(key)) table.set(key, paths[clusterNear(vectors, index, clustering)]!);
  }
  const rows = [...table].sort(([a], [b]) => a - b);
  const size = writeWeights(TARGET, { name: 'clusters', version: CLUSTERS_VERSION, shape: { words: rows.length } }, [
    bytesPart('steps', stepsOf(rows.map(([key]) => key))),
    bytesPart('paths', packed(rows.map(([, path]) => path))),
  ]);
  console.error(`clusters: ${rows.length} words, ${size} bytes`);
}

const bytesPart = (name: string, bytes: Uint8Array): Part => ({ name, kind: 'int8', bytes, scale: 1 });

/** The steps from key to key: 255 and what is left where one is larger than a byte. */
function stepsOf(keys: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const key of keys) {
    let step = key - before;
    for (; step >= 255; step -= 255) bytes.push(255);
    bytes.push(step);
    before = key;
  }
  return Uint8Array.from(bytes);
}

/** Paths one after the other, the highest bit first, and a byte to read past the end. */
function packed(paths: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((paths.length * PATH_BITS) / 8) + 1);
  for (const [index, path] of paths.entries()) {
    for (let bit = 0; bit < PATH_BITS; bit++) {
      const at = index * PATH_BITS + bit;
      if ((path >> (PATH_BITS - 1 - bit)) & 1) bytes[at >> 3]! |= 128 >> (at & 7);
    }
  }
  return bytes;
}

/** Takes the mean of the commonest words from all. */
function centre(vectors: Float64Array): void {
  const mean = new Float64Array(DIMENSIONS);
  for (let at = 0; at < COMMON * DIMENSIONS; at++) mean[at % DIMENSIONS]! += vectors[at]! / COMMON;
  for (let at = 0; at < vectors.length; at++) vectors[at]! -= mean[at % DIMENSIONS]!;
}

/** The strongest principal component of the commonest words, by power iteration. */
function strongest(vectors: Float64Array): Float64Array {
  const products = new Float64Array(DIMENSIONS * DIMENSIONS);
  for (let word = 0; word < COMMON; word++) {
    const base = word * DIMENSIONS;
    for (let row = 0; row < DIMENSIONS; row++) {
      const value = vectors[base + row]!;
      for (let column = 0; column < DIMENSIONS; column++)
        products[row * DIMENSIONS + column]! += value * vectors[base + column]!;
    }
  }
  let component = new Float64Array(DIMENSIONS).fill(1);
  for (let step = 0; step < STEPS; step++) {
    const next = new Float64Array(DIMENSIONS);
    for (let at = 0; at < products.length; at++)
      next[(at / DIMENSIONS) | 0]! += products[at]! * component[at % DIMENSIONS]!;
    scaleToOne(next, 0);
    component = next;
  }
  return component;
}

function takeOut(vectors: Float64Array, component: Float64Array): void {
  for (let base = 0; base < vectors.length; base += DIMENSIONS) {
    let part = 0;
    for (let at = 0; at < DIMENSIONS; at++) part += vectors[base + at]! * component[at]!;
    for (let at = 0; at < DIMENSIONS; at++) vectors[base + at]! -= part * component[at]!;
  }
}

function scaleToOne(vectors: Float64Array, index: number): void {
  const base = index * DIMENSIONS;
  let square = 0;
  for (let at = base; at < base + DIMENSIONS; at++) square += vectors[at]! * vectors[at]!;
  const length = Math.sqrt(square) || 1;
  for (let at = base; at < base + DIMENSIONS; at++) vectors[at]! /= length;
}

function likeness(a: Float64Array, index: number, b: Float64Array, other: number): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at++) sum += a[index * DIMENSIONS + at]! * b[other * DIMENSIONS + at]!;
  return sum;
}

/** The nearest of the centres `from` to `to`; four sums at a time, since each addition of one waits for the one before. */
function nearest(vectors: Float64Array, index: number, centres: Float64Array, from: number, to: number): number {
  const base = index * DIMENSIONS;
  const last = to - 1;
  let best = from;
  NEAREST[0] = Number.NEGATIVE_INFINITY;
  for (let first = from; first < to; first += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    let at = first * DIMENSIONS;
    let atB = Math.min(first + 1, last) * DIMENSIONS;
    let atC = Math.min(first + 2, last) * DIMENSIONS;
    let atD = Math.min(first + 3, last) * DIMENSIONS;
    for (let place = base; place < base + DIMENSIONS; place++) {
      const value = vectors[place]!;
      a += value * centres[at++]!;
      b += value * centres[atB++]!;
      c += value * centres[atC++]!;
      d += value * centres[atD++]!;
    }
    const top = Math.max(a, b, c, d);
    if (top <= NEAREST[0]!) continue;
    NEAREST[0] = top;
    best = first + (a === top ? 0 : b === top ? 1 : c === top ? 2 : 3);
  }
  return best;
}
/** How like the centre found by `nearest` is. */
const NEAREST = new Float64Array(1);

/** Words in clusters: those of group `g` are `first[g]` up to `first[g + 1]`. */
interface Clustering {
  readonly groups: Float64Array;
  readonly first: Int32Array;
  readonly centres: Float64Array;
}

/** Clusters of the commonest words. */
function clusterWords(vectors: Float64Array, random: () => number): Clustering {
  const all = Array.from({ length: COMMON }, (_, word) => word);
  const groups = new Float64Array(GROUPS * DIMENSIONS);
  const places = kMeans(vectors, all, groups, 0, GROUPS, random);
  const members = Array.from({ length: GROUPS }, (_, group) => all.filter((word) => places[word] === group));
  const first = new Int32Array(GROUPS + 1);
  let words = 0;
  for (const [group, { length }] of members.entries()) {
    words += length;
    first[group + 1] = Math.round((words * COUNT) / COMMON);
  }
  const centres = new Float64Array(COUNT * DIMENSIONS);
  for (const [group, list] of members.entries())
    kMeans(vectors, list, centres, first[group]!, first[group + 1]!, random);
  const clustering = { groups, first, centres };
  for (let round = 0; round < LAST_ROUNDS; round++)
    moveCentres(
      vectors,
      all,
      all.map((word) => clusterNear(vectors, word, clustering)),
      centres,
      0,
      COUNT,
      random,
    );
  return clustering;
}

/** The nearest cluster of the groups that are nearest to a word. */
function clusterNear(vectors: Float64Array, word: number, { groups, first, centres }: Clustering): number {
  const order = Array.from({ length: GROUPS }, (_, group) => [group, likeness(vectors, word, groups, group)] as const);
  order.sort((a, b) => b[1] - a[1]);
  let best = 0;
  let high = Number.NEGATIVE_INFINITY;
  for (const [group] of order.slice(0, NEAR_GROUPS)) {
    if (first[group] === first[group + 1]) continue;
    const cluster = nearest(vectors, word, centres, first[group]!, first[group + 1]!);
    if (NEAREST[0]! <= high) continue;
    high = NEAREST[0]!;
    best = cluster;
  }
  return best;
}

/**
 * Spherical k-means of some words, from centres at random words; fills the centres `from` to `to`.
 *
 * @returns the centre of each word
 */
function kMeans(
  vectors: Float64Array,
  words: readonly number[],
  centres: Float64Array,
  from: number,
  to: number,
  random: () => number,
): number[] {
  const order = [...words];
  shuffle(order, random);
  for (let at = from; at < to; at++) copyVector(vectors, order[at - from]!, centres, at);
  let places: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    places = words.map((word) => nearest(vectors, word, centres, from, to));
    moveCentres(vectors, words, places, centres, from, to, random);
  }
  return places;
}

/** Puts the centres `from` to `to` amid their words; one without words takes a random word. */
function moveCentres(
  vectors: Float64Array,
  words: readonly number[],
  places: readonly number[],
  centres: Float64Array,
  from: number,
  to: number,
  random: () => number,
): void {
  const sizes = new Int32Array(COUNT);
  centres.fill(0, from * DIMENSIONS, to * DIMENSIONS);
  for (const [index, word] of words.entries()) {
    const place = places[index]!;
    sizes[place]! += 1;
    for (let at = 0; at < DIMENSIONS; at++) centres[place * DIMENSIONS + at]! += vectors[word * DIMENSIONS + at]!;
  }
  for (let at = from; at < to; at++) {
    if (sizes[at] === 0) copyVector(vectors, words[Math.floor(random() * words.length)]!, centres, at);
    scaleToOne(centres, at);
  }
}

function copyVector(vectors: Float64Array, from: number, target: Float64Array, to: number): void {
  target.set(vectors.subarray(from * DIMENSIONS, (from + 1) * DIMENSIONS), to * DIMENSIONS);
}

/** A path for each centre: centres are cut into two halves of one size until each is alone. */
function pathsOf(centres: Float64Array, random: () => number): Int32Array {
  const paths = new Int32Array(COUNT);
  const cut = (members: readonly number[], bit: number): void => {
    if (bit < 0) return;
    const sorted = byHalf(centres, members, random);
    const upper = sorted.slice(members.length / 2);
    for (const member of upper) paths[member]! |= 1 << bit;
    cut(sorted.slice(0, members.length / 2), bit - 1);
    cut(upper, bit - 1);
  };
  cut(
    Array.from({ length: COUNT }, (_, cluster) => cluster),
    PATH_BITS - 1,
  );
  return paths;
}

/** Centres in order of which of two poles they are nearer to; the poles are those that divide them best. */
function byHalf(centres: Float64Array, members: readonly number[], random: () => number): number[] {
  let best: number[] = [...members];
  let high = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < STARTS; start++) {
    const poles = new Float64Array(2 * DIMENSIONS);
    const order = [...members];
    shuffle(order, random);
    for (const pole of [0, 1])
      poles.set(centres.subarray(order[pole]! * DIMENSIONS, (order[pole]! + 1) * DIMENSIONS), pole * DIMENSIONS);
    for (let round = 0; round < HALVING_ROUNDS; round++) {
      const lean = new Map(
        order.map((member) => [member, likeness(centres, member, poles, 1) - likeness(centres, member, poles, 0)]),
      );
      order.sort((a, b) => lean.get(a)! - lean.get(b)! || a - b);
      poles.fill(0);
      for (const [place, member] of order.entries()) {
        const pole = place < order.length / 2 ? 0 : DIMENSIONS;
        for (let at = 0; at < DIMENSIONS; at++) poles[pole + at]! += centres[member * DIMENSIONS + at]!;
      }
      for (const pole of [0, 1]) scaleToOne(poles, pole);
    }
    const sum = order.reduce(
      (total, member, place) => total + likeness(centres, member, poles, place < order.length / 2 ? 0 : 1),
      0,
    );
    if (sum > high) {
      high = sum;
      best = order;
    }
  }
  return best;
}
