/**
 * The first articles of a fresh process, without workers: prints what each took, in milliseconds of processor time, as
 * JSON.
 */
import { extractArticle } from '../../src/extract.ts';
import { readFixtures, variantOf } from './texts.ts';

const [count] = process.argv.slice(2).map(Number) as [number];
const fixtures = readFixtures();
const costs: number[] = [];
for (let index = 0; index < count; index += 1) {
  const article = variantOf(fixtures, index);
  const started = process.cpuUsage();
  extractArticle(article);
  const { user, system } = process.cpuUsage(started);
  costs.push((user + system) / 1000);
}
console.log(JSON.stringify(costs));
