/** What must hold of every output, on the fixtures and on text that nobody would write. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { findInputs } from '../../src/batch/inputs.ts';
import { type Article, byPosition, contains, type Layers, lastStartingAt, type Span } from '../../src/document.ts';
import { analyse, extractArticle } from '../../src/extract.ts';
import { extract, finish } from '../../src/index.ts';
import { type Output, type OutputSpan, output as schema } from '../../src/output.ts';
import { readArticles } from '../../src/read/index.ts';
import { typeOf, wordTypes } from '../../src/syntax/types.ts';
import { writeClaims } from '../../src/write/claims.ts';
import { writeText } from '../../src/write/text.ts';
import { growthOf } from '../counted.ts';

const articles: Article[] = [];
for (const input of findInputs([fileURLToPath(new URL('../../fixtures', import.meta.url))], null).inputs) {
  for await (const reading of readArticles(input, {})) {
    if (!('article' in reading)) throw new Error(`${reading.place}: no article`);
    articles.push(reading.article);
  }
}

/** @throws AssertionError that names the rule */
function check(output: Output, text: string): void {
  expect(schema.parse(output)).toEqual(output);
  expect(output.article.length).toBe(text.length);
  checkSpans(output, text);
  checkOrder(output);
  checkIds(output);
  for (const { value, min, max, text: words } of output.numbers) {
    for (const figure of [value, min, max])
      if (figure !== null && !Number.isFinite(figure)) expect.fail(`${words} is ${figure}`);
    if (min !== null && max !== null && min > max) expect.fail(`${words} lies between ${min} and ${max}`);
  }
}

/** Spans are cuts of the text, and those of words lie inside one sentence. */
function checkSpans(
  { sentences, people, sources, dates, numbers, claims, problems, article }: Output,
  text: string,
): void {
  const links = claims.flatMap(({ attribution }) => attribution);
  const inOneSentence: [string, OutputSpan][] = [
    ...people.flatMap(({ mentions }) => mentions.map((span): [string, OutputSpan] => ['person', span])),
    ...dates.map((span): [string, OutputSpan] => ['date', span]),
    ...numbers.map((span): [string, OutputSpan] => ['number', span]),
    ...links.flatMap(({ cue }): [string, OutputSpan][] => (cue ? [['cue', cue]] : [])),
    ...links.flatMap(({ span }): [string, OutputSpan][] => (span ? [['source', span]] : [])),
  ];
  const anywhere: [string, OutputSpan][] = [
    ...sentences.map((span): [string, OutputSpan] => ['sentence', span]),
    ...sources.flatMap(({ mentions }) => mentions.map((span): [string, OutputSpan] => ['source mention', span])),
    ...claims.flatMap(({ content, medium }) =>
      [...content, ...(medium ? [medium] : [])].map((span): [string, OutputSpan] => ['content', span]),
    ),
    ...article.published.evidence.map((span): [string, OutputSpan] => ['evidence', span]),
  ];
  for (const [what, span] of [...inOneSentence, ...anywhere]) {
    const where = `${what} ${span.start}-${span.end} ${JSON.stringify(span.text)}`;
    if (span.start >= span.end || span.end > text.length) expect.fail(`${where} is out of bounds`);
    if (text.slice(span.start, span.end) !== span.text) expect.fail(`${where} is not the cut`);
    if (splitsPair(text, span.start) || splitsPair(text, span.end)) expect.fail(`${where} splits a surrogate pair`);
    if (/^\s|\s$/u.test(span.text)) expect.fail(`${where} has white space at its ends`);
  }
  for (const [what, span] of inOneSentence) {
    const sentence = sentences[lastStartingAt(sentences, span.start)];
    if (!sentence || !contains(sentence, span))
      expect.fail(`${what} ${span.start}-${span.end} ${JSON.stringify(span.text)} crosses sentences`);
  }
  for (const { start, end } of problems) expect(start <= end && end <= text.length).toBe(true);
}

