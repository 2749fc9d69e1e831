/** One worker obeys the limits as many do, and pages are read under them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { PACKING, pack } from './packed.ts';
import { run, tree } from './program.ts';

const RAIN = 'Rain fell on Monday, the mayor said.\n';
const page = (html: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`;
const record = (uri: string, http: string) =>
  `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://x.org/${uri}\r\n` +
  `Content-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;

beforeAll(pack, PACKING);

describe('one job', () => {
  test('a small text needs no worker, and gets one where memory is short', async () => {
    const cwd = tree({ 'a.txt': RAIN });
    expect((await run(['extract', 'a.txt', '-j', '1'], { cwd })).code).toBe(0);
    expect(await run(['extract', 'a.txt', '-j', '1', '--max-memory', '6MB'], { cwd })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'accordingto: a.txt needed more than 6 MB of memory and was stopped; --max-memory allows more\n',
    });
  });
  test('memory that not even a worker fits in fails every article, and the run ends', async () => {
    const cwd = tree({ 'a.txt': RAIN, 'b.txt': RAIN, 'c.html': `<p>${RAIN}</p>` });
    const { code, stderr } = await run(['extract', '.', '-o', 'out', '-j', '2', '-q', '--max-memory', '1MB'], { cwd });
    expect(stderr.match(/needed more than 1 MB of memory and was stopped/g)).toHaveLength(3);
    expect(code).toBe(1);
  });
  test('a page is stopped in the middle of being read, wherever it comes from, and the others are done', async () => {
    const slow = `${'<div>'.repeat(190)}<p>Rain fell.</p>${'</div>'.repeat(190)}`.repeat(12_000);
    const crawl = record('b', page(slow)) + record('c', page(`<p>${RAIN}</p>`));
    const cwd = tree({ 'a.html': slow, 'b.warc': crawl, 'd.html.gz': `<p>${RAIN}</p>` });
    const stopped = 'took longer than 3 s and was stopped, twice; --timeout allows more';
    const { stdout, stderr } = await run(
      ['extract', '.', '--out', '-', '-j', '1', '--timeout', '3', '--max-size', '64MB'],
      { cwd },
    );
    expect(stderr).toBe(`accordingto: a.html ${stopped}\naccordingto: b.warc:1 ${stopped}\n`);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).article.id);
    expect(ids).toEqual(['x.org/c', 'd']);
  });
});
