/**
 * `npm run bench -- --syntax`: the steps of the syntax layer on one long article, warm, and what loading the weights takes
 * in a fresh process.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/document.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { shippedModels } from '../../src/syntax/models.ts';
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
  show('text to words and tags', best.get('words')! + best.get('columns')! + best.get('tags')!);
  show('text to tree', all);
  const loads = Array.from({ length: 5 }, loadInFreshProcess).sort((a, b) => a - b);
  console.log(`weights loaded in ${loads[2]!.toFixed(0)} ms by the clock (median of five processes)`);
}

/** Processor time of the steps in milliseconds. */
function timeSteps(article: Article): Map<string, number> {
  const times = new Map<string, number>();
  const timed = <Result>(step: string, work: () => Result): Result => {
    const start = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(start);
    times.set(step, (times.get(step) ?? 0) + (user + system) / 1000);
    return result;
  };
  const sentences = findSentences(article, {});
  const words = timed('words', () => findWords(article, { sentences }));
  const { first } = words;
  const { kernel, lexicon } = shippedModels();
  const { call, mostWords } = kernel;
  for (let sentence = 0; sentence + 1 < first.length; ) {
    const from = first[sentence]!;
    const ends: number[] = [];
    for (; sentence + 1 < first.length && first[sentence + 1]! - from <= mostWords; sentence += 1)
      ends.push(first[sentence + 1]! - from);
    const each = (work: (from: number, to: number) => void) => () => {
      for (const [index, end] of ends.entries()) work(index === 0 ? 0 : ends[index - 1]!, end);
    };
    timed('columns', () => kernel.read(lexicon, words, from, from + ends.at(-1)!));
    timed('tags', each(call.tagWords));
    timed('heads', each(call.parseWords));
    timed('relations', each(call.labelWords));
  }
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
