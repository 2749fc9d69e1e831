/** What it costs to start: processor time of whole processes of the package in `dist/`, which `npm run build` makes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { longArticle, readFixtures } from './texts.ts';

const RUNS = 9;
const ARTICLE = 'The Lindau dam is safe, Mayor Anna Weber said on Monday, according to the agency DPA.\n';
/** Loaded first: at its end the process says what it took, all threads together, in microseconds. */
const SAYS_COST = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('cost '+(user+system))})`;

/** Milliseconds of processor time, the least of some runs: the machine's other work adds to the rest. */
function costOf(args: readonly string[]): number {
  const costs = Array.from({ length: RUNS }, () => {
    const { stderr } = spawnSync(process.execPath, ['--import', SAYS_COST, ...args], { encoding: 'utf8' });
    const said = /cost (\d+)$/.exec(stderr);
    if (!said) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
    return Number(said[1]) / 1000;
  });
  return Math.min(...costs);
}

/** @param dist the folder of the built package */
export function benchStart(dist: string): void {
  if (!existsSync(join(dist, 'cli.js'))) {
    console.log('\nstart: nothing is built; npm run build, then again');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-start-'));
  const article = join(folder, 'dam.txt');
  writeFileSync(article, ARTICLE);
  const long = join(folder, 'long.txt');
  writeFileSync(long, longArticle(readFixtures(), 5000).text);
  const address = (name: string): string => JSON.stringify(pathToFileURL(resolve(dist, name)).href);
  const code = (text: string): string[] => ['--input-type=module', '--eval', text];
  const worker = `import { Worker } from 'node:worker_threads'; new Worker(new URL(${address('batch-worker.js')}), { execArgv: [] });`;
  try {
    const node = costOf(code(''));
    const rows: readonly (readonly [what: string, args: readonly string[]])[] = [
      ['import of the library', code(`await import(${address('index.js')})`)],
      ['start and first article', [join(dist, 'cli.js'), 'extract', article]],
      ['start and an article of 5 kB', [join(dist, 'cli.js'), 'extract', long]],
      ['start of a worker, models loaded', code(worker)],
    ];
    console.log(`\nstart, ms of processor time beyond the ${node.toFixed(0)} of node itself, best of ${RUNS}`);
    for (const [what, args] of rows) console.log(`${what.padEnd(34)} ${(costOf(args) - node).toFixed(0).padStart(5)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
