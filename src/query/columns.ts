/**
 * Which columns a query uses, so that nothing else of the results is read: most of the time goes into making columns of
 * JSON. DuckDB says it itself, in its plan of the query over tables without rows.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import type { Table } from './tables.ts';

/** By table: the columns that are used; null for all. A table that is absent is not used. */
export type Used = ReadonlyMap<string, ReadonlySet<string> | null>;

/** They would leave a scan out of the plan because the table has no rows, or hide a column that a filter needs. */
const OPTIMIZERS = [
  'empty_result_pullup',
  'statistics_propagation',
  'filter_pushdown',
  'filter_pullup',
  'late_materialization',
].join(',');

interface Node {
  readonly name: string;
  readonly children?: readonly Node[];
  readonly extra_info?: { readonly Table?: string; readonly Projections?: string | readonly string[] };
}

/**
 * @param sql of several statements the last one gives the answer
 * @returns null where the plan does not tell: then all columns of all that it names are read
 */
export async function columnsUsed(
  sql: string,
  tables: readonly Pick<Table, 'name' | 'columns'>[],
): Promise<Used | null> {
  // Planning looks into files that a query names: it reaches none.
  const instance = await DuckDBInstance.create(':memory:', { enable_external_access: 'false' });
  const connection = await instance.connect();
  try {
    for (const { name, columns } of tables) {
      await connection.run(
        `CREATE TABLE ${name} (${columns.map(({ name: id, type }) => `"${id}" ${type}`).join(', ')})`,
      );
    }
    await connection.run(`SET disabled_optimizers = '${OPTIMIZERS}'; SET lock_configuration = true`);
    // PIVOT is two statements, of which the first asks for the values of a column.
    if ((await connection.extractStatements(sql)).count !== 1) return null;
    const [plan] = await (await connection.run(`EXPLAIN (FORMAT json) ${sql}`)).getRowsJson();
    return usedIn(JSON.parse(String(plan![1])));
  } catch {
    // What is wrong with the query shows when it runs.
    return null;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function usedIn(plan: readonly Node[]): Used {
  const used = new Map<string, Set<string>>();
  const open = [...plan];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    open.push(...(node.children ?? []));
    const { Table: table, Projections: projections = [] } = node.extra_info ?? {};
    if (table === undefined) continue;
    const name = table.slice(table.lastIndexOf('.') + 1);
    const columns = used.get(name) ?? new Set();
    for (const column of typeof projections === 'string' ? [projections] : projections) if (column) columns.add(column);
    used.set(name, columns);
  }
  return used;
}
