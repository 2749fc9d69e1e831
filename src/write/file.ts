/**
 * Writes files so that they are complete or absent: under a temporary name in the same folder, synced, then renamed.
 */
import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const sync = promisify(fsync);

/** The ending of the temporary names of a process. */
export const temporaryEnding = (process: number): string => `.${process}.tmp`;

/**
 * Writes all of the content: a single call of `write` may write less.
 * @returns the number of bytes
 */
export function writeAll(file: number, content: string | Uint8Array): number {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
  return bytes.length;
}

/** A file that is being written under a temporary name. A failure deletes it. */
export class GrowingFile {
  readonly #path: string;
  readonly #name: string;
  readonly #file: number;
  #open = true;

  /** @param path its name once it is committed; the folder above must be there */
  constructor(path: string) {
    this.#path = path;
    this.#name = path + temporaryEnding(process.pid);
    this.#file = openNew(this.#name);
  }

  append(content: string | Uint8Array): void {
    try {
      writeAll(this.#file, content);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** Gives it its name once it is on the disk. That takes long: commit several at once. */
  async commit(): Promise<void> {
    try {
      await sync(this.#file);
      this.#close();
      renameSync(this.#name, this.#path);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  discard(): void {
    this.#close();
    rmSync(this.#name, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }
}

/** Opens a new file. A link of this name would lead elsewhere, so what has the name, which is rare, is deleted and not opened. */
function openNew(name: string): number {
  try {
    return openSync(name, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(name, { force: true });
    return openSync(name, 'wx');
  }
}

/** Writes a whole file and the folders above it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await writeParts(path, [content]);
}

/** As `writeWhole`, of content that comes piece by piece. */
export async function writeParts(path: string, parts: Iterable<string | Uint8Array>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const file = new GrowingFile(path);
  try {
    for (const part of parts) file.append(part);
  } catch (error) {
    file.discard();
    throw error;
  }
  await file.commit();
}
