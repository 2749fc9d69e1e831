/** Finds out from the ledger which files of an output folder are up to date. */
import { join } from 'node:path';
import { Ledger } from '../batch/ledger.ts';
import { LEDGER } from '../batch/names.ts';
import { sizeOf } from '../batch/segments.ts';
import { FORMATS } from '../write/formats.ts';

export const [ARTICLES, CLAIMS] = [FORMATS.ndjson.files[0].extension, FORMATS.claims.files[0].extension];
const [DOCUMENT] = FORMATS.json.files;

export interface Fresh {
  /** By kind of file, how many articles are up to date in it. */
  readonly documents: number;
  readonly articles: number;
  readonly claims: number;
  /** Files of an earlier text, relative to the folder. */
  readonly stale: ReadonlySet<string>;
}

/** @returns null where the folder has no ledger that says it */
export function freshIn(out: string): Fresh | null {
  if (sizeOf(join(out, LEDGER)) === null) return null;
  const ledger = new Ledger(out, 'read');
  try {
    let [documents, articles, claims] = [0, 0, 0];
    const stale = new Set<string>();
    for (const entry of ledger.entries()) {
      if (entry.files.some(({ path }) => path.endsWith(DOCUMENT.extension))) documents += 1;
      if (entry.parts.some(({ file }) => file === ARTICLES)) articles += 1;
      if (entry.parts.some(({ file }) => file === CLAIMS)) claims += 1;
      for (const { path } of entry.stale?.files ?? []) stale.add(path);
    }
    return { documents, articles, claims, stale };
  } finally {
    ledger.close();
  }
}
