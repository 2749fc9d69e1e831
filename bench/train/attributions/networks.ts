/**
 * Training of the hidden layers (`src/attributions/models/hidden.ts`): back-propagation with AdaGrad (Duchi, Hazan and
 * Singer 2011) and dropout on the units (Srivastava and others 2014). The same seed and data give the same weights.
 */

import { type Network, SHARE, UNITS } from '../../../src/attributions/models/hidden.ts';
import type { FeatureList } from '../../../src/attributions/models/kernel.ts';
import { type Choice, type ExampleWeights, generator, shuffle } from './learn.ts';

export interface NetworkSettings {
  /** The table has two to the power of this many rows. */
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero at each touch of a weight. */
  readonly decay: number;
  /** The share of the units that each example does without. */
  readonly dropout: number;
}

const SEED = 17;
/** Errors smaller than this teach nothing. */
const NEGLIGIBLE = 0.002;

/** The fields of many examples, one after the other. */
export class FieldStore {
  fields = new Int32Array(1 << 20);
  starts: number[] = [0];

  /** The number of the next example. */
  get length(): number {
    return this.starts.length - 1;
  }

  push({ fields, fieldCount }: FeatureList): void {
    const from = this.starts.at(-1)!;
    if (from + fieldCount > this.fields.length) {
      const larger = new Int32Array(Math.max(this.fields.length * 2, from + fieldCount));
      larger.set(this.fields);
      this.fields = larger;
    }
    this.fields.set(fields.subarray(0, fieldCount), from);
    this.starts.push(from + fieldCount);
  }
}

/** One network under training. */
class Layer {
  private readonly weights: Float32Array;
  /** Units that take part in the example at hand. */
  readonly active = new Uint8Array(UNITS);
  private readonly squares: Float32Array;
  private readonly total: Float32Array;
  private counted = 0;
  private readonly settings: NetworkSettings;
  private readonly mask: number;
  private readonly random: () => number;

  constructor(settings: NetworkSettings, random: () => number) {
    this.settings = settings;
    this.mask = (1 << settings.bits) - 1;
    this.random = random;
    this.weights = Float32Array.from({ length: UNITS << settings.bits }, () => (random() - 0.5) * 0.2);
    this.squares = new Float32Array(this.weights.length);
    this.total = new Float32Array(this.weights.length);
  }

  /** Draws the units for the next example. */
  drop(): void {
    for (let unit = 0; unit < UNITS; unit += 1) this.active[unit] = this.random() >= this.settings.dropout ? 1 : 0;
  }

  /** Adds an example's fields to the sums that begin at `at`. */
  sum({ fields, starts }: FieldStore, example: number, sums: Float64Array, at: number): void {
    const to = starts[example + 1]!;
    for (let i = starts[example]!; i < to; i += 1) {
      const row = (fields[i]! & this.mask) * UNITS;
      for (let unit = 0; unit < UNITS; unit += 1) sums[at + unit] = sums[at + unit]! + this.weights[row + unit]!;
    }
  }

  /** The score of the sums at `at`; the units left out are made up for by the others. */
  output(sums: Float64Array, at: number): number {
    let score = 0;
    for (let unit = 0; unit < UNITS; unit += 1) {
      const sum = sums[at + unit]!;
      if (this.active[unit] === 1 && sum > 0) score += unit < UNITS / 2 ? sum : -sum;
    }
    return (score * SHARE) / (1 - this.settings.dropout);
  }

  /** Writes to `slopes` by how much the error grows with each unit's sum; `error` is that of the score. */
  slopes(sums: Float64Array, at: number, error: number, slopes: Float64Array): void {
    const share = (error * SHARE) / (1 - this.settings.dropout);
    for (let unit = 0; unit < UNITS; unit += 1) {
      const heard = this.active[unit] === 1 && sums[at + unit]! > 0;
      slopes[unit] = heard ? (unit < UNITS / 2 ? share : -share) : 0;
    }
  }

  /** Counts the weights as they are after an epoch. */
  endEpoch(): void {
    this.counted += 1;
    for (let slot = 0; slot < this.total.length; slot += 1) this.total[slot] = this.total[slot]! + this.weights[slot]!;
  }

