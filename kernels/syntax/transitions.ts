/**
 * The arc-eager transition system (Nivre 2003) over one sentence, with the root as a last, wordless position: the words
 * are 0 to `size - 1`, the root is `size`. Every derivation takes two actions a word, so configurations that have come
 * the same number of steps can be compared.
 *
 * Configurations are never changed, so that many can share what they have in common: each has a stack of linked items
 * and points to the one that it comes from.
 */
import { base, CONFIGURATIONS, ITEMS } from './memory';
import { size } from './sentence';
import { put } from './words';

export const SHIFT: i32 = 0;
/** The word on the stack gets the next word as its head and leaves the stack. */
export const LEFT: i32 = 1;
/** The next word gets the word on the stack as its head and goes onto the stack. */
export const RIGHT: i32 = 2;
/** The word on the stack, which has its head, leaves it. */
export const REDUCE: i32 = 3;
export const ACTIONS: i32 = 4;
const NONE: i32 = -1;

/** An item of a stack. Dependents are positions, -1 where there are none. */
@unmanaged
export class Item {
  word: i32;
  /** Null at the bottom. */
  below: Item | null;
  /** True where the word has its head, which then is the word below. */
  headed: bool;
  /** Outermost and second outermost dependents to each side, and how many there are. */
  left1: i32;
  left2: i32;
  lefts: i32;
  right1: i32;
  right2: i32;
  rights: i32;
  /** True where the item's features have been summed: the sums stand behind its fields, `SUMS` bytes from its address. */
  summed: bool;
}
export const SUMS: usize = 48;
const ITEM_BYTES: usize = 80;

@unmanaged
export class Configuration {
  next: i32;
  /** Null where the stack is empty. */
  top: Item | null;
  /** Dependents of the next word; they are all to its left. */
  left1: i32;
  left2: i32;
  lefts: i32;
  /** The configuration before, null for the first, and the action that led here. */
  parent: Configuration | null;
  action: i32;
}
const CONFIGURATION_BYTES: usize = 32;

let items: usize = 0;
let configurations: usize = 0;

/** Begins the sentence; returns its first configuration. */
export function begin(): Configuration {
  items = base + ITEMS;
  configurations = base + CONFIGURATIONS;
  return add(0, null, NONE, NONE, 0, null, NONE);
}

/** Bit `1 << action` is set for each action that is possible; none where the sentence is done. */
export function possible(at: Configuration): i32 {
  const atRoot = at.next === size;
  const top = at.top;
  if (top === null) return atRoot ? 0 : 1 << SHIFT;
  return (top.headed ? 1 << REDUCE : 1 << LEFT) | (atRoot ? 0 : (1 << SHIFT) | (1 << RIGHT));
}

/** Carries out a possible action; returns the new configuration. */
export function act(at: Configuration, action: i32): Configuration {
  const next = at.next;
  const top = at.top;
  if (action === LEFT) return add(next, top!.below, top!.word, at.left1, at.lefts + 1, at, action);
  if (action === REDUCE) return add(next, top!.below, at.left1, at.left2, at.lefts, at, action);
  let below = top;
  if (action === RIGHT) {
    const headed = newItem(top!.word, top!.below, top!.headed);
    headed.left1 = top!.left1;
    headed.left2 = top!.left2;
    headed.lefts = top!.lefts;
    headed.right1 = next;
    headed.right2 = top!.right1;
    headed.rights = top!.rights + 1;
    below = headed;
  }
  const item = newItem(next, below, action === RIGHT);
  item.left1 = at.left1;
  item.left2 = at.left2;
  item.lefts = at.lefts;
  item.right1 = NONE;
  item.right2 = NONE;
  item.rights = 0;
  return add(next + 1, item, NONE, NONE, 0, at, action);
}

/** An item whose dependents its maker writes. */
function newItem(word: i32, below: Item | null, headed: bool): Item {
  const item = changetype<Item>(items);
  items += ITEM_BYTES;
  item.word = word;
  item.below = below;
  item.headed = headed;
  item.summed = false;
  return item;
}

function add(
  next: i32,
  top: Item | null,
  left1: i32,
  left2: i32,
  lefts: i32,
  parent: Configuration | null,
  action: i32,
): Configuration {
  const at = changetype<Configuration>(configurations);
  configurations += CONFIGURATION_BYTES;
  at.next = next;
  at.top = top;
  at.left1 = left1;
  at.left2 = left2;
  at.lefts = lefts;
  at.parent = parent;
  at.action = action;
  return at;
}

/** Writes the heads that the actions up to a configuration gave: positions, `size` for the root. */
export function headsOf(last: Configuration, heads: usize): void {
  let after = last;
  let here: Configuration | null = after.parent;
  while (here !== null) {
    if (after.action === LEFT) put(heads, here.top!.word, here.next);
    else if (after.action === RIGHT) put(heads, here.next, here.top!.word);
    after = here;
    here = after.parent;
  }
}
