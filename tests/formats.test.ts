/** The formats for other programs, read back by readers that are not ours. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { joinCsv, writeCsv } from '../src/write/csv.ts';
import { finished, output } from './hostile.ts';

test('csv: csv-parse reads each claim with its columns, and no cell is a formula', () => {
  const joiner = joinCsv();
  const file = [joiner.add(writeCsv(finished)), joiner.add(writeCsv(finished)), joiner.end()].join('');
  const rows = parse(file, { columns: true, cast: false }) as Record<string, string>[];
  expect(rows).toHaveLength(2 * output.claims.length);
  expect(rows.slice(3)).toEqual(rows.slice(0, 3));
  expect(rows[0]).toEqual({
    article: `'=dam "one", 1`,
    published: '2024-05-06',
    claim: 'c1',
    source: '*Anna\u2028Weber* 🏔️',
    kind: 'person',
    person: "'+Anna\u2028Weber",
    stance: 'states',
    cue: 'said',
    text: "'=1+1 … he\tis <b>safe</b>",
    quotation: 'indirect',
    through: "'@cmd",
    medium: '',
    people: '',
    dates: '',
    numbers: '',
    negated: 'false',
    hedged: 'true',
    start: String(output.claims[0]!.content[0]!.start),
    end: String(output.claims[0]!.content[1]!.end),
    by: 'subject-verb-after',
    confidence: '0.97',
  });
  expect(rows[1]).toMatchObject({ source: '', text: '“It; holds, \\ 30 m\r\nhigh”', medium: "'-2 %", numbers: '30 m' });
  expect(rows[2]).toMatchObject({ source: '', kind: '', stance: '', cue: '', quotation: 'none' });
  expect(rows.flatMap(Object.values).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});

test('csv: without a claim the names of the columns alone', () => {
  const joiner = joinCsv();
  expect([joiner.add(''), joiner.end()].join('')).toMatch(/^article,published,[^\n]*,confidence\n$/);
});
