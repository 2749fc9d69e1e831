/**
 * A database in memory with the tables of a run's results. What a query names is read before its first statement runs;
 * after that the database reaches neither disk nor network, for a query may come from somebody else.
 */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBValueConverter,
  JsonDuckDBValueConverter,
  StatementType,
} from '@duckdb/node-api';
import type { z } from 'zod';
import { clusterRow, copyRow, registerRow } from '../corroborate/rows.ts';
import { CLUSTERS, COPIES, REGISTER } from '../corroboration-formats.ts';
import { output as schema } from '../output.ts';
import type { Results } from '../results/index.ts';
import { claimRecord } from '../write/records.ts';
import { fieldsOf, type Shape } from '../write/shape.ts';
import { columnsUsed } from './columns.ts';
import { FOLDER_TABLES, type FolderTable } from './folder-tables.ts';
import { narrowed } from './narrow.ts';
import { type Column, TABLES, type Table } from './tables.ts';

/** Bytes that DuckDB allows one object in a file of lines; its own limit is lower than a long article needs. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Milliseconds from one look at the clock and the memory to the next. */
const LOOK_EVERY = 50;
/** Bytes that the program takes for itself meanwhile. */
const OVERHEAD_BYTES = 128e6;

export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [key: string]: Cell };

export interface Answer {
  readonly columns: readonly string[];
  /** In pieces, as the database makes them. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** What is wrong with a query, in one line. */
export class QueryError extends Error {
  override name = 'QueryError';
}

export interface QueryLimits {
  /** Milliseconds, the reading of the tables included. */
  readonly timeout: number;
  /** Bytes for the tables and for all that the query makes of them. */
  readonly maxMemory: number;
}

/**
 * @param sql in DuckDB's dialect; of several statements the last one gives the answer
 * @throws QueryError where the query is wrong, wants more than to read, or takes more than it may
 */
export async function query(results: Results, sql: string, limits: QueryLimits): Promise<Answer> {
  const instance = await DuckDBInstance.create(':memory:', {
    // Nothing is fetched, nothing is written beside the results, and what DuckDB reads stays in memory.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: '',
    memory_limit: `${Math.max(1, Math.ceil(limits.maxMemory / 1e6))}MB`,
  });
  const connection = await instance.connect();
  let stopped: QueryError | null = null;
  const end = performance.now() + limits.timeout;
  const before = process.memoryUsage.rss();
  // Said again and again: between two statements there is nothing to stop.
  const timer = setInterval(
    () => {
      // DuckDB counts its tables, but not the rows of an answer.
      const used = process.memoryUsage.rss() - before - OVERHEAD_BYTES;
      if (performance.now() >= end) stopped = tooSlow(limits);
      else if (used > limits.maxMemory) stopped = tooLarge(limits);
      if (stopped !== null) connection.interrupt();
    },
    Math.min(LOOK_EVERY, limits.timeout),
  );
  try {
    const used = await columnsUsed(sql, [...TABLES, ...FOLDER_TABLES]);
    for (const table of TABLES) {
      const wanted = used === null ? names(sql, table.name) : used.has(table.name);
      await connection.run(statement(table, results, wanted ? (used?.get(table.name) ?? 'all') : null));
    }
    for (const table of FOLDER_TABLES) {
      const wanted = used === null ? names(sql, table.name) : used.has(table.name);
      await connection.run(folderStatement(table, results.corroboration, wanted));
    }
    await connection.run('SET enable_external_access = false; SET lock_configuration = true');
    const result = await run(connection, sql);
    return { columns: result.deduplicatedColumnNames(), rows: result.yieldConvertedRows(toCell) };
  } catch (error) {
    throw stopped ?? asQueryError(error, limits);
  } finally {
    clearInterval(timer);
  }
}

const tooSlow = ({ timeout }: QueryLimits): QueryError =>
  new QueryError(`took longer than ${timeout / 1000} s and was stopped; --timeout allows more`);
const tooLarge = ({ maxMemory }: QueryLimits): QueryError =>
  new QueryError(
    `needed more than ${Math.ceil(maxMemory / 1e6)} MB of memory and was stopped; --max-memory allows more`,
  );

/** Whether the query has the name in it, as a word: then the table is filled, else it has columns and no rows. */
function names(sql: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'i').test(sql);
}

/**
 * @param used the columns that are filled, the others are null in every row; null for a table without rows
 * @returns statements that make the table: a view adds the columns that nobody uses, since to store them takes longer than
 *   to read the others
 */
