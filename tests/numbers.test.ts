import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../src/dates/index.ts';
import { findPublished } from '../src/dates/published.ts';
import type { Article, NumberMention } from '../src/document.ts';
import { findNumbers } from '../src/numbers/index.ts';
import { READERS } from '../src/numbers/readers.ts';
import { REFUSALS } from '../src/numbers/refusals/index.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { parseMarkup, readCases, underline } from './markup.ts';

function numbersOf(text: string): readonly NumberMention[] {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  const dates = findDates(article, {
    ...{ sentences, words, syntax },
    published: findPublished(article, { sentences, words, syntax }),
  });
  return findNumbers(article, { sentences, words, syntax, dates });
}

/** A mention as the cases write it, with only the properties that the case names. */
function asWritten(number: NumberMention, asked: string): string {
  const interval = `${number.min}..${number.max}`;
  const value = number.value === null && number.min !== null ? interval : String(number.value);
  const known = [
    number.unit?.replace(/\s/g, '_'),
    number.modifier,
    number.kind,
    number.counted?.replace(/\s/g, '_'),
    number.by,
    interval,
  ];
  const [, ...properties] = asked.split(';');
  return [
    value,
    ...properties.map((property) => (known.includes(property) ? property : `NOT ${property} (${known})`)),
  ].join(';');
}

describe('cases', () => {
  it.each(readCases('numbers.cases.txt'))('$place $title', ({ text, spans }) => {
    const found = numbersOf(text);
    const asked = (start: number): string => spans.find((span) => span.start === start)?.value ?? '';
    const actual = found.map(({ start, end, ...rest }) => ({
      start,
      end,
      note: asWritten({ start, end, ...rest }, asked(start)),
    }));
    const expected = spans.map(({ start, end, value }) => ({ start, end, note: value ?? '' }));
    expect(underline(text, actual)).toBe(underline(text, expected));
  });
});

describe.each(READERS)('reader $name', ({ name, examples, not }) => {
  it('has examples and a counter-example', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(not.length).toBeGreaterThan(0);
  });

  it.each(examples)('reads %s', (example) => {
    const { text, spans } = parseMarkup(example);
    const found = numbersOf(text);
    expect(
      found.map(({ start, end, ...rest }) => ({ start, end, value: asWritten({ start, end, ...rest }, '') })),
    ).toEqual(spans.map(({ start, end, value }) => ({ start, end, value })));
  });

  it.each(not)('finds nothing in %s', (text) => {
    expect(numbersOf(text).filter(({ by }) => by === name)).toEqual([]);
  });
});

describe.each(REFUSALS)('refusal: $name', ({ examples }) => {
  it.each(examples)('finds no number in %s', (text) => {
    expect(numbersOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});

const PIECES = [
  ...[
    'one',
    'two',
    'twenty',
    'hundred',
    'thousand',
    'million',
    'dozen',
    'dozens',
    'half',
    'a',
    'third',
    'and',
    'of',
    'to',
    'point',
  ],
  ...[
    '-',
    '.',
    ',',
    '/',
    '^',
    ' ',
    '$',
    '%',
    '€',
    '½',
    '9',
    '0',
    '12',
    '1,000',
    '2e308',
    'bn',
    'm',
    'k',
    'kg',
    'per',
    'over',
    'in',
  ],
];

describe('any text', () => {
  it('gives finite values, ordered bounds and sorted spans', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), (glued, spaced) => {
        let last = 0;
        for (const { start, end, value, min, max } of numbersOf(spaced ? glued.split('').join(' ') : glued)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          for (const number of [value, min, max]) expect(number === null || Number.isFinite(number)).toBe(true);
          if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes digits without end for no number', () => {
    expect(numbersOf(`It has ${'9'.repeat(400)} parts.`)).toEqual([]);
  });
});
