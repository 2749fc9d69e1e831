/** A run that was ended goes on where it was, and ends with the bytes of one that nobody disturbed. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { PACKING, pack } from './packed.ts';
import { filesIn, type How, run, tree } from './program.ts';

beforeAll(pack, PACKING);

/** Milliseconds for a test that starts many processes, on a machine that has other work. */
const SLOW = 240_000;

const article = (name: string) => `The ${name} dam is safe, the mayor said. “We checked it twice,” said Anna Weber.\n`;
const record = (name: string, more: object = {}) => JSON.stringify({ id: name, text: article(name), ...more });
const records = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${record(`${prefix}${index}`)}\n`).join('');
const extract = (root: string, out: string, more: readonly string[] = [], how: How = {}) =>
  run(['extract', 'news', '-o', out, '-q', '-j', '1', '-f', 'json,csv', ...more], { cwd: root, ...how });

/** Every file of an output folder with its content; the ledger and what it needs aside. */
const contentOf = (out: string) =>
  Object.fromEntries(filesIn(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
const ledgerOf = (out: string) =>
  readFileSync(join(out, 'ledger.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
const statusOf = (out: string) => Object.fromEntries(ledgerOf(out).map(({ path, status }) => [path, status]));
const interrupted = (env: object): How => ({
  env,
  node: ['--import', fileURLToPath(new URL('interrupt.mjs', import.meta.url))],
});

/** Numerical Recipes' quick generator: the same moments in every run. */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('killed', () => {
  const root = tree({
    'news/a.txt': article('first'),
    'news/empty.txt': '',
    'news/n.jsonl': records('r', 70) + records('r', 3),
    'news/z.md': `# Dam\n\n${article('last')}`,
  });
  test(
    'at 20 random moments: a rerun ends with the bytes of an undisturbed run',
    async () => {
      const counted = join(root, 'count');
      await extract(root, 'whole', [], interrupted({ COUNT: counted }));
      const whole = contentOf(join(root, 'whole'));
      expect(Object.keys(whole)).toHaveLength(1 + 75 + 2);
      const writes = Number(readFileSync(counted, 'utf8'));
      expect(writes).toBeGreaterThan(200);
      const random = randoms(20);
      const chain = async (out: string) => {
        for (let kill = 0; kill < 5; kill += 1) {
          const { code } = await extract(root, out, [], interrupted({ AT: Math.ceil(random.next().value * writes) }));
          expect([null, 0]).toContain(code);
        }
        await extract(root, out);
        expect(contentOf(join(root, out))).toEqual(whole);
        expect(ledgerOf(join(root, out)).map(({ at }) => at)).toEqual(Array.from({ length: 76 }, (_, at) => at));
      };
      await Promise.all([chain('k1').then(() => chain('k2')), chain('k3').then(() => chain('k4'))]);
    },
    SLOW,
  );
  test(
    'while workers are at work: the same',
    async () => {
      const many = tree({ 'news/n.jsonl': records('r', 400) });
      const jobs = ['-j', '2'];
      const began = performance.now();
      await extract(many, 'whole', jobs);
      const took = performance.now() - began;
      const random = randoms(7);
      for (let kill = 0; kill < 3; kill += 1) {
        await extract(many, 'killed', jobs, { killAfter: took * (0.5 + 0.4 * random.next().value) });
      }
      await extract(many, 'killed', jobs);
      expect(contentOf(join(many, 'killed'))).toEqual(contentOf(join(many, 'whole')));
    },
    SLOW,
  );
});

