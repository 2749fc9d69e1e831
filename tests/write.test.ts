import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compose } from '../src/compose.ts';
import type { Article, Layers } from '../src/document.ts';
import { output as schema } from '../src/output.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { writeClaims } from '../src/write/claims.ts';
import { GrowingFile, writeWhole } from '../src/write/file.ts';
import { writeJson } from '../src/write/json.ts';
import { writeNdjson } from '../src/write/ndjson.ts';
import { writeText } from '../src/write/text.ts';
import { growthOf } from './counted.ts';

const text =
  'Dam “safe”\n\nThe 30-metre dam, built in 1994, is safe, Mayor Anna Weber said on Monday, according to Tass. “We checked it twice,” Weber said.';
const at = (piece: string, from = 0) => {
  const start = text.indexOf(piece, from);
  return { start, end: start + piece.length };
};
const article: Article = {
  id: 'dam',
  source: 'dam.md',
  text,
  title: 'Dam',
  published: { date: '2024-05-06', basis: 'given', candidates: [], evidence: [] },
  plain: false,
};
/** Layers written by hand, with people and sources out of order, so that nothing here depends on a stage. */
const known = { resolved: true, how: 'name', candidates: [], role: null, quotations: [] };
const layers = {
  sentences: [
    { ...at('Dam “safe”'), kind: 'heading', paragraph: 0 },
    { start: at('The 30').start, end: at('Tass.').end, kind: 'body', paragraph: 1 },
    { start: at('“We').start, end: text.length, kind: 'body', paragraph: 1 },
  ],
  quotes: [{ ...at('“safe”'), closed: false, continues: false, depth: 0 }],
  published: article.published,
  dates: [
    { ...at('1994'), type: 'DATE', value: '1994', basis: 'stated', by: 'year' },
    { ...at('Monday'), type: 'DATE', value: '2024-05-06', basis: 'relative', by: 'weekday' },
  ],
  numbers: [
    {
      ...at('30-metre'),
      kind: 'measure',
      value: 30,
      min: 30,
      max: 30,
      modifier: null,
      unit: 'm',
      counted: null,
      by: 'unit',
    },
    {
      ...at('twice'),
      kind: 'multiple',
      value: 2,
      min: 2,
      max: 2,
      modifier: null,
      unit: null,
      counted: null,
      by: 'multiple',
    },
  ],
  people: [
    {
      name: 'Nobody',
      aliases: [],
      titles: [],
      age: null,
      mentions: [{ start: at('We checked').start, end: at('e checked').start + 1, kind: 'pronoun' }],
    },
    {
      name: 'Anna Weber',
      aliases: ['Weber'],
      titles: ['Mayor'],
      age: null,
      mentions: [
        { ...at('Anna Weber'), kind: 'name' },
        { ...at('Weber', at('twice').start), kind: 'name' },
      ],
    },
  ],
  sources: [
    { name: 'Tass', kind: 'news-agency', person: null, ...known, mentions: [{ ...at('Tass'), how: 'name' }] },
    {
      name: 'Anna Weber',
      kind: 'person',
      person: 1,
      ...known,
      mentions: [
        { ...at('Mayor Anna Weber'), how: 'name' },
        { ...at('Weber', at('twice').start), how: 'form' },
      ],
    },
  ],
  attributions: [
    {
      content: [at('The 30-metre dam, built in 1994, is safe')],
      links: [
        { source: at('Mayor Anna Weber'), cue: at('said'), lemma: 'say', stance: 'states' },
        { source: at('Tass'), cue: at('according to'), lemma: 'according to', stance: 'reports' },
      ],
      medium: null,
      by: 'subject-verb-after',
      confidence: 0.9749,
    },
    {
      content: [at('“We checked it twice,”')],
      links: [
        { source: at('Weber', at('twice').start), cue: at('said', at('twice').start), lemma: 'say', stance: 'states' },
      ],
      medium: null,
      by: 'quote',
      confidence: 1,
    },
  ],
  claims: [
    {
      quotation: 'direct',
      content: [at('“We checked it twice,”')],
      attribution: 1,
      negated: false,
      hedged: false,
      statement: true,
      by: 'quote',
      confidence: 1,
    },
    {
      quotation: 'indirect',
      content: [at('The 30-metre dam, built in 1994, is safe')],
      attribution: 0,
      negated: false,
      hedged: true,
      statement: true,
      by: 'subject-verb-after',
      confidence: 0.9749,
    },
  ],
  comparisons: [{ numbers: [0, 1], relation: 'disagree', sources: [1, null], about: 'dam' }],
} as unknown as Layers;
const output = compose(article, layers);
const finished = { output, article, layers };

