/** Finds out from the ledger which files of an output folder are up to date. */
import { join } from 'node:path';
import type { Entry } from '../batch/entry.ts';
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
  /** Articles that are there only as they were: of an earlier text, or made with other options. */
  readonly outdated: { readonly documents: number; readonly claims: number };
}

/** @returns null where the folder has no ledger that says it */
export function freshIn(out: string): Fresh | null {
  if (sizeOf(join(out, LEDGER)) === null) return null;
  const ledger = new Ledger(out, 'read');
  try {
    let [documents, articles, claims] = [0, 0, 0];
    const stale = new Set<string>();
    const outdated = { documents: 0, claims: 0 };
    for (const entry of ledger.entries()) {
      const [now, before] = [kindsIn(entry), kindsIn(entry.stale ?? { files: [], parts: [] })];
      if (now.document) documents += 1;
      if (now.article) articles += 1;
      if (now.claims) claims += 1;
      if (!now.document && !now.article && (before.document || before.article)) outdated.documents += 1;
      if (!now.claims && before.claims) outdated.claims += 1;
      for (const { path } of entry.stale?.files ?? []) stale.add(path);
    }
    return { documents, articles, claims, stale, outdated };
  } finally {
    ledger.close();
  }
}

const kindsIn = ({ files, parts }: Pick<Entry, 'files' | 'parts'>) => ({
  document: files.some(({ path }) => path.endsWith(DOCUMENT.extension)),
  article: parts.some(({ file }) => file === ARTICLES),
  claims: parts.some(({ file }) => file === CLAIMS),
});
