/** The parser's parts: derivations, the beam, and the clause that reports. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../bench/train/learners.ts';
import { goldTree, rightAction } from '../bench/train/oracle.ts';
import { usedRows } from '../bench/train/rows.ts';
import { fromSilver } from '../bench/train/silver.ts';
import type { Sentence } from '../src/document.ts';
import { advance, makeBeam, offer } from '../src/syntax/beam.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { RELATIONS } from '../src/syntax/labels.ts';
import { allFeatures, FEATURE_COUNT, SLOTS } from '../src/syntax/parsefeatures.ts';
import { readSentence } from '../src/syntax/parser.ts';
import { ACTION_SCORES, forgetSums, scoreActions } from '../src/syntax/scores.ts';
import { act, begin, headsOf, LEFT, makePool, possible, RIGHT, SHIFT } from '../src/syntax/transitions.ts';
import { findWords } from '../src/syntax/words.ts';
import { articleOf } from './attributed.ts';

/** Any tree: each word hangs on an earlier one in a random order, whose first is the root. */
const trees = fc.integer({ min: 1, max: 25 }).chain((size) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, at) => at),
        { minLength: size },
      ),
      fc.array(fc.nat(), { minLength: size, maxLength: size }),
    )
    .map(([order, picks]) => {
      const heads = new Int32Array(size);
      for (const [rank, word] of order.entries()) heads[word] = rank === 0 ? -1 : order[picks[rank]! % rank]!;
      return heads;
    }),
);

describe('derivations', () => {
  test('the right one builds the gold tree, in two actions a word, all of them possible', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        const gold = goldTree(heads, 0, heads.length)!;
        const pool = makePool(1);
        let at = begin(pool, heads.length);
        for (let step = 0; step < 2 * heads.length; step++) {
          const action = rightAction(pool, at, gold);
          expect(possible(pool, at) & (1 << action)).not.toBe(0);
          at = act(pool, at, action);
        }
        expect(possible(pool, at)).toBe(0);
        const built = new Int32Array(heads.length);
        headsOf(pool, at, built);
        expect(Array.from(built)).toEqual(Array.from(gold.heads));
      }),
    );
  });

  test('a configuration stays as it was when another follows from it', () => {
    const pool = makePool(4);
    const first = act(pool, begin(pool, 3), SHIFT);
    const before = pool.configurations.slice(first, first + 7);
    const [left, right] = [act(pool, first, LEFT), act(pool, first, RIGHT)];
    expect(pool.configurations.slice(first, first + 7)).toEqual(before);
    expect(possible(pool, left)).not.toBe(possible(pool, right));
  });
});

test('kept sums add up to the sums of all features, whatever was scored before', () => {
  const bits = 10;
  const random = randomFrom(7);
  const table = Int8Array.from({ length: 4 << bits }, () => Math.floor(random() * 9) - 4);
  const model = { bits, ...usedRows(table) };
  const text = 'Two of the three ministers, the agency said on Friday, had left the capital before the vote was held.';
  const sentences: Sentence[] = [{ start: 0, end: text.length, kind: 'body', paragraph: 0 }];
  const words = findWords(articleOf(text), { sentences });
  const { tags } = findSyntax(articleOf(text), { sentences, words });
  const sentence = readSentence(words.types, tags, 0, words.count);
  const pool = makePool(16);
  forgetSums(words.count);
  let scored = 0;
  for (let derivation = 0; derivation < 12; derivation++) {
    // The pool is never begun anew, so that the derivations' items stay apart.
    let at = derivation === 0 ? begin(pool, words.count) : 0;
    for (let actions = possible(pool, at); actions !== 0; actions = possible(pool, at)) {
      const choices = [0, 1, 2, 3].filter((action) => actions & (1 << action));
      if (choices.length > 1) {
        scoreActions(model, sentence, pool, at);
        const kept = Array.from(ACTION_SCORES);
        allFeatures(sentence, pool, at, bits);
        const rows = Array.from(SLOTS.subarray(0, FEATURE_COUNT));
        const sums = [0, 1, 2, 3].map((action) => rows.reduce((sum, row) => sum + table[row * 4 + action]!, 0));
        expect(kept).toEqual(sums);
        expect(new Set(rows).size).toBeGreaterThan(FEATURE_COUNT / 2);
        scored += 1;
      }
      at = act(pool, at, choices[Math.floor(random() * choices.length)]!);
    }
  }
  expect(scored).toBeGreaterThan(200);
});

test('a beam keeps the best, the first of equals before, and gives up what falls behind', () => {
  const pool = makePool(4);
  const beam = makeBeam();
  beam.configurations[0] = act(pool, begin(pool, 3), SHIFT);
  beam.count = 1;
  offer(0, SHIFT, 5, 2);
  offer(0, LEFT, 9, 2);
  offer(0, RIGHT, 9, 2);
  advance(beam, pool, 100);
  expect([beam.count, beam.scores[0], beam.scores[1]]).toEqual([2, 9, 9]);
  expect(possible(pool, beam.configurations[0]!)).toBe(1 << SHIFT);
  offer(0, SHIFT, 20, 2);
  offer(1, SHIFT, 3, 2);
  advance(beam, pool, 10);
  expect([beam.count, beam.scores[0]]).toEqual([1, 20]);
});

describe('a clause that reports', () => {
  /** Word, relation and head of the words in question. */
  function arcs(text: string, ...wanted: string[]): string[] {
    const sentences: Sentence[] = [{ start: 0, end: text.length, kind: 'body', paragraph: 0 }];
    const words = findWords(articleOf(text), { sentences });
    const { heads, relations } = findSyntax(articleOf(text), { sentences, words });
    return wanted.map((form) => {
      const word = words.forms.indexOf(form);
      return `${form} ${RELATIONS[relations[word]!]} ${words.forms[heads[word]!] ?? 'root'}`;
    });
  }

  test('hangs on the statement before it, however that ends', () => {
    const text =
      'The president will meet his guest in May to discuss and promote the union and build joint energy projects, ' +
      'the palace’s press service said, according to Novinar.';
    expect(arcs(text, 'service', 'said')).toEqual(['service nsubj said', 'said parataxis meet']);
  });

  test('is left alone where its verb goes on', () => {
    expect(arcs('After the vote, the mayor said that taxes would rise.', 'said')).toEqual(['said root root']);
  });
});

test('silver reports after a statement are turned as the gold treebanks have them', () => {
  const word = (tag: string, head: number, relation: string) => ({ tag, head, relation, entity: 'O' });
  const rows = [
    ...[word('NNS', 2, 'nsubj'), word('VBD', 5, 'ccomp'), word(',', 5, 'punct')],
    ...[word('PRP', 5, 'nsubj'), word('VBD', 0, 'root'), word('.', 5, 'punct')],
  ];
  expect(fromSilver(rows, true).map(({ head, relation }) => `${relation} ${head}`)).toEqual([
    ...['nsubj 2', 'root 0', 'punct 5', 'nsubj 5', 'parataxis 2', 'punct 2'],
  ]);
  expect(fromSilver(rows, false)[1]).toEqual({ head: 5, relation: 'ccomp' });
});
