/** Reads bytes as the file of a run, by its name. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { withoutExtension } from '../src/read/format.ts';
import { type Reading, type ReadOptions, readArticles } from '../src/read/index.ts';

export const folder = mkdtempSync(join(tmpdir(), 'accordingto-read-'));

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function read(name: string, bytes: string | Uint8Array, options: ReadOptions = {}): Promise<Reading[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return all(readArticles({ path, source: name, id: withoutExtension(name) }, options));
}

export async function readOne(name: string, bytes: string | Uint8Array, options: ReadOptions = {}) {
  const [reading, ...more] = await read(name, bytes, options);
  expect(more).toEqual([]);
  if (!reading || !('article' in reading)) throw new Error(reading ? messageOf(reading) : 'nothing was read');
  return reading.article;
}

const messageOf = (reading: Exclude<Reading, { article: object }>): string =>
  'failure' in reading ? reading.failure.message : reading.skipped.reason;

export async function reasons(name: string, bytes: string | Uint8Array, options: ReadOptions = {}): Promise<string[]> {
  return (await read(name, bytes, options)).map((reading) =>
    'article' in reading ? reading.article.id : `${reading.place} ${messageOf(reading)}`,
  );
}
