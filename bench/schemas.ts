/**
 * The snapshots in `tests/schemas/`, one for each version of the output: its JSON Schema, that of claims that stand alone,
 * and an example. Shared by the test that compares them and `npm run golden`, which writes that of this version until a
 * release has gone out with it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { output as document } from '../src/output.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { claimRecord } from '../src/write/records.ts';
import { output as example } from '../tests/hostile.ts';

export interface SchemaSnapshot {
  /** True once the version has gone out: from then on the file stays as it is. */
  readonly released: boolean;
  readonly document: object;
  readonly claim: object;
  /** A document of that version. */
  readonly example: object;
}

const FOLDER = new URL('../tests/schemas/', import.meta.url);
const fileOf = (version: string): URL => new URL(`${version}.json`, FOLDER);

/** @returns null where there is none */
export function readSnapshot(version: string): SchemaSnapshot | null {
  return existsSync(fileOf(version)) ? JSON.parse(readFileSync(fileOf(version), 'utf8')) : null;
}

/** The shapes alone: words that describe a field may change without a new version. */
export function currentSnapshot(): Omit<SchemaSnapshot, 'released'> {
  return { document: shapeOf(document), claim: shapeOf(claimRecord), example };
}

function shapeOf(schema: z.ZodObject): object {
  return z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.description;
    },
  });
}

export const CONTRACT_SHAPE = new URL('../src/contract-shape.ts', import.meta.url);

/** The contract's shape as a module, for programs that do not load zod. */
export function contractShape(): string {
  const { $schema: _, ...shape } = shapeOf(document) as { $schema: string };
  return [
    '/** The contract as JSON Schema without its descriptions. Made by `npm run golden` of `src/output.ts`. */',
    'export const SHAPE = JSON.parse(',
    `  '${JSON.stringify(shape).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}',`,
    ');',
    '',
  ].join('\n');
}

/**
 * @returns what was done, for people
 * @throws Error where the shape of a released version has changed
 */
export function writeSnapshot(): string {
  const before = readSnapshot(SCHEMA_VERSION);
  const now = { released: before?.released ?? false, ...currentSnapshot() };
  const name = `tests/schemas/${SCHEMA_VERSION}.json`;
  if (JSON.stringify(before) === JSON.stringify(now)) return `${name} is as it was`;
  if (before?.released) throw new Error(`${name} is released: raise SCHEMA_VERSION in src/schema-version.ts`);
  writeFileSync(fileOf(SCHEMA_VERSION), `${JSON.stringify(now, null, 1)}\n`);
  return `${before ? 'changed' : 'new'} ${name}`;
}
