/**
 * Tables with a row of four int8 weights a slot, made small and quick to sum. Summing is bound by memory: features are
 * spread over the whole table, so most rows come from outside the processor's near caches. Few rows differ (one in a
 * hundred), so the table holds a number of two bytes a slot and the different rows lie together elsewhere.
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
const MOST = 1 << 16;
/** Twice the most rows, as places of a hash table. */
const HASH_BITS = 17;

/**
 * @param table four weights a slot, side by side
 * @throws Error where more rows differ than two bytes can number
 */
export function packRows(table: Int8Array): Rows {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const codes = new Uint16Array(table.length >> 2);
  const rows = new Int32Array(MOST);
  // The code at a row's place in this hash table. Code 0 marks a free place, and is right for the row 0.
  const hashed = new Uint16Array(1 << HASH_BITS);
  let count = 0;
  for (let slot = 0; slot < codes.length; slot++) {
    const row = view.getInt32(slot * 4, true) ^ PLUS_128;
    let place = Math.imul(row, 0x9e3779b1) >>> (32 - HASH_BITS);
    while (rows[hashed[place]!] !== row) {
      if (hashed[place] === 0) {
        if (++count === MOST) throw new Error(`more than ${MOST} different rows of weights`);
        rows[count] = row;
        hashed[place] = count;
      } else place = (place + 1) & ((1 << HASH_BITS) - 1);
    }
    codes[slot] = hashed[place]!;
  }
  return { codes, rows: rows.slice(0, count + 1) };
}
