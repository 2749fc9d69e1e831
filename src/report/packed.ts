/** Data in a page, in a third of the room: deflated, as letters. The page's script unpacks it. */
import { deflateRawSync } from 'node:zlib';

/** @returns letters that end no element: base 64 */
export function packed(value: unknown): string {
  return deflateRawSync(JSON.stringify(value), { level: 9 }).toString('base64');
}
