/** The report of a run: what is read back, whose text is shown, what the page of the run counts, and what stays out. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ReportOptions, runReport } from '../src/cli/report.ts';
import { Folder } from '../src/corroborate/index.ts';
import { readRegister } from '../src/corroborate/register-file.ts';
import { extract, type Output } from '../src/index.ts';
import { citations, pairsOf, sourcesOverTime } from '../src/report/citations.ts';
import { clusterPage } from '../src/report/cluster-page.ts';
import { Run } from '../src/report/gather.ts';
import { writeReport } from '../src/report/index.ts';
import { indexPage } from '../src/report/index-page.ts';
import { intervalOf } from '../src/report/interval.ts';
import { mostQuoted, shares, unnamedOf } from '../src/report/shares.ts';
import { binsOf, drawTimeline } from '../src/report/timeline.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { verifyFolder } from '../src/verify/folder.ts';
import { writeJson } from '../src/write/json.ts';
import { writeText } from '../src/write/text.ts';
import { HOSTILE, hostileOutput } from './hostile-page.ts';
import { Runs } from './runs.ts';

const TEXT = `Dam safe

The dam is safe, Mayor Anna Weber said on Monday. “We checked it in May 2023,” said Weber.

Up to 300 people left in April 2024, according to Tass. About 500 people left, residents said. It is said that 900 will return.
`;
const root = () => mkdtempSync(join(tmpdir(), 'accordingto-report-'));
const json = (output: Output) => writeJson({ output });
function tree(files: Readonly<Record<string, string>>): string {
  const folder = root();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
const made = (id: string, more: Partial<Output['article']> = {}, text = TEXT): Output => {
  const output = extract({ id, text, published: '2024-05-07' });
  return { ...output, article: { ...output.article, ...more } };
};
const report = (out: string) => writeReport(out, join(out, 'report'), () => {});
const page = (out: string, name: string) => readFileSync(join(out, 'report', name), 'utf8');
const articleOf = (html: string) => /<article[^>]*>\n([\s\S]*)<\/article>/.exec(html)![1]!;
const dataIn = (letters: string) => JSON.parse(String(inflateRawSync(Buffer.from(letters, 'base64'))));
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
    expect(failures.map((line) => line.slice(out.length + 1))).toEqual([
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

test.each([
  ['2020-09-13', '2020-09-13 2020-09-13'],
  ['2020-09-13TMO', '2020-09-13 2020-09-13'],
  ['2020-09-13T14:30', '2020-09-13 2020-09-13'],
  ['2020-02', '2020-02-01 2020-02-29'],
  ['2020', '2020-01-01 2020-12-31'],
  ['199', '1990-01-01 1999-12-31'],
  ['19', '1900-01-01 1999-12-31'],
  ['2020-W37', '2020-09-07 2020-09-13'],
  ['2020-W37-WE', '2020-09-12 2020-09-13'],
  ['2021-W01', '2021-01-04 2021-01-10'],
  ['1989-Q3', '1989-07-01 1989-09-30'],
  ['1989-H1', '1989-01-01 1989-06-30'],
  ['2019-WI', '2019-12-01 2020-02-29'],
  ['2020-SU', '2020-06-01 2020-08-31'],
  ['2020-05/2020-07-03', '2020-05-01 2020-07-03'],
  ['2021/2020', null],
  ['PAST_REF', null],
  ['P2W', null],
  ['XXXX-09-14', null],
  ['BC0044-03', null],
  ['2020-13', null],
  ['2020-02-30', null],
  ['199-05', null],
  ['', null],
])('%s is %s', (value, interval) => {
  expect(intervalOf(value)?.join(' ') ?? null).toBe(interval);
});

test('who passes on whom: pairs of neighbours in chains, most first, drawn and as a table', () => {
  const chain = new Run();
  const text = 'The dam is safe, Anna Weber said, according to the agency DPA.';
  for (const id of ['a', 'b']) chain.add(made(id, { published: '2024-05-07' } as never, text), `articles/${id}.html`);
  const names = pairsOf(chain.data).map(({ said, passed, count }) => [
    chain.data.sources[said]![0],
    chain.data.sources[passed]![0],
    count,
  ]);
  expect(names).toEqual([['Anna Weber', 'DPA', 2]]);
  expect(citations(chain.data)).toMatch(
    /<path class="flow"[\s\S]*Anna Weber<\/text>[\s\S]*DPA<\/bdi><\/a><\/td><td>2<\/td>/,
  );
  expect(citations(new Run().data)).toContain('No claim comes through somebody else');
});

test('sources over time: a row for each of those quoted most, a column for each month', () => {
  const run = new Run();
  for (const [id, day] of [
    ['a', '2024-05-07'],
    ['b', '2024-06-01'],
    ['c', '2024-06-02'],
  ] as const) {
    const output = made(id, {}, 'It rained, Anna Weber said.');
    run.add(
      { ...output, article: { ...output.article, published: { ...output.article.published, date: day } } },
      `${id}.html`,
    );
  }
  const html = sourcesOverTime(run.data);
  expect([...html.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, head]) => head)).toEqual([
    'Source',
    '2024-05',
    '2024-06',
  ]);
  expect([...html.matchAll(/<span>(\d+)<\/span>/g)].map(([, count]) => count)).toEqual(['1', '2']);
});

test('an article without a title has the heading that it begins with', () => {
  const run = new Run();
  run.add(made('folder/a', {}, 'Dam holds\n\nIt rained, Anna Weber said.'), 'a.html');
  run.add(made('folder/b', {}, 'It rained, Anna Weber said.'), 'b.html');
  expect(run.data.articles.map(([title]) => title)).toEqual(['Dam holds', 'folder/b']);
});

describe('what the page of a run counts', () => {
  const output = made('dam');
  const run = new Run();
  run.add(output, 'articles/dam.html');
  run.add(
    made('site', { url: 'https://www.example.org/x', title: 'T' }, 'It rained, Anna Weber said in 2019.'),
    'articles/site.html',
  );

  test('who is quoted most, and who is not named', () => {
    const { all, byOutlet } = shares(run.data);
    const attributed = run.data.claims.filter(([, , , , links]) => links.length > 0).length;
    expect(all.total).toBe(attributed);
    expect(Object.values(all.counts).reduce((sum, count) => sum + count)).toBe(attributed);
    expect(all.counts).toMatchObject({ named: 4, group: 1, nobody: 1 });
    expect(unnamedOf(all)).toBeCloseTo(1 / attributed);
    expect(run.data.outlets).toEqual(['', 'example.org']);
    expect(byOutlet.map(({ total }) => total)).toEqual([attributed - 1, 1]);
    const [first] = mostQuoted(run.data, 5);
    expect([run.data.sources[first!.source]![0], first!.count]).toEqual(['Anna Weber', 3]);
    expect(unnamedOf({ counts: all.counts, total: 0 })).toBe(0);
  });

  test('when it is about: bins without gaps that hold every dated claim', () => {
    const { bins, before, after } = binsOf(run.data);
    expect([before, after]).toEqual([0, 0]);
    for (const [index, bin] of bins.slice(1).entries()) expect(bin.first > bins[index]!.last).toBe(true);
    expect(bins.length).toBeLessThanOrEqual(49);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(2);
    expect(drawTimeline(bins).match(/<a href="#from=\d{4}-\d\d-\d\d&amp;to=\d{4}-\d\d-\d\d&amp;own=1"/g)).toHaveLength(
      bins.filter(({ count }) => count > 0).length,
    );
    expect(binsOf(new Run().data)).toEqual({ bins: [], before: 0, after: 0 });
  });

  test.each([
    [['2020-01-01', '2020-01-20'], '2020-01-01'],
    [['2020-01', '2022-05'], '2020-01'],
    [['2020-01', '2029-05'], '2020-Q1'],
    [['1990', '2024'], '1990'],
    [['1903', '2024'], '1900–1904'],
    [['1215', '2024'], '1200–1249'],
  ])('the unit fits %j: the first bin is %s', (values, label) => {
    const dated = new Run();
    (dated.data.claims as unknown[]).push(
      ...values.map((value) => [0, 'c1', '', 'none', [], [], [intervalOf(value)], '', 1]),
    );
    const { bins } = binsOf(dated.data);
    expect(bins[0]!.label).toBe(label);
    expect(bins.filter(({ count }) => count > 0).length).toBeGreaterThanOrEqual(2);
  });

  test('it says all of it in its page', () => {
    const html = indexPage('out', run, ['x.json is cut short']);
    for (const words of [
      'Quoted most',
      'Anna Weber',
      'Unnamed sources by outlet',
      'example.org',
      'x.json is cut short',
    ]) {
      expect(html).toContain(words);
    }
  });

  test('figures that differ come with their voices and lead to their places', () => {
    const compared = new Run();
    const comparison = { numbers: ['n1', 'n2'], relation: 'disagree' as const, sources: ['s2', null], about: 'people' };
    const others = (['agree', 'overlap'] as const).map((relation) => ({ ...comparison, relation }));
    compared.add({ ...output, comparisons: [...others, comparison] }, 'articles/dam.html');
    const html = indexPage('out', compared, []);
    expect(html).toMatch(
      /<b><bdi>people<\/bdi><\/b>: <a href="articles\/dam.html#n1"><bdi>Up to 300<\/bdi><\/a>.*the article itself/,
    );
    expect(html.match(/1 pair (?:differ|overlap|of figures)[a-z, ]*/g)).toEqual([
      '1 pair differ',
      '1 pair overlap, and may both be right',
      '1 pair of figures agree',
    ]);
    expect(html).not.toContain('cannot both');
  });

  test('an empty run has words for all that it lacks', () => {
    const html = indexPage('out', new Run(), []);
    for (const words of [
      'No claim speaks of a day',
      'Nobody is quoted',
      'No claim is attributed',
      'No two sources disagree',
      'There are no articles',
      'No problems were found',
    ]) {
      expect(html).toContain(words);
    }
  });
});

