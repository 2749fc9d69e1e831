import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { withExamples } from '../bench/readme.ts';
import { extract, finish, type Output, read, schema, version, write } from '../src/index.ts';
import { jsonSchema, schemaVersion } from '../src/library/schema.ts';
import { analyse, compose, explainArticle, type Layers, toArticle } from '../src/library/stages.ts';
import { type FormatName, formats } from '../src/library/write.ts';
import { writeJson } from '../src/write/json.ts';

const TEXT = 'The dam is safe, the mayor said on Monday.';

test('a text alone is an article', () => {
  const output: Output = extract(TEXT);
  expect(schema.parse(output)).toEqual(output);
  expect(output.generator).toEqual({ name: 'accordingto', version });
  expect(output.article).toMatchObject({
    id: 'article',
    source: '-',
    length: TEXT.length,
    title: null,
    published: { date: null, basis: 'unknown' },
  });
  expect(output.article).not.toHaveProperty('text');
});

test('what the caller knows of an article stands in the output', () => {
  const { article } = extract({ text: TEXT, id: 'x/1', title: 'Dam', published: '2024-05-06' }, { includeText: true });
  expect(article).toMatchObject({
    id: 'x/1',
    title: 'Dam',
    text: TEXT,
    published: { date: '2024-05-06', basis: 'given' },
  });
  expect(extract({ text: TEXT, published: '2024-05-06' }, { published: '2024-05-07' }).article.published.date).toBe(
    '2024-05-07',
  );
  expect(extract({ text: TEXT, published: null, title: null }).article.published.basis).toBe('unknown');
});

test('the sum is that of the text in UTF-8', () => {
  expect(extract('é').article.sha256).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});

test('an empty text has nothing in it', () => {
  expect(extract('')).toMatchObject({
    sentences: [],
    people: [],
    sources: [],
    dates: [],
    numbers: [],
    claims: [],
    problems: [],
  });
});

test.each<[unknown, object | undefined, RegExp]>([
  [undefined, undefined, /^TypeError: extract wants a text, or \{ text, .*; text is undefined$/],
  [null, undefined, /text is undefined$/],
  [{ text: ['a'] }, undefined, /text is an array$/],
  [Buffer.from('a'), undefined, /text is undefined$/],
  [{ text: 'a', id: 7 }, undefined, /^TypeError: id must be a string that is not empty; it is number$/],
  [{ text: 'a', id: '' }, undefined, /it is empty$/],
  [{ text: 'a', title: {} }, undefined, /^TypeError: title must be a string; it is object$/],
  [
    { text: 'a', published: '2021-02-30' },
    undefined,
    /^RangeError: published "2021-02-30" is not a day; write it as YYYY-MM-DD/,
  ],
  [{ text: 'a', published: new Date(0) }, undefined, /^RangeError: published /],
  ['a', { published: 'yesterday' }, /^RangeError: published "yesterday" is not a day/],
])('%j is refused with the reason', (input, options, message) => {
  let error: unknown;
  try {
    extract(input as string, options);
  } catch (thrown) {
    error = thrown;
  }
  expect(String(error)).toMatch(message);
});

test('what read gives, extract takes', async () => {
  const path = fileURLToPath(new URL('../fixtures/2020-09-13-belarus-protests.txt', import.meta.url));
  const places: string[] = [];
  for await (const reading of read([path, 'no-such-file.txt'])) {
    places.push(reading.place);
    if ('failure' in reading) {
      expect(reading.failure.message).toBe('is not there; check the path');
      continue;
    }
    if (!('article' in reading)) throw new Error('skipped');
    expect(extract(reading.article).article).toMatchObject({
      id: '2020-09-13-belarus-protests',
      published: { date: '2020-09-13', basis: 'file-name' },
    });
    expect(extract(reading.article, { published: '2020-09-14' }).article.published).toMatchObject({
      date: '2020-09-14',
      basis: 'given',
    });
    expect(() => extract(reading.article, { published: '14 September' })).toThrow(RangeError);
  }
  expect(places).toEqual(['no-such-file.txt', path]);
});

test('the stages make what extract makes', () => {
  const article = toArticle({ text: TEXT, published: '2024-05-06' });
  const layers = analyse(article);
  expectTypeOf(layers).toEqualTypeOf<Layers>();
  expect(compose(article, layers)).toEqual(extract(TEXT, { published: '2024-05-06' }));
});

describe('write', () => {
  const two = [finish({ text: TEXT, id: 'news/a' }), finish({ text: TEXT, id: 'news/a' })];
  test('gives a file an article, no name twice', async () => {
    expect(await write(two, 'json')).toEqual([
      { name: 'news/a.json', content: writeJson(two[0]!) },
      { name: 'news/a~2.json', content: writeJson(two[1]!) },
    ]);
  });
  test('gives one file for all, with its head once', async () => {
    const [{ name, content }, ...others] = (await write(two, 'csv')) as [{ name: string; content: string }];
    expect({ name, others }).toEqual({ name: 'claims.csv', others: [] });
    expect(content.match(/^article,/gm)).toHaveLength(1);
    expect(content.match(/^news\/a,/gm)).toHaveLength(2);
  });
  test.each(Object.entries(formats))('knows %s: %s', async (name) => {
    const files = await write([two[0]!], name as FormatName);
    expect(files.length).toBeGreaterThan(0);
    for (const { content } of files) expect(content.length).toBeGreaterThan(0);
  });
  test('refuses a format that there is not', async () => {
    await expect(write(two, 'xml' as FormatName)).rejects.toThrow(/^there is no format "xml"; there are json, /);
  });
});

test('a claim is explained by its id, an article as a whole', () => {
  const article = toArticle(`${TEXT} It was checked twice, the city said.`);
  const claims = extract(article).claims.map(({ id }) => id);
  expect(claims).toEqual(['c1', 'c2']);
  const [first, second] = claims.map((id) => explainArticle(article, id)!);
  expect(first![0]).toBe('sentence 1');
  expect(explainArticle(article)).toEqual([...first!, ...second!]);
  expect(explainArticle(article, 'c3')).toBeNull();
});

test('the JSON Schema asks for what the schema asks for', () => {
  expect(jsonSchema().required).toEqual(Object.keys(schema.shape));
  expect(jsonSchema().properties.schemaVersion).toMatchObject({ const: schemaVersion });
});

test('the examples of the README run and give what stands there', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme, 'README.md is behind: npm run golden fills its examples in').toBe(withExamples(readme));
});
