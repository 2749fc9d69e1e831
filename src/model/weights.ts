/**
 * Packed weight files (`.bin`): four bytes `ATW1`, the header's length (uint32, little endian), a JSON header, then one
 * deflated section after the other. `bench/train/weights.ts` writes them; the same weights give the same bytes.
 *
 * Weights are linear models' sums, so a common factor changes no decision: int8 sections are used as they are, without
 * being multiplied back. Where a table's largest weights matter as much as its small ones (`int8-sqrt`), the root is
 * stored and the square, with its sign, is what `int16` returns.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

export type SectionKind = 'int8' | 'int8-sqrt' | 'int16' | 'int32' | 'float32' | 'text';

export interface Section {
  readonly name: string;
  readonly kind: SectionKind;
  /** Deflated size in bytes. */
  readonly bytes: number;
  /** The stored number times `scale` is the trained weight (`int8-sqrt`: the signed square times `scale`). */
  readonly scale: number;
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
  /** An `int16` section, or an `int8-sqrt` one with its squares. */
  int16(section: string): Int16Array;
  int32(section: string): Int32Array;
  float32(section: string): Float32Array;
  /** Lines of a text section. */
  lines(section: string): string[];
  scale(section: string): number;
}

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
  const open = (section: string, ...kinds: SectionKind[]): { bytes: Buffer; section: Section } => {
    let at = start;
    for (const candidate of header.sections) {
      if (candidate.name === section && kinds.includes(candidate.kind)) {
        return { bytes: inflateRawSync(file.subarray(at, at + candidate.bytes)), section: candidate };
      }
      at += candidate.bytes;
    }
    throw new Error(`${name}: no section "${section}" of kind ${kinds.join(' or ')}`);
  };
  return {
    ...header,
    int8: (section) => {
      const { bytes } = open(section, 'int8');
      return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    },
    int16: (section) => {
      const opened = open(section, 'int16', 'int8-sqrt');
      const buffer = aligned(opened.bytes);
      if (opened.section.kind === 'int16') return new Int16Array(buffer);
      return Int16Array.from(new Int8Array(buffer), (root) => root * Math.abs(root));
    },
    int32: (section) => new Int32Array(aligned(open(section, 'int32').bytes)),
    float32: (section) => new Float32Array(aligned(open(section, 'float32').bytes)),
    lines: (section) => open(section, 'text').bytes.toString('utf8').split('\n'),
    scale: (section) => header.sections.find((candidate) => candidate.name === section)?.scale ?? 1,
  };
}

/** A buffer of its own, so that typed arrays of any width may start at its first byte. */
function aligned(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
