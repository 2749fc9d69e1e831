/** The parser's parts: derivations, the beam, and the clause that reports. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../bench/train/learners.ts';
import { goldTree, LEFT, RIGHT, rightAction, SHIFT } from '../bench/train/oracle.ts';
import { placeRows } from '../bench/train/rows.ts';
import { fromSilver } from '../bench/train/silver.ts';
import type { Sentence } from '../src/document.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { type Kernel, makeKernel } from '../src/syntax/kernel.ts';
import { RELATIONS } from '../src/syntax/labels.ts';
import { shippedModels } from '../src/syntax/models.ts';
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

const WORD = { types: Int32Array.of(0), starts: Int32Array.of(0), ends: Int32Array.of(1) };

/** A kernel without weights that has begun a sentence of so many words, each the same. */
function begun(size: number): { kernel: Kernel; call: Kernel['call']; first: number } {
  const kernel = makeKernel();
  const [types, starts, ends] = [WORD.types, WORD.starts, WORD.ends].map((column) =>
    new Int32Array(size).fill(column[0]!),
  ) as [Int32Array, Int32Array, Int32Array];
  kernel.read(null, { types, starts, ends }, 0, size);
  kernel.call.readSentence(0, size);
  return { kernel, call: kernel.call, first: kernel.call.begin() };
}

describe('derivations', () => {
  test('the right one builds the gold tree, in two actions a word, all of them possible', () => {
    fc.assert(
      fc.property(trees, (heads) => {
        const gold = goldTree(heads, 0, heads.length)!;
        const { kernel, call, first } = begun(heads.length);
        let at = first;
        for (let step = 0; step < 2 * heads.length; step++) {
          const action = rightAction(kernel, at, gold);
          expect(call.possible(at) & (1 << action)).not.toBe(0);
          at = call.act(at, action);
        }
        expect(call.possible(at)).toBe(0);
        call.headsOf(at, kernel.heads.byteOffset);
        expect(Array.from(kernel.heads.subarray(0, heads.length))).toEqual(Array.from(gold.heads));
      }),
    );
  });

  test('a configuration stays as it was when another follows from it', () => {
    const { call, first } = begun(3);
    const shifted = call.act(first, SHIFT);
    const describe = () =>
      [call.nextOf, call.wordOnTop, call.isHeaded, call.parentOf, call.actionOf, call.possible].map((ask) =>
        ask(shifted),
      );
    const before = describe();
    const [left, right] = [call.act(shifted, LEFT), call.act(shifted, RIGHT)];
    expect(describe()).toEqual(before);
    expect(call.possible(left)).not.toBe(call.possible(right));
  });
});

test('kept sums add up to the sums of all features, whatever was scored before, packed or as they are learned', () => {
  const bits = 10;
  const random = randomFrom(7);
  const table = Int8Array.from({ length: 4 << bits }, () => Math.floor(random() * 9) - 4);
  const text = 'Two of the three ministers, the agency said on Friday, had left the capital before the vote was held.';
  const sentences: Sentence[] = [{ start: 0, end: text.length, kind: 'body', paragraph: 0 }];
  const words = findWords(articleOf(text), { sentences });
  const { tags } = findSyntax(articleOf(text), { sentences, words });
  for (const kind of ['scorePacked', 'scoreLearned'] as const) {
    const kernel = makeKernel();
    const { call, slots, featureCount } = kernel;
    if (kind === 'scorePacked') placeRows(kernel, table, bits);
    else {
      const { address, values } = kernel.floats(table.length);
      values.set(table);
      call.setLearned(address, bits);
    }
    kernel.read(shippedModels().lexicon, words, 0, words.count);
    kernel.tags.set(tags);
    call.readSentence(0, words.count);
    call.forgetSums();
    // Begun once, so that the derivations' items stay apart.
    const first = call.begin();
    let scored = 0;
    for (let derivation = 0; derivation < 12; derivation++) {
      let at = first;
      for (let actions = call.possible(at); actions !== 0; actions = call.possible(at)) {
        const choices = [0, 1, 2, 3].filter((action) => actions & (1 << action));
        if (choices.length > 1) {
          const kept = [0, 1, 2, 3].map((action) => call[kind](at, action));
          call.allFeatures(at);
          const rows = Array.from(slots.subarray(0, featureCount));
          const sums = [0, 1, 2, 3].map((action) => rows.reduce((sum, row) => sum + table[row * 4 + action]!, 0));
          expect(kept).toEqual(sums);
          expect(new Set(rows).size).toBeGreaterThan(featureCount / 2);
          scored += 1;
        }
        at = call.act(at, choices[Math.floor(random() * choices.length)]!);
      }
    }
    expect(scored).toBeGreaterThan(200);
  }
});

test('a beam keeps the best, the first of equals before, and gives up what falls behind', () => {
  const { call, first } = begun(3);
  call.follow(call.act(first, SHIFT));
  call.offer(0, SHIFT, 5, 2);
  call.offer(0, LEFT, 9, 2);
  call.offer(0, RIGHT, 9, 2);
  call.advance(100);
  expect([call.sumAt(0), call.sumAt(1)]).toEqual([9, 9]);
  expect(call.possible(call.configurationAt(0))).toBe(1 << SHIFT);
  expect(call.actionOf(call.configurationAt(1))).toBe(RIGHT);
  call.offer(0, SHIFT, 20, 2);
  call.offer(1, SHIFT, 3, 2);
  call.advance(10);
  expect([call.followed(), call.sumAt(0)]).toEqual([1, 20]);
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