test('ids count in order of first appearance, whatever the order of the layers', () => {
  expect(schema.parse(output)).toEqual(output);
  expect(output.people.map(({ id, name }) => `${id} ${name}`)).toEqual(['p1 Anna Weber', 'p2 Nobody']);
  expect(output.sources.map(({ id, name, person }) => `${id} ${name} ${person}`)).toEqual([
    's1 Anna Weber p1',
    's2 Tass null',
  ]);
  expect(output.claims.map(({ id, by }) => `${id} ${by}`)).toEqual(['c1 subject-verb-after', 'c2 quote']);
  expect(output.claims[0]).toMatchObject({ people: [], dates: ['d1'], numbers: ['n1'], confidence: 0.97 });
  expect(output.claims[1]).toMatchObject({ people: ['p2'], dates: [], numbers: ['n2'] });
  expect(output.claims[0]!.attribution.map(({ source }) => source)).toEqual(['s1', 's2']);
});

test('JSON: the same object, keys in the order of the contract, one mention a line', () => {
  const json = writeJson(finished);
  expect(JSON.parse(json)).toEqual(output);
  expect(Object.keys(JSON.parse(json))).toEqual(Object.keys(schema.shape));
  expect(json.endsWith('\n}\n')).toBe(true);
  const lines = json.split('\n');
  for (const { start, text } of output.sentences) {
    expect(
      lines.filter((line) => line.includes(`"start": ${start}, `) && line.includes(JSON.stringify(text))),
    ).toHaveLength(1);
  }
  expect(lines.filter((line) => line.includes('"text": ')).every((line) => line.split('"text": ').length === 2)).toBe(
    true,
  );
  expect(lines).toContain('  "quotation": "direct",'.padStart(27).replace(/^ +/, '      '));
});

test('NDJSON: the same object on one line', () => {
  expect(writeNdjson(finished)).toBe(`${JSON.stringify(output)}\n`);
});

test('a claim of the claims format stands alone', () => {
  const [first, second, ...rest] = writeClaims(finished).split('\n');
  expect(rest).toEqual(['']);
  expect(JSON.parse(first!)).toEqual({
    schemaVersion: SCHEMA_VERSION,
    article: 'dam',
    published: '2024-05-06',
    claim: 'c1',
    text: 'The 30-metre dam, built in 1994, is safe',
    ...at('The 30-metre dam, built in 1994, is safe'),
    content: output.claims[0]!.content,
    quotation: 'indirect',
    attribution: [
      {
        source: 'Anna Weber',
        kind: 'person',
        person: 'Anna Weber',
        resolved: true,
        stance: 'states',
        lemma: 'say',
        span: { ...at('Mayor Anna Weber'), text: 'Mayor Anna Weber' },
        cue: { ...at('said'), text: 'said' },
      },
      {
        source: 'Tass',
        kind: 'news-agency',
        person: null,
        resolved: true,
        stance: 'reports',
        lemma: 'according to',
        span: { ...at('Tass'), text: 'Tass' },
        cue: { ...at('according to'), text: 'according to' },
      },
    ],
    medium: null,
    people: [],
    dates: [{ ...at('1994'), text: '1994', type: 'DATE', value: '1994', basis: 'stated' }],
    numbers: [
      {
        ...at('30-metre'),
        text: '30-metre',
        kind: 'measure',
        value: 30,
        min: 30,
        max: 30,
        modifier: null,
        unit: 'm',
        counted: null,
      },
    ],
    negated: false,
    hedged: true,
    statement: true,
    by: 'subject-verb-after',
    confidence: 0.97,
  });
  expect(JSON.parse(second!).people).toEqual([{ name: 'Nobody', aliases: [], titles: [], age: null }]);
});

