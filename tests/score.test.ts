import { expect, test } from 'vitest';
import { type Conventions, toPrediction } from '../bench/score/convert.ts';
import type { Output, OutputClaim } from '../src/output.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';

const TEXT =
  'Ann Lee, 40, said that “Bo wrote that about 30 ships sank,” and it was denied that, as Cy says, tens of thousands fled.';

const span = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text });
const claim = (id: string, source: string | null, cue: string, content: string): OutputClaim => ({
  id,
  quotation: 'mixed',
  content: [span(content)],
  attribution: [
    {
      source: source === null ? null : 's1',
      span: source === null ? null : span(source),
      cue: { ...span(cue), lemma: cue },
      stance: 'states',
    },
  ],
  medium: null,
  people: [],
  dates: [],
  numbers: [],
  negated: false,
  hedged: false,
  statement: true,
  by: 'test',
  confidence: 0.9,
});
const number = (id: string, text: string, value: number | null, rest: Partial<Output['numbers'][number]>) => ({
  id,
  ...span(text),
  kind: 'cardinal' as const,
  value,
  min: value,
  max: value,
  modifier: null,
  unit: null,
  counted: null,
  by: 'test',
  ...rest,
});

const OUTPUT: Output = {
  schemaVersion: SCHEMA_VERSION,
  generator: { name: 'accordingto', version: '0.0.0' },
  article: {
    id: 'x',
    source: '-',
    sha256: '0'.repeat(64),
    length: TEXT.length,
    language: 'en',
    title: null,
    published: { date: null, basis: 'unknown', candidates: [], evidence: [] },
  },
  sentences: [{ ...span(TEXT), kind: 'body' }],
  people: [
    {
      id: 'p1',
      name: 'Ann Lee',
      aliases: [],
      titles: [],
      age: 40,
      mentions: [
        { ...span('Ann Lee'), kind: 'name' },
        { ...span('it'), kind: 'pronoun' },
      ],
    },
  ],
  sources: [
    {
      id: 's1',
      name: 'Ann Lee',
      kind: 'person',
      person: 'p1',
      resolved: true,
      how: 'name',
      candidates: [],
      role: null,
      mentions: [{ ...span('Ann Lee'), how: 'name' }],
    },
  ],
  dates: [],
  numbers: [
    number('n1', '40', 40, { kind: 'age', unit: 'year', counted: 'people' }),
    number('n2', 'about 30', 30, { modifier: 'about', counted: 'ships' }),
    number('n3', 'tens of thousands', null, { min: 10000, max: 99999, modifier: 'at-least' }),
  ],
  claims: [
    { ...claim('c0', null, 'said', 'Ann'), attribution: [] },
    claim('c1', 'Ann Lee', 'said', '“Bo wrote that about 30 ships sank,”'),
    claim('c2', 'Bo', 'wrote', 'about 30 ships sank'),
    claim('c3', null, 'was denied', 'as Cy says, tens of thousands fled'),
    claim('c4', 'Cy', 'says', 'tens of thousands fled'),
  ],
  comparisons: [],
  problems: [],
};

const predict = (conventions: Conventions) => toPrediction('x', TEXT, OUTPUT, conventions);
const cues = (conventions: Conventions) => predict(conventions).attributions.map(({ cue }) => TEXT.slice(...cue[0]!));
const ALL: Conventions = { nested: 'all', that: false, sourced: false };

test('people are the name mentions, numbers have bounds only where they have no value', () => {
  const { people, numbers } = predict(ALL);
  expect(people).toEqual([[0, 7]]);
  expect(numbers.map(({ value, range, unit, change }) => ({ value, range, unit, change }))).toEqual([
    { value: 40, range: undefined, unit: 'year', change: '=' },
    { value: 30, range: undefined, unit: 'ships', change: '~' },
    { value: null, range: [10000, 99999], unit: null, change: '>' },
  ]);
});

test('the article itself is no attribution; nested and unnamed ones count by the conventions of the set', () => {
  expect(cues(ALL)).toEqual(['said', 'wrote', 'was denied', 'says']);
  expect(cues({ ...ALL, sourced: true })).toEqual(['said', 'wrote', 'says']);
  expect(cues({ ...ALL, nested: 'outer' })).toEqual(['said', 'was denied']);
  expect(cues({ ...ALL, nested: 'unquoted' })).toEqual(['said', 'was denied', 'says']);
});

test('a leading "that" goes back into the content where the set has it there', () => {
  const contents = predict({ ...ALL, that: true }).attributions.map(({ content }) => TEXT.slice(...content[0]!));
  expect(contents).toEqual([
    'that “Bo wrote that about 30 ships sank,”',
    'that about 30 ships sank',
    'that, as Cy says, tens of thousands fled',
    'tens of thousands fled',
  ]);
});

test('where nobody is named the kind is "group", as the guide of the annotators has it, and there is no name', () => {
  const [, , unnamed, nameless] = predict(ALL).attributions;
  expect(unnamed!.chain[0]).toMatchObject({ source: [], kind: 'group', name: null });
  expect(nameless!.chain[0]).toMatchObject({ source: [[TEXT.indexOf('Cy'), TEXT.indexOf('Cy') + 2]], name: 'Ann Lee' });
});

test('a chain names source, cue and kind of every link', () => {
  expect(predict(ALL).attributions[0]!.chain).toEqual([
    { source: [[0, 7]], cue: [13, 17], kind: 'person', name: 'Ann Lee' },
  ]);
});