  /**
   * The mean over the epochs counted (Izmailov and others 2018), which is steadier than the last. Weights that no example
   * has moved are chance, so they say nothing.
   */
  finished(): Network {
    return { weights: this.total.map((sum, slot) => (this.squares[slot] === 0 ? 0 : sum / this.counted)), scale: 1 };
  }

  update({ fields, starts }: FieldStore, example: number, slopes: Float64Array): void {
    const { rate, decay } = this.settings;
    const to = starts[example + 1]!;
    for (let i = starts[example]!; i < to; i += 1) {
      const row = (fields[i]! & this.mask) * UNITS;
      for (let unit = 0; unit < UNITS; unit += 1) {
        if (slopes[unit] === 0) continue;
        const slot = row + unit;
        const slope = slopes[unit]! + decay * this.weights[slot]!;
        this.squares[slot] = this.squares[slot]! + slope * slope;
        this.weights[slot] = this.weights[slot]! - (rate * slope) / Math.sqrt(this.squares[slot]! + 1e-6);
      }
    }
  }
}

/**
 * A network that tells right examples from wrong ones.
 *
 * @param labels 1 for the examples that are right
 * @param examples which to train on
 */
export function trainNetwork(
  store: FieldStore,
  labels: Uint8Array,
  examples: readonly number[],
  settings: NetworkSettings,
  weights: ExampleWeights = null,
): Network {
  const random = generator(SEED);
  const layer = new Layer(settings, random);
  const sums = new Float64Array(UNITS);
  const slopes = new Float64Array(UNITS);
  const order = [...examples];
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) {
      layer.drop();
      sums.fill(0);
      layer.sum(store, example, sums, 0);
      const error =
        (1 / (1 + Math.exp(-layer.output(sums, 0))) - labels[example]!) * (weights === null ? 1 : weights[example]!);
      if (Math.abs(error) < NEGLIGIBLE) continue;
      layer.slopes(sums, 0, error, slopes);
      layer.update(store, example, slopes);
    }
    if (epoch >= settings.epochs / 2) layer.endEpoch();
  }
  return layer.finished();
}

/** A choice whose candidates share the fields of the example before the first. */
export interface FieldChoice extends Choice {
  /** The example of `FieldStore` with the shared fields; candidate `from + i` of the choice is example `shared + 1 + i`. */
  readonly shared: number;
}

/** A network that ranks the right candidate of each choice before the others (softmax). */
export function trainRankingNetwork(
  store: FieldStore,
  choices: readonly FieldChoice[],
  settings: NetworkSettings,
): Network {
  const random = generator(SEED);
  const layer = new Layer(settings, random);
  const most = Math.max(1, ...choices.map(({ from, to }) => to - from));
  const sums = new Float64Array(most * UNITS);
  const scores = new Float64Array(most);
  const slopes = new Float64Array(UNITS);
  const common = new Float64Array(UNITS);
  const order = choices.map((_, index) => index);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const { from, to, best, shared, weight } = choices[index]!;
      layer.drop();
      sums.fill(0, 0, UNITS);
      layer.sum(store, shared, sums, 0);
      for (let at = 1; at < to - from; at += 1) sums.copyWithin(at * UNITS, 0, UNITS);
      let top = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < to - from; at += 1) {
        layer.sum(store, shared + 1 + at, sums, at * UNITS);
        scores[at] = layer.output(sums, at * UNITS);
        top = Math.max(top, scores[at]!);
      }
      let all = 0;
      for (let at = 0; at < to - from; at += 1) all += Math.exp(scores[at]! - top);
      common.fill(0);
      for (let at = 0; at < to - from; at += 1) {
        const error = (Math.exp(scores[at]! - top) / all - (from + at === best ? 1 : 0)) * weight;
        if (Math.abs(error) < NEGLIGIBLE) continue;
        layer.slopes(sums, at * UNITS, error, slopes);
        layer.update(store, shared + 1 + at, slopes);
        for (let unit = 0; unit < UNITS; unit += 1) common[unit] = common[unit]! + slopes[unit]!;
      }
      layer.update(store, shared, common);
    }
    if (epoch >= settings.epochs / 2) layer.endEpoch();
  }
  return layer.finished();
}
