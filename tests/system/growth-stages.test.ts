/** The work of single stages grows with the text, by the counters of the engine. */
import { expect, test } from 'vitest';
import { findAttributions } from '../../src/attributions/index.ts';
import { analyse } from '../../src/extract.ts';
import { findSources } from '../../src/sources/index.ts';
import { articleOf, attributionsIn } from '../attributed.ts';
import { growthOf } from '../counted.ts';

test('of sources work grows with the text, not with its square', () => {
  const piece =
    'The owner, Mistral Marine Inc, said the port was shut. Jane Smith said it was open. They said the ministry knew.\n\n';
  const made = new Map([25, 400].map((times) => [times, attributionsIn(piece.repeat(times))]));
  const read = (times: number) => {
    const { article, layers } = made.get(times)!;
    return findSources(article, { ...layers, people: [...layers.people] });
  };
  expect(growthOf(read, 25, 400)).toBeLessThan(24);
});

test('of attributions work grows with the paragraphs that one speaker is quoted with, not with their square', () => {
  // Made before: what is counted is this stage alone, each time on an article that it has not seen.
  const made = [100, 1600, 1600, 100].map((paragraphs) => {
    const article = articleOf(`The mayor said:\n\n${'“It rained on and on.”\n\n'.repeat(paragraphs)}`);
    return { article, layers: { ...analyse(article), attributions: [] } };
  });
  const read = () => {
    const { article, layers } = made.shift()!;
    return findAttributions(article, layers);
  };
  // A square is 256. Known: each paragraph's scope clears columns as long as the article, which makes it 150 (2026-11-30).
  expect(growthOf(read, 100, 1600)).toBeLessThan(170);
});