test('the page shows every sentence with marks beneath and values at the right', () => {
  expect(writeText(finished)).toMatchInlineSnapshot(`
    "dam: Dam
    published 2024-05-06 (given); 2 claims, 2 attributed
    p person  d date  n number  _ claimed  . own voice  1 2 3 who says it  ^ cue  m medium

      1#  Dam “safe”

       2  The 30-metre dam, built in 1994, is safe, Mayor Anna Weber said on Monday, according to Tass.
              nnnnnnnn                                                                                          n1 measure 30 m
                                     dddd                                                                       d1 DATE 1994 stated
                                                          pppppppppp                                            p1 Anna Weber
                                                                             dddddd                             d2 DATE 2024-05-06 relative
          ________________________________________  1111111111111111 ^^^^            ^^^^^^^^^^^^ 2222          c1 indirect | s1 Anna Weber (person) states "say" < s2 Tass (news-agency) reports "according to" | hedged | subject-verb-after | 0.97

       3  “We checked it twice,” Weber said.
           pp                                                                                                   p2 Nobody
                         nnnnn                                                                                  n2 multiple 2
                                 ppppp                                                                          p1 Anna Weber
          ______________________ 11111 ^^^^                                                                     c2 direct | s1 Anna Weber (person) states "say" | quote | 1.00

    People
      p1  Mayor Anna Weber  2x  also Weber
      p2  Nobody  1x

    Sources
      s1  Anna Weber  person p1  2x  name
      s2  Tass  news-agency  1x  name

    Figures for one thing
      dam: n1 (s1), n2 (own voice) disagree

    Problems
      quotes unclosed-quotation at 4-10
    "
  `);
});

test('marks stand under their words in every line of a long sentence', () => {
  const long = `${'Rain fell on the hills and on the valley '.repeat(6)}said Anna.`;
  const sentence = { start: 0, end: long.length, kind: 'body', paragraph: 0 };
  const person = {
    name: 'Anna',
    aliases: [],
    titles: [],
    age: null,
    mentions: [{ start: long.length - 5, end: long.length - 1, kind: 'name' }],
  };
  const empty = {
    ...layers,
    comparisons: [],
    quotes: [],
    dates: [],
    numbers: [],
    sources: [],
    attributions: [],
    claims: [],
  };
  const page = { ...article, text: long };
  const lines = writeText({
    output: compose(page, { ...empty, sentences: [sentence], people: [person] } as unknown as Layers),
    article: page,
  }).split('\n');
  const marked = lines.findIndex((line) => line.includes('pppp'));
  expect(lines[marked - 1]!.indexOf('Anna')).toBe(lines[marked]!.indexOf('pppp'));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(130);
});

test('composing and the page take work in proportion to the text', () => {
  const write = (times: number) => {
    const body = `${text}\n\n`.repeat(times);
    const spread = <Item>(items: readonly Item[]): Item[] =>
      Array.from({ length: times }, (_, index) => index * (text.length + 2)).flatMap(
        (offset) => move(items, offset) as Item[],
      );
    const { sentences, dates, numbers, people, sources, claims, attributions } = layers;
    const large = {
      ...layers,
      quotes: [],
      sentences: spread(sentences),
      dates: spread(dates),
      numbers: spread(numbers),
      people: people.map((person) => ({ ...person, mentions: spread(person.mentions) })),
      sources: sources.map((source) => ({ ...source, mentions: spread(source.mentions) })),
      attributions: spread(attributions),
      claims: spread(claims),
    };
    const doc = { ...article, text: body };
    return writeText({ output: compose(doc, large), article: doc });
  };
  expect(growthOf(write, 25, 400)).toBeLessThan(24);
});

/** The same layer further down the text. */
function move(value: unknown, offset: number): unknown {
  if (Array.isArray(value)) return value.map((item) => move(item, offset));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'start' || key === 'end' ? item + offset : move(item, offset),
    ]),
  );
}

test('a file is whole or not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-write-'));
  await writeWhole(join(folder, 'a/b/c.json'), 'new');
  expect(readFileSync(join(folder, 'a/b/c.json'), 'utf8')).toBe('new');
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken/x'), '');
  await expect(writeWhole(join(folder, 'taken'), 'new')).rejects.toThrow();
  expect(readdirSync(folder).sort()).toEqual(['a', 'taken']);
  const growing = new GrowingFile(join(folder, 'lines'));
  growing.append('one\n');
  expect(existsSync(join(folder, 'lines'))).toBe(false);
  growing.append('two\n');
  await growing.commit();
  expect(readFileSync(join(folder, 'lines'), 'utf8')).toBe('one\ntwo\n');
  new GrowingFile(join(folder, 'more')).discard();
  expect(readdirSync(folder).sort()).toEqual(['a', 'lines', 'taken']);
});
