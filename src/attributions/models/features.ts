/**
 * Features as integers: a template and up to three values are mixed into 32 bits and index a table of weights.
 * Nothing is built as a string, so that a document costs no garbage.
 */
import { type Column, sumsKernel } from '../../model/sums.ts';

/** So many features there is room for at first. */
const ROOM = 1024;

/** Collects the features of one example. Reused for every example; `clear` starts the next. */
export class Features {
  hashes: Int32Array = new Int32Array(0);
  /** Where the hashes lie in the memory of `model/sums.ts`, which has room for them when the first comes; so of the fields. */
  hashesAt = 0;
  count = 0;
  /** The features that the hidden layer sees (`hidden.ts`): single facts, whose pairs it finds itself. */
  fields: Int32Array = new Int32Array(0);
  fieldsAt = 0;
  fieldCount = 0;
  /** Where set, receives every feature with its values: for `explain` alone. */
  recorder: ((template: number, a: number, b: number, c: number, hash: number) => void) | null = null;

  clear(): void {
    this.count = 0;
    this.fieldCount = 0;
  }

  /** Adds the feature `template` with its values. Two values that differ only in order are different features. */
  add(template: number, a: number, b = 0, c = 0): void {
    const hash = mix(template, a, b, c);
    if (this.count === this.hashes.length) ({ address: this.hashesAt, values: this.hashes } = larger(this.hashes));
    this.hashes[this.count++] = hash;
    if (this.recorder !== null) this.recorder(template, a, b, c, hash);
  }

  /** Adds a feature for the hidden layer alone. */
  field(template: number, a: number, b = 0, c = 0): void {
    this.keepField(mix(template, a, b, c));
  }

  /** Adds a feature for the linear model and for the hidden layer. */
  both(template: number, a: number, b = 0, c = 0): void {
    this.add(template, a, b, c);
    this.keepField(this.hashes[this.count - 1]!);
  }

  private keepField(hash: number): void {
    if (this.fieldCount === this.fields.length) ({ address: this.fieldsAt, values: this.fields } = larger(this.fields));
    this.fields[this.fieldCount++] = hash;
  }
}

/** A column twice as long that begins with these numbers. */
function larger(numbers: Int32Array): Column<Int32Array> {
  const column = sumsKernel().ints(Math.max(ROOM, numbers.length * 2));
  column.values.set(numbers);
  return column;
}

/** Mixes a template and three values into 32 bits (the finalizer of MurmurHash3, Appleby 2008, between the values). */
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
