/**
 * No text takes more than linear work: what hung once, and texts of the program's own words, grown and compared by counted
 * work. The whole list of hostile texts is in tests/system/growth.test.ts beside it.
 */
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../src/extract.ts';
import { articleOf } from '../attributed.ts';
import { growthOf, workOf } from '../counted.ts';
import { HOSTILE, NEWS } from '../generators.ts';
import { seededText } from '../seeded.ts';

const read = (text: string) => extractArticle(articleOf(text));

/** Work beside that of plain news of that length. */
function dearness(text: string): number {
  const plain = NEWS(text.length);
  read(plain);
  return workOf(() => read(text)) / workOf(() => read(plain));
}

describe('lines that begin with a date, and go on', () => {
  const REST = [
    'Harbour Weekly published an explosive report linking the collapse of the mismanaged County Savings cooperative Southern Cross',
    'brought the strongest earthquake ever recorded along that coast and government investigators came to the reactor afterwards',
    'Updated estimates of internationally recognised meteorological organisations notwithstanding',
    'GMT UTC BST CEST EDT PDT AEST and counterrevolutionaries everywhere',
    'x'.repeat(250),
  ];
  test.each(
    REST.flatMap((rest) => [
      `On 16 October 2016, ${rest}.`,
      `March 11, 2011 ${rest}, officials said.`,
      `13 September 2020 – ${rest}!`,
      `September 13, 2020 10:30 AM ${rest};`,
    ]),
  )('%s', (text) => {
    expect(dearness(text)).toBeLessThan(20);
  });
});

describe('what looks like a dateline', () => {
  test.each([
    ['spaces', (size: number) => `PARIS${' '.repeat(size)}he said it rained.`],
    ['capitals and spaces', (size: number) => `${'PARIS '.repeat(size / 6)}he said it rained.`],
    ['marks', (size: number) => `PARIS, ${'Sept. , '.repeat(size / 8)}he said it rained.`],
    ['dashes in words', (size: number) => `PARIS${'-A'.repeat(size / 2)} he said it rained.`],
    ['brackets', (size: number) => `PARIS, Sept 13 ${'(Reuters) '.repeat(size / 10)}he said it rained.`],
  ])('%s', (_, text) => {
    expect(growthOf((size) => read(text(size)), 1_500, 6_000)).toBeLessThan(6);
  });
});

describe('quotations in one paragraph', () => {
  test.each([
    '“We go,” he said. ',
    'He said: “We go.” ',
    '“We go,” he said. “We stay.” ',
    '“We go”, she told Tass, adding: “We stay.” ',
    'Weber said: “We go”; she said: “We stay”. ',
    '"We go," he said, "or we stay," she said. ',
  ])('%s', (piece) => {
    const text = (size: number) => piece.repeat(size / piece.length);
    expect(growthOf((size) => read(text(size)), 3_000, 12_000)).toBeLessThan(6);
    const chains = read(text(2_000)).claims.map(({ attribution }) => attribution.length);
    expect(Math.max(...chains)).toBeLessThan(8);
  });
});

describe('names, figures and quotations that refer to one another', () => {
  test.each([
    'persons who speak',
    'persons of one surname',
    'digits with stops and commas',
    'quotations that go on, paragraph by paragraph',
    'aliases in brackets',
    'people counted by two',
  ])('%s', (name) => {
    expect(growthOf((size) => read(HOSTILE[name]!(size)), 3_000, 12_000)).toBeLessThan(6);
  });
});

describe('texts of the program’s own words', () => {
  test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const text = seededText(seed);
    const sizes = [500, 2_000, 8_000].map((size) => text(size));
    read(sizes[0]!);
    const [one, four, sixteen] = sizes.map((grown) => workOf(() => read(grown)));
    // Inside a sentence, which is cut at 2,000 characters, work may grow faster; a square would give 16 both times.
    expect(four! / one!).toBeLessThan(14);
    expect(sixteen! / four!).toBeLessThan(8);
  });
});
