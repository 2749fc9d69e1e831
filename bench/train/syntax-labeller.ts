/** Trains the labeller: averaged perceptron over the relations that each pair of tags allows. */

import type { Syntax, Words } from '../../src/document.ts';
import { type Kernel, makeKernel } from '../../src/syntax/kernel.ts';
import { RELATION } from '../../src/syntax/labels.ts';
import { placeLists } from '../../src/syntax/models.ts';
import { averagedTable, randomFrom, shuffle } from './learners.ts';
import { correct } from './syntax-tagger.ts';

/** One sentence with the tagger's tags and the gold tree. */
export interface LabelExample {
  readonly words: Words;
  readonly tags: Uint8Array;
  /** The gold. */
  readonly syntax: Syntax;
  readonly from: number;
  readonly to: number;
}

/** What a pair of tags and a side allow: relations this frequent there, in places and in share. */
const LEAST = { count: 2, share: 0.002 };
/** A pair seen this often, in this share of its places with one relation, gets that relation unscored. */
const CERTAIN = { count: 20, share: 0.997 };
/** Pairs of head tag, dependent tag and side (`pairOf` in `kernels/syntax/labeller.ts`). */
const PAIRS = 64 * 64 * 2;

/** The relations that are weighed for each pair of tags and side; where none was seen, those of the dependent. */
export function countAllowed(examples: readonly LabelExample[]): Uint8Array[] {
  const kernel = makeKernel();
  const counts = Array.from({ length: PAIRS }, () => new Map<number, number>());
  const ofDependent = Array.from({ length: 64 }, () => new Map<number, number>());
  const add = (map: Map<number, number>, label: number) => map.set(label, (map.get(label) ?? 0) + 1);
  for (const example of examples) {
    const { tags, syntax, from, to } = example;
    readTree(kernel, example);
    for (let word = from; word < to; word++) {
      if (syntax.heads[word]! < 0) continue;
      const label = syntax.relations[word]!;
      add(counts[kernel.call.pairOf(word - from)]!, label);
      add(ofDependent[tags[word]!]!, label);
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

/** Makes a sentence the kernel's part: words, tags, gold heads. */
function readTree(kernel: Kernel, { words, tags, syntax, from, to }: LabelExample): void {
  kernel.read(null, words, from, to);
  kernel.tags.set(tags.subarray(from, to));
  for (let word = from; word < to; word++) {
    const head = syntax.heads[word]!;
    kernel.heads[word - from] = head < 0 ? -1 : head - from;
  }
}

/** Trains one labeller; the table holds averaged weights. */
export function trainLabeller(
  examples: readonly LabelExample[],
  allowed: readonly Uint8Array[],
  { bits, epochs, seed }: { bits: number; epochs: number; seed: number },
): { table: Float32Array } {
  const kernel = makeKernel();
  const { call } = kernel;
  const lists = placeLists(kernel, [], allowed);
  const { address, values } = kernel.floats(2 ** bits);
  kernel.set('setLabeller', address, bits);
  const learned = averagedTable(values);
  const random = randomFrom(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      const { syntax, from, to } = example;
      const size = to - from;
      readTree(kernel, example);
      call.linkDependents(0, size);
      for (let word = 0; word < size; word++) {
        const count = call.labelLearned(word, 0, size);
        if (count === 0) continue;
        learned.tick();
        const gold = syntax.relations[from + word]!;
        const guess = kernel.relations[word]!;
        if (guess !== gold && lists[call.allowedAt(word)]!.includes(gold)) correct(kernel, learned, count, gold, guess);
      }
    }
  }
  return { table: learned.average() };
}
