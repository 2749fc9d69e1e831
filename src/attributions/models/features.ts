/**
 * Features as integers: a template and up to three values are mixed into 32 bits and index a table of weights.
 * Nothing is built as a string, so that a document costs no garbage.
 */
import { type Column, sumsKernel } from '../../model/sums.ts';

/** So many features there is room for at first. */
const ROOM = 1024;

/** The features of one example, which the next one overwrites. */
export interface FeatureList {
  readonly hashes: Int32Array;
  readonly count: number;
  /** The features that the hidden layer sees (`hidden.ts`): single facts, whose pairs it finds itself. */
  readonly fields: Int32Array;
  readonly fieldCount: number;
}

/** Collects the features of one reading. Reused for every reading; `clear` starts the next. */
export class Features implements Pick<FeatureList, 'hashes' | 'count'> {
  hashes: Int32Array = new Int32Array(0);
  /** Where the hashes lie in the memory of `model/sums.ts`, which has room for them when the first comes. */
  hashesAt = 0;
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Adds the feature `template` with its values. Two values that differ only in order are different features. */
  add(template: number, a: number, b = 0, c = 0): void {
    if (this.count === this.hashes.length) ({ address: this.hashesAt, values: this.hashes } = larger(this.hashes));
    this.hashes[this.count++] = mix(template, a, b, c);
  }
}

/** A column twice as long that begins with these numbers. */
function larger(numbers: Int32Array): Column<Int32Array> {
  const column = sumsKernel().ints(Math.max(ROOM, numbers.length * 2));
  column.values.set(numbers);
  return column;
}

/**
 * Mixes a template and three values into 32 bits (the finalizer of MurmurHash3, Appleby 2008, between the values), as
 * `kernels/reader/features.ts` does: a test holds the two together.
 */
function mix(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 0x1357, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/** Steps of a quantity: 0, 1, 2, 3, then 4-5, 6-8, 9-12, 13-20, 21-35 and more. Negative values count as their size. */
export function bucket(value: number): number {
  const size = Math.abs(value);
  if (size <= 3) return size;
  if (size <= 5) return 4;
  if (size <= 8) return 5;
  if (size <= 12) return 6;
  if (size <= 20) return 7;
  return size <= 35 ? 8 : 9;
}

/** A probability in eleven steps that are finer near 0 and 1. */
export function step(probability: number): number {
  if (probability < 0.5) {
    if (probability < 0.1) return probability < 0.02 ? 0 : probability < 0.05 ? 1 : 2;
    return probability < 0.2 ? 3 : probability < 0.35 ? 4 : 5;
  }
  if (probability < 0.8) return probability < 0.65 ? 6 : 7;
  return probability < 0.9 ? 8 : probability < 0.97 ? 9 : 10;
}
