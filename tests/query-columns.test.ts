/** What a query does not use is not read: DuckDB's own plan says what it uses. */
import { expect, test } from 'vitest';
import { output as schema } from '../src/output.ts';
import { columnsUsed } from '../src/query/columns.ts';
import { narrowed } from '../src/query/narrow.ts';
import { TABLES } from '../src/query/tables.ts';
import { fieldsOf } from '../src/write/shape.ts';

const usedBy = async (sql: string) => {
  const used = await columnsUsed(sql, TABLES);
  return used && Object.fromEntries([...used].map(([table, columns]) => [table, columns && [...columns].sort()]));
};
const all = (name: string) =>
  TABLES.find((table) => table.name === name)!
    .columns.map((column) => column.name)
    .sort();

test.each<[string, object | null]>([
  ['SELECT source, count(*) FROM claims WHERE resolved GROUP BY ALL', { claims: ['resolved', 'source'] }],
  ['SELECT count(*) FROM links', { links: [] }],
  ['FROM problems', { problems: all('problems') }],
  ['WITH all_of AS (SELECT * FROM claims) SELECT text FROM all_of', { claims: ['text'] }],
  ['SELECT count(DISTINCT c) FROM claims AS c', { claims: all('claims') }],
  [
    "SELECT text FROM claims WHERE kind = 'person' ORDER BY published LIMIT 1",
    { claims: ['kind', 'published', 'text'] },
  ],
  ['SELECT text FROM claims WHERE EXISTS (FROM links WHERE link = 2)', { claims: ['text'], links: ['link'] }],
  ['SELECT 1', {}],
  ['PIVOT claims ON kind USING count(*)', null],
  ['SELECT 1; SELECT text FROM claims', null],
  ['SELECT nothing FROM claims', null],
  ["FROM read_csv('/etc/passwd')", null],
])('%s', async (sql, used) => {
  expect(await usedBy(sql)).toEqual(used);
});

test('of the results what an expression names stays, and of a list at least its length', () => {
  const { people, claims } = fieldsOf(schema) as never as Record<string, unknown>;
  expect(people).toBeDefined();
  const kept = narrowed({ claims, people } as never, ['len(c.attribution)', 'claims', 'people[1].name']);
  expect(kept).toMatchObject({
    claims: { of: { fields: { attribution: { of: { fields: { source: { kind: 'string' } } } } } } },
    people: { of: { fields: { name: { kind: 'string' } } } },
  });
  expect(JSON.stringify(kept)).not.toMatch(/mentions|quotation|medium/);
});
