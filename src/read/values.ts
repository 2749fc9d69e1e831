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
  const record = new RecordBytes();
  let depth = 0;
  let array: boolean | null = null;
  let within = false;
  let quoted = false;
  let escaped = false;
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
      let end = -1;
      if (byte === QUOTE) quoted = true;
      else if (byte === OPEN || byte === OPEN_LIST) depth += 1;
      else if (byte === CLOSE || byte === CLOSE_LIST) {
        // The array's own bracket ends a record that has none; it is no part of it.
        if (depth === 0 && array && byte === CLOSE_LIST) end = at;
        else {
          depth -= 1;
          if (depth === 0) end = at + 1;
        }
      } else if (byte === COMMA && depth === 0 && array) end = at;
      if (end < 0) continue;
      record.keep(chunk.subarray(from, end));
      yield record.finish(array === false);
      within = false;
    }
    if (within) record.keep(chunk.subarray(from));
  }
  if (within) yield record.finish(array === false);
}

/** The bytes of one record after the other. */
class RecordBytes {
  #number = 0;
  #parts: Buffer[] = [];
  #size = 0;

  keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size <= MAX_BYTES) this.#parts.push(part);
    else this.#parts = [];
  }

  /**
   * Ends the record, so that the next can begin.
   *
   * @param bare whether the stream is no array
   */
  finish(bare: boolean): Value {
    const bytes = this.#size > MAX_BYTES ? null : Buffer.concat(this.#parts);
    this.#number += 1;
    this.#parts = [];
    this.#size = 0;
    return { number: this.#number, bytes, alone: this.#number === 1 && bare };
  }
}
