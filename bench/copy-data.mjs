// tsc copies no data: the lexicons, the packed models, and the style and script of pages go beside the compiled stages here.
//   node bench/copy-data.mjs dist             for the package
//   node bench/copy-data.mjs .work/compiled   for the bench, which also reads the fixtures and our version
import { cpSync } from 'node:fs';

const isData = (path) => !/\.[^./\\]+$/.test(path) || /\.(tsv|bin|css|client\.js)$/.test(path);
const target = process.argv[2];
if (target === 'dist') {
  cpSync('src', target, { recursive: true, filter: isData });
} else {
  cpSync('src', `${target}/src`, { recursive: true, filter: isData });
  for (const path of ['fixtures', 'package.json']) cpSync(path, `${target}/${path}`, { recursive: true });
}
