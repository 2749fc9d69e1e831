import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Field } from '../src/diff/fields.ts';
import { type ArticleDifference, diffRuns } from '../src/diff/index.ts';
import { outOfOrder } from '../src/diff/pairs.ts';
import { printDifferences } from '../src/diff/print.ts';
import type { Output } from '../src/output.ts';
import { type ArticleClaims, readClaims } from '../src/results/claims.ts';
import { findResults } from '../src/results/index.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { writeClaims } from '../src/write/claims.ts';
import { writeJson } from '../src/write/json.ts';
import { writeNdjson } from '../src/write/ndjson.ts';
import { type ClaimRecord, claimRecords } from '../src/write/records.ts';
import { growthOfWaiting } from './counted.ts';
import { output } from './hostile.ts';

/** A claim of a source, `start` offsets into the text. */
function claim(text: string, start: number, more: Partial<ClaimRecord> & { source?: string } = {}): ClaimRecord {
  const { source = 'Anna', ...rest } = more;
  const end = start + text.length;
  const cue = { start: end + 2, end: end + 6, text: 'said' };
  const span = { start: end + 7, end: end + 7 + source.length, text: source };
  return {
    ...{
      schemaVersion: SCHEMA_VERSION,
      article: 'a',
      published: null,
      claim: `c${start}`,
      text,
      start,
      end,
      content: [{ start, end, text }],
    },
    attribution: [
      { source, kind: 'person', person: source, resolved: true, stance: 'states', lemma: 'say', span, cue },
    ],
    ...{
      quotation: 'indirect',
      medium: null,
      people: [],
      dates: [],
      numbers: [],
      negated: false,
      hedged: false,
      statement: true,
    },
    ...{ by: 'x', confidence: 0.9 },
    ...rest,
  };
}
async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const run = (claims: readonly ClaimRecord[], sha256: string | null = null, article = 'a'): ArticleClaims => ({
  ...{ article, sha256, claims },
});
async function differences(
  first: readonly ArticleClaims[],
  second: readonly ArticleClaims[],
  ignored: readonly Field[] = [],
): Promise<ArticleDifference[]> {
  const stream = async function* (run: readonly ArticleClaims[]) {
    yield* run;
  };
  return collect(diffRuns(stream(first), stream(second), new Set(ignored)));
}
/** The differences of one article, short: kind, text, and what changed. */
async function diff(
  before: readonly ClaimRecord[],
  after: readonly ClaimRecord[],
  { sha256 = null, ignored = [] }: { sha256?: string | null; ignored?: readonly Field[] } = {},
) {
  const [article] = await differences([run(before, sha256)], [run(after, sha256)], ignored);
  return (article?.differences ?? []).map((difference) => {
    const { text } = 'after' in difference ? difference.after : difference.before;
    return 'fields' in difference ? [difference.kind, text, difference.fields] : [difference.kind, text];
  });
}
const DRY = 'the valley was dry';
const WET = 'the hills were very wet';
const SAFE = 'the dam is safe';

