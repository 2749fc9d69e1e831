/**
 * One claim a line, standing alone: what it refers to by id in the contract's object is written out in it, so that jq,
 * DuckDB or pandas need nothing else.
 */
import type { Output } from '../output.ts';
import { claimRecords } from './records.ts';

/** @returns one line of JSON a claim (`claimRecord` in records.ts is its schema) */
export function writeClaims({ output }: { readonly output: Output }): string {
  return claimRecords(output)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}
