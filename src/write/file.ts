/** Files that are whole or not there: written under a temporary name in the same folder, then renamed. */
import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const temporary = (path: string) => `${path}.${process.pid}.tmp`;

/** Writes a whole file and the folders above it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const name = temporary(path);
  try {
    await writeFile(name, text);
    await rename(name, path);
  } catch (error) {
    await rm(name, { force: true });
    throw error;
  }
}

/** A file that grows; it gets its name when it is closed. */
export class GrowingFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  #size = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async open(path: string): Promise<GrowingFile> {
    await mkdir(dirname(path), { recursive: true });
    return new GrowingFile(path, await open(temporary(path), 'w'));
  }

  /** Adds all of the text, or bytes, or, where the disk is full, nothing. */
  async append(content: string | Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(content);
      this.#size += Buffer.byteLength(content);
    } catch (error) {
      await this.#handle.truncate(this.#size);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
    await rename(temporary(this.#path), this.#path);
  }
}
