/** Trains the parser: averaged perceptron, dynamic oracle, exploration. */
import { FEATURE_COUNT, parserFeatures, SLOTS } from '../../src/syntax/parsefeatures.ts';
import { bestAction, type ParserModel, readSentence } from '../../src/syntax/parser.ts';
import {
  ACTIONS,
  act,
  begin,
  isDone,
  LEFT,
  LONGEST,
  makeState,
  possible,
  REDUCE,
  RIGHT,
  SHIFT,
} from '../../src/syntax/transitions.ts';
import { averagedTable, randomFrom, shuffle } from './learners.ts';
import { freeActions, type GoldTree, goldTree } from './oracle.ts';

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
}

/** In this share of the moves after the first epoch the learner follows its own mistakes. */
const EXPLORE = 0.9;

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

/** Trains one parser; the table holds averaged weights. */
export function trainParser(
  examples: readonly TreeExample[],
  { bits, epochs, seed }: ParserOptions,
  report?: (model: ParserModel, epoch: number) => void,
): ParserModel & { table: Float32Array } {
  const learned = averagedTable(2 ** bits * ACTIONS);
  const { weights: table } = learned;
  const random = randomFrom(seed);
  const order = [...examples];
  const state = makeState();
  const scores = new Float64Array(ACTIONS);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { types, tags, from, to, gold } of order) {
      const sentence = readSentence(types, tags, from, to);
      begin(state, to - from);
      while (!isDone(state)) {
        const actions = possible(state);
        if ((actions & (actions - 1)) === 0) {
          act(state, 31 - Math.clz32(actions));
          continue;
        }
        learned.tick();
        parserFeatures(sentence, state, bits);
        scores.fill(0);
        for (let at = 0; at < FEATURE_COUNT; at++) {
          const row = SLOTS[at]!;
          for (let action = 0; action < ACTIONS; action++) scores[action]! += table[row + action]!;
        }
        const [shift, left, right, reduce] = [scores[SHIFT]!, scores[LEFT]!, scores[RIGHT]!, scores[REDUCE]!];
        const guess = bestAction(actions, shift, left, right, reduce);
        const free = freeActions(state, gold, actions);
        if (free & (1 << guess)) {
          act(state, guess);
          continue;
        }
        const correct = bestAction(free, shift, left, right, reduce);
        for (let at = 0; at < FEATURE_COUNT; at++) {
          learned.update(SLOTS[at]! + correct, 1);
          learned.update(SLOTS[at]! + guess, -1);
        }
        act(state, epoch > 0 && random() < EXPLORE ? guess : correct);
      }
    }
    report?.({ bits, table: learned.average() }, epoch);
  }
  return { bits, table: learned.average() };
}
