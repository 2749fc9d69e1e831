import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/output.ts';
import { type Answer, type Cell, type QueryLimits, query as queryWithin } from '../../src/query/database.ts';
import { describeTables } from '../../src/query/describe.ts';
import { print } from '../../src/query/print.ts';
import { TABLES } from '../../src/query/tables.ts';
import { findResults } from '../../src/results/index.ts';
import { writeClaims } from '../../src/write/claims.ts';
import { writeJson } from '../../src/write/json.ts';
import { writeNdjson } from '../../src/write/ndjson.ts';
import { output } from '../hostile.ts';

const LIMITS: QueryLimits = { timeout: 60_000, maxMemory: 2e9 };
const query = (results: Parameters<typeof queryWithin>[0], sql: string) => queryWithin(results, sql, LIMITS);

const second: Output = { ...output, article: { ...output.article, id: 'b', url: 'https://example.org/b' } };
/** A folder with these files. */
function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'accordingto-query-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}
const json = folder({
  "it's [a].json": writeJson({ output }),
  'sub/b.json': writeJson({ output: second }),
  'package.json': '{"name": "other"}',
  '.run/c.json': writeJson({ output }),
  'claims.ndjson': '{"article": "not read"}\n',
});
const ndjson = folder({ 'articles.ndjson': writeNdjson({ output }) + writeNdjson({ output: second }), 'x.json': '{' });
const claims = folder({ 'claims.ndjson': writeClaims({ output }) + writeClaims({ output: second }) });

async function rowsOf(place: string, sql: string): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const some of (await query(findResults(place), sql)).rows) for (const row of some) rows.push([...row]);
  return rows;
}

test('claims, with who said them', async () => {
  expect(
    await rowsOf(
      json,
      `SELECT article, claim, published, text, source, kind, person, stance, cue, links, quotation, medium, people, dates,
        numbers, negated, hedged, confidence, construct, starts, ends FROM claims WHERE article <> 'b'`,
    ),
  ).toEqual([
    [
      ...[output.article.id, 'c1', '2024-05-06', '=1+1 … he\tis <b>safe</b>', '*Anna\u2028Weber* 🏔️', 'person'],
      ...['+Anna\u2028Weber', 'states', 'say', 2, 'indirect', null, [], [], [], false, true, 0.97],
      ...['subject-verb-after', output.claims[0]!.content[0]!.start, output.claims[0]!.content[1]!.end],
    ],
    [
      ...[
        output.article.id,
        'c2',
        '2024-05-06',
        output.claims[1]!.content[0]!.text,
        null,
        null,
        null,
        'denies',
        'say',
        1,
      ],
      ...['direct', '-2 %', ['+Anna\u2028Weber'], ['2024-05'], ['30 m'], true, false, 1, 'quote'],
      ...[output.claims[1]!.content[0]!.start, output.claims[1]!.content[0]!.end],
    ],
    [
      ...[output.article.id, 'c3', '2024-05-06', 'The “valley” 😀😀 was dry', null, null, null, null, null, 0, 'none'],
      ...[null, [], [], [], false, false, 1, 'own-voice'],
      ...[output.claims[2]!.content[0]!.start, output.claims[2]!.content[0]!.end],
    ],
  ]);
});

