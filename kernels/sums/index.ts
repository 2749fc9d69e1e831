/**
 * Sums of weights over hashed features, for the reader's linear models and networks and for the name tagger. Weights are
 * bytes where they are used, and f32 while they are learned: of those the sums are f64, added in the same order.
 */

/** The number at a place of a column that begins at `column`. */
function numberAt(column: usize, index: i32): i32 {
  return load<i32>(column + ((index as usize) << 2));
}

/** The sum of the weights at `hash & mask` of the first `count` hashes. */
export function sumPacked(table: usize, mask: i32, hashes: usize, count: i32): i32 {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += load<i8>(table + (numberAt(hashes, at) & mask)) as i32;
  return sum;
}

export function sumLearned(table: usize, mask: i32, hashes: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let at = 0; at < count; at++) {
    sum += load<f32>(table + (((numberAt(hashes, at) & mask) as usize) << 2)) as f64;
  }
  return sum;
}

/** Units of a network's layer: a row of so many weights for each slot. */
const UNITS: i32 = 16;
/** So many weights of one byte add up in two. */
const IN_TWO_BYTES: i32 = 250;

/**
 * Sums the units of a network's layer for the first `count` fields.
 *
 * @param mask the slot of a field is its hash cut to these bits
 * @param shared where the sums start, 16 f64
 * @param sums gets the result, 16 f64
 */
export function unitsPacked(table: usize, mask: i32, fields: usize, count: i32, shared: usize, sums: usize): void {
  let a = startAt(shared);
  let b = startAt(shared + 32);
  let c = startAt(shared + 64);
  let d = startAt(shared + 96);
  for (let at = 0; at < count; ) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    for (const end = min(count, at + IN_TWO_BYTES); at < end; at++) {
      const row = v128.load(table + (((numberAt(fields, at) & mask) as usize) << 4));
      low = i16x8.add(low, i16x8.extend_low_i8x16_s(row));
      high = i16x8.add(high, i16x8.extend_high_i8x16_s(row));
    }
    a = i32x4.add(a, i32x4.extend_low_i16x8_s(low));
    b = i32x4.add(b, i32x4.extend_high_i16x8_s(low));
    c = i32x4.add(c, i32x4.extend_low_i16x8_s(high));
    d = i32x4.add(d, i32x4.extend_high_i16x8_s(high));
  }
  endAt(sums, a);
  endAt(sums + 32, b);
  endAt(sums + 64, c);
  endAt(sums + 96, d);
}

/** Four sums as whole numbers. */
function startAt(sums: usize): v128 {
  const low = i32x4.trunc_sat_f64x2_s_zero(v128.load(sums));
  const high = i32x4.trunc_sat_f64x2_s_zero(v128.load(sums, 16));
  return v128.shuffle<i64>(low, high, 0, 2);
}

function endAt(sums: usize, whole: v128): void {
  v128.store(sums, f64x2.convert_low_i32x4_s(whole));
  v128.store(sums, f64x2.convert_low_i32x4_s(v128.shuffle<i64>(whole, whole, 1, 1)), 16);
}

export function unitsLearned(table: usize, mask: i32, fields: usize, count: i32, shared: usize, sums: usize): void {
  if (shared !== sums) memory.copy(sums, shared, 8 * UNITS);
  for (let at = 0; at < count; at++) {
    const row = table + (((numberAt(fields, at) & mask) as usize) << 6);
    for (let unit = 0; unit < UNITS; unit++) {
      const sum = sums + ((unit as usize) << 3);
      store<f64>(sum, load<f64>(sum) + (load<f32>(row + ((unit as usize) << 2)) as f64));
    }
  }
}

/** The score that the units' sums give: the first half speak for, the second half against, each where it is positive. */
export function unitScore(sums: usize): f64 {
  let score: f64 = 0;
  for (let unit = 0; unit < UNITS / 2; unit++) {
    const sum = load<f64>(sums + ((unit as usize) << 3));
    if (sum > 0) score += sum;
  }
  for (let unit = UNITS / 2; unit < UNITS; unit++) {
    const sum = load<f64>(sums + ((unit as usize) << 3));
    if (sum > 0) score -= sum;
  }
  return score;
}

/** Labels of a word, of the name tagger: a row of so many weights for each feature. */
const LABELS: usize = 9;

/**
 * Sums the rows of each of `words` words: those of word `w` are `rows[starts[w]]` up to `rows[starts[w + 1]]`, two bytes each.
 *
 * @param scores gets nine i32 a word. Two bytes hold the sum of 250 weights on the way
 */
export function rowsPacked(table: usize, rows: usize, starts: usize, words: i32, scores: usize): void {
  let out = scores;
  for (let word = 0; word < words; word++) {
    let at = rows + ((numberAt(starts, word) as usize) << 1);
    const end = rows + ((numberAt(starts, word + 1) as usize) << 1);
    let low = i16x8.splat(0);
    let last = 0;
    for (; at < end; at += 2) {
      const row = table + (load<u16>(at) as usize) * LABELS;
      low = i16x8.add(low, i16x8.extend_low_i8x16_s(v128.load64_zero(row)));
      last += load<i8>(row, 8) as i32;
    }
    v128.store(out, i32x4.extend_low_i16x8_s(low));
    v128.store(out, i32x4.extend_high_i16x8_s(low), 16);
    store<i32>(out, last, 32);
    out += 4 * LABELS;
  }
}

/** @param scores gets nine f32 a word */
export function rowsLearned(table: usize, rows: usize, starts: usize, words: i32, scores: usize): void {
  let out = scores;
  for (let word = 0; word < words; word++) {
    const from = numberAt(starts, word);
    const to = numberAt(starts, word + 1);
    for (let label: usize = 0; label < LABELS; label++) {
      let sum: f64 = 0;
      for (let at = from; at < to; at++) {
        const row = load<u16>(rows + ((at as usize) << 1)) as usize;
        sum += load<f32>(table + ((row * LABELS + label) << 2)) as f64;
      }
      store<f32>(out + (label << 2), sum as f32);
    }
    out += 4 * LABELS;
  }
}
