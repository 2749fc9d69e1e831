/** Ids become paths, with any ids in tests/system/paths.test.ts; what a ledger or a part names lies inside its folder. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inside, isInner, isResult } from '../src/batch/inside.ts';
import { mergeParts } from '../src/batch/merge.ts';
import { pathOf } from '../src/batch/names.ts';
import { article, Runs, record } from './runs.ts';

describe('an id as a path', () => {
  test.each([
    ['claims.ndjson/x', 'claims%2Endjson/x'],
    ['Ledger.NDJSON/x', 'Ledger%2ENDJSON/x'],
    ['annotation.conf/x/y', 'annotation%2Econf/x/y'],
    ['deep/claims.ndjson/x', 'deep/claims.ndjson/x'],
    ['a.json/b', 'a%2Ejson/b'],
    ['a.brat.txt/b.md/c.txt', 'a%2Ebrat%2Etxt/b%2Emd/c.txt'],
    ['example.md/page', 'example%2Emd/page'],
    ['a.brat', 'a%2Ebrat'],
    ['a.json', 'a.json'],
    ['CON', '%43ON'],
    ['aux.x/nul/com1.txt/LPT9', '%61ux.x/%6Eul/%63om1%2Etxt/%4CPT9'],
    ['console/com10/auxiliary', 'console/com10/auxiliary'],
    ['dot./space /x.', 'dot%2E/space%20/x%2E'],
    ['.run/lock', '%2Erun/lock'],
  ])('%j is %s', (id, path) => {
    expect(pathOf(id)).toBe(path);
  });
  test('of any depth is short enough, and its own', () => {
    const deep = Array.from({ length: 3000 }, () => 'a').join('/');
    expect(pathOf(deep)).toMatch(/^(?:a\/){200}~[0-9a-f]{12}$/);
    expect(pathOf(`${deep}/b`)).not.toBe(pathOf(deep));
    expect(Buffer.byteLength(pathOf('é/'.repeat(400)))).toBeLessThan(600);
  });
});

describe('what stands in the way of one article', () => {
  test.each<[string, (out: string) => void, RegExp]>([
    ['a folder with its name', (out) => mkdirSync(join(out, 'b.json')), /a folder stands in the way/],
    ['a file with its folder’s name', (out) => writeFileSync(join(out, 'sub'), ''), /stands in the way/],
    ['a link to a folder elsewhere', (out) => symlinkSync('/tmp', join(out, 'sub')), /is a link/],
    ['a link to nowhere', (out) => symlinkSync('nowhere', join(out, 'sub')), /is a link/],
    ['a pipe', (out) => execFileSync('mkfifo', [join(out, 'b.json')]), /is no file/],
  ])('fails that one: %s', async (_, prepare, reason) => {
    const runs = new Runs().put({
      'a.txt': article('first'),
      'b.txt': article('second'),
      'sub/c.txt': article('third'),
    });
    mkdirSync(runs.out);
    prepare(runs.out);
    const { said } = await runs.run([], { formats: ['json'] });
    expect(said).toEqual([expect.stringMatching(reason)]);
    expect(runs.articlesIn('claims.ndjson')).toHaveLength(2);
  });
  test('a link with the name of its file fails that one too, and is not followed', async () => {
    const runs = new Runs().put({ 'a.txt': article('first') });
    mkdirSync(runs.out);
    const victim = join(runs.root, 'victim');
    writeFileSync(victim, 'kept');
    symlinkSync(victim, join(runs.out, 'a.json'));
    const { said } = await runs.run([], { formats: ['json'] });
    expect(said).toEqual([expect.stringMatching(/a\.json is a link, which is not followed/)]);
    expect(readFileSync(victim, 'utf8')).toBe('kept');
  });
});

test('paths inside a folder', () => {
  for (const path of ['a', 'a/b', 'a..b/...c', '%2E%2E/x']) expect(isInner(path)).toBe(true);
  for (const path of ['', '/a', '../a', 'a/../b', 'a//b', 'a/.', './a', 'a\0', 'a\\b', 'C:/x', 'a/'])
    expect(isInner(path)).toBe(false);
  expect(() => inside('out', '../victim.txt')).toThrow('"../victim.txt" leads out of out');
  expect(isResult('.run/lock')).toBe(false);
});

describe('a folder from somebody else', () => {
  /** Runs once, then changes the ledger and the folder, with a file beside it that must stay as it is. */
  async function hostile(change: (line: string, at: number) => string, more: (runs: Runs) => void = () => {}) {
    const runs = new Runs().put({ 'a.txt': article('first'), 'b.txt': article('second') });
    await runs.run([], { formats: ['json', 'csv'] });
    writeFileSync(join(runs.root, 'victim.txt'), 'kept');
    mkdirSync(join(runs.root, 'elsewhere'));
    writeFileSync(join(runs.root, 'elsewhere/1.claims.csv'), 'kept');
    const ledger = join(runs.out, 'ledger.ndjson');
    const lines = readFileSync(ledger, 'utf8').trimEnd().split('\n');
    writeFileSync(ledger, `${lines.map(change).join('\n')}\n`);
    more(runs);
    return runs;
  }
  const edit =
    (change: (entry: Record<string, unknown>) => object) =>
    (line: string, at: number): string =>
      at === 1 ? JSON.stringify({ ...JSON.parse(line), ...change(JSON.parse(line)) }) : line;
  const sha256 = 'b5ca1de95bd1a8bd8da4e5a5de9de1e1d79f5ae0d4cb4a23b3f0ed1cd9c9e0d9';
  const file = (path: string) => ({ path, bytes: 4, sha256 });
  const untouched = (runs: Runs) => {
    expect(readFileSync(join(runs.root, 'victim.txt'), 'utf8')).toBe('kept');
    expect(readFileSync(join(runs.root, 'elsewhere/1.claims.csv'), 'utf8')).toBe('kept');
  };

  test.each<[string, (line: string, at: number) => string]>([
    ['an old list of stale files', edit(() => ({ stale: ['../victim.txt'] }))],
    ['a stale file', edit(() => ({ stale: { files: [file('../victim.txt')], parts: [] } }))],
    ['a file', edit(() => ({ files: [file('../victim.txt')] }))],
    ['a file by its whole path', edit(() => ({ files: [file('/etc/hostname')] }))],
    ['the ledger itself', edit(() => ({ files: [file('ledger.ndjson')], left: true }))],
    ['the folder of runs', edit(() => ({ files: [file('.run/1.claims.csv')] }))],
    [
      'a piece of a file elsewhere',
      edit(() => ({ parts: [{ file: '../../victim.txt', segment: 1, start: 0, bytes: 4, sha256 }] })),
    ],
    [
      'a piece of a terabyte',
      edit(() => ({ parts: [{ file: 'claims.csv', segment: 1, start: 0, bytes: 1e12, sha256 }] })),
    ],
    ['a place below zero', edit(() => ({ at: -1 }))],
    ['no counts', edit(() => ({ counts: { claims: 'many' } }))],
    ['formats that there are not', (line, at) => (at === 0 ? line.replace('"csv"', '"__proto__"') : line)],
    ['no header', (line, at) => (at === 0 ? '[]' : line)],
  ])('whose ledger names %s: nothing outside changes, and the run ends well', async (_, change) => {
    for (const next of ['keep', 'prune', 'verify', 'merge'] as const) {
      const runs = await hostile(change);
      if (next === 'verify') await runs.differences().catch((error) => expect(error.name).toBe('Failure'));
      else if (next === 'merge') {
        const error: unknown = await mergeParts([runs.out], join(runs.root, 'merged/deep'), () => {}).catch(
          (failed) => failed,
        );
        if (error instanceof Error) expect(error.name).toBe('Failure');
        expect(existsSync(join(runs.root, 'merged/victim.txt'))).toBe(false);
      } else {
        runs.put({ 'a.txt': article('changed') });
        const { said } = await runs.run([], { formats: ['json', 'csv'], prune: next === 'prune' });
        expect(said).toEqual([]);
        expect(runs.articlesIn('claims.csv')).toContain('a');
        expect(existsSync(join(runs.out, 'ledger.ndjson'))).toBe(true);
      }
      untouched(runs);
    }
  });
  const same = (line: string): string => line;
  const move = (name: string, to: string) => (runs: Runs) => {
    rmSync(join(runs.out, name), { recursive: true });
    symlinkSync(join(runs.root, to), join(runs.out, name));
  };
  test.each<[string, string, string]>([
    ['the ledger', 'ledger.ndjson', 'victim.txt'],
    ['the folder of runs', '.run', 'elsewhere'],
    ['the mark', '.accordingto', 'victim.txt'],
  ])('in which %s is a link: refused, and nothing outside changes', async (_, name, to) => {
    const runs = await hostile(same, move(name, to));
    await expect(runs.run([], { formats: ['json'] })).rejects.toThrow(/is a link, which is not followed/);
    untouched(runs);
    expect(readlinkSync(join(runs.out, name))).toBe(join(runs.root, to));
  });
  test.each<[string, string, string]>([
    ['an article', 'a.json', 'victim.txt'],
    ['a file for all articles', 'claims.csv', 'victim.txt'],
    ['a piece', '.run/1.claims.csv', 'victim.txt'],
  ])('in which %s is a link: verify says so, merge refuses or leaves it out', async (_, name, to) => {
    const runs = await hostile(same, move(name, to));
    expect((await runs.differences()).join('\n')).toMatch(/is a link, which is not followed/);
    const merged = join(runs.root, 'merged');
    await mergeParts([runs.out], merged, () => {}).catch((error) => expect(error.name).toBe('Failure'));
    for (const path of ['a.json', 'claims.csv']) {
      const stats = lstatSync(join(merged, path), { throwIfNoEntry: false });
      expect(stats?.isSymbolicLink() ?? false).toBe(false);
      if (stats) expect(readFileSync(join(merged, path), 'utf8')).not.toContain('kept');
    }
    untouched(runs);
  });
  test.each(['ledger.ndjson', '.run/lock'])('in which %s is a pipe: nothing waits for it', async (name) => {
    const runs = await hostile(same, ({ out }) => {
      rmSync(join(out, name), { force: true });
      execFileSync('mkfifo', [join(out, name)]);
    });
    await expect(runs.run([], { formats: ['json'] })).rejects.toThrow(/is no file/);
  });
  test.each<[string, (runs: Runs) => void]>([
    ['a pipe as input', ({ root }) => execFileSync('mkfifo', [join(root, 'pipe')])],
    ['a device as input', ({ root }) => symlinkSync('/dev/zero', join(root, 'pipe'))],
    ['a folder as input', ({ root }) => mkdirSync(join(root, 'pipe'))],
  ])('whose ledger names %s: verify does not wait for it', async (_, make) => {
    const runs = await hostile((line, at) =>
      at === 0 ? line : JSON.stringify({ ...JSON.parse(line), input: 'REPLACED', path: `REPLACED${at}` }),
    );
    make(runs);
    const ledger = join(runs.out, 'ledger.ndjson');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replaceAll('REPLACED', join(runs.root, 'pipe')));
    expect(await runs.differences()).toEqual([]);
  });
  test.each<[string, (runs: Runs) => void]>([
    ['the folder of runs is a file', ({ out }) => writeFileSync(join(out, '.run'), '')],
    ['a file for all articles is a folder', ({ out }) => mkdirSync(join(out, 'claims.ndjson/x'), { recursive: true })],
    ['the ledger is a folder', ({ out }) => mkdirSync(join(out, 'ledger.ndjson/x'), { recursive: true })],
    ['the mark is a folder', ({ out }) => mkdirSync(join(out, '.accordingto/x'), { recursive: true })],
    ['the lock is a folder', ({ out }) => mkdirSync(join(out, '.run/lock/x'), { recursive: true })],
  ])('in which %s: one line that says so', async (_, make) => {
    const runs = new Runs().put({ 'a.txt': article('first') });
    mkdirSync(runs.out);
    make(runs);
    await expect(runs.run([], { formats: ['json'] })).rejects.toMatchObject({ name: 'Failure' });
  });
  test.each<[string, string]>([
    ['of zeros', '\0'.repeat(5_000_000)],
    ['of one endless line', 'x'.repeat(5_000_000)],
    ['of another version', '{"ledger":2,"version":"9","options":{},"shard":null,"complete":true}\n'],
    ['of deep brackets', `${'['.repeat(500_000)}\n`],
    ['of names of prototypes', '{"__proto__":{"ledger":1},"constructor":{"path":"x"}}\n'],
    [
      'of many headers',
      `${JSON.stringify({ ledger: 1, version: '0', options: {}, shard: '1/2', complete: false })}\n`.repeat(2000),
    ],
  ])('with a ledger %s: the run ends well', async (_, content) => {
    const runs = new Runs().put({ 'a.txt': article('first') });
    mkdirSync(runs.out);
    writeFileSync(join(runs.out, 'ledger.ndjson'), content);
    expect((await runs.run([], { formats: ['json'] })).said).toEqual([]);
    expect(await runs.differences()).toEqual([]);
  });
  test('in which two articles have one file: pruning one leaves it to the other', async () => {
    const runs = await hostile((line) => line);
    const ledger = join(runs.out, 'ledger.ndjson');
    const [header, first, second] = readFileSync(ledger, 'utf8').trimEnd().split('\n');
    const twin = JSON.stringify({ ...JSON.parse(first!), id: 'twin', path: 'twin', left: true });
    writeFileSync(ledger, `${[header, twin, first, second].join('\n')}\n`);
    await runs.run([], { formats: ['json', 'csv'], prune: true });
    expect(runs.names()).toEqual(['a.json', 'b.json', 'claims.csv', 'claims.ndjson']);
  });
  test.each([
    ['long', 'x'.repeat(12_000)],
    ['like a key', '__proto__'],
    ['numbered', 'r~2'],
    ['without letters', '\0\u0001'],
    ['half a character', '\ud800'],
    ['of dots and slashes', './../.../'],
  ])('records with ids that are %s are written, and found again', async (_, id) => {
    const runs = new Runs().put({ 'n.jsonl': record('r') + record('r') + record(id) + record(id) });
    expect((await runs.run([], { formats: ['json', 'html'] })).said).toEqual([]);
    expect(runs.names()).toHaveLength(9);
    expect((await runs.run([], { formats: ['json', 'html'] })).unchanged).toBe(4);
    expect(await runs.differences()).toEqual([]);
  });
});
