/** The whole stage, models and constructs together, on cues of many kinds and fields. */
import { describe, expect, test } from 'vitest';
import { explain } from '../src/attributions/explain.ts';
import { findAttributions } from '../src/attributions/index.ts';
import { FEATURES_HASH, FEATURES_VERSION } from '../src/attributions/models/weights.ts';
import { analyse } from '../src/extract.ts';
import { loadWeights } from '../src/model/weights.ts';
import { articleOf, lineOf, linesOf } from './attributed.ts';
import { readCases } from './markup.ts';

describe('cases', () => {
  test.each(readCases('attributions.cases.txt').map((one) => [`${one.place} ${one.title}`, one] as const))(
    '%s',
    (_, { text, spans, options }) => {
      const article = articleOf(text);
      const found = analyse(article).attributions.map((attribution) => lineOf(article, attribution).split(' @ ')[0]);
      const wanted = linesOf(text, spans).map(({ line }) => line);
      if (options.gap === undefined) expect(found.sort()).toEqual(wanted.sort());
      else expect(found.sort(), 'the gap is closed: take its mark away').not.toEqual(wanted.sort());
    },
  );
});

describe('confidence', () => {
  const article = articleOf(
    'The minister said the dam was safe. Engineers expect repairs. “It will hold,” she added. The town wants answers.',
  );
  const layers = analyse(article);

  test('is a probability', () => {
    expect(layers.attributions.length).toBeGreaterThan(1);
    for (const { confidence } of layers.attributions) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test('a higher threshold keeps a part of what a lower one keeps', () => {
    const cues = (least: number) => findAttributions(article, layers, least).map(({ links }) => links[0]!.cue!.start);
    const all = cues(0.1);
    const sure = cues(0.95);
    expect(sure.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining(sure));
    expect(cues(1)).toEqual([]);
  });
});

test.each([
  ['The club countered that the deal was fair.', 'counter'],
  ['The lake is clean, according to the ministry.', 'according to'],
])('the lemma of a cue that the lexicon of verbs lacks: %s', (text, lemma) => {
  expect(analyse(articleOf(text)).attributions.map(({ links }) => links[0]!.lemma)).toEqual([lemma]);
});

describe('explain', () => {
  const article = articleOf('The minister said the dam was safe. The town lies below the dam.');
  const layers = analyse(article);

  test('marks source, cue and content under the sentence, and gives the lexicon line', () => {
    const lines = explain(article, layers, [0]);
    const sentence = lines.findIndex((line) => line.includes('The minister said'));
    expect(lines[sentence + 1]).toBe('    ssssssssssss ^^^^ ________________');
    expect(lines.some((line) => /lexicon: "said" carried a cue in \d+ of \d+ uses/.test(line))).toBe(true);
    expect(lines.some((line) => /^ {4}for a cue: +\S/.test(line))).toBe(true);
    expect(lines.some((line) => /^ {4}proposed by \S+ in the article itself, 0\.\d\d/.test(line))).toBe(true);
  });

  test('says so where nothing is attributed', () => {
    expect(explain(article, layers, [1]).join('\n')).toContain('nothing is attributed here');
  });
});

test('each paragraph that is nothing but a quotation is a claim, and nobody is named as its speaker', () => {
  const article = articleOf(`The mayor said:\n\n${'“It rained on and on.”\n\n'.repeat(600)}`);
  const found = analyse(article).attributions;
  expect(found).toHaveLength(600);
  expect(found.slice(1).every(({ links: [link] }) => link!.source === null && link!.cue === null)).toBe(true);
});

test('the weights belong to the templates and constructs of today', () => {
  const file = new URL('../src/attributions/models/attributions.bin', import.meta.url);
  expect(loadWeights(file, FEATURES_VERSION).shape.features).toBe(FEATURES_HASH);
});
