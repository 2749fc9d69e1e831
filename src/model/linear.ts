/**
 * Linear models over hashed features. A feature is a 32-bit hash (`hash.ts`); its slot is the hash's high bits. A table
 * holds one weight a slot, or a row of weights a slot, one for each class, side by side.
 */

/** The slot of a feature in a table of `2 ** bits` slots. */
export function slotOf(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}
