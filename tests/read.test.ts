import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../src/read/bytes.ts';
import { dayIn, dayInFileName, dayOf, isDay } from '../src/read/day.ts';
import { type Decoded, decode } from '../src/read/decode.ts';
import { formatOf, withoutExtension } from '../src/read/format.ts';
import { readArticles } from '../src/read/index.ts';
import { splitLines } from '../src/read/lines.ts';
import { markdownArticle } from '../src/read/markdown.ts';
import { growthOf } from './counted.ts';
import { all, folder, readOne, reasons } from './reading.ts';

describe('days', () => {
  test.each(['2020-02-29', '2000-02-29', '2021-12-31', '1066-10-14'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each([
    '2021-02-29',
    '1900-02-29',
    '2021-02-30',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-1-1',
    '0000-01-01',
    '',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
  test.each([
    ['2020-09-13T23:59:59Z', '2020-09-13'],
    ['2020-09-13 08:00:00 +0900', '2020-09-13'],
    [' 2020-09-13 ', '2020-09-13'],
    ['13/09/2020', null],
    ['2020-09-131', null],
    ['2020-09-31T10:00', null],
  ])('a stamp %s gives %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
  test.each([
    ['2020-09-13T08:00:00Z', '2020-09-13'],
    ['20200913', '2020-09-13'],
    ['20200913T080000Z', '2020-09-13'],
    ['2020/9/3 08:00', '2020-09-03'],
    ['Sun, 13 Sep 2020 08:00:00 GMT', '2020-09-13'],
    ['Sunday, September 13th, 2020', '2020-09-13'],
    ['Sept. 13, 2020 8:00 a.m.', '2020-09-13'],
    ['3 May 2020', '2020-05-03'],
    ['03/04/2020', null],
    ['31 September 2020', null],
    ['Smarch 3, 2020', null],
    ['None', null],
    ['', null],
  ])('a date as tools write it, %s, gives %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });
  test.each([
    ['2020-09-13-minsk.txt', '2020-09-13'],
    ['reuters_20200913_minsk.txt', '2020-09-13'],
    ['minsk.2020_09_13.md', '2020-09-13'],
    ['2021-02-30-minsk.txt', null],
    ['minsk-12345678.txt', null],
    ['1202009134.txt', null],
    ['from-2020-09-13-to-2020-09-14.txt', null],
    ['2020-09.txt', null],
  ])('the file name %s gives %s', (name, day) => {
    expect(dayInFileName(name)).toBe(day);
  });
});

describe('the day of publication', () => {
  test('the option goes before the record, the record before the front matter, the front matter before the name', async () => {
    const record = JSON.stringify({ id: 'a', text: 'Rain fell.', published: '2021-05-06T10:00:00Z' });
    const page = '---\ndate: 2021-05-07\n---\nRain fell.';
    expect((await readOne('2019-01-01-a.jsonl', record, { published: '2022-03-04' })).published).toMatchObject({
      date: '2022-03-04',
      basis: 'given',
    });
    expect((await readOne('2019-01-01-a.jsonl', record)).published).toMatchObject({
      date: '2021-05-06',
      basis: 'given',
    });
    expect((await readOne('2019-01-01-a.md', page, { published: '2022-03-04' })).published).toMatchObject({
      date: '2022-03-04',
      basis: 'given',
    });
    expect((await readOne('2019-01-01-a.md', page)).published).toMatchObject({ date: '2021-05-07', basis: 'metadata' });
    expect((await readOne('2019-01-01-a.txt', 'Rain fell.')).published).toMatchObject({
      date: '2019-01-01',
      basis: 'file-name',
    });
    expect((await readOne('a.txt', 'Rain fell.')).published).toMatchObject({ date: null, basis: 'unknown' });
  });
  test('the name of a file of records is no day of publication of the articles in it', async () => {
    const dump = await readOne('dump-2024-01-01.jsonl', '{"id":"a","text":"Rain fell."}');
    expect(dump.published).toMatchObject({ date: null, basis: 'unknown' });
  });
});

describe('plain text', () => {
  test('loses its byte-order mark and nothing else', async () => {
    const text = '\r\n  Rain\u2028fell.\u00a0\t\r\n\u200bOn “Monday”. 🌧\n\n';
    const article = await readOne('a.txt', `\ufeff${text}`);
    expect(article).toMatchObject({ text, plain: true, title: null, id: 'a', source: 'a.txt' });
  });
  test('a second byte-order mark is text', async () => {
    expect((await readOne('a.txt', '\ufeff\ufeffRain.')).text).toBe('\ufeffRain.');
  });
  test('gzip is told by its bytes, not by its name', async () => {
    expect((await readOne('a.txt.gz', gzipSync('Rain fell.'))).text).toBe('Rain fell.');
    expect((await readOne('b.txt', gzipSync('Rain fell.'))).text).toBe('Rain fell.');
    expect((await readOne('c.txt.gz', 'Rain fell.')).text).toBe('Rain fell.');
    const two = Buffer.concat([gzipSync('Rain '), gzipSync('fell.')]);
    expect((await readOne('d.txt.gz', two)).text).toBe('Rain fell.');
  });
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty.txt', '', /^empty\.txt is empty; nothing to extract$/],
    ['mark.txt', '\ufeff', /^mark\.txt is empty; /],
    ['blank.txt', ' \n\t\n', /^blank\.txt is empty but for white space; /],
    ['one.txt', gzipSync('Rain fell. '.repeat(99)).subarray(0, 20), /^one\.txt is a gzip file that ends too early; /],
    ['nul.txt', 'Rain\0fell', /^nul\.txt is binary \(NUL at byte 4\); /],
    ['controls.txt', Buffer.from('\x01\x02\x03\x04\xff\xfe\xfd', 'latin1'), /^controls\.txt is binary \(4 of 7 bytes /],
    ['twice.txt.gz', gzipSync(gzipSync('Rain fell.')), /^twice\.txt\.gz is a gzip file inside a gzip file, not text; /],
    ['report.txt', '%PDF-1.7 …', /^report\.txt is a PDF, .*pdftotext/],
    [
      'damaged.gz',
      Buffer.concat([gzipSync('Rain fell.').subarray(0, 12), Buffer.from('????????')]),
      /^damaged\.gz is a /,
    ],
  ])('%s is refused with what to do', async (name, bytes, message) => {
    expect(await reasons(name, bytes)).toEqual([expect.stringMatching(message)]);
  });
  test('a file that vanished before it was read, and a folder', async () => {
    const gone = await all(readArticles({ path: join(folder, 'gone'), source: 'gone', id: 'gone' }, {}));
    expect(gone).toMatchObject([{ place: 'gone', failure: { message: 'is not there; check the path' } }]);
    const directory = await all(readArticles({ path: folder, source: 'folder', id: 'folder' }, {}));
    expect(directory).toMatchObject([{ failure: { message: 'is a directory where a file was expected' } }]);
  });
  test('what is too large is refused, also where only the unpacked text is that large', async () => {
    const bomb = gzipSync(Buffer.alloc(65_000_000, 'a'));
    expect(await reasons('bomb.txt', bomb)).toEqual([
      'bomb.txt is larger than 64 MB, too large for one article; split it',
    ]);
    expect(await reasons('bomb.md', bomb, { maxTextBytes: 2_500_000 })).toEqual([
      'bomb.md is larger than 2.5 MB, too large for one article; --max-size allows more',
    ]);
    const long = JSON.stringify({ text: 'é'.repeat(600) });
    expect(await reasons('long.jsonl', `${long}\n{"id":"a","text":"Rain."}`, { maxTextBytes: 1000 })).toEqual([
      'long.jsonl:1 is larger than 1 kB, too large for one article; --max-size allows more',
      'a',
    ]);
  });
  test('no more is read than the limit needs', async () => {
    let taken = 0;
    const endless = (async function* () {
      for (;;) {
        taken += 1;
        yield Buffer.alloc(1000, 'a');
      }
    })();
    await expect(readBytes(endless, 10_000)).rejects.toThrow('is larger than 10 kB');
    expect(taken).toBe(11);
  });
});

describe('markdown', () => {
  const named = {
    id: 'a',
    source: 'a.md',
    published: { date: null, basis: 'unknown', candidates: [], evidence: [] },
  } as const;
  const decoded = (text: string): Decoded => ({ text, oddities: [] });
  const textOf = (markdown: string) => markdownArticle(decoded(markdown), named).text;
  test.each([
    ['wrapped lines are one paragraph', 'Rain fell\non Monday.\n\nIt stopped.', 'Rain fell on Monday.\n\nIt stopped.'],
    [
      'headings',
      '# Rain #\n## More\nIt fell.\n\nFlood\n=====\nIt rose.',
      'Rain\n\nMore\n\nIt fell.\n\nFlood\n\nIt rose.',
    ],
    ['emphasis', '**Rain** *fell* ***hard***, __very__ _hard_ ~~dry~~.', 'Rain fell hard, very hard dry.'],
    ['signs that are no emphasis', '5 * 3 * 2 and snake_case_name * fell', '5 * 3 * 2 and snake_case_name * fell'],
    [
      'links and pictures',
      '[Reuters](https://r.com/a_(b) "t") ![map](m.png)said <https://x.org>.',
      'Reuters said https://x.org.',
    ],
    ['reference links and footnotes', '[Tass][1] said.[^2]\n\n[1]: https://tass.ru\n[^2]: A note.', 'Tass said.'],
    ['quotations', '> “It rained,”\n> he said.', '“It rained,” he said.'],
    ['lists', '- Rain\n- Snow\n  in the hills\n\n1. One\n2) Two', 'Rain\n\nSnow in the hills\n\nOne\n\nTwo'],
    ['code', 'Use `a*b*c`.\n\n```js\nlet x;\n```\n~~~\ny\n~~~\nDone.', 'Use a*b*c.\n\nDone.'],
    [
      'scripts and styles',
      'Rain fell.<script>alert("Ott said no.")</script> It stopped.\n\n<STYLE>p { a }</STYLE>\n',
      'Rain fell. It stopped.',
    ],
    ['what is hidden', 'Rain fell.<span hidden> Ott said no.</span> It <i>stopped</i>.', 'Rain fell. It stopped.'],
    ['what a style hides', 'Rain <b style="color: red; display:none">Ott said no.</b>fell.', 'Rain fell.'],
    [
      'hidden blocks, with others of the name in them',
      "Rain fell.\n\n<div style='visibility: hidden'>\n\n<div>Ott said no.</div>\n\nAnd no.\n\n</div>\n\nIt stopped.",
      'Rain fell.\n\nIt stopped.',
    ],
    ['hidden in hidden', 'A <p hidden>b <span hidden>c</span> d</p> e <SPAN HIDDEN="">f</SPAN> g.', 'A e g.'],
    ['for readers of the screen', 'Rain <span aria-hidden="true">|</span> fell.', 'Rain fell.'],
    ['hidden, and never closed', 'Rain <span hidden> fell, Ott said.', 'Rain fell, Ott said.'],
    [
      'tags as code',
      'Write `<span hidden>` and then `</span>`: it hides.',
      'Write <span hidden> and then </span>: it hides.',
    ],
    ['tags in fences', '```\n<div hidden>\n```\n\nRain fell.\n\n```\n</div>\n```\n', 'Rain fell.'],
    [
      'words like them',
      'The <span data-x="hidden">hidden</span> gate, <span class="hidden">Ott</span> said.',
      'The hidden gate, Ott said.',
    ],
    ['html and comments', 'Rain <b>fell</b><br/>.<!-- not\n\nthis -->', 'Rain fell.'],
    ['escapes and entities', 'A\\*B\\*C &amp; D&#8217;s &copy; &#xD800;', 'A*B*C & D’s &copy; &#xD800;'],
    ['rules and tables', 'A.\n\n---\n\n| Who | What |\n|---|:-:|\n| He | Rain |', 'A.\n\nWho | What\n\nHe | Rain'],
    ['hard breaks', 'First  \nsecond\\\nthird', 'First\n\nsecond\n\nthird'],
    ['line ends of other systems', 'A\r\nb.\r\rC.', 'A b.\n\nC.'],
  ])('%s', (_, markdown, text) => {
    expect(textOf(markdown)).toBe(text);
  });
  test('front matter gives title and day; the first top heading is a title too', () => {
    const page =
      '---\ntitle: "Rain: more"\ndate: 2021-05-06 # as printed\ntags:\n  - x\n---\n# Heading\n\nRain fell.\n';
    expect(markdownArticle(decoded(page), named)).toMatchObject({
      title: 'Rain: more',
      text: 'Heading\n\nRain fell.',
      plain: false,
      published: { date: '2021-05-06', basis: 'metadata' },
    });
    expect(markdownArticle(decoded('# Heading\n\nRain.'), named).title).toBe('Heading');
  });
  test('a date that is none is said', async () => {
    expect(await reasons('a.md', '---\ndate: 2021-02-30\n---\nRain.')).toEqual([
      'a.md has a bad date in its front matter: "2021-02-30" is not a day; write it as YYYY-MM-DD, for example 2020-09-13',
    ]);
  });
  test('time does not explode on marks that never close', () => {
    const pieces = [
      '[',
      '*',
      '**a ',
      '_',
      '_a',
      '`',
      '`a',
      '<a',
      '<p hidden>',
      '</p><p hidden> `',
      '![](',
      '[^',
      '&#',
      '> ',
      '~~~',
      '[a](b',
      '<!--',
      '| ',
      '\\',
    ];
    for (const piece of [...pieces, '# ', '-|', '- ', '(', '![', '~~a']) {
      const read = (times: number) =>
        markdownArticle(decoded(`x ${piece.repeat(times)}x\n# ${' '.repeat(times)}x`), named);
      expect(() => read(50_000)).not.toThrow();
      expect(growthOf(read, 250, 4_000), piece).toBeLessThan(24);
    }
  });
});

describe('records', () => {
  test('each bad line is said with its number, the others are read', async () => {
    const lines = [
      '\ufeff{"id":"a","text":"Rain fell.","title":"Rain","url":"https://x.org","more":{}}',
      '',
      '{"id":"b","text":"Rain fell."',
      '{"id":"c"}',
      '{"id":"d","text":"  "}',
      '{"id":"e","text":"Rain.","published":"2021-02-30"}',
      '{"id":{},"text":"Rain."}',
      '["text"]',
      '{"text":"Rain.","published":""}\r',
      '{"id":7,"text":"Rain.","__proto__":{"polluted":true}}',
      '{"schemaVersion":"1.0"}',
      '{"id":"f","text":5}',
      '{"id":"z","text":"Snow."}',
    ];
    expect(await reasons('n.jsonl', lines.join('\n'))).toEqual([
      'a',
      expect.stringMatching(/^n\.jsonl:3 is not JSON \(.+\); a record is \{"id"/),
      expect.stringMatching(/^n\.jsonl:4 has no "text"; a record is /),
      'n.jsonl:5 has an empty "text"; nothing to extract',
      expect.stringMatching(/^n\.jsonl:6 has a bad "published": "2021-02-30" is not a day; /),
      'n.jsonl:7 has a bad "id": it must be a string or a number',
      expect.stringMatching(/^n\.jsonl:8 is JSON but no object; /),
      'n/9',
      '7',
      'n.jsonl:11 is output of accordingto, not an article; leave this file out',
      'n.jsonl:12 has a bad "text": it must be a string',
      'z',
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
  test('the text is part of the output, the title is kept', async () => {
    const article = await readOne('n.jsonl', '{"id":"a","text":"Rain.","title":"Wet"}');
    expect(article).toMatchObject({ plain: false, title: 'Wet', source: 'n.jsonl' });
  });
  test('a file without any record is empty', async () => {
    expect(await reasons('n.jsonl', '\n\n')).toEqual(['n.jsonl is empty; nothing to extract']);
  });
  test('lines come whole however the bytes are cut', async () => {
    const bytes = Buffer.from('one\n\ntwo“”\nthree');
    for (let size = 1; size < bytes.length; size += 1) {
      const chunks = (async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      })();
      const lines = (await all(splitLines(chunks))).map(({ number, bytes }) => `${number} ${bytes}`);
      expect(lines).toEqual(['1 one', '2 ', '3 two“”', '4 three']);
    }
  });
});

test.each([
  ['a.txt', 'txt', 'a'],
  ['a.TXT.gz', 'txt', 'a'],
  ['a.b.markdown', 'md', 'a.b'],
  ['x/y.ndjson.gz', 'jsonl', 'x/y'],
  ['x.d/y', null, 'x.d/y'],
  ['a.HTM', 'html', 'a'],
  ['a.warc.gz', 'warc', 'a'],
  ['a.tsv', 'csv', 'a'],
  ['a.pdf', null, 'a.pdf'],
])('%s is read as %s and called %s', (name, format, id) => {
  expect(formatOf(name)).toBe(format);
  expect(withoutExtension(name)).toBe(id);
});

test('a decoded text is exactly its bytes', async () => {
  const text = 'naïve “x” \u{1F327} e\u0301 \u0085';
  expect(await decode(Buffer.from(text))).toEqual({ text, oddities: [] });
});
