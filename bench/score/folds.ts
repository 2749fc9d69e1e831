/** The models of the folds, for cross-validated sets: each document is read by models that have not seen its fold. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModels } from '../../src/attributions/models/weights.ts';
import type { StageModels } from '../../src/extract.ts';
import { readWeights } from '../../src/sources/coreference/factors.ts';
import { kindWeights } from '../../src/sources/kind-model.ts';
import { FOLDS } from '../train/attributions/corpora.ts';
import { foldTable, foldWeights } from '../train/folds.ts';

/** The first weights file of a fold that has not been trained, or null where all are there. */
export function missingFolds(): string | null {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    for (const url of [foldWeights('attributions', fold), foldTable('coreference', fold), foldWeights('kinds', fold)])
      if (!existsSync(url)) return fileURLToPath(url);
  }
  return null;
}

const loaded = new Map<number, StageModels>();

/** The models that have not seen a fold (0 to 4). */
export function modelsOfFold(fold: number): StageModels {
  const models = loaded.get(fold) ?? {
    attributions: loadModels(foldWeights('attributions', fold)),
    sources: {
      coreference: readWeights(foldTable('coreference', fold)),
      kinds: kindWeights(foldWeights('kinds', fold)),
    },
  };
  loaded.set(fold, models);
  return models;
}
