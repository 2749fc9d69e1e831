/**
 * An inverted index from hashed keys to items: which items share keys with one, found in time that grows with those that
 * do. Keys and items lie in one sorted array of numbers, 8 bytes each, and 4 more to find an item's keys in it.
 */

/** A key has 32 bits, an item 21, together the 53 that a double holds exactly; of more items keys have fewer bits. */
const ITEM_BITS = 21;

/**
 * Of a key that more items hold, an item sees only so many after itself: such keys tell little, and the work stays
 * linear. Items should be added in an order in which like stands near like (by time).
 */
const MAX_NEAR = 100;

export class KeyIndex {
  /** The most items. */
  readonly #items: number;
  /** key × items + item, rising. */
  readonly #entries: Float64Array;
  /** Of each item the places of its keys in `#entries`, those of item `i` from `#ends[i - 1]` to `#ends[i]`. */
  readonly #places: Int32Array;
  readonly #ends: Int32Array;
  readonly #stamps: Int32Array;
  readonly #counts: Uint16Array;

  /**
   * @param size how many items there are
   * @param keysOf an item's keys (32 bits), asked for once; a key that an item holds twice counts once
   */
  constructor(size: number, keysOf: (item: number) => ArrayLike<number>) {
    const bits = Math.max(ITEM_BITS, Math.ceil(Math.log2(size + 1)));
    const shift = bits - ITEM_BITS;
    this.#items = 2 ** bits;
    let entries = new Float64Array(1024);
    let count = 0;
    for (let item = 0; item < size; item += 1) {
      const keys = keysOf(item);
      if (count + keys.length > entries.length) entries = enlarged(entries, count + keys.length);
      for (let at = 0; at < keys.length; at += 1) entries[count++] = (keys[at]! >>> shift) * this.#items + item;
    }
    this.#entries = entries.subarray(0, count).sort();
    this.#ends = new Int32Array(size);
    for (let at = 0; at < count; at += 1) if (!this.#isRepeated(at)) this.#ends[this.#itemAt(at)]! += 1;
    for (let item = 1; item < size; item += 1) this.#ends[item]! += this.#ends[item - 1]!;
    this.#places = new Int32Array(size === 0 ? 0 : this.#ends[size - 1]!);
    const next = Int32Array.from({ length: size }, (_, item) => (item === 0 ? 0 : this.#ends[item - 1]!));
    for (let at = 0; at < count; at += 1) if (!this.#isRepeated(at)) this.#places[next[this.#itemAt(at)]!++] = at;
    this.#stamps = new Int32Array(size).fill(-1);
    this.#counts = new Uint16Array(size);
  }

  #itemAt(place: number): number {
    return this.#entries[place]! % this.#items;
  }

  #isRepeated(place: number): boolean {
    return place > 0 && this.#entries[place] === this.#entries[place - 1];
  }

  /**
   * @param item whose others are wanted
   * @returns later items that share keys with it, in rising order, each with how many
   */
  after(item: number): (readonly [other: number, shared: number])[] {
    const found: number[] = [];
    for (let at = item === 0 ? 0 : this.#ends[item - 1]!; at < this.#ends[item]!; at += 1) {
      const place = this.#places[at]!;
      const key = this.#entries[place]! - item;
      let last = item;
      let near = 0;
      for (let next = place + 1; near < MAX_NEAR && next < this.#entries.length; next += 1) {
        const other = this.#entries[next]! - key;
        if (other >= this.#items) break;
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
}

/** Room for at least so many, and half as many again. */
function enlarged(entries: Float64Array, least: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.ceil(Math.max(least, entries.length) * 1.5));
  larger.set(entries);
  return larger;
}
