/**
 * `npm run train -- attributions`: trains the models of the attribution stage and writes `attributions.bin` and
 * `cues.tsv`. The models that have not seen an article must be there: `npm run train -- syntax` makes them.
 */
import { cueWords } from '../../../src/attributions/models/cues.ts';
import { FEATURES_VERSION, TABLES } from '../../../src/attributions/models/weights.ts';
import { analyseWords } from '../../../src/syntax/index.ts';
import { modelsNotTrainedOn } from '../folds.ts';
import { int8Part, writeWeights } from '../weights.ts';
import { readDocuments } from './documents.ts';
import { fitModels, PLAN } from './fit.ts';
import { quantise } from './learn.ts';
import { countCues, writeCues } from './lexicon.ts';

const TARGET = new URL('../../../src/attributions/models/attributions.bin', import.meta.url);

export function train(): void {
  const started = process.cpuUsage().user;
  const say = (message: string) => {
    console.error(`${((process.cpuUsage().user - started) / 1e6).toFixed(0)} s  ${message}`);
  };
  const documents = readDocuments(
    'train',
    (id) =>
      (_, { words }) =>
        analyseWords(words, modelsNotTrainedOn(id)),
  );
  say(`${documents.length} articles read and analysed`);
  const rows = countCues(documents);
  writeCues(rows);
  const { all: trained } = fitModels(documents, cueWords(rows), PLAN, say);
  const parts = TABLES.map((name) => {
    const { weights, scale } = quantise(trained[name]);
    return int8Part(
      name,
      Float32Array.from(weights, (weight) => weight * scale),
      127 * scale,
    );
  });
  const bytes = writeWeights(TARGET, { name: 'attributions', version: FEATURES_VERSION, shape: {} }, parts);
  say(`attributions.bin: ${bytes} bytes`);
}
