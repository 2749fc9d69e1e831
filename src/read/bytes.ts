/** Opens a file or standard input as a stream of bytes, unpacked where it is gzipped. */
import { createReadStream } from 'node:fs';
import { guessed, markOf, type Oddity, zerosOf } from './decode.ts';
import { ReadError } from './error.ts';
import { gunzip, isGzip } from './gunzip.ts';

/** An article, or a record, has at most so many bytes: 64 MB, far above any article. */
export const MAX_BYTES = 64_000_000;

/** Oddities of an input as a whole, collected while it is read. */
export interface Notes {
  /** True where the input is gzipped, so that more may be found at its end. */
  packed: boolean;
  readonly oddities: Oddity[];
}

/** @returns notes on an input of which nothing is known yet; they are filled while it is read */
export const noNotes = (): Notes => ({ packed: false, oddities: [] });

/** The bytes of an input, unpacked where it is gzipped. */
export const openBytes = (path: string): AsyncGenerator<Buffer> => unpacked(fileChunks(path), noNotes());

/**
 * The bytes of an input as they are.
 *
 * @param path a file's path, or `-` for standard input
 */
export async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  const stream = path === '-' ? process.stdin : createReadStream(path);
  try {
    // Not the stream's own iterator, which would destroy standard input too.
    const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    if (stream !== process.stdin) stream.destroy();
  }
}

/**
 * The same bytes, unpacked where they are gzipped. Gzip is told by its two magic bytes, not by the name: `.gz` files
 * that a download tool has already unpacked keep their name.
 */
export async function* unpacked(packed: AsyncIterable<Buffer>, notes: Notes): AsyncGenerator<Buffer> {
  const chunks = packed[Symbol.asyncIterator]();
  try {
    let head: Buffer = Buffer.alloc(0);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
      if (head.length >= 2) break;
    }
    if (head.length === 0) return;
    if (isGzip(head)) {
      notes.packed = true;
      yield* gunzip(head, chunks, () => notes.oddities.push(TRAILING));
    } else {
      yield head;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    }
  } finally {
    // Not waited for: who has read enough of a slow pipe need not wait for its next bytes.
    void chunks.return?.();
  }
}

const TRAILING: Oddity = {
  code: 'trailing-garbage',
  message: 'Bytes that are no gzip follow the gzipped data; they were ignored, as gzip -d does.',
};

/**
 * UTF-16 as UTF-8, since in UTF-16 line feeds and brackets are no single bytes; everything else unchanged. A byte-order
 * mark is removed; where there is none and the zeros show UTF-16, that is noted.
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>, notes: Notes): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const decoded = (chunk: Buffer) => (decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk);
  for await (const chunk of chunks) {
    if (head === null) yield decoded(chunk);
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < 4) continue;
      const marked = markOf(head);
      const charset = marked ?? zerosOf(head);
      if (charset !== null) decoder = new TextDecoder(charset);
      if (charset !== null && marked === null) notes.oddities.push(guessed(charset));
      yield decoded(withoutMark(head));
      head = null;
    }
  }
  if (head !== null) yield withoutMark(head);
  if (decoder) yield Buffer.from(decoder.decode());
}

const withoutMark = (head: Buffer): Buffer =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;

/**
 * A whole input in memory.
 *
 * @param limit in bytes
 * @throws ReadError above the limit, before more is read or unpacked
 */
export async function readBytes(chunks: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit, size);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/**
 * The error for an article that is too large.
 *
 * @param actual how large it is, as far as it was read
 */
export function tooLarge(limit: number, actual: number): ReadError {
  const advice = limit < MAX_BYTES ? '--max-size allows more' : 'split it';
  const size = limit < 1e6 ? `${Math.floor(limit / 10) / 100} kB` : `${Math.floor(limit / 1e4) / 100} MB`;
  return new ReadError(`is larger than ${size}, too large for one article; ${advice}`, false, { limit, actual });
}
