/** Planted disagreements: how many of sixty are called so. */
import { expect, it } from 'vitest';
import type { Article } from '../src/document.ts';
import { analyse } from '../src/extract.ts';
import { readCases } from './markup.ts';

const CASES = readCases('disagreements.cases.txt');

it('calls at least six of ten planted disagreements by their name', () => {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const missed = CASES.filter(({ text, spans }) => {
    const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
    const { numbers, comparisons } = analyse(article);
    return !comparisons.some(
      ({ relation, numbers: pair }) =>
        relation === 'disagree' && pair.every((index, at) => numbers[index]!.start === spans[at]!.start),
    );
  });
  expect(CASES).toHaveLength(60);
  const report = missed.map(({ place, text }) => `${place} ${text}`).join('\n');
  expect(1 - missed.length / CASES.length, report).toBeGreaterThanOrEqual(0.6);
});
