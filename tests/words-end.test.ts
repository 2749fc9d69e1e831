import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findWords } from '../src/syntax/words.ts';

const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;

test('figures and marks in any order are cut into words that go forward', () => {
  const marks = fc.constantFrom(...'0123456789', '-', '/', ':', ',', '.', ' ', 'a', 'T');
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 40 }), (letters) => {
      const text = letters.join('');
      const article: Article = { id: 'a', source: 'a', text, title: null, published, plain: true };
      const words = findWords(article, { sentences: findSentences(article, {}) });
      for (let word = 0; word < words.count; word += 1) {
        expect(words.ends[word]!).toBeGreaterThan(words.starts[word]!);
        if (word > 0) expect(words.starts[word]!).toBeGreaterThanOrEqual(words.ends[word - 1]!);
      }
    }),
    { numRuns: 3000, seed: 20201130 },
  );
});
