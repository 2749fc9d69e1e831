/**
 * Features as integers: a template and up to three values are mixed into 32 bits and index a table of weights. They are
 * kept one after the other, of one candidate at a time.
 */
import { sumLearned, sumPacked, unitsLearned, unitsPacked } from '../sums/index';
import { put } from './article';

/** Features of the linear models, and those that the hidden layers see: single facts, whose pairs these find themselves. */
let hashes: usize = 0;
let fields: usize = 0;
export let count: i32 = 0;
export let fieldCount: i32 = 0;
/** Where, for `explain`, the template, the values and the hash of each feature are written; 0: nowhere. */
let record: usize = 0;

/** Says where features are kept: the host makes room for as many as an article can have. */
export function setFeatures(hashesAt: usize, fieldsAt: usize): void {
  hashes = hashesAt;
  fields = fieldsAt;
}

/** @param address room for five numbers a feature; 0 to record none */
export function setRecord(address: usize): void {
  record = address;
}

export function featureCount(): i32 {
  return count;
}

export function fieldsCount(): i32 {
  return fieldCount;
}

/** Begins the next candidate. */
export function clear(): void {
  count = 0;
  fieldCount = 0;
}

/** Adds the feature `template` with its values. Two values that differ only in order are different features. */
export function add(template: i32, a: i32, b: i32 = 0, c: i32 = 0): void {
  const hash = mixed(template, a, b, c);
  put(hashes, count, hash);
  if (record !== 0) recordFeature(template, a, b, c, hash);
  count += 1;
}

function recordFeature(template: i32, a: i32, b: i32, c: i32, hash: i32): void {
  put(record, count * 5, template);
  put(record, count * 5 + 1, a);
  put(record, count * 5 + 2, b);
  put(record, count * 5 + 3, c);
  put(record, count * 5 + 4, hash);
}

/** Adds a feature for the hidden layer alone. */
export function field(template: i32, a: i32, b: i32 = 0, c: i32 = 0): void {
  put(fields, fieldCount, mixed(template, a, b, c));
  fieldCount += 1;
}

/** Adds a feature for the linear model and for the hidden layer. */
export function both(template: i32, a: i32, b: i32 = 0, c: i32 = 0): void {
  const hash = mixed(template, a, b, c);
  put(hashes, count, hash);
  count += 1;
  put(fields, fieldCount, hash);
  fieldCount += 1;
}

/** Mixes a template and three values into 32 bits (the finalizer of MurmurHash3, Appleby 2008, between the values). */
export function mixed(template: i32, a: i32, b: i32, c: i32): i32 {
  let hash = ((template + 0x1357) * (0x9e3779b1 as i32)) ^ a;
  hash = ((hash ^ (hash >>> 15)) * (0x85ebca6b as i32)) ^ b;
  hash = ((hash ^ (hash >>> 13)) * (0xc2b2ae35 as i32)) ^ c;
  hash = (hash ^ (hash >>> 16)) * (0x27d4eb2f as i32);
  return hash ^ (hash >>> 15);
}

/** Steps of a quantity: 0, 1, 2, 3, then 4-5, 6-8, 9-12, 13-20, 21-35 and more. Negative values count as their size. */
export function bucket(value: i32): i32 {
  const size = abs(value);
  if (size <= 3) return size;
  if (size <= 5) return 4;
  if (size <= 8) return 5;
  if (size <= 12) return 6;
  if (size <= 20) return 7;
  return size <= 35 ? 8 : 9;
}

/** A probability in eleven steps that are finer near 0 and 1. */
export function step(probability: f64): i32 {
  if (probability < 0.5) {
    if (probability < 0.1) return probability < 0.02 ? 0 : probability < 0.05 ? 1 : 2;
    return probability < 0.2 ? 3 : probability < 0.35 ? 4 : 5;
  }
  if (probability < 0.8) return probability < 0.65 ? 6 : 7;
  return probability < 0.9 ? 8 : probability < 0.97 ? 9 : 10;
}

/** Looked up since the host asked last: features of linear models and fields of networks. */
let looked: i32 = 0;

/** @returns how many weights have been looked up since the last call */
export function takeSteps(): i32 {
  const steps = looked;
  looked = 0;
  return steps;
}

/**
 * The score of a linear model for the features kept.
 *
 * @param mask the slot of a feature is its hash cut to these bits
 * @param learned whether weights are f32, not bytes
 */
export function linear(table: usize, mask: i32, scale: f64, learned: bool): f64 {
  looked += count;
  return (learned ? sumLearned(table, mask, hashes, count) : (sumPacked(table, mask, hashes, count) as f64)) * scale;
}

/** Sums a network's units for the fields kept, from what is shared on. */
export function units(table: usize, mask: i32, learned: bool, shared: usize, sums: usize): void {
  looked += fieldCount;
  if (learned) unitsLearned(table, mask, fields, fieldCount, shared, sums);
  else unitsPacked(table, mask, fields, fieldCount, shared, sums);
}
