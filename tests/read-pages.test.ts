import { describe, expect, test } from 'vitest';
import { findSentences } from '../src/sentences/index.ts';
import { BODY, PARAGRAPHS, page } from './page.ts';
import { readOne, reasons } from './reading.ts';

describe('the text of a page', () => {
  test('is that of its article, headings and paragraphs apart', async () => {
    const article = await readOne(
      'a.html',
      page(
        '<title>The old dam is safe, says mayor | Valley Post</title>',
        `<nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>Dam</h1><p>${PARAGRAPHS[0]}</p>
        <h2>What was found</h2><p>“We checked\n it twice,” said <a href="/w"><b>Anna</b> Weber</a>, an&nbsp;engineer &mdash; now.<br>She left.</p>
        <ul><li>Height: 40 metres</li></ul><table><tr><th>Year</th><th>Leaks</th></tr><tr><td>2022</td><td>3</td></tr></table>
        <p>${PARAGRAPHS[2]}</p></article></main><aside><p>Subscribe now.</p></aside><footer><p>Copyright.</p></footer>`,
      ),
    );
    expect(article.text.split('\n')).toEqual([
      ...[PARAGRAPHS[0], '', 'What was found', '', '“We checked it twice,” said Anna Weber, an\u00a0engineer — now.'],
      ...['She left.', '', 'Height: 40 metres', '', 'Year | Leaks', '', '2022 | 3', '', PARAGRAPHS[2]],
    ]);
    expect(article).toMatchObject({ title: 'The old dam is safe, says mayor', plain: false, problems: [] });
    const headings = findSentences(article, {}).filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ start, end }) => article.text.slice(start, end))).toContain('What was found');
  });
  test('never holds what a script writes, nor scripts, styles and comments', async () => {
    const { text } = await readOne(
      'a.html',
      page(
        '<script>document.body.innerHTML = "<p>Injected</p>"; throw new Error("run")</script>',
        `<article>${BODY}<script>document.write("<p>Injected, said a hacker.</p>")</script><style>p{}</style>
        <img src=x onerror="globalThis.injected = true"><!-- <p>Injected</p> --><template><p>Injected</p></template>
        <noscript><p>Injected</p></noscript><p hidden>Injected</p></article>`,
      ),
    );
    expect(text).toBe(PARAGRAPHS.join('\n\n'));
    expect((globalThis as { injected?: boolean }).injected).toBeUndefined();
  });
  test('is there where the paragraphs are short and a picture has a caption', async () => {
    const figure = '<figure><img src="x.jpg"><figcaption>Weber at the dam.</figcaption></figure>';
    const html = `<article><p>Weber said the dam is safe.</p>${figure}<p>Smith said it is not.</p></article>`;
    const { text } = await readOne('a.html', html);
    expect(text).toBe('Weber said the dam is safe.\n\nSmith said it is not.');
  });
  test.each([
    ['a fragment', '<p>Rain fell.<p>It stopped.', 'Rain fell.\n\nIt stopped.'],
    ['bare text', 'Rain fell &amp; stopped.', 'Rain fell & stopped.'],
    ['a page without a head', '<html><body>Rain fell.</body></html>', 'Rain fell.'],
    ['unknown and unclosed elements', '<x-y><p>Rain <i>fell.<div>It stopped.', 'Rain fell.\n\nIt stopped.'],
  ])('%s', async (_, html, text) => {
    expect((await readOne('a.html', html)).text).toBe(text);
  });
  test.each([
    ['an empty page', ''],
    ['a page of scripts', page('<script>1</script>', '<script>2</script>')],
  ])('%s has nothing to extract', async (_, html) => {
    expect(await reasons('a.html', html)).toEqual([expect.stringMatching(/^a\.html is empty/)]);
  });
});

describe('nesting', () => {
  const nested = (depth: number, tag = 'div') =>
    page('<title>Deep</title>', `${`<${tag}>`.repeat(depth)}${BODY}${`</${tag}>`.repeat(depth)}`);
  test('a page as deep as news pages are is read as an article', async () => {
    expect(await readOne('a.html', nested(60))).toMatchObject({ text: PARAGRAPHS.join('\n\n'), problems: [] });
  });
  test.each([1000, 50_000, 200_000])(
    '%i elements inside each other are read without Readability, which is said',
    async (depth) => {
      const article = await readOne('a.html', nested(depth));
      expect(article).toMatchObject({
        text: PARAGRAPHS.join('\n\n'),
        title: 'Deep',
        problems: [
          {
            stage: 'read',
            code: 'whole-page',
            message: 'The page is nested too deep; all of its text was read.',
            start: 0,
          },
        ],
      });
    },
  );
  test('end tags that close nothing do not hide the depth', async () => {
    const html = page('', `${'<div></b>'.repeat(3000)}${BODY}`);
    expect((await readOne('a.html', html)).problems).toMatchObject([{ code: 'whole-page' }]);
  });
  test('paragraphs and rows without end tags are not deep', async () => {
    const rows = '<tr><td>Rain'.repeat(300);
    const html = page(
      '',
      `<article>${PARAGRAPHS.join('<p>').repeat(100)}<ul>${'<li>Rain'.repeat(300)}</ul><table>${rows}</table></article>`,
    );
    expect((await readOne('a.html', html)).problems).toEqual([]);
  });
});

