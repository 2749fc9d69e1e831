import { expect, test } from 'vitest';
import type { Article } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { keepTypes, wordTypes } from '../src/syntax/types.ts';
import { findWords } from '../src/syntax/words.ts';

const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;

function wordsOf(text: string) {
  const article: Article = { id: 'a', source: 'a', text, title: null, published, plain: true };
  return findWords(article, { sentences: findSentences(article, {}) });
}

/** Different words, more than the table keeps over the end of an article. */
function manyWords(seed: string): string {
  const letters = 'bcdfghklmnprst';
  const word = (at: number): string =>
    seed +
    Array.from({ length: 4 }, (_, place) => letters[Math.floor(at / letters.length ** place) % letters.length]).join(
      'a',
    );
  return `${Array.from({ length: 38_000 }, (_, at) => word(at)).join(' ')}.`;
}

test('the table starts anew between articles, unless it is to be kept', () => {
  wordsOf(manyWords('o'));
  const { generation } = wordTypes;
  wordsOf('A short one.');
  expect(wordTypes.generation).toBe(generation + 1);
  keepTypes();
  const held = wordsOf('The mayor of Linz said so.');
  wordsOf(manyWords('u'));
  wordsOf('Nobody else spoke.');
  expect(wordTypes.generation).toBe(generation + 1);
  expect(Array.from(held.types.subarray(0, held.count), (type) => wordTypes.forms[type])).toEqual([
    ...['The', 'mayor', 'of', 'Linz', 'said', 'so', '.'],
  ]);
});