describe('every table', () => {
  const answers = new Map<string, Cell[][]>();
  beforeAll(async () => {
    for (const { name } of TABLES) answers.set(name, await rowsOf(json, `FROM ${name}`));
  });
  test('holds what the objects hold, once for each of the two articles', () => {
    const { people, sources, dates, numbers, claims: all, sentences, comparisons, problems } = output;
    const links = all.flatMap(({ attribution }) => attribution);
    const inside = (key: 'people' | 'dates' | 'numbers') => all.flatMap((claim) => claim[key]).length;
    const counts = {
      ...{ claims: all.length, links: links.length, sources: sources.length, people: people.length },
      ...{ dates: dates.length, numbers: numbers.length, articles: 1, sentences: sentences.length },
      ...{ claim_people: inside('people'), claim_dates: inside('dates'), claim_numbers: inside('numbers') },
      ...{ comparisons: comparisons.flatMap((comparison) => comparison.numbers).length, problems: problems.length },
    };
    expect(Object.fromEntries([...answers].map(([name, rows]) => [name, rows.length / 2]))).toEqual(counts);
  });
  test('has a value somewhere in every column, so that none is misspelt', () => {
    for (const { name, columns } of TABLES) {
      const empty = columns.filter((_, at) => answers.get(name)!.every((row) => row[at] === null));
      expect([name, ...empty.map((column) => column.name)]).toEqual([name]);
    }
  });
  test('is the same from a file of lines', async () => {
    for (const { name } of TABLES) expect(await rowsOf(ndjson, `FROM ${name}`)).toEqual(answers.get(name));
  });
  test('is in the help, with its columns', () => {
    const help = describeTables();
    for (const { name, columns } of TABLES) {
      expect(help).toContain(`  ${name}: `);
      for (const column of columns) expect(help).toMatch(new RegExp(`^ {4}${column.name} +\\S+ +\\S`, 'm'));
    }
  });
});

test('from claims alone come the same claims and links, and ids that join', async () => {
  const same =
    'article, claim, text, source, kind, person, stance, cue, people, dates, numbers, starts, ends, construct';
  expect(await rowsOf(claims, `SELECT ${same} FROM claims`)).toEqual(await rowsOf(json, `SELECT ${same} FROM claims`));
  const link = 'article, claim, link, source, kind, stance, words, starts';
  expect(await rowsOf(claims, `SELECT ${link} FROM links`)).toEqual(await rowsOf(json, `SELECT ${link} FROM links`));
  const joined = `SELECT article, claim, text, value, unit FROM claim_numbers JOIN numbers USING (article, number_id)`;
  const numbers = await rowsOf(json, joined);
  expect(numbers.sort()).toEqual([
    [output.article.id, 'c2', '30 m', 30.5, 'm'],
    ['b', 'c2', '30 m', 30.5, 'm'],
  ]);
  expect((await rowsOf(claims, joined)).sort()).toEqual(numbers);
  expect(await rowsOf(claims, 'SELECT source, mentions FROM sources WHERE article = $$b$$')).toEqual([
    ['*Anna\u2028Weber* 🏔️', 1],
    ['@cmd', 1],
  ]);
  await expect(query(findResults(claims), 'FROM comparisons')).rejects.toThrow(
    'there is no comparisons where claims stand alone; run extract with --format json or ndjson',
  );
});

test('a single file is read too, also gzipped', async () => {
  const root = folder({
    'a.ndjson.gz': gzipSync(writeClaims({ output })),
    'b.json': writeJson({ output }),
    'empty.ndjson': '',
  });
  for (const name of ['a.ndjson.gz', 'b.json'])
    expect(await rowsOf(join(root, name), 'SELECT count(*) FROM claims')).toEqual([[3]]);
  expect(await rowsOf(join(root, 'empty.ndjson'), 'SELECT count(*) FROM claims')).toEqual([[0]]);
  expect(() => findResults(folder({ 'a.txt': '' }))).toThrow("holds no article's output; extract --format json");
  expect(() => findResults(join(root, 'no'))).toThrow('is not there; check the path');
});