describe('a rerun', () => {
  test(
    'does what failed or changed, and nothing else',
    async () => {
      const root = tree({
        'news/a.txt': article('a'),
        'news/b.txt': '',
        'news/c.txt': article('c'),
        'news/n.jsonl': `${record('r0')}\n{"id":"r1"}\n${record('r2')}\n`,
      });
      expect((await extract(root, 'out')).code).toBe(1);
      const out = join(root, 'out');
      expect(statusOf(out)).toEqual({
        'news/a.txt': 'ok',
        'news/b.txt': 'skipped',
        'news/c.txt': 'ok',
        'news/n.jsonl:1': 'ok',
        'news/n.jsonl:2': 'failed',
        'news/n.jsonl:3': 'ok',
      });
      const before = statSync(join(out, 'a.json')).mtimeMs;
      writeFileSync(join(root, 'news/b.txt'), article('b'));
      writeFileSync(join(root, 'news/c.txt'), '');
      writeFileSync(join(root, 'news/n.jsonl'), `${record('r0')}\n${record('r1')}\n${record('r3')}\n`);
      const again = ['extract', 'news', '-j', '1', '-f', 'json,csv', '-o', 'out'];
      const { stderr, code } = await run(again, { cwd: root });
      expect(code).toBe(0);
      expect(stderr).toMatch(/articles +5 {2}2 unchanged {2}1 skipped\n/);
      expect(stderr).toMatch(
        /\n {2}left +r2\.json, 1 article in claims\.ndjson, 1 article in claims\.csv: of articles that/,
      );
      expect(stderr).toMatch(
        /\n {2}stale +c\.json, 1 article in claims\.ndjson, 1 article in claims\.csv: of an earlier text/,
      );
      expect(statSync(join(out, 'a.json')).mtimeMs).toBe(before);
      expect(filesIn(out)).toEqual(expect.arrayContaining(['c.json', 'r2.json']));
      await run([...again, '-q', '--prune'], { cwd: root });
      await extract(root, 'fresh');
      expect(contentOf(out)).toEqual(contentOf(join(root, 'fresh')));
      expect(filesIn(out)).toEqual([
        '.accordingto',
        'a.json',
        'b.json',
        'claims.csv',
        'claims.ndjson',
        'r0.json',
        'r1.json',
        'r3.json',
      ]);
    },
    SLOW,
  );
  test(
    'with other options, after a file was lost, or with --force does again what is needed',
    async () => {
      const root = tree({ 'news/a.txt': article('a'), 'news/b.txt': article('b') });
      const out = join(root, 'out');
      const unchanged = async (...more: string[]) => {
        const { stderr } = await run(['extract', 'news', '-j', '1', '-o', 'out', ...more], { cwd: root });
        return Number(/(\d+) unchanged/.exec(stderr)?.[1] ?? 0);
      };
      expect(await unchanged()).toBe(0);
      expect(await unchanged()).toBe(2);
      expect(await unchanged('--force')).toBe(0);
      expect(await unchanged('--published', '2020-01-02')).toBe(0);
      unlinkSync(join(out, 'b.json'));
      expect(await unchanged('--published', '2020-01-02')).toBe(1);
      rmSync(join(out, '.run'), { recursive: true });
      expect(await unchanged('--published', '2020-01-02')).toBe(0);
      appendFileSync(join(out, 'ledger.ndjson'), '{"path":"news/a.txt","id":"a","status":"fai');
      expect(await unchanged('--published', '2020-01-02')).toBe(2);
      expect(JSON.parse(readFileSync(join(out, 'a.json'), 'utf8')).article.published.date).toBe('2020-01-02');
    },
    SLOW,
  );
});

describe('one output folder', () => {
  const lock = (holder: object) => {
    const root = tree({ 'news/a.txt': article('a'), 'out/.run/lock': `${JSON.stringify(holder)}\n` });
    mkdirSync(join(root, 'out/sub'));
    writeFileSync(join(root, 'out/sub/b.json.4194000.tmp'), '{');
    return root;
  };
  test('is refused to a second run', async () => {
    const root = lock({ pid: process.pid, host: hostname(), start: null });
    const { code, stderr } = await extract(root, 'out');
    expect(code).toBe(75);
    expect(stderr).toBe(
      `accordingto: --out out is being written by another run (process ${process.pid} on ${hostname()}); wait for it, or choose another folder\n`,
    );
    expect(existsSync(join(root, 'out/a.json'))).toBe(false);
  });
  test('is refused where the other run is on another machine and shows itself', async () => {
    expect((await extract(lock({ pid: 1, host: 'elsewhere', start: null }), 'out')).code).toBe(75);
  });
  test.each([
    ['a process that is gone', { pid: 4194000, host: hostname(), start: null }],
    ['a process that has the number of one that is gone', { pid: process.pid, host: hostname(), start: '1' }],
    ['nobody', {}],
  ])('is taken over from %s', async (_, holder) => {
    const root = lock(holder);
    const { code, stderr } = await extract(root, 'out');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const left = 'pid' in holder && holder.pid === 4194000 ? [] : ['sub/b.json.4194000.tmp'];
    expect(filesIn(join(root, 'out'))).toEqual(['.accordingto', 'a.json', 'claims.csv', 'claims.ndjson', ...left]);
  });
  test(
    'with a full disk: exit code 74, nothing torn, and a rerun with room ends as ever',
    async () => {
      const root = tree({ 'news/n.jsonl': records('r', 20) });
      await extract(root, 'whole');
      for (const at of [4, 40]) {
        const out = join(root, `full-${at}`);
        const { code, stderr } = await extract(root, out, [], interrupted({ AT: at, FULL: 1 }));
        expect(code).toBe(74);
        expect(stderr).toMatch(/^accordingto: \S+ cannot be written: the disk is full; what is finished stays\n$/);
        for (const name of filesIn(out).filter((name) => name.endsWith('.json'))) {
          expect(() => JSON.parse(readFileSync(join(out, name), 'utf8'))).not.toThrow();
        }
        expect(filesIn(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        await extract(root, out);
        expect(contentOf(out)).toEqual(contentOf(join(root, 'whole')));
      }
    },
    SLOW,
  );
});