describe('claims of one article', () => {
  test('equal runs have no difference', async () => {
    const claims = [claim(DRY, 0), claim(WET, 50), claim(DRY, 100)];
    expect(await diff(claims, claims, { sha256: 'x' })).toEqual([]);
    expect(await diff(claims, structuredClone(claims))).toEqual([]);
  });
  test('added and lost, in the order of the text', async () => {
    expect(await diff([claim(DRY, 0), claim(WET, 50)], [claim(SAFE, 20), claim(WET, 50)])).toEqual([
      ['lost', DRY],
      ['added', SAFE],
    ]);
  });
  test('the same claim twice is lost once', async () => {
    expect(await diff([claim(DRY, 0), claim(DRY, 50)], [claim(DRY, 50)], { sha256: 'x' })).toEqual([['lost', DRY]]);
  });
  test('changed in what stands beside the content, with before and after', async () => {
    const after = claim(DRY, 0, {
      ...{ quotation: 'mixed', negated: true, confidence: 0.5, by: 'y', people: [] },
      dates: [{ start: 1, end: 2, text: 'May', type: 'DATE', value: '2024-05', basis: 'relative' }],
      numbers: [
        {
          start: 1,
          end: 2,
          text: 'three',
          kind: 'cardinal',
          value: 3,
          min: 3,
          max: 3,
          modifier: null,
          unit: null,
          counted: 'dams',
        },
      ],
    });
    expect(await diff([claim(DRY, 0)], [after])).toEqual([
      [
        'changed',
        DRY,
        {
          quotation: ['indirect', 'mixed'],
          dates: [[], ['May = 2024-05 (DATE, relative)']],
          numbers: [[], ['three = 3 dams (cardinal)']],
          negated: [false, true],
          by: ['x', 'y'],
          confidence: [0.9, 0.5],
        },
      ],
    ]);
    const ignored = ['quotation', 'dates', 'numbers', 'negated', 'by', 'confidence'] as const;
    expect(await diff([claim(DRY, 0)], [after], { ignored })).toEqual([]);
  });
  test('another source of the same words is a change, and names every field of the source', async () => {
    expect(await diff([claim(DRY, 0)], [claim(DRY, 0, { source: 'Tass' })])).toEqual([
      ['changed', DRY, { source: [['Anna'], ['Tass']], words: [['Anna'], ['Tass']], person: [['Anna'], ['Tass']] }],
    ]);
  });
  test('the same source with a figure corrected, at either end, is a change of the text', async () => {
    const pairs = [
      ['more than 800 soldiers will take part', 'more than 800 soldiers took part'],
      ['12 of the people had left', '14 of the people had left'],
    ] as const;
    for (const [was, is] of pairs)
      expect(await diff([claim(was, 0)], [claim(is, 0)])).toEqual([['changed', is, { text: [was, is] }]]);
    expect(await diff([claim(pairs[1][0], 0)], [claim(pairs[1][1], 0, { source: 'Tass' })])).toHaveLength(2);
  });
  test('in one text a claim keeps its cue, whatever else is found otherwise', async () => {
    const before = claim('it is', 0);
    const after = { ...claim('all of it is well', 40, { source: 'Tass' }) };
    after.attribution[0]!.cue = before.attribution[0]!.cue;
    expect(await diff([before], [after], { sha256: 'x' })).toMatchObject([['changed', 'all of it is well', {}]]);
    expect(await diff([before], [after])).toHaveLength(2);
  });
  test('in one text every other place is a move', async () => {
    expect(await diff([claim(DRY, 0)], [claim(DRY, 30)], { sha256: 'x' })).toEqual([
      ['moved', DRY, { place: ['0-18', '30-48'] }],
    ]);
    expect(await diff([claim(DRY, 0)], [claim(DRY, 30)], { sha256: 'x', ignored: ['place'] })).toEqual([]);
  });
  test('in an edited text what comes earlier or later is a move, and what is only shifted is none', async () => {
    const before = [claim(DRY, 0), claim(WET, 50), claim(SAFE, 100)];
    expect(await diff(before, [claim(DRY, 500), claim(WET, 550), claim(SAFE, 610)])).toEqual([]);
    expect(await diff([claim(DRY, 0), claim(DRY, 100)], [claim(DRY, 100), claim(DRY, 200)])).toEqual([]);
    expect(await diff(before, [claim(SAFE, 0), claim(DRY, 50), claim(WET, 100)])).toEqual([
      ['moved', SAFE, { place: ['100-115', '0-15'] }],
    ]);
  });
});

test('only what is out of order counts as moved', () => {
  const moved = (numbers: number[]) =>
    [
      ...outOfOrder(
        numbers.map((n) => ({ n })),
        ({ n }) => n,
      ),
    ].map(({ n }) => n);
  expect(moved([])).toEqual([]);
  expect(moved([1, 2, 2, 3])).toEqual([]);
  expect(moved([9, 1, 2, 3])).toEqual([9]);
  expect(moved([1, 8, 2, 9, 3, 4])).toEqual([8, 9]);
  expect(moved([3, 2, 1])).toHaveLength(2);
});

