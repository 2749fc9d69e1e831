/** A log-linear choice among candidates (softmax), trained by AdaGrad (Duchi and others, 2011), weights averaged. */
import { CLASSES } from '../../../src/sources/coreference/anaphor.ts';
import { FACTORS, WEIGHTS } from '../../../src/sources/coreference/factors.ts';
import { randomFrom, shuffle } from '../learners.ts';
import type { Example } from './examples.ts';

export interface Plan {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty, applied to the weights that an example touches, as much as the example counts. */
  readonly decay: number;
  /** Of a silver example beside a gold one. */
  readonly silver: number;
  /** Of an example of the articles annotated for this project. */
  readonly annotated: number;
  /**
   * Of an example of the articles written for this project, by what the source is: a pronoun for a person, a description of
   * one, another. They were written to show forms, and leave whom the text names without a description far more often than
   * newspapers do.
   */
  readonly written: { readonly he: number; readonly described: number; readonly other: number };
  /** Of a passage's example beside an article's. */
  readonly chains: number;
}

/** The weights, averaged over the second half of the epochs. */
export function learn(examples: readonly Example[], { epochs, rate, decay }: Plan, seed = 1): Float64Array {
  const weights = new Float64Array(WEIGHTS);
  const squares = new Float64Array(WEIGHTS).fill(1e-6);
  const sum = new Float64Array(WEIGHTS);
  const random = randomFrom(seed);
  const list = [...examples];
  const change = new Map<number, number>();
  let kept = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(list, random);
    for (const example of list) {
      gradient(example, weights, change);
      for (const [index, by] of change) {
        const step = by - decay * example.weight * weights[index]!;
        squares[index]! += step * step;
        weights[index]! += (rate * step) / Math.sqrt(squares[index]!);
      }
    }
    if (epoch < epochs / 2) continue;
    kept += 1;
    for (let index = 0; index < WEIGHTS; index += 1) sum[index]! += weights[index]!;
  }
  return sum.map((weight) => weight / kept);
}

/** Of the log of the probability that one of the right candidates is chosen. */
function gradient(example: Example, weights: Float64Array, change: Map<number, number>): void {
  change.clear();
  const row = (1 + CLASSES.indexOf(example.kind)) * FACTORS;
  const shares = softmax(example.factors, weights, row);
  const mass = Math.max(
    1e-12,
    example.right.reduce((all, index) => all + shares[index]!, 0),
  );
  for (const [index, factors] of example.factors.entries()) {
    const wanted = example.right.includes(index) ? shares[index]! / mass : 0;
    const by = (wanted - shares[index]!) * example.weight;
    if (Math.abs(by) < 1e-9) continue;
    for (const factor of factors) {
      change.set(factor, (change.get(factor) ?? 0) + by);
      change.set(row + factor, (change.get(row + factor) ?? 0) + by);
    }
  }
}

function softmax(candidates: Example['factors'], weights: Float64Array, row: number): Float64Array {
  const scores = candidates.map((list) => list.reduce((sum, at) => sum + weights[at]! + weights[row + at]!, 0));
  const top = Math.max(...scores);
  const shares = Float64Array.from(scores, (score) => Math.exp(score - top));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}
