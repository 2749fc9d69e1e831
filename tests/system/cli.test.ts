/** The packed program, as users get it: packed, unpacked elsewhere, run as a process. */

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { output as schema } from '../../src/output.ts';
import { PACKING, pack, packed, project } from './packed.ts';
import { filesIn, home, program, run, tree } from './program.ts';

beforeAll(pack, PACKING);

const ARTICLE = 'The dam is safe, the mayor said on Monday.\n\n“We checked it twice,” said Anna Weber, an engineer.\n';
const record = (id: string, more: object = {}) => JSON.stringify({ id, text: ARTICLE, ...more });

/** The bytes of all modules that a command loads, as V8's coverage lists them. */
function loadedBytes(...args: string[]): number {
  const folder = mkdtempSync(join(home, 'coverage-'));
  spawnSync(process.execPath, [program, ...args], { env: { ...process.env, NODE_V8_COVERAGE: folder } });
  const urls = readdirSync(folder).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: { url: string }[] };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file://'));
  });
  return urls.reduce((sum, url) => sum + statSync(new URL(url)).size, 0);
}

describe('help', () => {
  test('loads little, with examples to copy', async () => {
    const { stdout, code } = await run(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('  # JSON on standard output\n  accordingto extract article.txt\n');
    const version = loadedBytes('--version');
    const help = loadedBytes('--help');
    expect(version).toBeGreaterThan(100);
    expect(version).toBeLessThan(20_000);
    expect(help).toBeGreaterThan(version);
    expect(help).toBeLessThan(200_000);
  });
  test('of a command names its options and exit codes', async () => {
    const { stdout, code } = await run(['extract', '--help']);
    expect(code).toBe(0);
    for (const word of [
      '--from',
      '--any-language',
      '--out',
      '--format',
      '--published',
      '--include-text',
      '--jobs',
      '--quiet',
      '66',
    ]) {
      expect(stdout).toContain(word);
    }
  });
  test('of every command has examples that fit a terminal, and says a default once', async () => {
    for (const { name, examples } of COMMANDS) {
      const { stdout } = await run(['help', name]);
      const shown = /\nExamples:\n([\s\S]*?)\n(?:\n|$)/.exec(stdout)![1]!;
      for (const line of shown.split('\n')) expect([name, line.length <= 80, line]).toEqual([name, true, line]);
      const words = shown.replace(/\s+/g, ' ');
      for (const [command] of examples) expect(words).toContain(command);
      const options = stdout.slice(0, stdout.indexOf('\nExamples:')).replace(/\n {10,}/g, ' ');
      expect(options).not.toMatch(/\(default:[^\n]*\(default:|default: \[\]/);
    }
  });
  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
  test('without a command the help goes to standard error', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: accordingto');
  });
});

describe('wrong usage: one line, exit code 2', () => {
  test.each<[string[], string]>([
    [['extrct', 'a'], "unknown command 'extrct' (Did you mean extract?); see accordingto --help"],
    [['news/a.txt'], "unknown command 'news/a.txt'; to read it: accordingto extract news/a.txt"],
    [
      ['extract', '--fromat', 'json'],
      "unknown option '--fromat' (Did you mean --format?); see accordingto extract --help",
    ],
    [['extract', '-f', 'cvs'], `'cvs' is invalid. There is no format "cvs" (Did you mean csv?): json, ndjson,`],
    [['extract', '-f', 'json,quarterly'], 'There is no format "quarterly": json, ndjson,'],
    [['extract', '-', '-f', 'json,csv'], 'several formats do not fit on standard output; name a folder with --out'],
    [['extract', '-p', '2021-02-30'], '"2021-02-30" is not a day; write it as YYYY-MM-DD, for example 2020-09-13'],
    [['extract', '-j', '0'], 'give a whole number from 1 to 1024'],
    [['extract', '--timeout', '0'], 'give a number of seconds above 0'],
    [['extract', '--max-size', '2 furlongs'], 'give a size above 0, for example 500kB or 2MB'],
    [['extract', '--out'], "option '-o, --out <folder>' argument missing; see accordingto extract --help"],
    [['schema', 'x'], "too many arguments for 'schema'"],
    [['explain'], "missing required argument 'file'; see accordingto explain --help"],
    [['explain', 'a.txt', 'c1', 'c2'], "too many arguments for 'explain'"],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^accordingto: [^\n]+\n$/);
  });
  test('output into the folder that is read', async () => {
    const root = tree({ 'a.txt': ARTICLE });
    const { code, stderr } = await run(['extract', '.', '--out', `../${root.slice(home.length + 1)}`], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^accordingto: --out \S+ is what you read \(\.\); choose another folder.*\n$/);
    expect(filesIn(root)).toEqual(['a.txt']);
  });
  test('output into a file', async () => {
    const root = tree({ 'a.txt': ARTICLE, taken: '' });
    const { code, stderr } = await run(['extract', 'a.txt', '--out', 'taken'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toBe('accordingto: --out taken cannot be made: a file stands in the way; choose another folder\n');
  });
});

test('explain names the articles where it reads several', async () => {
  const root = tree({ 'news/a.txt': ARTICLE, 'news/aa.txt': '', 'news/b.txt': ARTICLE });
  const [one, both] = await Promise.all([
    run(['explain', 'news/a.txt'], { cwd: root }),
    run(['explain', 'news'], { cwd: root }),
  ]);
  expect(one.stdout).not.toMatch(/^article /m);
  expect([both.code, both.stderr]).toEqual([1, 'news/aa.txt is empty; nothing to extract\n']);
  expect(both.stdout).toBe(`article news/a.txt\n${one.stdout}article news/b.txt\n${one.stdout}`);
});

describe('one input', () => {
  const root = tree({ '2024-05-06-dam.txt': ARTICLE, 'n.jsonl': `${record('a')}\n${record('b')}\n` });
  test('JSON on standard output, nothing else anywhere', async () => {
    const { code, stdout, stderr } = await run(['extract', '2024-05-06-dam.txt'], { cwd: root });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const output = schema.parse(JSON.parse(stdout));
    expect(output.article).toMatchObject({
      id: '2024-05-06-dam',
      source: '2024-05-06-dam.txt',
      length: ARTICLE.length,
      published: { date: '2024-05-06', basis: 'file-name' },
    });
    expect(output.article).not.toHaveProperty('text');
    expect(filesIn(root)).toEqual(['2024-05-06-dam.txt', 'n.jsonl']);
  });
  test('standard input, named or not, with options', async () => {
    const args = ['--published', '2020-01-02', '--include-text'];
    const [bare, named] = await Promise.all([
      run(['extract', ...args], { input: ARTICLE }),
      run(['extract', '-', ...args], { input: gzipSync(ARTICLE) }),
    ]);
    expect(named).toEqual(bare);
    expect(JSON.parse(bare.stdout).article).toMatchObject({
      id: 'stdin',
      source: '-',
      text: ARTICLE,
      published: { date: '2020-01-02', basis: 'given' },
    });
  });
  test('records come one a line, also from standard input', async () => {
    const [file, piped, claims] = await Promise.all([
      run(['extract', 'n.jsonl'], { cwd: root }),
      run(['extract'], { input: readFileSync(join(root, 'n.jsonl')) }),
      run(['extract', 'n.jsonl', '-f', 'claims'], { cwd: root }),
    ]);
    const ids = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => schema.parse(JSON.parse(line)).article.id);
    expect(ids(file.stdout)).toEqual(['a', 'b']);
    expect(ids(piped.stdout)).toEqual(['a', 'b']);
    expect(claims.stderr).toBe('');
    for (const line of claims.stdout.trimEnd().split('\n').filter(Boolean)) {
      expect(JSON.parse(line)).toMatchObject({
        article: expect.stringMatching(/^[ab]$/),
        claim: expect.stringMatching(/^c\d+$/),
      });
    }
  });
  test('standard input may hold records, an array, a page or a table', async () => {
    const page = `<!doctype html><title>Dam</title><article>${ARTICLE.replace(/.+/g, '<p>$&</p>')}</article>`;
    const inputs = [
      `[${record('a')},\n${record('b')}]`,
      page,
      `id,text\na,"${ARTICLE}"\nb,"${ARTICLE}"\n`,
      `${JSON.stringify({ id: 'a', text: ARTICLE }, null, 2)}\n`,
    ];
    const ran = await Promise.all(inputs.map((input) => run(['extract', '-f', 'ndjson'], { input })));
    const ids = ran.map(({ stdout }) =>
      [...stdout.matchAll(/^.*?"article":\{"id":"([^"]*)"/gm)].map((match) => match[1]),
    );
    expect(ran.map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
    expect(ids).toEqual([['a', 'b'], ['stdin'], ['a', 'b'], ['a']]);
  });
  test('what is not in English is skipped with its language, unless it is asked for', async () => {
    const input =
      'Der Damm ist sicher, sagte der Bürgermeister am Montag nach einem Gespräch mit den Anwohnern. '.repeat(4);
    const skipped = await run(['extract'], { input });
    expect(skipped).toEqual({
      code: 0,
      stdout: '',
      stderr: 'accordingto: standard input is in German (de), not in English; --any-language reads it\n',
    });
    const asked = await run(['extract', '--any-language'], { input });
    expect({ ...asked, stdout: JSON.parse(asked.stdout).article.language }).toEqual({
      code: 0,
      stdout: 'de',
      stderr: '',
    });
  });
  test('a reader that stops early is no error', () => {
    const records = Array.from({ length: 400 }, (_, index) => `${record(`r${index}`)}\n`).join('');
    const lines = join(tree({ 'n.jsonl': records }), 'n.jsonl');
    const script = `"${process.execPath}" "${program}" extract "${lines}" | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`;
    const shell = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`], { encoding: 'utf8' });
    expect(shell.replace(/ /g, '')).toBe('1\n0\n');
  });
  test('the schema is a JSON Schema of what is written', async () => {
    const { code, stdout } = await run(['schema']);
    expect(code).toBe(0);
    const { properties, required } = JSON.parse(stdout);
    const written = JSON.parse((await run(['extract'], { input: ARTICLE })).stdout);
    expect(Object.keys(properties)).toEqual(Object.keys(written));
    expect(required).toEqual(Object.keys(written));
  });
});

describe('nothing to read: exit code 66', () => {
  test.each<[string, string[], RegExp]>([
    ['a file that is not there', ['gone.txt'], /^accordingto: gone\.txt is not there; check the path\n$/],
    ['a folder without articles', ['empty'], /^accordingto: empty holds no articles; looked for \.txt, .*\n$/],
    ['a pattern that fits nothing', ['*.md'], /^accordingto: \*\.md holds no articles; /],
    ['a format that is not read', ['page.pdf'], /^accordingto: page\.pdf is \.pdf, which is not read; convert it: /],
    ['empty standard input', [], /^accordingto: standard input is empty; nothing to extract\n$/],
  ])('%s', async (_, args, message) => {
    const root = tree({ 'page.pdf': '<p>', 'empty/picture.png': 'x' });
    const { code, stdout, stderr } = await run(['extract', ...args], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 66, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

// Root enters every folder.
test.runIf(process.getuid?.() !== 0)('a folder that cannot be entered is said, the rest is read', async () => {
  const root = tree({ 'a.txt': ARTICLE, 'shut/b.txt': ARTICLE });
  chmodSync(join(root, 'shut'), 0);
  const { code, stderr } = await run(['extract', '.', '-q'], { cwd: root });
  chmodSync(join(root, 'shut'), 0o755);
  expect(code).toBe(1);
  expect(stderr).toBe('accordingto: shut cannot be read: permission denied; check its rights\n');
});

const PACKED =
  /^(?:dist\/.+\.(?:js|d\.ts|tsv|bin|wasm|md|css)|dist\/sha256sums\.txt|man\/accordingto\.1|package\.json|[A-Z]+\.md|LICENSE|NOTICE)$/;

test('the package holds the program, its data and nothing else', () => {
  // The examples of the reference stand there too while package.test.ts runs them.
  const names = filesIn(packed).filter((name) => !/^(?:node_modules|example-\d+\.mjs$)/.test(name));
  expect(names.filter((name) => !PACKED.test(name))).toEqual([]);
  const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' });
  for (const name of sources.filter((name) => /\.(?:tsv|bin|wasm|md|css|client\.js)$/.test(name)))
    expect(names).toContain(`dist/${name}`);
});
