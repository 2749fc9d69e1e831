/**
 * One claim a row, for spreadsheets: RFC 4180 with line feeds, UTF-8. A cell that a spreadsheet would take for a
 * formula gets an apostrophe in front, for the words of an article must not run in it (OWASP, CSV injection).
 */
import { stringify } from 'csv-stringify/sync';
import type { Output } from '../output.ts';
import type { Joiner } from './format.ts';
import { type ClaimRecord, claimRecords } from './records.ts';

type Cell = string | number | null;

/**
 * The columns: the first source has columns of its own, those who passed it on share `through`; lists are joined with
 * semicolons.
 */
export const CLAIM_COLUMNS: readonly (readonly [name: string, cell: (claim: ClaimRecord) => Cell])[] = [
  ['article', ({ article }) => article],
  ['published', ({ published }) => published],
  ['claim', ({ claim }) => claim],
  ['source', ({ attribution: [said] }) => said?.source ?? null],
  ['kind', ({ attribution: [said] }) => said?.kind ?? null],
  ['person', ({ attribution: [said] }) => said?.person ?? null],
  ['resolved', ({ attribution: [said] }) => (said ? String(said.resolved) : null)],
  ['stance', ({ attribution: [said] }) => said?.stance ?? null],
  ['cue', ({ attribution: [said] }) => said?.cue?.text ?? null],
  ['text', ({ text }) => text],
  ['quotation', ({ quotation }) => quotation],
  ['through', ({ attribution: [, ...passed] }) => list(passed.map(({ source }) => source))],
  ['medium', ({ medium }) => medium?.text ?? null],
  ['people', ({ people }) => list(people.map(({ name }) => name))],
  ['dates', ({ dates }) => list(dates.map(({ value }) => value))],
  ['numbers', ({ numbers }) => list(numbers.map(({ text }) => text))],
  ['negated', ({ negated }) => String(negated)],
  ['hedged', ({ hedged }) => String(hedged)],
  ['statement', ({ statement }) => String(statement)],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['by', ({ by }) => by],
  ['confidence', ({ confidence }) => confidence],
];

/** How cells are written. A lone carriage return ends a line for some readers, so it is quoted too. */
export const CSV_LAYOUT = { escape_formulas: true, quoted_match: /\r/ } as const;

/** The rows of an article, without the names of the columns. */
export function writeCsv({ output }: { readonly output: Output }): string {
  return stringify(
    claimRecords(output).map((claim) => CLAIM_COLUMNS.map(([, cell]) => cell(claim))),
    CSV_LAYOUT,
  );
}

/** Puts the names of the columns at the head. */
export function joinCsv(): Joiner {
  let head = stringify([CLAIM_COLUMNS.map(([name]) => name)]);
  const headOnce = (): string => {
    const now = head;
    head = '';
    return now;
  };
  return { add: (rows) => headOnce() + rows, end: headOnce };
}

function list(items: readonly (string | null)[]): string {
  return items.map((item) => item ?? '').join('; ');
}
