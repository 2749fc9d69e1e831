import { describe, expect, test } from 'vitest';
import { citations, pairsOf, sourcesOverTime } from '../src/report/citations.ts';
import { Run } from '../src/report/gather.ts';
import { indexPage } from '../src/report/index-page.ts';
import { intervalOf } from '../src/report/interval.ts';
import { mostQuoted, shares, unnamedOf } from '../src/report/shares.ts';
import { binsOf, drawTimeline } from '../src/report/timeline.ts';
import { HOSTILE, hostileOutput } from './hostile-page.ts';
import { dataIn, made } from './report-runs.ts';

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
