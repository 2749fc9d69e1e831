/** What is not read is said: files that are no prose, kinds that are left out, odd bytes, and nothing at all. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findInputs } from '../src/batch/inputs.ts';
import { all, read, readOne, reasons } from './reading.ts';
import { article, Runs, record } from './runs.ts';

const PROSE = 'The dam is safe, the mayor said on Monday.\n\n“We checked it twice,” said Anna Weber.\n';

describe('a file of text that is no prose is refused with what to do', () => {
  test.each<[string, string, RegExp]>([
    [
      'mail',
      'From: Anna Weber <anna@example.org>\nTo: desk@example.org\nSubject: Dam\nDate: Mon, 6 May 2024\n\nThe dam is safe.\n',
      /^is a message with its headers/,
    ],
    [
      'mail as it came in',
      'Received: from a.example.org\n\tby b.example.org; Mon, 6 May 2024\nMIME-Version: 1.0\n\nThe dam is safe.\n',
      /message with its headers/,
    ],
    [
      'mail with folded lines of Windows',
      'Message-ID: <1@example.org>\r\nSubject: The dam\r\n is safe\r\n\r\nThe dam is safe.\r\n',
      /message with its headers/,
    ],
    ['a mailbox', 'From anna@example.org Mon May  6 10:00:00 2024\nSubject: Dam\n\nThe dam is safe.\n', /is a mailbox/],
    ['a part of a message', '--=_b1\nContent-Type: text/plain\n\nThe dam is safe.\n', /part of a message/],
    ['SubRip', '1\n00:00:01,000 --> 00:00:04,000\nThe dam is safe, the mayor said\n', /subtitles \(SubRip\)/],
    ['SubRip of Windows', '\ufeff1\r\n00:00:01,000 --> 00:00:04,000\r\nThe dam is safe\r\n', /subtitles \(SubRip\)/],
    ['WebVTT', 'WEBVTT - Dam\n\n00:01.000 --> 00:04.000\nThe dam is safe\n', /subtitles \(WebVTT\)/],
    ['SubViewer', '0:00:01.000,0:00:04.000\nThe dam is safe\n', /SubViewer/],
    ['SubStation', '[Script Info]\nTitle: Dam\n', /SubStation/],
    ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Dam</title></channel></rss>', /is a feed/],
    ['a feed without declaration', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Dam</title></feed>', /is a feed/],
    ['XML', '<?xml version="1.0"?><newsItem><p>The dam is safe.</p></newsItem>', /is XML/],
    ['XML without declaration', '<nitf>\n <body>\n <p>The dam is safe.</p></body></nitf>', /is XML/],
    [
      'a page',
      '<!DOCTYPE html><html><body><p>The dam is safe.</p></body></html>',
      /is a web page, no prose; --from html reads it/,
    ],
    ['JSON', '{"id": "a", "text": "The dam is safe."}', /is JSON, no prose; --from json/],
    ['a list in JSON', '[\n  {"id": "a", "text": "The dam is safe."}\n]', /is JSON/],
    ['a table', 'id,text,date\na,The dam is safe.,2024-05-06\n', /is a table of records, no prose; --from csv/],
    ['Rich Text', '{\\rtf1\\ansi The dam is safe.}', /Rich Text/],
    ['LaTeX', '\\documentclass{article}\n\\begin{document}', /LaTeX/],
    ['a program', '#!/bin/sh\necho The dam is safe.\n', /is a program/],
    ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\n', /calendar/],
    ['a key', '-----BEGIN PUBLIC KEY-----\nAAAA\n', /key or a certificate/],
    ['a patch', '--- a/dam.txt\n+++ b/dam.txt\n@@ -1 +1 @@\n', /is a patch/],
    ['a web archive', 'WARC/1.0\r\nWARC-Type: response\r\n\r\n', /web archive, no prose; --from warc/],
  ])('%s', async (_, content, message) => {
    for (const bytes of [content, Buffer.from(`\ufeff${content}`, 'utf16le'), gzipSync(content)]) {
      const [reason] = await reasons('a.txt', bytes);
      expect(reason!.replace('a.txt ', '')).toMatch(message);
      expect(reason).toContain('--from txt reads it as it is');
    }
    expect((await readOne('a.txt', content, { from: 'txt', anyLanguage: true })).text).toBe(
      content.replace('\ufeff', ''),
    );
  });
  test.each([
    ['a line that names who writes', 'From: the mayor\nTo: the town\n\nThe dam is safe, she wrote on Monday.\n'],
    ['a note with a date', 'Date: 6 May 2024\nSubject: The dam\n\nThe dam is safe, the mayor said.\n'],
    ['a questioner and answers', 'Q: Is it safe?\nA: It is, she said.\n\nThe mayor answered on Monday.\n'],
    ['a time', '10:30 The dam is safe, the mayor said.\n11:00 It rained, he said.\n'],
    ['a number', '1\nThe dam is safe, the mayor said.\n2\nIt rained, he said.\n'],
    ['a bracket', '[Updated] The dam is safe, the mayor said.\n'],
    ['a bracketed list', '["The dam is safe"] was what the mayor said on Monday.\n'],
    ['a brace', '{The dam} is safe, the mayor said on Monday.\n'],
    ['an angle', '<The dam> is safe, the mayor said on Monday.\n'],
    ['dashes', '--- The dam is safe, the mayor said on Monday.\n'],
    ['a dateline', 'LINDAU, May 6 (Agency) -- The dam is safe, the mayor said.\n'],
    ['one of the names of columns', 'Text, title and date of the letter were changed, the mayor said.\nIt rained.\n'],
  ])('but prose that begins with %s is read', async (_, text) => {
    expect((await readOne('a.txt', text)).text).toBe(text);
  });
});

describe('kinds that a walk leaves out', () => {
  test('are counted by their endings, below the folder or by the pattern', () => {
    const root = mkdtempSync(join(tmpdir(), 'accordingto-kinds-'));
    const names = [
      'a.txt',
      'b.pdf',
      'c.PDF',
      'd/e.docx',
      'd/f.eml',
      'd/g.xml.gz',
      'h.png',
      'README',
      '.i.pdf',
      `j.${'x'.repeat(40)}`,
    ];
    for (const name of names) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), PROSE);
    }
    expect(Object.fromEntries(findInputs([root], null).unread)).toEqual({
      '.pdf': 2,
      '.docx': 1,
      '.eml': 1,
      '.xml': 1,
      '.png': 1,
      'without ending': 1,
      'with another ending': 1,
    });
    expect(Object.fromEntries(findInputs([join(root, '*.pdf')], null).unread)).toEqual({ '.pdf': 1 });
    for (const [name, reason] of [
      ['d/f.eml', 'is .eml, which is not read; save its text as .txt'],
      [
        'd/e.docx',
        'is .docx, which is not read; save the document as plain text, or convert it: pandoc FILE.docx -o FILE.md',
      ],
    ] as const) {
      expect(findInputs([join(root, name)], null).missing).toEqual([{ place: join(root, name), reason }]);
    }
  });
});

describe('nothing to read', () => {
  test.each<[string, string | Buffer]>([
    ['a.txt', ''],
    ['a.txt', ' \n\t\n'],
    ['a.txt', '\ufeff'],
    ['a.txt.gz', gzipSync('')],
    ['a.md', ''],
    ['a.jsonl', '\n\n'],
    ['a.json', '[]'],
    ['a.csv', ''],
    ['a.jsonl', '{"id":"a","text":""}'],
    ['a.jsonl', '{"id":"a","text":"  "}'],
  ])('%s of %j is skipped, not failed', async (name, content) => {
    expect(await read(name, content)).toMatchObject([
      { skipped: { language: null, reason: expect.stringMatching(/empty/) } },
    ]);
  });
  test('is counted by a run', async () => {
    const runs = new Runs().put({ 'a.txt': article('first'), 'b.txt': '', 'n.jsonl': `${record('r')}{"text":""}\n` });
    const { said } = await runs.run([], { formats: ['json'] });
    expect(said).toEqual(['b is empty; nothing to extract', expect.stringMatching(/n\.jsonl:2 has an empty "text"/)]);
    expect(await runs.differences()).toEqual([]);
  });
});

describe('odd bytes are read, and said', () => {
  const codes = async (name: string, bytes: Buffer) => {
    const readings = await read(name, bytes);
    return readings.map((reading) =>
      'article' in reading ? (reading.article.problems ?? []).map(({ code }) => code) : [],
    );
  };
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
  test.each<[string, Buffer, string]>([
    ['UTF-16 with a byte too many', Buffer.concat([wide(`\ufeff${PROSE}`), Buffer.from('x')]), 'undecodable-bytes'],
    ['UTF-16 with half a character', wide(`\ufeff${PROSE}\ud83d and more`), 'undecodable-bytes'],
    ['UTF-16 without a mark', wide(PROSE), 'guessed-charset'],
    ['UTF-16 of the other order without a mark', swapped(PROSE), 'guessed-charset'],
    [
      'UTF-7',
      Buffer.from('The dam is safe, +IBw-We checked it twice,+IB0- the mayor of Z+APw-rich said.\n'),
      'guessed-charset',
    ],
    [
      'a character that was lost before',
      Buffer.from('The dam is safe, the mayor of Z\ufffdrich said.\n'),
      'undecodable-bytes',
    ],
    ['gzip with garbage', Buffer.concat([gzipSync(PROSE), Buffer.from('garbage')]), 'trailing-garbage'],
    [
      'gzip with the beginning of another',
      Buffer.concat([gzipSync(PROSE), Buffer.from([0x1f, 0x8b, 1, 2])]),
      'trailing-garbage',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codes('a.txt', bytes)).toEqual([[code]]);
  });
  test('UTF-7 comes out right, and a sum or a telephone number stays as it is', async () => {
    const text = (await readOne('a.txt', 'He said +IBw-no+IB0- to A +- B and C+AOk-cile.\n')).text;
    expect(text).toBe('He said “no” to A + B and Cécile.\n');
    for (const plain of [
      'Call +49-30-1234 or +1-202-555-0100, she said.\n',
      'It was 2+2, +3- or +ab-, he said.\n',
      'C++ and A+ are fine, he said.\n',
    ])
      expect(await readOne('a.txt', plain)).toMatchObject({ text: plain, problems: [] });
  });
  test('UTF-32 comes out right', async () => {
    const bytes = Buffer.alloc(4 * (PROSE.length + 1));
    for (const [at, character] of [...`\ufeff${PROSE}`].entries())
      bytes.writeUInt32LE(character.codePointAt(0)!, 4 * at);
    expect((await readOne('a.txt', bytes)).text).toBe(PROSE);
    expect((await readOne('b.txt', Buffer.from(bytes).swap32())).text).toBe(PROSE);
  });
  test.each<[string, string, string]>([
    ['a.jsonl', record('a') + record('b'), 'a'],
    [
      'a.json',
      JSON.stringify([
        { id: 'a', text: PROSE },
        { id: 'b', text: PROSE },
      ]),
      'a',
    ],
    ['a.csv', `id,text\na,${JSON.stringify(PROSE)}\nb,"Rain fell, he said."\n`, 'a'],
  ])('records of %s: zeros mark all of them, garbage the last', async (name, content) => {
    expect(await codes(name, wide(content))).toEqual([['guessed-charset'], ['guessed-charset']]);
    expect(await codes(name, Buffer.concat([gzipSync(content), Buffer.from('!')]))).toEqual([[], ['trailing-garbage']]);
    expect(await codes(name, Buffer.concat([gzipSync(content), Buffer.alloc(512)]))).toEqual([[], []]);
  });
  test('members of gzip follow each other, however the bytes come', async () => {
    const packed = Buffer.concat([gzipSync(record('a')), gzipSync(record('b')), Buffer.from('x')]);
    const { unpacked, noNotes } = await import('../src/read/bytes.ts');
    for (const size of [1, 2, 9, 100, 10_000]) {
      const notes = noNotes();
      const chunks = (async function* () {
        for (let at = 0; at < packed.length; at += size) yield packed.subarray(at, at + size);
      })();
      expect(Buffer.concat(await all(unpacked(chunks, notes))).toString()).toBe(record('a') + record('b'));
      expect(notes.oddities).toHaveLength(1);
    }
  });
  test.each([1, 9, 12, 40])('gzip that lacks its last %s bytes is damaged', async (count) => {
    const packed = gzipSync(PROSE);
    expect(await reasons('a.txt', packed.subarray(0, packed.length - count))).toEqual([
      'a.txt is a gzip file that ends too early; fetch it again',
    ]);
  });
  test('gzip whose sum is wrong is damaged', async () => {
    const packed = gzipSync(PROSE);
    packed[packed.length - 6]! ^= 1;
    expect(await reasons('a.txt', packed)).toEqual(['a.txt is a damaged gzip file; fetch it again']);
  });
});

describe('short texts', () => {
  test.each([
    ['de', 'Der Damm ist sicher, sagte die Bürgermeisterin am Montag.'],
    ['fr', 'Le barrage est sûr, a déclaré lundi la maire devant les habitants.'],
    ['es', 'La presa es segura, dijo el lunes la alcaldesa a los vecinos.'],
    ['ru', 'Плотина безопасна, заявила в понедельник мэр города.'],
    ['pl', 'Zapora jest bezpieczna, powiedziała w poniedziałek burmistrzyni.'],
    ['tr', 'Belediye başkanı pazartesi günü barajın güvenli olduğunu söyledi.'],
    ['ja', '市長は月曜日に、下町の住民との会合の後、ダムは安全だと述べた。技術者は三月に壁を二度調べた。'],
  ])('in %s are recognised', async (language, text) => {
    expect(await read('a.txt', text)).toMatchObject([{ skipped: { language } }]);
    expect(await readOne('a.txt', text, { anyLanguage: true })).toMatchObject({ language });
  });
  test.each([
    ['Latin', 'Agger tutus est, inquit praefectus urbis die Lunae civibus suis omnibus.'],
    ['Burmese', 'ဆည်သည် လုံခြုံကြောင်း မြို့တော်ဝန်က တနင်္လာနေ့တွင် ပြောကြားခဲ့သည်။ မိုးထပ်ရွာမည်။'],
    ['Esperanto', 'La baraĵo estas sekura, diris lunde la urbestrino al ĉiuj siaj loĝantoj.'],
  ])('in %s are recognised, or read with a problem', async (_, text) => {
    const [reading] = await read('a.txt', text);
    if (reading && 'article' in reading) {
      expect(reading.article).toMatchObject({ language: 'und', problems: [{ code: 'unknown-language' }] });
    } else expect(reading).toHaveProperty('skipped');
  });
  test.each([
    'Dam checked twice; two leaks closed; more rain expected soon.',
    'STORM KILLS THREE, MAYOR CALLS EMERGENCY MEETING TODAY',
    'Rain fell on Monday, she said. Nobody came.',
    'Anna Weber (Lindau), João Silva (Porto), Jana Novák (Praha) 4',
    'Profits rose 12%, shares fell 4%, analysts expect losses again',
  ])('in English are read: %s', async (text) => {
    const { problems, language = 'en' } = await readOne('a.txt', text);
    expect([language, problems ?? []]).toEqual(['en', []]);
  });
});
