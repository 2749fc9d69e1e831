/** The work for every hostile text grows with its length, by the counters of the engine. */
import { expect, test } from 'vitest';
import { analyse } from '../../src/extract.ts';
import { articleOf } from '../attributed.ts';
import { growthOf } from '../counted.ts';
import { HOSTILE } from '../generators.ts';
import { seededText } from '../seeded.ts';

/**
 * Eight times the text. A square would be 64; five levels of statements inside statements, where only the longer text has
 * them, 40.
 */
const [SHORT, LONG, MOST] = [1_000, 8_000, 45];

// Loops that count nothing are seen by the engine's own counters, which are slow: small texts, and eight seeds.
test.each(Object.entries(HOSTILE))('%s grows with its length', (_, text) => {
  expect(growthOf((size) => analyse(articleOf(text(size))), SHORT, LONG)).toBeLessThan(MOST);
});

test.each(Array.from({ length: 8 }, (_, seed) => seed + 100))('seed %i grows with its length', (seed) => {
  const text = seededText(seed);
  expect(growthOf((size) => analyse(articleOf(text(size))), SHORT, LONG)).toBeLessThan(MOST);
});
