/**
 * `.warc`: pages as a crawler got them. Own reader, because the packages for it (node-warc, warcio) bring a browser, a
 * command line and hashes in WebAssembly for what takes a page.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
import { MAX_BYTES } from './bytes.ts';
import { ReadError } from './error.ts';

/** One response: its address and the HTTP message; `message` is null where it is longer than `MAX_BYTES`. */
export interface Response {
  /** Counts all records of the file from 1. */
  readonly number: number;
  readonly uri: string;
  readonly message: Buffer | null;
}

/** A line of a record's head is never longer. */
const MAX_LINE_BYTES = 64 * 1024;

/**
 * The responses of the file, one at a time; records of other types are passed over.
 *
 * @throws ReadError where the file is no WARC, or is cut
 */
export async function* readResponses(chunks: AsyncIterable<Buffer>): AsyncGenerator<Response> {
  const source = new Source(chunks);
  for (let number = 1; ; number += 1) {
    let line = await source.line();
    while (line === '') line = await source.line();
    if (line === null) return;
    if (!/^WARC\/\d/.test(line)) throw new ReadError(`is no WARC file: its record ${number} does not start with WARC/`);
    const head = new Map<string, string>();
    for (line = await source.line(); line; line = await source.line()) {
      const colon = line.indexOf(':');
      if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
    const length = Number(head.get('content-length'));
    if (line === null || !Number.isSafeInteger(length) || length < 0) {
      throw new ReadError(`is a damaged WARC file: record ${number} has no whole head; fetch it again`);
    }
    const response =
      head.get('warc-type') === 'response' && /^application\/http\b/i.test(head.get('content-type') ?? '');
    const message = await source.take(length, response && length <= MAX_BYTES);
    const uri = (head.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
    if (response && /^https?:/i.test(uri)) yield { number, uri, message };
  }
}

/** Reads lines and blocks of bytes from a stream. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line without its end, or null at the end of the stream. */
  async line(): Promise<string | null> {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      if (!(await this.#more())) return size === 0 ? null : Buffer.concat(parts).toString('utf8');
      const end = this.#chunk.indexOf(10, this.#at);
      const part = this.#chunk.subarray(this.#at, end < 0 ? undefined : end);
      this.#at += part.length + (end < 0 ? 0 : 1);
      size += part.length;
      if (size > MAX_LINE_BYTES) throw new ReadError('is no WARC file, or a damaged one: a line of a head never ends');
      parts.push(part);
      if (end >= 0) return Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    }
  }

  /** @returns the next `length` bytes where they are to be kept, otherwise null */
  async take(length: number, keep: boolean): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      if (!(await this.#more())) throw new ReadError('is a WARC file that ends too early; fetch it again');
      const part = this.#chunk.subarray(this.#at, this.#at + left);
      this.#at += part.length;
      left -= part.length;
      if (keep) parts.push(part);
    }
    return keep ? Buffer.concat(parts) : null;
  }

  async #more(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }
}
