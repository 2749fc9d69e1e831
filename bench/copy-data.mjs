// tsc copies no data: the lexicons and the packed models go beside the compiled stages here.
import { cpSync } from 'node:fs';

cpSync('src', 'dist', {
  recursive: true,
  filter: (path) => !/\.[^./\\]+$/.test(path) || /\.(tsv|bin)$/.test(path),
});
