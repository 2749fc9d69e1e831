/**
 * Syntax models that have not seen a document, for trainers of later stages: what they learn from must look like what
 * they will meet. `npm run train -- syntax --folds N` makes the taggers.
 */
import { existsSync } from 'node:fs';
import { loadTagger, type SyntaxModels, shippedModels } from '../../src/syntax/models.ts';
import { foldOf } from './learners.ts';

export const FOLD_TAGGERS = new URL('../../.work/syntax/', import.meta.url);

export function foldTagger(fold: number, folds: number): URL {
  return new URL(`tagger-${fold + 1}-of-${folds}.bin`, FOLD_TAGGERS);
}

const loaded = new Map<string, SyntaxModels>();

/**
 * The models for a document of the news training text: a tagger that did not learn from it. The shipped parser learned
 * from other treebanks only.
 *
 * @throws Error where the taggers have not been trained
 */
export function modelsNotTrainedOn(id: string, folds = 2): SyntaxModels {
  const url = foldTagger(foldOf(id, folds), folds);
  if (!existsSync(url)) throw new Error(`${url.pathname} is missing: npm run train -- syntax --folds ${folds}`);
  const models = loaded.get(url.href) ?? { ...shippedModels(), tagger: loadTagger(url) };
  loaded.set(url.href, models);
  return models;
}
