import { describe, expect, it } from 'vitest';
import type { Article } from '../src/document.ts';
import { analyse } from '../src/extract.ts';
import { readCases } from './markup.ts';

const CASES = readCases('comparisons.cases.txt');

/** The pairs found in a text, each as "relation: first | second". */
function pairsOf(text: string): string[] {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  const { numbers, comparisons } = analyse(article);
  return comparisons.map(({ relation, numbers: [first, second] }) => {
    const cut = (index: number): string => text.slice(numbers[index]!.start, numbers[index]!.end);
    return `${relation}: ${cut(first!)} | ${cut(second!)}`;
  });
}

const results = CASES.map(({ place, text, spans }) => {
  const cuts = spans.map(({ start, end }) => text.slice(start, end));
  return {
    place,
    text,
    expected: spans.length === 0 ? [] : [`${spans[0]!.role}: ${cuts.join(' | ')}`],
    found: pairsOf(text),
  };
});

describe('figures compared', () => {
  const pairs = CASES.filter(({ spans }) => spans.length === 2).length;

  it('holds true pairs and near misses, about half of each', () => {
    expect(pairs).toBeGreaterThanOrEqual(40);
    expect(CASES.filter(({ spans }) => spans.length === 0).length).toBeGreaterThanOrEqual(36);
    expect(CASES.every(({ spans }) => spans.length === 0 || spans.length === 2)).toBe(true);
  });

  it('finds at least seven of ten true pairs, and nine of ten that it finds are true', () => {
    const right = results.filter(
      ({ expected, found }) => expected[0] !== undefined && found.includes(expected[0]),
    ).length;
    const total = results.reduce((sum, { found }) => sum + found.length, 0);
    const wrong = results.filter(({ expected, found }) => found.join() !== expected.join());
    const report = wrong
      .map(({ place, text, found }) => `${place} ${text} -> ${found.join('; ') || 'nothing'}`)
      .join('\n');
    expect(right / pairs, report).toBeGreaterThanOrEqual(0.7);
    expect(right / total, report).toBeGreaterThanOrEqual(0.9);
  });
});
