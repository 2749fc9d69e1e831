/**
 * Tables with a row of four int8 weights a slot, made small and quick to sum. Summing is bound by memory: features are
 * spread over the whole table, so most rows come from outside the processor's near caches. Few rows differ (one in
 * thirty), so the table holds a number of two bytes a slot and the different rows lie together elsewhere, the commonest
 * first. `kernels/syntax/scores.ts` sums them.
 */
import type { Kernel } from '../../src/syntax/kernel.ts';
import { asBytes, type Part } from './weights.ts';

/** Two bytes number no more. */
const MOST = 1 << 16;

/** For each slot its row's number, the commonest first, and the weights of the different rows. */
interface NumberedRows {
  readonly codes: Int16Array;
  readonly table: Int8Array;
}

/**
 * Where more rows differ than two bytes can number, those of a single slot are rounded, the more the more there are.
 *
 * @param table four weights a slot, side by side
 */
function numberRows(table: Int8Array): NumberedRows {
  let rows = new Int32Array(table.buffer, table.byteOffset, table.length >> 2);
  let counts = countRows(rows);
  for (let step = 2; counts.size > MOST; step *= 2) {
    const before = counts;
    rows = rows.map((row) => (before.get(row) === 1 ? rounded(row, step) : row));
    counts = countRows(rows);
  }
  const order = [...counts].sort(([a, often], [b, more]) => more - often || a - b).map(([row]) => row);
  const numbers = new Map(order.map((row, number) => [row, number]));
  return {
    codes: Int16Array.from(rows, (row) => numbers.get(row)!),
    table: new Int8Array(Int32Array.from(order).buffer),
  };
}

function countRows(rows: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

/** A row with its four weights rounded to multiples of `step`. */
function rounded(row: number, step: number): number {
  let result = 0;
  for (let shift = 0; shift < 32; shift += 8) {
    const weight = (row << (24 - shift)) >> 24;
    const near = Math.max(-128, Math.min(127, Math.round(weight / step) * step));
    result |= (near & 255) << shift;
  }
  return result;
}

/** Gives a kernel the parser's weights: `2 ** bits` rows of four. */
export function placeRows({ set, place }: Kernel, table: Int8Array, bits: number): void {
  const { codes, table: rows } = numberRows(table);
  set('setParser', place(codes), place(rows), bits);
}

/** The sections of a packed file. */
export function rowParts(name: string, table: Int8Array, scale: number): Part[] {
  const { codes, table: rows } = numberRows(table);
  return [
    { name: `${name} codes`, kind: 'int16', bytes: asBytes(codes), scale: 1 },
    { name: `${name} rows`, kind: 'int8', bytes: asBytes(rows), scale },
  ];
}
