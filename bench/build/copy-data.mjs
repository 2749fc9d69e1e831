// tsc copies no data: what a program of the bench reads at run time (lexicons, models, style and script of pages, fixtures,
// our version) goes beside the compiled files.
//   node bench/build/copy-data.mjs .work/compiled
import { cpSync } from 'node:fs';

const target = process.argv[2];
cpSync('src', `${target}/src`, {
  recursive: true,
  filter: (path) => !/\.[^./\\]+$/.test(path) || /\.(?:tsv|bin|wasm|css|client\.js)$/.test(path),
});
for (const path of ['fixtures', 'package.json']) cpSync(path, `${target}/${path}`, { recursive: true });
