/**
 * Finds attributions: constructs and models propose readings, one decoder chooses among them, chains follow from
 * nesting.
 */
import { type Article, type Attribution, byPosition, type Layers } from '../document.ts';
import { TokenContext } from '../grammar/context.ts';
import { chain } from './chains.ts';
import { readTrained } from './models/index.ts';
import { type Models, shippedModels } from './models/weights.ts';
import { THRESHOLD } from './thresholds.ts';

/**
 * @param least attributions with a lower confidence are left out; the default gives the best balance of precision and
 *   recall
 * @param models other than the shipped ones: for training, where an article is read by models that have not seen it
 */
export function findAttributions(
  article: Article,
  layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>,
  least?: number,
  models: Models = shippedModels(),
): readonly Attribution[] {
  const asked = least ?? models.least ?? THRESHOLD.accept;
  const context = new TokenContext(article, layers, models.corpus);
  const { nested, unattributed } = readTrained(context, asked, models);
  return [...chain(context, nested), ...unattributed.filter(({ confidence }) => confidence >= asked)].sort((a, b) =>
    byPosition(a.content[0]!, b.content[0]!),
  );
}
