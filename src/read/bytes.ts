/** Opens a file or standard input as a stream of bytes, unpacked where it is gzipped. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ReadError } from './error.ts';

/** An article, or a line of records, has at most so many bytes: 64 MiB, far above any article. */
export const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of an input. Gzip is told by its two magic bytes, not by the name: `.gz` files that a download tool has
 * already unpacked keep their name.
 *
 * @param path a file's path, or `-` for standard input
 */
export async function* openBytes(path: string): AsyncGenerator<Buffer> {
  const raw = path === '-' ? process.stdin : createReadStream(path);
  const chunks: AsyncIterator<Buffer> = raw[Symbol.asyncIterator]();
  try {
    let head: Buffer = Buffer.alloc(0);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      head = Buffer.concat([head, next.value]);
      if (head.length >= 2) break;
    }
    if (head.length === 0) return;
    if (head[0] === 0x1f && head[1] === 0x8b) yield* unpack(head, chunks);
    else {
      yield head;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    }
  } finally {
    if (raw !== process.stdin) raw.destroy();
  }
}

async function* unpack(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feed = async () => {
    gunzip.write(head);
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      if (!gunzip.write(next.value))
        await new Promise((resolve) => gunzip.once('drain', resolve).once('close', resolve));
      if (gunzip.destroyed) return;
    }
    gunzip.end();
  };
  feed().catch((error) => gunzip.destroy(error));
  yield* gunzip as AsyncIterable<Buffer>;
}

/**
 * A whole input in memory.
 *
 * @throws ReadError above `MAX_BYTES`, before more is unpacked
 */
export async function readBytes(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES)
      throw new ReadError(`is larger than ${MAX_BYTES >> 20} MB, too large for one article; split it`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
