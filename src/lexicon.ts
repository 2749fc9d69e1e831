/**
 * Loads a lexicon: a `.tsv` beside the stage that uses it, one entry a line, with its provenance at the head.
 */
import { readFileSync } from 'node:fs';

const HEAD = ['source', 'licence', 'taken', 'why'] as const;
const HASH = '#'.charCodeAt(0);

/**
 * Reads and checks a lexicon once.
 *
 * Lines that start with `#` are the head or entries removed on purpose. The head must name source, licence, date taken
 * and purpose (`# source: …`). Entries must be sorted by code unit and unique in their first column.
 *
 * @param url the file, as `new URL('./cues.tsv', import.meta.url)`
 * @returns one row an entry, split at tabs
 * @throws Error that names file and line where the head or the order is wrong
 */
export function loadLexicon(url: URL): readonly (readonly string[])[] {
  const lines = readFileSync(url, 'utf8').split('\n');
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const rows: string[][] = [];
  const head: string[] = [];
  let before = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line === '') continue;
    if (line.charCodeAt(0) === HASH) {
      head.push(line);
      continue;
    }
    const row = line.split('\t');
    const first = row[0]!;
    if (first <= before && rows.length > 0) {
      throw new Error(`${name}:${index + 1}: "${first}" must come after "${before}" (sorted, no entry twice)`);
    }
    before = first;
    rows.push(row);
  }
  for (const key of HEAD) {
    if (!head.some((line) => line.startsWith(`# ${key}: `)))
      throw new Error(`${name}: no line "# ${key}: …" at its head`);
  }
  return rows;
}

/** The first columns of a lexicon as a set. */
export function loadWords(url: URL): ReadonlySet<string> {
  return new Set(loadLexicon(url).map((row) => row[0]!));
}
