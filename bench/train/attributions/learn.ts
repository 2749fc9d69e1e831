/**
 * Training of the linear models: logistic regression and softmax ranking with AdaGrad (Duchi, Hazan and Singer 2011)
 * over hashed features. The order of the examples is shuffled from a fixed seed, so the same data give the same weights.
 */

import type { Network } from '../../../src/attributions/models/hidden.ts';
import type { FeatureList } from '../../../src/attributions/models/kernel.ts';
import type { Linear } from '../../../src/attributions/models/linear.ts';

/** Seeds of the orders in which a model sees its examples; the shipped weights are the average, which takes the noise out. */
const SEEDS = [17, 29, 43, 71];

/** The features of many examples, one after the other. */
export class Store {
  hashes = new Int32Array(1 << 20);
  starts: number[] = [0];

  get length(): number {
    return this.starts.length - 1;
  }

  push({ hashes, count }: FeatureList): void {
    const from = this.starts.at(-1)!;
    if (from + count > this.hashes.length) {
      const larger = new Int32Array(Math.max(this.hashes.length * 2, from + count));
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes.set(hashes.subarray(0, count), from);
    this.starts.push(from + count);
  }
}

export interface Settings {
  /** The table has two to the power of this many slots. */
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero at each touch of a weight. */
  readonly decay: number;
}

/** What an example counts; 1 where it is not given. */
export type ExampleWeights = Float32Array | null;

/** A linear congruential generator (Numerical Recipes), in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = items[last]!;
    items[last] = items[other]!;
    items[other] = kept;
  }
}

class Table {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly mask: number;
  private readonly sum: Float32Array;
  private epochs = 0;
  private readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
    this.weights = new Float32Array(1 << settings.bits);
    this.squares = new Float32Array(1 << settings.bits);
    this.mask = (1 << settings.bits) - 1;
    this.sum = new Float32Array(1 << settings.bits);
  }

  /** Counts the weights as they are after an epoch; the first epoch's are left out. */
  endEpoch(epoch: number): void {
    if (epoch === 0) return;
    this.epochs += 1;
    for (let slot = 0; slot < this.sum.length; slot += 1) this.sum[slot] = this.sum[slot]! + this.weights[slot]!;
  }

  /** The average over the epochs counted, which is steadier than the last. */
  average(): Linear {
    return { weights: this.sum.map((weight) => weight / this.epochs), scale: 1 };
  }

  score(store: Store, example: number): number {
    let sum = 0;
    const to = store.starts[example + 1]!;
    for (let at = store.starts[example]!; at < to; at += 1) sum += this.weights[store.hashes[at]! & this.mask]!;
    return sum;
  }

  update(store: Store, example: number, gradient: number): void {
    const { rate, decay } = this.settings;
    const to = store.starts[example + 1]!;
    for (let at = store.starts[example]!; at < to; at += 1) {
      const slot = store.hashes[at]! & this.mask;
      const slope = gradient + decay * this.weights[slot]!;
      this.squares[slot] = this.squares[slot]! + slope * slope;
      this.weights[slot] = this.weights[slot]! - (rate * slope) / Math.sqrt(this.squares[slot]! + 1e-6);
    }
  }
}

/** Averages linear models that differ in nothing but the order of their examples. */
function averageOver(seeds: readonly number[], train: (seed: number) => Linear): Linear {
  const sum = train(seeds[0]!).weights as Float32Array;
  for (const seed of seeds.slice(1)) {
    const { weights } = train(seed);
    for (let slot = 0; slot < sum.length; slot += 1) sum[slot] = sum[slot]! + weights[slot]!;
  }
  return { weights: sum.map((weight) => weight / seeds.length), scale: 1 };
}

/**
 * Logistic regression.
 *
 * @param labels 1 for the examples that are right
 * @param examples which to train on
 * @param orders how many orders of the examples are averaged, 1 to 4
 */
export function trainBinary(
  store: Store,
  labels: Uint8Array,
  examples: readonly number[],
  settings: Settings,
  orders: number,
  weights: ExampleWeights = null,
): Linear {
  return averageOver(SEEDS.slice(0, orders), (seed) => binaryOnce(store, labels, examples, settings, seed, weights));
}

function binaryOnce(
  store: Store,
  labels: Uint8Array,
  examples: readonly number[],
  settings: Settings,
  seed: number,
  weights: ExampleWeights,
): Linear {
  const table = new Table(settings);
  const random = generator(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) {
      const probability = 1 / (1 + Math.exp(-table.score(store, example)));
      const gradient = (probability - labels[example]!) * (weights === null ? 1 : weights[example]!);
      if (Math.abs(gradient) > 0.001) table.update(store, example, gradient);
    }
    table.endEpoch(epoch);
  }
  return table.average();
}

/** The candidates of one choice: examples `from` to `to - 1` of the store, of which `best` is right. */
export interface Choice {
  readonly from: number;
  readonly to: number;
  readonly best: number;
  /** What the choice counts. */
  readonly weight: number;
}

/** Softmax ranking: the right candidate of each choice against the others. */
export function trainRanker(store: Store, choices: readonly Choice[], settings: Settings, orders: number): Linear {
  return averageOver(SEEDS.slice(0, orders), (seed) => rankerOnce(store, choices, settings, seed));
}

function rankerOnce(store: Store, choices: readonly Choice[], settings: Settings, seed: number): Linear {
  const table = new Table(settings);
  const random = generator(seed);
  const order = choices.map((_, index) => index);
  const scores = new Float64Array(512);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const { from, to, best, weight } = choices[index]!;
      let top = Number.NEGATIVE_INFINITY;
      for (let example = from; example < to; example += 1) {
        scores[example - from] = table.score(store, example);
        top = Math.max(top, scores[example - from]!);
      }
      let sum = 0;
      for (let at = 0; at < to - from; at += 1) {
        scores[at] = Math.exp(scores[at]! - top);
        sum += scores[at]!;
      }
      for (let at = 0; at < to - from; at += 1) {
        const gradient = (scores[at]! / sum - (from + at === best ? 1 : 0)) * weight;
        if (Math.abs(gradient) > 0.002) table.update(store, from + at, gradient);
      }
    }
    table.endEpoch(epoch);
  }
  return table.average();
}

/** Rounds the weights to bytes. Weights below `least` become 0; the scale is chosen so that few are cut off. */
export function quantise({ weights }: Linear | Network, least = 0.03): Linear & { readonly weights: Int8Array } {
  const sizes = Array.from(
    weights.filter((weight) => Math.abs(weight) >= least),
    Math.abs,
  ).sort((a, b) => a - b);
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = Math.fround(Math.max(largest, 0.1) / 127);
  const bytes = new Int8Array(weights.length);
  for (let slot = 0; slot < weights.length; slot += 1) {
    const weight = weights[slot]!;
    if (Math.abs(weight) >= least) bytes[slot] = Math.max(-127, Math.min(127, Math.round(weight / scale)));
  }
  return { weights: bytes, scale };
}
