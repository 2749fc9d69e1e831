/**
 * Scores the actions of a configuration. Derivations that are followed side by side have most in common, and a configuration
 * has much in common with the one that it comes from; so sums of features are kept, each with the positions that it hangs
 * on, and most are known when they are needed.
 *
 * Weights are of one kind or another, and `Sum` with them: packed rows of four bytes, which add up to i32; or, while they
 * are learned, rows of four f32, which add up to f64.
 */
import { BELOW_SUMS, BOTH_SUMS, base, LEFT_SUMS, NEXT_KNOWN, NEXT_SUMS, SCORES, SLOTS } from './memory';
import { bothWords, nextLeft, nextWords, setRowBits, stack, stackAndNext, wordBelow } from './parsefeatures';
import { size } from './sentence';
import { Configuration, Item, SUMS } from './transitions';
import { numberAt } from './words';

/** For each slot the number of its row, two bytes; the rows; and the rows of a slot each, where weights are learned. */
let codes: usize = 0;
let codeBytes: usize = 0;
let rows: usize = 0;
let learned: usize = 0;

/** @param bits there are `2 ** bits` slots */
export function setParser(codesAddress: usize, rowsAddress: usize, bits: i32): void {
  codes = codesAddress;
  codeBytes = (2 as usize) << bits;
  rows = rowsAddress;
  setRowBits(bits);
}

/** Bytes that the processor fetches at once. */
const LINE: usize = 64;

/**
 * Reads the slots' numbers from front to back. In that order the processor fetches what comes next before it is asked for;
 * the features come in no order, and each that is not at hand is waited for.
 */
export function fetchWeights(): void {
  let sum = 0;
  for (let at = codes; at < codes + codeBytes; at += 4 * LINE) {
    sum += load<u8>(at) + load<u8>(at, LINE) + load<u8>(at, 2 * LINE) + load<u8>(at, 3 * LINE);
  }
  // Nobody asks for it, but what is read for nothing a compiler leaves out.
  store<i32>(base + SCORES, sum);
}

export function setLearned(address: usize, bits: i32): void {
  learned = address;
  setRowBits(bits);
}

/** So many sums are kept of a group, as a power of two. */
const KEPT_BITS: i32 = 9;
/** Where the keys of the sums that a group keeps end: two numbers for each sum. */
const KEYS: usize = 8 << 9;
/** More than any position, and one more. */
const KEY: i32 = 1024;

/** Begins a sentence: sums of another are of no use. */
export function forgetSums(): void {
  memory.fill(base + NEXT_KNOWN, 0, (size + 1) as usize);
  forgetKept(base + BOTH_SUMS);
  forgetKept(base + BELOW_SUMS);
  forgetKept(base + LEFT_SUMS);
}

function forgetKept(kept: usize): void {
  memory.fill(kept, 0xff, KEYS);
}

/** Scores every action of a configuration whose stack is not empty: `scoreOf` reads them. */
export function scoreActions<Sum>(at: Configuration): void {
  const next = at.next;
  const top = at.top!;
  const word = top.word;
  const scores = base + SCORES;
  sumRows<Sum>(stackAndNext(at, 0), scores);

  const known = base + NEXT_KNOWN + next;
  const nextSums = base + NEXT_SUMS + (next as usize) * 4 * sizeof<Sum>();
  if (!load<u8>(known)) {
    store<u8>(known, 1);
    sumRows<Sum>(nextWords(next, 0), nextSums);
  }
  add<Sum>(scores, nextSums);

  const stackSums = changetype<usize>(top) + SUMS;
  if (!top.summed) {
    top.summed = true;
    sumRows<Sum>(stack(top, 0), stackSums);
  }
  add<Sum>(scores, stackSums);

  const pair = next * KEY + word;
  let sums = keptAt<Sum>(base + BOTH_SUMS, pair, 0);
  if (!found) sumRows<Sum>(bothWords(word, next, 0), sums);
  add<Sum>(scores, sums);
  sums = keptAt<Sum>(base + BELOW_SUMS, pair, lowerKey(top));
  if (!found) sumRows<Sum>(wordBelow(at, 0), sums);
  add<Sum>(scores, sums);
  sums = keptAt<Sum>(base + LEFT_SUMS, pair, leftsKey(at));
  if (!found) sumRows<Sum>(nextLeft(at, 0), sums);
  add<Sum>(scores, sums);
}

/** The score of an action in the configuration that was scored last. */
export function scoreOf<Sum>(action: i32): f64 {
  return load<Sum>(base + SCORES + (action as usize) * sizeof<Sum>()) as f64;
}

/** What sums of the word below the item on top hang on besides. */
function lowerKey(top: Item): i32 {
  const below = top.below;
  return (below === null ? KEY - 1 : below.word) * 2 + (top.headed ? 1 : 0);
}

/** What sums of the next word's dependents hang on besides. */
function leftsKey(at: Configuration): i32 {
  return ((at.left1 + 1) * KEY + at.left2 + 1) * 8 + min(at.lefts, 7);
}

/** Whether the sums that `keptAt` was asked for last are there; where they are not, they have to be summed. */
let found: bool = false;

/** Where the sums of a group with these keys are kept. */
function keptAt<Sum>(kept: usize, pair: i32, more: i32): usize {
  const slot = (((pair * (0x9e3779b1 as i32)) ^ more) * (0x85ebca6b as i32)) >>> (32 - KEPT_BITS);
  const keys = kept + ((slot as usize) << 3);
  found = load<i32>(keys) === pair && load<i32>(keys, 4) === more;
  store<i32>(keys, pair);
  store<i32>(keys, more, 4);
  return kept + KEYS + (slot as usize) * 4 * sizeof<Sum>();
}

/** Adds four sums to four scores. */
function add<Sum>(scores: usize, sums: usize): void {
  if (isFloat<Sum>()) {
    store<f64>(scores, load<f64>(scores) + load<f64>(sums));
    store<f64>(scores, load<f64>(scores, 8) + load<f64>(sums, 8), 8);
    store<f64>(scores, load<f64>(scores, 16) + load<f64>(sums, 16), 16);
    store<f64>(scores, load<f64>(scores, 24) + load<f64>(sums, 24), 24);
  } else {
    v128.store(scores, i32x4.add(v128.load(scores), v128.load(sums)));
  }
}

/** Writes the sums of the rows of the first `count` features. */
function sumRows<Sum>(count: i32, sums: usize): void {
  const slots = base + SLOTS;
  if (isFloat<Sum>()) {
    let shift: f64 = 0;
    let left: f64 = 0;
    let right: f64 = 0;
    let reduce: f64 = 0;
    for (let at = 0; at < count; at++) {
      const row = learned + ((numberAt(slots, at) as usize) << 4);
      shift += load<f32>(row) as f64;
      left += load<f32>(row, 4) as f64;
      right += load<f32>(row, 8) as f64;
      reduce += load<f32>(row, 12) as f64;
    }
    store<f64>(sums, shift);
    store<f64>(sums, left, 8);
    store<f64>(sums, right, 16);
    store<f64>(sums, reduce, 24);
  } else {
    // Two bytes hold the sum of 82 weights of one.
    let sum = i16x8.splat(0);
    for (let at = 0; at < count; at++) {
      const code = load<u16>(codes + ((numberAt(slots, at) as usize) << 1)) as usize;
      sum = i16x8.add(sum, i16x8.extend_low_i8x16_s(v128.load32_zero(rows + (code << 2))));
    }
    v128.store(sums, i32x4.extend_low_i16x8_s(sum));
  }
}