test('articles are paired by id in any order; one without its like has all its claims lost or added', async () => {
  const one = (article: string, text: string) => run([claim(text, 0)], null, article);
  const found = await differences(
    [one('a', DRY), one('b', WET), one('c', SAFE)],
    [one('c', SAFE), one('a', DRY), one('d', DRY), one('e', DRY)],
  );
  expect(
    found.map(({ article, in: runs, differences }) => [article, runs, differences.map(({ kind }) => kind)]),
  ).toEqual([
    ['b', 'first', ['lost']],
    ['d', 'second', ['added']],
    ['e', 'second', ['added']],
  ]);
});

test('takes work in proportion to the claims, also where all are alike', async () => {
  const compare = async (count: number) => {
    const claims = (from: number) => Array.from({ length: count }, (_, index) => claim(DRY, 100 * index + from));
    const other = Array.from({ length: count }, (_, index) => claim(`${DRY} ${index}`, 100 * index));
    await diff([...claims(0), ...other], [...claims(7), ...other.toReversed()]);
  };
  expect(await growthOfWaiting(compare, 100, 1600)).toBeLessThan(32);
});

describe('what a run has left', () => {
  const folder = (files: Readonly<Record<string, string>>) => {
    const root = mkdtempSync(join(tmpdir(), 'accordingto-diff-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
    return root;
  };
  const second: Output = { ...output, article: { ...output.article, id: 'b' } };
  const read = (place: string) => collect(readClaims(findResults(place)));
  const json = folder({ 'a.json': writeJson({ output }), 'b.json': writeJson({ output: second }) });
  const ndjson = folder({ 'articles.ndjson': writeNdjson({ output }) + writeNdjson({ output: second }) });
  const claims = folder({ 'claims.ndjson': writeClaims({ output }) + writeClaims({ output: second }) });
  test('is the same in json, ndjson and claims', async () => {
    const sha256 = output.article.sha256;
    expect(await read(json)).toEqual([
      { article: output.article.id, sha256, claims: claimRecords(output) },
      { article: 'b', sha256, claims: claimRecords(second) },
    ]);
    expect(await read(ndjson)).toEqual(await read(json));
    expect(await read(claims)).toEqual((await read(json)).map((article) => ({ ...article, sha256: null })));
  });
  test('is said to be damaged, with its place', async () => {
    const cut = folder({ 'articles.ndjson': `${writeNdjson({ output })}{"schemaVersion":` });
    await expect(read(cut)).rejects.toThrow(`${cut}/articles.ndjson:2 is cut short or damaged; run extract again`);
    const other = folder({ 'a.json': `{"schemaVersion": "${SCHEMA_VERSION}", "generator": {}}` });
    await expect(read(other)).rejects.toThrow(`${other}/a.json is not what extract writes; run extract again`);
  });
});

test('the page shows each kind, and nothing that moves a cursor', async () => {
  const [was, is] = [claim('\u001b[31mred\nline of words', 0), claim(DRY, 50)];
  const found = differences([run([was, is, claim(WET, 90)])], [run([claim(WET, 10), { ...is, hedged: true }])]);
  let page = '';
  const stream = async function* () {
    yield* await found;
  };
  for await (const piece of printDifferences(stream(), 'text')) page += piece;
  expect(page).toBe(
    [
      'a',
      '  - c0 Anna states:  [31mred line of words',
      '  > c10 Anna states: the hills were very wet',
      '      place: "90-113" -> "10-33"',
      '  ~ c50 Anna states: the valley was dry',
      '      hedged: false -> true',
      '',
      '0 added, 1 lost, 1 changed, 1 moved in 1 article',
      '',
    ].join('\n'),
  );
});
