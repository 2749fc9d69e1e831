/**
 * `npm run bench:formats`: the speed of each output format in MB of contract JSON a second of processor time, and what
 * the process holds more after a second hundred megabytes than after the first.
 */
import { compose } from '../src/compose.ts';
import { analyse } from '../src/extract.ts';
import type { Finished, Format } from '../src/write/format.ts';
import { FORMATS } from '../src/write/formats.ts';
import { readFixtures } from './speed/texts.ts';

const MEGABYTE = 1e6;
const PART = 100 * MEGABYTE;

const finished: Finished[] = readFixtures().map((article) => {
  const layers = analyse(article);
  return { article, layers, output: compose(article, layers) };
});
const round = finished.reduce((sum, { output }) => sum + Buffer.byteLength(JSON.stringify(output)), 0);

/** Bytes that are still in use after a collection. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Writes articles again and again until so many bytes of contract JSON have been written. */
async function writer(format: Format): Promise<(bytes: number) => void> {
  const files = await Promise.all(
    format.files.map(async ({ load, join }) => ({ write: await load(), joiner: await join?.() })),
  );
  return (bytes) => {
    for (let written = 0; written < bytes; written += round) {
      for (const article of finished) {
        for (const { write, joiner } of files) {
          const text = write(article);
          joiner?.add(text);
        }
      }
    }
  };
}

console.log(`${finished.length} fixtures, ${round} bytes of contract JSON\nformat              MB/s   grows by MB`);
for (const [name, format] of Object.entries(FORMATS)) {
  const write = await writer(format);
  write(PART);
  const before = held();
  const started = process.cpuUsage();
  write(PART);
  const { user, system } = process.cpuUsage(started);
  const grown = (held() - before) / MEGABYTE;
  console.log(
    `${name.padEnd(16)} ${(PART / (user + system)).toFixed(1).padStart(7)}   ${grown.toFixed(0).padStart(6)}`,
  );
}