function statement(
  { name, columns, keys, documents, claims }: Table,
  results: Results,
  used: ReadonlySet<string> | 'all' | null,
): string {
  if (used === null) {
    return emptyTable(name, columns);
  }
  if (results.kind === 'claims' && claims === null) {
    throw new QueryError(`there is no ${name} where claims stand alone; run extract with --format json or ndjson`);
  }
  const isUsed = (column: Column) => used === 'all' || used.has(column.name);
  const expressions = columns
    .filter(isUsed)
    .map((column) => [column, (results.kind === 'documents' ? column.document : column.claim) ?? 'NULL'] as const);
  const select = expressions.map(([column, expression]) => typed(column, expression));
  const from = (results.kind === 'documents' ? documents : claims)!;
  const fields = results.kind === 'documents' ? picked(fieldsOf(schema), keys) : fieldsOf(claimRecord);
  // What is told apart by all that it holds must be read whole.
  const whole = /\b(?:DISTINCT|GROUP)\b/.test(from);
  const read = whole ? fields : narrowed(fields, [...expressions.map(([, expression]) => expression), from]);
  const rows = `WITH ${results.kind} AS (FROM ${reading(results, read)}) SELECT ${select.join(', ') || 'true AS one'} FROM ${from}`;
  if (select.length === columns.length) return `CREATE TABLE ${name} AS ${rows}`;
  const all = columns.map((column) => (isUsed(column) ? quoted(column.name) : typed(column, 'NULL')));
  return `CREATE SCHEMA IF NOT EXISTS used; CREATE TABLE used.${name} AS ${rows};
    CREATE VIEW ${name} AS SELECT ${all.join(', ')} FROM used.${name}`;
}

const SCHEMAS: Readonly<Record<string, z.ZodObject>> = {
  [CLUSTERS]: clusterRow,
  [REGISTER]: registerRow,
  [COPIES]: copyRow,
};

/** @param folder what `corroborate` wrote; null where it has not */
function folderStatement({ name, columns, file, rows }: FolderTable, folder: string | null, wanted: boolean): string {
  if (!wanted) return emptyTable(name, columns);
  if (folder === null) throw new QueryError(`there is no ${name} yet; accordingto corroborate makes it`);
  const select = columns.map((column) => typed(column, column.document));
  const read = reading({ lines: true, files: [join(folder, file)] }, fieldsOf(SCHEMAS[file]!));
  return `CREATE TABLE ${name} AS WITH lines AS (FROM ${read}) SELECT ${select.join(', ')} FROM ${rows}`;
}

function emptyTable(name: string, columns: readonly Column[]): string {
  return `CREATE TABLE ${name} (${columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ')})`;
}

const typed = ({ name, type }: Column, expression: string): string =>
  `TRY_CAST(${expression} AS ${type}) AS ${quoted(name)}`;

const picked = (fields: Readonly<Record<string, Shape>>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, fields[key]!]));

/** DuckDB clears twice as much for every file. */
const MIN_OBJECT_BYTES = 64 * 1024;

/** The call that reads the files, with the types of what is read of them. */
function reading({ lines, files }: Pick<Results, 'lines' | 'files'>, fields: Readonly<Record<string, Shape>>): string {
  const columns = Object.entries(fields).map(([key, shape]) => `${quoted(key)}: ${literal(typeOf(shape))}`);
  const longest = lines ? MAX_LINE_BYTES : Math.max(MIN_OBJECT_BYTES, ...files.map((file) => statSync(file).size + 1));
  // A bracket in a name would be a pattern.
  const paths = files.map((file) => literal(file.replace(/[[*?]/g, '[$&]')));
  const format = lines ? 'newline_delimited' : 'unstructured';
  return `read_json([${paths.join(', ')}], format = '${format}', columns = {${columns.join(', ')}}, maximum_object_size = ${longest})`;
}

function typeOf(shape: Shape): string {
  if (shape.kind === 'list') return `${typeOf(shape.of)}[]`;
  if (shape.kind !== 'struct')
    return { string: 'VARCHAR', integer: 'BIGINT', double: 'DOUBLE', boolean: 'BOOLEAN' }[shape.kind];
  return `STRUCT(${Object.entries(shape.fields)
    .map(([key, field]) => `${quoted(key)} ${typeOf(field)}`)
    .join(', ')})`;
}

const quoted = (name: string): string => `"${name}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** PIVOT is a CREATE of a type and a SELECT. */
const READING = new Set([StatementType.SELECT, StatementType.EXPLAIN, StatementType.CREATE]);

/** Nothing but comments to the end of their lines, semicolons and white space. */
const EMPTY = /^[\s;]*(?:--.*(?:\n[\s;]*|$))*$/;

async function run(connection: DuckDBConnection, sql: string): Promise<DuckDBResult> {
  if (EMPTY.test(sql)) throw new QueryError('the query is empty');
  const statements = await connection.extractStatements(sql);
  for (let index = 0; ; index += 1) {
    const prepared = await statements.prepare(index);
    if (!READING.has(prepared.statementType)) {
      const kind = StatementType[prepared.statementType];
      throw new QueryError(`the query wants to ${kind}; only reading is allowed, the results are not changed`);
    }
    // Not as a stream: one that fails after its first rows ends without a word.
    const result = await prepared.run();
    if (index === statements.count - 1) return result;
  }
}

/** Whole numbers as numbers where a double holds them exactly, as text where it does not; the rest as JSON. */
const toCell: DuckDBValueConverter<Cell> = (value, type, converter) => {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  return JsonDuckDBValueConverter(value, type, converter as never) as Cell;
};

/** DuckDB's message on one line, without the query drawn again beneath it. */
function asQueryError(error: unknown, limits: QueryLimits): QueryError {
  if (error instanceof QueryError) return error;
  if (/^Out of Memory Error/i.test((error as Error).message)) return tooLarge(limits);
  const [message] = (error as Error).message.replace(/^Failed to extract statements: /, '').split(/\nLINE \d/);
  const lines = message!.split('\n').map((line) => line.trim());
  return new QueryError(lines.filter((line) => line !== '').join(' '));
}
