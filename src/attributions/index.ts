/** Who says what: constructs propose, trained models choose, chains join what nests. */
import { type Article, type Attribution, byPosition, type Layers } from '../document.ts';
import { chain } from './chains.ts';
import { addConstructs, groups } from './merge.ts';
import { LEAST, readTrained } from './models/index.ts';
import { type Models, shippedModels } from './models/weights.ts';
import { Page } from './page.ts';
import { withPassingOn } from './passed-on.ts';
import { readSentence } from './read.ts';

/**
 * @param least attributions with a lower confidence are left out; the default gives the best balance of precision and
 *   recall, 0.6 about nine right of ten, 0.2 the most
 * @param models other than the shipped ones: for training, where an article is read by models that have not seen it
 */
export function findAttributions(
  article: Article,
  layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>,
  least: number = LEAST,
  models: Models = shippedModels(),
): readonly Attribution[] {
  const page = new Page(article, layers);
  const constructed = layers.sentences.flatMap((_, index) => readSentence(page, index));
  const { candidates, refused } = readTrained(page, constructed, least, models);
  const all = addConstructs(page, candidates, constructed, refused).filter(({ confidence }) => confidence >= least);
  return groups(all)
    .flatMap((group) => chain(page, withPassingOn(group)))
    .sort((a, b) => byPosition(a.content[0]!, b.content[0]!));
}
