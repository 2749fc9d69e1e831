/**
 * `npm run train -- attributions`: trains the models of the attribution stage on all annotated texts and writes
 * `attributions.bin`, and into `.work/folds/` one for each fold of the texts that has not seen it, for the cross-validated
 * sets of `npm run score`. With the models that `npm run train -- syntax` leaves in `.work/syntax/`, tags and trees of the
 * texts are made by models that have not seen them.
 */
import { mkdirSync } from 'node:fs';
import { shippedCues } from '../../../src/attributions/models/cues.ts';
import { FEATURES_HASH, FEATURES_VERSION, TABLES } from '../../../src/attributions/models/weights.ts';
import { foldWeights } from '../folds.ts';
import { int8Part, writeWeights } from '../weights.ts';
import { readDocuments } from './documents.ts';
import { fitModels } from './fit.ts';
import { quantise } from './learn.ts';
import { PLAN, type Trained } from './plan.ts';

const TARGET = new URL('../../../src/attributions/models/attributions.bin', import.meta.url);

export function train(): void {
  const started = process.cpuUsage().user;
  const say = (message: string) => {
    console.error(`${((process.cpuUsage().user - started) / 1e6).toFixed(0)} s  ${message}`);
  };
  const documents = readDocuments('articles', 'annotated', 'written', 'chains', 'passages', 'own', 'polnear');
  say(`${documents.length} texts read and analysed`);
  const { all, held } = fitModels(documents, shippedCues(), PLAN, say);
  say(`${TARGET.pathname}: ${write(TARGET, all)} bytes`);
  for (const [fold, models] of held.entries()) {
    const target = foldWeights('attributions', fold);
    mkdirSync(new URL('.', target), { recursive: true });
    write(target, models);
  }
}

function write(target: URL, models: Trained): number {
  const parts = TABLES.map((name) => {
    const { weights, scale } = quantise(models[name]);
    return int8Part(
      name,
      Float32Array.from(weights, (weight) => weight * scale),
      127 * scale,
    );
  });
  const header = { name: 'attributions', version: FEATURES_VERSION, shape: { features: FEATURES_HASH } };
  return writeWeights(target, header, parts);
}
