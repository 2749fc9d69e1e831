/**
 * `ledger.ndjson`: what a run knows of each document, so that the next run does only what is left. Lines are added while
 * the run goes on, after what they speak of is on the disk, and put into the order of the inputs at its end. The last
 * line of a document counts; a torn line at the end is what a killed run leaves.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { SCHEMA_VERSION } from '../schema-version.ts';
import { VERSION } from '../version.ts';
import { writeAll } from '../write/file.ts';
import type { Counts, Done } from './done.ts';

/** The first line, and again where a later run had other options. */
export interface Header {
  readonly ledger: 1;
  readonly version: string;
  /** Of the output; absent from ledgers from before 2.0. */
  readonly schemaVersion?: string;
  /** What was asked for, as far as it shows in the output. */
  readonly options: Readonly<Record<string, unknown>>;
  /** `2/8`, where the run did one part of several. */
  readonly shard: string | null;
  /** False while documents may be left. */
  readonly complete: boolean;
}

/** One document. Paths of files are relative to the output folder. */
export interface Entry {
  /** The document for people: the input as named, or the input and the line. */
  readonly path: string;
  /** The input that it came from, as named; `-` for standard input. */
  readonly input: string;
  readonly id: string;
  /** The document's place in the order of all inputs, from 0. */
  readonly at: number;
  /** Of the file's bytes; of a crawled page's address and response; of any other record's article, as JSON. */
  readonly sha256: string | null;
  /** `fingerprint` of the header's options. */
  readonly options: string;
  readonly version: string;
  readonly status: Exclude<Done['status'], 'unchanged'>;
  readonly reason: string | null;
  readonly counts: Counts | null;
  readonly milliseconds: number;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  readonly parts: readonly Part[];
  /** Files that an earlier run wrote for it and this one has not; taken away at the end, unless others write them. */
  readonly stale?: readonly string[];
}

/** What a document adds to a joined file, and where it is kept until that is made. */
export interface Part {
  readonly file: string;
  readonly segment: number;
  readonly start: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** The ledger's name in the output folder. */
export const LEDGER = 'ledger.ndjson';

/** Of the options and of the output's version: where either is another, a document is done again. */
export function fingerprint(options: Header['options']): string {
  return createHash('sha256')
    .update(JSON.stringify([SCHEMA_VERSION, options]))
    .digest('hex')
    .slice(0, 16);
}

export function newHeader(options: Header['options'], shard: string | null): Header {
  return { ledger: 1, version: VERSION, schemaVersion: SCHEMA_VERSION, options, shard, complete: false };
}

/** Bytes that are read at once, and held; a merger has a ledger open for each of thousands of parts. */
const BLOCK = 1 << 14;

/** Holds for each document where its last line begins, never the lines. */
export class Ledger {
  /** The header that counts now, or null where there was none. */
  header: Header | null = null;
  readonly #file: number;
  readonly #starts = new Map<string, number>();
  #size = 0;
  #block = Buffer.alloc(0);
  #blockStart = 0;

  /** @param path the file; made where it is not there, read where it is */
  constructor(path: string, mode: 'read' | 'write') {
    this.#file = openSync(path, mode === 'read' ? 'r' : 'a+');
    const length = fstatSync(this.#file).size;
    for (;;) {
      const start = this.#size;
      const line = this.#lineAt(start, length);
      if (line === null) break;
      this.#size += line.length + 1;
      const value = parse(line);
      if (value === null) continue;
      if ('ledger' in value) this.header = value;
      else this.#starts.set(value.path, start);
    }
    if (mode === 'write' && this.#size < length) ftruncateSync(this.#file, this.#size);
    this.#block = Buffer.alloc(0);
  }

  /** The last entry of each document, in the order of their lines; that of the inputs, once a run has ended. */
  *entries(): Generator<Entry> {
    for (const start of this.starts) yield this.at(start);
  }

  /** Where the last line of each document begins. */
  get starts(): Iterable<number> {
    return this.#starts.values();
  }

  /** Where the last line of the document begins, or null. */
  startOf(path: string): number | null {
    return this.#starts.get(path) ?? null;
  }

  /** The entry whose line begins there. */
  at(start: number): Entry {
    return parse(this.#lineAt(start, this.#size)!) as Entry;
  }

  find(path: string): Entry | null {
    const start = this.startOf(path);
    return start === null ? null : this.at(start);
  }

  setHeader(header: Header): void {
    this.header = header;
    this.#add(`${JSON.stringify(header)}\n`);
  }

  /** Adds entries. @returns where each line begins */
  append(entries: readonly Entry[]): number[] {
    const starts: number[] = [];
    let text = '';
    let size = this.#size;
    for (const entry of entries) {
      const line = `${JSON.stringify(entry)}\n`;
      starts.push(size);
      size += Buffer.byteLength(line);
      text += line;
    }
    this.#add(text);
    for (const [index, { path }] of entries.entries()) this.#starts.set(path, starts[index]!);
    return starts;
  }

  /** Its file, to be synced. */
  get file(): number {
    return this.#file;
  }

  close(): void {
    closeSync(this.#file);
  }

  #add(text: string): void {
    this.#size += writeAll(this.#file, text);
  }

  /** A line without its end, or null where none ends before `limit`. */
  #lineAt(start: number, limit: number): Buffer | null {
    for (let wanted = BLOCK; ; wanted *= 4) {
      const offset = start - this.#blockStart;
      if (offset >= 0 && offset < this.#block.length) {
        const end = this.#block.indexOf(10, offset);
        if (end >= 0) return this.#block.subarray(offset, end);
        if (this.#blockStart + this.#block.length >= limit) return null;
      }
      if (start >= limit) return null;
      const block = Buffer.alloc(Math.min(wanted, limit - start));
      const read = readSync(this.#file, block, 0, block.length, start);
      this.#block = block.subarray(0, read);
      this.#blockStart = start;
      if (read === 0) return null;
    }
  }
}

/** A line that is no JSON, or nothing we wrote, counts for nothing. */
function parse(line: Buffer): Entry | Header | null {
  try {
    const value = JSON.parse(line.toString('utf8'));
    return typeof value === 'object' && value !== null && ('ledger' in value || typeof value.path === 'string')
      ? value
      : null;
  } catch {
    return null;
  }
}
