/**
 * `npm run bench -- --batch [articles]`: what many articles take with one worker and with two, what the pool, the
 * ledger and the files cost beside the work itself, and whether memory grows with their number.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFixtures, variantOf } from './texts.ts';

export interface Took {
  readonly articles: number;
  /** By the clock. */
  readonly seconds: number;
  /** Seconds of processor time, of all threads. */
  readonly processor: number;
  /** Megabytes of resident memory at its peak, of all threads. */
  readonly memory: number;
}

/**
 * A file of its own for each article, of so many UTF-16 code units at least: fixtures with a paragraph that no other has,
 * one after the other until they are as long as that.
 */
export function writeArticles(folder: string, count: number, length = 0): void {
  mkdirSync(folder);
  const fixtures = readFixtures();
  for (let index = 0; index < count; index += 1) {
    const first = variantOf(fixtures, index);
    let { text } = first;
    for (let more = 1; text.length < length; more += 1) text += `\n${variantOf(fixtures, index + more).text}`;
    writeFileSync(join(folder, `${first.id}.txt`), text);
  }
}

export function run(...args: string[]): Took {
  const program = fileURLToPath(new URL('./batch-run.js', import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}

/** @param length UTF-16 code units that each article has at least */
export function benchBatch(count: number, length = 0): void {
  const home = mkdtempSync(join(tmpdir(), 'accordingto-bench-'));
  try {
    const [few, many] = [join(home, 'few'), join(home, 'many')];
    writeArticles(few, Math.ceil(count / 10), length);
    writeArticles(many, count, length);
    const show = (label: string, { articles, seconds, processor, memory }: Took) => {
      const columns = [
        articles,
        seconds.toFixed(1),
        processor.toFixed(1),
        ((processor * 1000) / articles).toFixed(2),
        memory.toFixed(0),
      ];
      console.log(`${label.padEnd(26)}${columns.map((column) => String(column).padStart(10)).join('')}`);
    };
    console.log(
      `${''.padEnd(26)}${['articles', 'seconds', 'processor', 'ms each', 'MB'].map((text) => text.padStart(10)).join('')}`,
    );
    const work = run(many);
    show('the work alone', work);
    const one = run(many, '1', join(home, 'one'));
    show('one worker', one);
    const two = run(many, '2', join(home, 'two'));
    show('two workers', two);
    const small = run(few, '2', join(home, 'small'));
    show('two workers, a tenth', small);
    console.log(`two workers are ${(one.seconds / two.seconds).toFixed(2)} times as fast as one by the clock`);
    console.log(`they take ${(two.processor / one.processor).toFixed(3)} times its processor time`);
    console.log(
      `pool, ledger and files cost ${share(one, work)} of the work's processor time, with a second worker ${share(two, work)}`,
    );
    console.log(
      `memory grows by ${(two.memory - small.memory).toFixed(0)} MB from ${small.articles} to ${two.articles} articles`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const share = (all: Took, work: Took): string => `${((all.processor / work.processor - 1) * 100).toFixed(1)} %`;
