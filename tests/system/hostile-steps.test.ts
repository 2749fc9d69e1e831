/** Every hostile text beside plain news of its length, by the steps that the stages count; `npm run bench -- --hostile` has the processor time. */
import { expect, test } from 'vitest';
import { analyseCounted } from '../../src/extract.ts';
import { articleOf } from '../attributed.ts';
import { HOSTILE, NEWS } from '../generators.ts';

/** What the stages count for themselves. */
function stepsOf(text: string): number {
  const { work } = analyseCounted(articleOf(text));
  return Object.values(work).reduce((sum, one) => sum + one, 0);
}

const SMALL = 5_000;
const LARGE = 20_000;

test.each(Object.entries(HOSTILE))('%s takes a share of what may be taken, and no more in a longer text', (_, text) => {
  const large = stepsOf(text(LARGE));
  expect(large).toBeLessThan(30 * stepsOf(NEWS(LARGE)));
  expect(large).toBeLessThan(6 * Math.max(LARGE, stepsOf(text(SMALL))));
});
