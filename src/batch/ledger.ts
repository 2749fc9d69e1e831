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
import { type Entry, type Header, keyOf, parseLine } from './entry.ts';
import { inside } from './inside.ts';
import { LEDGER } from './names.ts';

/**
 * Sixteen digits for the options and the version of the output: where they differ, a document is done again. Formats
 * are left out, since they do not change what a document holds.
 */
export function fingerprint({ formats: _, ...asked }: Partial<Header['options']>): string {
  const sorted = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([SCHEMA_VERSION, sorted]))
    .digest('hex')
    .slice(0, 16);
}

/**
 * @param options of the run that begins
 * @param shard its part as `i/n`; null for a whole run
 * @returns the first line of a ledger of this version; it is not complete yet
 */
export function newHeader(options: Header['options'], shard: string | null): Header {
  return { ledger: 1, version: VERSION, schemaVersion: SCHEMA_VERSION, options, shard, complete: false };
}

/** Bytes that are read at once and held; a merger has a ledger open for each of thousands of parts. */
const BLOCK = 1 << 14;

/** Holds by document where its last line begins, never the lines themselves. */
export class Ledger {
  /** The header that counts now, or null where there was none. */
  header: Header | null = null;
  /** The numbers, from 1, of lines that are no lines of a ledger; they are ignored. */
  readonly damaged: number[] = [];
  readonly #file: number;
  readonly #starts = new Map<string, number>();
  readonly #options = new Map<string, Header['options']>();
  #size = 0;
  /** Lines that begin here or behind are this run's own, and need no check. */
  readonly #own: number;
  #block = Buffer.alloc(0);
  #blockStart = 0;

  /**
   * @param out the output folder; its ledger is made where it is not there, read where it is
   * @throws OutsideError where something else has its name
   */
  constructor(out: string, mode: 'read' | 'write') {
    this.#file = openSync(inside(out, LEDGER), mode === 'read' ? 'r' : 'a+');
    const length = fstatSync(this.#file).size;
    for (let number = 1; ; number += 1) {
      const start = this.#size;
      const line = this.#lineAt(start, length);
      if (line === null) break;
      this.#size += line.length + 1;
      const value = parseLine(line);
      if (value === null) this.damaged.push(number);
      else if ('ledger' in value) this.#takeHeader(value);
      else this.#starts.set(keyOf(value), start);
    }
    this.#own = this.#size;
    if (mode === 'write' && this.#size < length) ftruncateSync(this.#file, this.#size);
    this.#block = Buffer.alloc(0);
  }

  /**
   * The last entry of each document, in the order of their lines; once a run has ended, that is the order of the
   * inputs.
   */
  *entries(): Generator<Entry> {
    for (const start of this.starts) yield this.at(start);
  }

  /** Where the last line of each document begins. */
  get starts(): Iterable<number> {
    return this.#starts.values();
  }

  /** Where the last line of the document begins, or null. */
  startOf(document: Pick<Entry, 'id' | 'path' | 'unnamed'>): number | null {
    return this.#starts.get(keyOf(document)) ?? null;
  }

  /** The entry whose line begins there. */
  at(start: number): Entry {
    const line = this.#lineAt(start, this.#size)!;
    return (start >= this.#own ? JSON.parse(line.toString('utf8')) : parseLine(line)) as Entry;
  }

  find(document: Pick<Entry, 'id' | 'path' | 'unnamed'>): Entry | null {
    const start = this.startOf(document);
    return start === null ? null : this.at(start);
  }

  /** The options with a fingerprint; null where no header has them. */
  optionsOf(fingerprint: string): Header['options'] | null {
    return this.#options.get(fingerprint) ?? null;
  }

  setHeader(header: Header): void {
    this.#takeHeader(header);
    this.#add(`${JSON.stringify(header)}\n`);
  }

  #takeHeader(header: Header): void {
    this.header = header;
    for (const options of [header.options, ...Object.values(header.earlier ?? {})]) {
      this.#options.set(fingerprint(options), options);
    }
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
    for (const [index, entry] of entries.entries()) this.#starts.set(keyOf(entry), starts[index]!);
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
