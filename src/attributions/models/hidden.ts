/**
 * A small network beside a linear model: one hidden layer over hashed fields. What the linear model has to be told as pairs
 * ("stem and word after"), the layer finds itself, and the two err in different places.
 *
 * Each unit of the layer counts when it is positive (a rectified linear unit, Nair and Hinton 2010): the first half speak for,
 * the second half against. Their shares are fixed, because the fields' weights can learn any factor.
 */
import { charge } from '../../budget.ts';
import { type Column, sumsKernel, type Table } from '../../model/sums.ts';
import type { Features } from './features.ts';

/** Units of the layer. Sixteen are as good as 32 or 64 here (cross-fitted training articles, 2026-11-26). */
export const UNITS = 16;

/** What a unit's sum counts for in the score. */
export const SHARE = 0.3;

/** One row of `UNITS` weights for each slot; a field's slot is its hash cut to the table's size (a power of two). */
export interface Network extends Table {
  /** What one unit of a weight is worth. */
  readonly scale: number;
}

/** The sums of the units for one example, or for what several examples share, in the memory of `model/sums.ts`. */
export type Sums = Column<Float64Array>;

/** @returns the sums of `UNITS` units, all 0 */
export function emptySums(): Sums {
  return sumsKernel().doubles(UNITS);
}

/**
 * Sums the units for the collected fields.
 *
 * @param shared where the sums start: what all examples of one choice have in common, or nothing (`emptySums`)
 * @param sums receives the result
 */
export function sumFields(network: Network, { fieldsAt, fieldCount }: Features, shared: Sums, sums: Sums): void {
  charge(fieldCount);
  const { call, addressOf } = sumsKernel();
  const { weights } = network;
  const add = weights.BYTES_PER_ELEMENT === 1 ? call.unitsPacked : call.unitsLearned;
  add(addressOf(network), weights.length / UNITS - 1, fieldsAt, fieldCount, shared.address, sums.address);
}

/** The score that the sums give. */
export function output({ scale }: Network, { values: sums }: Sums): number {
  let score = 0;
  for (let unit = 0; unit < UNITS / 2; unit += 1) if (sums[unit]! > 0) score += sums[unit]!;
  for (let unit = UNITS / 2; unit < UNITS; unit += 1) if (sums[unit]! > 0) score -= sums[unit]!;
  return score * scale * SHARE;
}
