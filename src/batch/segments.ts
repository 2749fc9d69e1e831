/**
 * Segments hold the pieces of joined files: `.run/<number>.<name>` in the output folder. A segment only grows during
 * the run that began it; afterwards it never changes, so that a joined file can be a second name (a hard link) of it.
 */
import {
  closeSync,
  fstatSync,
  fsync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeAll } from '../write/file.ts';
import type { Part } from './entry.ts';
import { inside } from './inside.ts';

const sync = promisify(fsync);

/** The folder in the output folder that holds segments and the lock. */
export const RUN_FOLDER = '.run';

const segmentPath = (out: string, part: Pick<Part, 'segment' | 'file'>): string =>
  inside(out, `${RUN_FOLDER}/${nameOf(part)}`);

/** A file's size in bytes; null where there is none. */
export function sizeOf(path: string): number | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : null;
}

/** The segments that are there: their names and sizes in bytes. */
export function listSegments(out: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const folder = inside(out, RUN_FOLDER);
  for (const name of readdirSync(folder)) {
    const size = /^\d{1,9}\./.test(name) ? sizeOf(join(folder, name)) : null;
    if (size !== null) sizes.set(name, size);
  }
  return sizes;
}

/** A number that no segment has. */
export function nextSegment(segments: ReadonlyMap<string, number>): number {
  let last = 0;
  for (const name of segments.keys()) last = Math.max(last, Number.parseInt(name, 10));
  return last + 1;
}

/** @returns the name under which a part of a joined file is stored in the run's own folder */
export const nameOf = ({ segment, file }: Pick<Part, 'segment' | 'file'>): string => `${segment}.${file}`;

/** Deletes all segments but these. */
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
    mkdirSync(inside(out, RUN_FOLDER), { recursive: true });
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

  /** Syncs and closes it. */
  end(): void {
    fsyncSync(this.#file);
    this.close();
  }

  close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }
}

/** Reads parts of segments; only the file that was read last stays open. */
export class PartReader {
  #path = '';
  #file: number | null = null;
  #size = 0;

  /**
   * @param out the output folder whose segment it is
   * @throws Error where the segment is not there or too short
   */
  read(out: string, part: Part): Buffer {
    const path = join(out, RUN_FOLDER, nameOf(part));
    if (path !== this.#path) {
      this.close();
      this.#file = openSync(segmentPath(out, part), 'r');
      this.#size = fstatSync(this.#file).size;
      this.#path = path;
    }
    if (part.start + part.bytes > this.#size) {
      throw new Error(`${path} ends before byte ${part.start + part.bytes}`);
    }
    const bytes = Buffer.alloc(part.bytes);
    for (let read = 0; read < part.bytes; ) {
      const more = readSync(this.#file!, bytes, read, part.bytes - read, part.start + read);
      if (more === 0) throw new Error(`${path} was cut short while it was read`);
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