describe('what a page says about itself', () => {
  const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  test.each<[string, string, object]>([
    [
      'JSON-LD',
      ld({
        '@graph': [
          { '@type': 'WebSite', datePublished: '1999-01-01' },
          {
            '@type': ['NewsArticle'],
            headline: 'Dam  holds',
            datePublished: '2024-05-06T23:30:00-07:00',
            author: [{ name: 'Jane Doe' }, 'By John Roe', { url: 'x' }],
            url: 'https://v.example/dam',
          },
        ],
      }),
      {
        title: 'Dam holds',
        published: { date: '2024-05-06', basis: 'metadata' },
        authors: ['Jane Doe', 'John Roe'],
        url: 'https://v.example/dam',
      },
    ],
    [
      'meta tags',
      `<meta property="og:title" content="Dam &amp; river"><meta property="article:published_time" content="2024-05-06T10:00Z">
       <meta name="Author" content="By Jane Doe"><link rel="canonical" href="https://v.example/dam">`,
      {
        title: 'Dam & river',
        published: { date: '2024-05-06', basis: 'metadata' },
        authors: ['Jane Doe'],
        url: 'https://v.example/dam',
      },
    ],
    ['a meta date in words', '<meta name="date" content="Monday, May 6, 2024">', { published: { date: '2024-05-06' } }],
    ['a title alone', '<title>Dam holds</title>', { title: 'Dam holds', published: { date: null, basis: 'unknown' } }],
    ['broken JSON-LD', `<script type="application/ld+json">{"@type":</script><title>Dam</title>`, { title: 'Dam' }],
    ['a date that is none', '<meta name="date" content="2024-02-30">', { published: { date: null } }],
    [
      'a hostile block',
      ld(JSON.parse('{"__proto__":{"@type":"NewsArticle","headline":"x"},"@type":5}')),
      { published: { date: null } },
    ],
  ])('%s', async (_, head, expected) => {
    expect(await readOne('a.html', page(head))).toMatchObject(expected);
    expect(({} as Record<string, unknown>).headline).toBeUndefined();
  });
  test.each([
    [
      'one inside the article',
      '<time datetime="2024-01-01">x</time><article><time datetime="2024-05-06">x</time>BODY</article>',
      '2024-05-06',
    ],
    [
      'one that is marked',
      '<time datetime="2024-01-01">x</time><time pubdate datetime="2024-05-06T10:00">x</time><div>BODY</div>',
      '2024-05-06',
    ],
    [
      'all of one day',
      '<time datetime="2024-05-06">x</time><div>BODY</div><time datetime="2024-05-06">x</time>',
      '2024-05-06',
    ],
    [
      'different days without a mark',
      '<time datetime="2024-05-06">x</time><div>BODY</div><time datetime="2024-05-07">x</time>',
      null,
    ],
    [
      'an attribute of another element',
      '<span itemprop="datePublished" content="2024-05-06">x</span><div>BODY</div>',
      '2024-05-06',
    ],
  ])('time elements: %s', async (_, body, day) => {
    expect((await readOne('a.html', page('', body.replace('BODY', BODY)))).published.date).toBe(day);
  });
  test('the option goes before the page, the page before the file name', async () => {
    const html = page('<meta name="date" content="2024-05-06">');
    expect((await readOne('2020-01-02-a.html', html)).published.date).toBe('2024-05-06');
    expect((await readOne('2020-01-02-a.html', page(''))).published).toMatchObject({
      date: '2020-01-02',
      basis: 'file-name',
    });
    expect((await readOne('a.html', html, { published: '2021-01-01' })).published).toMatchObject({
      date: '2021-01-01',
      basis: 'given',
    });
  });
  test.each([
    '<meta charset="windows-1252">',
    '<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">',
  ])('its charset: %s', async (head) => {
    const bytes = Buffer.from(
      page(head, `<article>${BODY}<p>The caf\xe9 won\x92t close.</p></article>`).replace(/[“”]/g, '"'),
      'latin1',
    );
    const { text, problems } = await readOne('a.html', bytes);
    expect(text).toContain('The café won’t close.');
    expect(problems).toEqual([]);
  });
});
