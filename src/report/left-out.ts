/** Articles that a run could not read, or left out on purpose: they stand in its ledger and not in its outputs. */
import { join } from 'node:path';
import { Ledger } from '../batch/ledger.ts';
import { LEDGER } from '../batch/names.ts';
import { sizeOf } from '../batch/segments.ts';

/** @returns one line each: the article and why; none where no ledger was kept */
export function leftOut(out: string): string[] {
  if (sizeOf(join(out, LEDGER)) === null) return [];
  const ledger = new Ledger(out, 'read');
  try {
    const lines: string[] = [];
    for (const { path: place, status, reason } of ledger.entries()) {
      if (status === 'failed' || status === 'skipped') lines.push(`${place} ${reason ?? status}`);
    }
    return lines;
  } finally {
    ledger.close();
  }
}
