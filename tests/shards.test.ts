/** Many machines: parts of a run, their merger, and what holds an output folder to its inputs. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../src/batch/documents.ts';
import type { Done } from '../src/batch/done.ts';
import { openFolder } from '../src/batch/folder.ts';
import { hash } from '../src/batch/hash.ts';
import { mergeParts } from '../src/batch/merge.ts';
import { inShard } from '../src/batch/names.ts';
import { parseShard } from '../src/batch/shard.ts';
import { verifyFolder } from '../src/batch/verify.ts';
import { PACKING, pack } from './packed.ts';
import { filesIn, home, program, run, tree } from './program.ts';

const article = (name: string) => `The ${name} dam is safe, the mayor said. “We checked it twice,” said Anna Weber.\n`;
const record = (name: string) => JSON.stringify({ id: name, text: article(name) });
const contentOf = (out: string) =>
  Object.fromEntries(filesIn(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));

describe('membership', () => {
  test('follows from the id alone, is spread evenly, and what may be one file is in one part', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `news/${index}`);
    for (const of of [1, 3, 8]) {
      const counts = Array.from(
        { length: of },
        (_, index) => ids.filter((id) => inShard(id, { index: index + 1, of })).length,
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
      for (const count of counts) expect(Math.abs(count - ids.length / of)).toBeLessThan(150);
    }
    for (const id of ids) expect(inShard(id.toUpperCase(), { index: 1, of: 2 })).toBe(inShard(id, { index: 1, of: 2 }));
  });
  test.each(['0/2', '3/2', '1', '1/0', '-1/2', 'a/b', '1/2/3', ''])('%j is no part', (text) => {
    expect(parseShard(text)).toBeNull();
  });
});

describe('parts', () => {
  const counts = { sentences: 1, people: 0, sources: 0, dates: 0, numbers: 0, claims: 0, attributed: 0, problems: 0 };
  /** An output folder as a run leaves it, without the work. */
  async function part(places: readonly number[], more: { shard?: string; options?: object; complete?: boolean } = {}) {
    const folder = mkdtempSync(join(home, 'part-'));
    const { shard = null, options = {}, complete = true } = more;
    const open = openFolder(folder, {
      formats: ['json'],
      inputs: [],
      options: { formats: ['json'], ...options },
      shard,
      force: false,
    });
    for (const at of places) {
      const name = String(at);
      const document: Document = {
        place: name,
        input: name,
        at,
        id: name,
        renamed: null,
        stem: name,
        record: false,
        content: { skipped: '' },
      };
      const contents = [`{"json":${at}}\n`, `{"claim":${at}}\n`].map((text) => Buffer.from(text));
      const done: Done = { status: 'ok', contents, hashes: contents.map(hash), counts, sha256: null, milliseconds: 0 };
      await open.take(document, done);
    }
    await open.finish(complete);
    open.close();
    return folder;
  }
  const merge = async (folders: readonly string[]) => {
    const out = mkdtempSync(join(home, 'merged-'));
    const places: number[] = [];
    await mergeParts(folders, out, ({ at }) => places.push(at));
    expect(places).toEqual(places.map((_, index) => index));
    return readFileSync(join(out, 'claims.ndjson'), 'utf8');
  };
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `{"claim":${at}}\n`).join('');

  test('are joined in the order of the inputs, in whatever order they are named', async () => {
    const [a, b, c] = [
      await part([0, 4, 5], { shard: '1/3' }),
      await part([], { shard: '2/3' }),
      await part([1, 2, 3, 6], { shard: '3/3' }),
    ];
    expect(await merge([a, b, c])).toBe(lines(7));
    expect(await merge([c, a, b])).toBe(lines(7));
    expect(await merge([await part([0, 1]), await part([2])])).toBe(lines(3));
  });
  test('a part may have been halved, and a half of it again', async () => {
    const parts = [
      await part([0, 1], { shard: '1/2' }),
      await part([2], { shard: '5/8' }),
      await part([3], { shard: '6/8' }),
      await part([4], { shard: '4/4' }),
    ];
    expect(await merge(parts)).toBe(lines(5));
    const [first, second, third, last] = parts as [string, string, string, string];
    await expect(merge([first, last, second])).rejects.toThrow('part 2 of 2 is missing');
    await expect(merge([third, second])).rejects.toThrow('parts 1, 2, 3, 4, 7, 8 of 8 are missing');
    const half = await part([5], { shard: '3/4' });
    await expect(merge([first, second, third, half, last])).rejects.toThrow(
      `${second} and ${half} are both part 3 of 4`,
    );
  });
  test.each<[string, () => Promise<string[]>, RegExp]>([
    [
      'a part is missing',
      async () => [await part([0], { shard: '1/3' }), await part([1], { shard: '2/3' })],
      /part 3 of 3 is missing/,
    ],
    [
      'a part is there twice',
      async () => [await part([0], { shard: '1/2' }), await part([1], { shard: '1/2' })],
      /are both part 1 of 2/,
    ],
    [
      'parts are of different wholes',
      async () => [await part([0], { shard: '1/2' }), await part([1], { shard: '2/3' })],
      /one part of 3, others are of 2/,
    ],
    [
      'a whole run is among the parts',
      async () => [await part([0], { shard: '1/2' }), await part([1])],
      /is a whole run/,
    ],
    [
      'options differ',
      async () => [
        await part([0], { shard: '1/2' }),
        await part([1], { shard: '2/2', options: { published: '2020-01-02' } }),
      ],
      /was made with published "2020-01-02", \S+ with undefined/,
    ],
    [
      'a part is not finished',
      async () => [await part([0], { shard: '1/1', complete: false })],
      /is not finished; run this part again/,
    ],
    [
      'a document is in two parts',
      async () => [await part([0, 1], { shard: '1/2' }), await part([1], { shard: '2/2' })],
      /did not see the same inputs \(1 stands/,
    ],
    [
      'a document is in no part',
      async () => [await part([0], { shard: '1/2' }), await part([2], { shard: '2/2' })],
      /did not see the same inputs \(document 1 is in none/,
    ],
    ['there is no ledger', async () => [home], /holds no ledger\.ndjson/],
  ])('are refused where %s', async (_, parts, message) => {
    await expect(merge(await parts())).rejects.toThrow(message);
  });
  test('are refused where another version made one', async () => {
    const [a, b] = [await part([0], { shard: '1/2' }), await part([1], { shard: '2/2' })];
    const ledger = join(b, 'ledger.ndjson');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace(/"version":"[^"]*"/, '"version":"0.0.9"'));
    await expect(merge([a, b])).rejects.toThrow(/was made by version 0\.0\.9/);
  });
});

