/**
 * An output folder: one file a document, one for all, and the ledger that says what is done. Whatever a run was ended by,
 * the next one goes on where it was: a document's line is added after its files and pieces are on the disk.
 *
 *     <id>.json       of each document           .accordingto       marks the folder as output
 *     claims.ndjson   of all, made at the end    .run/              lock, and the pieces of joined files
 *     ledger.ndjson   what is known of each
 */
import { existsSync, fsync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { attempt, cannotWrite, EXIT, Failure, reasonOf } from '../failure.ts';
import type { Input } from '../read/index.ts';
import { VERSION } from '../version.ts';
import { GrowingFile, temporaryEnding } from '../write/file.ts';
import type { FormatFile } from '../write/format.ts';
import { type FormatName, filesOf } from '../write/formats.ts';
import { conclude } from './conclude.ts';
import type { Label } from './documents.ts';
import type { Entry, Header, Part } from './entry.ts';
import { OUTPUT_MARK } from './inputs.ts';
import { inside, OutsideError } from './inside.ts';
import { fingerprint, Ledger, newHeader } from './ledger.ts';
import { type Leftovers, union, withEarlier } from './leftovers.ts';
import { type Lock, lock } from './lock.ts';
import { LEDGER } from './names.ts';
import type { DocumentResult } from './result.ts';
import { listSegments, nameOf, nextSegment, RUN_FOLDER, Segment, sizeOf } from './segments.ts';

const sync = promisify(fsync);

/** Where the line of a document begins, and its place in the order of the inputs. */
interface Place {
  readonly start: number;
  readonly at: number;
}

/** After so many documents, or bytes of them, files are synced together. */
const SYNC_DOCUMENTS = 64;
const TOGETHER_BYTES = 8 * 2 ** 20;
/** Files that may be open until then, twice as many while the last ones are synced: many systems allow 256. */
const TOGETHER_FILES = 64;
/** Milliseconds; a slow run must not lose more than a fast one. */
const AT_LEAST_EVERY = 1000;

export interface FolderOptions {
  readonly formats: readonly FormatName[];
  /** What is read, so that nothing is written over it. */
  readonly inputs: readonly Input[];
  /** The options that change the output. */
  readonly options: Omit<Header['options'], 'formats'>;
  readonly shard: string | null;
  /** Does all documents again, also those that are done. */
  readonly force: boolean;
  /** Deletes at the end what earlier runs left and this one did not write again. */
  readonly prune?: boolean;
}

export interface Folder {
  /** The hash with which the document was done before, by the same program with the same options; else null. */
  known(document: Label): string | null;
  /**
   * @returns what became of it, which is a failure where it would be written over an input; of what was done before
   * the entry of that time
   */
  take(document: Label, done: DocumentResult): Promise<Entry>;
  /**
   * Syncs all files and makes the joined ones.
   *
   * @param complete false where documents are left; what an earlier run knew of them stays
   * @returns what stays in the folder though this run did not write it
   */
  finish(complete: boolean): Promise<Leftovers>;
  /** Releases the lock of the folder; always the last call. */
  close(): void;
}

/**
 * @throws Failure where the folder cannot be made, is in use, or would be written over an input
 */
export function openFolder(out: string, asked: FolderOptions): Folder {
  const { formats, inputs } = asked;
  const read = new Set(inputs.map(({ path }) => resolve(path)));
  const files = filesOf(formats);
  for (const name of [LEDGER, ...files.filter(({ joined }) => joined).map(({ extension }) => extension)]) {
    if (!read.has(resolve(out, name))) continue;
    const path = join(out, name);
    throw new Failure(`${path} is an input and would be written over; choose another --out`, EXIT.usage);
  }
  const held = lockFolder(out);
  try {
    return new OpenFolder(out, files, read, asked, held);
  } catch (error) {
    held.release();
    throw cannotWrite(join(out, LEDGER), error);
  }
}

/**
 * Makes the folder where it is not there, and locks it for this run.
 *
 * @throws Failure where it cannot be made or is in use
 */
export function lockFolder(out: string): Lock {
  makeFolder(out);
  let held: Lock | undefined;
  try {
    held = lock(inside(out, `${RUN_FOLDER}/lock`), out);
    for (const name of readdirSync(inside(out, RUN_FOLDER))) {
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
  readonly #header: Header;
  readonly #options: string;
  readonly #force: boolean;
  readonly #prune: boolean;
  readonly #lock: Lock;
  readonly #ledger: Ledger;
  readonly #segments = new Map<string, Segment>();
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #next: number;
  /** Folders that are there and no links. */
  readonly #folders = new Set<string>();
  readonly #order: Place[] = [];
  #waiting: { readonly entry: Entry; readonly staged: readonly GrowingFile[] }[] = [];
  /** Files without their names, whatever has become of their documents. */
  readonly #nameless = new Set<GrowingFile>();
  #bytes = 0;
  #last = performance.now();
  #commit: Promise<void> = Promise.resolve();
  #failed: unknown = null;
  #replaced = 0;
  #first: Leftovers['first'] = null;

  constructor(
    out: string,
    files: readonly FormatFile[],
    read: ReadonlySet<string>,
    { formats, options, shard, force, prune = false }: FolderOptions,
    held: Lock,
  ) {
    this.#out = out;
    this.#files = files;
    this.#read = read;
    this.#header = newHeader({ ...options, formats: [...formats] }, shard);
    this.#options = fingerprint(options);
    this.#force = force;
    this.#prune = prune;
    this.#lock = held;
    this.#ledger = new Ledger(out, 'write');
    this.#sizes = listSegments(out);
    this.#next = nextSegment(this.#sizes);
    const before = this.#ledger.header?.options.formats ?? [];
    this.#ledger.setHeader({
      ...this.#header,
      options: { ...this.#header.options, formats: union(before, formats) },
    });
  }

  known(document: Label): string | null {
    if (this.#force) return null;
    const entry = this.#ledger.find(nameIn(document));
    if (entry === null || entry.status === 'failed' || entry.input !== document.input) return null;
    if (entry.version !== VERSION || entry.options !== this.#options) return null;
    if (entry.status === 'skipped') return entry.sha256;
    const whole = this.#files.every(({ joined, extension }) => {
      if (joined) {
        const part = entry.parts.find(({ file }) => file === extension);
        return part !== undefined && (this.#sizes.get(nameOf(part)) ?? -1) >= part.start + part.bytes;
      }
      const file = entry.files.find(({ path }) => path === document.stem + extension);
      return file !== undefined && sizeOf(join(this.#out, file.path)) === file.bytes;
    });
    return whole ? entry.sha256 : null;
  }

  async take(document: Label, done: DocumentResult): Promise<Entry> {
    if (this.#failed) throw this.#failed;
    const old = this.#ledger.find(nameIn(document));
    if (done.status === 'unchanged' && old!.path === document.place) {
      this.#order.push({ start: this.#ledger.startOf(nameIn(document))!, at: document.at });
      return old!;
    }
    if (old !== null && old.counts !== null && old.input !== document.input && 'contents' in done) {
      this.#replaced += 1;
      this.#first ??= { id: old.id, input: old.input };
    }
    const { entry, staged } =
      done.status === 'unchanged'
        ? { entry: { ...old!, path: document.place, at: document.at }, staged: [] }
        : this.#write(document, done, old);
    this.#waiting.push({ entry, staged });
    const open = this.#waiting.reduce((sum, { staged }) => sum + staged.length, 0);
    const together = this.#waiting.length >= SYNC_DOCUMENTS || this.#bytes >= TOGETHER_BYTES || open >= TOGETHER_FILES;
    if (together || performance.now() - this.#last >= AT_LEAST_EVERY) {
      this.#last = performance.now();
      await this.#commit;
      this.#commit = this.#bringToDisk().catch((error) => {
        this.#failed ??= error;
      });
    }
    return entry;
  }

  async finish(complete: boolean): Promise<Leftovers> {
    await this.#commit;
    if (this.#failed) throw this.#failed;
    await this.#bringToDisk();
    for (const segment of this.#segments.values()) segment.close();
    const ledger = this.#ledger;
    const order = this.#order;
    const taken = new Set(order.map(({ start }) => start));
    const rest = [...ledger.starts].filter((start) => !taken.has(start));
    // Where the run was ended nobody knows whether it would have come to the rest.
    const left: number[] = [];
    for (const start of rest) {
      const entry = complete ? null : ledger.at(start);
      if (entry === null || entry.left) left.push(start);
      else order.push({ start, at: entry.at });
    }
    order.sort((a, b) => a.at - b.at);
    const entries = function* () {
      for (const { start, at } of order) yield { ...ledger.at(start), at };
    };
    const leftovers = await attempt(this.#out, () =>
      conclude(this.#out, {
        header: { ...this.#header, complete },
        parts: [{ folder: this.#out, entries }],
        ledger,
        left: function* () {
          for (const start of left) yield ledger.at(start);
        },
        prune: this.#prune && complete,
      }),
    );
    return { ...leftovers, replaced: this.#replaced, first: this.#first };
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
  #write(
    document: Label,
    done: Exclude<DocumentResult, { status: 'unchanged' }>,
    old: Entry | null,
  ): { entry: Entry; staged: GrowingFile[] } {
    const { place, at } = document;
    const entry: Entry = {
      ...nameIn(document),
      path: place,
      input: document.input,
      at,
      sha256: done.sha256,
      options: this.#options,
      version: VERSION,
      status: done.status,
      reason: 'reason' in done ? done.reason : null,
      counts: 'counts' in done ? done.counts : null,
      milliseconds: done.milliseconds,
      ...('refused' in done ? { refused: [...done.refused!] } : {}),
      files: [],
      parts: [],
    };
    if (!('contents' in done)) return { entry: withEarlier(entry, old), staged: [] };
    const own = this.#paths(document);
    const refused = own.map((path) => (path === null ? null : this.#refusal(path))).find((reason) => reason !== null);
    if (refused) {
      return { entry: withEarlier({ ...entry, status: 'failed', reason: refused, counts: null }, old), staged: [] };
    }
    const staged: GrowingFile[] = [];
    const written: Entry['files'] = [];
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
    return { entry: withEarlier({ ...entry, files: written, parts }, old), staged };
  }

  /** Why nothing can be written there, which fails the document and no other; null where all is well. */
  #refusal(path: string): string | null {
    if (this.#read.has(resolve(this.#out, path))) {
      return `would be written over the input ${join(this.#out, path)}; choose another --out`;
    }
    try {
      const place = inside(this.#out, path, this.#folders);
      if (this.#folders.has(place)) {
        return `cannot be written to ${place}: a folder stands in the way; move it, or choose another --out`;
      }
      return null;
    } catch (error) {
      if (!(error instanceof OutsideError) && !ITS_PATH.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return `cannot be written: ${reasonOf(error)}; choose another --out`;
    }
  }

  #addPart(file: string, content: Uint8Array, sha256: string): Part {
    return this.#attempt(file, () => {
      const segment = this.#segments.get(file) ?? new Segment(this.#out, this.#next, file);
      this.#segments.set(file, segment);
      return { file, segment: segment.number, start: segment.append(content), bytes: content.length, sha256 };
    });
  }

  #stage(path: string, content: Uint8Array): GrowingFile {
    const folder = dirname(join(this.#out, path));
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    const file = new GrowingFile(join(this.#out, path));
    this.#nameless.add(file);
    file.append(content);
    return file;
  }

  /** Names the files and syncs the pieces, and only then adds the lines that speak of them. */
  async #bringToDisk(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (waiting.length === 0) return;
    await attempt(this.#out, async () => {
      await Promise.all(waiting.flatMap(({ staged }) => staged.map((file) => this.#name(file))));
      await Promise.all([...this.#segments.values()].map((segment) => segment.sync()));
      const starts = this.#ledger.append(waiting.map(({ entry }) => entry));
      for (const [index, { entry }] of waiting.entries()) this.#order.push({ start: starts[index]!, at: entry.at });
      await sync(this.#ledger.file);
    });
  }

  /** Gives a file its name. */
  async #name(file: GrowingFile): Promise<void> {
    await file.commit();
    this.#nameless.delete(file);
  }

  #attempt<Value>(path: string, write: () => Value): Value {
    try {
      return write();
    } catch (error) {
      throw cannotWrite(join(this.#out, path), error);
    }
  }
}

/** What a ledger calls a document. */
const nameIn = ({ id, place, stem }: Label): Pick<Entry, 'id' | 'path' | 'unnamed'> => ({
  id,
  path: place,
  ...(stem === '' ? { unnamed: true } : {}),
});

/** Errors of the system that concern one path and no other. */
const ITS_PATH: ReadonlySet<string> = new Set(['ENAMETOOLONG', 'EINVAL', 'EILSEQ']);

function makeFolder(out: string): void {
  try {
    // Node's recursive mkdir never returns where the parent exists but takes no folders (/proc).
    if (!existsSync(out)) mkdirSync(out, { recursive: !existsSync(dirname(resolve(out))) });
    mkdirSync(inside(out, RUN_FOLDER), { recursive: true });
    writeFileSync(inside(out, OUTPUT_MARK), 'Output of accordingto: a walk through folders leaves this one out.\n');
  } catch (error) {
    throw new Failure(`--out ${out} cannot be made: ${reasonOf(error)}; choose another folder`, EXIT.usage);
  }
}

/** Deletes files that a process which was killed left under their temporary names. */
function removeTemporary(folder: string, process: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeTemporary(path, process);
    else if (entry.isFile() && entry.name.endsWith(temporaryEnding(process))) rmSync(path, { force: true });
  }
}
