/** The version of the output: its shape does not change without it, and what older programs wrote is read or refused. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { currentSnapshot, readSnapshot, type SchemaSnapshot } from '../bench/schemas.ts';
import { output as schema } from '../src/output.ts';
import { findResults } from '../src/results/index.ts';
import { startOf } from '../src/results/start.ts';
import { outputReader, readOutput, refusal } from '../src/schema-compatibility.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { output } from './hostile.ts';
import { breaksIn } from './schema-breaks.ts';

const versions = readdirSync(new URL('schemas/', import.meta.url))
  .map((name) => name.replace(/\.json$/, ''))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const snapshots = new Map(versions.map((version) => [version, readSnapshot(version)!]));
const [major] = SCHEMA_VERSION.split('.');

test('the shape is that of its version', () => {
  expect(versions.at(-1), 'npm run golden writes the snapshot of a new version').toBe(SCHEMA_VERSION);
  const { released, ...before } = snapshots.get(SCHEMA_VERSION)!;
  expect(
    JSON.parse(JSON.stringify(currentSnapshot())),
    released
      ? `version ${SCHEMA_VERSION} is released: raise SCHEMA_VERSION (CONTRIBUTING.md, "Change the output")`
      : `version ${SCHEMA_VERSION} is not released yet: review the change, then npm run golden`,
  ).toEqual(before);
});

test('all versions before this one are released', () => {
  expect(versions.filter((version) => version !== SCHEMA_VERSION && !snapshots.get(version)!.released)).toEqual([]);
});

describe('a minor version', () => {
  const pairs = versions
    .slice(1)
    .map((version, index) => [versions[index]!, version] as const)
    .filter(([before, after]) => before.split('.')[0] === after.split('.')[0]);
  test('adds and takes nothing away', () => {
    for (const [before, after] of pairs) {
      const [a, b] = [snapshots.get(before)!, snapshots.get(after)!];
      expect(breaksIn(a.document, b.document), `${before} to ${after}`).toEqual([]);
      expect(breaksIn(a.claim, b.claim), `${before} to ${after}`).toEqual([]);
    }
  });

  const of = (shape: z.ZodRawShape): object => z.toJSONSchema(z.strictObject(shape));
  const before = of({ id: z.string(), kind: z.enum(['a', 'b']), list: z.array(z.strictObject({ n: z.int() })) });
  test.each<[string, z.ZodRawShape, string[]]>([
    ['nothing new', {}, []],
    ['a field more', { more: z.string() }, []],
    ['a field more deep inside', { list: z.array(z.strictObject({ n: z.int(), m: z.int().optional() })) }, []],
    ['a value more', { kind: z.enum(['a', 'b', 'c']) }, []],
    ['a value gone', { kind: z.enum(['a']) }, ['.kind: enum']],
    ['another type', { id: z.int() }, ['.id: maximum', '.id: minimum', '.id: type']],
    ['null where it was not', { id: z.string().nullable() }, ['.id: type']],
    ['no longer always there', { id: z.string().optional() }, [': required']],
    ['a field gone deep inside', { list: z.array(z.strictObject({})) }, ['.list[].n is gone', '.list[]: required']],
  ])('with %s', (_, change, expected) => {
    const { id, kind, list } = {
      id: z.string(),
      kind: z.enum(['a', 'b']),
      list: z.array(z.strictObject({ n: z.int() })),
    };
    expect(breaksIn(before, of({ id, kind, list, ...change })).sort()).toEqual(expected);
  });
});

describe('reading again', () => {
  test('takes older minor versions, and says of all others what to do', () => {
    const own = '3.2';
    expect(['3.0', '3.1', '3.2'].map((version) => refusal(version, own))).toEqual([null, null, null]);
    expect(refusal('2.9', own)).toBe(
      'has schema version 2.9, and this accordingto reads 3.0 to 3.2; run extract again',
    );
    expect(refusal('3.10', own)).toMatch(/^has schema version 3\.10, .* 3\.0 to 3\.2; update it$/);
    expect(refusal('12.0', own)).toMatch(/; update it$/);
    expect(refusal(undefined, own)).toMatch(/^names no schema version, .*; run extract again$/);
    expect(refusal('', own)).toMatch(/; run extract again$/);
  });
  test('gives every example of this major version as an object, and no other', () => {
    const readable = versions.filter((version) => 'output' in readOutput(snapshots.get(version)!.example));
    expect(readable).toEqual(versions.filter((version) => version.split('.')[0] === major));
  });
  test('fills in what a later minor version has added', () => {
    const later = schema.extend({
      schemaVersion: z.literal('2.7') as never,
      notes: z.array(z.string()).default(() => []),
    });
    const read = outputReader(later, '2.7');
    const { example } = snapshots.get('2.0')!;
    expect(read(example)).toEqual({ output: { ...example, notes: [] } });
    expect(read({ ...example, schemaVersion: '2.7', notes: ['dry'] })).toMatchObject({ output: { notes: ['dry'] } });
    expect(read({ ...example, claims: 3 })).toMatchObject({ failure: expect.stringMatching(/^is not what extract/) });
  });
  test.each([null, 3, 'x', [], {}])('%j is no document', (value) => {
    expect(readOutput(value)).toHaveProperty('failure');
  });
  test('knows documents and claims by how they begin', () => {
    const example = (version: string): SchemaSnapshot['example'] => snapshots.get(version)!.example;
    expect(startOf(JSON.stringify(example('2.0'), null, 2))).toEqual({ kind: 'documents', version: '2.0' });
    expect(startOf('{"schemaVersion":"2.0","article":"a"')).toEqual({ kind: 'claims', version: '2.0' });
    expect(startOf('{"article":"a","published"')).toEqual({ kind: 'claims', version: undefined });
    for (const other of ['{"generator":{}}', '{"schemaVersion":"2.0"}', '[{"article"', ''])
      expect(startOf(other)).toBeNull();
  });
  test('a folder of another version is refused by name', () => {
    const folder = mkdtempSync(join(inject('shared'), 'versions-'));
    writeFileSync(join(folder, 'claims.ndjson'), '{"article":"a","published":null}\n');
    expect(() => findResults(folder)).toThrow(
      /^is not read: claims\.ndjson names no schema version, .*run extract again$/,
    );
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...output, schemaVersion: '1.0' }));
    expect(() => findResults(folder)).toThrow(/^is not read: a\.json has schema version 1\.0, .*run extract again$/);
  });
});
