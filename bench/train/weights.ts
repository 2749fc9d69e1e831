/** Writes packed weight files; `src/model/weights.ts` describes and reads them. */
import { writeFileSync } from 'node:fs';
import type { Header, SectionKind } from '../../src/model/weights.ts';
import type { WordTable } from '../../src/model/word-table.ts';
import { pack } from './pack.ts';

export interface Part {
  readonly name: string;
  readonly kind: SectionKind;
  readonly bytes: Uint8Array;
  readonly scale: number;
}

/** Weights as `int8Weights` rounds them. */
export function int8Part(name: string, weights: ArrayLike<number>, limit: number, drop = 0): Part {
  return { name, kind: 'int8', bytes: asBytes(int8Weights(weights, limit, drop)), scale: limit / 127 };
}

/**
 * Rounds weights to int8: `limit` becomes 127, what lies beyond is clipped.
 *
 * @param limit choose it from the weights (`quantile`), never by habit: averaged weights grow with the epochs
 * @param drop weights smaller than this become 0
 */
export function int8Weights(weights: ArrayLike<number>, limit: number, drop: number): Int8Array {
  return Int8Array.from(weights, (weight) => (Math.abs(weight) < drop ? 0 : clip((weight * 127) / limit)));
}

export function textPart(name: string, lines: readonly string[]): Part {
  return { name, kind: 'text', bytes: Buffer.from(lines.join('\n'), 'utf8'), scale: 1 };
}

/** Numbers that outgrow int8 but share its step: `scale` is the size of one. */
export function int16Part(name: string, weights: ArrayLike<number>, scale: number): Part {
  const numbers = Int16Array.from(weights, (weight) => Math.round(weight / scale));
  return { name, kind: 'int16', bytes: asBytes(numbers), scale };
}

/** A table of words, as `readWordTable` reads it. */
export function wordTableParts({ starts, keys, values }: WordTable): Part[] {
  const part = (name: string, column: Uint16Array): Part => {
    return { name: `words ${name}`, kind: 'int16', bytes: asBytes(column), scale: 1 };
  };
  return [part('starts', starts), part('keys', keys), part('values', values)];
}

/** Writes the file and returns its size in bytes. */
export function writeWeights(
  path: string | URL,
  header: Pick<Header, 'name' | 'version' | 'shape'>,
  parts: readonly Part[],
): number {
  const packed = parts.map((part) => pack(part.bytes));
  const sections = parts.map(({ name, kind, scale }, index) => {
    const { deflated, inflated, packing } = packed[index]!;
    return { name, kind, bytes: deflated.length, inflated, scale, ...(packing ? { packing } : {}) };
  });
  const head = Buffer.from(JSON.stringify({ ...header, sections }), 'utf8');
  const front = Buffer.alloc(8);
  front.write('ATW1', 'latin1');
  front.writeUInt32LE(head.length, 4);
  const file = Buffer.concat([front, head, ...packed.map(({ deflated }) => deflated)]);
  writeFileSync(path, file);
  return file.length;
}

/** The size that the share `q` of the non-zero weights does not pass. */
export function quantile(weights: Float32Array | Float64Array, q: number): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return sizes.length === 0 ? 1 : sizes[Math.min(sizes.length - 1, Math.floor(q * sizes.length))]!;
}

function clip(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)));
}

/** The bytes of a typed array, not copied. */
export function asBytes(array: Int8Array | Int16Array | Uint16Array | Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
