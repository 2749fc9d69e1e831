import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openFolder } from '../src/batch/folder.ts';
import { baseOf, globExpression } from '../src/batch/glob.ts';
import { hash } from '../src/batch/hash.ts';
import { type BatchOptions, type Result, runBatch } from '../src/batch/index.ts';
import { findInputs, OUTPUT_MARK } from '../src/batch/inputs.ts';
import { pathOf, sameFile, Unique } from '../src/batch/names.ts';
import type { DocumentResult } from '../src/batch/result.ts';
import * as pipeline from '../src/extract.ts';
import { failedDocument } from './failed-document.ts';

vi.mock('../src/extract.ts', { spy: true });
const real = await vi.importActual<typeof pipeline>('../src/extract.ts');
afterEach(() => void vi.mocked(pipeline.analyse).mockImplementation(real.analyse));

/** A folder with these files; a value that starts with `->` is a link. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'accordingto-batch-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    if (content.startsWith('->')) symlinkSync(content.slice(2), join(root, name));
    else writeFileSync(join(root, name), content);
  }
  return root;
}

const idsOf = (paths: readonly string[], out: string | null = null) =>
  findInputs(paths, out).inputs.map(({ id }) => id);

describe('inputs', () => {
  const root = tree({
    'b.txt': 'B.',
    'a.md': 'A.',
    'Z.txt.gz': 'Z.',
    'sub/a.txt': 'A.',
    'sub/deep/c.jsonl': '{}',
    'sub/picture.png': 'x',
    'notes.pdf': 'x',
    '.hidden/d.txt': 'D.',
    '.e.txt': 'E.',
    'node_modules/f.txt': 'F.',
    loop: '->.',
    'linked.txt': '->b.txt',
    'dangling.txt': '->nowhere',
    'self.txt': '->self.txt',
    'x.txt/inside.txt': 'I.',
    [`old/${OUTPUT_MARK}`]: '',
    'old/claims.ndjson': '{}',
    'out/g.txt': 'G.',
  });
  test('a folder is walked in code-unit order, without links to folders, hidden files and output', () => {
    const found = findInputs([root], join(root, 'out'));
    expect(found.inputs.map(({ id }) => id)).toEqual(['Z', 'a', 'b', 'linked', 'sub/a', 'sub/deep/c', 'x.txt/inside']);
    expect(found.outputs).toEqual([join(root, 'old'), join(root, 'out')]);
    expect(found).toMatchObject({ missing: [], single: false });
    expect(found.unread.get('(link that leads nowhere)')).toBe(2);
  });
  test('a folder named by hand is read though it holds output', () => {
    expect(idsOf([join(root, 'old')])).toEqual(['claims']);
  });
  test('ids are paths from the deepest folder that holds all inputs', () => {
    expect(idsOf([join(root, 'sub/a.txt')])).toEqual(['a']);
    expect(idsOf([join(root, 'sub/a.txt'), join(root, 'b.txt')])).toEqual(['sub/a', 'b']);
    expect(idsOf([join(root, 'sub'), join(root, 'old')])).toEqual(['sub/a', 'sub/deep/c', 'old/claims']);
  });
  test('a file that is named twice is read once', () => {
    expect(idsOf([join(root, 'b.txt'), join(root, 'sub/../b.txt'), root])).toEqual(expect.arrayContaining(['b']));
    expect(idsOf([join(root, 'b.txt'), join(root, 'sub/../b.txt')])).toEqual(['b']);
    expect(idsOf(['-', '-'])).toEqual(['stdin']);
  });
  test('patterns', () => {
    expect(idsOf([join(root, '*.txt')], join(root, 'out'))).toEqual(['b', 'linked']);
    expect(idsOf([join(root, 'sub/**/*.{txt,jsonl}')])).toEqual(['a', 'deep/c']);
    expect(findInputs([join(root, '*.xls')], null).missing).toMatchObject([
      { reason: 'holds no articles; looked for .txt, .md, .html, .json, .jsonl, .ndjson, .csv, .warc, each also .gz' },
    ]);
  });
  test('what cannot be read is said, the rest is found', () => {
    const { inputs, missing } = findInputs(
      [
        join(root, 'gone.txt'),
        join(root, 'notes.pdf'),
        join(root, 'self.txt'),
        join(root, 'b.txt'),
        join(root, '.hidden/..'),
      ],
      null,
    );
    expect(missing.map(({ reason }) => reason)).toEqual([
      'is not there; check the path',
      'is .pdf, which is not read; convert it: pdftotext FILE.pdf FILE.txt',
      'is a link that leads back to itself',
    ]);
    expect(inputs.length).toBeGreaterThan(1);
  });
  test('one file is single, a folder with one file is not', () => {
    expect(findInputs([join(root, 'b.txt')], null).single).toBe(true);
    expect(findInputs(['-'], null).single).toBe(true);
    expect(findInputs([join(root, 'old')], null).single).toBe(false);
  });
});

