import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONSTRUCTS } from '../src/dates/configuration.ts';
import { findDates } from '../src/dates/index.ts';
import type { Article, DateMention, Published } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { type Marked, parseMarkup, readCases, underline } from './markup.ts';

function publishedOn(date: string | null): Published {
  return { date, basis: date === null ? 'unknown' : 'given', candidates: [], evidence: [] };
}

function datesOf(text: string, date: string | null): readonly DateMention[] {
  const published = publishedOn(date);
  const article: Article = { id: 'test', source: '-', text, title: null, published, plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  return findDates(article, { sentences, words, syntax, published });
}

function expectDates(text: string, spans: readonly Marked[], found: readonly DateMention[]): void {
  const wanted = spans.map(({ role, value, start, end }) => ({ start, end, note: `${role}=${value}` }));
  const got = found.map(({ type, value, start, end }) => ({ start, end, note: `${type.toLowerCase()}=${value}` }));
  expect(got, `expected\n${underline(text, wanted)}\nfound\n${underline(text, got)}`).toEqual(wanted);
}

describe('constructs', () => {
  for (const { construct } of CONSTRUCTS) {
    test(`${construct.name} reads its examples`, () => {
      expect(construct.examples.length).toBeGreaterThan(0);
      expect(construct.not.length).toBeGreaterThan(0);
      for (const example of construct.examples) {
        const { text, spans } = parseMarkup(example);
        const found = datesOf(text, '2020-09-13');
        const marked = found.filter(({ start }) => spans.some((span) => span.start === start));
        expectDates(text, spans, marked);
        expect(
          marked.some(({ by }) => by === construct.name),
          `"${text}" is read by ${marked.map(({ by }) => by).join(', ')}`,
        ).toBe(true);
      }
    });
    test(`${construct.name} leaves its counter-examples alone`, () => {
      for (const text of construct.not) {
        const found = datesOf(text, '2020-09-13').filter(({ by }) => by === construct.name);
        expectDates(text, [], found);
      }
    });
  }
});

describe('cases', () => {
  for (const { place, title, options, text, spans } of readCases('dates.cases.txt')) {
    test(`${place} ${title}`, () => expectDates(text, spans, datesOf(text, options.published ?? null)));
  }
});

describe('the host', () => {
  const zone = process.env.TZ;
  const text =
    'He left at 11:30 p.m. on Friday, two days ago and last week. On March 29, 2020 they met; it ends on October 25.';

  test('does not matter in any time zone', () => {
    const outputs = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((name) => {
      process.env.TZ = name;
      return JSON.stringify(datesOf(text, '2020-03-29'));
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(outputs).size).toBe(1);
    expect(JSON.parse(outputs[0]!)).toHaveLength(6);
  });

  test('does not lend its clock where the day of publication is unknown', () => {
    for (const { value } of datesOf('He left yesterday, on Friday, and comes back on 14 September at 5 p.m.', null)) {
      expect(value).not.toMatch(/\d{4}-/);
    }
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['May', '31', 'Friday', '1999', 'the', 'last', '10:30', 'p.m.', 'week', 'of', 'quarter', '-', ',', 'two', 'ago'],
    ...[
      'February',
      '30',
      '29',
      '2000',
      'BC',
      '%',
      'century',
      '0',
      '99',
      '’',
      'year',
      'half',
      '\n\n',
      '   ',
      '½',
      'every',
    ],
  );

  test('gives sorted mentions that do not overlap and hold no failed number', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (words, dated) => {
        const text = words.join(' ');
        let end = 0;
        for (const mention of datesOf(text, dated ? '2020-09-13' : null)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(mention.value).not.toMatch(/NaN|undefined|null|Infinity/);
          end = mention.end;
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
