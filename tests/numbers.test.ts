import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findDates } from '../src/dates/index.ts';
import { findPublished } from '../src/dates/published.ts';
import type { Article, NumberMention } from '../src/document.ts';
import { findNumbers } from '../src/numbers/index.ts';
import { READERS } from '../src/numbers/readers.ts';
import { REFUSALS } from '../src/numbers/refusals/index.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { growthOf } from './counted.ts';
import { parseMarkup, readCases, underline } from './markup.ts';

/** The article and all that the stage needs of it; unparsed it has words without tags, tree and dates, which is quick. */
function prepared(text: string, parsed = true): Parameters<typeof findNumbers> {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article: Article = { id: 'case', source: '-', text, title: null, published, plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  if (!parsed) {
    const none = new Uint8Array(words.count);
    const syntax = { tags: none, heads: new Int32Array(words.count).fill(-1), relations: none };
    return [article, { sentences, words, syntax, dates: [] }];
  }
  const syntax = findSyntax(article, { sentences, words });
  const dates = findDates(article, {
    ...{ sentences, words, syntax },
    published: findPublished(article, { sentences, words, syntax }),
  });
  return [article, { sentences, words, syntax, dates }];
}

const numbersOf = (text: string): readonly NumberMention[] => findNumbers(...prepared(text));

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

afterEach(() => {
  vi.restoreAllMocks();
});

describe('cases', () => {
  it.each(readCases('numbers.cases.txt'))('$place $title', ({ text, spans, options }) => {
    const found = numbersOf(text);
    const asked = (start: number): string => spans.find((span) => span.start === start)?.value ?? '';
    const actual = found.map(({ start, end, ...rest }) => ({
      start,
      end,
      note: asWritten({ start, end, ...rest }, asked(start)),
    }));
    const expected = spans.map(({ start, end, value }) => ({ start, end, note: value ?? '' }));
    if (options.gap === undefined) expect(underline(text, actual)).toBe(underline(text, expected));
    else expect(underline(text, actual), 'the gap is closed: take its mark away').not.toBe(underline(text, expected));
  });
});

describe.each(READERS)('reader $name', (reader) => {
  const { name, examples, not } = reader;

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

  it.each(not)('is asked and finds nothing in %s', (text) => {
    const asked = vi.spyOn(reader, 'read');
    expect(numbersOf(text).filter(({ by }) => by === name)).toEqual([]);
    expect(asked, 'the reader is never asked: nothing has to turn it down').toHaveBeenCalled();
  });
});

describe.each(REFUSALS)('refusal: $name', (refusal) => {
  it.each(refusal.examples)('finds no number in %s', (text) => {
    const refuses = vi.spyOn(refusal, 'refuses');
    expect(numbersOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
    expect(
      refuses.mock.results.some(({ value }) => value === true),
      'this refusal turns nothing down here',
    ).toBe(true);
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

const PHRASES = [
  ...[
    'about',
    'nearly',
    'more than',
    'fewer than',
    'up to',
    'at least',
    'at most',
    'between',
    'from',
    'or more',
    'or so',
  ],
  ...[
    'rose by',
    'fell to',
    'percent',
    'years',
    'couple of',
    'and a half',
    'in',
    'fold',
    'times as',
    'per hour',
    'miles',
  ],
].map((phrase) => ` ${phrase} `);

describe('any text', () => {
  it('gives finite values, ordered bounds and sorted spans', () => {
    const text = fc.array(fc.constantFrom(...PIECES, ...PHRASES), { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), (glued, spaced) => {
        let last = 0;
        for (const { start, end, value, min, max } of numbersOf(spaced ? glued.split('').join(' ') : glued)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          for (const number of [value, min, max]) expect(number === null || Number.isFinite(number)).toBe(true);
          if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
          if (min !== null && value !== null) expect(min).toBeLessThanOrEqual(value);
          if (value !== null && max !== null) expect(value).toBeLessThanOrEqual(max);
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

describe('work grows with the text', () => {
  it.each([
    ['news', 'More than 800 soldiers came on Monday, and it cost $10 to $15 billion, up 5 percent. '],
    ['number words', 'one hundred and two thousand and three million and '],
    ['digits and separators', '1,000,000 1.5-2.5 9/10 5 000 '],
    ['units and currencies', '5 feet 2 inches and US$ 5 per barrel an hour, '],
    ['hard wraps', 'at least 5\nmillion people and\n'],
  ])('not with its square: %s', (_, piece) => {
    const base = piece.repeat(Math.ceil(2_000 / piece.length));
    const made = new Map([1, 16].map((times) => [times, prepared(base.repeat(times), piece.includes('Monday'))]));
    expect(growthOf((times) => findNumbers(...made.get(times)!), 1, 16)).toBeLessThan(24);
  });
});
