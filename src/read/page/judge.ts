/** Decides which blocks of a page are its article: a linear model over the features of each block. */
import { loadLexicon } from '../../lexicon.ts';
import type { Block } from './blocks.ts';
import { blockFeatures, type Witness } from './features.ts';

/**
 * A block whose probability is higher is part of the article. Chosen by cross-validation over sites on the pages that the
 * weights were learned from (`npm run train -- pages` prints the table).
 */
const PART_OF_ARTICLE = 0.6;

let weights: ReadonlyMap<string, number> | null = null;

/**
 * @param blocks a page's blocks in reading order
 * @param witness what speaks for them elsewhere in the page
 * @returns one truth value a block
 */
export function judgeBlocks(blocks: readonly Block[], witness: Witness): boolean[] {
  weights ??= new Map(
    loadLexicon(new URL('./weights.tsv', import.meta.url)).map(([name, weight]) => [name!, Number(weight)]),
  );
  const known = weights;
  return blockFeatures(blocks, witness).map((names) => {
    let sum = 0;
    for (const name of names) sum += known.get(name) ?? 0;
    return 1 / (1 + Math.exp(-sum)) > PART_OF_ARTICLE;
  });
}
