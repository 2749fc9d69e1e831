/** The report of a run: what is read back, whose text is shown, what the page of the run counts, and what stays out. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReportOptions, runReport } from '../src/cli/report.ts';
import { Run } from '../src/report/gather.ts';
import { indexPage } from '../src/report/index-page.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { verifyFolder } from '../src/verify/folder.ts';
import { writeText } from '../src/write/text.ts';
import { dataIn, json, made, page, report, TEXT, tree } from './report-runs.ts';
import { Runs } from './runs.ts';

const articleOf = (html: string) => /<article[^>]*>\n([\s\S]*)<\/article>/.exec(html)![1]!;
const NOTICE = /<p class="notice">([^<]*)<\/p>/;

describe('whose text a page shows', () => {
  const input = join(tree({ 'dam.txt': TEXT, 'changed.txt': `${TEXT}More.`, 'gone/x': '' }), 'dam.txt');

  test.each([
    ['the one in the output', { source: 'nowhere.md', text: TEXT }, null],
    ['that of the input file, where it is unchanged', { source: input }, null],
    [
      'its sentences, where the file has changed',
      { source: input.replace('dam', 'changed') },
      / has changed since, so /,
    ],
    ['its sentences, where the file is gone', { source: `${input}x` }, /The input file .*dam\.txtx is not there, so /],
    ['its sentences, where there was no file', { source: '-' }, /^The text came through standard input, so /],
    ['its sentences, where the file is none', { source: dirname(input) }, / does not hold this article alone, so /],
  ])('%s', async (_, article, notice) => {
    const out = tree({ 'dam.json': json(made('dam', article)) });
    const { pieced } = await report(out);
    const html = page(out, 'articles/dam.html');
    expect(pieced).toBe(notice === null ? 0 : 1);
    if (notice === null) expect(html).not.toMatch(NOTICE);
    else expect(NOTICE.exec(html)![1]).toMatch(notice);
    expect(articleOf(html).match(/<p>|<h2>/g)).toEqual(['<h2>', '<p>', '<p>']);
    expect(
      articleOf(html)
        .replace(/<sup.*?<\/sup>|<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(TEXT.replace(/\s+/g, ' ').trim());
  });
});

describe('what is read back', () => {
  test('documents and joined files, an article once; other files are passed over', async () => {
    const [a, b] = [made('a'), made('b/c')];
    const out = tree({
      'a.json': json(a),
      'articles.ndjson': `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`,
      'claims.ndjson': '{"article":"a"}\n',
      'ledger.ndjson': '{"path":"a.txt"}\n',
      'other.json': '{"schema":1}',
      'notes.txt': '{"schemaVersion"',
      '.hidden/x.json': json(made('hidden')),
    });
    expect(await report(out)).toMatchObject({ articles: 2, failures: [], claims: a.claims.length + b.claims.length });
    expect(await report(out)).toMatchObject({ articles: 2 });
    expect(page(out, 'articles/b/c.html')).toContain('<a href="../../index.html">');
    expect(page(out, 'index.html')).toContain('href="articles/b/c.html"');
  });

  test('what cannot be read is named, and the rest is shown', async () => {
    const out = tree({
      'a.json': json(made('a')),
      'cut.json': json(made('cut')).slice(0, 500),
      'old.json': json(made('old')).replace(`"${SCHEMA_VERSION}"`, '"1.0"'),
    });
    const { articles, failures } = await report(out);
    expect(articles).toBe(1);
    expect(failures.map(({ place, failure }) => `${place.slice(out.length + 1)} ${failure}`)).toEqual([
      'cut.json is cut short or damaged; run extract again',
      expect.stringMatching(/^old\.json has schema version 1\.0, and this accordingto reads [^;]*; run extract again$/),
    ]);
    expect(page(out, 'index.html')).toContain('cut.json is cut short');
  });

  test('what the run itself could not read is named, by the last that its ledger says', async () => {
    const entry = (path: string, status: string, reason: string | null) => {
      const rest = { sha256: null, options: '', version: '0', counts: null, milliseconds: 0, files: [], parts: [] };
      return `${JSON.stringify({ path, input: path, id: path, at: 0, status, reason, ...rest })}\n`;
    };
    const out = tree({
      'a.json': json(made('a')),
      'ledger.ndjson':
        '{"ledger":1,"version":"0","options":{},"shard":null,"complete":true}\n' +
        entry('a.txt', 'failed', 'is not there') +
        entry('b.pdf', 'failed', 'is a <PDF>') +
        entry('c.txt', 'skipped', 'is German') +
        entry('a.txt', 'ok', null),
    });
    expect(await report(out)).toMatchObject({ articles: 1, failures: [] });
    const html = page(out, 'index.html');
    expect(html).toContain('2 articles not in this report');
    expect(html).toContain('b.pdf is a &lt;PDF&gt;');
    expect(html).toContain('c.txt is German');
    expect(html).not.toContain('a.txt is not there');
    const many = indexPage(
      'out',
      new Run(),
      Array.from({ length: 600 }, (_, index) => `x${index}.txt is empty`),
    );
    expect(many).toContain('and 100 more; the ledger names them');
  });

  test('every id has a page of its own that its link leads to, inside the folder', async () => {
    const ids = ['../../up', 'a b', 'a#b?c', '%41', 'Ä', 'ä', '日本', '"><script>', 'x/', '.', 'con\u202e', '\ud800'];
    const out = tree(Object.fromEntries(ids.map((id, index) => [`${index}.json`, JSON.stringify(made(id))])));
    expect(await report(out)).toMatchObject({ articles: ids.length, failures: [] });
    const rows = dataIn(/id="data">(.*)<\/script>/.exec(page(out, 'index.html'))![1]!).articles;
    const pages = rows.map(([, href]: [string, string]) => {
      expect(href).not.toMatch(/["<>#?\s]/);
      return decodeURIComponent(href);
    });
    expect(new Set(pages.map((name: string) => name.toLowerCase())).size).toBe(ids.length);
    for (const name of pages) expect(existsSync(join(out, 'report', name))).toBe(true);
    expect(readdirSync(dirname(out))).not.toContain('up.html');
  });
});

describe('the command', () => {
  const run = async (out: string, options: ReportOptions = {}) => runReport([out], { quiet: true, ...options });

  test('a second report leaves no page of an article that is gone; a folder of somebody else keeps what it has', async () => {
    const out = tree({ 'a.json': json(made('a')), 'b.json': json(made('b')) });
    expect(await run(out)).toBe(0);
    rmSync(join(out, 'b.json'));
    expect(await run(out)).toBe(0);
    expect(readdirSync(join(out, 'report/articles'))).toEqual(['a.html']);
    const other = tree({ 'articles/mine.html': 'mine', '.accordingto': 'Output of accordingto\n' });
    expect(await run(out, { out: other })).toBe(0);
    expect(readdirSync(join(other, 'articles')).sort()).toEqual(['a.html', 'mine.html']);
  });

  test('a folder without an article is left as it was', async () => {
    const out = tree({ 'dam.txt': TEXT });
    expect(await run(out)).toBe(66);
    expect(readdirSync(out)).toEqual(['dam.txt']);
  });

  test('articles of the run below the report’s own folder are left, and it goes elsewhere', async () => {
    const runs = new Runs().put({ 'report/articles/x.txt': TEXT, 'y.txt': TEXT });
    await runs.run([], { formats: ['json', 'html'] });
    const before = runs.files();
    await expect(run(runs.out)).rejects.toThrow(
      `${join(runs.out, 'report')} holds articles of the run; name another folder with --out`,
    );
    expect(await run(runs.out, { out: join(runs.root, 'pages') })).toBe(0);
    expect(runs.files()).toEqual(before);
  });

  test('verify takes a report for no leftover of the run, but any other file', async () => {
    const options = { formats: ['text'] };
    const header = { ledger: 1, version: '0', schemaVersion: SCHEMA_VERSION, options, shard: null, complete: true };
    const out = tree({
      'ledger.ndjson': `${JSON.stringify(header)}\n`,
      'old/b.txt': writeText({ output: made('b'), article: { text: '' } }),
      'a.json': json(made('a')),
    });
    expect(await run(out)).toBe(0);
    const found: string[] = [];
    await verifyFolder(out, (line) => found.push(line.slice(out.length + 1).split(' ')[0]!));
    expect(found.sort()).toEqual(['a.json', 'old/b.txt']);
  });

  test('the exit code says what went wrong', async () => {
    const out = tree({
      'a.json': json(made('a')),
      'cut.json': `{ "schemaVersion": "${SCHEMA_VERSION}", "generator"`,
      'file/x': '',
    });
    expect(await run(out)).toBe(1);
    expect(await run(tree({ 'x.txt': '' }))).toBe(66);
    await expect(run(join(out, 'nowhere'))).rejects.toMatchObject({
      exitCode: 66,
      message: expect.stringMatching(/is no folder/),
    });
    await expect(run(out, { out })).rejects.toMatchObject({ exitCode: 2 });
    await expect(run(out, { out: join(out, 'a.json/x') })).rejects.toMatchObject({ exitCode: 74 });
  });
});
