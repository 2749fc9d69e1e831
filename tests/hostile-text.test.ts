/** Hostile text stays text: on a terminal, in messages, as options, as messages of a protocol. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leftoverRows } from '../src/cli/leftovers.ts';
import { cannotWrite } from '../src/failure.ts';
import { extract, finish, read, write } from '../src/index.ts';
import { Lines } from '../src/mcp/lines.ts';
import { asReadError } from '../src/read/error.ts';
import { inColumns, oneLine, visible } from '../src/write/one-line.ts';
import { readOne } from './reading.ts';
import { Runs, record } from './runs.ts';

const TEXT = 'The dam is safe, the mayor said on Monday.';
/** What a terminal obeys: colours, a title, a bell, a cursor that goes back, C1, marks of direction, other line ends. */
const ESCAPES = '\u001b[31mred\u001b]0;title\u0007\b\r\u009b2J\u202eturned\u2066\u200f\u061c\u2028\u2029\u0085';
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe('escapes', () => {
  test.each([
    ['the id', { id: `a${ESCAPES}`, text: TEXT }],
    ['the title', { title: `Dam${ESCAPES}`, text: TEXT }],
    ['the body', { text: `The dam${ESCAPES} is safe, Mayor${ESCAPES} Weber said.` }],
    ['a name', { text: `“It is safe,” said Anna\u001b[2J Weber, of the Lindau\u202e council.` }],
    ['all', { id: ESCAPES, title: ESCAPES, text: `${ESCAPES}\n\n${TEXT}${ESCAPES}` }],
  ])('in %s are not in pages of text, in Markdown, in CoNLL-U', async (_, input) => {
    for (const format of ['text', 'markdown', 'conllu'] as const) {
      const [file] = await write([finish(input)], format);
      expect(String(file!.content).replaceAll('\t', ' ')).not.toMatch(OBEYED);
    }
  });
  test('leave CoNLL-U its ten columns', async () => {
    const [file] = await write([finish(`The dam \u001b \u202e \u0085 is safe.`)], 'conllu');
    for (const line of String(file!.content).split('\n'))
      if (/^\d/.test(line)) expect(line.split('\t').map((cell) => cell !== '')).toEqual(Array(10).fill(true));
  });
  test('are cleaned or made visible', () => {
    expect(oneLine(`a${ESCAPES}b`)).not.toMatch(OBEYED);
    expect(visible(`a${ESCAPES} b\n`)).not.toMatch(OBEYED);
    expect(visible('\u001b[31m \u202e\u009b\n')).toBe('\\u001b[31m \\u202e\\u009b\\n');
    expect(inColumns(`a${ESCAPES}b`)).toHaveLength(ESCAPES.length + 2);
  });
  test('in names of files are visible in the summary', async () => {
    const runs = new Runs().put({ 'n.jsonl': record(`x${ESCAPES}`), 'a.txt': TEXT });
    await runs.run(['n.jsonl'], { formats: ['json'] });
    const { leftovers } = await runs.run(['a.txt'], { formats: ['json'] });
    expect(leftovers.left.files).toHaveLength(1);
    expect(leftoverRows(leftovers).replaceAll('\n', '')).not.toMatch(OBEYED);
  });
});

