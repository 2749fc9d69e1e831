/** How soon the pipeline is warm: what articles take in a fresh process, from the first on. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ARTICLES = 1500;
/** The first of each group, the last group being warm. */
const FROM = [1, 2, 11, 51, 101, 201, 251, 1001];
const PROCESSES = 3;

/**
 * Prints milliseconds of processor time for groups of articles, the least of some processes, and their ratio to warm ones: as
 * a program has them that imports the library, and as the workers of the command line, which tell V8 how soon to compile.
 */
export function benchFirst(): void {
  show('a program that imports the library', []);
  show('as the workers of the command line', ['workers']);
}

function show(what: string, compiling: readonly string[]): void {
  const program = fileURLToPath(new URL('./first-run.js', import.meta.url));
  const runs = Array.from({ length: PROCESSES }, () => {
    const stdout = execFileSync(process.execPath, [program, String(ARTICLES), ...compiling], { encoding: 'utf8' });
    return JSON.parse(stdout) as number[];
  });
  const mean = (from: number, to: number): number =>
    Math.min(...runs.map((costs) => costs.slice(from - 1, to).reduce((sum, cost) => sum + cost, 0) / (to - from + 1)));
  const warm = mean(FROM.at(-1)!, ARTICLES);
  console.log(`\n${what}: articles of 1.3 kB    ms each   to warm`);
  const line = (from: number, to: number) => {
    const cost = mean(from, to);
    console.log(
      `${`${from} to ${to}`.padEnd(58)}${cost.toFixed(2).padStart(10)}${(cost / warm).toFixed(2).padStart(10)}`,
    );
  };
  for (const [index, from] of FROM.entries()) line(from, (FROM[index + 1] ?? ARTICLES + 1) - 1);
  line(1, 200);
  line(1, 250);
}