test.each([
  ['*.txt', ['a.txt', '.txt'], ['a/b.txt', 'a.txtx', 'atxt']],
  ['**/*.md', ['a.md', 'b/c/a.md'], ['a.md/b']],
  ['a?[0-9].{txt,md}', ['ab1.txt', 'ax9.md'], ['a/1.txt', 'ab1.csv']],
  ['[!a]*.txt', ['b.txt'], ['a.txt']],
  ['a+(b).txt', ['a+(b).txt'], ['aab.txt']],
  ['{a.txt', ['{a.txt'], []],
])('the pattern %s', (pattern, yes, no) => {
  for (const path of yes) expect(path).toMatch(globExpression(pattern));
  for (const path of no) expect(path).not.toMatch(globExpression(pattern));
});

test('the folder before a pattern', () => {
  expect(['*.txt', 'a/b/*.txt', '/x/**', '/*'].map(baseOf)).toEqual(['.', 'a/b', '/x', '/']);
});

describe('names', () => {
  test.each([
    ['2020-09-13-minsk', '2020-09-13-minsk'],
    ['a/b', 'a/b'],
    ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
    ['/etc//x/', '%2F/etc/%2F/x/%2F'],
    ['./.', '%2E/%2E'],
    ['https://x.org/a?b=1&c', 'https%3A/%2F/x.org/a%3Fb=1&c'],
    ['a\n\0b\\c', 'a%0A%00b%5Cc'],
    ['100%', '100%25'],
    ['.accordingto', '%2Eaccordingto'],
    ['Zoë “x” 北京', 'Zoë “x” 北京'],
    ['a.', 'a%2E'],
  ])('the id %j is written as %s', (id, path) => {
    expect(pathOf(id)).toBe(path);
  });
  test('a path never leaves its folder, is never longer than file systems allow, and ids stay apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), fc.string({ minLength: 1 }), (a, b) => {
        expect(join('/out', pathOf(a)).startsWith('/out/')).toBe(true);
        for (const part of pathOf(a).split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(240);
        if (a !== b) expect(pathOf(a)).not.toBe(pathOf(b));
      }),
    );
    expect(pathOf(`${'é'.repeat(400)}1`)).not.toBe(pathOf(`${'é'.repeat(400)}2`));
  });
  test('a name that was taken gets a number, in any order', () => {
    const files = new Unique(sameFile);
    expect(['a', 'A', 'a', 'a~2', 'b', 'a'].map((name) => files.take(name))).toEqual([
      'a',
      'A~2',
      'a~3',
      'a~2~2',
      'b',
      'a~4',
    ]);
  });
});

