/** Whether a claim's own main clause denies: sixty cases of which at most two may be wrong. */
import { describe, expect, it } from 'vitest';
import { modalityOf, modalKinds } from '../src/claims/modality.ts';
import type { Article } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { readCases } from './markup.ts';

const CASES = readCases('negated.cases.txt');

function isNegated(text: string, start: number, end: number): boolean {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  return modalityOf({ words, syntax }, modalKinds(), [{ start, end }]).negated;
}

describe('negated', () => {
  it('holds 66 contents, half of them with a denial elsewhere', () => {
    expect(CASES).toHaveLength(66);
    expect(CASES.filter(({ spans }) => spans[0]!.role === 'pos')).toHaveLength(33);
  });

  it('is told right in at least 64 of 66', () => {
    const wrong = CASES.filter(({ text, spans }) => {
      const { start, end, role } = spans[0]!;
      return isNegated(text, start, end) !== (role === 'neg');
    });
    const report = wrong.map(({ place, text }) => `${place} ${text}`).join('\n');
    expect(wrong.length, report).toBeLessThanOrEqual(2);
  });
});
