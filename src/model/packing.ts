/**
 * How the bytes of a section are laid out before they are deflated. Weights at hashed slots have no order that deflate could
 * use, so what counts is how unevenly the single bytes are spread.
 */

export interface Packing {
  /**
   * So many bytes belong together, those of a number or a row: the first bytes of all stand first, then all second ones, and
   * so on. 1 where they stand as they are.
   */
  readonly planes: 1 | 2 | 4;
  /** Where only what is not 0 is kept: how many bytes there are, and how many of the kept ones say where they stand. */
  readonly sparse?: { readonly length: number; readonly gaps: number };
}

/** A gap byte of so many zeros has no byte of its own behind them: the next gap goes on. */
export const LONG_GAP = 255;

/** The bytes of a section, from what was inflated. */
export function unpacked(bytes: Uint8Array, { planes, sparse }: Packing): Uint8Array {
  const all = sparse ? spread(bytes, sparse.length, sparse.gaps) : bytes;
  return planes === 1 ? all : planes === 2 ? pairs(all) : rows(all);
}

/** Puts bytes where the gaps before each, zeros that were left out, leave them. */
function spread(bytes: Uint8Array, length: number, gaps: number): Uint8Array {
  const all = new Uint8Array(length);
  let to = 0;
  let from = gaps;
  for (let at = 0; at < gaps; at++) {
    const gap = bytes[at]!;
    to += gap;
    if (gap !== LONG_GAP) all[to++] = bytes[from++]!;
  }
  return all;
}

/** Numbers at once, not byte for byte: these loops are done before V8 has compiled them. */
function pairs(bytes: Uint8Array): Uint8Array {
  const count = bytes.length / 2;
  const all = new Uint16Array(count);
  for (let at = 0; at < count; at++) all[at] = bytes[at]! | (bytes[count + at]! << 8);
  return new Uint8Array(all.buffer);
}

function rows(bytes: Uint8Array): Uint8Array {
  const count = bytes.length / 4;
  const all = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const half = bytes[2 * count + at]! | (bytes[3 * count + at]! << 8);
    all[at] = bytes[at]! | (bytes[count + at]! << 8) | (half << 16);
  }
  return new Uint8Array(all.buffer);
}
