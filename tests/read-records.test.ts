import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { guessFormat } from '../src/read/guess.ts';
import { splitValues } from '../src/read/values.ts';
import { growthOfWaiting } from './counted.ts';
import { all, read, readOne, reasons } from './reading.ts';

const inPieces = (bytes: Buffer, size: number) =>
  (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();

describe('the fields of other tools', () => {
  const RAIN = { text: 'Rain fell.', title: 'Rain', url: 'https://x.example/rain' };
  const day = (date: string, basis = 'given') => ({ date, basis });
  test.each<[string, object, object]>([
    [
      'news-please',
      {
        maintext: 'Rain fell.',
        title: 'Rain',
        date_publish: '2024-05-06 10:00:00',
        url: RAIN.url,
        authors: ['A. B.'],
        language: 'en',
      },
      { ...RAIN, published: day('2024-05-06'), authors: ['A. B.'], language: 'en' },
    ],
    [
      'newspaper3k',
      {
        text: 'Rain fell.',
        title: 'Rain',
        publish_date: '2024-05-06T00:00:00',
        url: RAIN.url,
        authors: [],
        meta_lang: 'en',
      },
      { ...RAIN, published: day('2024-05-06') },
    ],
    [
      'trafilatura',
      {
        id: null,
        raw_text: 'Raw',
        text: 'Rain fell.',
        title: 'Rain',
        date: '2024-05-06',
        source: RAIN.url,
        author: 'A. B.',
        language: null,
      },
      { ...RAIN, published: day('2024-05-06'), authors: ['A. B.'] },
    ],
    [
      'schema.org',
      { articleBody: 'Rain fell.', headline: 'Rain', datePublished: '2024-05-06T10:00:00+02:00', url: RAIN.url },
      { ...RAIN, published: day('2024-05-06') },
    ],
    ['seconds since 1970', { content: 'Rain fell.', date: 1_714_953_600 }, { published: day('2024-05-06') }],
    ['milliseconds since 1970', { content: 'Rain fell.', date: 1_714_953_600_000 }, { published: day('2024-05-06') }],
    [
      'empty fields',
      { text: '', maintext: 'Rain fell.', published: null, title: '', id: '' },
      { text: 'Rain fell.', id: 'a/1', title: null },
    ],
  ])('%s', async (_, record, expected) => {
    expect(await readOne('a.jsonl', JSON.stringify(record))).toMatchObject(expected);
  });
  test('a date that another tool could not read is said, ours must be right', async () => {
    const article = await readOne('a.jsonl', '{"text":"Rain.","publish_date":"None"}');
    expect(article).toMatchObject({
      published: { date: null, basis: 'unknown' },
      problems: [{ stage: 'read', code: 'unreadable-date' }],
    });
    expect(await reasons('a.jsonl', '{"text":"Rain.","published":"May 6, 2024"}')).toEqual([
      expect.stringContaining('has a bad "published": "May 6, 2024" is not a day'),
    ]);
  });
  test('output of accordingto is no input', async () => {
    const lines = '{"article":"a","claim":"c1","text":"x"}\n{"schemaVersion":"1.0","article":{}}';
    const message = 'is output of accordingto, not an article; leave this file out';
    expect(await reasons('a.jsonl', lines)).toEqual([`a.jsonl:1 ${message}`, `a.jsonl:2 ${message}`]);
    expect(await reasons('a.csv', 'article,claim,text\na,c1,x\n')).toEqual([`a.csv:2 ${message}`]);
  });
  test('keys of prototypes are keys like others', async () => {
    const hostile = '{"__proto__":{"text":"x","title":"y"},"constructor":"z","text":"Rain."}';
    expect(await readOne('a.jsonl', hostile)).toMatchObject({ text: 'Rain.', title: null });
    expect(await readOne('a.csv', 'text,__proto__,constructor\nRain.,x,y\n')).toMatchObject({ text: 'Rain.' });
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });
});

describe('.json', () => {
  const record = (id: string) => `{"id":"${id}","text":"Rain \\"fell\\", ]} [she] \\\\"}`;
  test('one record is the article of its file', async () => {
    const [reading] = await read('2024-05-06-a.json', JSON.stringify({ text: 'Rain.' }, null, 2));
    expect(reading).toMatchObject({
      place: '2024-05-06-a.json',
      record: false,
      article: { id: '2024-05-06-a', published: { date: '2024-05-06', basis: 'file-name' } },
    });
  });
  test.each([
    ['an array', `\ufeff [\n${record('a')} , ${record('b')}\n]\n`, ['a', 'b']],
    ['records one after the other', `${record('a')}${record('b')}\n${record('c')}`, ['a', 'b', 'c']],
    ['records without ids', '[{"text":"A."},{"text":"B."}]', ['n/1', 'n/2']],
    [
      'no object',
      '["x", 5, {"text":"A."}, [{"text":"B."}]]',
      [/^n\.json:1 is JSON but no object/, /^n\.json:2 /, 'n/3', /^n\.json:4 /],
    ],
    ['a bad element', '[{"text":"A."},{"text" "B."},{"text":"C."}]', ['n/1', /^n\.json:2 is not JSON/, 'n/3']],
    ['an array that is cut', '[{"text":"A."},{"text":"B', ['n/1', /^n\.json:2 is not JSON/]],
    ['prose', 'Rain fell, she said.\nIt stopped.', [/^n\.json is not JSON/]],
    ['an empty array', ' [ ] ', [/^n\.json is empty/]],
    ['nothing', '', [/^n\.json is empty/]],
  ])('%s', async (_, json, expected) => {
    const found = await reasons('n.json', json);
    expect(found).toEqual(expected.map((item) => (typeof item === 'string' ? item : expect.stringMatching(item))));
  });
  test('values come whole however the bytes are cut', async () => {
    const bytes = Buffer.from(`[${record('a')},\n "x" ,${record('b')},5]`);
    for (let size = 1; size < bytes.length; size += 1) {
      const values = await all(splitValues(inPieces(bytes, size)));
      expect(values.map(({ number, bytes, alone }) => `${number} ${alone} ${bytes}`.trim())).toEqual([
        `1 false ${record('a')}`,
        '2 false "x"',
        `3 false ${record('b')}`,
        '4 false 5',
      ]);
    }
  });
  test('200,000 brackets inside each other take no stack, and work by their number', async () => {
    const nested = (depth: number) => {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      return reasons('n.json', `[{"id":"a","text":"Rain.","more":${deep}},${deep},{"id":"b","text":"Rain."}]`);
    };
    expect(await nested(200_000)).toEqual(['a', expect.stringMatching(/^n\.json:2 is JSON but no object/), 'b']);
    expect(await reasons('n.jsonl', `${'{"a":'.repeat(200_000)}\n{"id":"b","text":"Rain."}`)).toEqual([
      expect.stringMatching(/^n\.jsonl:1 is not JSON/),
      'b',
    ]);
    expect(await growthOfWaiting(nested, 2_000, 32_000)).toBeLessThan(24);
  });
});

describe('.csv', () => {
  test('rows are records by the names of their columns, in any order and case', async () => {
    const table =
      'Title,more,URL,Text,Publish_Date,id\n"Rain, again",x,https://x.example/a,"Rain ""fell"".\n\nIt stopped.",2024-05-06,a\nSnow,x,,Snow fell.,,\n';
    const readings = await read('n.csv', `\ufeff${table}`);
    expect(readings).toMatchObject([
      {
        place: 'n.csv:4',
        record: true,
        article: {
          id: 'a',
          title: 'Rain, again',
          text: 'Rain "fell".\n\nIt stopped.',
          url: 'https://x.example/a',
          published: { date: '2024-05-06' },
        },
      },
      { place: 'n.csv:5', article: { id: 'n/5', title: 'Snow', text: 'Snow fell.', published: { date: null } } },
    ]);
  });
  test.each(['\t', ';', '|'])('columns apart by %j', async (delimiter) => {
    expect(await reasons('n.tsv', `id${delimiter}text\na${delimiter}Rain, she said.\n`)).toEqual(['a']);
  });
  test.each([
    [
      'no column of text',
      'id,date\na,2024-05-06\n',
      [/^n\.csv has no column "text" \(its columns: id, date\); name one so$/],
    ],
    [
      'names of several lines',
      '"i\nd",x\na,b\n',
      [/^n\.csv has no column "text" \(its columns: i d, x\); name one so$/],
    ],
    [
      'short and long rows',
      'id,text\na\nb,Rain.,x\nc,Snow.\n',
      ['n.csv:2 has an empty "text"; nothing to extract', 'b', 'c'],
    ],
    ['a quotation mark inside a field', 'id,text\na,Rain "fell" here\nb,"x" y\nc,Rain.\n', ['a', 'b', 'c']],
    [
      'a quotation that never ends',
      'id,text\na,Rain.\nb,"Snow.\nc,Hail.\n',
      ['a', /^n\.csv has a quotation mark that is never closed/],
    ],
    ['nothing', '', [/^n\.csv is empty/]],
    ['only names', 'id,text\n', [/^n\.csv is empty/]],
  ])('%s', async (_, table, expected) => {
    const found = await reasons('n.csv', table);
    expect(found).toEqual(expected.map((item) => (typeof item === 'string' ? item : expect.stringMatching(item))));
  });
});

describe('.warc', () => {
  const PARAGRAPH = '<p>The dam is safe, the mayor said on Monday, and it will hold through the winter.</p>';
  const record = (type: string, head: string, body: string | Buffer) => {
    const block = Buffer.from(body as string);
    return Buffer.concat([
      Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nContent-Length: ${block.length}\r\n${head}\r\n\r\n`),
      block,
      Buffer.from('\r\n\r\n'),
    ]);
  };
  const response = (uri: string, head: string, body: string | Buffer, status = '200 OK') =>
    record(
      'response',
      `WARC-Target-URI: ${uri}\r\nContent-Type: application/http; msgtype=response`,
      Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n`), Buffer.from(body as string)]),
    );
  const html = (title: string) =>
    `<!doctype html><html><head><title>${title}</title><meta name="date" content="2024-05-06"></head><body><article>${PARAGRAPH}</article></body></html>`;
  const chunked = (body: Buffer) =>
    Buffer.concat([
      Buffer.from(`${(5).toString(16)};x=y\r\n`),
      body.subarray(0, 5),
      Buffer.from(`\r\n${(body.length - 5).toString(16)}\r\n`),
      body.subarray(5),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
  const records = [
    record('warcinfo', 'Content-Type: application/warc-fields', 'software: x\r\n'),
    record(
      'request',
      'WARC-Target-URI: https://x.example/a\r\nContent-Type: application/http; msgtype=request',
      'GET / HTTP/1.1\r\n\r\n',
    ),
    response('https://x.example/a', 'Content-Type: text/html; charset=utf-8', html('A')),
    response(
      '<http://x.example/plain>',
      'Content-Type: text/plain; charset="windows-1252"',
      Buffer.from('Rain fell at the caf\xe9.', 'latin1'),
    ),
    response('https://x.example/p.png', 'Content-Type: image/png', 'x'),
    response('https://x.example/gone', 'Content-Type: text/html', html('Gone'), '404 Not Found'),
    response(
      'https://x.example/z',
      'Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked',
      chunked(gzipSync(html('Z'))),
    ),
    response('https://x.example/d', 'Content-Type: text/html\r\nContent-Encoding: deflate', deflateSync(html('D'))),
    response(
      'https://x.example/stored',
      'content-type: TEXT/HTML\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked',
      html('S'),
    ),
    response('https://x.example/bad', 'Content-Type: text/html\r\nContent-Encoding: br', 'nothing packed'),
    response('https://x.example/empty', 'Content-Type: text/html', ''),
  ];
  const expected = [
    'x.example/a',
    'x.example/plain',
    'x.example/z',
    'x.example/d',
    'x.example/stored',
    'n.warc:10 is damaged: its br does not unpack',
    'n.warc:11 is empty; nothing to extract',
  ];
  test('holds the pages of its responses', async () => {
    expect(await reasons('n.warc', Buffer.concat(records))).toEqual(expected);
    const readings = await read('n.warc', Buffer.concat(records));
    expect(readings.slice(0, 2)).toMatchObject([
      {
        place: 'n.warc:3',
        record: true,
        article: {
          title: 'A',
          url: 'https://x.example/a',
          plain: false,
          text: PARAGRAPH.slice(3, -4),
          published: { date: '2024-05-06', basis: 'metadata' },
        },
      },
      { article: { text: 'Rain fell at the café.', plain: false, url: 'http://x.example/plain', problems: [] } },
    ]);
  });
  test('gzipped as a whole or record by record', async () => {
    const names = expected.map((name) => name.replace('n.warc', 'n.warc.gz'));
    expect(await reasons('n.warc.gz', gzipSync(Buffer.concat(records)))).toEqual(names);
    expect(await reasons('n.warc.gz', Buffer.concat(records.map((part) => gzipSync(part))))).toEqual(names);
  });
  test('a page that is too large is refused before it is taken apart', async () => {
    const large = response('https://x.example/large', 'Content-Type: text/html', `<p>${'x'.repeat(9000)}`);
    expect(await reasons('n.warc', Buffer.concat([large, records[2]!]), { maxTextBytes: 1000 })).toEqual([
      'n.warc:1 is larger than 8 kB, too large for one article; --max-size allows more',
      'x.example/a',
    ]);
  });
  test('a file that is cut gives what is whole', async () => {
    const bytes = Buffer.concat([records[2]!, records[3]!]).subarray(0, -30);
    expect(await reasons('n.warc', bytes)).toEqual([
      'x.example/a',
      'n.warc is a WARC file that ends too early; fetch it again',
    ]);
  });
  test.each([
    ['prose', 'Rain fell.\n', /^n\.warc is no WARC file/],
    ['no length', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n', /^n\.warc is a damaged WARC file/],
    ['a line that never ends', `WARC/1.0\r\n${'x'.repeat(100_000)}`, /^n\.warc is no WARC file, or a damaged one/],
    ['no responses', Buffer.from(''), /^n\.warc is empty/],
  ])('%s', async (_, bytes, message) => {
    expect(await reasons('n.warc', bytes)).toEqual([expect.stringMatching(message)]);
  });
});

test.each([
  ['Rain fell, she said.', 'txt'],
  ['{"id":"a","text":"A."}\n{"id":"b","text":"B."}\n', 'jsonl'],
  [`{"text":"${'long '.repeat(1000)}`, 'jsonl'],
  ['{\n  "id": "a",\n  "text": "A."\n}', 'json'],
  [' [ {"id":"a"}]', 'json'],
  ['\ufeff<!DOCTYPE html>\n<p>x', 'html'],
  ['<!-- saved -->\n<html lang="en">', 'html'],
  ['<b>Rain</b> fell.', 'txt'],
  ['{ braces } in prose', 'txt'],
  ['[Reuters] Rain fell.', 'txt'],
  ['id,text,url\na,b,c', 'csv'],
  ['"id";"text"\na;b', 'csv'],
  ['Text, date and place\nof the meeting', 'txt'],
  ['title,text', 'txt'],
  ['Body of the text\nfell', 'txt'],
  ['WARC/1.0\r\n', 'warc'],
  ['', 'txt'],
])('standard input that starts with %j is %s', async (text, format) => {
  const [guessed, stream] = await guessFormat(inPieces(Buffer.from(text), 1 << 16));
  expect(guessed).toBe(format);
  expect(Buffer.concat(await all(stream)).toString()).toBe(text);
});
