/** Many machines: parts of a run, their merger, and what holds an output folder to its inputs. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Document } from '../src/batch/documents.ts';
import { openFolder } from '../src/batch/folder.ts';
import { hash } from '../src/batch/hash.ts';
import { mergeParts } from '../src/batch/merge.ts';
import { inShard } from '../src/batch/names.ts';
import type { DocumentResult } from '../src/batch/result.ts';
import { parseShard } from '../src/batch/shard.ts';

const home = mkdtempSync(join(inject('shared'), 'shards-'));

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
  async function part(
    places: readonly number[],
    more: { shard?: string; options?: Readonly<Record<string, unknown>>; complete?: boolean } = {},
  ) {
    const folder = mkdtempSync(join(home, 'part-'));
    const { shard = null, options = {}, complete = true } = more;
    const open = openFolder(folder, {
      formats: ['json'],
      inputs: [],
      options,
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
      const done: DocumentResult = {
        status: 'ok',
        contents,
        hashes: contents.map(hash),
        counts,
        sha256: null,
        milliseconds: 0,
      };
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
