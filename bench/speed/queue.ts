/**
 * `npm run bench -- --queue redis://127.0.0.1:6379 [articles]`: what a run costs as jobs of a queue beside what it costs
 * as one run, both with two threads, in processor time. The server's own is not counted.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run, writeArticles } from './batch.ts';

/** Seconds of processor time. */
export interface QueueTook {
  readonly enqueue: number;
  readonly consumer: number;
}

export async function benchQueue(url: string, count: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'accordingto-bench-'));
  const articles = join(home, 'articles');
  try {
    writeArticles(articles, count);
    const work = run(articles).processor;
    const single = run(articles, '2', join(home, 'single')).processor;
    const spent = join(home, 'spent');
    const { enqueue, consumer } = runQueue(url, articles, join(home, 'parts'), spent);
    while (!existsSync(spent)) await setTimeout(50);
    const program = Number(readFileSync(spent, 'utf8'));
    console.log(`${count} articles, 200 a job: seconds of processor time`);
    const rows = { 'the work alone': work, 'one run, two threads': single, enqueue, consumer, 'its program': program };
    for (const [name, seconds] of Object.entries(rows))
      console.log(`${name.padEnd(22)}${seconds.toFixed(2).padStart(8)}`);
    const share = (seconds: number) => `${((100 * seconds) / work).toFixed(1)} %`;
    console.log(`the queue itself (enqueue, consumer) costs ${share(enqueue + consumer)} of the work's time`);
    console.log(`with what parts cost more than one run, ${share(enqueue + consumer + program - single)}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function runQueue(url: string, articles: string, out: string, spent: string): QueueTook {
  const program = fileURLToPath(new URL('./queue-run.js', import.meta.url));
  const env = { ...process.env, ACCORDINGTO_SPENT: spent };
  return JSON.parse(execFileSync(process.execPath, [program, url, articles, out], { encoding: 'utf8', env }));
}
