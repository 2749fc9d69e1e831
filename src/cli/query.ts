/** `accordingto query`. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { EXIT, Failure } from '../failure.ts';
import { print } from '../query/print.ts';
import type { PrintFormat } from '../query/print-formats.ts';
import { loadOptional } from './optional.ts';
import { resultsOf } from './results.ts';

/** Columns of a table where no terminal says how many it has. */
const WIDTH = 120;

export interface QueryOptions {
  readonly format?: PrintFormat;
  /** Seconds. */
  readonly timeout: number;
  /** Bytes. */
  readonly maxMemory: number;
}

/** @returns the exit code */
export async function runQuery([place, given]: string[], options: QueryOptions): Promise<number> {
  const { format, timeout, maxMemory } = options;
  const results = resultsOf(place!);
  const sql = given === undefined || given === '-' ? await text(process.stdin) : given;
  const { query, QueryError } = await loadOptional('@duckdb/node-api', () => import('../query/database.ts'));
  const { isTTY, columns = WIDTH } = process.stdout;
  try {
    for await (const piece of print(
      await query(results, sql, { timeout: timeout * 1000, maxMemory }),
      format ?? (isTTY ? 'table' : 'csv'),
      columns,
    )) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  } catch (error) {
    if (error instanceof QueryError) throw new Failure(`${error.message}; see accordingto query --help`, EXIT.usage);
    throw error;
  }
  return 0;
}
