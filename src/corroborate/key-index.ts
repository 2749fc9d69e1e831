/**
 * An inverted index from hashed keys to items: which items share keys with one, found in time that grows with those that
 * do. Keys and items lie in one sorted array of numbers, 8 bytes each.
 */

/** An item takes 21 bits, a key 32: together the 53 that a double holds exactly. */
const ITEMS = 2 ** 21;

/**
 * Of a key that more items hold, an item sees only so many before and after itself: such keys tell little, and the work
 * stays linear. Items should be added in an order in which like stands near like (by time).
 */
const NEAR = 100;

export class KeyIndex {
  readonly #entries: Float64Array;
  readonly #stamps: Int32Array;
  readonly #counts: Uint16Array;

  /** @param keys of each item, in the order of the items; a key that an item holds twice counts once */
  constructor(keys: readonly ArrayLike<number>[]) {
    if (keys.length > ITEMS) throw new RangeError(`${keys.length} items are too many for one index; split the folder`);
    let size = 0;
    for (const each of keys) size += each.length;
    const entries = new Float64Array(size);
    let at = 0;
    for (const [item, each] of keys.entries()) {
      for (let index = 0; index < each.length; index += 1) entries[at++] = (each[index]! >>> 0) * ITEMS + item;
    }
    this.#entries = entries.sort();
    this.#stamps = new Int32Array(keys.length).fill(-1);
    this.#counts = new Uint16Array(keys.length);
  }

  /**
   * @param item whose others are wanted
   * @param keys its keys
   * @returns later items that share keys with it, in rising order, each with how many
   */
  after(item: number, keys: ArrayLike<number>): (readonly [other: number, shared: number])[] {
    const found: number[] = [];
    const seen = new Set<number>();
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]! >>> 0;
      if (seen.has(key)) continue;
      seen.add(key);
      let at = this.#firstAfter(key * ITEMS + item);
      let last = item;
      for (let near = 0; near < NEAR && at < this.#entries.length; at += 1) {
        const other = this.#entries[at]! - key * ITEMS;
        if (other >= ITEMS) break;
        if (other === last) continue;
        last = other;
        near += 1;
        if (this.#stamps[other] !== item) {
          this.#stamps[other] = item;
          this.#counts[other] = 0;
          found.push(other);
        }
        this.#counts[other]! += 1;
      }
    }
    return found.sort((a, b) => a - b).map((other) => [other, this.#counts[other]!]);
  }

  #firstAfter(entry: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]! <= entry) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
