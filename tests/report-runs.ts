/** Runs for the tests of reports, and what a report shows of them. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { extract, type Output } from '../src/index.ts';
import { writeReport } from '../src/report/index.ts';
import { writeJson } from '../src/write/json.ts';

export const TEXT = `Dam safe

The dam is safe, Mayor Anna Weber said on Monday. “We checked it in May 2023,” said Weber.

Up to 300 people left in April 2024, according to Tass. About 500 people left, residents said. It is said that 900 will return.
`;
const root = () => mkdtempSync(join(tmpdir(), 'accordingto-report-'));
export const json = (output: Output) => writeJson({ output });
export function tree(files: Readonly<Record<string, string>>): string {
  const folder = root();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
export const made = (id: string, more: Partial<Output['article']> = {}, text = TEXT): Output => {
  const output = extract({ id, text, published: '2024-05-07' });
  return { ...output, article: { ...output.article, ...more } };
};
export const report = (out: string) => writeReport(out, join(out, 'report'), () => {});
export const page = (out: string, name: string) => readFileSync(join(out, 'report', name), 'utf8');
export const dataIn = (letters: string) => JSON.parse(String(inflateRawSync(Buffer.from(letters, 'base64'))));
