/**
 * The kernel that sums weights (`kernels/sums/`, built by `npm run build`): tables of weights, hashes and sums lie in its
 * memory, as views that the program reads and writes. Each thread has its own; nothing in it is given back.
 */
import { readFileSync } from 'node:fs';

/** An address in the kernel's memory. */
export type Address = number;

/** The kernel's functions, documented where they are written. */
interface Functions {
  sumPacked(table: Address, mask: number, hashes: Address, count: number): number;
  sumLearned(table: Address, mask: number, hashes: Address, count: number): number;
  unitsPacked(table: Address, mask: number, fields: Address, count: number, shared: Address, sums: Address): void;
  unitsLearned(table: Address, mask: number, fields: Address, count: number, shared: Address, sums: Address): void;
}

/** A column in the kernel's memory. */
export interface Column<Numbers> {
  readonly address: Address;
  readonly values: Numbers;
}

/** Weights as they are made: int8 where they are packed, f32 where they are learned. They do not change any more. */
export interface Table {
  readonly weights: Int8Array | Float32Array;
  /** Where the kernel has them; it gets them when they are first asked for. */
  address?: Address;
}

export interface SumsKernel {
  readonly call: Functions;
  /** Room for numbers, all 0. */
  ints(count: number): Column<Int32Array>;
  doubles(count: number): Column<Float64Array>;
  /** Where the weights of a table are. */
  addressOf(table: Table): Address;
}

const PAGE = 1 << 16;
/** The most pages of a memory: 2 GB, for trainers that learn dozens of tables; what is not used is not there. */
const MOST_PAGES = 1 << 15;
/** Where a column may begin: the kernel reads sixteen bytes at a time. */
const STEP = 16;

let made: SumsKernel | undefined;

/** The kernel of this thread. */
export function sumsKernel(): SumsKernel {
  made ??= makeSums();
  return made;
}

function makeSums(): SumsKernel {
  const module = new WebAssembly.Module(readFileSync(new URL('./sums.wasm', import.meta.url)));
  // Shared only because the views of such a memory outlive its growth.
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  let free = STEP;
  const room = (bytes: number): Address => {
    const address = free;
    free = Math.ceil((address + bytes) / STEP) * STEP;
    const missing = free - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return address;
  };
  return {
    call: exports as unknown as Functions,
    ints(count) {
      const address = room(count * Int32Array.BYTES_PER_ELEMENT);
      return { address, values: new Int32Array(memory.buffer, address, count) };
    },
    doubles(count) {
      const address = room(count * Float64Array.BYTES_PER_ELEMENT);
      return { address, values: new Float64Array(memory.buffer, address, count) };
    },
    addressOf(table) {
      if (table.address !== undefined) return table.address;
      const { buffer, byteOffset, byteLength } = table.weights;
      table.address = room(byteLength);
      new Uint8Array(memory.buffer, table.address, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
      return table.address;
    },
  };
}
