/** Gold trees made projective, and the derivation of the arc-eager system that leads to one. */
import type { Kernel } from '../../src/syntax/kernel.ts';

/** Actions as `kernels/syntax/transitions.ts` numbers them. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
const REDUCE = 3;

/** The gold tree of one sentence, within the sentence: heads from 0, the root is `size`, -2 where not known. */
export interface GoldTree {
  readonly heads: Int32Array;
  /** The dependents of each position, by position. */
  readonly dependents: readonly (readonly number[])[];
}

/**
 * Cuts a sentence's heads out of a document's and lifts arcs that cross others to the grandparent until none does.
 *
 * @returns null where the sentence has words without a known head
 */
export function goldTree(heads: Int32Array, from: number, to: number): GoldTree | null {
  const size = to - from;
  const own = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const head = heads[from + at]!;
    own[at] = head === -1 ? size : head < 0 ? -2 : head - from;
  }
  if (own.includes(-2)) return null;
  projectivise(own);
  const dependents: number[][] = Array.from({ length: size + 1 }, () => []);
  for (let at = 0; at < size; at++) dependents[own[at]!]!.push(at);
  return { heads: own, dependents };
}

/** Lifts the shortest crossing arc first (Nivre and Nilsson 2005). */
function projectivise(heads: Int32Array): void {
  const size = heads.length;
  for (let round = 0; round < size * 4; round++) {
    let found = -1;
    let length = size + 2;
    for (let at = 0; at < size; at++) {
      const head = heads[at]!;
      const [low, high] = head < at ? [head, at] : [at, head];
      if (high - low >= length) continue;
      for (let between = low + 1; between < high; between++) {
        let above = between;
        while (above !== size && above !== head) above = heads[above]!;
        if (above !== head) {
          found = at;
          length = high - low;
          break;
        }
      }
    }
    if (found < 0) return;
    heads[found] = heads[heads[found]!]!;
  }
}

/**
 * The action of the one derivation that training takes for right: a word leaves the stack as soon as all its dependents
 * are found.
 */
export function rightAction({ call }: Kernel, configuration: number, gold: GoldTree): number {
  const next = call.nextOf(configuration);
  const word = call.wordOnTop(configuration);
  if (word < 0) return SHIFT;
  if (gold.heads[word] === next) return LEFT;
  if (gold.heads[next] === word) return RIGHT;
  const waits = (gold.dependents[word]!.at(-1) ?? -1) >= next;
  return call.isHeaded(configuration) && !waits ? REDUCE : SHIFT;
}
