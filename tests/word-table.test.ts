/** Tables of words that are asked as they are: what they say, what they lack, and what they cannot hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIST } from '../bench/train/gazetteer.ts';
import { loadLexicon } from '../src/lexicon.ts';
import { lookUp, wordTable } from '../src/model/word-table.ts';
import { bitOf, gazetteerBits } from '../src/names/gazetteer.ts';

describe('a table of words', () => {
  test('says of each word what it was told, and nothing of others', () => {
    const values = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.nat(65_535));
    fc.assert(
      fc.property(values, fc.string(), (entries, other) => {
        const words = new Map(Object.entries(entries));
        const table = wordTable(words);
        for (const [word, value] of words) expect(lookUp(table, word)).toBe(value);
        if (!words.has(other)) expect(lookUp(table, other)).toBe(-1);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
  test('keeps words apart whose letters have one hash', () => {
    const table = wordTable(
      new Map([
        ['mikhajlov', 1],
        ['jessie', 2],
      ]),
    );
    expect([lookUp(table, 'mikhajlov'), lookUp(table, 'jessie')]).toEqual([1, 2]);
  });
  test('refuses more words than it can hold', () => {
    const words = new Map(Array.from({ length: 65_536 }, (_, index) => [`w${index}`, 0] as const));
    expect(() => wordTable(words)).toThrow('65536 words are more than a table holds');
  });
});

test('the packed gazetteer says of every word of the list what stands there', () => {
  const cues = bitOf('title') - 1;
  const wrong = loadLexicon(LIST).flatMap(([flags, words]) => {
    const bits = [...flags!].reduce((sum, flag) => sum | bitOf(flag), 0);
    return words!.split(' ').filter((word) => (gazetteerBits(word) & cues) !== bits);
  });
  expect(wrong).toEqual([]);
});
