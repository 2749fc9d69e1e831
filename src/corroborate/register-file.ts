/** The user's own `register.tsv`: whom names mean, what they are, who owns them, and the ids of another database. */
import type { OutputSource } from '../output.ts';
import { ReadError } from '../read/error.ts';
import { plainName } from './plain-name.ts';

export interface OwnRow {
  /** As articles have it, or a site. */
  readonly name: string;
  readonly kind: OutputSource['kind'] | null;
  /** The name under which it is listed; its own where empty. */
  readonly sameAs: string | null;
  readonly owner: string | null;
  /** The user's own id. */
  readonly id: string | null;
}

const COLUMNS = ['name', 'kind', 'same-as', 'owner', 'id'] as const;
const KINDS: ReadonlySet<string> = new Set([
  'person',
  'news-agency',
  'media',
  'government',
  'organization',
  'group',
  'anonymous',
  'document',
]);

/**
 * @param text tab-separated, the names of the columns in the first line (`name` must be one); `#` starts a comment
 * @returns rows by their plain name; of two for one name the later; `sameAs` is the end of a chain of names
 * @throws ReadError that begins with the line, where it is none
 */
export function readRegister(text: string): ReadonlyMap<string, OwnRow> {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const isRow = (line: string) => line.trim() !== '' && !line.startsWith('#');
  const head = lines.findIndex(isRow);
  if (head < 0) throw new ReadError(`is empty; ${NAMES_COLUMNS}`);
  const columns = columnsOf(lines[head]!, head + 1);
  const rows = new Map<string, OwnRow>();
  const places = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    if (at <= head || !isRow(line)) continue;
    const row = rowOf(line.trimEnd().split('\t'), columns, at + 1);
    rows.set(plainName(row.name), row);
    places.set(plainName(row.name), at + 1);
  }
  return new Map(
    [...rows].map(([key, row]) => [key, { ...row, sameAs: endOfChain(row, rows, places.get(key)!) }] as const),
  );
}

const NAMES_COLUMNS = `the first line names the columns ${COLUMNS.join(', ')}, with tabs between`;

function columnsOf(line: string, place: number): readonly string[] {
  const columns = line.split('\t').map((cell) => cell.trim().toLowerCase());
  const known: ReadonlySet<string> = new Set(COLUMNS);
  if (!columns.includes('name') || columns.some((column) => !known.has(column))) {
    throw new ReadError(`line ${place}: ${NAMES_COLUMNS}; "name" must be one, and no others are known`);
  }
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw new ReadError(`line ${place}: has the column ${twice} twice`);
  return columns;
}

function rowOf(cells: readonly string[], columns: readonly string[], place: number): OwnRow {
  if (cells.length > columns.length) {
    throw new ReadError(`line ${place}: has ${cells.length} cells for ${columns.length} columns`);
  }
  const cell = (column: (typeof COLUMNS)[number]): string | null => cells[columns.indexOf(column)]?.trim() || null;
  const name = cell('name');
  if (name === null) throw new ReadError(`line ${place}: has no name`);
  const kind = cell('kind');
  if (kind !== null && !KINDS.has(kind)) {
    throw new ReadError(`line ${place}: "${kind}" is no kind; there are ${[...KINDS].join(', ')}`);
  }
  return { name, kind: kind as OwnRow['kind'], sameAs: cell('same-as'), owner: cell('owner'), id: cell('id') };
}

/** The name to which `same-as` leads from row to row; null where the row has none. */
function endOfChain(row: OwnRow, rows: ReadonlyMap<string, OwnRow>, place: number): string | null {
  const passed = new Set([plainName(row.name)]);
  let { sameAs } = row;
  for (let next = sameAs; next !== null; ) {
    sameAs = next;
    const at: OwnRow | undefined = rows.get(plainName(next));
    const further = at?.sameAs ?? null;
    next = further === null || plainName(further) === plainName(next) ? null : further;
    if (next !== null && passed.has(plainName(next))) {
      throw new ReadError(`line ${place}: same-as leads from "${row.name}" in a circle`);
    }
    passed.add(plainName(sameAs));
  }
  return sameAs;
}
