/** Every hostile text beside plain news of its length, by counted work; `npm run bench -- --hostile` has the processor time. */
import { expect, test } from 'vitest';
import type { Article } from '../../src/document.ts';
import { analyse, analyseCounted } from '../../src/extract.ts';
import { growthOf } from '../counted.ts';
import { HOSTILE, NEWS } from '../generators.ts';
import { seededText } from '../seeded.ts';

const articleOf = (text: string): Article => ({
  id: 'a',
  source: '-',
  text,
  title: null,
  published: { date: null, basis: 'unknown', candidates: [], evidence: [] },
  plain: true,
});
const LENGTH = 200_000;

/** Steps for each code unit. */
function stepsOf(text: string): number {
  const { work } = analyseCounted(articleOf(text));
  return Object.values(work).reduce((sum, one) => sum + one, 0) / text.length;
}

test.each(Object.entries(HOSTILE))('%s takes no more than twenty times what news takes', (_, text) => {
  expect(stepsOf(text(LENGTH))).toBeLessThan(20 * stepsOf(NEWS(20_000)));
});

test.each(Object.entries(HOSTILE))('%s grows with its length', (_, text) => {
  expect(growthOf((size) => analyse(articleOf(text(size))), 5_000, 20_000)).toBeLessThan(8);
});

test.each(Array.from({ length: 40 }, (_, seed) => seed + 100))('seed %i grows with its length', (seed) => {
  const text = seededText(seed);
  expect(growthOf((size) => analyse(articleOf(text(size))), 4_000, 16_000)).toBeLessThan(8);
});
