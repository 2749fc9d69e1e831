/**
 * Where the pieces of joined files are kept: `.run/<number>.<name>` of the output folder. A segment only grows while the
 * run that began it goes on; afterwards nothing changes it, so that a joined file can be a second name of it.
 */
import { closeSync, fsync, fsyncSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeAll } from '../write/file.ts';
import type { Part } from './ledger.ts';

const sync = promisify(fsync);

/** The folder in the output folder that holds segments and the lock. */
export const RUN_FOLDER = '.run';

function segmentPath(out: string, { segment, file }: Pick<Part, 'segment' | 'file'>): string {
  return join(out, RUN_FOLDER, `${segment}.${file}`);
}

/** The segments that are there: their names and sizes in bytes. */
export function listSegments(out: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const name of readdirSync(join(out, RUN_FOLDER))) {
    if (/^\d+\./.test(name)) sizes.set(name, statSync(join(out, RUN_FOLDER, name)).size);
  }
  return sizes;
}

/** A number that no segment has. */
export function nextSegment(segments: ReadonlyMap<string, number>): number {
  return 1 + Math.max(0, ...[...segments.keys()].map((name) => Number.parseInt(name, 10)));
}

export const nameOf = ({ segment, file }: Pick<Part, 'segment' | 'file'>): string => `${segment}.${file}`;

/** Takes away all segments but these. */
export function dropSegments(out: string, keep: ReadonlySet<string>): void {
  for (const name of listSegments(out).keys()) {
    if (!keep.has(name)) rmSync(join(out, RUN_FOLDER, name), { force: true });
  }
}

/** One segment that is being written. */
export class Segment {
  readonly number: number;
  readonly #file: number;
  #size = 0;
  #open = true;

  constructor(out: string, segment: number, file: string) {
    this.number = segment;
    mkdirSync(join(out, RUN_FOLDER), { recursive: true });
    this.#file = openSync(segmentPath(out, { segment, file }), 'w');
  }

  /** @returns where the bytes begin */
  append(bytes: Uint8Array): number {
    const start = this.#size;
    this.#size += writeAll(this.#file, bytes);
    return start;
  }

  sync(): Promise<void> {
    return sync(this.#file);
  }

  /** Brings it to the disk, whole. */
  end(): void {
    fsyncSync(this.#file);
    this.close();
  }

  close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }
}

/** Reads parts; of the files only the one that was read last stays open. */
export class PartReader {
  #path = '';
  #file: number | null = null;

  /**
   * @param out the output folder whose segment it is
   * @throws Error where the segment is not there or too short
   */
  read(out: string, part: Part): Buffer {
    const path = segmentPath(out, part);
    if (path !== this.#path) {
      this.close();
      this.#file = openSync(path, 'r');
      this.#path = path;
    }
    const bytes = Buffer.alloc(part.bytes);
    for (let read = 0; read < part.bytes; ) {
      const more = readSync(this.#file!, bytes, read, part.bytes - read, part.start + read);
      if (more === 0) throw new Error(`${path} ends before byte ${part.start + part.bytes}`);
      read += more;
    }
    return bytes;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    this.#path = '';
  }
}
