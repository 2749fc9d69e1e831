/**
 * Tables with a row of four int8 weights a slot, made small and quick to sum. Summing is bound by memory: features are
 * spread over the whole table, so most rows come from outside the processor's near caches. Few rows differ (one in
 * thirty), so the table holds a number of two bytes a slot and the different rows lie together elsewhere, the commonest
 * first. `bench/train/rows.ts` makes them.
 */

export interface Rows {
  /** For each slot its row's index in `rows`. */
  readonly codes: Uint16Array;
  /**
   * A row a number: its weights from the lowest byte on, each plus 128, so that the first and third of up to 257 rows
   * can be summed in the halves of one number (`row & 0xff00ff`), the second and fourth in another.
   */
  readonly rows: Int32Array;
}

const PLUS_128 = 0x80808080 | 0;

/**
 * @param codes two bytes a slot
 * @param table the different rows, four weights each, side by side
 */
export function rowsFrom(codes: Int16Array, table: Int8Array): Rows {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return {
    codes: new Uint16Array(codes.buffer, codes.byteOffset, codes.length),
    rows: Int32Array.from({ length: table.length >> 2 }, (_, row) => view.getInt32(row * 4, true) ^ PLUS_128),
  };
}
