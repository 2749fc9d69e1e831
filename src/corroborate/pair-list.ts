/** Pairs of items with what was found of them, in four columns. */
/** What a comparison of two claims came to. */
export interface Found {
  /** Logarithm of the odds that both are the same claim. */
  readonly score: number;
  /** Words that two quotations have in common, in order; 0 where no quotation says that they are the same. */
  readonly words: number;
}

/** A pair, the first below the second. */
export interface Pair extends Found {
  readonly first: number;
  readonly second: number;
}

/** Pairs are added first, in rising order, and then asked for. */
export class PairList implements Iterable<Pair> {
  #seconds = new Int32Array(64);
  #scores = new Float64Array(64);
  #words = new Int32Array(64);
  /** Of each item where its pairs with later ones end. */
  readonly #ends: Int32Array;
  #first = 0;
  #length = 0;

  /** @param items how many there are */
  constructor(items: number) {
    this.#ends = new Int32Array(items);
  }

  get length(): number {
    return this.#length;
  }

  add(first: number, second: number, { score, words }: Found): void {
    if (this.#length === this.#seconds.length) this.#grow();
    this.#close(first);
    this.#seconds[this.#length] = second;
    this.#scores[this.#length] = score;
    this.#words[this.#length] = words;
    this.#length += 1;
  }

  /** Items before this one have all their pairs. */
  #close(first: number): void {
    this.#ends.fill(this.#length, this.#first, first);
    this.#first = first;
  }

  #grow(): void {
    const size = this.#length * 2;
    const larger = [new Int32Array(size), new Float64Array(size), new Int32Array(size)] as const;
    larger[0].set(this.#seconds);
    larger[1].set(this.#scores);
    larger[2].set(this.#words);
    [this.#seconds, this.#scores, this.#words] = larger;
  }

  /** @returns null where the list lacks the pair; the first is below the second */
  find(first: number, second: number): Found | null {
    this.#close(this.#ends.length);
    let low = first === 0 ? 0 : this.#ends[first - 1]!;
    let high = this.#ends[first]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#seconds[middle]! < second) low = middle + 1;
      else high = middle;
    }
    return low < this.#ends[first]! && this.#seconds[low] === second
      ? { score: this.#scores[low]!, words: this.#words[low]! }
      : null;
  }

  *[Symbol.iterator](): Generator<Pair> {
    this.#close(this.#ends.length);
    for (let first = 0, at = 0; first < this.#ends.length; first += 1) {
      for (; at < this.#ends[first]!; at += 1) {
        yield { first, second: this.#seconds[at]!, score: this.#scores[at]!, words: this.#words[at]! };
      }
    }
  }
}
