/**
 * What corroboration kept of articles, in a file beside its results: a run after more articles came reads the others from
 * there. A record is found by the sum of the article's output as it was written, and taken only with its own sum. A file of
 * another version of the program, of other lists or of another register is passed over, and so is what is damaged.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../version.ts';
import { GrowingFile } from '../write/file.ts';
import type { OwnRow } from './register-file.ts';
import type { Kept } from './told.ts';

/** The sum of the output's bytes, that of the record, and four bytes with its size. */
const [SUM, HEAD] = [32, 68];

/** @returns the sum by which a record is found, base 16 */
export const sumOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What is kept depends on more than the outputs: on the program with its lists, and on the user's register. */
function stateOf(register: ReadonlyMap<string, OwnRow>): string {
  const hash = createHash('sha256').update(`${VERSION}\n${JSON.stringify([...register])}\n`);
  const folder = fileURLToPath(new URL('.', import.meta.url));
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    hash.update(`${name} ${statSync(folder + name).size}\n`);
    if (/\.(?:tsv|txt)$/.test(name)) hash.update(readFileSync(folder + name));
  }
  return `accordingto kept ${hash.digest('hex')}\n`;
}

interface Place {
  readonly position: number;
  readonly size: number;
}

export class KeptArticles {
  readonly #path: string;
  readonly #state: string;
  /** The file as it was; null where there is none to be read. */
  readonly #old: number | null;
  readonly #places = new Map<string, Place>();
  readonly #taken = new Map<string, Place>();
  readonly #added = new Set<string>();
  #grown: GrowingFile | null = null;

  /**
   * @param path of the file, which need not be there
   * @param register the user's own
   */
  constructor(path: string, register: ReadonlyMap<string, OwnRow>) {
    this.#path = path;
    this.#state = stateOf(register);
    this.#old = openOld(path, this.#state);
    if (this.#old !== null) this.#index(this.#old);
  }

  #index(file: number): void {
    const head = Buffer.alloc(HEAD);
    for (let at = this.#state.length; readSync(file, head, 0, HEAD, at) === HEAD; ) {
      const size = head.readUInt32BE(HEAD - 4);
      this.#places.set(head.toString('hex', 0, SUM), { position: at, size });
      at += HEAD + size;
    }
  }

  /** @returns what was kept of the output with this sum; null where nothing was, or it is damaged */
  take(sum: string): Kept | null {
    const place = this.#places.get(sum);
    if (place === undefined) return null;
    const record = this.#read(place);
    const kept = record.subarray(HEAD);
    if (record.length !== HEAD + place.size || sumOf(kept) !== record.toString('hex', SUM, 2 * SUM)) return null;
    this.#taken.set(sum, place);
    return new Uint8Array(kept);
  }

  #read({ position, size }: Place): Buffer {
    const record = Buffer.alloc(HEAD + size);
    return record.subarray(0, readSync(this.#old!, record, 0, record.length, position));
  }

  /**
   * @param sum of the output as it was written
   * @throws Error of the system where it cannot be written
   */
  add(sum: string, kept: Kept): void {
    if (this.#added.has(sum)) return;
    this.#added.add(sum);
    this.#taken.delete(sum);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(kept.length);
    this.#append(Buffer.concat([Buffer.from(sum, 'hex'), Buffer.from(sumOf(kept), 'hex'), size, kept]));
  }

  #append(record: Uint8Array): void {
    if (this.#grown === null) {
      mkdirSync(dirname(this.#path), { recursive: true });
      this.#grown = new GrowingFile(this.#path);
      this.#grown.append(this.#state);
    }
    this.#grown.append(record);
  }

  /**
   * Writes the file anew where articles came or went; what was not asked for is not in it any more.
   *
   * @throws Error of the system where it cannot be written
   */
  async commit(): Promise<void> {
    if (this.#grown !== null || this.#taken.size < this.#places.size) {
      for (const place of this.#taken.values()) this.#append(this.#read(place));
    }
    this.#close();
    await this.#grown?.commit();
  }

  /** Gives up what was added and not committed. */
  discard(): void {
    this.#close();
    this.#grown?.discard();
  }

  #close(): void {
    if (this.#old !== null) closeSync(this.#old);
  }
}

/** @returns null where the file is not there, or of another state */
function openOld(path: string, state: string): number | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  const start = Buffer.alloc(state.length);
  const read = readSync(file, start);
  if (read === state.length && start.toString('latin1') === state) return file;
  closeSync(file);
  return null;
}