test.each(['EMFILE', 'ENFILE'])('%s says what to do', (code) => {
  const error = Object.assign(new Error(`${code}: too many open files`), { code });
  expect(cannotWrite('out', error).message).toMatch(/too many files are open; raise the limit \(ulimit -n/);
  expect(asReadError(error).message).toMatch(/too many files are open.*; /);
});

describe('arguments of the library', () => {
  const of = (input: unknown, options?: unknown) => () =>
    options === undefined ? extract(input as string) : extract(input as string, options as object);
  const article = { id: 'a', source: 'a.txt', text: TEXT, title: null, plain: true };
  const published = { date: '2024-05-06', basis: 'given', candidates: [], evidence: [] };
  test.each<[string, () => unknown, ErrorConstructor, RegExp]>([
    [
      'null as options',
      () => extract(TEXT, null as never),
      TypeError,
      /^the options of extract must be an object, .*; they are null$/,
    ],
    ['a day as options', of(TEXT, '2024-05-06'), TypeError, /they are string$/],
    ['a list as options', of(TEXT, []), TypeError, /they are an array$/],
    [
      'a misspelt option',
      of(TEXT, { publised: '2024-05-06' }),
      TypeError,
      /have no "publised" \(did you mean published\?\)/,
    ],
    ['another option', of(TEXT, { language: 'en' }), TypeError, /have no "language"; there are published/],
    [
      'NaN',
      of(TEXT, { minConfidence: Number.NaN }),
      RangeError,
      /^minConfidence must be a number from 0 to 1; it is NaN$/,
    ],
    ['a number as a string', of(TEXT, { minConfidence: '0.5' }), TypeError, /it is string$/],
    ['5', of(TEXT, { minConfidence: 5 }), RangeError, /it is 5$/],
    ['-0.1', of(TEXT, { minConfidence: -0.1 }), RangeError, /it is -0\.1$/],
    ['Infinity', of(TEXT, { minConfidence: Number.POSITIVE_INFINITY }), RangeError, /it is Infinity$/],
    ['null', of(TEXT, { minConfidence: null }), TypeError, /it is null$/],
    [
      'a flag that is none',
      of(TEXT, { includeText: 'yes' }),
      TypeError,
      /^includeText must be true or false; it is string$/,
    ],
    [
      'a misspelt field',
      of({ text: TEXT, tittle: 'Dam' }),
      TypeError,
      /^an article has no "tittle" \(did you mean title\?\)/,
    ],
    ['a day that is an object', of({ text: TEXT, published: {} }), TypeError, /^published must be a day/],
    ['half a day', of({ text: TEXT, published: { date: '2024-05-06' } }), TypeError, /^published must be a day/],
    [
      'half a day of a reader',
      of({ ...article, published: { date: '2024-05-06' } }),
      TypeError,
      /^published\.basis must be one of/,
    ],
    [
      'a day without candidates',
      of({ ...article, published: { ...published, candidates: undefined } }),
      TypeError,
      /^published\.candidates must be/,
    ],
    [
      'evidence outside the text',
      of({ ...article, published: { ...published, evidence: [{ start: 0, end: 999 }] } }),
      TypeError,
      /^published\.evidence must be/,
    ],
    [
      'no such day',
      of({ ...article, published: { ...published, date: '2024-02-30' } }),
      TypeError,
      /^published\.date must be/,
    ],
    ['no id', of({ ...article, id: '', published }), TypeError, /^id must be a string that is not empty; it is empty$/],
    [
      'no source',
      of({ ...article, source: undefined, published }),
      TypeError,
      /^source must be a string; it is undefined$/,
    ],
    ['problems that are none', of({ ...article, problems: [{}], published }), TypeError, /^problems must be/],
  ])('%s', (_, call, type, message) => {
    expect(call).toThrow(type);
    expect(call).toThrow(message);
  });
  test('fields that nobody knows are named in a problem', () => {
    const input = { text: TEXT, section: 'News', words: 9 };
    expect(extract(input).problems.filter(({ stage }) => stage === 'read')).toMatchObject([
      { code: 'unknown-field', message: 'The article\'s "section", "words" is not known and was left out.' },
    ]);
  });
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-empty-'));
  test.each<[string, unknown, unknown, RegExp]>([
    ['no path', undefined, {}, /^TypeError: read wants a path/],
    ['null', null, {}, /^TypeError: read wants a path, or a list of paths; one is null$/],
    ['null as options', folder, null, /^TypeError: the options of read must be an object/],
    ['a misspelt option', folder, { form: 'txt' }, /have no "form" \(did you mean from\?\)/],
    ['no format', folder, { from: 'pdf' }, /^RangeError: there is no format "pdf"/],
    ['no day', folder, { published: '2024-13-01' }, /^RangeError: published "2024-13-01" is not a day/],
    ['no size', folder, { maxTextBytes: Number.NaN }, /^RangeError: maxTextBytes must be above 0; it is NaN$/],
    ['a size as text', folder, { maxTextBytes: '2MB' }, /^TypeError: maxTextBytes must be a number/],
  ])('read: %s', async (_, paths, options, message) => {
    const asked = (async () => {
      for await (const _reading of read(paths as string, options as object));
    })();
    await expect(asked.catch((error) => Promise.reject(new Error(`${error}`)))).rejects.toThrow(message);
  });
});

describe('fields of a record', () => {
  test.each(['tittle', 'titel', 'titl', 'Titlee', 'heedline'])('%s is probably the title', async (name) => {
    const { problems = [] } = await readOne('n.jsonl', JSON.stringify({ text: TEXT, [name]: 'Dam' }));
    expect(problems).toMatchObject([{ code: 'unknown-field', message: expect.stringContaining(`"${name}"`) }]);
  });
  test('that other tools write, or beside the right one, are no problem', async () => {
    const more = { title: 'Dam', tittle: 'Dam', filename: 'x', tags: [], image_url: null, description: 'x', nlp: {} };
    expect((await readOne('n.jsonl', JSON.stringify({ text: TEXT, ...more }))).problems).toEqual([]);
  });
});

describe('messages of a protocol that are too long', () => {
  const through = async (chunks: readonly string[], longest = 1000) => {
    const answers: unknown[] = [];
    const lines = new Lines(longest, (line) => answers.push(JSON.parse(line)));
    let passed = '';
    lines.on('data', (data) => (passed += data));
    for (const chunk of chunks) lines.write(Buffer.from(chunk));
    lines.end();
    await new Promise((resolve) => lines.once('end', resolve));
    return { answers, passed };
  };
  const long = 'x'.repeat(5000);
  test.each<[string, string, unknown]>([
    ['with its id at the end', `{"method":"tools/call","params":{"text":"${long}"},"jsonrpc":"2.0","id":7}`, 7],
    [
      'with its id at the start',
      `{"jsonrpc":"2.0","id":"a\\"b","method":"tools/call","params":{"text":"${long}"}}`,
      'a"b',
    ],
    ['with an id inside alone', `{"method":"x","params":{"id":5,"text":"${long}"}}`, null],
    ['that is no JSON', long, null],
    ['that hides an id in its text', `{"method":"x","params":{"text":"${long},\\"id\\":9}"}}`, null],
  ])('%s is answered, and the next one passes', async (_, message, id) => {
    const all = `{"id":1}\n${message}\n{"id":2}\n`;
    for (const size of [1, 7, 100_000]) {
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      const { answers, passed } = await through(chunks);
      expect(passed).toBe('{"id":1}\n{"id":2}\n');
      expect(answers).toEqual([
        {
          jsonrpc: '2.0',
          id,
          error: {
            code: -32600,
            message: `the message has ${message.length + 1} bytes, more than 1000; send the article in parts`,
          },
        },
      ]);
    }
  });
  test('a last line without end is answered too', async () => {
    expect((await through([long])).answers).toHaveLength(1);
    expect((await through(['{"id":1}'])).passed).toBe('{"id":1}');
  });
});
