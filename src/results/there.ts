/** What is in an output folder, in words, where it is not what was looked for, and what to do. */
import { join } from 'node:path';
import { Ledger } from '../batch/ledger.ts';
import { LEDGER } from '../batch/names.ts';
import { sizeOf } from '../batch/segments.ts';
import { refusal } from '../schema-compatibility.ts';
import { freshIn } from './fresh.ts';

/** What a reader of results takes: the contract's objects, or claims that stand alone too. */
export type Wanted = 'documents' | 'claims';

const FORMATS = {
  documents: { needs: 'neither json nor ndjson', or: 'json or ndjson' },
  claims: { needs: 'no json, ndjson or claims', or: 'json, ndjson or claims' },
} as const;

/**
 * @param out a folder in which nothing that is wanted was found
 * @returns why, to be put behind its name
 */
export function insteadIn(out: string, wanted: Wanted): string {
  const { needs, or } = FORMATS[wanted];
  if (sizeOf(join(out, LEDGER)) === null) return `holds no article's output; extract --format ${or} writes it`;
  const ledger = new Ledger(out, 'read');
  try {
    const { header } = ledger;
    if (header === null) return `has a ${LEDGER} without a first line; run extract again`;
    const other = refusal(header.schemaVersion);
    if (other !== null) return `is of another version: its ${LEDGER} ${other}`;
    const outdated = outdatedIn(out, wanted);
    if (outdated !== null) return `holds nothing that is up to date: ${outdated}`;
    if (!header.complete) return 'holds a run that was not finished; run the same extract again';
    let [written, rest] = [0, 0];
    for (const { counts } of ledger.entries()) {
      if (counts === null) rest += 1;
      else written += 1;
    }
    if (written === 0) return `holds no article's output: none of ${rest} inputs gave any, and ${LEDGER} says why`;
    const formats = header.options.formats.join(', ');
    return `holds ${formats} of ${articles(written)}, and ${needs}; run extract again with --format json`;
  } finally {
    ledger.close();
  }
}

/** @returns what a reader of the folder should know: that articles are out of date, that the run was not finished */
export function notesOn(out: string, wanted: Wanted): string[] {
  const outdated = outdatedIn(out, wanted);
  const notes = outdated === null ? [] : [outdated];
  if (sizeOf(join(out, LEDGER)) === null) return notes;
  const ledger = new Ledger(out, 'read');
  try {
    if (ledger.header?.complete === false) notes.push('the run was not finished; run the same extract again');
    return notes;
  } finally {
    ledger.close();
  }
}

/** @returns what is out of date among what is wanted, and what to do; null where nothing is */
function outdatedIn(out: string, wanted: Wanted): string | null {
  const many = freshIn(out)?.outdated[wanted] ?? 0;
  if (many === 0) return null;
  const format = wanted === 'documents' ? 'json' : 'claims';
  const are = many === 1 ? 'is there only as it was' : 'are there only as they were';
  return `${articles(many)} ${are}, of an earlier text or made with other options; run extract again with --format ${format}`;
}

const articles = (many: number): string => (many === 1 ? '1 article' : `${many} articles`);
