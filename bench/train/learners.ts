/** Learners of linear models over hashed features, and the one source of chance. */

/** Mulberry32: the same numbers from the same seed on every machine. Returns numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher and Yates, in place. */
export function shuffle<Item>(items: Item[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
}

/** The fold of a document: a stable hash of its id, so that every trainer cuts alike. */
export function foldOf(id: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}

/** Weights of an averaged perceptron: `update` them, count every example with `tick`, take the `average` at the end. */
export interface AveragedTable {
  readonly weights: Float32Array;
  update(index: number, change: number): void;
  tick(): void;
  average(): Float32Array;
}

/**
 * Averages by the running-total trick (Daumé): the sum of change times time is taken from the last weights.
 *
 * @param weights all 0, where they are to be
 */
export function averagedTable(weights: Float32Array): AveragedTable {
  const late = new Float64Array(weights.length);
  let time = 1;
  return {
    weights,
    update(index, change) {
      weights[index]! += change;
      late[index]! += change * time;
    },
    tick() {
      time += 1;
    },
    average: () => weights.map((weight, index) => weight - late[index]! / time),
  };
}

/** The average of tables of one size. */
export function averageOf(tables: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(tables[0]!.length);
  for (const table of tables) for (let at = 0; at < sum.length; at++) sum[at]! += table[at]!;
  return Float32Array.from(sum, (weight) => weight / tables.length);
}
