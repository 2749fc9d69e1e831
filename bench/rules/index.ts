/**
 * The part of `npm run check` that holds the house rules which a machine can hold: lengths, docstrings, long patterns,
 * arrows between folders. What breaks a rule for a reason is listed in `exceptions.tsv`; an entry that is not needed any
 * more fails as well, so that the list only shrinks. Exit code 1 where something is wrong.
 */
import { readFileSync } from 'node:fs';
import { findBroken } from './find.ts';
import { readSources } from './sources.ts';

const exceptions = readFileSync(new URL('./exceptions.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const files = readSources();
const broken = findBroken(files);
const entries = new Set(broken.map(({ entry }) => entry));
const wrong = [
  ...broken.filter(({ entry }) => !exceptions.includes(entry)).map(({ message }) => message),
  ...exceptions
    .filter((entry) => !entries.has(entry))
    .map((entry) => `bench/rules/exceptions.tsv: "${entry}" is not needed any more; take it out`),
];
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  console.error('CONTRIBUTING.md, "Rules that a check holds", says what to do.');
  process.exitCode = 1;
} else console.log(`${files.length} files keep the house rules, with ${exceptions.length} exceptions`);
