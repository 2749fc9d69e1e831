/** How a document is told from what it was before. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { MAX_BYTES } from '../read/bytes.ts';
import type { Document } from './documents.ts';

/** SHA-256 in hexadecimal digits; of a text's UTF-8. */
export const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Of a file's bytes, or of the article as JSON; null where there is neither, or where it can be read only once. */
export function hashContent(content: Document['content']): string | null {
  if ('article' in content) return hash(JSON.stringify(content.article));
  if (!('file' in content)) return null;
  try {
    const stats = statSync(content.file.path);
    return stats.isFile() && stats.size <= MAX_BYTES ? hash(readFileSync(content.file.path)) : null;
  } catch {
    // Whoever reads it says why it cannot be read.
    return null;
  }
}