describe('a query that is not ours', () => {
  const root = folder({ 'articles.ndjson': writeNdjson({ output }), 'secret.csv': 'a\n1\n' });
  const results = findResults(root);
  test.each([
    `SELECT * FROM '${root}/secret.csv'`,
    `SELECT * FROM read_text('${root}/secret.csv')`,
    `SELECT * FROM glob('${root}/*')`,
    `FROM read_json('${root}/articles.ndjson')`,
    `COPY claims TO '${root}/x.csv'`,
    `ATTACH '${root}/x.db'`,
    `EXPORT DATABASE '${root}/x'`,
    'INSTALL httpfs',
    'SET enable_external_access = true',
    `CREATE TABLE x AS FROM '${root}/secret.csv'`,
    'DROP TABLE claims',
    'DELETE FROM claims',
    `SELECT 1; COPY claims TO '${root}/x.csv'`,
  ])('reads and writes no file: %s', async (sql) => {
    await expect(query(results, sql)).rejects.toMatchObject({ name: 'QueryError' });
    expect(readdirSync(root).sort()).toEqual(['articles.ndjson', 'secret.csv']);
  });
  test.each([
    ['FROM claimz', /^Catalog Error: Table with name claimz does not exist! Did you mean "claims"\?$/],
    ['SELECT nothing FROM claims', /^Binder Error: Referenced column "nothing" not found[^\n]*$/],
    ['SELEC 1', /^Parser Error: syntax error at or near "SELEC"$/],
    ['', /^the query is empty$/],
    [' ;-- nothing\n', /^the query is empty$/],
    ['DROP TABLE claims', /^the query wants to DROP; only reading is allowed, the results are not changed$/],
  ])('what is wrong stands in one line: %s', async (sql, message) => {
    await expect(query(results, sql)).rejects.toThrow(message);
  });
  test('what goes wrong in a row does too', async () => {
    const late = `SELECT CAST(CASE WHEN i = 90000 THEN 'x' ELSE '1' END AS INTEGER) FROM range(100000) AS t(i)`;
    await expect(rowsOf(root, late)).rejects.toMatchObject({
      name: 'QueryError',
      message: expect.stringMatching(/^Conversion Error: [^\n]+$/),
    });
  });
  test('several statements: the last one answers; PIVOT works', async () => {
    expect(await rowsOf(root, 'CREATE VIEW v AS FROM claims; SELECT count(*) FROM v')).toEqual([[3]]);
    expect(await rowsOf(root, 'PIVOT claims ON quotation USING count(*) GROUP BY article')).toEqual([
      [output.article.id, 1, 1, 1],
    ]);
  });
});

