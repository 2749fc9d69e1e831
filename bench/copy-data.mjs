// tsc copies no data: the lexicons, the packed models, and the style and script of pages go beside the compiled stages here.
//   node bench/copy-data.mjs dist             for the package, with the cards of the models and the sum of every file
//   node bench/copy-data.mjs .work/compiled   for the bench, which also reads the fixtures and our version
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const isData = (path) => !/\.[^./\\]+$/.test(path) || /\.(tsv|bin|md|css|client\.js)$/.test(path);
const target = process.argv[2];
if (target === 'dist') {
  cpSync('src', target, { recursive: true, filter: isData });
  // As `sha256sum --check` reads it; `accordingto doctor` does too.
  const files = readdirSync(target, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  const sums = files
    .filter((name) => /\.(tsv|bin)$/.test(name))
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(`${target}/${name}`))
          .digest('hex')}  ${name}\n`,
    );
  writeFileSync(`${target}/sha256sums.txt`, sums.join(''));
} else {
  cpSync('src', `${target}/src`, { recursive: true, filter: isData });
  for (const path of ['fixtures', 'package.json']) cpSync(path, `${target}/${path}`, { recursive: true });
}
