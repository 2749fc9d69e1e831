/** Whatever the bytes, a reader gives articles whose text is a text, or says why not. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/document.ts';
import { decode } from '../../src/read/decode.ts';
import { ReadError } from '../../src/read/error.ts';
import { FORMATS } from '../../src/read/format.ts';
import { languageOf } from '../../src/read/language.ts';
import { parseRecord, recordArticle } from '../../src/read/record.ts';
import { splitValues } from '../../src/read/values.ts';
import { all, read } from '../reading.ts';

const WARC =
  'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 102\r\n\r\n';
/** One good input of each format, for bytes to be changed in. */
const SAMPLES: Readonly<Record<(typeof FORMATS)[number], string>> = {
  txt: 'Rain fell, the mayor said. “It rained,” she told reporters.\n',
  md: '---\ntitle: Rain\ndate: 2024-05-06\n---\n# Rain\n\n> “It *rained*,” [she](http://x.example) said.\n\n- a\n',
  html: '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rain</title><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-06"}</script></head><body><article><p>Rain fell, she said.</p><p>&ldquo;It rained&rdquo;</p></article></body></html>',
  json: '[{"id":"a","text":"Rain fell."},{"id":"b","text":"Snow \\"fell\\".","date":5}]',
  jsonl: '{"id":"a","text":"Rain fell."}\n{"id":"b","maintext":"Snow fell.","authors":["A"]}\n',
  csv: 'id,text,date\na,"Rain, she said.",2024-05-06\nb,Snow.,\n',
  warc: `${WARC}HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n<p>Rain.\r\n\r\n`,
};

/** @throws AssertionError where an article could not go through the pipeline */
function check(article: Article): void {
  expect(typeof article.text).toBe('string');
  expect(article.text).toMatch(/\S/);
  expect(typeof article.id).toBe('string');
  expect(article.published.date ?? '2020-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const { stage, message, start, end } of article.problems ?? []) {
    expect({ stage, start, end }).toEqual({ stage: 'read', start: 0, end: article.text.length });
    expect(message).toMatch(/\.$/);
  }
}

async function readAny(name: string, bytes: Uint8Array): Promise<void> {
  const readings = await read(name, bytes);
  expect(readings.length).toBeGreaterThan(0);
  for (const reading of readings) {
    if ('article' in reading) check(reading.article);
    else if ('failure' in reading) {
      expect(reading.failure).toBeInstanceOf(ReadError);
      expect(reading.failure.message).toMatch(/^(?:is|has|cannot be read: E[A-Z]+|unpacks) /);
      expect(reading.failure.message).not.toMatch(/\n|ERR_|TypeError|RangeError/);
    }
  }
}

const changed = (sample: Buffer) =>
  fc
    .array(fc.record({ at: fc.nat(sample.length), cut: fc.nat(8), put: fc.uint8Array({ maxLength: 6 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((edits) =>
      edits.reduce(
        (bytes, { at, cut, put }) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
        sample,
      ),
    );

describe.each(FORMATS)('%s', (format) => {
  const sample = Buffer.from(SAMPLES[format]);
  test('any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => readAny(`f.${format}`, bytes)),
      { numRuns: 60 },
    );
  });
  test('any text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).map((string) => Buffer.from(string));
    await fc.assert(
      fc.asyncProperty(text, (bytes) => readAny(`f.${format}`, bytes)),
      { numRuns: 60 },
    );
  });
  test('a good input with bytes changed, cut or packed', async () => {
    await fc.assert(
      fc.asyncProperty(changed(sample), fc.nat(sample.length), fc.boolean(), async (bytes, length, packed) => {
        await readAny(`f.${format}`, bytes);
        const whole = packed ? gzipSync(bytes) : bytes;
        await readAny(`f.${format}.gz`, whole.subarray(0, packed ? Math.min(length, whole.length) : length));
      }),
      { numRuns: 60 },
    );
  });
});

test('any text comes back from UTF-8 and UTF-16 as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const plain = text.replaceAll('\0', '').replace(/^\ufeff/, '');
      expect((await decode(Buffer.from(`\ufeff${plain}`))).text).toBe(plain);
      expect((await decode(Buffer.from(`\ufeff${plain}`, 'utf16le'))).text).toBe(plain);
    }),
  );
});

test('any records come out of an array as they went in, however they are laid out', async () => {
  const record = fc.record({ text: fc.string({ minLength: 1 }), more: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), fc.nat(3), async (records, indent) => {
      const stream = (async function* () {
        yield Buffer.from(JSON.stringify(records, null, indent));
      })();
      const values = (await all(splitValues(stream))).map(({ bytes }) => JSON.parse(String(bytes)));
      expect(values).toEqual(JSON.parse(JSON.stringify(records)));
    }),
  );
});

test('any object is a record or says what is wrong with it', () => {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const names = fc.constantFrom(
    'text',
    'id',
    'published',
    'date',
    'title',
    'url',
    'authors',
    'language',
    '__proto__',
    'claim',
  );
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), (object) => {
      try {
        check(recordArticle(parseRecord(JSON.stringify(object)), { id: 'x', source: 'x', published }));
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError);
      }
    }),
  );
});

test('any text has a language or none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 250, maxLength: 2000 }), async (text) => {
      expect((await languageOf(text)) ?? 'en').toMatch(/^[a-z]{2,3}$/);
    }),
    { numRuns: 50 },
  );
});
