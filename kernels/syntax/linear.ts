/**
 * Linear models of up to 64 classes over hashed features. All classes of a feature lie in one stretch of 64 weights, in an
 * order of their own, so that scoring many classes touches one cache line: the weight of a class is at `block ^ class`,
 * where `block` is what the hash gives.
 */
import { BLOCKS, base, CLASS_SUMS, FEATURES } from './memory';
import { numberAt, put } from './words';

/** Lists of classes: 64 bytes each, how many there are and then they. */
let lists: usize = 0;
/** Weights looked up since the host last asked. */
let steps: i32 = 0;

export function setLists(address: usize): void {
  lists = address;
}

export function takeSteps(): i32 {
  const taken = steps;
  steps = 0;
  return taken;
}

/** How many classes a list has. */
export function classCount(list: i32): i32 {
  return load<u8>(lists + ((list as usize) << 6));
}

/** A class of a list, by its place. */
export function classOf(list: i32, index: i32): i32 {
  return load<u8>(lists + ((list as usize) << 6) + index, 1);
}

/**
 * The class of a list with the highest score, the first of equals, for the first `count` features.
 *
 * @param table of `2 ** bits` weights: bytes where they are used (`Weight` is i8), f32 while they are learned
 */
export function bestClass<Weight>(table: usize, bits: i32, count: i32, list: i32): i32 {
  const classes = classCount(list);
  steps += count * classes;
  const features = base + FEATURES;
  const blocks = base + BLOCKS;
  for (let at = 0; at < count; at++) {
    put(blocks, at, (numberAt(features, at) * (0x9e3779b1 as i32)) >>> (32 - bits));
  }
  if (!isFloat<Weight>() && classes >= MANY) return bestOfMany(table, count, list, classes);
  return bestOfFew<Weight>(table, count, list, classes);
}

/** Two classes are summed at a time, feature by feature: their weights lie close, and the sums stay in registers. */
function bestOfFew<Weight>(table: usize, count: i32, list: i32, classes: i32): i32 {
  const blocks = base + BLOCKS;
  let top = 0;
  let high = -Infinity;
  for (let index = 0; index < classes; index += 2) {
    const one = classOf(list, index);
    const other = index + 1 < classes ? classOf(list, index + 1) : one;
    let sum: f64 = 0;
    let otherSum: f64 = 0;
    if (isFloat<Weight>()) {
      for (let at = 0; at < count; at++) {
        const block = numberAt(blocks, at);
        sum += load<f32>(table + (((block ^ one) as usize) << 2)) as f64;
        otherSum += load<f32>(table + (((block ^ other) as usize) << 2)) as f64;
      }
    } else {
      let whole: i32 = 0;
      let otherWhole: i32 = 0;
      for (let at = 0; at < count; at++) {
        const block = numberAt(blocks, at);
        whole += load<i8>(table + (block ^ one)) as i32;
        otherWhole += load<i8>(table + (block ^ other)) as i32;
      }
      sum = whole as f64;
      otherSum = otherWhole as f64;
    }
    if (sum > high) {
      high = sum;
      top = one;
    }
    if (otherSum > high) {
      high = otherSum;
      top = other;
    }
  }
  return top;
}

/** With so many classes it is quicker to sum all sixteen whose weights lie side by side, those of no interest among them. */
const MANY: i32 = 8;

function bestOfMany(table: usize, count: i32, list: i32, classes: i32): i32 {
  let parts = 0;
  for (let index = 0; index < classes; index++) parts |= 1 << (classOf(list, index) >> 4);
  for (let part = 0; part < 4; part++) if (parts & (1 << part)) sumPart(table, count, part);
  let top = 0;
  let high = i32.MIN_VALUE;
  for (let index = 0; index < classes; index++) {
    const own = classOf(list, index);
    const sum = load<i16>(base + CLASS_SUMS + ((own as usize) << 1)) as i32;
    if (sum > high) {
      high = sum;
      top = own;
    }
  }
  return top;
}

/** Writes the sums of the classes `16 * part` and the fifteen after it. Two bytes hold the sum of 256 weights. */
function sumPart(table: usize, count: i32, part: i32): void {
  const blocks = base + BLOCKS;
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  let low = i16x8.splat(0);
  let high = i16x8.splat(0);
  for (let at = 0; at < count; at++) {
    // The weight of a class is at `block ^ class`: the sixteen lie in one row, each in the place that its last bits give.
    const block = numberAt(blocks, at) ^ (part << 4);
    const row = v128.load(table + (block & ~15));
    const weights = i8x16.swizzle(row, v128.xor(places, i8x16.splat((block & 15) as i8)));
    low = i16x8.add(low, i16x8.extend_low_i8x16_s(weights));
    high = i16x8.add(high, i16x8.extend_high_i8x16_s(weights));
  }
  const sums = base + CLASS_SUMS + ((part as usize) << 5);
  v128.store(sums, low);
  v128.store(sums, high, 16);
}
