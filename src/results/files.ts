/** The files of an output folder, and the objects in them, for all who read what runs wrote. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBytes } from '../read/bytes.ts';
import { splitLines } from '../read/lines.ts';

/**
 * The files that hold JSON, in the order of their names, which is the same on every machine. Hidden folders are passed
 * over: in them runs keep what is not finished.
 *
 * @param except a folder below it that is not looked into
 * @throws Error of the system where a folder cannot be read
 */
export function* jsonFiles(folder: string, except: string | null = null): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && path !== except && !entry.name.startsWith('.')) yield* jsonFiles(path, except);
    else if (entry.isFile() && /\.(?:json|ndjson)$/.test(entry.name)) yield path;
  }
}

/** One object as text, with its file and line for messages; null where a line is longer than any that is read. */
export interface StoredObject {
  readonly place: string;
  readonly json: string | null;
}

/**
 * @param file one object in all, or one a line; lines may be gzipped
 * @throws Error of the system, or ReadError where it cannot be unpacked
 */
export async function* objectsIn(file: string, lines: boolean): AsyncGenerator<StoredObject> {
  if (!lines) yield { place: file, json: await readFile(file, 'utf8') };
  else {
    for await (const { number, bytes } of splitLines(openBytes(file))) {
      yield { place: `${file}:${number}`, json: bytes?.toString('utf8') ?? null };
    }
  }
}
