/**
 * Trains the parser: a structured perceptron over whole derivations, found with a beam and corrected where the beam's
 * best is furthest above the right one (max-violation, Huang, Fayong and Guo 2012), averaged.
 */
import { advance, makeBeam, offer } from '../../src/syntax/beam.ts';
import { allFeatures, FEATURE_COUNT, type Sentence, SLOTS } from '../../src/syntax/parsefeatures.ts';
import { type ParserModel, readSentence } from '../../src/syntax/parser.ts';
import {
  ACTION,
  ACTIONS,
  act,
  begin,
  LONGEST,
  makePool,
  PARENT,
  possible,
  WIDEST,
} from '../../src/syntax/transitions.ts';
import { type AveragedTable, averagedTable, randomFrom, shuffle } from './learners.ts';
import { type GoldTree, goldTree, rightAction } from './oracle.ts';
import { forgetLearned, LEARNED_SCORES, scoreLearned } from './parser-scores.ts';

/** One sentence to learn from: its words, the tags that the tagger gives it, the gold tree. */
export interface TreeExample {
  readonly types: Int32Array;
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
export function treeExamples(
  { words: { types, first } }: { words: { types: Int32Array; first: Int32Array } },
  tags: Uint8Array,
  heads: Int32Array,
): TreeExample[] {
  const examples: TreeExample[] = [];
  for (let index = 0; index + 1 < first.length; index++) {
    const [from, to] = [first[index]!, first[index + 1]!];
    if (to - from < 2 || to - from > LONGEST) continue;
    const gold = goldTree(heads, from, to);
    if (gold) examples.push({ types, tags, from, to, gold });
  }
  return examples;
}

/** Weights as they are learned, and how many rows their table has. */
interface Learner {
  readonly learned: AveragedTable;
  readonly bits: number;
}

/** The best wrong derivation where it is furthest above the right one: its last configuration and its length. */
interface Violation {
  readonly wrong: number;
  readonly steps: number;
}

const POOL = makePool(WIDEST + 1);
const BEAM = makeBeam();
/** The right derivation: its configurations and the sums of their scores. */
const RIGHT_PATH = new Int32Array(2 * LONGEST + 1);
const RIGHT_SCORES = new Float64Array(2 * LONGEST + 1);

/** Trains one parser; the table holds averaged weights. */
export function trainParser(
  examples: readonly TreeExample[],
  { bits, epochs, seed, width }: ParserOptions,
): ParserModel & { table: Float32Array } {
  const learner = { learned: averagedTable(2 ** bits * ACTIONS), bits };
  const random = randomFrom(seed);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { types, tags, from, to, gold } of order) {
      learner.learned.tick();
      const sentence = readSentence(types, tags, from, to);
      forgetLearned();
      follow(learner, sentence, gold);
      const violation = search(learner, sentence, width);
      if (violation) correct(learner, sentence, violation);
    }
  }
  return { bits, table: learner.learned.average() };
}

/** Begins the sentence in the pool and writes the right derivation. */
function follow(learner: Learner, sentence: Sentence, gold: GoldTree): void {
  let at = begin(POOL, sentence.size);
  RIGHT_PATH[0] = at;
  RIGHT_SCORES[0] = 0;
  for (let step = 0; step < 2 * sentence.size; step++) {
    const action = rightAction(POOL, at, gold);
    let sum = RIGHT_SCORES[step]!;
    if (!isOne(possible(POOL, at))) {
      scoreLearned(learner.learned.weights, learner.bits, sentence, POOL, at);
      sum += LEARNED_SCORES[action]!;
    }
    at = act(POOL, at, action);
    RIGHT_PATH[step + 1] = at;
    RIGHT_SCORES[step + 1] = sum;
  }
}

/** Searches as the parser does, without its margin; null where the beam's best was never wrong and above the right one. */
function search(learner: Learner, sentence: Sentence, width: number): Violation | null {
  BEAM.count = 1;
  BEAM.configurations[0] = RIGHT_PATH[0]!;
  BEAM.scores[0] = 0;
  let worst = 0;
  let violation: Violation | null = null;
  for (let step = 0; step < 2 * sentence.size; step++) {
    for (let index = 0; index < BEAM.count; index++) offerActions(learner, sentence, index, width);
    advance(BEAM, POOL, Number.POSITIVE_INFINITY);
    const excess = BEAM.scores[0]! - RIGHT_SCORES[step + 1]!;
    if (excess >= worst && !same(POOL.configurations, BEAM.configurations[0]!, RIGHT_PATH[step + 1]!)) {
      worst = excess;
      violation = { wrong: BEAM.configurations[0]!, steps: step + 1 };
    }
  }
  return violation;
}

/** Offers all continuations of one of the beam's derivations. */
function offerActions(learner: Learner, sentence: Sentence, index: number, width: number): void {
  const at = BEAM.configurations[index]!;
  const sum = BEAM.scores[index]!;
  const actions = possible(POOL, at);
  if (isOne(actions)) {
    offer(index, 31 - Math.clz32(actions), sum, width);
    return;
  }
  scoreLearned(learner.learned.weights, learner.bits, sentence, POOL, at);
  for (let action = 0; action < ACTIONS; action++) {
    if (actions & (1 << action)) offer(index, action, sum + LEARNED_SCORES[action]!, width);
  }
}

/** Moves the weights towards the right derivation and away from the wrong one, from where they part. */
function correct(learner: Learner, sentence: Sentence, { wrong, steps }: Violation): void {
  const right = RIGHT_PATH[steps]!;
  const apart = steps - commonSteps(POOL.configurations, wrong, right, steps);
  reward(learner, sentence, right, apart, 1);
  reward(learner, sentence, wrong, apart, -1);
}

/** Moves the weights of a derivation's last `steps` actions, back from the configuration `last`. */
function reward({ learned, bits }: Learner, sentence: Sentence, last: number, steps: number, change: number): void {
  const { configurations } = POOL;
  let at = last;
  for (let step = 0; step < steps; step++) {
    const action = configurations[at + ACTION]!;
    at = configurations[at + PARENT]!;
    if (isOne(possible(POOL, at))) continue;
    allFeatures(sentence, POOL, at, bits);
    for (let feature = 0; feature < FEATURE_COUNT; feature++)
      learned.update(SLOTS[feature]! * ACTIONS + action, change);
  }
}

/** True where only one action is possible: then there is nothing to score. */
const isOne = (actions: number): boolean => (actions & (actions - 1)) === 0;

/** True where two derivations of the same length took the same actions. */
function same(configurations: Int32Array, a: number, b: number): boolean {
  let [one, other] = [a, b];
  while (one !== other) {
    if (configurations[one + ACTION] !== configurations[other + ACTION]) return false;
    one = configurations[one + PARENT]!;
    other = configurations[other + PARENT]!;
    if (one < 0 || other < 0) break;
  }
  return true;
}

/** How many actions from the beginning two derivations of the same length share. */
function commonSteps(configurations: Int32Array, a: number, b: number, length: number): number {
  let [one, other] = [a, b];
  let common = length;
  for (let step = length; step > 0; step--) {
    if (configurations[one + ACTION] !== configurations[other + ACTION]) common = step - 1;
    one = configurations[one + PARENT]!;
    other = configurations[other + PARENT]!;
  }
  return common;
}