function checkOrder({ sentences, people, sources, dates, numbers, claims, problems }: Output): void {
  for (const [what, list] of Object.entries({ sentences, dates, numbers })) {
    sorted(what, list);
    apart(what, list);
  }
  sorted('problems', problems);
  sorted(
    'claims',
    claims.map(({ content }) => content[0]!),
  );
  for (const [what, list] of Object.entries({ people, sources })) {
    sorted(
      what,
      list.map(({ mentions }) => mentions[0]!),
    );
    for (const { name, mentions } of list) sorted(`mentions of ${name}`, mentions);
  }
  for (const { content } of claims) apart('pieces of a content', content);
}

function checkIds({ people, sources, dates, numbers, comparisons, claims }: Output): void {
  for (const [letter, list] of Object.entries({ p: people, s: sources, d: dates, n: numbers, c: claims })) {
    expect(list.map(({ id }) => id)).toEqual(list.map((_, index) => `${letter}${index + 1}`));
  }
  const links = claims.flatMap(({ attribution }) => attribution);
  const known = new Set([people, sources, dates, numbers].flatMap((list) => list.map(({ id }) => id)));
  const used = [
    ...claims.flatMap(({ people, dates, numbers }) => [...people, ...dates, ...numbers]),
    ...links.map(({ source }) => source),
    ...sources.map(({ person }) => person),
    ...comparisons.flatMap(({ numbers, sources }) => [...numbers, ...sources]),
  ];
  for (const id of used) if (id !== null && !known.has(id)) expect.fail(`${id} is nowhere`);
  for (const { span, source } of links) if (span === null && source !== null) expect.fail(`${source} stands nowhere`);
}

/** The layers too: by start, then by end. */
function checkLayers({
  sentences,
  quotes,
  dates,
  numbers,
  names,
  people,
  attributions,
  sources,
  claims,
}: Layers): void {
  for (const [what, layer] of Object.entries({ sentences, quotes, dates, numbers, names })) sorted(what, layer);
  for (const [what, layer] of Object.entries({ attributions, claims })) {
    sorted(
      what,
      layer.map(({ content }: { readonly content: readonly Span[] }) => content[0]!),
    );
    for (const { content } of layer) sorted(`pieces of ${what}`, content);
  }
  for (const { mentions } of [...people, ...sources]) sorted('mentions', mentions);
}

const splitsPair = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

function sorted(what: string, spans: readonly Span[]): void {
  for (let at = 1; at < spans.length; at += 1) {
    const [before, span] = [spans[at - 1]!, spans[at]!];
    if (byPosition(before, span) > 0)
      expect.fail(`${what} are not sorted at ${span.start}: ${before.end} before ${span.end}`);
  }
}

function apart(what: string, spans: readonly Span[]): void {
  for (let at = 1; at < spans.length; at += 1) {
    if (spans[at]!.start < spans[at - 1]!.end) expect.fail(`${what} overlap at ${spans[at]!.start}`);
  }
}

describe('every fixture', () => {
  test.each(articles.map((article) => [article.id, article] as const))('%s', (_, article) => {
    const output = extractArticle(article);
    check(output, article.text);
    checkLayers(analyse(article));
    const lines = writeClaims({ output }).split('\n');
    expect(lines).toHaveLength(output.claims.length + 1);
    expect(writeText({ output, article }).split('\n').length).toBeGreaterThan(output.sentences.length);
  });
});

describe('time zones', () => {
  const zone = process.env.TZ;
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  test('do not change the output', () => {
    const made = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((name) => {
      process.env.TZ = name;
      const hours = new Date(2020, 8, 13).getTimezoneOffset() / 60;
      return { hours, json: JSON.stringify(articles.map((article) => extractArticle(article))) };
    });
    expect(made.map(({ hours }) => hours)).toEqual([-14, 7, 0]);
    expect(new Set(made.map(({ json }) => json)).size).toBe(1);
  });
});

