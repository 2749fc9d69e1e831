/**
 * A small network beside a linear model: one hidden layer over hashed fields. What the linear model has to be told as pairs
 * ("stem and word after"), the layer finds itself, and the two err in different places.
 *
 * Each unit of the layer counts when it is positive (a rectified linear unit, Nair and Hinton 2010): the first half speak for,
 * the second half against. Their shares are fixed, because the fields' weights can learn any factor.
 */
import type { Table } from '../../model/sums.ts';

/** Units of the layer. Sixteen are as good as 32 or 64 here (cross-fitted training articles, 2026-11-26). */
export const UNITS = 16;

/** What a unit's sum counts for in the score. */
export const SHARE = 0.3;

/** One row of `UNITS` weights for each slot; a field's slot is its hash cut to the table's size (a power of two). */
export interface Network extends Table {
  /** What one unit of a weight is worth. */
  readonly scale: number;
}
