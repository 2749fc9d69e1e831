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
 * @returns rows by their plain name; of two for one name the later
 * @throws ReadError that begins with the line, where it is none
 */
export function readRegister(text: string): ReadonlyMap<string, OwnRow> {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const head = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const columns = (lines[head] ?? '').split('\t').map((cell) => cell.trim().toLowerCase());
  const odd = columns.find((column) => !(COLUMNS as readonly string[]).includes(column));
  if (!columns.includes('name') || odd !== undefined) {
    throw new ReadError(`line ${head + 1}: the first line names the columns ${COLUMNS.join(', ')}, with tabs between`);
  }
  const rows = new Map<string, OwnRow>();
  for (const [at, line] of lines.entries()) {
    if (at <= head || line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    const cell = (column: (typeof COLUMNS)[number]): string | null => cells[columns.indexOf(column)]?.trim() || null;
    const name = cell('name');
    if (name === null) throw new ReadError(`line ${at + 1}: has no name`);
    const kind = cell('kind');
    if (kind !== null && !KINDS.has(kind)) {
      throw new ReadError(`line ${at + 1}: "${kind}" is no kind; there are ${[...KINDS].join(', ')}`);
    }
    rows.set(plainName(name), {
      name,
      kind: kind as OwnRow['kind'],
      sameAs: cell('same-as'),
      owner: cell('owner'),
      id: cell('id'),
    });
  }
  return rows;
}
