/** The packed program over several inputs: what it writes into a folder and on standard output. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { output as schema } from '../../src/output.ts';
import { FORMATS } from '../../src/write/formats.ts';
import { PACKING, pack } from './packed.ts';
import { filesIn, program, run, tree } from './program.ts';

beforeAll(pack, PACKING);

const ARTICLE = 'The dam is safe, the mayor said on Monday.\n\n“We checked it twice,” said Anna Weber, an engineer.\n';
const record = (id: string, more: object = {}) => JSON.stringify({ id, text: ARTICLE, ...more });

describe('several inputs', () => {
  test('one file an article and all claims, with a summary for people', async () => {
    const root = tree({ 'a.txt': ARTICLE, 'sub/b.md': `# Dam\n\n${ARTICLE}`, 'c.ndjson.gz': gzipSync(record('r/1')) });
    const { code, stdout, stderr } = await run(['extract', '.', '-o', 'out'], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(filesIn(join(root, 'out'))).toEqual(['.accordingto', 'a.json', 'claims.ndjson', 'r/1.json', 'sub/b.json']);
    for (const word of ['articles', 'claims', 'attributed', 'sources', 'problems', 'seconds'])
      expect(stderr).toContain(word);
    expect(stderr).toMatch(/articles +3\n/);
    const outputs = ['a', 'r/1', 'sub/b'].map((id) =>
      JSON.parse(readFileSync(join(root, 'out', `${id}.json`), 'utf8')),
    );
    const lines = readFileSync(join(root, 'out/claims.ndjson'), 'utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(outputs.reduce((sum, { claims }) => sum + claims.length, 0));
    const again = await run(['extract', '.', '-o', 'out', '--quiet'], { cwd: root });
    expect(again).toEqual({ code: 0, stdout: '', stderr: '' });
    const other = await run(['extract', '.', '--out', 'other'], { cwd: root });
    expect(other.stderr).toContain('left out   out (output of an earlier run)');
    expect(other.stderr).toMatch(/articles +3\n/);
  });
  test('bytes do not depend on the number of jobs, nor on the time zone', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${index}.txt`, ARTICLE.repeat(1 + (index % 4))]),
    );
    const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${ARTICLE}</p>`;
    const page = (uri: string) =>
      `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://x.org/${uri}\r\n` +
      `Content-Length: ${Buffer.byteLength(response)}\r\n\r\n${response}\r\n\r\n`;
    const root = tree({
      ...files,
      'n.jsonl': Array.from({ length: 9 }, (_, index) => record(`r${index}`)).join('\n'),
      'w.warc': page('a') + page('b') + page('a'),
    });
    await Promise.all([
      run(['extract', '.', '--out', 'one', '--jobs', '1'], { cwd: root, env: { TZ: 'Pacific/Kiritimati' } }),
      run(['extract', '.', '--out', 'four', '--jobs', '4'], { cwd: root, env: { TZ: 'America/Los_Angeles' } }),
    ]);
    const names = filesIn(join(root, 'one'));
    expect(names).toHaveLength(40 + 9 + 3 + 2);
    expect(names).toContain('x.org/a~2.json');
    expect(filesIn(join(root, 'four'))).toEqual(names);
    for (const name of names) {
      expect(readFileSync(join(root, 'four', name), 'utf8')).toBe(readFileSync(join(root, 'one', name), 'utf8'));
    }
  });
  test.each(['1', '2'])('what takes too long is stopped, with %s jobs, and the rest is done', async (jobs) => {
    const root = tree({ 'a.txt': ARTICLE, 'b.txt': 'said '.repeat(200_000), 'c.txt': ARTICLE });
    const { code, stderr } = await run(['extract', '.', '-o', 'out', '-q', '-j', jobs, '--timeout', '1'], {
      cwd: root,
    });
    expect(stderr).toBe('accordingto: b.txt took longer than 1 s and was stopped, twice; --timeout allows more\n');
    expect(code).toBe(1);
    expect(filesIn(join(root, 'out'))).toEqual(['.accordingto', 'a.json', 'c.json', 'claims.ndjson']);
  });
  test('what fails is said in a line each, everything else is written, exit code 1', async () => {
    const root = tree({
      'good.txt': ARTICLE,
      'empty.txt': '',
      'binary.txt': Buffer.from([1, 0, 2]),
      'n.jsonl': `${record('x')}\n{"id":\n${record('x')}\n${record('../../up')}\n${record('y', { published: '1.5.2020' })}`,
    });
    const { code, stderr, stdout } = await run(['extract', '.', 'gone.txt', '-o', 'out', '--quiet'], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => /^accordingto: (\S+) (?:is|has) \S+ \S+/.exec(line)?.[0])).toEqual([
      'accordingto: gone.txt is not there;',
      'accordingto: binary.txt is binary (NUL',
      'accordingto: empty.txt is empty; nothing',
      'accordingto: n.jsonl:2 is not JSON',
      'accordingto: n.jsonl:3 has the id',
      'accordingto: n.jsonl:5 has a bad',
    ]);
    expect(filesIn(join(root, 'out'))).toEqual([
      '%2E%2E/%2E%2E/up.json',
      '.accordingto',
      'claims.ndjson',
      'good.json',
      'x.json',
      'x~2.json',
    ]);
  });
  test('joined formats make one file; a dash as folder is standard output', async () => {
    const root = tree({ 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    const [, text, piped] = await Promise.all([
      run(['extract', '.', '-f', 'ndjson', '-o', 'lines'], { cwd: root }),
      run(['extract', 'a.txt', 'b.txt', '-f', 'text', '-o', 'pages'], { cwd: root }),
      run(['extract', 'a.txt', 'b.txt', '-o', '-'], { cwd: root }),
    ]);
    expect(filesIn(join(root, 'lines'))).toEqual(['.accordingto', 'articles.ndjson']);
    expect(readFileSync(join(root, 'lines/articles.ndjson'), 'utf8')).toBe(piped.stdout);
    expect(filesIn(join(root, 'pages'))).toEqual(['.accordingto', 'a.txt', 'b.txt']);
    expect(text.stderr).toMatch(/written to pages\n$/);
  });
  test.each(['ndjson', 'claims', 'csv', 'text', 'markdown', 'conllu'])(
    '%s goes to standard output without --out, and no file is written',
    async (format) => {
      const root = tree({ 'a.txt': ARTICLE, 'sub/b.txt': ARTICLE, 'n.jsonl': `${record('x')}\n${record('y')}\n` });
      const ways = [['.'], ['a.txt', 'sub/b.txt', 'n.jsonl'], ['*.txt', 'sub/*.txt', 'n.jsonl']];
      for (const args of ways) {
        const { code, stdout, stderr } = await run(['extract', ...args, '-f', format], { cwd: root });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        for (const id of ['a', 'sub/b', 'x', 'y']) expect(stdout).toContain(format === 'markdown' ? '# ' : id);
      }
      expect(filesIn(root)).toEqual(['a.txt', 'n.jsonl', 'sub/b.txt']);
    },
  );
  test('without a format several articles are objects one a line', async () => {
    const root = tree({ 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    const { code, stdout, stderr } = await run(['extract', '.'], { cwd: root });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => schema.parse(JSON.parse(line)).article.id);
    expect(ids).toEqual(['a', 'b']);
    expect(filesIn(root)).toEqual(['a.txt', 'b.txt']);
  });
  test.each(['json', 'html', 'web-annotation', 'schema-org'])(
    '%s holds one article: of several none is printed, and what to do is said',
    async (format) => {
      const root = tree({ 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'n.jsonl': `${record('x')}\n${record('y')}\n` });
      for (const args of [['a.txt', 'b.txt'], ['.'], ['n.jsonl'], ['.', '-o', '-']]) {
        const { code, stdout, stderr } = await run(['extract', ...args, '-f', format], { cwd: root });
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toMatch(
          new RegExp(
            `^accordingto: ${format} holds one article and there are several; .*--out FOLDER writes a file for each.*\n$`,
          ),
        );
        expect(stderr).toContain('ndjson');
      }
      expect((await run(['extract', 'a.txt', '-f', format], { cwd: root })).code).toBe(0);
      expect(filesIn(root)).toEqual(['a.txt', 'b.txt', 'n.jsonl']);
    },
  );
  test('what a run leaves in the folder of an earlier one stands in both summaries; pruning needs a folder', async () => {
    const root = tree({ 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    await run(['extract', '.', '-o', 'out', '-q', '-f', 'json,csv'], { cwd: root });
    const args = ['extract', 'a.txt', '-o', 'out', '-f', 'json', '--published', '2020-01-02', '--summary', 'run.json'];
    const { code, stderr } = await run(args, { cwd: root });
    expect(code).toBe(0);
    expect(stderr).toMatch(/\n {2}left +b\.json, 1 article in claims\.ndjson, 1 article in claims\.csv: .*--prune/);
    expect(stderr).toMatch(/\n {2}stale +1 article in claims\.csv: .*--prune/);
    expect(JSON.parse(readFileSync(join(root, 'run.json'), 'utf8'))).toMatchObject({
      left: { files: ['b.json'], joined: { 'claims.ndjson': 1, 'claims.csv': 1 } },
      stale: { files: [], joined: { 'claims.csv': 1 } },
      lacking: {},
      replaced: 0,
    });
    const refused = await run(['extract', '.', '--prune'], { cwd: root });
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: 'accordingto: --prune needs a folder; name it with --out\n',
    });
  });
  test('several formats in one run', async () => {
    const root = tree({ 'a.txt': ARTICLE, 'b.txt': ARTICLE });
    const [, piped] = await Promise.all([
      run(['extract', '.', '-f', 'json,csv', '-f', 'text', '-o', 'all'], { cwd: root }),
      run(['extract', 'a.txt', 'b.txt', '-f', 'csv', '-o', '-'], { cwd: root }),
    ]);
    expect(filesIn(join(root, 'all'))).toEqual([
      '.accordingto',
      'a.json',
      'a.txt',
      'b.json',
      'b.txt',
      'claims.csv',
      'claims.ndjson',
    ]);
    expect(readFileSync(join(root, 'all/claims.csv'), 'utf8')).toBe(piped.stdout);
    expect(piped.stdout).toMatch(/^article,published,claim,source,.*\na,/);
  });
  test('every format in one run', async () => {
    const root = tree({ 'a.txt': ARTICLE });
    const all = Object.keys(FORMATS).join(',');
    expect((await run(['extract', 'a.txt', '-f', all, '-o', 'all', '-q'], { cwd: root })).stderr).toBe('');
    const files = filesIn(join(root, 'all')).filter((name) => name !== '.accordingto');
    expect(files).toEqual(
      Object.values(FORMATS)
        .flatMap(({ files }) => files.map(({ joined, extension }) => (joined ? extension : `a${extension}`)))
        .sort(),
    );
    for (const name of files) expect(readFileSync(join(root, 'all', name)).length).toBeGreaterThan(20);
    expect(readFileSync(join(root, 'all/claims.parquet'), 'latin1')).toMatch(/^PAR1[\s\S]*PAR1$/);
  });
  test('a format of several files, or of none that people can read, says where it can go', async () => {
    const { code, stderr } = await run(['extract', '-', '-f', 'brat'], { input: ARTICLE });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'accordingto: brat makes several files, which do not fit on standard output; name a folder with --out\n',
    );
    const piped = await run(['extract', '-', '-f', 'parquet'], { input: ARTICLE });
    expect(piped.stdout).toMatch(/^PAR1[\s\S]*PAR1$/);
  });
  test('an input is never written over', async () => {
    const root = tree({ 'a.txt': ARTICLE, 'sub/a.txt': ARTICLE, 'claims.ndjson': record('n') });
    const page = await run(['extract', 'sub/a.txt', 'a.txt', '--out', '.', '-f', 'text'], { cwd: root });
    expect(page.code).toBe(1);
    expect(page.stderr).toContain('a.txt would be written over the input');
    const claims = await run(['extract', 'claims.ndjson', '--out', '.'], { cwd: root });
    expect(claims.code).toBe(2);
    expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe(ARTICLE);
    expect(readFileSync(join(root, 'claims.ndjson'), 'utf8')).toBe(record('n'));
  });
  test('Ctrl-C ends the run after the article under way; what is finished is there', async () => {
    const root = tree({ 'n.jsonl': `${record('a')}\n`.repeat(20_000) });
    const child = spawn(process.execPath, [program, 'extract', '.', '-o', 'out'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const written = join(root, 'out/a~30.json');
    while (!existsSync(written)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    const names = filesIn(join(root, 'out'));
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const ids = new Set(
      readFileSync(join(root, 'out/claims.ndjson'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).article),
    );
    for (const id of ids) expect(names).toContain(`${id}.json`);
    expect(names.length).toBeGreaterThanOrEqual(30);
  });
});

test('what a walk leaves out is said, in the summary and beside what goes to standard output', async () => {
  const root = tree({ 'a.txt': ARTICLE, 'b.pdf': 'x', 'c/d.eml': 'x', 'c/e.png': 'x' });
  const said = '1 .eml (save its text as .txt), 1 .pdf (convert it: pdftotext FILE.pdf FILE.txt), 1 .png';
  const folder = await run(['extract', '.', '-o', 'out'], { cwd: root });
  expect(folder.stderr).toContain(`\n  not read   ${said}\n`);
  expect((await run(['extract', '.'], { cwd: root })).stderr).toBe(`accordingto: not read: ${said}\n`);
  expect((await run(['extract', '.', '-q'], { cwd: root })).stderr).toBe('');
});

test('the summary for programs, and progress where there is no terminal', async () => {
  const root = tree({ 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'c.txt': '', 'd.pdf': 'x', 'e.pdf': 'x', 'f.eml': 'x' });
  const args = ['extract', '.', '-o', 'out', '--summary', 'sums/run.json', '--progress', '-q'];
  const { code, stderr } = await run(args, { cwd: root });
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'accordingto: c.txt is empty; nothing to extract\n' });
  const summary = JSON.parse(readFileSync(join(root, 'sums/run.json'), 'utf8'));
  expect(summary).toMatchObject({ articles: 2, unchanged: 0, failed: 0, skipped: 1, interrupted: false });
  expect(summary.unreadFiles).toEqual({ '.pdf': 2, '.eml': 1 });
  expect(summary.counts.claims).toBeGreaterThan(2);
  expect(summary.seconds).toBeGreaterThan(0);
});
