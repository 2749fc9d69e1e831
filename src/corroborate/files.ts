/** What corroboration leaves in a folder, in the formats that were asked for. */
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { CorroborationFormat } from '../corroboration-formats.ts';
import { CSV_LAYOUT } from '../write/csv.ts';
import type { Joiner } from '../write/format.ts';
import { writeGexf } from './gexf.ts';
import type { Corroboration } from './index.ts';
import { clusterRow, copyRow, registerRow } from './rows.ts';

/** One kind of row: the name of its files, its schema, its rows. */
interface Table {
  readonly name: string;
  readonly schema: z.ZodObject;
  readonly rows: readonly object[];
}

export interface CorroborationFile {
  readonly name: string;
  /** The content, piece by piece; each is made when it is asked for. */
  readonly parts: Iterable<string | Uint8Array>;
}

/** @param formats which; names are relative to `CORROBORATION` */
export async function filesOfCorroboration(
  made: Corroboration,
  formats: readonly CorroborationFormat[],
): Promise<CorroborationFile[]> {
  const tables: readonly Table[] = [
    { name: 'clusters', schema: clusterRow, rows: made.clusters },
    { name: 'register', schema: registerRow, rows: made.register },
    { name: 'copies', schema: copyRow, rows: made.copies },
  ];
  const files: CorroborationFile[] = [];
  if (formats.includes('ndjson')) {
    for (const { name, rows } of tables) files.push({ name: `${name}.ndjson`, parts: lines(rows) });
  }
  if (formats.includes('csv')) {
    for (const [name, rows] of flatTables(made)) files.push({ name, parts: later(() => csvOf(rows)) });
  }
  if (formats.includes('parquet')) {
    const { joinRows } = await import('../write/parquet.ts');
    for (const { name, schema, rows } of tables) {
      files.push({ name: `${name}.parquet`, parts: parquetOf(joinRows(name, schema), rows) });
    }
  }
  if (formats.includes('gexf')) files.push({ name: 'corroboration.gexf', parts: later(() => writeGexf(made)) });
  return files;
}

/** Rows that are written at once: few, so that what was written is soon forgotten. */
const ROWS_AT_ONCE = 16;

function* lines(rows: readonly object[]): Generator<string> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    yield rows
      .slice(at, at + ROWS_AT_ONCE)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('');
  }
}

function* later(make: () => string): Generator<string> {
  yield make();
}

function* parquetOf(joiner: Joiner, rows: readonly object[]): Generator<Uint8Array> {
  for (const part of lines(rows)) yield Buffer.from(joiner.add(part));
  yield Buffer.from(joiner.end());
}

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

/** At least one row, for the names of the columns; the row of an empty table is left out. */
function csvOf([head, ...rows]: readonly [readonly string[], ...Row[]]): string {
  return stringify([[...head], ...rows.map((row) => head.map((column) => row[column] ?? null))], CSV_LAYOUT);
}

type FlatTable = readonly [readonly string[], ...Row[]];

function flatTables({ clusters, register, copies }: Corroboration): [name: string, FlatTable][] {
  return [
    ['clusters.csv', clusterTable(clusters)],
    ['members.csv', memberTable(clusters)],
    ['origins.csv', originTable(clusters)],
    ['contradictions.csv', contradictionTable(clusters)],
    ['register.csv', registerTable(register)],
    ['copies.csv', copyTable(copies)],
  ];
}

function clusterTable(clusters: Corroboration['clusters']): FlatTable {
  const bounds = 'speakers_min speakers_max hearings_min hearings_max'.split(' ');
  return [
    ['cluster', 'gist', 'articles', 'from', 'to', ...bounds, 'flags'],
    ...clusters.map(({ cluster, gist, articles, from, to, speakers, hearings, flags }) => ({
      ...{ cluster, gist, articles, from, to, flags: flags.join('; ') },
      ...{ speakers_min: speakers[0]!, speakers_max: speakers[1]! },
      ...{ hearings_min: hearings[0]!, hearings_max: hearings[1]! },
    })),
  ];
}

function memberTable(clusters: Corroboration['clusters']): FlatTable {
  return [
    ['cluster', 'article', 'claim', 'published', 'outlet', 'role', 'score', 'text', 'origins', 'start', 'end'],
    ...clusters.flatMap(({ cluster, members }) =>
      members.map(({ origins, ...member }) => ({ cluster, ...member, origins: origins.join('; ') })),
    ),
  ];
}

/** A row for each span that proves an origin. */
function originTable(clusters: Corroboration['clusters']): FlatTable {
  return [
    ['cluster', 'origin', 'kind', 'name', 'register', 'certain', 'article', 'start', 'end', 'words'],
    ...clusters.flatMap(({ cluster, origins }) =>
      origins.flatMap(({ id, kind, name, register: entry, certain, evidence }) =>
        evidence.map(({ article, start, end, text }) => ({
          ...{ cluster, origin: id, kind, name, register: entry, certain: String(certain) },
          ...{ article, start, end, words: text },
        })),
      ),
    ),
  ];
}

function contradictionTable(clusters: Corroboration['clusters']): FlatTable {
  return [
    ['cluster', 'kind', 'about', 'first_article', 'first', 'second_article', 'second'],
    ...clusters.flatMap(({ cluster, contradictions }) =>
      contradictions.map(({ kind, about, first, second }) => ({
        ...{ cluster, kind, about, first_article: first.article, first: first.text },
        ...{ second_article: second.article, second: second.text },
      })),
    ),
  ];
}

function registerTable(register: Corroboration['register']): FlatTable {
  return [
    ['register', 'name', 'kind', 'aliases', 'owner', 'own_id', 'articles', 'claims'],
    ...register.map(({ register: id, name, kind, aliases, owner, ownId, articles, claims }) => ({
      ...{ register: id, name, kind, aliases: aliases.join('; '), owner, own_id: ownId, articles, claims },
    })),
  ];
}

function copyTable(copies: Corroboration['copies']): FlatTable {
  return [
    ['from', 'to', 'level', 'directed', 'proof', 'contained', 'longest', 'credited'],
    ...copies.map(({ directed, credited, ...copy }) => ({
      ...copy,
      ...{ directed: String(directed), credited: String(credited) },
    })),
  ];
}
