/** Two runs compared by the program. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ArticleDifference } from '../../src/diff/index.ts';
import type { Output } from '../../src/output.ts';
import { writeClaims } from '../../src/write/claims.ts';
import { writeJson } from '../../src/write/json.ts';
import { writeNdjson } from '../../src/write/ndjson.ts';
import { output } from '../hostile.ts';
import { PACKING, pack } from './packed.ts';
import { run, tree } from './program.ts';

beforeAll(pack, PACKING);
const diff = (...args: string[]) => run(['diff', ...args]);
const second: Output = { ...output, article: { ...output.article, id: 'b' } };
const json = tree({ 'a.json': writeJson({ output }), 'b.json': writeJson({ output: second }) });
const ndjson = tree({ 'articles.ndjson': writeNdjson({ output }) + writeNdjson({ output: second }) });
const claims = tree({ 'claims.ndjson': writeClaims({ output }) + writeClaims({ output: second }) });
const before = tree({ 'articles.ndjson': writeNdjson({ output }) });
const edited = structuredClone(output);
edited.claims[0]!.attribution[0]!.source = 's2';
edited.claims[2]!.content[0]!.text = 'The “valley” 😀😀 was wet';
const after = tree({ 'articles.ndjson': writeNdjson({ output: edited }) });
test('equal runs: nothing, exit code 0', async () => {
  expect(await diff(json, json)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await diff(json, claims)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await diff(json, ndjson, '-f', 'json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
});
test('an edited article: what differs, exit code 1', async () => {
  const { code, stdout } = await diff(before, after, '--ignore', 'kind,person');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^=dam "one", 1\n {2}~ c1 @cmd states < @cmd reports: =1\+1 … he is <b>safe<\/b>$/m);
  expect(stdout).toMatch(/^ {6}source: \["\*Anna Weber\* 🏔️","@cmd"\] -> \["@cmd","@cmd"\]$/mu);
  expect(stdout).toMatch(/^ {6}text: "The “valley” 😀😀 was dry" -> "The “valley” 😀😀 was wet"$/mu);
  expect(stdout).toMatch(/\n0 added, 0 lost, 2 changed, 0 moved in 1 article\n$/);
  const parsed = JSON.parse((await diff(before, after, '-f', 'json')).stdout) as ArticleDifference[];
  expect(parsed[0]!.differences.filter(({ kind }) => kind === 'changed')).toHaveLength(2);
});
test('wrong usage is one line', async () => {
  expect(await diff(before, join(before, 'no'))).toMatchObject({
    code: 66,
    stderr: `accordingto: ${join(before, 'no')} is not there; check the path\n`,
  });
  expect(await diff(before, before, '--ignore', 'sauce')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no field "sauce" (Did you mean source?): text, source,'),
  });
});
