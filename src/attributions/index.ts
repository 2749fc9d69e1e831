/** Who says what: constructs propose, chains join what nests. */
import type { Attribution, Stage } from '../document.ts';
import { chain } from './chains.ts';
import { openPage } from './page.ts';
import { readSentence } from './read.ts';

export const findAttributions: Stage<
  'attributions',
  'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'
> = (article, layers) => {
  const page = openPage(article, layers);
  const attributions: Attribution[] = [];
  for (const index of layers.sentences.keys()) attributions.push(...chain(page, readSentence(page, index)));
  return attributions.sort((a, b) => a.content[0]!.start - b.content[0]!.start);
};
