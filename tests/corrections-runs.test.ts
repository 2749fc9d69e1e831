/** `extract --corrections` as a command: what it applies, and what it says of those that it did not. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { block } from '../bench/readme.ts';
import { runExtract } from '../src/cli/extract.ts';
import type { Output } from '../src/output.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const LIMITS = { jobs: 1, timeout: 60, maxSize: 1e6, maxMemory: 1e9 };

/** Runs it over the README's article; `complaints` are the lines that begin with the file's name. */
async function run(root: string, corrections: string): Promise<{ code: number; complaints: string[]; output: Output }> {
  let complained = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text;
    return true;
  });
  const path = join(root, 'corrections.jsonl');
  writeFileSync(path, corrections);
  writeFileSync(join(root, 'dam.txt'), block(readme, '`dam.txt`').text);
  const [out, summary] = [join(root, 'out'), join(root, 'summary.json')];
  const options = { out, summary, corrections: path, quiet: true, ...LIMITS };
  const code = await runExtract([join(root, 'dam.txt')], options);
  const complaints = complained.split('\n').filter((line) => line.includes(path));
  const output = JSON.parse(readFileSync(join(out, 'dam.json'), 'utf8'));
  return { code, complaints: complaints.map((line) => line.replace(`accordingto: ${path} `, '')), output };
}

const place = () => mkdtempSync(join(tmpdir(), 'accordingto-corrections-'));

test('the lines that README shows do what it says', async () => {
  const { code, complaints, output } = await run(place(), block(readme, '`corrections.jsonl` has').text);
  expect(code).toBe(0);
  expect(complaints).toEqual([]);
  const corrected = output.claims.filter(({ by }) => by === 'correction');
  expect(corrected.map(({ content }) => content[0]!.text)).toEqual(['“We checked it twice,”']);
  expect(output.sources.find(({ id }) => id === corrected[0]!.attribution[0]!.source)).toMatchObject({
    name: 'Karl Lind',
    kind: 'person',
  });
  expect(output.claims.map(({ content }) => content[0]!.text)).not.toContain('The Lindau dam is safe');
});

test('at the end it says which lines were not applied, on a rerun too, and so does the summary', async () => {
  const root = place();
  const lines = [
    { article: 'dam', claim: 'c1', text: 'The Lindau dam is safe', source: 'Karl Lind' },
    { article: 'lindau', claim: 'c1', text: 'The Lindau dam is safe', noClaim: true },
    { article: 'dam', claim: 'c1', text: 'The dam is not safe', noClaim: true },
    { article: 'lindau', claim: 'c2', text: 'It rained', noClaim: true },
    { article: 'dam', claim: 'c2', source: 'Anna Weber' },
  ];
  const corrections = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const first = await run(root, corrections);
  expect(first.code).toBe(0);
  expect(first.complaints).toEqual([
    'line 2, line 4 is for the article "lindau", which this run did not read; not applied',
    'line 3 is about words that are not in the text any more: “The dam is not safe”; not applied',
    'line 5: without the words of the claim ("text") nothing tells whether it is still the same',
    expect.stringContaining('articles are named by their ids, as "dam"'),
  ]);
  expect(JSON.parse(readFileSync(join(root, 'summary.json'), 'utf8')).correctionsNotApplied).toEqual([
    { where: 'line 2', reason: 'is for the article "lindau", which this run did not read' },
    { where: 'line 4', reason: 'is for the article "lindau", which this run did not read' },
    { where: 'line 3', reason: 'is about words that are not in the text any more: “The dam is not safe”' },
  ]);
  const again = await run(root, corrections);
  expect(again.complaints).toEqual(first.complaints);
  expect(JSON.parse(readFileSync(join(root, 'summary.json'), 'utf8')).unchanged).toBe(1);
});
