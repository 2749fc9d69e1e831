/** Disjoint sets (union-find with path halving); the representative of a set is its least member. */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, at) => at);
  }

  find(item: number): number {
    let at = item;
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!;
      at = this.#parents[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}
