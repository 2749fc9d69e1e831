/**
 * The kernel that sums weights (`kernels/sums/`, built by `npm run build`): tables of weights, hashes and sums lie in its
 * memory, as views that the program reads and writes. Each thread has its own; nothing in it is given back.
 */
import { readFileSync } from 'node:fs';
import { growingMemory, PAGE } from './wasm-memory.ts';

/** An address in the kernel's memory. */
export type Address = number;

/** The kernel's functions, documented where they are written. */
interface Functions {
  sumPacked(table: Address, mask: number, hashes: Address, count: number): number;
  sumLearned(table: Address, mask: number, hashes: Address, count: number): number;
  unitsPacked(table: Address, mask: number, fields: Address, count: number, shared: Address, sums: Address): void;
  unitsLearned(table: Address, mask: number, fields: Address, count: number, shared: Address, sums: Address): void;
  unitScore(sums: Address): number;
  rowsPacked(table: Address, rows: Address, starts: Address, words: number, scores: Address): void;
  rowsLearned(table: Address, rows: Address, starts: Address, words: number, scores: Address): void;
}

/** A column in the kernel's memory. */
export interface Column<Numbers> {
  readonly address: Address;
  readonly values: Numbers;
}

/** Weights: int8 where they are packed, f32 where they are learned. */
export interface Table {
  weights: Int8Array | Float32Array;
  /** Where the kernel has them. It gets them when they are first asked for; from then on `weights` is what it has. */
  address?: Address;
}

export interface SumsKernel {
  readonly call: Functions;
  /** What tables and columns lie in, for a kernel beside this one that shares them. */
  readonly memory: WebAssembly.Memory;
  /** Room for numbers, all 0. */
  bytes(count: number): Column<Uint8Array>;
  shorts(count: number): Column<Uint16Array>;
  ints(count: number): Column<Int32Array>;
  floats(count: number): Column<Float32Array>;
  doubles(count: number): Column<Float64Array>;
  /** Where the weights of a table are. */
  addressOf(table: Table): Address;
}

/** The most pages of a memory: 2 GB, for trainers that learn dozens of tables; what is not used is not there. */
const MOST_PAGES = 1 << 15;
/** Where a column may begin: the kernel reads sixteen bytes at a time. */
const STEP = 16;

/** A class of typed arrays. */
interface Kind<Numbers> {
  new (buffer: ArrayBufferLike, address: Address, count: number): Numbers;
  readonly BYTES_PER_ELEMENT: number;
}

let made: SumsKernel | undefined;

/** The kernel of this thread. */
export function sumsKernel(): SumsKernel {
  made ??= makeSums();
  return made;
}

function makeSums(): SumsKernel {
  const module = new WebAssembly.Module(readFileSync(new URL('./sums.wasm', import.meta.url)));
  const memory = growingMemory(MOST_PAGES);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  let free = STEP;
  const room = (bytes: number): Address => {
    const address = free;
    free = Math.ceil((address + bytes) / STEP) * STEP;
    const missing = free - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return address;
  };
  const column = <Numbers>(kind: Kind<Numbers>, count: number): Column<Numbers> => {
    const address = room(count * kind.BYTES_PER_ELEMENT);
    return { address, values: new kind(memory.buffer, address, count) };
  };
  return {
    call: exports as unknown as Functions,
    memory,
    bytes: (count) => column(Uint8Array, count),
    shorts: (count) => column(Uint16Array, count),
    ints: (count) => column(Int32Array, count),
    floats: (count) => column(Float32Array, count),
    doubles: (count) => column(Float64Array, count),
    addressOf(table) {
      if (table.address !== undefined) return table.address;
      const { weights } = table;
      const { address, values } =
        weights instanceof Int8Array ? column(Int8Array, weights.length) : column(Float32Array, weights.length);
      values.set(weights);
      table.address = address;
      table.weights = values;
      return address;
    },
  };
}
