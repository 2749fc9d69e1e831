/**
 * The arc-eager transition system (Nivre 2003) over one sentence, with the root as a last, wordless position: the words
 * are 0 to `size - 1`, the root is `size`. Every derivation takes two actions a word, so configurations that have come
 * the same number of steps can be compared.
 *
 * Configurations are never changed, so that many can share what they have in common: each has a stack of linked items
 * and points to the one that it comes from.
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
/** The most configurations that a step may leave. */
export const WIDEST = 16;
const NONE = -1;

/** Places in an item of a stack, of `ITEM` numbers. Dependents are positions, -1 where there are none. */
export const WORD = 0;
/** The item below, -1 at the bottom. */
export const BELOW = 1;
/** 1 where the word has its head, which then is the word below. */
export const HEADED = 2;
/** Outermost and second outermost dependents to each side, and how many there are. */
export const LEFT1 = 3;
export const LEFT2 = 4;
export const LEFTS = 5;
export const RIGHT1 = 6;
export const RIGHT2 = 7;
export const RIGHTS = 8;
/** Two numbers for whoever scores configurations, 0 in a new item: what is summed of the item alone, kept while it lives. */
export const SUMS = 9;
const ITEM_BITS = 4;

/** Places in a configuration, of 8 numbers. */
export const NEXT = 0;
/** The item on top of the stack, -1 where it is empty. */
export const TOP = 1;
/** Dependents of the next word; they are all to its left. */
export const NEXT_LEFT1 = 2;
export const NEXT_LEFT2 = 3;
export const NEXT_LEFTS = 4;
/** The configuration before, and the action that led here. */
export const PARENT = 5;
export const ACTION = 6;
const CONFIGURATION_BITS = 3;

/** Room for the configurations of one sentence; an index times the size of an entry is where it begins. */
export interface Pool {
  /** How many words the sentence has. */
  size: number;
  itemCount: number;
  count: number;
  readonly items: Int32Array;
  readonly configurations: Int32Array;
}

/** @param width the most configurations that a step leaves */
export function makePool(width: number): Pool {
  const most = width * (2 * LONGEST + 2);
  return {
    ...{ size: 0, itemCount: 0, count: 0 },
    items: new Int32Array((2 * most) << ITEM_BITS),
    configurations: new Int32Array(most << CONFIGURATION_BITS),
  };
}

/** Begins a sentence of `size` words; returns the place of its first configuration. */
export function begin(pool: Pool, size: number): number {
  pool.size = size;
  pool.itemCount = 0;
  pool.count = 0;
  return add(pool, 0, NONE, NONE, NONE, 0, NONE, NONE);
}

/** Bit `1 << action` is set for each action that is possible; none where the sentence is done. */
export function possible({ items, configurations, size }: Pool, at: number): number {
  const atRoot = configurations[at + NEXT] === size;
  const top = configurations[at + TOP]!;
  if (top < 0) return atRoot ? 0 : 1 << SHIFT;
  return (items[top + HEADED] ? 1 << REDUCE : 1 << LEFT) | (atRoot ? 0 : (1 << SHIFT) | (1 << RIGHT));
}

/** Carries out a possible action; returns the place of the new configuration. */
export function act(pool: Pool, at: number, action: number): number {
  const { items, configurations } = pool;
  const next = configurations[at + NEXT]!;
  const top = configurations[at + TOP]!;
  if (action === LEFT) {
    const left1 = configurations[at + NEXT_LEFT1]!;
    return add(
      pool,
      next,
      items[top + BELOW]!,
      items[top + WORD]!,
      left1,
      configurations[at + NEXT_LEFTS]! + 1,
      at,
      action,
    );
  }
  if (action === REDUCE) {
    const left1 = configurations[at + NEXT_LEFT1]!;
    const left2 = configurations[at + NEXT_LEFT2]!;
    return add(pool, next, items[top + BELOW]!, left1, left2, configurations[at + NEXT_LEFTS]!, at, action);
  }
  let below = top;
  if (action === RIGHT) {
    below = pool.itemCount++ << ITEM_BITS;
    for (let place = 0; place < RIGHT1; place++) items[below + place] = items[top + place]!;
    items[below + RIGHT1] = next;
    items[below + RIGHT2] = items[top + RIGHT1]!;
    items[below + RIGHTS] = items[top + RIGHTS]! + 1;
    items[below + SUMS] = 0;
  }
  const item = pool.itemCount++ << ITEM_BITS;
  items[item + WORD] = next;
  items[item + BELOW] = below;
  items[item + HEADED] = action === RIGHT ? 1 : 0;
  items[item + LEFT1] = configurations[at + NEXT_LEFT1]!;
  items[item + LEFT2] = configurations[at + NEXT_LEFT2]!;
  items[item + LEFTS] = configurations[at + NEXT_LEFTS]!;
  items[item + RIGHT1] = NONE;
  items[item + RIGHT2] = NONE;
  items[item + RIGHTS] = 0;
  items[item + SUMS] = 0;
  return add(pool, next + 1, item, NONE, NONE, 0, at, action);
}

function add(
  pool: Pool,
  next: number,
  top: number,
  left1: number,
  left2: number,
  lefts: number,
  parent: number,
  action: number,
): number {
  const { configurations } = pool;
  const at = pool.count++ << CONFIGURATION_BITS;
  configurations[at + NEXT] = next;
  configurations[at + TOP] = top;
  configurations[at + NEXT_LEFT1] = left1;
  configurations[at + NEXT_LEFT2] = left2;
  configurations[at + NEXT_LEFTS] = lefts;
  configurations[at + PARENT] = parent;
  configurations[at + ACTION] = action;
  return at;
}

/** Writes the heads that the actions up to a configuration gave: positions, `size` for the root. */
export function headsOf({ items, configurations }: Pool, at: number, heads: Int32Array): void {
  let after = at;
  for (let here = configurations[after + PARENT]!; here >= 0; here = configurations[here + PARENT]!) {
    const action = configurations[after + ACTION]!;
    const next = configurations[here + NEXT]!;
    const top = configurations[here + TOP]!;
    if (action === LEFT) heads[items[top + WORD]!] = next;
    else if (action === RIGHT) heads[next] = items[top + WORD]!;
    after = here;
  }
}
