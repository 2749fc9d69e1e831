/** The same corroboration, to the byte, however the run that it is made of was cut up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { mergeParts } from '../src/batch/merge.ts';
import { runCorroborate } from '../src/cli/corroborate.ts';
import type { FormatName } from '../src/write/formats.ts';
import { Runs } from './runs.ts';

const fixture = (name: string) => new URL(`../fixtures/lake/${name}`, import.meta.url);
const LINES = readFileSync(fixture('articles.jsonl'), 'utf8').trimEnd().split('\n');
/** Every third line, then the others backwards. */
const SHUFFLED = [...LINES.filter((_, at) => at % 3 === 1), ...LINES.filter((_, at) => at % 3 !== 1).reverse()];

async function corroborated(out: string): Promise<readonly string[]> {
  const options = { format: ['ndjson'] as const, register: fixture('register.tsv').pathname, quiet: true };
  expect(await runCorroborate([out], options)).toBe(0);
  return ['clusters', 'register', 'copies'].map((name) =>
    readFileSync(join(out, 'corroboration', `${name}.ndjson`), 'utf8'),
  );
}

interface Cut {
  readonly lines?: readonly string[];
  readonly jobs?: number;
  readonly formats?: readonly FormatName[];
}

async function run({ lines = LINES, jobs = 1, formats = ['ndjson'] }: Cut): Promise<readonly string[]> {
  const runs = new Runs().put({ 'lake.jsonl': `${lines.join('\n')}\n` });
  await runs.run([], { formats, jobs });
  return corroborated(runs.out);
}

let whole: readonly string[];

beforeAll(async () => {
  whole = await run({});
  expect(whole[0]!.split('\n').length).toBeGreaterThan(5);
});

test.each<[string, Cut]>([
  ['two articles at a time', { jobs: 2 }],
  ['into a file for each article', { formats: ['json'] }],
  ['into a file for each article and one for all', { formats: ['json', 'ndjson'] }],
  ['from articles in another order', { lines: SHUFFLED }],
  ['in another order, two at a time, into files of their own', { lines: SHUFFLED, jobs: 2, formats: ['json'] }],
])('%s', async (_, cut) => {
  expect(await run(cut)).toEqual(whole);
});

test.each([2, 5])('in %i parts that were merged', async (of) => {
  const runs = new Runs().put({ 'lake.jsonl': `${SHUFFLED.join('\n')}\n` });
  const parts: string[] = [];
  for (let index = 1; index <= of; index += 1) {
    const part = new Runs();
    // The same inputs, so that the parts are of one run.
    Object.assign(part, { root: runs.root, out: join(runs.root, `part-${index}`) });
    await part.run([], { formats: ['ndjson'], shard: { index, of } });
    parts.push(part.out);
  }
  await mergeParts(parts, runs.out, () => {});
  expect(await corroborated(runs.out)).toEqual(whole);
});
