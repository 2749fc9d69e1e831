/** Bytes to text: UTF-8 and nothing else, with the exact place where that fails. */
import { isUtf8 } from 'node:buffer';
import { ReadError } from './error.ts';

/** Beginnings of files that are no text though their name says so, and what their owner can do. */
const SIGNATURES: readonly (readonly [start: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF', 'convert it first: pdftotext FILE.pdf FILE.txt'],
  ['PK\u0003\u0004', 'a ZIP or Office file', 'unpack it, or save the document as plain text'],
  ['\u0089PNG', 'a PNG picture', 'give text, not pictures'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture', 'give text, not pictures'],
  ['\u00fd7zXZ', 'an xz archive', 'unpack it first: xz -d FILE'],
  ['(\u00b5/\u00fd', 'a Zstandard archive', 'unpack it first: zstd -d FILE'],
  ['\u00ff\u00fe', 'UTF-16 text', 'convert it first: iconv -f UTF-16 -t UTF-8 FILE'],
  ['\u00fe\u00ff', 'UTF-16 text', 'convert it first: iconv -f UTF-16 -t UTF-8 FILE'],
];

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes UTF-8; a byte-order mark is removed, nothing else changes.
 *
 * @throws ReadError that names the first bad byte and its offset
 */
export function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1');
  for (const [start, what, advice] of SIGNATURES) {
    if (head.startsWith(start)) throw new ReadError(`is ${what}, not UTF-8 text; ${advice}`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new ReadError(`is binary (NUL at byte ${nul}); give UTF-8 text`);
  if (!isUtf8(bytes)) {
    const at = firstBadByte(bytes);
    const byte = bytes[at]!.toString(16).toUpperCase().padStart(2, '0');
    throw new ReadError(
      `is not UTF-8 (byte ${at} is 0x${byte}); convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE`,
    );
  }
  return decoder.decode(bytes);
}

/** The offset of the first byte that no well-formed UTF-8 text can have there (Unicode 15, table 3-7). */
function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0 || !isUtf8(bytes.subarray(at, at + 1 + more)) || at + more >= bytes.length) return at;
    at += 1 + more;
  }
  return bytes.length - 1;
}
