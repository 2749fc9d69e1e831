/** Trains the labeller: averaged perceptron over the relations that each pair of tags allows. */

import { best, blockOf, classSlot } from '../../src/model/linear.ts';
import {
  LABEL_FEATURES,
  type LabellerModel,
  labelFeatures,
  linkDependents,
  PAIRS,
  pairOf,
} from '../../src/syntax/labeller.ts';
import { RELATION } from '../../src/syntax/labels.ts';
import { averagedTable, randomFrom, shuffle } from './learners.ts';

/** One sentence with the tagger's tags and the gold tree. */
export interface LabelExample {
  readonly types: Int32Array;
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** What a pair of tags and a side allow: relations this frequent there, in places and in share. */
const LEAST = { count: 2, share: 0.002 };
/** A pair seen this often, in this share of its places with one relation, gets that relation unscored. */
const CERTAIN = { count: 20, share: 0.997 };

/** The relations that are weighed for each pair of tags and side; where none was seen, those of the dependent. */
export function countAllowed(examples: readonly LabelExample[]): Uint8Array[] {
  const counts = Array.from({ length: PAIRS }, () => new Map<number, number>());
  const ofDependent = Array.from({ length: 64 }, () => new Map<number, number>());
  const add = (map: Map<number, number>, label: number) => map.set(label, (map.get(label) ?? 0) + 1);
  for (const example of examples) {
    for (let word = example.from; word < example.to; word++) {
      if (example.heads[word]! < 0) continue;
      const label = example.relations[word]!;
      add(counts[pairOf(example, word)]!, label);
      add(ofDependent[example.tags[word]!]!, label);
    }
  }
  const kept = (map: ReadonlyMap<number, number>, floor: number) =>
    Uint8Array.from([...map].filter(([, count]) => count >= floor).map(([label]) => label)).sort();
  return counts.map((map, pair) => {
    const sum = [...map.values()].reduce((total, count) => total + count, 0);
    if (sum >= CERTAIN.count) {
      const certain = kept(map, sum * CERTAIN.share);
      if (certain.length > 0) return certain;
    }
    const own = kept(map, Math.max(LEAST.count, sum * LEAST.share));
    if (own.length > 0) return own;
    const fallback = kept(ofDependent[(pair >> 1) % 64]!, 5);
    return fallback.length > 0 ? fallback : Uint8Array.of(RELATION.dep);
  });
}

export function trainLabeller(
  examples: readonly LabelExample[],
  allowed: readonly Uint8Array[],
  { bits, epochs, seed }: { bits: number; epochs: number; seed: number },
): LabellerModel & { table: Float32Array } {
  const learned = averagedTable(2 ** bits);
  const { weights: table } = learned;
  const random = randomFrom(seed);
  const order = [...examples];
  const scores = new Float64Array(64);
  const guesses = new Map(examples.map(({ relations }) => [relations, relations.slice()]));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { relations: gold, from, to, ...rest } of order) {
      const relations = guesses.get(gold)!;
      const tree = { ...rest, relations };
      linkDependents(tree.heads, from, to);
      for (let word = from; word < to; word++) {
        const list = allowed[pairOf(tree, word)]!;
        if (tree.heads[word]! < 0) relations[word] = RELATION.root;
        else if (list.length === 1) relations[word] = list[0]!;
        else {
          learned.tick();
          const count = labelFeatures(tree, word, from, to);
          scores.fill(0, 0, list.length);
          for (let feature = 0; feature < count; feature++) {
            const block = blockOf(LABEL_FEATURES[feature]!, bits);
            for (let at = 0; at < list.length; at++) scores[at]! += table[block ^ list[at]!]!;
          }
          const top = best(scores, list.length);
          const guess = list[top]!;
          relations[word] = guess;
          if (guess === gold[word] || !list.includes(gold[word]!)) continue;
          for (let feature = 0; feature < count; feature++) {
            learned.update(classSlot(LABEL_FEATURES[feature]!, gold[word]!, bits), 1);
            learned.update(classSlot(LABEL_FEATURES[feature]!, guess, bits), -1);
          }
        }
      }
    }
  }
  return { bits, table: learned.average(), allowed };
}
