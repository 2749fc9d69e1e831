/** Reads an HTTP response as it went over the wire: removes the head, the chunks and the content coding. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { MAX_BYTES } from './bytes.ts';
import { ReadError } from './error.ts';

export interface HttpBody {
  readonly type: 'html' | 'txt';
  /** The charset of the Content-Type, or null. */
  readonly charset: string | null;
  readonly body: Buffer;
}

/** A response with a longer head is no page. */
export const MAX_HEAD_BYTES = 256 * 1024;

interface Head extends Pick<HttpBody, 'type' | 'charset'> {
  readonly fields: ReadonlyMap<string, string>;
  /** In bytes, with the empty line that ends it. */
  readonly length: number;
}

/**
 * @returns null for what is no article: other types, and answers that are not 200
 */
export function readHead(message: Buffer): Head | null {
  const text = message.subarray(0, MAX_HEAD_BYTES).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const [status = '', ...lines] = text.slice(0, end?.index ?? 0).split(/\r?\n/);
  if (!end || !/^HTTP\/\S+ 200\b/.test(status)) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  const [mime = '', ...parameters] = (fields.get('content-type') ?? '').split(';');
  const type = /^(?:text\/html|application\/xhtml\+xml)$/i.test(mime.trim())
    ? 'html'
    : /^text\/plain$/i.test(mime.trim())
      ? 'txt'
      : null;
  if (type === null) return null;
  const charset = /^\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(parameters.join(';'))?.[1] ?? null;
  return { type, charset, fields, length: end.index + end[0].length };
}

/**
 * @param message one of which `readHead` says that it is a page
 * @throws ReadError where the body cannot be unpacked
 */
export function readBody(message: Buffer): HttpBody {
  const { type, charset, fields, length } = readHead(message)!;
  const raw = message.subarray(length);
  const whole = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '') ? dechunk(raw) : raw;
  return { type, charset, body: unpack(whole, fields.get('content-encoding') ?? '') };
}

/**
 * Removes the chunks of a body. Crawlers often store the body in one piece and leave the header, so a body that does
 * not start like a chunk is left as it is.
 */
function dechunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(bytes.subarray(at, at + 256).toString('latin1'));
    if (!size) return at === 0 ? bytes : Buffer.concat(parts);
    const from = at + size[0].length;
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(from, from + length));
    at = from + length;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return Buffer.concat(parts);
}

/** A page that the crawler cut is unpacked as far as it goes. */
function unpack(bytes: Buffer, codings: string): Buffer {
  let body = bytes;
  for (const coding of codings.toLowerCase().split(',').reverse()) {
    const name = coding.trim();
    if (name === '' || name === 'identity') continue;
    try {
      if (name === 'gzip' || name === 'x-gzip') {
        // Many crawlers store the body unpacked and leave the header.
        if (body[0] === 0x1f && body[1] === 0x8b) body = gunzipSync(body, LIMITS);
      } else if (name === 'deflate') body = body[0] === 0x78 ? inflateSync(body, LIMITS) : inflateRawSync(body, LIMITS);
      else if (name === 'br') body = brotliDecompressSync(body, { maxOutputLength: MAX_BYTES });
      else throw new ReadError(`is packed with ${name.slice(0, 20)}, which is not read`);
    } catch (error) {
      if (error instanceof ReadError) throw error;
      const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw new ReadError(
        large ? `unpacks to more than ${MAX_BYTES / 1e6} MB` : `is damaged: its ${name} does not unpack`,
      );
    }
  }
  return body;
}

const LIMITS = { maxOutputLength: MAX_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
