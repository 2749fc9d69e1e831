/** The dynamic oracle of the arc-eager system (Goldberg and Nivre 2012): which actions lose no reachable gold arc. */
import { LEFT, REDUCE, RIGHT, SHIFT, type State } from '../../src/syntax/transitions.ts';

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

/** Bit `1 << action` is set for each of the possible actions that costs nothing. */
export function freeActions(state: State, gold: GoldTree, actions: number): number {
  const { stack, depth, next, heads, size } = state;
  const inStack = new Set<number>();
  for (let at = 0; at < depth; at++) inStack.add(stack[at]!);
  let free = 0;
  const top = depth > 0 ? stack[depth - 1]! : -1;
  if (actions & (1 << SHIFT)) {
    const headWaits = next < size && inStack.has(gold.heads[next]!);
    const childWaits = gold.dependents[next]!.some((child) => inStack.has(child) && heads[child] === -1);
    if (!headWaits && !childWaits) free |= 1 << SHIFT;
  }
  if (actions & (1 << LEFT)) {
    const headComes = gold.heads[top]! > next;
    const childComes = gold.dependents[top]!.some((child) => child >= next);
    if (!headComes && !childComes) free |= 1 << LEFT;
  }
  if (actions & (1 << RIGHT)) {
    const head = gold.heads[next]!;
    const headLost = head !== top && (head > next || inStack.has(head));
    const childLost = gold.dependents[next]!.some((child) => inStack.has(child) && heads[child] === -1);
    if (!headLost && !childLost) free |= 1 << RIGHT;
  }
  if (actions & (1 << REDUCE)) {
    if (!gold.dependents[top]!.some((child) => child >= next)) free |= 1 << REDUCE;
  }
  return free === 0 ? actions : free;
}
