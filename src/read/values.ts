/** Splits a stream of JSON into its records: the elements of an array, or objects one after the other. */
import { MAX_BYTES } from './bytes.ts';

/** A record's bytes, its number from 1; `bytes` is null where it is longer than `MAX_BYTES`. */
export interface Value {
  readonly number: number;
  readonly bytes: Buffer | null;
  /** True where the stream starts with this object rather than with an array. */
  readonly alone: boolean;
}

const [QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/**
 * Only brackets and strings are looked at, in one pass that nesting does not slow down and with no more than one record
 * in memory; whether a record is JSON, its parser says. One that never closes holds all that follows.
 */
export async function* splitValues(chunks: AsyncIterable<Buffer>): AsyncGenerator<Value> {
  let number = 0;
  let parts: Buffer[] = [];
  let size = 0;
  let depth = 0;
  let array: boolean | null = null;
  let within = false;
  let quoted = false;
  let escaped = false;
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= MAX_BYTES) parts.push(part);
    else parts = [];
  };
  const finish = (): Value => {
    const bytes = size > MAX_BYTES ? null : Buffer.concat(parts);
    number += 1;
    parts = [];
    size = 0;
    within = false;
    return { number, bytes, alone: number === 1 && array === false };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!;
      if (quoted) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) quoted = false;
        continue;
      }
      if (!within) {
        if (isSpace(byte)) continue;
        if (array === null && byte === OPEN_LIST) {
          array = true;
          continue;
        }
        array ??= false;
        if (array && (byte === COMMA || byte === CLOSE_LIST)) continue;
        within = true;
        depth = 0;
        from = at;
      }
      if (byte === QUOTE) quoted = true;
      else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
      else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (depth === 0 && array && byte === CLOSE_LIST) {
          keep(chunk.subarray(from, at));
          yield finish();
          continue;
        }
        depth -= 1;
        if (depth === 0) {
          keep(chunk.subarray(from, at + 1));
          yield finish();
        }
      } else if (byte === COMMA && depth === 0 && array) {
        keep(chunk.subarray(from, at));
        yield finish();
      }
    }
    if (within) keep(chunk.subarray(from));
  }
  if (within) yield finish();
}