describe('a run', () => {
  const options: BatchOptions = {
    includeText: false,
    formats: ['json'],
    folder: false,
    jobs: 3,
    timeout: 20_000,
    maxMemory: 1e9,
    signal: new AbortController().signal,
  };
  const inputsOf = (files: Readonly<Record<string, string>>) => findInputs([tree(files)], null).inputs;
  const nameOf = ({ done }: Result) =>
    'contents' in done
      ? JSON.parse(Buffer.from(done.contents[0]!).toString()).article.id
      : 'reason' in done
        ? done.reason
        : '';
  async function run(inputs: ReturnType<typeof inputsOf>, more: Partial<BatchOptions> = {}) {
    const results: Result[] = [];
    await runBatch(inputs, { ...options, ...more }, async (result) => {
      await new Promise((resolve) => setTimeout(resolve, results.length % 2));
      results.push(result);
    });
    return results.map(nameOf);
  }
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`${String(index).padStart(2, '0')}.txt`, 'Rain fell.']),
  );

  test('results come in the order of the inputs with any number of jobs', async () => {
    const ids = Object.keys(many).map((name) => name.slice(0, 2));
    for (const jobs of [1, 4, 64]) expect(await run(inputsOf(many), { jobs })).toEqual(ids);
  });
  test('an exception inside a stage fails one article and names the place', async () => {
    vi.mocked(pipeline.analyse).mockImplementation((article) => {
      if (article.text === 'Hail.') throw new TypeError('x is\nundefined');
      return real.analyse(article);
    });
    expect(await run(inputsOf({ 'a.txt': 'Hail.', 'b.txt': 'Rain.' }), { jobs: 1 })).toEqual([
      expect.stringMatching(
        /^could not be analysed \(TypeError: x is\nundefined.*\); this is a bug of accordingto, please report it/,
      ),
      'b',
    ]);
  });
  test('output that breaks the contract is not handed over', async () => {
    vi.mocked(pipeline.analyse).mockImplementation((article) => ({
      ...real.analyse(article),
      sentences: [{ start: 0, end: 4.5, kind: 'body', paragraph: 0 }],
    }));
    expect(await run(inputsOf({ 'a.txt': 'Rain.' }))).toEqual([
      expect.stringMatching(/sentences\.0\.end: .*this is a bug/),
    ]);
  });
  test('an article that never ends is stopped without a worker, and then handed to one', async () => {
    vi.mocked(pipeline.analyse).mockImplementation((article) => {
      while (article.text === 'Hail.');
      return real.analyse(article);
    });
    expect(await run(inputsOf({ 'a.txt': 'Rain.', 'b.txt': 'Hail.' }), { jobs: 1, timeout: 300 })).toEqual([
      'a',
      // Node 20 starts no thread from TypeScript: here it shows only that a worker was asked.
      expect.stringMatching(/^ended its worker/),
    ]);
  });
  test('an article with too much text fails', async () => {
    expect(await run(inputsOf({ 'a.txt': 'Rain. '.repeat(2000), 'b.txt': 'Rain.' }), { maxTextBytes: 10_000 })).toEqual(
      [expect.stringMatching(/--max-size/), 'b'],
    );
  });
  test('articles with the same id stay apart', async () => {
    const record = '{"id":"a","text":"Rain."}';
    expect(await run(inputsOf({ 'a.txt': 'A.', 'b.jsonl': `${record}\n${record}` }))).toEqual(['a', 'a~2', 'a~3']);
  });
  test('the run ends when a result cannot be taken, and when it is told to', async () => {
    const taken: string[] = [];
    const take = async ({ document }: Result) => {
      taken.push(document.place);
      if (taken.length === 2) throw new Error('disk full');
    };
    await expect(runBatch(inputsOf(many), options, take)).rejects.toThrow('disk full');
    expect(taken).toHaveLength(2);
    const stop = new AbortController();
    const inputs = inputsOf(many);
    const results: Result[] = [];
    await runBatch(inputs, { ...options, jobs: 1, signal: stop.signal }, async (result) => {
      results.push(result);
      if (results.length === 5) stop.abort();
    });
    expect(results.length).toBeGreaterThanOrEqual(5);
    expect(results.length).toBeLessThanOrEqual(7);
  });
});

test('a run that was stopped keeps what an earlier one knew of the rest, in the order of the inputs', async () => {
  const out = join(tree({}), 'out');
  const done = (text: string): DocumentResult => ({
    status: 'ok',
    contents: [Buffer.from(`${text}\n`)],
    hashes: [hash(`${text}\n`)],
    counts: { sentences: 1, people: 0, sources: 0, dates: 0, numbers: 0, claims: 0, attributed: 0, problems: 0 },
    sha256: null,
    milliseconds: 1,
  });
  const runOf = async (texts: readonly string[], complete: boolean) => {
    const folder = openFolder(out, {
      formats: ['claims'],
      inputs: [],
      options: {},
      shard: null,
      force: true,
      prune: true,
    });
    for (const [at, text] of texts.entries()) await folder.take(failedDocument(at, ''), done(text));
    await folder.finish(complete);
    folder.close();
    return readFileSync(join(out, 'claims.ndjson'), 'utf8').trimEnd().split('\n');
  };
  expect(await runOf(['a', 'b', 'c', 'd'], true)).toEqual(['a', 'b', 'c', 'd']);
  expect(await runOf(['A', 'B'], false)).toEqual(['A', 'B', 'c', 'd']);
  expect(await runOf(['1', '2', '3'], true)).toEqual(['1', '2', '3']);
  expect(readdirSync(join(out, '.run'))).toHaveLength(1);
});
