/** Parts of a run, merged and verified by the program, and as Spark and GNU parallel feed it. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { verifyFolder } from '../../src/verify/folder.ts';
import { PACKING, pack } from './packed.ts';
import { filesIn, program, run, tree } from './program.ts';

const article = (name: string) => `The ${name} dam is safe, the mayor said. “We checked it twice,” said Anna Weber.\n`;
const record = (name: string) => JSON.stringify({ id: name, text: article(name) });
const contentOf = (out: string) =>
  Object.fromEntries(filesIn(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));

beforeAll(pack, PACKING);
const root = tree({
  'news/a.txt': article('first'),
  'news/B.txt': article('second'),
  'news/deep/c.md': `# Dam\n\n${article('third')}`,
  'news/n.jsonl': ['r1', 'r2', 'b', 'r1', 'R1'].map((name) => `${record(name)}\n`).join('') + '{"id":\n',
});
const extract = (out: string, ...more: string[]) =>
  run(['extract', 'news', '-q', '-j', '1', '-f', 'json,csv', '-o', out, ...more], { cwd: root });

test('parts, merged, are what one run writes; verify finds nothing; a later run has nothing to do', async () => {
  await Promise.all([extract('whole'), ...[1, 2, 3].map((index) => extract(`part${index}`, '--shard', `${index}/3`))]);
  const whole = contentOf(join(root, 'whole'));
  expect(Object.keys(whole)).toEqual(expect.arrayContaining(['b~2.json', 'r1~2.json', 'R1~3.json', 'deep/c.json']));
  const merged = await run(['merge', 'part2', 'part1', 'part3', '--out', 'merged'], { cwd: root });
  expect(merged).toMatchObject({ code: 0, stdout: '' });
  expect(merged.stderr).toMatch(/articles +8 {2}1 failed\n/);
  expect(contentOf(join(root, 'merged'))).toEqual(whole);
  const verified = await run(['verify', 'merged'], { cwd: root });
  expect(verified).toMatchObject({ code: 0, stdout: '' });
  expect(verified.stderr).toMatch(/documents +9\n.*differences +0\n/s);
  const again = await run(['extract', 'news', '-f', 'json,csv', '-o', 'merged'], { cwd: root });
  expect(again.stderr).toMatch(/articles +8 {2}8 unchanged {2}1 failed\n/);
}, 240_000);
test('verify names what differs', async () => {
  const changed = (name: string, change: (path: string) => void) => {
    rmSync(join(root, 'v'), { recursive: true, force: true });
    cpSync(join(root, 'whole'), join(root, 'v'), { recursive: true });
    change(join(root, 'v', name));
  };
  const differences = async () => {
    const found: string[] = [];
    const before = process.cwd();
    process.chdir(root);
    try {
      await verifyFolder('v', (line) => found.push(line));
    } finally {
      process.chdir(before);
    }
    return found;
  };
  const edit = (from: string, to: string) => (path: string) =>
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  changed('a.json', (path) => rmSync(path));
  expect(await differences()).toEqual(['v/a.json is missing (news/a.txt)']);
  changed('a.json', edit('first', 'other'));
  expect(await differences()).toEqual([
    'v/a.json differs from what was written (SHA-256)',
    'v/a.json says "The other dam is safe, the mayor said." where the text at 0 to 38 has "The first dam is safe, the mayor said."',
  ]);
  changed('a.json', edit('"generator"', '"maker"'));
  expect(await differences()).toEqual([
    expect.stringMatching(/^v\/a\.json has \d+ bytes, the ledger says \d+$/),
    expect.stringMatching(/^v\/a\.json is not what extract writes \(generator: .*\); run extract again$/),
  ]);
  changed('claims.ndjson', (path) => appendFileSync(path, '{}\n'));
  expect(await differences()).toEqual(['v/claims.ndjson is not what its documents make']);
  changed('claims.csv', edit('first', 'other'));
  expect(await differences()).toEqual(['v/claims.csv is not what its documents make']);
  changed('stray.json', (path) => cpSync(join(root, 'whole/a.json'), path));
  writeFileSync(join(root, 'v/summary.json'), '{}');
  expect(await differences()).toEqual(['v/stray.json belongs to no document of the ledger; an earlier run left it']);
  changed('ledger.ndjson', edit('"attributed":2', '"attributed":3'));
  expect(await differences()).toEqual([expect.stringMatching(/^v\/\S+ has other counts than the ledger$/)]);
  changed('ledger.ndjson', edit('"complete":true', '"complete":false'));
  expect(await differences()).toEqual(['v/ledger.ndjson is of a run that has not ended; run it again']);
  changed('x', () => {});
  writeFileSync(join(root, 'news/a.txt'), article('zeroth'));
  appendFileSync(join(root, 'news/n.jsonl'), `\n${record('more')}\n`);
  expect(await differences()).toEqual([
    'news/a.txt has changed since it was read',
    'v/a.json is of another text (SHA-256)',
    expect.stringMatching(/^news\/n\.jsonl:\d+ is not in the ledger; run accordingto extract again$/),
  ]);
  expect((await run(['verify', 'v', '-q'], { cwd: root })).code).toBe(1);
  expect((await run(['verify', 'news'], { cwd: root })).code).toBe(66);
}, 240_000);
test('records go in and out through standard streams, a line each, as Spark pipes them', async () => {
  const input = ['x', 'y'].map((name) => `${record(name)}\n`).join('');
  const { stdout, code } = await run(['extract', '-f', 'ndjson'], { input });
  expect(code).toBe(0);
  const ids = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).article.id);
  expect(ids).toEqual(['x', 'y']);
});
// Debian's package `parallel`.
test.runIf(spawnSync('parallel', ['--version']).status === 0)(
  'GNU parallel feeds it blocks of records, and whole parts',
  () => {
    const folder = tree({ 'n.jsonl': Array.from({ length: 12 }, (_, index) => `${record(`r${index}`)}\n`).join('') });
    const shell = (command: string) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, accordingto: `${process.execPath} ${program}` },
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return stdout;
    };
    const alone = shell('$accordingto extract n.jsonl -f claims');
    expect(shell('parallel --will-cite --pipe -k -N 6 -j 2 "$accordingto extract -f claims" < n.jsonl')).toBe(alone);
    shell('parallel --will-cite -j 2 "$accordingto extract n.jsonl -q -f claims --shard {}/2 --out parts/{}" ::: 1 2');
    shell('$accordingto merge parts/* -q --out merged');
    expect(readFileSync(join(folder, 'merged/claims.ndjson'), 'utf8')).toBe(alone);
  },
  60_000,
);
