/** The formats for other programs, read back by readers that are not ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { lexer, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { joinBratConfiguration, writeBrat, writeBratText } from '../src/write/brat.ts';
import { writeClaims } from '../src/write/claims.ts';
import { joinCsv, writeCsv } from '../src/write/csv.ts';
import type { Joiner } from '../src/write/format.ts';
import { writeJson } from '../src/write/json.ts';
import { writeMarkdown } from '../src/write/markdown.ts';
import { writeNdjson } from '../src/write/ndjson.ts';
import { joinParquet } from '../src/write/parquet.ts';
import { claimRecord, claimRecords } from '../src/write/records.ts';
import { writeSchemaOrg } from '../src/write/schema-org.ts';
import { writeWebAnnotation } from '../src/write/web-annotation.ts';
import { joinXlsx } from '../src/write/xlsx.ts';
import { article, finished, output, TEXT } from './hostile.ts';
import { placeOfPosition, placesOfQuote } from './selectors.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordingto-formats-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const joined = (joiner: Joiner, ...texts: string[]) =>
  Buffer.concat([...texts.map((text) => joiner.add(text)), joiner.end()].map((part) => Buffer.from(part)));
async function duckdb(sql: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(sql)).getRowsJson();
}
const C1 = output.claims[0]!;

describe('json, ndjson, claims', () => {
  test('every code unit is written as JSON.stringify writes it, alone and as half of a pair', () => {
    const units = Array.from({ length: 1 << 16 }, (_, unit) => String.fromCharCode(unit));
    for (const texts of [units, units.map((unit) => `a${unit}\u{1f600}`)]) {
      const written = writeJson({ output: texts as never });
      expect(written === `[${texts.map((text) => JSON.stringify(text)).join(', ')}]\n`).toBe(true);
    }
  });

  test('DuckDB reads the same values', async () => {
    const json = file('one.json', writeJson(finished));
    const ndjson = file('two.ndjson', writeNdjson(finished) + writeNdjson(finished));
    const claims = file('claims.ndjson', writeClaims(finished));
    const wanted = [[output.article.id, C1.content[1]!.text, '3']];
    const select = 'SELECT article.id, claims[1].content[2].text, len(claims)';
    expect(await duckdb(`${select} FROM '${json}'`)).toEqual(wanted);
    expect(await duckdb(`${select} FROM '${ndjson}'`)).toEqual([...wanted, ...wanted]);
    expect(await duckdb(`SELECT text, attribution[1].source FROM '${claims}' ORDER BY claim`)).toEqual([
      ['=1+1 … he\tis <b>safe</b>', '*Anna\u2028Weber* 🏔️'],
      [output.claims[1]!.content[0]!.text, null],
      ['The “valley” 😀😀 was dry', null],
    ]);
  });
  test('a line of claims obeys its schema', () => {
    const lines = writeClaims(finished).trimEnd().split('\n');
    expect(lines.map((line) => claimRecord.parse(JSON.parse(line)))).toEqual(claimRecords(output));
  });
});

describe('csv', () => {
  const csv = joined(joinCsv(), writeCsv(finished), writeCsv(finished)).toString();
  test('csv-parse reads each claim with its columns, and no cell is a formula', () => {
    const rows = parse(csv, { columns: true, cast: false }) as Record<string, string>[];
    expect(rows).toHaveLength(2 * output.claims.length);
    expect(rows.slice(3)).toEqual(rows.slice(0, 3));
    expect(rows[0]).toEqual({
      article: `'=dam "one", 1`,
      published: '2024-05-06',
      claim: 'c1',
      source: '*Anna\u2028Weber* 🏔️',
      kind: 'person',
      person: "'+Anna\u2028Weber",
      resolved: 'true',
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
      statement: 'true',
      start: String(C1.content[0]!.start),
      end: String(C1.content[1]!.end),
      by: 'subject-verb-after',
      confidence: '0.97',
    });
    expect(rows[1]).toMatchObject({
      source: '',
      text: '“It; holds, \\ 30 m\r\nhigh”',
      medium: "'-2 %",
      numbers: '30 m',
    });
    expect(rows[2]).toMatchObject({ source: '', kind: '', stance: '', cue: '', quotation: 'none' });
    expect(rows.flatMap(Object.values).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
  test('DuckDB reads it too', async () => {
    const path = file('claims.csv', csv);
    expect(await duckdb(`SELECT count(*), min(text), max(confidence) FROM read_csv('${path}', header = true)`)).toEqual(
      [['6', "'=1+1 … he\tis <b>safe</b>", 1]],
    );
  });
  test('without a claim it is the names of the columns alone', () => {
    expect(joined(joinCsv(), '').toString()).toMatch(/^article,published,[^\n]*,confidence\n$/);
  });
});

describe('xlsx', () => {
  const lines = writeClaims(finished);
  const parts = (bytes: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]));
  test('days, numbers and truths are typed, and text is never a formula', () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = parts(joined(joinXlsx(), lines));
    const rows = [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => row!);
    expect(rows).toHaveLength(1 + output.claims.length);
    expect(rows[0]).toContain('<c t="inlineStr" s="2"><is><t xml:space="preserve">article</t></is></c>');
    // 2024-05-06 counts 45418 days from 1899-12-30.
    expect(rows[1]).toContain('<c s="1"><v>45418</v></c>');
    expect(rows[1]).toContain(
      '<c t="inlineStr"><is><t xml:space="preserve">=1+1 … he\tis &lt;b&gt;safe&lt;/b&gt;</t></is></c>',
    );
    expect(rows[1]).toContain('<c t="b"><v>0</v></c><c t="b"><v>1</v></c>');
    expect(rows[1]).toMatch(/<c><v>0\.97<\/v><\/c>$/);
    expect(sheet).not.toContain('<f>');
  });
  test('what is more than a sheet may hold goes on in the next; the same claims give the same bytes', () => {
    const bytes = joined(joinXlsx(3), lines, lines);
    const made = parts(bytes);
    expect(Object.keys(made).filter((name) => name.includes('sheet'))).toHaveLength(3);
    expect(made['xl/workbook.xml']).toContain('name="Claims 3"');
    expect(Buffer.compare(bytes, joined(joinXlsx(3), lines, lines))).toBe(0);
  });
  test('openpyxl reads it, where it is installed', () => {
    const path = file('claims.xlsx', joined(joinXlsx(), lines));
    const program = `import openpyxl; s=openpyxl.load_workbook('${path}').active; print(s.max_row, s.cell(2,2).value.date(), s.cell(2,10).data_type, s.cell(2,17).value)`;
    const { status, stdout, stderr } = spawnSync('python3', ['-c', program], { encoding: 'utf8' });
    if (/No module named|ENOENT/.test(stderr) || status === null)
      return console.warn('openpyxl is left out: it is not installed');
    expect(stdout).toBe(`${1 + output.claims.length} 2024-05-06 s False\n`);
  });
  test('without a claim it is the head alone', () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = parts(joined(joinXlsx(), ''));
    expect(sheet.match(/<row>/g)).toHaveLength(1);
  });
});

describe('parquet', () => {
  const lines = writeClaims(finished);
  const bytes = joined(joinParquet(lines.length + 1), lines, lines, lines);
  // A column is null where a claim has no such field, and hyparquet leaves out a struct that is null.
  const plain = (rows: unknown) => JSON.parse(JSON.stringify(rows), (_, value) => value ?? undefined);
  test('DuckDB reads lists and structs as they are in claims', async () => {
    const path = file('claims.parquet', bytes);
    const columns = (await duckdb(`DESCRIBE SELECT * FROM '${path}'`)).map(([name, type]) => `${name} ${type}`);
    expect(columns.map((column) => column.split(' ')[0])).toEqual(Object.keys(claimRecord.shape));
    expect(columns).toContain('people STRUCT("name" VARCHAR, aliases VARCHAR[], titles VARCHAR[], age INTEGER)[]');
    expect(columns).toContain('medium STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)');
    const rows = await duckdb(`SELECT to_json(t) FROM '${path}' t`);
    const read = rows.map(([row]) => JSON.parse(row as string));
    expect(plain(read)).toEqual(plain([1, 2, 3].flatMap(() => claimRecords(output))));
  });
  test('hyparquet reads it, in row groups', async () => {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    expect(parquetMetadata(buffer).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([6, 3]);
    const rows = await parquetReadObjects({ file: buffer });
    expect(plain(rows.slice(3, 6))).toEqual(plain(claimRecords(output)));
  });
  test('without a claim it is an empty table', async () => {
    const path = file('empty.parquet', joined(joinParquet(), ''));
    expect(await duckdb(`SELECT count(*), count(confidence) FROM '${path}'`)).toEqual([['0', '0']]);
  });
});

describe('brat', () => {
  const annotations = writeBrat(finished);
  const python = spawnSync('python3', ['--version']).status === 0;
  // As brat does: Python reads both files with universal line ends and counts code points.
  const READER = `
import sys, json
text = open(sys.argv[1], encoding='utf-8').read()
seen = []
for line in open(sys.argv[2], encoding='utf-8').readlines():
    id, data, *rest = line.rstrip('\\n').split('\\t')
    if id[0] == 'T':
        type, places = data.split(' ', 1)
        spans = [tuple(map(int, place.split(' '))) for place in places.split(';')]
        assert ' '.join(text[a:b] for a, b in spans) == rest[0], line
        seen.append([type, rest[0], len(spans)])
print(json.dumps(seen))`;
  test.runIf(python)('Python finds every annotation at its offsets in the text', () => {
    const paths = [file('a.txt', writeBratText(finished)), file('a.ann', annotations)];
    const { stdout, stderr } = spawnSync('python3', ['-c', READER, ...paths], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const seen = JSON.parse(stdout) as [string, string, number][];
    expect(seen).toContainEqual(['Claim', '=1+1 he is <b>safe</b>', 3]);
    expect(seen).toContainEqual(['Person', 'Anna Weber', 2]);
    expect(seen).toContainEqual(['Claim', 'The “valley” 😀😀 was dry', 1]);
    expect(seen).toContainEqual(['Claim', '“It; holds, \\ 30 m high”', 2]);
    expect(seen.filter(([type]) => type === 'Attribution')).toHaveLength(3);
  });
  test('links of a chain are nested events, and every id is defined once, before it is used', () => {
    const lines = annotations.trimEnd().split('\n');
    const defined = new Set<string>();
    for (const line of lines) {
      const [id, data] = line.split('\t') as [string, string];
      for (const [used] of data.matchAll(/\b[TE]\d+\b/g)) expect(defined).toContain(used);
      expect(defined).not.toContain(id);
      defined.add(id);
    }
    const [, inner, outer] = /^(E1)\tAttribution:T\d+ Source:T\d+ Content:T\d+$[\s\S]*^E2\t(.*)$/m.exec(annotations)!;
    expect(outer).toContain(`Content:${inner}`);
  });
  test('the configuration knows every type that is used', () => {
    const configuration = joined(joinBratConfiguration(), '', '').toString();
    const types = [...annotations.matchAll(/^[TEA]\d+\t(\w+)/gm)].map(([, type]) => type!);
    expect(new Set(types).size).toBeGreaterThan(8);
    for (const type of types) expect(configuration).toMatch(new RegExp(`^${type}\\b`, 'm'));
    for (const stance of ['states', 'denies'])
      expect(configuration).toMatch(new RegExp(`^Stance .*\\b${stance}\\b`, 'm'));
  });
});

describe('web-annotation', () => {
  type Selector = { type: string; start: number; end: number; exact: string; prefix: string; suffix: string };
  type Target = { source: string; selector: [Selector, Selector] };
  type Item = { id: string; target: Target | Target[]; body: { value: string }[] };
  const page = JSON.parse(writeWebAnnotation(finished)) as { items: Item[] };
  const targetsOf = (id: string) => [page.items.find((item) => item.id.endsWith(`#${id}`))!.target].flat();

  test('a reader of W3C selectors finds the same words by position and by quote', () => {
    for (const { selector } of page.items.flatMap(({ target }) => target)) {
      const [position, quote] = selector;
      expect(selector.map(({ type }) => type)).toEqual(['TextPositionSelector', 'TextQuoteSelector']);
      const places = placesOfQuote(TEXT, quote);
      expect(places).toEqual([placeOfPosition(TEXT, position)]);
      expect(TEXT.slice(...places[0]!)).toBe(quote.exact);
    }
    expect(targetsOf('c1').map(({ selector }) => selector[1].exact)).toEqual(C1.content.map((piece) => piece.text));
  });
  test('positions count code points, and no context splits a character', () => {
    const [{ selector }] = targetsOf('c3') as [Target];
    expect(Array.from(TEXT).slice(selector[0].start, selector[0].end).join('')).toBe('The “valley” 😀😀 was dry');
    expect(writeWebAnnotation(finished)).not.toMatch(/\\ud[89a-f]/i);
    const near = { ...output, claims: [], people: [], sources: [], dates: [] };
    const written = writeWebAnnotation({
      output: { ...near, numbers: [{ ...output.numbers[0]!, start: 33, end: 34, text: 'x' }] },
      article: { text: `😀${'a'.repeat(31)}x${'c'.repeat(31)}😀` },
    });
    const [, quote] = JSON.parse(written).items[0].target.selector;
    expect(quote).toMatchObject({ prefix: `😀${'a'.repeat(31)}`, exact: 'x', suffix: 'c'.repeat(31) });
  });
  test('jsonld reads annotations with body and target', async () => {
    const context = {
      oa: 'http://www.w3.org/ns/oa#',
      '@vocab': 'http://www.w3.org/ns/oa#',
      id: '@id',
      type: '@type',
      body: { '@id': 'oa:hasBody' },
      target: { '@id': 'oa:hasTarget' },
      source: { '@id': 'oa:hasSource', '@type': '@id' },
      selector: { '@id': 'oa:hasSelector' },
      items: { '@id': 'https://www.w3.org/ns/activitystreams#items', '@container': '@list' },
    };
    const quads = await triples(page, 'http://www.w3.org/ns/anno.jsonld', context);
    const sources = quads.filter(({ predicate }) => predicate.endsWith('oa#hasSource'));
    expect(sources.length).toBe(page.items.flatMap(({ target }) => target).length);
    expect(new Set(sources.map(({ object }) => object)).size).toBe(1);
    expect(quads.filter(({ object }) => object.endsWith('oa#Annotation')).length).toBe(page.items.length);
  });
});

/** What jsonld makes of a document whose context is this. */
async function triples(document: object, url: string, context: object) {
  const documentLoader = async (asked: string) => {
    expect(asked).toBe(url);
    return { contextUrl: undefined, documentUrl: asked, document: { '@context': context } };
  };
  const quads = (await jsonld.toRDF(document as never, {
    documentLoader: documentLoader as never,
    base: 'https://example.org/a',
  })) as { subject: { value: string }; predicate: { value: string }; object: { value: string } }[];
  return quads.map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
  }));
}

