import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/document.ts';
import { findNames } from '../src/names/index.ts';
import { isMake } from '../src/names/not-persons.ts';
import { cutTitles } from '../src/names/titles.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { readCases, underline } from './markup.ts';

function read(text: string) {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: 'case', text, title: null, published, plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  return { words, names: findNames(article, { sentences, words, syntax }) };
}

describe('names', () => {
  it.each(readCases('names.cases.txt').map((one) => [one.place, one] as const))('%s', (_, { text, spans }) => {
    const { names } = read(text);
    const right = spans.every(({ role, start, end }) =>
      role === 'none'
        ? !names.some((name) => name.kind === 'person' && name.start < end && start < name.end)
        : names.some((name) => name.kind === role && name.start === start && name.end === end),
    );
    const shown = names.map((name) => ({ ...name, note: name.kind }));
    expect(right, underline(text, shown)).toBe(true);
    const wanted = spans.filter(({ role }) => role === 'person').length;
    expect(names.filter(({ kind }) => kind === 'person').length, underline(text, shown)).toBe(wanted);
  });

  it('are the same when an article is read again after others', () => {
    const text = 'Svetlana Tikhanovskaya met Emmanuel Macron in Paris.';
    const once = read(text).names;
    read('Quite another text about Paris Hilton.');
    expect(read(text).names).toEqual(once);
    expect(once.length).toBeGreaterThan(0);
  });

  it('lie inside any text, sorted and apart', () => {
    const word = fc.constantFrom(
      'Mr.',
      'John',
      'Smith',
      '’s',
      ',',
      'said',
      'THE',
      '\n',
      '.',
      '“',
      'van',
      '-',
      'Ångström',
      '66',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        const { names } = read(text);
        let end = 0;
        for (const name of names) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.end).toBeGreaterThan(name.start);
          end = name.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('titles', () => {
  it('are cut from the front, but the last word stays', () => {
    const { words } = read('Maj. Gen. John Major King');
    expect(cutTitles(words, 0, words.count)).toBe(2);
    expect(cutTitles(words, words.count - 1, words.count)).toBe(words.count - 1);
  });
});

describe('makes', () => {
  it('are counted vehicles, not people with a car', () => {
    const counted = read('43 Bradley combat vehicles').words;
    expect(isMake(counted, 1, 2)).toBe(true);
    const owner = read('Bradley bought vehicles').words;
    expect(isMake(owner, 0, 1)).toBe(false);
  });
});
