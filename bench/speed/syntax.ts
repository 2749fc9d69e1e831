/**
 * `npm run bench -- --syntax`: the steps of the syntax layer on one long article, warm, and what loading the weights takes
 * in a fresh process.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/document.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { labelSentence } from '../../src/syntax/labeller.ts';
import { shippedModels } from '../../src/syntax/models.ts';
import { parseSentence } from '../../src/syntax/parser.ts';
import { mendReports } from '../../src/syntax/reports.ts';
import { tagSentence } from '../../src/syntax/tagger.ts';
import { findWords } from '../../src/syntax/words.ts';
import { bytesOf, longArticle, readFixtures } from './texts.ts';

const LENGTH = 160_000;
const ROUNDS = 15;

/**
 * Prints the speed of each step, the best of some rounds.
 *
 * @param file a text file to read in place of the fixtures, whose words repeat
 */
export function benchSyntax(file?: string): void {
  const fixtures = longArticle(readFixtures(), LENGTH);
  const article = file === undefined ? fixtures : { ...fixtures, text: readFileSync(file, 'utf8') };
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [step, milliseconds] of timeSteps(article)) {
      best.set(step, Math.min(best.get(step) ?? Number.POSITIVE_INFINITY, milliseconds));
    }
  }
  const bytes = bytesOf([article]);
  const show = (label: string, milliseconds: number) =>
    console.log(`${label.padEnd(24)}${(bytes / 1000 / milliseconds).toFixed(2).padStart(8)} MB/s`);
  for (const [step, milliseconds] of best) show(step, milliseconds);
  const all = [...best.values()].reduce((sum, milliseconds) => sum + milliseconds, 0);
  show('text to words and tags', best.get('words')! + best.get('tags')!);
  show('text to tree', all);
  const loads = Array.from({ length: 5 }, loadInFreshProcess).sort((a, b) => a - b);
  console.log(`weights loaded in ${loads[2]!.toFixed(0)} ms by the clock (median of five processes)`);
}

/** Processor time of the steps in milliseconds. */
function timeSteps(article: Article): [string, number][] {
  const times: [string, number][] = [];
  const sentences = findSentences(article, {});
  const timed = <Result>(step: string, work: () => Result): Result => {
    const start = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(start);
    times.push([step, (user + system) / 1000]);
    return result;
  };
  const words = timed('words', () => findWords(article, { sentences }));
  const { tagger, parser, labeller } = shippedModels();
  const { types, first } = words;
  const tags = new Uint8Array(words.count);
  const heads = new Int32Array(words.count).fill(-1);
  const relations = new Uint8Array(words.count);
  const tree = { types, tags, heads, relations };
  const each = (work: (from: number, to: number) => void) => () => {
    for (let index = 0; index + 1 < first.length; index += 1) work(first[index]!, first[index + 1]!);
  };
  timed(
    'tags',
    each((from, to) => tagSentence(tagger, words, from, to, tags)),
  );
  timed(
    'heads',
    each((from, to) => parseSentence(parser, types, tags, from, to, heads)),
  );
  timed(
    'relations',
    each((from, to) => {
      labelSentence(labeller, tree, from, to);
      mendReports(words, tree, from, to);
    }),
  );
  return times;
}

function loadInFreshProcess(): number {
  const models = new URL('../../src/syntax/models.js', import.meta.url).href;
  const program = `const { shippedModels } = await import(${JSON.stringify(models)}); const start = performance.now(); shippedModels(); console.log(performance.now() - start)`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    }),
  );
}
