/**
 * How fast each reader is, and what it costs to load: `npx tsx bench/readers.ts`. Processor time of this process, the
 * best of three; the inputs are made of the fixtures. Loading is measured in a process of its own for each package.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readArticles } from '../src/read/index.ts';
import { readFixtures } from '../tests/fixtures.ts';

/** Roughly so many bytes of text stand in each input. */
const SIZE = 4_000_000;
const ROUNDS = 3;
const PACKAGES = [
  '@mozilla/readability',
  'linkedom',
  'htmlparser2',
  'chardet',
  'iconv-lite',
  'csv-parse',
  'eld/extrasmall',
];

const folder = mkdtempSync(join(tmpdir(), 'accordingto-readers-'));
const fixtures = [...(await readFixtures()).values()].map(({ text }) => text);
const length = fixtures.reduce((sum, text) => sum + text.length, 0);
const texts = Array.from({ length: Math.ceil(SIZE / length) }, () => fixtures).flat();
const page = (text: string) =>
  `<!doctype html><html><head><title>Page</title><meta name="date" content="2024-05-06"></head><body><nav><ul>${'<li><a href="/x">Section</a></li>'.repeat(40)}</ul></nav><article>${text.replace(/[&<]/g, ' ').replace(/.+/g, '<p>$&</p>')}</article><footer><p>About</p></footer></body></html>`;
const response = (text: string, index: number) => {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page(text)}`);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/${index}\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
};
const records = texts.map((text, index) => ({ id: String(index), text }));
const lines = Buffer.from(records.map((record) => JSON.stringify(record)).join('\n'));
const few = texts.slice(0, 150);

const inputs: Readonly<Record<string, Buffer>> = {
  'one.txt': Buffer.from(texts.join('\n')),
  'one.md': Buffer.from(texts.join('\n')),
  'one.html': Buffer.from(page(few.join('\n'))),
  'many.jsonl': lines,
  'many.jsonl.gz': gzipSync(lines),
  'many.json': Buffer.from(JSON.stringify(records)),
  'many.csv': Buffer.from(
    `id,text\n${texts.map((text, index) => `${index},"${text.replaceAll('"', '""')}"`).join('\n')}`,
  ),
  'many.warc': Buffer.concat(few.map(response)),
  'latin.jsonl': Buffer.from(
    records
      .map((record) => JSON.stringify(record))
      .join('\n')
      .replace(/[^\0-\xff]/g, '\xe9'),
    'latin1',
  ),
};

for (const [name, bytes] of Object.entries(inputs)) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  let best = Number.POSITIVE_INFINITY;
  let articles = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    articles = 0;
    const started = process.cpuUsage();
    for await (const reading of readArticles({ path, source: name, id: name }, {})) {
      if (!('article' in reading)) throw new Error(`${name}: ${JSON.stringify(reading)}`);
      articles += 1;
    }
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1e6);
  }
  const megabytes = statSync(path).size / 1e6;
  console.log(
    `${name.padEnd(14)} ${megabytes.toFixed(1).padStart(6)} MB ${(megabytes / best).toFixed(1).padStart(7)} MB/s  ${articles} articles`,
  );
}
rmSync(folder, { recursive: true });

const script = `const before = process.memoryUsage().rss; const started = process.cpuUsage();
await import(process.argv[1]); const { user, system } = process.cpuUsage(started);
console.log(JSON.stringify([(user + system) / 1000, (process.memoryUsage().rss - before) / 1e6]))`;
for (const name of PACKAGES) {
  const runs = Array.from({ length: ROUNDS }, () =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script, name], { encoding: 'utf8' })),
  ) as [number, number][];
  const [milliseconds, megabytes] = runs.sort(([a], [b]) => a - b)[0]!;
  console.log(
    `${name.padEnd(22)} ${milliseconds.toFixed(0).padStart(5)} ms ${megabytes.toFixed(0).padStart(5)} MB to load`,
  );
}
