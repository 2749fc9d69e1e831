/** Hashing of features, as `src/model/hash.ts` does it: a test holds the two together. */

/** Joins two hashes, or a hash and a small number; order matters. Every input bit reaches the high bits. */
export function mix(a: i32, b: i32): i32 {
  const sum = (a ^ (a >>> 15)) * (0x85ebca6b as i32) + b * (0x9e3779b1 as i32);
  return (sum ^ (sum >>> 13)) * (0xc2b2ae35 as i32);
}
