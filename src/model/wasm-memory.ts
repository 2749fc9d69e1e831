/** Memories of the kernels. */
import { EXIT, Failure } from '../failure.ts';

/** Bytes of a page. */
export const PAGE = 1 << 16;

/**
 * A memory that grows while views of it stay what they are, which only those do that threads can share.
 *
 * @param maximum pages that it may have
 * @throws Failure where the system grants no room for it: Node reserves 10 GB of addresses for each memory, so that none of its
 *   accesses has to be checked, whatever is used of them
 */
export function growingMemory(maximum: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum, shared: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure(
      'the system grants no addresses for WebAssembly; lift its limit (ulimit -v unlimited), or set NODE_OPTIONS=--disable-wasm-trap-handler',
      EXIT.failed,
    );
  }
}