describe('print', () => {
  const answer = (...rows: Cell[][]): Answer => ({
    columns: ['text', 'n', 'list'],
    rows: (async function* () {
      yield rows;
    })(),
  });
  const printed = async (as: Parameters<typeof print>[1], width: number, ...rows: Cell[][]) => {
    let text = '';
    for await (const piece of print(answer(...rows), as, width)) text += piece;
    return text;
  };
  const rows: Cell[][] = [
    ['=1+1\u001b[31m', 5, ['a', 'b']],
    ['日本 a long text\nthat goes on', 12.5, []],
    [null, null, null],
  ];
  test('table: aligned by what a terminal shows, cut to its width, without what moves its cursor', async () => {
    expect(await printed('table', 30, ...rows)).toBe(
      [
        'text                   n  list',
        '------------------  ----  ----',
        '=1+1 [31m              5  a; b',
        '日本 a long text …  12.5',
        '',
        '',
      ].join('\n'),
    );
  });
  test('table: a thousand rows, and how many more there are', async () => {
    const many = await printed('table', 80, ...Array.from({ length: 1003 }, (_, index): Cell[] => ['x', index, null]));
    expect(many.split('\n')).toHaveLength(1004);
    expect(many).toMatch(/… and 3 more rows; --format csv writes all\n$/);
  });
  test('csv, json, ndjson', async () => {
    expect(await printed('csv', 0, ...rows)).toBe(
      'text,n,list\n\'=1+1\u001b[31m,5,a; b\n"日本 a long text\nthat goes on",12.5,\n,,\n',
    );
    const objects = rows.map(([text, n, list]) => ({ text, n, list }));
    expect(JSON.parse(await printed('json', 0, ...rows))).toEqual(objects);
    expect(JSON.parse(await printed('json', 0))).toEqual([]);
    const lines = (await printed('ndjson', 0, ...rows)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(objects);
    expect(await printed('ndjson', 0)).toBe('');
  });
});

describe('what takes too much is stopped, and says what allows more', () => {
  test.each([
    ['a sum without end', 'SELECT sum(a.range) FROM range(1000000000) a, range(1000000000) b'],
    [
      'a list without end',
      'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n % 7 + 1 FROM t) SELECT count(*) FROM t',
    ],
    ['after a table', 'SELECT count(*) FROM claims, range(1000000000) a, range(1000000000) b'],
    ['in the second statement', 'SELECT 1; SELECT count(*) FROM range(1000000000) a, range(1000000000) b'],
    ['in an order', 'SELECT count(*) FROM (SELECT hash(a.range) h FROM range(100000000) a ORDER BY h) WHERE h > 0'],
  ])('time: %s', async (_, sql) => {
    const asked = queryWithin(findResults(json), sql, { timeout: 500, maxMemory: 2e9 });
    await expect(asked).rejects.toThrow('took longer than 0.5 s and was stopped; --timeout allows more');
  });
  test.each([
    ['rows', 'SELECT range, repeat(range::VARCHAR, 100) FROM range(3000000)'],
    ['a list', 'SELECT list(repeat(range::VARCHAR, 100)) FROM range(10000000)'],
    ['a text', "SELECT string_agg(repeat(range::VARCHAR, 100), '') FROM range(10000000)"],
    ['groups', 'SELECT hash(range) h, count(*) FROM range(50000000) GROUP BY h'],
    [
      'a table of its own',
      'CREATE TABLE t AS SELECT range, hash(range) h, random() r FROM range(100000000); SELECT count(*) FROM t',
    ],
  ])('memory: %s', async (_, sql) => {
    const asked = queryWithin(findResults(json), sql, { timeout: 60_000, maxMemory: 64e6 });
    await expect(asked).rejects.toThrow('needed more than 64 MB of memory and was stopped; --max-memory allows more');
  });
});

test.each([
  '-- who\nSELECT 1 AS n',
  '/* who */ SELECT 1 AS n',
  '--\n--\n\nSELECT 1 AS n',
  `-- ${'-'.repeat(300)}\nSELECT 1 AS n`,
])('a comment goes before a query: %j', async (sql) => {
  expect(await rowsOf(json, sql)).toEqual([[1]]);
});

describe('tables of a corroboration', () => {
  const root = folder({ 'articles.ndjson': writeNdjson({ output }), 'corroboration/clusters.ndjson': '' });
  const row = {
    ...{ schemaVersion: '2.0', cluster: 'k1', gist: 'It is safe', articles: 2, from: '2024-05-06', to: null },
    members: ['a', 'b'].map((article) => ({
      ...{ article, claim: 'c1', start: 0, end: 10, text: 'It is safe', published: null, outlet: null },
      ...{ score: 0.9, role: 'own', origins: ['o1'] },
    })),
    ...{ speakers: [1, 2], hearings: [1, 1], edges: [], flags: ['single-origin'], contradictions: [] },
    origins: [
      {
        ...{ id: 'o1', kind: 'named', name: "O'Hara", register: null, certain: true },
        evidence: [{ article: 'a', start: 0, end: 2, text: 'It' }],
      },
    ],
  };
  writeFileSync(join(root, 'corroboration/clusters.ndjson'), `${JSON.stringify(row)}\n`);
  writeFileSync(join(root, 'corroboration/register.ndjson'), '');

  test('clusters, members and origins join', async () => {
    expect(await rowsOf(root, 'SELECT gist, first_day, speakers_min, speakers_max, flags FROM clusters')).toEqual([
      ['It is safe', '2024-05-06', 1, 2, ['single-origin']],
    ]);
    expect(
      await rowsOf(
        root,
        'SELECT m.article, o.name, o.articles FROM members m JOIN origins o USING (cluster) ORDER BY 1',
      ),
    ).toEqual([
      ['a', "O'Hara", 1],
      ['b', "O'Hara", 1],
    ]);
    expect(await rowsOf(root, 'FROM register')).toEqual([]);
  });

  test('without one it says what makes it; a query that only has such a word in it is answered', async () => {
    await expect(rowsOf(ndjson, 'FROM clusters')).rejects.toThrow(
      'there is no clusters yet; accordingto corroborate makes it',
    );
    expect(await rowsOf(ndjson, `SELECT 'members', count(*) FROM articles`)).toEqual([['members', 2]]);
  });
});