describe('schema-org', () => {
  const SCHEMA = 'http://schema.org/';
  const read = (text: string) =>
    triples(JSON.parse(text), 'https://schema.org', {
      '@vocab': SCHEMA,
      ...Object.fromEntries(['appearance', 'isPartOf'].map((name) => [name, { '@type': '@id' }])),
    });
  test('jsonld reads who made which claim, and where it appears', async () => {
    const quads = await read(writeSchemaOrg(finished));
    const find = (subject: string, predicate: string) =>
      quads
        .filter((quad) => quad.subject === subject && quad.predicate === SCHEMA + predicate)
        .map(({ object }) => object);
    const c1 = 'https://example.org/a#c1';
    expect(find(c1, 'text')).toEqual(['=1+1 … he\tis <b>safe</b>']);
    expect(find(find(c1, 'creator')[0]!, 'name')).toEqual(['*Anna\u2028Weber* 🏔️']);
    expect(find(c1, 'appearance')).toEqual(['https://example.org/a#article']);
    const [report] = find(c1, 'isBasedOn');
    expect(find(find(report!, 'creator')[0]!, 'name')).toEqual(['@cmd']);
    expect(find('https://example.org/a#article', 'headline')).toEqual([article.title]);
    const kinds = quads
      .filter(({ predicate }) => predicate.endsWith('#type'))
      .map(({ object }) => object.slice(SCHEMA.length));
    expect(kinds.filter((kind) => kind === 'Quotation')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'Claim')).toHaveLength(2);
    expect(kinds).toContain('NewsMediaOrganization');
  });
  test('who denies a claim has not made it, who is quoted has', () => {
    const graph = (quotation: 'indirect' | 'direct') => {
      const claims = [{ ...C1, quotation, attribution: [{ ...C1.attribution[0]!, stance: 'denies' as const }] }];
      return JSON.parse(writeSchemaOrg({ output: { ...output, claims } }))['@graph'][1];
    };
    expect(graph('indirect')).not.toHaveProperty('creator');
    expect(graph('indirect').description).toMatch(/ denies this$/);
    expect(graph('direct').spokenByCharacter.name).toBe('*Anna\u2028Weber* 🏔️');
  });
});

describe('markdown', () => {
  test('marked reads a table that shows the words as they stand', () => {
    const tokens = lexer(writeMarkdown(finished));
    const shown = (cell: { tokens?: Tokens.Generic[] }) =>
      (cell.tokens ?? [])
        .map((token) => {
          expect(['text', 'escape']).toContain(token.type);
          return token.text;
        })
        .join('');
    expect(shown(tokens[0] as Tokens.Heading)).toBe(article.title);
    const table = tokens.find(({ type }) => type === 'table') as Tokens.Table;
    expect(table.header.map(({ text }) => text)).toEqual(['', 'who', 'how', 'what', 'with']);
    expect(table.rows.map((row) => row.map(shown))).toEqual([
      ['c1', '*Anna Weber* 🏔️ via @cmd', 'states, reports', '=1+1 … he is <b>safe</b>', ''],
      ['c2', 'nobody named', 'denies', '“It; holds, \\ 30 m high”', '+Anna Weber, 2024-05, 30 m'],
      ['c3', 'the article', '', 'The “valley” 😀😀 was dry', ''],
    ]);
  });
});
