/**
 * Syntax models that have not seen a document, for trainers of later stages: what they learn from must look like what
 * they will meet. `npm run train -- syntax` makes them.
 */
import { existsSync } from 'node:fs';
import { loadModels, type SyntaxModels } from '../../src/syntax/models.ts';
import { foldOf } from './learners.ts';

export const FOLD_MODELS = new URL('../../.work/syntax/', import.meta.url);

/** The file of a model that has not seen the news documents of a fold. */
export function foldModel(name: 'tagger' | 'parser', fold: number, folds: number): URL {
  return new URL(`${name}-${fold + 1}-of-${folds}.bin`, FOLD_MODELS);
}

const FOLDS_HOME = new URL('../../.work/folds/', import.meta.url);

/**
 * The weights of a later stage that have not seen the training texts of a fold (0 to 4, as the kit's files name it);
 * `npm run score` reads the texts of the fold with them.
 */
export const foldWeights = (name: string, fold: number): URL => new URL(`${fold}/${name}.bin`, FOLDS_HOME);

/** The same where the weights are a table of names. */
export const foldTable = (name: string, fold: number): URL => new URL(`${fold}/${name}.tsv`, FOLDS_HOME);

const loaded = new Map<string, SyntaxModels>();

/**
 * The models for a document of the news training text: a tagger and a parser that did not learn from it.
 *
 * @throws Error where they have not been trained
 */
export function modelsNotTrainedOn(id: string, folds = 2): SyntaxModels {
  const fold = foldOf(id, folds);
  const url = foldModel('parser', fold, folds);
  if (!existsSync(url)) throw new Error(`${url.pathname} is missing: npm run train -- syntax`);
  const models = loaded.get(url.href) ?? loadModels(foldModel('tagger', fold, folds), url);
  loaded.set(url.href, models);
  return models;
}
