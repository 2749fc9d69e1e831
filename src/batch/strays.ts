/** Finds files in an output folder that its ledger does not name. */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { FormatFile } from '../write/format.ts';
import { FORMATS } from '../write/formats.ts';
import { OUTPUT_MARK } from './inputs.ts';
import { RUN_FOLDER, sizeOf } from './segments.ts';

/** How our files begin whose endings other programs use too; other files with these endings belong to the user. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  '.json': /^\s*\{\s*"schemaVersion"/,
  '.md': /^# .*\n\n(?:\d{4}-\d\d-\d\d, )?\d+ claims?\n/,
  '.txt': /\npublished .*; \d+ claims?, \d+ attributed\np person {2}d date {2}/,
  '.html': /<meta name="generator" content="accordingto">/,
  '.conllu': /^# newdoc id = /,
};
/** How many bytes of a file are read to see how it begins, whatever its title. */
const SAMPLE_BYTES = 8192;

const FILES = Object.values(FORMATS).flatMap(({ files }): readonly FormatFile[] => files);
const ENDINGS = FILES.filter(({ joined }) => !joined)
  .map(({ extension }) => extension)
  .sort((a, b) => b.length - a.length);
const JOINED = new Set(FILES.filter(({ joined }) => joined).map(({ extension }) => extension));

/**
 * Files that runs have left in any format, and files under temporary names.
 *
 * @param seen the files that the ledger knows, relative to the folder
 */
export function* strays(out: string, seen: ReadonlySet<string>): Generator<string> {
  for (const name of filesBelow(out, '')) if (!seen.has(name) && isOurs(out, name)) yield name;
}

function isOurs(out: string, name: string): boolean {
  if (/\.\d+\.tmp$/.test(name) || JOINED.has(name)) return true;
  const ending = ENDINGS.find((ending) => name.endsWith(ending));
  if (ending === undefined) return false;
  const beginning = BEGINNINGS[ending];
  return beginning === undefined || beginning.test(startOf(join(out, name)));
}

function startOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(Math.min(SAMPLE_BYTES, sizeOf(path) ?? 0));
    return start.toString('latin1', 0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

/** The files below a folder, without links, and without folders that are outputs themselves, such as a report. */
function* filesBelow(out: string, inner: string): Generator<string> {
  const entries = readdirSync(join(out, inner), { withFileTypes: true });
  if (inner !== '' && entries.some(({ name }) => name === OUTPUT_MARK)) return;
  for (const entry of entries) {
    const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (name === RUN_FOLDER) continue;
    if (entry.isDirectory()) yield* filesBelow(out, name);
    else if (entry.isFile()) yield name;
  }
}
