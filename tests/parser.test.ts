/** The parser's parts: derivations, the beam, and the clause that reports. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goldTree, rightAction } from '../bench/train/oracle.ts';
import { fromSilver } from '../bench/train/silver.ts';
import type { Sentence } from '../src/document.ts';
import { advance, makeBeam, offer } from '../src/syntax/beam.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { RELATIONS } from '../src/syntax/labels.ts';
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
