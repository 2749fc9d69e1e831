/**
 * `npm run train -- attributions [--folds]`: trains the models of the attribution stage and writes `attributions.bin` and
 * `cues.tsv`; with `--folds` instead one model for each fold of the training texts that has not seen the fold, into
 * `.work/folds/`, for the cross-validated sets of `npm run score`. The syntax models that have not seen an article must
 * be there: `npm run train -- syntax` makes them.
 */
import { mkdirSync } from 'node:fs';
import { type CueWords, cueWords, shippedCues } from '../../../src/attributions/models/cues.ts';
import { FEATURES_VERSION, TABLES } from '../../../src/attributions/models/weights.ts';
import { foldWeights } from '../folds.ts';
import { int8Part, writeWeights } from '../weights.ts';
import { FOLDS } from './corpora.ts';
import { type Document, readDocuments } from './documents.ts';
import { fitModels, PLAN } from './fit.ts';
import { quantise } from './learn.ts';
import { countCues, writeCues } from './lexicon.ts';

const TARGET = new URL('../../../src/attributions/models/attributions.bin', import.meta.url);

export function train(options: readonly string[]): void {
  const started = process.cpuUsage().user;
  const say = (message: string) => {
    console.error(`${((process.cpuUsage().user - started) / 1e6).toFixed(0)} s  ${message}`);
  };
  const documents = readDocuments();
  say(`${documents.length} articles read and analysed`);
  if (options.includes('--folds')) {
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const target = foldWeights('attributions', fold);
      mkdirSync(new URL('.', target), { recursive: true });
      const rest = documents.filter((document) => document.fold !== fold);
      trainOn(rest, shippedCues(), target, say);
    }
    return;
  }
  const rows = countCues(documents);
  writeCues(rows);
  trainOn(documents, cueWords(rows), TARGET, say);
}

function trainOn(documents: readonly Document[], cues: CueWords, target: URL, say: (message: string) => void): void {
  const { all: trained } = fitModels(documents, cues, PLAN, say);
  const parts = TABLES.map((name) => {
    const { weights, scale } = quantise(trained[name]);
    return int8Part(
      name,
      Float32Array.from(weights, (weight) => weight * scale),
      127 * scale,
    );
  });
  const bytes = writeWeights(target, { name: 'attributions', version: FEATURES_VERSION, shape: {} }, parts);
  say(`${target.pathname}: ${bytes} bytes`);
}
