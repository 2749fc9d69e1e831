/**
 * Packed weight files (`.bin`): four bytes `ATW1`, the header's length (uint32, little endian), a JSON header, then one
 * deflated section after the other, some of them packed before (`packing.ts`). `bench/train/weights.ts` writes them; the same
 * weights give the same bytes.
 *
 * Weights are linear models' sums, so a common factor changes no decision: sections are used as they are, without being
 * multiplied back.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type Packing, unpacked } from './packing.ts';

export type SectionKind = 'int8' | 'int16' | 'text';

export interface Section {
  readonly name: string;
  readonly kind: SectionKind;
  /** Deflated size in bytes. */
  readonly bytes: number;
  /** Inflated size in bytes; absent in files from before 2026-11-30. */
  readonly inflated?: number;
  /** The stored number times `scale` is the trained weight. */
  readonly scale: number;
  /** How the inflated bytes stand for those of the section (`packing.ts`); absent where they are it. */
  readonly packing?: Packing;
}

export interface Header {
  readonly name: string;
  readonly version: number;
  /** Whatever the model's reader needs: table bits, classes, thresholds. */
  readonly shape: Readonly<Record<string, number>>;
  readonly sections: readonly Section[];
}

export interface Weights extends Header {
  int8(section: string): Int8Array;
  int16(section: string): Int16Array;
  /** Lines of a text section. */
  lines(section: string): string[];
  scale(section: string): number;
}

/** Into one piece that is large enough: in zlib's small ones the weights would be copied once more. */
const GROWTH_FACTOR = 3;
const MIN_BUFFER_BYTES = 1 << 14;

/**
 * Opens a packed file; sections are inflated when they are asked for, each time anew, so callers keep what they got.
 *
 * @param url the file, as `new URL('./tagger.bin', import.meta.url)`
 * @throws Error where the file is no packed file, or has another version than `version`, or lacks a section
 */
export function loadWeights(url: URL, version: number): Weights {
  const file = readFileSync(url);
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  if (file.toString('latin1', 0, 4) !== 'ATW1') throw new Error(`${name}: not a packed weight file`);
  const start = 8 + file.readUInt32LE(4);
  const header = JSON.parse(file.toString('utf8', 8, start)) as Header;
  if (header.version !== version) {
    throw new Error(`${name}: version ${header.version} where ${version} is needed; train it again`);
  }
  const open = (section: string, kind: SectionKind): Uint8Array => {
    let at = start;
    for (const candidate of header.sections) {
      if (candidate.name === section && candidate.kind === kind) {
        const deflated = file.subarray(at, at + candidate.bytes);
        const inflated = candidate.inflated ?? candidate.bytes * GROWTH_FACTOR;
        // One byte more: a buffer that is full to the brim is followed by another.
        const bytes = inflateRawSync(deflated, { chunkSize: Math.max(MIN_BUFFER_BYTES, inflated + 1) });
        return candidate.packing ? unpacked(bytes, candidate.packing) : bytes;
      }
      at += candidate.bytes;
    }
    throw new Error(`${name}: no section "${section}" of kind ${kind}`);
  };
  return {
    ...header,
    int8: (section) => {
      const bytes = open(section, 'int8');
      return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    },
    // Copied into a buffer of its own: two-byte numbers must start at an even address.
    int16: (section) => new Int16Array(new Uint8Array(open(section, 'int16')).buffer),
    lines: (section) => Buffer.from(open(section, 'text')).toString('utf8').split('\n'),
    scale: (section) => header.sections.find((candidate) => candidate.name === section)?.scale ?? 1,
  };
}
