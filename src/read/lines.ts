/** Splits a stream of bytes at line feeds without ever holding more than one line. */
import { MAX_BYTES } from './bytes.ts';

/** A line's bytes without its end, its number from 1; `bytes` is null where the line is longer than `MAX_BYTES`. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | null;
}

/**
 * @param chunks of one input in order, as UTF-8
 * @returns its lines, parted at line feeds; at most one is held
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const line = (): Line => {
    const bytes = size > MAX_BYTES ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { number: number++, bytes };
  };
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= MAX_BYTES) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      yield line();
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
