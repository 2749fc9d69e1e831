import { expect, test } from 'vitest';
import type { Article, Sentence } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { growthOf } from './counted.ts';
import { readCases, underline } from './markup.ts';

const KINDS = { s: 'body', h: 'heading' } as const;

function split(text: string): readonly Sentence[] {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  return findSentences(article, {});
}

test.each(readCases('sentences.cases.txt'))('$place $title', ({ text: marked, spans }) => {
  const text = marked.replaceAll('↵', '\n');
  const expected = spans.map(({ start, end, role }) => ({ start, end, note: KINDS[role as 's' | 'h'] }));
  const found = split(text).map(({ start, end, kind }) => ({ start, end, note: kind }));
  expect(underline(text, found)).toBe(underline(text, expected));
});

test('paragraphs are counted by blank lines and line breaks, wrapped lines as one', () => {
  expect(split('Heading\nOne. Two.\n\n\nThree.').map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 2]);
  const wrapped =
    'The river rose by three metres in the night and\ntook the old bridge with it, the mayor said, and\nthe new one, which is to be built of steel, would\nnot be ready.';
  expect(split(wrapped)).toHaveLength(1);
});

test('white space of every kind is left out, empty texts have no sentences', () => {
  expect(split('')).toEqual([]);
  expect(split(' \n\u00a0\u2003\r\n\ufeff')).toEqual([]);
  expect(split('\r\n  One.\u00a0 Two.\u2028Three. \r\n')).toMatchObject([
    { start: 4, end: 8, paragraph: 0 },
    { start: 10, end: 14, paragraph: 0 },
    { start: 15, end: 21, paragraph: 1 },
  ]);
});

test.each([
  '. ',
  'a.a.',
  'A. B. ',
  '"a ',
  '.[1]',
  '.)',
  ' ',
  '\n',
  '1 2. ',
  'A heading\n',
  '• a ',
  '1. a 2. ',
  'http://a.b/c.D ',
])('work grows with the text, not with its square: %j', (piece) => {
  expect(growthOf((length) => split(piece.repeat(length / piece.length)), 2_000, 32_000)).toBeLessThan(24);
});
