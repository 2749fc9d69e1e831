/**
 * One claim a line, complete in itself: what the contract refers to by id is written out, so that jq, DuckDB or pandas
 * need nothing else.
 */
import type { Output } from '../output.ts';
import { claimRecords } from './records.ts';

/** @returns one line of JSON a claim (`claimRecord` in records.ts is its schema) */
export function writeClaims({ output }: { readonly output: Output }): string {
  return claimRecords(output)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}
