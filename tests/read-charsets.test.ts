import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/read/decode.ts';
import { readOne, reasons } from './reading.ts';

const TEXT = 'The mayor said: “We won’t close the café – it’s safe.” Rain fell for hours, and the river rose.';
const encoded = (text: string, charset: string, addBOM = false) => iconv.encode(text, charset, { addBOM });

describe('a byte-order mark decides', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s', async (charset) => {
    expect(await decode(encoded(TEXT, charset, true))).toEqual({ text: TEXT, oddities: [] });
  });
  test('a lone surrogate and half a unit become U+FFFD, which is said', async () => {
    const { text, oddities } = await decode(Buffer.from([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x42, 0, 0x43]));
    expect(text).toBe('A\ufffdB\ufffd');
    expect(oddities).toEqual([
      { code: 'undecodable-bytes', message: '2 characters could not be decoded and became U+FFFD.' },
    ]);
  });
  test('records in UTF-16 are split like others, however the bytes are cut', async () => {
    const lines = `{"id":"a","text":"Rain fell."}\n{"id":"ä","text":"Snow fell."}\n`;
    for (const charset of ['utf-16le', 'utf-16be']) {
      expect(await reasons('n.jsonl', encoded(lines, charset, true))).toEqual(['a', 'ä']);
      expect(await reasons('n.json', encoded(`[${lines.trim().replace('\n', ',')}]`, charset, true))).toEqual([
        'a',
        'ä',
      ]);
      expect(await reasons('n.csv', encoded('id,text\nä,Rain.\n', charset, true))).toEqual(['ä']);
    }
  });
});

describe('without a mark', () => {
  test('UTF-8 where every byte fits', async () => {
    expect(await decode(Buffer.from(TEXT), 'windows-1251')).toEqual({ text: TEXT, oddities: [] });
  });
  test('UTF-8 that was cut inside its last character, which is said', async () => {
    expect(await decode(Buffer.from('price: €').subarray(0, -1))).toEqual({
      text: 'price: \ufffd',
      oddities: [{ code: 'undecodable-bytes', message: '1 character could not be decoded and became U+FFFD.' }],
    });
  });
  test('UTF-8 with a damaged byte stays UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff]), Buffer.from(TEXT)]);
    const { text, oddities } = await decode(bytes);
    expect(text).toBe(`${TEXT}\ufffd${TEXT}`);
    expect(oddities.map(({ code }) => code)).toEqual(['undecodable-bytes']);
  });
  test('what is declared', async () => {
    const russian = 'Мэр сказал, что плотина безопасна.';
    expect(await decode(encoded(russian, 'windows-1251'), ' Windows-1251 ')).toEqual({ text: russian, oddities: [] });
    expect((await decode(encoded(TEXT, 'windows-1252'), 'ISO-8859-1')).text).toBe(TEXT);
  });
  test.each(['windows-1252', 'no-such-charset', 'utf-8'])('a guess, which is said (declared: %s)', async (declared) => {
    const { text, oddities } = await decode(
      encoded(TEXT, 'windows-1252'),
      declared === 'windows-1252' ? null : declared,
    );
    expect(text).toBe(TEXT);
    expect(oddities).toEqual([
      {
        code: 'guessed-charset',
        message: 'The bytes are not UTF-8 (byte 16 is 0x93); they were read as windows-1252, which is a guess.',
      },
    ]);
  });
  test.each([
    ['windows-1251', 'Мэр сказал в понедельник, что плотина безопасна и дождь закончился.'],
    ['shift_jis', '市長は月曜日に、ダムは安全だと述べた。'],
    ['windows-1252', 'Caf\u00e9 closed.'],
  ])('%s is guessed', async (charset, text) => {
    expect((await decode(encoded(text, charset))).text).toBe(text);
  });
  test('far into a long text', async () => {
    const long = `${'Rain fell. '.repeat(20_000)}${TEXT}`;
    expect((await decode(encoded(long, 'windows-1252'))).text).toBe(long);
  });
});

test('what was odd reaches the article, over its whole text', async () => {
  const article = await readOne('a.txt', encoded(TEXT, 'windows-1252'));
  expect(article.text).toBe(TEXT);
  expect(article.problems).toEqual([
    {
      stage: 'read',
      code: 'guessed-charset',
      message: expect.stringContaining('windows-1252'),
      start: 0,
      end: TEXT.length,
    },
  ]);
  const record = Buffer.concat([Buffer.from('{"text":"'), encoded('caf\u00e9', 'latin1'), Buffer.from('"}')]);
  expect((await readOne('a.jsonl', record)).problems).toMatchObject([{ code: 'guessed-charset', end: 4 }]);
  const row = Buffer.concat([Buffer.from('id,text\na,'), encoded('“caf\u00e9”', 'windows-1252')]);
  expect(await readOne('a.csv', row)).toMatchObject({ text: '“café”', problems: [{ code: 'guessed-charset' }] });
});
