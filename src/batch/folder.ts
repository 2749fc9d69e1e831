/**
 * An output folder: one file a document, one for all, and the ledger that says what is done. Whatever a run was ended by,
 * the next one goes on where it was: a document's line is added after its files and pieces are on the disk.
 *
 *     <id>.json       of each document           .accordingto       marks the folder as output
 *     claims.ndjson   of all, made at the end    .run/              lock, and the pieces of joined files
 *     ledger.ndjson   what is known of each
 */
import { existsSync, fsync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { attempt, cannotWrite, EXIT, Failure, reasonOf } from '../cli/failure.ts';
import type { Input } from '../read/index.ts';
import { VERSION } from '../version.ts';
import { GrowingFile, temporaryEnding } from '../write/file.ts';
import { type FormatFile, type FormatName, filesOf } from '../write/formats.ts';
import type { Label } from './documents.ts';
import type { Done } from './done.ts';
import { OUTPUT_MARK } from './inputs.ts';
import { joinFiles } from './join.ts';
import { type Entry, fingerprint, type Header, LEDGER, Ledger, newHeader, type Part } from './ledger.ts';
import { type Lock, lock } from './lock.ts';
import { listSegments, nameOf, nextSegment, RUN_FOLDER, Segment } from './segments.ts';

const sync = promisify(fsync);

/** Where a document's line begins, and its place in the order of the inputs. */
interface Place {
  readonly start: number;
  readonly at: number;
}

/** So many documents, or bytes of them, are brought to the disk together. */
const TOGETHER = 64;
const TOGETHER_BYTES = 8 * 2 ** 20;
/** Milliseconds; a slow run must not lose more than a fast one. */
const AT_LEAST_EVERY = 1000;

export interface FolderOptions {
  readonly formats: readonly FormatName[];
  /** What is read, so that nothing is written over it. */
  readonly inputs: readonly Input[];
  /** What was asked for, as far as it shows in the output. */
  readonly options: Header['options'];
  readonly shard: string | null;
  /** Does all again. */
  readonly force: boolean;
}

export interface Folder {
  /** The hash with which the document was done before, by the same program with the same options; else null. */
  known(document: Label): string | null;
  /**
   * @returns what became of it, which is a failure where it would be written over an input; of what was done before
   * the entry of that time
   */
  take(document: Label, done: Done): Promise<Entry>;
  /**
   * Brings all to the disk and makes the joined files.
   *
   * @param complete false where documents are left; what an earlier run knew of them stays
   */
  finish(complete: boolean): Promise<void>;
  /** Gives the folder back; always the last call. */
  close(): void;
}

/**
 * @throws Failure where the folder cannot be made, is in use, or would be written over an input
 */
export function openFolder(out: string, { formats, inputs, options, shard, force }: FolderOptions): Folder {
  const read = new Set(inputs.map(({ path }) => resolve(path)));
  const files = filesOf(formats);
  for (const name of [LEDGER, ...files.filter(({ joined }) => joined).map(({ extension }) => extension)]) {
    if (!read.has(resolve(out, name))) continue;
    const path = join(out, name);
    throw new Failure(`${path} is an input and would be written over; choose another --out`, EXIT.usage);
  }
  const held = lockFolder(out);
  try {
    return new OpenFolder(out, files, read, newHeader(options, shard), force, held);
  } catch (error) {
    held.release();
    throw cannotWrite(join(out, LEDGER), error);
  }
}

/**
 * Makes the folder where it is not there, and takes it for this run.
 *
 * @throws Failure where it cannot be made or is in use
 */
export function lockFolder(out: string): Lock {
  makeFolder(out);
  let held: Lock | undefined;
  try {
    held = lock(join(out, RUN_FOLDER, 'lock'), out);
    for (const name of readdirSync(join(out, RUN_FOLDER))) {
      if (name.startsWith('lock.')) rmSync(join(out, RUN_FOLDER, name), { force: true });
    }
    if (held.dead !== null) removeTemporary(out, held.dead);
    return held;
  } catch (error) {
    held?.release();
    throw cannotWrite(out, error);
  }
}

class OpenFolder implements Folder {
  readonly #out: string;
  readonly #files: readonly FormatFile[];
  readonly #read: ReadonlySet<string>;
  readonly #options: string;
  readonly #force: boolean;
  readonly #lock: Lock;
  readonly #ledger: Ledger;
  readonly #segments = new Map<string, Segment>();
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #next: number;
  readonly #made = new Set<string>();
  readonly #order: Place[] = [];
  #waiting: { readonly entry: Entry; readonly staged: readonly GrowingFile[] }[] = [];
  /** Files without their names, whatever has become of their documents. */
  readonly #nameless = new Set<GrowingFile>();
  #bytes = 0;
  #last = performance.now();
  #commit: Promise<void> = Promise.resolve();
  #failed: unknown = null;

  constructor(
    out: string,
    files: readonly FormatFile[],
    read: ReadonlySet<string>,
    header: Header,
    force: boolean,
    held: Lock,
  ) {
    this.#out = out;
    this.#files = files;
    this.#read = read;
    this.#options = fingerprint(header.options);
    this.#force = force;
    this.#lock = held;
    this.#ledger = new Ledger(join(out, LEDGER), 'write');
    this.#sizes = listSegments(out);
    this.#next = nextSegment(this.#sizes);
    if (JSON.stringify(this.#ledger.header) !== JSON.stringify(header)) this.#ledger.setHeader(header);
  }

  known(document: Label): string | null {
    if (this.#force) return null;
    const entry = this.#ledger.find(document.place);
    if (entry === null || entry.status === 'failed' || entry.id !== document.id) return null;
    if (entry.version !== VERSION || entry.options !== this.#options) return null;
    const own = this.#paths(document).filter((path) => path !== null);
    const whole =
      (entry.status === 'skipped' || entry.files.map(({ path }) => path).join('\n') === own.join('\n')) &&
      entry.files.every(({ path, bytes }) => sizeOf(join(this.#out, path)) === bytes) &&
      entry.parts.every((part) => (this.#sizes.get(nameOf(part)) ?? -1) >= part.start + part.bytes);
    return whole ? entry.sha256 : null;
  }

  async take(document: Label, done: Done): Promise<Entry> {
    if (this.#failed) throw this.#failed;
    if (done.status === 'unchanged') {
      const start = this.#ledger.startOf(document.place)!;
      this.#order.push({ start, at: document.at });
      return this.#ledger.at(start);
    }
    const { entry, staged } = this.#write(document, done);
    this.#waiting.push({ entry, staged });
    const together = this.#waiting.length >= TOGETHER || this.#bytes >= TOGETHER_BYTES;
    if (together || performance.now() - this.#last >= AT_LEAST_EVERY) {
      this.#last = performance.now();
      await this.#commit;
      this.#commit = this.#bringToDisk().catch((error) => {
        this.#failed ??= error;
      });
    }
    return entry;
  }

  async finish(complete: boolean): Promise<void> {
    await this.#commit;
    if (this.#failed) throw this.#failed;
    await this.#bringToDisk();
    for (const segment of this.#segments.values()) segment.close();
    const order = this.#order;
    if (!complete) {
      const taken = new Set(order.map(({ start }) => start));
      for (const start of this.#ledger.starts) {
        if (!taken.has(start)) order.push({ start, at: this.#ledger.at(start).at });
      }
    }
    order.sort((a, b) => a.at - b.at);
    const ledger = this.#ledger;
    const entries = function* () {
      for (const { start, at } of order) yield { ...ledger.at(start), at };
    };
    const joined = this.#files.filter((file) => file.joined);
    const header = { ...ledger.header!, complete };
    await attempt(this.#out, () =>
      joinFiles(this.#out, header, [{ folder: this.#out, entries }], joined, this.#next + 1),
    );
  }

  close(): void {
    for (const file of this.#nameless) file.discard();
    this.#ledger.close();
    this.#lock.release();
  }

  /** The document's own files, in the order of all files; null for those that are joined. */
  #paths({ stem }: Label): (string | null)[] {
    return this.#files.map(({ joined, extension }) => (joined ? null : stem + extension));
  }

  /** Writes the document's files under temporary names, and its pieces. */
  #write(document: Label, done: Exclude<Done, { status: 'unchanged' }>): { entry: Entry; staged: GrowingFile[] } {
    const { place, id, at } = document;
    const entry: Entry = {
      path: place,
      input: document.input,
      id,
      at,
      sha256: done.sha256,
      options: this.#options,
      version: VERSION,
      status: done.status,
      reason: 'reason' in done ? done.reason : null,
      counts: 'counts' in done ? done.counts : null,
      milliseconds: done.milliseconds,
      files: [],
      parts: [],
    };
    if (!('contents' in done)) return { entry: { ...entry, stale: this.#stale(place, []) }, staged: [] };
    const own = this.#paths(document);
    const input = own.find((path) => path !== null && this.#read.has(resolve(this.#out, path)));
    if (input != null) {
      const reason = `would be written over the input ${join(this.#out, input)}; choose another --out`;
      return { entry: { ...entry, status: 'failed', reason, counts: null }, staged: [] };
    }
    const staged: GrowingFile[] = [];
    const written: Entry['files'][number][] = [];
    const parts: Part[] = [];
    for (const [index, content] of done.contents.entries()) {
      const sha256 = done.hashes[index]!;
      const path = own[index]!;
      this.#bytes += content.length;
      if (path === null) parts.push(this.#addPart(this.#files[index]!.extension, content, sha256));
      else {
        staged.push(this.#attempt(path, () => this.#stage(path, content)));
        written.push({ path, bytes: content.length, sha256 });
      }
    }
    return { entry: { ...entry, files: written, parts, stale: this.#stale(place, own) }, staged };
  }

  #addPart(file: string, content: Uint8Array, sha256: string): Part {
    return this.#attempt(file, () => {
      const segment = this.#segments.get(file) ?? new Segment(this.#out, this.#next, file);
      this.#segments.set(file, segment);
      return { file, segment: segment.number, start: segment.append(content), bytes: content.length, sha256 };
    });
  }

  #stage(path: string, content: Uint8Array): GrowingFile {
    const folder = dirname(path);
    if (!this.#made.has(folder)) mkdirSync(join(this.#out, folder), { recursive: true });
    this.#made.add(folder);
    const file = new GrowingFile(join(this.#out, path));
    this.#nameless.add(file);
    file.append(content);
    return file;
  }

  /** Files get their names, pieces are synced, and only then do lines say so. */
  async #bringToDisk(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (waiting.length === 0) return;
    await attempt(this.#out, async () => {
      await Promise.all(waiting.flatMap(({ staged }) => staged.map((file) => this.#settle(file))));
      await Promise.all([...this.#segments.values()].map((segment) => segment.sync()));
      const starts = this.#ledger.append(waiting.map(({ entry }) => entry));
      for (const [index, { entry }] of waiting.entries()) this.#order.push({ start: starts[index]!, at: entry.at });
      await sync(this.#ledger.file);
    });
  }

  async #settle(file: GrowingFile): Promise<void> {
    await file.settle();
    this.#nameless.delete(file);
  }

  /** What is left of what earlier runs wrote for the document. */
  #stale(place: string, paths: readonly (string | null)[]): readonly string[] {
    const old = this.#ledger.find(place);
    const before = old === null ? [] : [...(old.stale ?? []), ...old.files.map(({ path }) => path)];
    return before.filter((path) => !paths.includes(path) && !this.#read.has(resolve(this.#out, path)));
  }

  #attempt<Value>(path: string, write: () => Value): Value {
    try {
      return write();
    } catch (error) {
      throw cannotWrite(join(this.#out, path), error);
    }
  }
}

function makeFolder(out: string): void {
  try {
    // Node's recursive mkdir never returns where the parent exists but takes no folders (/proc).
    if (!existsSync(out)) mkdirSync(out, { recursive: !existsSync(dirname(resolve(out))) });
    mkdirSync(join(out, RUN_FOLDER), { recursive: true });
    writeFileSync(join(out, OUTPUT_MARK), 'Output of accordingto: a walk through folders leaves this one out.\n');
  } catch (error) {
    throw new Failure(`--out ${out} cannot be made: ${reasonOf(error)}; choose another folder`, EXIT.usage);
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** What a process that was killed left behind: files that never got their names. */
function removeTemporary(folder: string, process: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeTemporary(path, process);
    else if (entry.isFile() && entry.name.endsWith(temporaryEnding(process))) rmSync(path, { force: true });
  }
}
