/**
 * `npm run bench`: speed and memory of the whole pipeline, in one run: warm beside its peers on the same texts, from the
 * command line, the first articles of a process, the share of each stage, how time grows with the text, and two workers
 * against one. `npm run build` first; `npm run tools` for wink-nlp.
 *
 * With `--warm` the part beside the peers alone; with `--syntax [file]` the steps of the syntax: see `speed/syntax.ts`;
 * with `--batch [articles] [length]` what many articles take, in workers and with their files: see `speed/batch.ts`; with
 * `--first` the first articles: see `speed/first.ts`; with `--start` what starting costs: see `speed/start.ts`; with
 * `--hostile` what texts made to be dear take: see `speed/hostile.ts`; with `--queue` what a queue costs beside that: see
 * `speed/queue.ts`.
 *
 * It is compiled first: run from the sources, the loader's bookkeeping of function names costs a third of the time.
 */
import type { Article } from '../src/document.ts';
import { extractArticle } from '../src/extract.ts';
import { benchBatch } from './speed/batch.ts';
import { benchFirst } from './speed/first.ts';
import { timeStages } from './speed/stages.ts';
import { benchStart } from './speed/start.ts';
import { bytesOf, longArticle, readFixtures, readNews } from './speed/texts.ts';

const PROJECT = process.cwd();

if (process.argv[2] === '--batch') {
  benchBatch(Number(process.argv[3] ?? 10_000), Number(process.argv[4] ?? 0));
  process.exit();
}

if (process.argv[2] === '--first') {
  benchFirst();
  process.exit();
}

if (process.argv[2] === '--warm') {
  await benchWarm();
  process.exit();
}

if (process.argv[2] === '--start') {
  benchStart('dist');
  process.exit();
}

if (process.argv[2] === '--hostile') {
  const { benchHostile } = await import('./speed/hostile.ts');
  benchHostile(Number(process.argv[3] ?? 200_000));
  process.exit();
}

if (process.argv[2] === '--syntax') {
  const { benchSyntax } = await import('./speed/syntax.ts');
  benchSyntax(process.argv[3]);
  process.exit();
}

if (process.argv[2] === '--queue') {
  const { benchQueue } = await import('./speed/queue.ts');
  await benchQueue(process.argv[3] ?? 'redis://127.0.0.1:6379', Number(process.argv[4] ?? 2000));
  process.exit();
}

const MEGABYTE = 1e6;
/** Seconds of processor time that a measurement takes at least. */
const LONG_ENOUGH = 4;
/** UTF-16 code units of the shortest of the three long articles. */
const BASE_LENGTH = 40_000;

const peakMemory = (): number => process.resourceUsage().maxRSS / 1024;

/** Megabytes of text a second of processor time, after as long a run that warms up: a batch runs warm. */
function speedOf(work: (article: Article) => unknown, articles: readonly Article[]): number {
  run(work, articles);
  const { bytes, seconds } = run(work, articles);
  return bytes / MEGABYTE / seconds;
}

/** Works through the articles, over and over, for `LONG_ENOUGH`. */
function run(work: (article: Article) => unknown, articles: readonly Article[]): { bytes: number; seconds: number } {
  const started = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  };
  let bytes = 0;
  do {
    for (const article of articles) work(article);
    bytes += bytesOf(articles);
  } while (spent() < LONG_ENOUGH);
  return { bytes, seconds: spent() };
}

const articles = readFixtures();
const bytes = bytesOf(articles);
console.log(
  `${articles.length} fixtures, ${bytes} bytes; speeds in MB of text a second of processor time, one process`,
);

const before = performance.now();
extractArticle(articles[0]!);
console.log(
  `first article, models loaded: ${(performance.now() - before).toFixed(0)} ms, ${peakMemory().toFixed(0)} MB`,
);

const pipeline = speedOf(extractArticle, articles);
console.log(`whole pipeline: ${pipeline.toFixed(3)} MB/s, peak memory ${peakMemory().toFixed(0)} MB`);

benchStart('dist');

console.log('\nstage          share    MB/s');
const ROUNDS = 8;
const times = timeStages(Array.from({ length: ROUNDS }, () => articles).flat());
const total = Object.values(times).reduce((sum, time) => sum + time, 0);
for (const [name, time] of Object.entries(times).sort(([, a], [, b]) => b - a)) {
  const speed = (ROUNDS * bytes) / MEGABYTE / (time / 1000);
  console.log(`${name.padEnd(13)} ${((100 * time) / total).toFixed(1).padStart(5)} %${speed.toFixed(2).padStart(8)}`);
}

console.log('\none article of   MB/s   slowest stages against the shortest article');
const [short, ...longer] = [1, 4, 16].map((times) => longArticle(articles, times * BASE_LENGTH));
const perByte = (article: Article) => {
  timeStages([article]);
  const size = bytesOf([article]);
  return Object.entries(timeStages([article])).map(([name, time]) => [name, time / size] as const);
};
const base = new Map(perByte(short!));
console.log(`${String(short!.text.length).padStart(10)}   ${speedOf(extractArticle, [short!]).toFixed(3).padStart(8)}`);
for (const article of longer) {
  const growth = perByte(article)
    .map(([name, time]) => ({ name, factor: time / base.get(name)! }))
    .sort((a, b) => b.factor - a.factor)
    .slice(0, 3)
    .map(({ name, factor }) => `${name} x${factor.toFixed(1)}`);
  const speed = speedOf(extractArticle, [article]).toFixed(3).padStart(8);
  console.log(`${String(article.text.length).padStart(10)}   ${speed}   ${growth.join(', ')}`);
}
console.log(`peak memory ${peakMemory().toFixed(0)} MB`);

benchFirst();

console.log('\narticles of 5 kB in files');
benchBatch(2000, 5000);

// Peers come last, so that their memory is not counted as ours.
await benchWarm();
const { straightAssembly } = await import('./speed/assembly.ts');
const assembly = speedOf(straightAssembly, articles);
console.log(`\nstraight assembly of compromise and chrono: ${assembly.toFixed(3)} MB/s`);
console.log(`ratio to the straight assembly: ${(pipeline / assembly).toFixed(1)}`);

/** Warm on the fixtures, and on news where there are some. */
async function benchWarm(): Promise<void> {
  const { benchSideBySide } = await import('./speed/side-by-side.ts');
  benchSideBySide('fixtures', readFixtures(), PROJECT);
  const news = readNews(PROJECT);
  if (news.length > 0) benchSideBySide('news articles', news, PROJECT);
}
