/**
 * The first articles of a fresh process, without workers: prints what each took, in milliseconds of processor time, as
 * JSON. With `workers` behind their number V8 compiles as in the workers of the command line.
 */
import { FOR_MANY, setCompilation } from '../../src/batch/compilation.ts';
import { extractArticle } from '../../src/extract.ts';
import { readFixtures, variantOf } from './texts.ts';

const [count, compiling] = process.argv.slice(2);
if (compiling === 'workers') setCompilation(FOR_MANY);
const fixtures = readFixtures();
const costs: number[] = [];
for (let index = 0; index < Number(count); index += 1) {
  const article = variantOf(fixtures, index);
  const started = process.cpuUsage();
  extractArticle(article);
  const { user, system } = process.cpuUsage(started);
  costs.push((user + system) / 1000);
}
console.log(JSON.stringify(costs));