/** Words that make stages work, between words and signs that make them stumble. */
const words = fc.constantFrom(
  ...'said says told reported according to citing that the a President Anna Weber Mr. Dr. Reuters Tass he she they who police constructor __proto__'.split(
    ' ',
  ),
  ...'Monday May 9 2020 last year weeks ago September 14-25 1994 $3m 24pc half a dozen 1,000 2.5bn per cent — - ; : , . ! ? ...'.split(
    ' ',
  ),
  ...[
    '“',
    '”',
    '"',
    '‘',
    '’',
    "'",
    '(',
    ')',
    '«',
    '»',
    '\n',
    '\n\n',
    '\r\n',
    '\u2028',
    '\t',
    '\u00a0',
    '\u200b',
    '•',
    '1.',
    'A.B.',
    'U.S.',
  ],
  ...['\u{1F327}', '\ud83c', '\udf27', 'e\u0301', '北京', 'مينسك', '\0', '\ufeff', 'x'.repeat(300)],
);
const newsish = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ' ', ' ', ' ', '')), { maxLength: 80 })
  .map((parts) => parts.flat().join(''));
const anything = fc.oneof(
  { arbitrary: newsish, weight: 3 },
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
const day = fc.option(fc.constantFrom('2020-09-13', '2024-02-29', '1999-12-31', '0001-01-01', '9999-12-31'));

test('no text makes it throw, and what it says of any text holds', () => {
  fc.assert(
    fc.property(anything, day, (text, published) => {
      const { output, layers } = finish({ text, published });
      check(output, text);
      checkLayers(layers);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('the same text gives the same output, whatever was read before', () => {
  const first = articles.map((article) => JSON.stringify(extractArticle(article)));
  const again = articles.toReversed().map((article) => JSON.stringify(extractArticle(article)));
  expect(again.reverse()).toEqual(first);
});

test('the same text gives the same output when what is known of words is given up to bound memory', () => {
  const before = articles.map((article) => JSON.stringify(extractArticle(article)));
  const { generation } = wordTypes;
  for (let word = 0; word < 70_000; word++) typeOf(`w${word}`, 0, `w${word}`.length);
  const after = articles.map((article) => JSON.stringify(extractArticle(article)));
  expect(wordTypes.generation).toBe(generation + 1);
  expect(after).toEqual(before);
});

test('text without a stop is cut at white space, so that no stage meets a sentence without end', () => {
  const text = 'Anna Weber said on Monday that 12 people left and '.repeat(400);
  const { sentences } = extract(text);
  expect(Math.max(...sentences.map(({ start, end }) => end - start))).toBeLessThan(2100);
  expect(sentences.map(({ text }) => text).join(' ')).toBe(text.trim());
});

test.each<[string, string]>([
  [
    'news',
    articles
      .map(({ text }) => text)
      .join('\n\n')
      .slice(0, 4_000) || 'Rain fell on Monday, police said. '.repeat(200),
  ],
  // As long as this, because in shorter ones statements stand inside each other less deep than in eight times the text.
  ['one line without a stop', 'Anna Weber said on Monday that 12 people '.repeat(40)],
  ['stops', 'a.b. . '.repeat(300)],
  ['open quotations', '“Rain ‘fell '.repeat(200)],
  ['cues', 'said according to citing '.repeat(50)],
  ['figures', '1,234.5 2 $3m 1994 '.repeat(100)],
  ['white space', `Rain${' '.repeat(2_000)}fell.${'\n'.repeat(2_000)}`],
])(
  'the work that %s takes grows with its length',
  (_, text) => {
    const read = (times: number) => extract({ text: text.repeat(times), published: '2020-09-13' });
    // Eight times the text; a square would be 64 times as dear.
    expect(growthOf(read, 1, 8)).toBeLessThan(24);
  },
  60_000,
);

test.each([
  'The minister said the mayor said the dam was safe. The minister said so.',
  '“The dam is safe,” said Weber, who said the mayor had said that “the dam is safe and dry,” according to the agency.',
  'According to DPA, Weber said that according to the mayor the dam was safe.',
  'Weber denied that she said the dam was safe, the paper reported, citing the ministry.',
  'The dam is safe and the wall is dry, Weber said, adding that the dam is safe, the agency reported.',
])('what begins together is in the order of its ends: %s', (text) => {
  const { output, layers } = finish(text);
  check(output, text);
  checkLayers(layers);
});