test('nothing hostile becomes an element of the page of a run, and its data come back as they were', () => {
  const run = new Run();
  const bad = HOSTILE.join(' ');
  run.add(hostileOutput(), 'articles/x.html');
  const html = indexPage(bad, run, [bad]);
  expect(html.match(/<script/g)).toHaveLength(4);
  const still = html.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
  expect([...still.matchAll(/<[a-z][^>]*>/gi)].join('\n')).not.toMatch(
    /<(?:img|iframe|object|base)|\son\w+\s*=|\sstyle\s*=|javascript:/i,
  );
  expect(dataIn(/id="data">(.*)<\/script>/.exec(html)![1]!).sources[0][0]).toBe(bad);
});

describe('claims in several articles', () => {
  const lines = readFileSync(new URL('../fixtures/lake/articles.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const outputs = lines.map((line) => {
    const { id, url, text, published } = JSON.parse(line) as {
      id: string;
      url: string;
      text: string;
      published: string;
    };
    const output = extract({ id, text, published }, { includeText: true });
    return { ...output, article: { ...output.article, url } };
  });
  const rows = readRegister(readFileSync(new URL('../fixtures/lake/register.tsv', import.meta.url), 'utf8'));

  test('a page for each: origins as a drawing, members, contradictions; lists on the page of the run', async () => {
    const out = tree(Object.fromEntries(outputs.map((output) => [`${output.article.id}.json`, json(output)])));
    await writeReport(out, join(out, 'report'), () => {}, rows);
    const index = page(out, 'index.html');
    expect(index).toMatch(/<h2 id="several-title">In several articles<\/h2>/);
    expect(index).toMatch(/<h2 id="one-origin-title">Only one origin<\/h2>/);
    const [, href] = /href="(clusters\/[^"]+)"><bdi>a large animal lives in Lake Orsa</.exec(index)!;
    const cluster = page(out, href!);
    expect(cluster).toContain('In 9 articles; comes from 1 speaker, heard first hand by 1 outlet.');
    expect(cluster).toContain('not whether it is true');
    expect(cluster.match(/class="node article"/g)).toHaveLength(9);
    expect(cluster).toContain('denied');
    for (const [, target] of cluster.matchAll(/href="\.\.\/(articles\/[^"#]+)/g)) {
      expect(existsSync(join(out, 'report', decodeURIComponent(target!)))).toBe(true);
    }
  });

  test('nothing of an article runs in such a page', () => {
    const evil = '<script>alert(1)</script>';
    const html = clusterPage(
      {
        ...{ schemaVersion: SCHEMA_VERSION, cluster: 'k1', gist: evil, articles: 2, from: null, to: null },
        ...{ speakers: [1, 1], hearings: [1, 1], flags: [], contradictions: [] },
        members: ['a', 'b'].map((article) => ({
          ...{ article, claim: 'c1', start: 0, end: 1, text: evil, published: null, outlet: evil },
          ...{ score: 1, role: 'own' as const, origins: ['o1'] },
        })),
        origins: [
          {
            id: 'o1',
            kind: 'named',
            name: evil,
            register: null,
            certain: true,
            evidence: [{ article: 'a', start: 0, end: 1, text: evil }],
          },
        ],
        edges: [{ from: 'o1', to: 'article:a', kind: 'says', proof: 'words', evidence: [] }],
      },
      () => ({ title: evil, href: 'a.html' }),
      'index.html',
    );
    expect(html).not.toContain('<script');
    expect(html).toContain("script-src 'none'");
  });

  test('who is quoted most counts a person once, whatever the articles call them', () => {
    const run = new Run();
    const folder = new Folder();
    const texts = [
      'Senator Robert Hale said that the dam is safe.',
      'Sen. Robert J. Hale said that the bridge is open.',
    ];
    for (const [at, text] of texts.entries()) {
      const output = extract({ id: `a${at}`, text });
      run.add(output, `${at}.html`);
      folder.add(output);
    }
    const { register, registerOf } = folder.corroborate();
    run.register(register, registerOf);
    expect(mostQuoted(run.data, 5).map(({ count }) => count)).toEqual([2]);
  });
});
