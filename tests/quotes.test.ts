import { expect, test } from 'vitest';
import type { Article, Quote } from '../src/document.ts';
import { findQuotes } from '../src/quotes/index.ts';
import { findSentences } from '../src/sentences/index.ts';
import { growthOf } from './counted.ts';
import { readCases, underline } from './markup.ts';

function quotesOf(text: string): readonly Quote[] {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  return findQuotes(article, { sentences: findSentences(article, {}) });
}

const roleOf = ({ closed, continues }: Quote): string => (continues ? 'cont' : closed ? 'q' : 'open');

test.each(readCases('quotes.cases.txt'))('$place $title', ({ text, spans }) => {
  const expected = spans.map(({ start, end, role }) => ({ start, end, note: role }));
  const found = quotesOf(text).map((quote) => ({ start: quote.start, end: quote.end, note: roleOf(quote) }));
  expect(underline(text, found)).toBe(underline(text, expected));
});

test('depth counts the quotations around one', () => {
  expect(quotesOf('“He said ‘go to “Rex” now’ to me.” ‘Yes.’').map(({ depth }) => depth)).toEqual([0, 1, 2, 0]);
});

test('a quotation that no mark closes ends with its paragraph, and the next paragraph is free of it', () => {
  const text = '“We go, then.\n\nThe hall was empty.';
  expect(quotesOf(text)).toEqual([{ start: 0, end: 13, closed: false, continues: false, depth: 0 }]);
});

test.each([
  '"a ',
  '“a ',
  'a” ',
  '“a, b ',
  'a,” he said ',
  '“A b, the ',
  "'a b' ",
  "a's' ",
  '““',
  'He said so. “Yes.”\n\n',
])('work grows with the text, not with its square: %j', (piece) => {
  const read = (length: number) => quotesOf(piece.repeat(length / piece.length));
  expect(growthOf(read, 2_000, 32_000)).toBeLessThan(24);
});
