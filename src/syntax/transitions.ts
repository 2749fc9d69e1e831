/**
 * The arc-eager transition system (Nivre 2003) over one sentence, with the root as a last, wordless position: the words
 * are 0 to `size - 1`, the root is `size`. One state is kept and cleared for every sentence.
 */
export const SHIFT = 0;
/** The word on the stack gets the next word as its head and leaves the stack. */
export const LEFT = 1;
/** The next word gets the word on the stack as its head and goes onto the stack. */
export const RIGHT = 2;
/** The word on the stack, which has its head, leaves it. */
export const REDUCE = 3;
export const ACTIONS = 4;

/** Longer stretches are parsed in pieces. */
export const LONGEST = 512;
const NONE = -1;

export interface State {
  size: number;
  next: number;
  /** Height of the stack. */
  depth: number;
  readonly stack: Int32Array;
  readonly heads: Int32Array;
  /** Outermost and second outermost dependents to each side; -1 where there are none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  /** How many dependents to each side. */
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

const array = (): Int32Array => new Int32Array(LONGEST + 2);

export function makeState(): State {
  return {
    ...{ size: 0, next: 0, depth: 0, stack: array(), heads: array(), left1: array(), left2: array() },
    ...{ right1: array(), right2: array(), lefts: array(), rights: array() },
  };
}

/** Begins a sentence of `size` words. */
export function begin(state: State, size: number): void {
  state.size = size;
  state.next = 0;
  state.depth = 0;
  const end = size + 1;
  for (const links of [state.heads, state.left1, state.left2, state.right1, state.right2]) links.fill(NONE, 0, end);
  state.lefts.fill(0, 0, end);
  state.rights.fill(0, 0, end);
}

/** True where only the root is left and the stack is empty. */
export function isDone(state: State): boolean {
  return state.next === state.size && state.depth === 0;
}

/** Bit `1 << action` is set for each action that is possible. */
export function possible(state: State): number {
  const atRoot = state.next === state.size;
  if (state.depth === 0) return 1 << SHIFT;
  const hasHead = state.heads[state.stack[state.depth - 1]!]! !== NONE;
  return (hasHead ? 1 << REDUCE : 1 << LEFT) | (atRoot ? 0 : (1 << SHIFT) | (1 << RIGHT));
}

/** Carries out a possible action. */
export function act(state: State, action: number): void {
  const { stack, next } = state;
  if (action === SHIFT) {
    stack[state.depth++] = next;
    state.next = next + 1;
  } else if (action === LEFT) {
    const top = stack[--state.depth]!;
    state.heads[top] = next;
    state.left2[next] = state.left1[next]!;
    state.left1[next] = top;
    state.lefts[next]! += 1;
  } else if (action === RIGHT) {
    const top = stack[state.depth - 1]!;
    state.heads[next] = top;
    state.right2[top] = state.right1[top]!;
    state.right1[top] = next;
    state.rights[top]! += 1;
    stack[state.depth++] = next;
    state.next = next + 1;
  } else state.depth -= 1;
}
