/**
 * Trains the parser: a structured perceptron over whole derivations, found with a beam and corrected where the beam's
 * best is furthest above the right one (max-violation, Huang, Fayong and Guo 2012), averaged.
 */
import type { Words } from '../../src/document.ts';
import { type Kernel, makeKernel } from '../../src/syntax/kernel.ts';
import { type AveragedTable, averagedTable, randomFrom, shuffle } from './learners.ts';
import { type GoldTree, goldTree, rightAction } from './oracle.ts';

const ACTIONS = 4;
/** The longest sentence that the parser takes, in words (`kernels/syntax/memory.ts`). */
export const LONGEST = 512;

/** One sentence to learn from: its words, the tags that the tagger gives it, the gold tree. */
export interface TreeExample {
  readonly words: Words;
  readonly tags: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly gold: GoldTree;
}

export interface ParserOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  /** How many derivations are followed at a time. */
  readonly width: number;
}

/** The sentences of a document that have a whole tree. */
export function treeExamples({ words }: { words: Words }, tags: Uint8Array, heads: Int32Array): TreeExample[] {
  const { first } = words;
  const examples: TreeExample[] = [];
  for (let index = 0; index + 1 < first.length; index++) {
    const [from, to] = [first[index]!, first[index + 1]!];
    if (to - from < 2 || to - from > LONGEST) continue;
    const gold = goldTree(heads, from, to);
    if (gold) examples.push({ words, tags, from, to, gold });
  }
  return examples;
}

/** A kernel with weights that are learned. */
interface Learner {
  readonly kernel: Kernel;
  readonly learned: AveragedTable;
}

/** The right derivation: its configurations and the sums of their scores. */
interface RightPath {
  readonly configurations: readonly number[];
  readonly sums: readonly number[];
}

/** The best wrong derivation where it is furthest above the right one: its last configuration and its length. */
interface Violation {
  readonly wrong: number;
  readonly steps: number;
}

/** Trains one parser; the table holds averaged weights. */
export function trainParser(
  examples: readonly TreeExample[],
  { bits, epochs, seed, width }: ParserOptions,
): { table: Float32Array } {
  const kernel = makeKernel();
  const { address, values } = kernel.floats(2 ** bits * ACTIONS);
  kernel.call.setLearned(address, bits);
  const learner = { kernel, learned: averagedTable(values) };
  const random = randomFrom(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { words, tags, from, to, gold } of order) {
      learner.learned.tick();
      kernel.read(null, words, from, to);
      kernel.tags.set(tags.subarray(from, to));
      kernel.call.readSentence(0, to - from);
      kernel.call.forgetSums();
      const right = rightPath(kernel, to - from, gold);
      const violation = search(kernel, right, width);
      if (violation) correct(learner, right, violation);
    }
  }
  return { table: learner.learned.average() };
}

/** Begins the sentence and takes the right derivation through it. */
function rightPath(kernel: Kernel, size: number, gold: GoldTree): RightPath {
  const { call } = kernel;
  let at = call.begin();
  let sum = 0;
  const configurations = [at];
  const sums = [sum];
  for (let step = 0; step < 2 * size; step++) {
    const action = rightAction(kernel, at, gold);
    if (!isOne(call.possible(at))) sum += call.scoreLearned(at, action);
    at = call.act(at, action);
    configurations.push(at);
    sums.push(sum);
  }
  return { configurations, sums };
}

/** Searches as the parser does, without its margin; null where the beam's best was never wrong and above the right one. */
function search(kernel: Kernel, right: RightPath, width: number): Violation | null {
  const { call } = kernel;
  let worst = 0;
  let violation: Violation | null = null;
  call.follow(right.configurations[0]!);
  for (let steps = 1; steps < right.sums.length; steps++) {
    call.stepLearned(width);
    const excess = call.sumAt(0) - right.sums[steps]!;
    const best = call.configurationAt(0);
    if (excess >= worst && !same(kernel, best, right.configurations[steps]!)) {
      worst = excess;
      violation = { wrong: best, steps };
    }
  }
  return violation;
}

/** Moves the weights towards the right derivation and away from the wrong one, from where they part. */
function correct(learner: Learner, { configurations }: RightPath, { wrong, steps }: Violation): void {
  const right = configurations[steps]!;
  const apart = steps - commonSteps(learner.kernel, wrong, right, steps);
  reward(learner, right, apart, 1);
  reward(learner, wrong, apart, -1);
}

/** Moves the weights of a derivation's last `steps` actions, back from the configuration `last`. */
function reward({ kernel, learned }: Learner, last: number, steps: number, change: number): void {
  const { call, slots, featureCount } = kernel;
  let at = last;
  for (let step = 0; step < steps; step++) {
    const action = call.actionOf(at);
    at = call.parentOf(at);
    if (isOne(call.possible(at))) continue;
    call.allFeatures(at);
    for (let feature = 0; feature < featureCount; feature++) learned.update(slots[feature]! * ACTIONS + action, change);
  }
}

/** True where only one action is possible: then there is nothing to score. */
const isOne = (actions: number): boolean => (actions & (actions - 1)) === 0;

/** True where two derivations of the same length took the same actions. */
function same({ call }: Kernel, a: number, b: number): boolean {
  let [one, other] = [a, b];
  while (one !== other) {
    if (call.actionOf(one) !== call.actionOf(other)) return false;
    one = call.parentOf(one);
    other = call.parentOf(other);
  }
  return true;
}

/** How many actions from the beginning two derivations of the same length share. */
function commonSteps({ call }: Kernel, a: number, b: number, length: number): number {
  let [one, other] = [a, b];
  let common = length;
  for (let step = length; step > 0; step--) {
    if (call.actionOf(one) !== call.actionOf(other)) common = step - 1;
    one = call.parentOf(one);
    other = call.parentOf(other);
  }
  return common;
}
