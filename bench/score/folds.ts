/** The models of the folds, for cross-validated sets: each document is read by models that have not seen its fold. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModels } from '../../src/attributions/models/weights.ts';
import type { StageModels } from '../../src/extract.ts';
import { FOLDS } from '../train/attributions/corpora.ts';
import { foldWeights } from '../train/folds.ts';

/** The first weights file of a fold that has not been trained, or null where all are there. */
export function missingFolds(): string | null {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const url = foldWeights('attributions', fold);
    if (!existsSync(url)) return fileURLToPath(url);
  }
  return null;
}

const loaded = new Map<number, StageModels>();

/** The models that have not seen a fold (0 to 4). */
export function modelsOfFold(fold: number): StageModels {
  const models = loaded.get(fold) ?? { attributions: loadModels(foldWeights('attributions', fold)) };
  loaded.set(fold, models);
  return models;
}
