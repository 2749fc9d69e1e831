/**
 * `npm run golden`: rewrites fixtures/expected/<id>.json and <id>.txt from what the pipeline says now, takes away those
 * of fixtures that are gone, sums up the syntax of the fixtures, fills in the examples of README.md, and keeps
 * the snapshot of the output's schema and its shape for programs. The only
 * way to change a golden; review the diff like code.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expectedPages, SYNTAX_SUMS, syntaxSums } from './goldens.ts';
import { withExamples } from './readme.ts';
import { CONTRACT_SHAPE, contractShape, writeSnapshot } from './schemas.ts';

const folder = new URL('../fixtures/expected/', import.meta.url);
const pages = await expectedPages();
let changed = 0;
for (const name of readdirSync(folder)) {
  if (!/^(?!.*\.facts\.txt$).+\.(?:json|txt)$/.test(name) || pages.has(name)) continue;
  rmSync(new URL(name, folder));
  console.log(`removed ${name}`);
}
for (const [name, page] of pages) {
  const url = new URL(name, folder);
  const before = readdirSync(folder).includes(name) ? readFileSync(url, 'utf8') : null;
  if (before === page) continue;
  writeFileSync(url, page);
  console.log(`${before === null ? 'new' : 'changed'} ${name}`);
  changed += 1;
}
writeFileSync(SYNTAX_SUMS, await syntaxSums());
const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, withExamples(readFileSync(readme, 'utf8')));
console.log(writeSnapshot());
writeFileSync(CONTRACT_SHAPE, contractShape());
console.log(`${changed} of ${pages.size} goldens written`);
