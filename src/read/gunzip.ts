/**
 * Unpacks gzip as `gzip -d` does (RFC 1952): members one after the other, zeros as padding; anything else after the
 * last member is ignored and reported. Node's own stream discards what it has unpacked where anything follows.
 */
import { crc32, createInflateRaw } from 'node:zlib';

/** Bytes of a member's head without its optional fields, and of what stands after its data: CRC and length. */
const [HEAD, TAIL] = [10, 8];
const [HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16];
/** A head whose name or comment is longer is damaged. */
const MAX_HEAD_BYTES = 1 << 17;

const failed = (code: 'Z_BUF_ERROR' | 'Z_DATA_ERROR') => Object.assign(new Error(code), { code });

/** @param bytes the beginning of an input; two of them decide (RFC 1952) */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Bytes that have not been used yet. */
class Source {
  pending: Buffer;
  readonly #chunks: AsyncIterator<Buffer>;

  constructor(head: Buffer, chunks: AsyncIterator<Buffer>) {
    this.pending = head;
    this.#chunks = chunks;
  }

  /** @returns false at the end */
  async more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.pending = this.pending.length === 0 ? next.value : Buffer.concat([this.pending, next.value]);
    return true;
  }

  /** Waits for so many bytes. @returns false where there are fewer */
  async has(count: number): Promise<boolean> {
    while (this.pending.length < count) if (!(await this.more())) return false;
    return true;
  }
}

/**
 * @param head the first bytes, of gzip
 * @param chunks the rest
 * @param garbage is called where something else follows the last member
 * @throws Error with the code Z_BUF_ERROR where it is cut, Z_DATA_ERROR where it is damaged
 */
export async function* gunzip(
  head: Buffer,
  chunks: AsyncIterator<Buffer>,
  garbage: () => void,
): AsyncGenerator<Buffer> {
  const source = new Source(head, chunks);
  for (let first = true; ; first = false) {
    while ((await source.has(1)) && source.pending.every((byte) => byte === 0) && !first) source.pending = EMPTY;
    if (source.pending.length === 0) return;
    const whole = (await source.has(HEAD)) && isGzip(source.pending) && source.pending[2] === 8;
    if (!whole && !first) {
      garbage();
      return;
    }
    if (!whole) throw failed(source.pending.length < HEAD ? 'Z_BUF_ERROR' : 'Z_DATA_ERROR');
    await skipHead(source);
    yield* member(source);
  }
}

const EMPTY = Buffer.alloc(0);

async function skipHead(source: Source): Promise<void> {
  const flags = source.pending[3]!;
  let end = HEAD;
  if (flags & HAS_EXTRA) {
    if (!(await source.has(end + 2))) throw failed('Z_BUF_ERROR');
    end += 2 + source.pending.readUInt16LE(end);
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if (!(flags & flag)) continue;
    let zero = source.pending.indexOf(0, end);
    while (zero < 0) {
      if (source.pending.length > MAX_HEAD_BYTES) throw failed('Z_DATA_ERROR');
      if (!(await source.more())) throw failed('Z_BUF_ERROR');
      zero = source.pending.indexOf(0, end);
    }
    end = zero + 1;
  }
  if (flags & HAS_CRC) end += 2;
  if (!(await source.has(end))) throw failed('Z_BUF_ERROR');
  source.pending = source.pending.subarray(end);
}

/** The data of one member; reads its trailer too, and leaves the source after it. */
async function* member(source: Source): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  let given = 0;
  let last: Buffer = EMPTY;
  const feed = async () => {
    // What it does not take stands behind the end of the data.
    while (inflate.bytesWritten === given && !inflate.destroyed) {
      if (source.pending.length === 0 && !(await source.more())) break;
      last = source.pending;
      source.pending = EMPTY;
      given += last.length;
      await new Promise<void>((resolve) => {
        inflate.write(last, () => {
          inflate.off('close', resolve);
          resolve();
        });
        inflate.once('close', resolve);
      });
    }
    inflate.end();
  };
  const fed = feed().catch((error) => inflate.destroy(error));
  let [crc, length] = [0, 0];
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    crc = crc32(chunk, crc);
    length = (length + chunk.length) >>> 0;
    yield chunk;
  }
  await fed;
  const unused = given - inflate.bytesWritten;
  source.pending = Buffer.concat([last.subarray(last.length - unused), source.pending]);
  if (!(await source.has(TAIL))) throw failed('Z_BUF_ERROR');
  if (source.pending.readUInt32LE(0) !== crc || source.pending.readUInt32LE(4) !== length) throw failed('Z_DATA_ERROR');
  source.pending = source.pending.subarray(TAIL);
}
