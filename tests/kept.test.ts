/** Nothing that a run made is deleted without being asked: what the next run leaves, names, and prunes. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeParts } from '../src/batch/merge.ts';
import { findResults } from '../src/results/index.ts';
import type { FormatName } from '../src/write/formats.ts';
import { article, Runs, record } from './runs.ts';

const three = () =>
  new Runs().put({ 'a.txt': article('first'), 'b.txt': article('second'), 'c.txt': article('third') });
const formats = (...names: FormatName[]) => ({ formats: names });

describe('formats add up', () => {
  test.each<[FormatName, FormatName]>([
    ['json', 'csv'],
    ['csv', 'json'],
    ['html', 'text'],
    ['claims', 'parquet'],
    ['brat', 'ndjson'],
    ['markdown', 'conllu'],
  ])('%s, then %s', async (first, second) => {
    const runs = three();
    await runs.run([], formats(first));
    const before = runs.files();
    const { leftovers } = await runs.run([], formats(second));
    expect(runs.files()).toMatchObject(before);
    const alone = three();
    await alone.run([], formats(second));
    expect(runs.names()).toEqual([...new Set([...Object.keys(before), ...alone.names()])].sort());
    expect(leftovers).toMatchObject({ left: { files: [] }, stale: { files: [] }, replaced: 0, edited: [] });
    expect([leftovers.left.joined.size, leftovers.stale.joined.size, leftovers.lacking.size]).toEqual([0, 0, 0]);
    expect(await runs.differences()).toEqual([]);
    expect((await runs.run([], formats(first, second))).unchanged).toBe(3);
  });
});

describe('articles that a run does not read', () => {
  test('stay, in their own files and in those for all articles, before those that it reads', async () => {
    const runs = three();
    await runs.run(['a.txt', 'b.txt'], formats('json', 'csv'));
    const { leftovers } = await runs.run(['c.txt'], formats('json', 'csv'));
    expect(runs.names()).toEqual(['a.json', 'b.json', 'c.json', 'claims.csv', 'claims.ndjson']);
    expect(runs.articlesIn('claims.ndjson')).toEqual(['a', 'b', 'c']);
    expect(runs.articlesIn('claims.csv')).toEqual(['a', 'b', 'c']);
    expect(leftovers.left.files).toEqual(['a.json', 'b.json']);
    expect(Object.fromEntries(leftovers.left.joined)).toEqual({ 'claims.ndjson': 2, 'claims.csv': 2 });
    expect(await runs.differences()).toEqual([]);
    const all = runs.files();
    expect((await runs.run(['c.txt'], formats('json', 'csv'))).unchanged).toBe(1);
    expect(runs.files()).toEqual(all);
    expect((await runs.run([], formats('json', 'csv'))).leftovers.left.files).toEqual([]);
    expect(runs.files()).toEqual(all);
  });
  test('are found stale by verify once their input is gone, and go with --prune', async () => {
    const runs = three();
    await runs.run([], formats('json', 'html', 'csv'));
    runs.put({ 'c.txt': null });
    await runs.run([], formats('json'));
    expect(await runs.differences()).toEqual(
      expect.arrayContaining(['out/c.html is of news/c.txt, which is gone; --prune takes it away']),
    );
    await runs.run([], { formats: ['json'], prune: true });
    expect(runs.names()).toEqual(['a.html', 'a.json', 'b.html', 'b.json', 'claims.csv', 'claims.ndjson']);
    expect(runs.articlesIn('claims.csv')).toEqual(['a', 'b']);
    expect(await runs.differences()).toEqual([]);
  });
  test('are records with other ids in the same lines', async () => {
    const runs = new Runs().put({ 'n.jsonl': record('r1') + record('r2') });
    await runs.run([], formats('json'));
    runs.put({ 'n.jsonl': record('r0') + record('r1') + record('r3') });
    const { leftovers, unchanged } = await runs.run([], formats('json'));
    expect(unchanged).toBe(1);
    expect(leftovers.left.files).toEqual(['r2.json']);
    expect(runs.articlesIn('claims.ndjson')).toEqual(['r2', 'r0', 'r1', 'r3']);
    await runs.run([], { formats: ['json'], prune: true });
    const fresh = new Runs().put({ 'n.jsonl': record('r0') + record('r1') + record('r3') });
    await fresh.run([], formats('json'));
    expect(runs.names()).toEqual(fresh.names());
    expect(runs.files()['claims.ndjson']).toBe(fresh.files()['claims.ndjson']);
  });
  test('with the ids of others: these take their place, which is said', async () => {
    const runs = new Runs().put({ 'one/a.txt': article('first'), 'two/a.txt': article('second') });
    await runs.run(['one/a.txt'], formats('json'));
    const { leftovers } = await runs.run(['two/a.txt'], formats('json'));
    expect(leftovers).toMatchObject({ replaced: 1, first: { id: 'a', input: join(runs.root, 'news/one/a.txt') } });
    expect(runs.names()).toEqual(['a.json', 'claims.ndjson']);
  });
});

describe('what is of an earlier text', () => {
  test('stays in formats that the run does not write, is named, and is not what query and report read', async () => {
    const runs = three();
    await runs.run([], formats('json', 'csv', 'ndjson'));
    runs.put({ 'b.txt': article('new') });
    const { leftovers } = await runs.run([], formats('claims', 'json'));
    expect(leftovers.stale.files).toEqual([]);
    expect(Object.fromEntries(leftovers.stale.joined)).toEqual({ 'claims.csv': 1, 'articles.ndjson': 1 });
    expect(runs.files()['claims.csv']).toContain('The second dam');
    expect(await runs.differences()).toEqual([
      'out/articles.ndjson holds 1 article of an earlier text, or made with other options; --prune takes it away',
      'out/claims.csv holds 1 article of an earlier text, or made with other options; --prune takes it away',
    ]);
    expect(findResults(runs.out)).toMatchObject({ kind: 'documents', lines: false });
    await runs.run([], { formats: ['json'], prune: true });
    expect(runs.articlesIn('claims.csv')).toEqual(['a', 'c']);
    expect(await runs.differences()).toEqual([
      'out/articles.ndjson lacks 1 article of the last run; run extract again in this format too',
      'out/claims.csv lacks 1 article of the last run; run extract again in this format too',
    ]);
    expect((await runs.run([], formats('csv', 'ndjson'))).unchanged).toBe(2);
    expect(await runs.differences()).toEqual([]);
  });
  test.each<[FormatName, string]>([
    ['html', 'b.html'],
    ['text', 'b.txt'],
    ['markdown', 'b.md'],
    ['conllu', 'b.conllu'],
    ['schema-org', 'b.schema.jsonld'],
    ['web-annotation', 'b.annotations.jsonld'],
  ])('verify sees it in %s', async (format, name) => {
    const runs = three();
    await runs.run([], formats(format));
    runs.put({ 'b.txt': article('new') });
    await runs.run([], formats('claims'));
    expect(await runs.differences()).toEqual([
      `out/${name} is of an earlier text, or made with other options; --prune takes it away`,
    ]);
    rmSync(join(runs.out, 'ledger.ndjson'));
    await runs.run([], formats('claims'));
    expect(await runs.differences()).toContain(
      `out/${name} belongs to no document of the ledger; an earlier run left it`,
    );
  });
  test('is everything after a run with other options', async () => {
    const runs = three();
    await runs.run([], formats('json', 'html'));
    const { leftovers } = await runs.run([], { formats: ['json'], published: '2020-09-13' });
    expect(leftovers.stale.files).toEqual(['a.html', 'b.html', 'c.html']);
    expect(runs.names()).toContain('a.html');
  });
  test.each([
    ['is empty now', ''],
    ['is binary now', '\0\0'],
    ['is in another language now', 'Der Damm ist sicher, sagte der Bürgermeister am Montag den Anwohnern. '.repeat(9)],
  ])('stays where the article %s', async (_, content) => {
    const runs = three();
    await runs.run([], formats('json'));
    runs.put({ 'b.txt': content });
    const { leftovers, said } = await runs.run([], formats('json'));
    expect(said).toHaveLength(1);
    expect(runs.names()).toContain('b.json');
    expect(runs.articlesIn('claims.ndjson')).toEqual(['a', 'b', 'c']);
    expect(leftovers.stale.files).toEqual(['b.json']);
    await runs.run([], { formats: ['json'], prune: true });
    expect(runs.names()).toEqual(['a.json', 'c.json', 'claims.ndjson']);
    expect(runs.articlesIn('claims.ndjson')).toEqual(['a', 'c']);
  });
});

describe('pruning', () => {
  test('leaves files that somebody changed, and files of the user', async () => {
    const runs = three();
    await runs.run([], formats('json', 'text'));
    appendFileSync(join(runs.out, 'c.txt'), 'My note.\n');
    writeFileSync(join(runs.out, 'notes.txt'), 'My notes.\n');
    runs.put({ 'c.txt': null });
    const { leftovers } = await runs.run([], { formats: ['json'], prune: true });
    expect(leftovers.edited).toEqual(['c.txt']);
    expect(runs.names()).toEqual(['a.json', 'a.txt', 'b.json', 'b.txt', 'c.txt', 'claims.ndjson', 'notes.txt']);
  });
  test('does nothing where the run was ended', async () => {
    const runs = three();
    await runs.run([], formats('json'));
    const before = runs.names();
    const stop = new AbortController();
    stop.abort();
    await runs.run(['a.txt'], { formats: ['json'], prune: true, signal: stop.signal });
    expect(runs.names()).toEqual(before);
    expect(runs.articlesIn('claims.ndjson')).toEqual(['a', 'b', 'c']);
  });
  test('takes away the file for all articles with its last article, and empty folders', async () => {
    const runs = new Runs().put({ 'x/a.txt': article('first'), 'y/b.txt': article('second') });
    await runs.run([], formats('json', 'csv'));
    runs.put({ 'x/a.txt': article('new'), 'y/b.txt': article('newer') });
    await runs.run([], { formats: ['html'], prune: true });
    expect(runs.names()).toEqual(['x/a.html', 'y/b.html']);
  });
});

test('a damaged ledger costs work, and no file', async () => {
  const runs = three();
  await runs.run([], formats('json', 'csv'));
  const before = runs.files();
  const ledger = join(runs.out, 'ledger.ndjson');
  const [first, ...lines] = readFileSync(ledger, 'utf8').trimEnd().split('\n');
  writeFileSync(ledger, `${[first, '{"path":', ...lines.slice(1)].join('\n')}\n`);
  expect((await runs.run([], formats('json', 'csv'))).unchanged).toBe(2);
  expect(runs.files()).toEqual(before);
});

test('merging adds and replaces too', async () => {
  const parts = [three(), three()];
  await parts[0]!.run([], { formats: ['json', 'csv'], shard: { index: 1, of: 2 } });
  await parts[1]!.run([], { formats: ['json', 'csv'], shard: { index: 2, of: 2 } });
  const target = new Runs().put({ 'z.txt': article('last') });
  await target.run([], formats('json', 'html'));
  const folders = parts.map(({ out }) => out);
  const leftovers = await mergeParts(folders, target.out, () => {});
  expect(leftovers.left.files.sort()).toEqual(['z.html', 'z.json']);
  expect(target.names()).toEqual(
    ['a.json', 'b.json', 'c.json', 'claims.csv', 'claims.ndjson', 'z.html', 'z.json'].sort(),
  );
  expect(target.articlesIn('claims.ndjson')).toEqual(['z', 'a', 'b', 'c']);
  await mergeParts(folders, target.out, () => {}, true);
  expect(target.names()).toEqual(['a.json', 'b.json', 'c.json', 'claims.csv', 'claims.ndjson']);
  expect(target.articlesIn('claims.csv')).toEqual(['a', 'b', 'c']);
});
