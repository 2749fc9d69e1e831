/** The models of the folds, for cross-validated sets: each document is read by models that have not seen its fold. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadModels } from '../../src/attributions/models/weights.ts';
import { loadConfidence } from '../../src/confidence/index.ts';
import type { StageModels } from '../../src/extract.ts';
import { readWeights } from '../../src/sources/coreference/factors.ts';
import { kindWeights } from '../../src/sources/kind-model.ts';
import { FOLDS } from '../train/attributions/corpora.ts';
import { foldTable, foldWeights } from '../train/folds.ts';

/** What of the folds' models has not been trained, and the command that makes it; null where all are there. */
export function missingFolds(): string | null {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    for (const [url, command] of [
      [foldWeights('attributions', fold), 'attributions'],
      [foldTable('coreference', fold), 'coreference --folds'],
      [foldWeights('kinds', fold), 'kinds --folds'],
      [foldTable('confidence', fold), 'confidence'],
    ] as const) {
      if (!existsSync(url)) return `${fileURLToPath(url)} is missing: npm run train -- ${command}`;
    }
  }
  return null;
}

const loaded = new Map<number, StageModels>();

/** The models that have not seen a fold (0 to 4), but for the confidence, which is fitted on what these read. */
export function readersOfFold(fold: number): StageModels {
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

/** All models that have not seen a fold. */
export function modelsOfFold(fold: number): StageModels {
  return { ...readersOfFold(fold), confidence: loadConfidence(foldTable('confidence', fold)) };
}
