/** What the articles of one request have in common: the rows of `accordingto corroborate`, in one object. */
import { Folder } from '../corroborate/index.ts';
import type { Output } from '../output.ts';

/**
 * @param outputs of the articles, one JSON object each
 * @returns JSON with clusters, register and copies
 */
export function corroborated(outputs: readonly Uint8Array[]): Uint8Array {
  const folder = new Folder();
  for (const output of outputs) folder.add(JSON.parse(Buffer.from(output).toString('utf8')) as Output);
  const { clusters, register, copies } = folder.corroborate();
  return Buffer.from(`${JSON.stringify({ clusters, register, copies })}\n`);
}
