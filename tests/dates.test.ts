import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutGuards } from '../bench/guards/pattern.ts';
import { CONSTRUCTS } from '../src/dates/configuration.ts';
import { findDates } from '../src/dates/index.ts';
import type { DateConstruct, Timex } from '../src/dates/parser.ts';
import { findPublished } from '../src/dates/published.ts';
import * as triggers from '../src/dates/triggers.ts';
import type { Article, DateMention, Published } from '../src/document.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import { growthOf } from './counted.ts';
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

function publishedIn(text: string, known: string | null = null): Published {
  const article: Article = { id: 'test', source: '-', text, title: null, published: publishedOn(known), plain: true };
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  return findPublished(article, { sentences, words, syntax });
}

function expectDates(text: string, spans: readonly Marked[], found: readonly DateMention[]): void {
  const wanted = spans.map(({ role, value, start, end }) => ({ start, end, note: `${role}=${value}` }));
  const got = found.map(({ type, value, start, end }) => ({ start, end, note: `${type.toLowerCase()}=${value}` }));
  expect(got, `expected\n${underline(text, wanted)}\nfound\n${underline(text, got)}`).toEqual(wanted);
}

/** What keeps a construct from being asked about a text: of the flags that it names, those of which one must be there. */
function missingTriggers({ triggers: any, also }: DateConstruct, text: string): string {
  const article: Article = { id: 'test', source: '-', text, title: null, published: publishedOn(null), plain: true };
  const words = findWords(article, { sentences: findSentences(article, {}) });
  const sentences = [...triggers.triggersOfSentences(words)];
  if (sentences.some((has) => (any & has) !== 0 && (also === undefined || (also & has) !== 0))) return '';
  const all = sentences.reduce((one, other) => one | other, 0);
  const absent = (wanted: number | undefined) => wanted !== undefined && (wanted & all) === 0;
  const namesOf = (wanted: number) =>
    Object.entries(triggers)
      .filter(([, flag]) => typeof flag === 'number' && (flag & (flag - 1)) === 0 && (flag & wanted) !== 0)
      .map(([name]) => name)
      .join(' or ');
  return [absent(any) ? `triggers: ${namesOf(any)}` : '', absent(also) ? `also: ${namesOf(also!)}` : '']
    .filter((line) => line !== '')
    .join('; ');
}

test('a flag that keeps a construct from its example is named', () => {
  const construct = { triggers: triggers.WEEKEND, also: triggers.THE | triggers.EACH } as DateConstruct;
  expect(missingTriggers(construct, 'It rained.')).toBe('triggers: WEEKEND; also: EACH or THE');
  expect(missingTriggers(construct, 'It rained over the weekend.')).toBe('also: EACH or THE');
});

