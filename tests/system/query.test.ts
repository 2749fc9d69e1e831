/** `accordingto query` as a process. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Output } from '../../src/output.ts';
import { writeJson } from '../../src/write/json.ts';
import { output } from '../hostile.ts';
import { PACKING, pack, packedWithout, project } from './packed.ts';
import { run, tree } from './program.ts';

beforeAll(pack, PACKING);
const second: Output = { ...output, article: { ...output.article, id: 'b' } };
const json = tree({ "it's [a].json": writeJson({ output }), 'sub/b.json': writeJson({ output: second }) });

test('prints CSV where no terminal listens, and reads a query from standard input', async () => {
  const sql = 'SELECT article, source FROM links WHERE link = 2 ORDER BY article';
  const answer = { code: 0, stdout: `article,source\n"'=dam ""one"", 1",'@cmd\nb,'@cmd\n`, stderr: '' };
  expect(await run(['query', json, sql])).toEqual(answer);
  expect(await run(['query', json, '-f', 'csv'], { input: `${sql}\n` })).toEqual(answer);
  expect((await run(['query', json, 'SELECT 1 AS one', '-f', 'json'])).stdout).toBe('[\n{"one":1}\n]\n');
});
test('its examples work, and what fails is one line', async () => {
  const help = (await run(['query', '--help'])).stdout;
  const examples = [...help.matchAll(/^ {2}accordingto query out "([^"]*)"$/gm)].map(([, sql]) => sql!);
  expect(examples).toHaveLength(3);
  const mine = join(project, 'fixtures/expected/2024-05-14-mine-collapse.json');
  const rows = await Promise.all(
    examples.map(async (sql) => (await run(['query', mine, sql])).stdout.trimEnd().split('\n')),
  );
  // Every row says something in every column.
  for (const row of rows.flat()) expect(row).not.toMatch(/^,|,,|,$/);
  expect(rows[0]).toContain("miners' union,organization,1");
  expect(rows[2]!.slice(1)).toEqual([
    '2024-05-14-mine-collapse,people,About 300',
    '2024-05-14-mine-collapse,people,"1,200"',
  ]);
  expect(await run(['query', join(json, 'no'), 'SELECT 1'])).toMatchObject({
    code: 66,
    stderr: `accordingto: ${join(json, 'no')} is not there; check the path\n`,
  });
  expect(await run(['query', json, 'FROM claimz'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^accordingto: Catalog Error: [^\n]+; see accordingto query --help\n$/),
  });
});
test('says how to get the package where it is absent', async () => {
  const { code, stderr } = await run(['query', json, 'SELECT 1'], { from: packedWithout('@duckdb/node-api') });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^accordingto: accordingto query needs a package that is not installed; to install it: npm install '@duckdb\/node-api@[^\n]+\n$/,
  );
});

test.each(['-- who\nSELECT 1 AS n', '--who\nSELECT 1 AS n', '-- a = b\nSELECT 1 AS n'])(
  'a query on the command line may begin with a comment: %j',
  async (sql) => {
    expect(await run(['query', json, sql, '--format', 'csv'])).toMatchObject({ code: 0, stdout: 'n\n1\n' });
  },
);
