/** The lines of a ledger. A ledger may come from somebody else, so each line is checked. */
import { z } from 'zod';
import { FORMATS as INPUTS } from '../read/format.ts';
import type { FormatFile } from '../write/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';
import { isResult } from './inside.ts';

const NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]];
const JOINED = Object.values(FORMATS)
  .flatMap(({ files }): readonly FormatFile[] => files)
  .filter(({ joined }) => joined)
  .map(({ extension }) => extension);

const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.object({
  /** Relative to the output folder. */
  path: z.string().refine(isResult),
  bytes: count,
  sha256: digest,
});

const part = z.object({
  /** The joined file's name. */
  file: z.enum(JOINED),
  segment: count,
  start: count,
  bytes: count,
  sha256: digest,
});

const counts = z.object({
  sentences: count,
  people: count,
  sources: count,
  dates: count,
  numbers: count,
  claims: count,
  attributed: count,
  problems: count,
});

const entry = z.object({
  /** The document for people: the input as named, or the input and the line. */
  path: z.string(),
  /** The input that it came from, as named; `-` for standard input. */
  input: z.string(),
  id: z.string(),
  /** True where the document has no id of its own, so that its path serves as one. */
  unnamed: z.literal(true).optional(),
  /** The document's place in the order of all inputs, from 0. */
  at: count,
  /** Of the file's bytes; of a crawled page's address and response; of any other record's article, as JSON. */
  sha256: digest.nullable(),
  /** Fingerprint of what was asked for, the formats aside. */
  options: z.string(),
  version: z.string(),
  status: z.enum(['ok', 'warned', 'skipped', 'failed']),
  reason: z.string().nullable(),
  counts: counts.nullable(),
  milliseconds: z.number(),
  /** Corrections of it that were not applied. */
  refused: z
    .array(z.object({ where: z.string(), reason: z.string() }))
    .optional()
    .catch(undefined),
  files: z.array(file),
  parts: z.array(part),
  /** What earlier runs wrote for it in formats that this one did not write, of another text or with other options. */
  stale: z
    .object({ files: z.array(file), parts: z.array(part) })
    .optional()
    .catch(undefined),
  /** True where the last run did not read it: an earlier one did, and its files are still there. */
  left: z.literal(true).optional(),
});

const options = z.looseObject({
  /** All that the folder holds. */
  formats: z.array(z.enum(NAMES)).default([]),
  published: z.string().nullish(),
  from: z.enum(INPUTS).nullish(),
  anyLanguage: z.boolean().nullish(),
  captions: z.boolean().nullish(),
});

const header = z.object({
  ledger: z.literal(1),
  version: z.string(),
  /** Of the output; absent from ledgers from before 2.0. */
  schemaVersion: z.string().optional(),
  /** The options that change the output. */
  options,
  /** `2/8`, where the run did one part of several. */
  shard: z.string().nullable(),
  /** False while documents may be left. */
  complete: z.boolean(),
  /** The options of documents that the run did not read, by their fingerprints. */
  earlier: z.record(z.string(), options).optional().catch(undefined),
});

/** The first line, and again where a later run had other options. */
export type Header = z.infer<typeof header>;
/** One document. */
export type Entry = z.infer<typeof entry>;
export type EntryFile = z.infer<typeof file>;
/** What a document adds to a joined file, and the segment that holds it. */
export type Part = z.infer<typeof part>;

/** The key of a document in a folder, over several runs: its id, or its path where it has none. */
export const keyOf = ({ id, path, unnamed }: Pick<Entry, 'id' | 'path' | 'unnamed'>): string =>
  unnamed ? `at ${path}` : `id ${id}`;

/** @returns null for what is no line of a ledger */
export function parseLine(line: Buffer): Entry | Header | null {
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
  const isHeader = typeof value === 'object' && value !== null && 'ledger' in value;
  return (isHeader ? header : entry).safeParse(value).data ?? null;
}
