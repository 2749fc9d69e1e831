/** Packs sections of weight files (`src/model/packing.ts`) in the way that takes least room. */
import { constants, deflateRawSync } from 'node:zlib';
import { LONG_GAP, type Packing } from '../../src/model/packing.ts';

/** Bytes that may belong together: a number of two, a row of four. */
const PLANES = [2, 4] as const;
/** To look for what comes again, or to write each byte in as many bits as it is rare. */
const STRATEGIES = [constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY];
/** What deflate alone does not undo takes time at every start: it must save a tenth. */
const WORTH_UNPACKING = 0.9;

export interface Packed {
  readonly deflated: Buffer;
  /** Size in bytes once inflated. */
  readonly inflated: number;
  /** Absent where the bytes are deflated as they are. */
  readonly packing?: Packing;
}

/** @returns the shortest, of those that do not differ by much the plainest */
export function pack(bytes: Uint8Array): Packed {
  const inflated = bytes.length;
  const { kept, gaps } = withoutZeros(bytes);
  const ways: readonly Packed[] = [
    { deflated: deflated(bytes), inflated },
    ...PLANES.filter((planes) => inflated % planes === 0).map((planes) => {
      return { deflated: deflated(parted(bytes, planes)), inflated, packing: { planes } };
    }),
    { deflated: deflated(kept), inflated: kept.length, packing: { planes: 1, sparse: { length: inflated, gaps } } },
  ];
  return ways.reduce((best, way) => (way.deflated.length < best.deflated.length * WORTH_UNPACKING ? way : best));
}

function deflated(bytes: Uint8Array): Buffer {
  const found = STRATEGIES.map((strategy) => deflateRawSync(bytes, { level: 9, memLevel: 9, strategy }));
  return found.reduce((best, one) => (one.length < best.length ? one : best));
}

function parted(bytes: Uint8Array, planes: number): Uint8Array {
  const count = bytes.length / planes;
  return Uint8Array.from(bytes, (_, at) => bytes[(at % count) * planes + Math.floor(at / count)]!);
}

function withoutZeros(bytes: Uint8Array): { readonly kept: Uint8Array; readonly gaps: number } {
  const gaps: number[] = [];
  const values: number[] = [];
  let gap = 0;
  for (const byte of bytes) {
    if (byte !== 0) {
      gaps.push(gap);
      values.push(byte);
      gap = 0;
    } else {
      gap += 1;
      if (gap === LONG_GAP) gaps.push(LONG_GAP);
      if (gap === LONG_GAP) gap = 0;
    }
  }
  return { kept: Uint8Array.from([...gaps, ...values]), gaps: gaps.length };
}