describe('constructs', () => {
  for (const { construct, read } of CONSTRUCTS) {
    test(`${construct.name} reads its examples`, () => {
      expect(construct.examples.length).toBeGreaterThan(0);
      expect(construct.not.length).toBeGreaterThan(0);
      for (const example of construct.examples) {
        const { text, spans } = parseMarkup(example);
        expect(missingTriggers(construct, text), `no flag of src/dates/triggers.ts lets it look at "${text}"`).toBe('');
        const found = datesOf(text, '2020-09-13');
        const marked = found.filter(({ start }) => spans.some((span) => span.start === start));
        expectDates(text, spans, marked);
        expect(
          marked.some(({ by }) => by === construct.name),
          `"${text}" is read by ${marked.map(({ by }) => by).join(', ')}`,
        ).toBe(true);
      }
    });
    test(`${construct.name} comes upon its counter-examples and leaves them alone`, () => {
      for (const text of construct.not) {
        expect(withoutGuards(construct.pattern).test(text), `nothing has to turn down "${text}"`).toBe(true);
        const alone: Timex[] = [];
        read(text, alone);
        expect(alone, `"${text}" is read, and only another construct keeps it out`).toEqual([]);
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

describe('publication', () => {
  const today = 'The minister resigned today, March 12, 2013, and left. He had come to office in 2011.';

  test.each([
    ['a labelled line', 'A title\n\nPublished: 13 September 2020\n\nHe left.', '2020-09-13', 'dateline'],
    ['a line that is a date', 'A title\nSunday, September 13, 2020 at 9:43 a.m.\n\nHe left.', '2020-09-13', 'dateline'],
    ['a wire dateline', 'LONDON, Aug 12, 2019 (Reuters) - He left.', '2019-08-12', 'dateline'],
    ['a place and a day', 'SOCCER - RESULTS.\nLONDON 1996-08-30\nHe left.', '1996-08-30', 'dateline'],
    ['a date called today', `${today} The hearing was on Monday, March 11.`, '2013-03-12', 'inferred'],
  ])('is read from %s', (_name, text, date, basis) => {
    expect(publishedIn(text)).toMatchObject({ date, basis, candidates: [] });
  });

  test('gives its evidence in the text', () => {
    const text = 'LONDON, Aug 12, 2019 (Reuters) - He left.';
    const { evidence } = publishedIn(text);
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['Aug 12, 2019']);
  });

  test('follows from consecutive weekends, a weekday with a date and a weekday told as past and present', () => {
    const text =
      'This is the fifth consecutive weekend of protests following the August 9 election. Sunday’s protest is drawing ' +
      'attention. He has ruled since 1994. On Monday, in Sochi, President Alexander Lukashenko will meet with Vladimir ' +
      'Putin.\n\nPresident Alexander Lukashenko will meet with Vladimir Putin in Sochi on September 14. Russia ' +
      'announced on Sunday that troops would come. It has run since 2015.';
    expect(publishedIn(text)).toMatchObject({ date: '2020-09-13', basis: 'inferred' });
  });

  test('stays open where several days fit', () => {
    const text =
      'This is the fifth consecutive weekend of protests following the August 9 election. On Monday, in Sochi, ' +
      'President Alexander Lukashenko will meet with Vladimir Putin. He has ruled since 2015.\n\nPresident Alexander ' +
      'Lukashenko will meet with Vladimir Putin in Sochi on September 14.';
    const { date, candidates, basis } = publishedIn(text);
    expect({ date, candidates, basis }).toEqual({
      date: null,
      candidates: ['2020-09-12', '2020-09-13'],
      basis: 'inferred',
    });
  });

  test('is unknown where the text says nothing, and a known date stands', () => {
    const text = 'LONDON, Aug 12, 2019 (Reuters) - He left.';
    expect(publishedIn('He left on Friday. In 2012 he came back.')).toMatchObject({ date: null, basis: 'unknown' });
    expect(publishedIn(text, '2019-08-13')).toMatchObject({ date: '2019-08-13', basis: 'given' });
  });

  test('is not taken from a date that dates something else', () => {
    const text = 'The treaty of May 3, 2012 failed.\n\nUpdated rules came on June 5, 2013 in Paris.';
    expect(publishedIn(text)).toMatchObject({ date: null, basis: 'unknown' });
  });
});

describe('long text', () => {
  const dense = 'On May 3, 2012 at 10:35 a.m., two weeks ago, last year and the third quarter of 1984 ended. ';
  test.each([
    ['dense dates', dense],
    ['wide gaps', `May 3${' '.repeat(400)}`],
    ['figures', '1990 12 31 10:30 1-2-3 '],
    ['a row of years', '1990-91-92-'],
    ['one long list', 'two to three and a half '],
  ])('of %s costs no more than its length', (_name, unit) => {
    const read = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const published = publishedOn('2020-09-13');
      const article: Article = { id: 'test', source: '-', text, title: null, published, plain: true };
      const sentences = findSentences(article, {});
      const words = findWords(article, { sentences });
      const [tags, relations] = [new Uint8Array(words.count), new Uint8Array(words.count)];
      const syntax = { tags, relations, heads: new Int32Array(words.count).fill(-1) };
      return findDates(article, { sentences, words, syntax, published });
    };
    expect(growthOf(read, 2_000, 32_000)).toBeLessThan(24);
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
      { numRuns: 200, seed: 1 },
    );
  });
});
