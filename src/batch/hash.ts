/** Hashes by which a document is compared with its earlier content. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Article } from '../document.ts';
import { MAX_BYTES } from '../read/bytes.ts';
import type { PendingArticle } from '../read/pending.ts';
import type { Document } from './documents.ts';

/** SHA-256 in hexadecimal digits; of a text's UTF-8. */
export const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Of a file of any size. */
export function hashFile(path: string): string {
  const sum = createHash('sha256');
  const block = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) sum.update(block.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return sum.digest('hex');
}

/**
 * Of an article as JSON with sorted keys, since validation may have changed their order. Its id and source are left
 * out: they are compared elsewhere.
 */
export const hashArticle = (article: Article): string =>
  hash(JSON.stringify({ ...article, id: undefined, source: undefined }, ordered));

const ordered = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Of its bytes, with a line for its address where it has one. Its id is left out: it is compared elsewhere. */
export function hashPending({ bytes, url }: PendingArticle): string {
  const sum = createHash('sha256');
  if (url !== undefined) sum.update(`${url}\n`);
  return sum.update(bytes).digest('hex');
}

/** Of what a document is made of; null where there is nothing, or where it can be read only once. */
export function hashContent(content: Document['content']): string | null {
  if ('article' in content) return hashArticle(content.article);
  if ('pending' in content) return hashPending(content.pending);
  const bytes = 'file' in content ? bytesOf(content.file.path) : null;
  return bytes && hash(bytes);
}

/** The bytes of a file that can be read twice, and is no larger than an article may be; else null. */
export function bytesOf(path: string): Buffer | null {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(path) : null;
  } catch {
    // Whoever reads it says why it cannot be read.
    return null;
  }
}