describe('the program', () => {
  beforeAll(pack, PACKING);
  const root = tree({
    'news/a.txt': article('first'),
    'news/B.txt': article('second'),
    'news/deep/c.md': `# Dam\n\n${article('third')}`,
    'news/n.jsonl': ['r1', 'r2', 'b', 'r1', 'R1'].map((name) => `${record(name)}\n`).join('') + '{"id":\n',
  });
  const extract = (out: string, ...more: string[]) =>
    run(['extract', 'news', '-q', '-j', '1', '-f', 'json,csv', '-o', out, ...more], { cwd: root });

  test('parts, merged, are what one run writes; verify finds nothing; a later run has nothing to do', async () => {
    await Promise.all([
      extract('whole'),
      ...[1, 2, 3].map((index) => extract(`part${index}`, '--shard', `${index}/3`)),
    ]);
    const whole = contentOf(join(root, 'whole'));
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(['b~2.json', 'r1~2.json', 'R1~3.json', 'deep/c.json']));
    const merged = await run(['merge', 'part2', 'part1', 'part3', '--out', 'merged'], { cwd: root });
    expect(merged).toMatchObject({ code: 0, stdout: '' });
    expect(merged.stderr).toMatch(/articles +8 {2}1 failed\n/);
    expect(contentOf(join(root, 'merged'))).toEqual(whole);
    const verified = await run(['verify', 'merged'], { cwd: root });
    expect(verified).toMatchObject({ code: 0, stdout: '' });
    expect(verified.stderr).toMatch(/documents +9\n.*differences +0\n/s);
    const again = await run(['extract', 'news', '-f', 'json,csv', '-o', 'merged'], { cwd: root });
    expect(again.stderr).toMatch(/articles +8 {2}8 unchanged {2}1 failed\n/);
  }, 240_000);
  test('verify names what differs', async () => {
    const changed = (name: string, change: (path: string) => void) => {
      rmSync(join(root, 'v'), { recursive: true, force: true });
      cpSync(join(root, 'whole'), join(root, 'v'), { recursive: true });
      change(join(root, 'v', name));
    };
    const differences = async () => {
      const found: string[] = [];
      const before = process.cwd();
      process.chdir(root);
      try {
        await verifyFolder('v', (line) => found.push(line));
      } finally {
        process.chdir(before);
      }
      return found;
    };
    const edit = (from: string, to: string) => (path: string) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    changed('a.json', (path) => rmSync(path));
    expect(await differences()).toEqual(['v/a.json is missing (news/a.txt)']);
    changed('a.json', edit('first', 'other'));
    expect(await differences()).toEqual([
      'v/a.json differs from what was written (SHA-256)',
      'v/a.json says "The other dam is safe, the mayor said." where the text at 0 to 38 has "The first dam is safe, the mayor said."',
    ]);
    changed('a.json', edit('"schemaVersion"', '"version"'));
    expect(await differences()).toEqual([
      expect.stringMatching(/^v\/a\.json has \d+ bytes, the ledger says \d+$/),
      'v/a.json is not what accordingto schema describes',
    ]);
    changed('claims.ndjson', (path) => appendFileSync(path, '{}\n'));
    expect(await differences()).toEqual(['v/claims.ndjson is not what its documents make']);
    changed('claims.csv', edit('first', 'other'));
    expect(await differences()).toEqual(['v/claims.csv is not what its documents make']);
    changed('stray.json', (path) => cpSync(join(root, 'whole/a.json'), path));
    writeFileSync(join(root, 'v/summary.json'), '{}');
    expect(await differences()).toEqual(['v/stray.json belongs to no document of the ledger; an earlier run left it']);
    changed('ledger.ndjson', edit('"attributed":2', '"attributed":3'));
    expect(await differences()).toEqual([expect.stringMatching(/^v\/\S+ has other counts than the ledger$/)]);
    changed('ledger.ndjson', edit('"complete":true', '"complete":false'));
    expect(await differences()).toEqual(['v/ledger.ndjson is of a run that has not ended; run it again']);
    changed('x', () => {});
    writeFileSync(join(root, 'news/a.txt'), article('zeroth'));
    appendFileSync(join(root, 'news/n.jsonl'), `\n${record('more')}\n`);
    expect(await differences()).toEqual([
      'news/a.txt has changed since it was read',
      'v/a.json is of another text (SHA-256)',
      expect.stringMatching(/^news\/n\.jsonl:\d+ is not in the ledger; run accordingto extract again$/),
    ]);
    expect((await run(['verify', 'v', '-q'], { cwd: root })).code).toBe(1);
    expect((await run(['verify', 'news'], { cwd: root })).code).toBe(66);
  }, 240_000);
  test('records go in and out through standard streams, a line each, as Spark pipes them', async () => {
    const input = ['x', 'y'].map((name) => `${record(name)}\n`).join('');
    const { stdout, code } = await run(['extract', '-f', 'ndjson'], { input });
    expect(code).toBe(0);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).article.id);
    expect(ids).toEqual(['x', 'y']);
  });
  // Debian's package `parallel`.
  test.runIf(spawnSync('parallel', ['--version']).status === 0)(
    'GNU parallel feeds it blocks of records, and whole parts',
    () => {
      const folder = tree({ 'n.jsonl': Array.from({ length: 12 }, (_, index) => `${record(`r${index}`)}\n`).join('') });
      const shell = (command: string) => {
        const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, accordingto: `${process.execPath} ${program}` },
        });
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        return stdout;
      };
      const alone = shell('$accordingto extract n.jsonl -f claims');
      expect(shell('parallel --will-cite --pipe -k -N 6 -j 2 "$accordingto extract -f claims" < n.jsonl')).toBe(alone);
      shell(
        'parallel --will-cite -j 2 "$accordingto extract n.jsonl -q -f claims --shard {}/2 --out parts/{}" ::: 1 2',
      );
      shell('$accordingto merge parts/* -q --out merged');
      expect(readFileSync(join(folder, 'merged/claims.ndjson'), 'utf8')).toBe(alone);
    },
    60_000,
  );
});
