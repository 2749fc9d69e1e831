/** Decodes bytes: by byte-order mark, as UTF-8, as declared, and last by a guess, which is reported. */
import { isUtf8 } from 'node:buffer';
import { decodeAs, guessCharset } from './charset.ts';
import { ReadError } from './error.ts';

/** Something odd that a reader met; it becomes a problem of the article. */
export interface Oddity {
  readonly code: string;
  readonly message: string;
}

export interface Decoded {
  readonly text: string;
  readonly oddities: readonly Oddity[];
}

/** How files begin that are no text whatever their name, and what their owner can do. */
const SIGNATURES: readonly (readonly [start: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF', 'convert it first: pdftotext FILE.pdf FILE.txt'],
  ['PK\u0003\u0004', 'a ZIP or Office file', 'unpack it, or save the document as plain text'],
  ['\u001f\u008b', 'a gzip file inside a gzip file', 'unpack it once: gzip -d FILE.gz'],
  ['\u0089PNG', 'a PNG picture', 'give text, not pictures'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture', 'give text, not pictures'],
  ['GIF8', 'a GIF picture', 'give text, not pictures'],
  ['\u00fd7zXZ', 'an xz archive', 'unpack it first: xz -d FILE'],
  ['BZh', 'a bzip2 archive', 'unpack it first: bzip2 -d FILE'],
  ['(\u00b5/\u00fd', 'a Zstandard archive', 'unpack it first: zstd -d FILE'],
];

/** Text in an eight-bit charset has no more control characters than this share of its bytes. */
const MAX_CONTROLS = 0.01;

const decoder = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/**
 * Decodes text; a byte-order mark is removed, nothing else changes. A guess and every byte that had to be replaced
 * (U+FFFD) are told as oddities.
 *
 * @param bytes the whole text
 * @param declared the charset that the bytes or their protocol name, or null; valid UTF-8 goes before it, because pages
 *   that were saved or transcoded keep their old declaration
 * @throws ReadError where the bytes are no text
 */
export async function decode(bytes: Uint8Array, declared: string | null = null): Promise<Decoded> {
  const wide = wideMarkOf(bytes);
  if (wide !== null) return withReplaced((await decodeAs(bytes, wide))!, []);
  const marked = markOf(bytes);
  if (marked !== null) return withReplaced(new TextDecoder(marked).decode(bytes), []);
  const zeros = zerosOf(bytes);
  if (zeros !== null) return withReplaced(new TextDecoder(zeros).decode(bytes), [guessed(zeros)]);
  refuseBinary(bytes);
  if (isUtf8(bytes)) {
    const text = decoder.decode(bytes);
    return isUtf7(text)
      ? { text: (await decodeAs(bytes, 'utf-7'))!, oddities: [guessed('utf-7')] }
      : withReplaced(text, []);
  }
  const at = firstBadByte(bytes);
  const bad = `byte ${at} is 0x${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')}`;
  if (bytes.length - at < 4 && isCutCharacter(bytes.subarray(at))) return withReplaced(lenient.decode(bytes), []);
  const named = declared === null ? null : await decodeAs(bytes, declared);
  if (named !== null) return withReplaced(named, []);
  refuseControls(bytes);
  const damaged = lenient.decode(bytes);
  if (isMostlyRight(damaged)) return withReplaced(damaged, []);
  const charset = await guessCharset(bytes, at);
  const message = `The bytes are not UTF-8 (${bad}); they were read as ${charset}, which is a guess.`;
  return withReplaced((await decodeAs(bytes, charset))!, [{ code: 'guessed-charset', message }]);
}

/** What to tell where no mark and no declaration names the charset. */
export function guessed(charset: string): Oddity {
  const message = `Nothing in the bytes names their charset; they were read as ${charset.toUpperCase()}, which is a guess.`;
  return { code: 'guessed-charset', message };
}

/** The mark of UTF-32, which begins as that of UTF-16 does. */
function wideMarkOf(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) return 'utf-32le';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return 'utf-32be';
  return null;
}

/** How many bytes are looked at to see whether every second one is zero. */
const ZEROS_SAMPLE = 2048;

/** UTF-16 without a mark: of text in Latin letters nearly every second byte is zero, and no other. */
export function zerosOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, ZEROS_SAMPLE) & ~1;
  if (length < 4 || !bytes.subarray(0, length).includes(0)) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1]! += 1;
  const [even, odd] = zeros as [number, number];
  if (even === 0 && odd >= 0.7 * (length / 2)) return 'utf-16le';
  if (odd === 0 && even >= 0.7 * (length / 2)) return 'utf-16be';
  return null;
}

/** Characters outside ASCII in base 64, each run between `+` and `-` (RFC 2152). */
const UTF7_RUN = /\+([A-Za-z0-9+/]*)-?/g;
/** Characters outside ASCII in English text: letters with accents, punctuation, currency signs, letterlike symbols. */
const USUAL = /^[\u00a0-\u024f\u2000-\u206f\u20a0-\u20cf\u2100-\u214f]+$/;
/** One such run may be a telephone number with a plus; so many are no chance. */
const MIN_RUNS = 2;

/** True for a text in ASCII in which each plus begins such a run, of plausible characters. */
function isUtf7(text: string): boolean {
  if (!text.includes('+') || /[^\0-\x7f]/.test(text)) return false;
  let runs = 0;
  for (const [, run] of text.matchAll(UTF7_RUN)) {
    if (run === '') continue;
    const units = Buffer.from(run!, 'base64');
    const whole = units.length & ~1;
    const characters = units.subarray(0, whole).swap16().toString('utf16le');
    const padding = run!.length * 6 - whole * 8;
    if (padding >= 6 || !USUAL.test(characters)) return false;
    runs += 1;
  }
  return runs >= MIN_RUNS;
}

/** The charset of a byte-order mark that is not UTF-8's. */
export function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function refuseBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('latin1');
  for (const [start, what, advice] of SIGNATURES) {
    if (head.startsWith(start)) throw new ReadError(`is ${what}, not text; ${advice}`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new ReadError(`is binary (NUL at byte ${nul}); give text`);
}

function refuseControls(bytes: Uint8Array): void {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls += 1;
  if (controls > MAX_CONTROLS * bytes.length) {
    throw new ReadError(`is binary (${controls} of ${bytes.length} bytes are control characters); give text`);
  }
}

/** True where more characters outside ASCII are well-formed than not, which does not happen by chance. */
function isMostlyRight(decoded: string): boolean {
  const wrong = countReplaced(decoded);
  let right = 0;
  for (const _ of decoded.matchAll(/[^\0-\x7f\ufffd]/gu)) {
    right += 1;
    if (right > wrong) return true;
  }
  return false;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

function withReplaced(text: string, oddities: readonly Oddity[]): Decoded {
  const count = countReplaced(text);
  if (count === 0) return { text, oddities };
  const message = `${count} ${count === 1 ? 'character' : 'characters'} could not be decoded and became U+FFFD.`;
  return { text, oddities: [...oddities, { code: 'undecodable-bytes', message }] };
}

/** True for the first bytes of one UTF-8 character whose others are missing: the file was cut. */
function isCutCharacter(rest: Uint8Array): boolean {
  const lead = rest[0]!;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  return rest.length < length && rest.subarray(1).every((byte) => byte >= 0x80 && byte < 0xc0);
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
