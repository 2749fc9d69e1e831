/** Makes ids unique, and file names that are safe for any id. */
import { createHash } from 'node:crypto';
import type { FormatFile } from '../write/format.ts';
import { FORMATS } from '../write/formats.ts';
import type { Shard } from './shard.ts';

/** The ledger's name in the output folder. */
export const LEDGER = 'ledger.ndjson';

/** File systems allow 255 bytes a name; the rest is for the extension, a number and a temporary ending. */
const MAX_NAME_BYTES = 180;

/** The longest path below the output folder, in bytes; file systems allow 1024 (macOS) to 4096 for the whole path. */
const MAX_PATH_BYTES = 600;
/** How many bytes of a longer path are kept before its hash. */
const KEPT_PATH_BYTES = 400;

const FILES: readonly FormatFile[] = Object.values(FORMATS).flatMap(({ files }): readonly FormatFile[] => files);
/** The endings of the files of a document in all formats, the longer before those that they end with. */
const ENDINGS = FILES.filter(({ joined }) => !joined)
  .map(({ extension }) => extension)
  .sort((a, b) => b.length - a.length);
/** Names that the output folder itself needs. */
const RESERVED = [LEDGER, ...FILES.filter(({ joined }) => joined).map(({ extension }) => extension)];

const either = (names: readonly string[]): string =>
  names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
/** Matches a folder name that could be the file of a document: `a.json/b` beside `a`. */
const LIKE_A_FILE = new RegExp(`\\.(?=${either(ENDINGS.map((ending) => ending.slice(1)))}$)`, 'giu');
/** Matches a first folder name that is the name of a joined file. */
const LIKE_A_JOINED = new RegExp(`^(?:${either(RESERVED)})$`, 'iu');
/**
 * Matches the end of a name with which a document would have the file of another with a longer ending: `a.brat` +
 * `.txt`, `a` + `.brat.txt`.
 */
const LIKE_AN_ENDING = new RegExp(`\\.(?=${either(overlaps())}$)`, 'iu');

function overlaps(): string[] {
  return ENDINGS.flatMap((long) =>
    ENDINGS.filter((short) => short !== long && long.endsWith(short)).map((short) => long.slice(1, -short.length)),
  );
}

/** Devices of Windows, whatever ending they have: "Naming Files, Paths, and Namespaces", learn.microsoft.com. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=[. ]|$)/iu;

/** Returns each name once; a name that was taken gets `~2`, `~3` … */
export class Unique {
  /** The last number that a name was given; 1 is the name itself. */
  readonly #last = new Map<string, number>();
  readonly #fold: (name: string) => string;

  /** @param fold names that it maps to the same string count as the same */
  constructor(fold: (name: string) => string = (name) => name) {
    this.#fold = fold;
  }

  take(name: string): string {
    const key = this.#fold(name);
    let count = this.#last.get(key) ?? 1;
    let free = name;
    while (this.#last.has(this.#fold(free))) {
      count += 1;
      free = `${name}~${count}`;
    }
    this.#last.set(this.#fold(free), 1);
    this.#last.set(key, count);
    return free;
  }
}

/**
 * A key for names that a file system may take for the same: letter case and the composition of accents do not count.
 */
export function sameFile(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * An id as a relative path without ending. Slashes separate folders; characters that file systems or shells treat
 * specially are written as `%XX`, and so is one character of a name with another meaning: a device of Windows, a folder
 * that ends like one of our files or is named like a joined one. A name of more than 180 bytes, or a path of more than
 * 600, is cut and gets a part of its hash.
 *
 * The path depends on the id alone, so that all machines agree; different ids have different paths, and none is a
 * folder of the file of another.
 */
export function pathOf(id: string): string {
  const names = id.split('/');
  const path = names.map((name, at) => segment(name, at, names.length)).join('/');
  if (Buffer.byteLength(path) <= MAX_PATH_BYTES) return path;
  let kept = '';
  for (const name of path.split('/')) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(name) > KEPT_PATH_BYTES) break;
    kept += `${name}/`;
  }
  return `${kept}~${digits(id)}`;
}

function segment(name: string, at: number, of: number): string {
  if (name === '') return '%2F';
  if (/^\.+$/.test(name)) return name.replaceAll('.', '%2E');
  let safe = name.replace(/[\p{Cs}\p{Cc}\p{Cf}\p{Zl}\p{Zp}%\\:*?"<>|]|^\.|[. ]$/gu, percent);
  if (DEVICE.test(safe)) safe = percent(safe[0]!) + safe.slice(1);
  if (at === of - 1) safe = safe.replace(LIKE_AN_ENDING, '%2E');
  else {
    safe = safe.replace(LIKE_A_FILE, '%2E');
    if (at === 0 && LIKE_A_JOINED.test(safe)) safe = safe.replace('.', '%2E');
  }
  if (Buffer.byteLength(safe) <= MAX_NAME_BYTES) return safe;
  let kept = '';
  let size = 0;
  for (const character of safe) {
    size += Buffer.byteLength(character);
    if (size > MAX_NAME_BYTES - 20) break;
    kept += character;
  }
  return `${kept}~${digits(name)}`;
}

const digits = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const percent = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/**
 * True where the document belongs to the part. Names that a file system may take for the same are in the same part, so
 * that two documents that would be written to one place meet, and are kept apart.
 *
 * @param id the document's id as read, before it is made unique
 */
export function inShard(id: string, { index, of }: Shard): boolean {
  const hash = createHash('sha256')
    .update(sameFile(pathOf(id)))
    .digest();
  return hash.readUIntBE(0, 6) % of === index - 1;
}
