import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { TAG } from '../src/syntax/labels.ts';
import { lemmaOf } from '../src/syntax/lemma.ts';

const isLoaded = (): boolean =>
  Object.keys(createRequire(import.meta.url).cache).some((path) => /[\\/]compromise[\\/]/.test(path));

test('compromise is loaded for a verb that no lexicon lists, and for no other', () => {
  expect(lemmaOf('redeployed', TAG.VBD)).toBe('redeploy');
  expect(lemmaOf('chastising', TAG.VBG)).toBe('chastise');
  expect(lemmaOf('strapped', TAG.VBN)).toBe('strap');
  expect(isLoaded()).toBe(false);
  expect(lemmaOf('unbricked', TAG.VBD)).toBe('unbrick');
  expect(isLoaded()).toBe(true);
});
