/** Articles that a run could not read, or left alone on purpose: its ledger knows them, its outputs do not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LEDGER, Ledger } from '../batch/ledger.ts';

/** @returns one line each: the article and why; none where no ledger was kept */
export function leftOut(out: string): string[] {
  const path = join(out, LEDGER);
  if (!existsSync(path)) return [];
  const ledger = new Ledger(path, 'read');
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
