/**
 * How the bytes of a section are laid out before they are deflated. Weights at hashed slots have no order that deflate could
 * use, so what counts is how unevenly the single bytes are spread.
 */

export interface Packing {
  /**
   * So many bytes belong together, those of a number or a row: the first bytes of all stand first, then all second ones, and
   * so on. 1 where they stand as they are.
   */
  readonly planes: number;
  /** Where only what is not 0 is kept: how many bytes there are, and how many of the kept ones say where they stand. */
  readonly sparse?: { readonly length: number; readonly gaps: number };
}

/** A gap byte of so many zeros has no byte of its own behind them: the next gap goes on. */
export const LONG_GAP = 255;

/** The bytes of a section, from what was inflated. */
export function unpacked(bytes: Uint8Array, { planes, sparse }: Packing): Uint8Array {
  const all = sparse ? spread(bytes, sparse.length, sparse.gaps) : bytes;
  return planes === 1 ? all : interleaved(all, planes);
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

function interleaved(bytes: Uint8Array, planes: number): Uint8Array {
  const all = new Uint8Array(bytes.length);
  const count = bytes.length / planes;
  for (let plane = 0, from = 0; plane < planes; plane++) {
    for (let to = plane, end = from + count; from < end; from++, to += planes) all[to] = bytes[from]!;
  }
  return all;
}
