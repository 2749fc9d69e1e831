/** Ids that stay apart, and file names that are safe for any id. */
import { createHash } from 'node:crypto';
import type { Shard } from './shard.ts';

/** File systems allow 255 bytes a name; the rest is for the extension, a number and a temporary ending. */
const LONGEST = 180;

/** Gives each name back once; one that was taken gets `~2`, `~3` … */
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

/** What a file system may hold for the same name: letter case and the composition of accents do not count. */
export function sameFile(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * An id as a relative path: its slashes make folders, everything that a file system or a shell takes otherwise is
 * written as `%XX`, and the path never leaves its folder.
 */
export function pathOf(id: string): string {
  return id.split('/').map(segment).join('/');
}

function segment(part: string): string {
  if (part === '') return '%2F';
  if (/^\.+$/.test(part)) return part.replaceAll('.', '%2E');
  const safe = part.replace(/[\p{Cs}\p{Cc}\p{Cf}\p{Zl}\p{Zp}%\\:*?"<>|]|^\.|[. ]$/gu, percent);
  if (Buffer.byteLength(safe) <= LONGEST) return safe;
  let kept = '';
  for (const character of safe) {
    if (Buffer.byteLength(kept + character) > LONGEST - 20) break;
    kept += character;
  }
  return `${kept}~${createHash('sha256').update(part).digest('hex').slice(0, 12)}`;
}

const percent = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/**
 * True where the document belongs to the part. What a file system may take for the same name is in the same part, so
 * that two documents which would be written to one place meet, and are told apart.
 *
 * @param id the document's id as read, before it is made unique
 */
export function inShard(id: string, { index, of }: Shard): boolean {
  const hash = createHash('sha256')
    .update(sameFile(pathOf(id)))
    .digest();
  return hash.readUIntBE(0, 6) % of === index - 1;
}
