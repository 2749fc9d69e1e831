import { expect, test } from 'vitest';
import { fitLogistic } from '../bench/train/logistic.ts';
import { featuresOf } from '../src/confidence/features.ts';
import { confidenceOf, loadConfidence, withConfidence } from '../src/confidence/index.ts';
import { analyse } from '../src/extract.ts';
import { articleOf } from './attributed.ts';

const ARTICLE = articleOf('The dam is safe, Anna Weber said, according to Tass. Later she said: “Nobody was hurt.”');
/** With these every claim keeps what the reader itself says of it. */
const READER_ONLY = new Map([['reader: log-odds', 1]]);
const LAYERS = analyse(ARTICLE, { minConfidence: 0, models: { confidence: READER_ONLY } });
const FEATURES = featuresOf(ARTICLE, LAYERS);

test('a claim has the features of its speaker, its links, its cue and its content', () => {
  const [passedOn, said] = FEATURES;
  expect(passedOn!.get('links: 2')).toBe(1);
  expect(passedOn!.get('source kind: person')).toBe(1);
  expect(passedOn!.get('relay kind: news-agency')).toBe(1);
  expect(passedOn!.get('quotation: indirect')).toBe(1);
  expect(passedOn!.get('finite verb')).toBe(1);
  expect(said!.get('links: 1')).toBe(1);
  expect(said!.get('source is she')).toBe(1);
  expect(said!.get('source: pronoun')).toBe(1);
  expect(said!.get('quotation: direct')).toBe(1);
});

test('doubt about who is meant counts for pronouns and not for names', () => {
  const doubt = 'source: log-odds of who is meant';
  expect(FEATURES.map((features) => features.has(doubt))).toEqual([false, true]);
});

test('weights add up to log-odds; a feature without a weight says nothing', () => {
  const features = new Map([
    ['bias', 1],
    ['links: 2', 1],
    ['unheard of', 1],
  ]);
  expect(confidenceOf(features, new Map([['bias', Math.log(9)]]))).toBe(0.9);
  expect(
    confidenceOf(
      features,
      new Map([
        ['bias', Math.log(9)],
        ['links: 2', -Math.log(9)],
      ]),
    ),
  ).toBe(0.5);
});

test('what is less sure than asked for is left out, with the sources that then say nothing', () => {
  const weights = new Map([
    ['bias', 2],
    ['links: 2', -4],
  ]);
  const kept = withConfidence(ARTICLE, LAYERS, 0.5, weights);
  expect(LAYERS.attributions).toHaveLength(2);
  expect(LAYERS.sources.map(({ name }) => name)).toEqual(['Anna Weber', 'Tass']);
  expect(kept.attributions.map(({ confidence }) => confidence)).toEqual([0.881]);
  expect(kept.sources.map(({ name, mentions }) => [name, mentions.length])).toEqual([['Anna Weber', 1]]);
});

test('the shipped table weighs features that exist', () => {
  const weights = loadConfidence(new URL('../src/confidence/confidence.tsv', import.meta.url));
  const known = FEATURES.flatMap((features) => [...features.keys()]).filter((name) => weights.has(name));
  expect(new Set(known).size).toBeGreaterThan(20);
  expect(weights.get('reader: log-odds')).toBeGreaterThan(0);
});

test('the fit finds the shares of two kinds, and less so under a penalty', () => {
  const examples = Array.from({ length: 400 }, (_, at) => {
    const kind = at % 2 === 0 ? 'even' : 'odd';
    const right = kind === 'even' ? at % 10 !== 0 : at % 10 === 1;
    return {
      features: new Map([
        ['bias', 1],
        [kind, 1],
      ]),
      right,
      weight: 1,
    };
  });
  const share = (ridge: number, kind: string) =>
    confidenceOf(
      new Map([
        ['bias', 1],
        [kind, 1],
      ]),
      fitLogistic(examples, { least: 10, ridge }),
    );
  expect(share(0.001, 'even')).toBeCloseTo(0.8, 2);
  expect(share(0.001, 'odd')).toBeCloseTo(0.2, 2);
  expect(share(100, 'even')).toBeLessThan(0.75);
  expect(fitLogistic(examples, { least: 201, ridge: 1 }).has('odd')).toBe(false);
});

test('what is left out for its doubt is not said by the article instead', () => {
  const own = (minConfidence: number) =>
    analyse(ARTICLE, { minConfidence }).claims.filter(({ attribution }) => attribution === null);
  expect(own(1)).toEqual(own(0));
});
