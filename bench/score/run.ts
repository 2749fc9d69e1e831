/** Runs the library over one set, writes gold and predictions to `.work/score/`, and lets the kit's scorer judge. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shippedModels } from '../../src/attributions/models/weights.ts';
import type { Article } from '../../src/document.ts';
import { extractArticle } from '../../src/extract.ts';
import { judgeAll, moreMetrics } from './articles.ts';
import { emptyPrediction, type Prediction, toPrediction } from './convert.ts';
import { modelsOfFold } from './folds.ts';
import type { EvalSet, GoldDocument } from './sets.ts';
import { loadScorer, type Metrics, readGold } from './shared.ts';

const WORK = fileURLToPath(new URL('../../.work/score/', import.meta.url));

export interface Scored {
  readonly set: EvalSet;
  readonly documents: readonly GoldDocument[];
  readonly predictions: readonly Prediction[];
  readonly metrics: Metrics;
  /** Everything the scorer says, as its own table. */
  readonly table: string;
  /** One line a document that the pipeline could not take. */
  readonly failures: readonly string[];
}

/** A document of the kit as the pipeline takes it. */
export function articleOf({ id, text, published }: Pick<GoldDocument, 'id' | 'text' | 'published'>): Article {
  return {
    id,
    source: '-',
    text,
    title: null,
    published: { date: published, basis: published === null ? 'unknown' : 'given', candidates: [], evidence: [] },
    plain: true,
  };
}

/**
 * Scores one set. A document on which the pipeline throws counts as an empty prediction.
 *
 * @param plain read the sets of folds with the shipped models, which may know the texts by heart
 * @throws Error where the models of a fold have not been trained
 */
export async function scoreSet(set: EvalSet, plain: boolean): Promise<Scored> {
  const documents = readGold(set);
  const wide = set.wide && {
    attributions: { ...shippedModels(), corpus: 1, least: set.wide.least },
  };
  const modelsFor = ({ fold }: GoldDocument) => (set.folded && !plain ? modelsOfFold(fold as number) : wide);
  const failures: string[] = [];
  const conventions = set.conventions ?? { nested: 'all', that: false, sourced: false };
  const predictions = documents.map((document) => {
    const models = modelsFor(document);
    try {
      return toPrediction(document.id, document.text, extractArticle(articleOf(document), { models }), conventions);
    } catch (error) {
      failures.push(`${document.id}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
      return emptyPrediction(document.id);
    }
  });
  const gold = writeLines(`${set.name}.gold.jsonl`, documents);
  const pred = writeLines(`${set.name}.pred.jsonl`, predictions);
  const { scoreFiles, formatTable } = await loadScorer();
  const result = await scoreFiles({ gold: gold.written, pred: pred.written, layers: [set.layer] }).finally(() => {
    gold.publish();
    pred.publish();
  });
  const layer = result.layers[set.layer];
  if (!layer) throw new Error(`the scorer has no figures for ${set.layer} in ${set.gold}`);
  const { metrics } = layer;
  const more = set.layer === 'articles' ? moreMetrics(await judgeAll(documents, predictions), metrics) : {};
  return { set, documents, predictions, metrics: { ...metrics, ...more }, table: formatTable(result), failures };
}

/** Writes under a name of this process first: two runs at a time must not read each other's half-written files. */
function writeLines(name: string, rows: readonly unknown[]): { written: string; publish: () => void } {
  mkdirSync(WORK, { recursive: true });
  const written = `${WORK}${process.pid}.${name}`;
  writeFileSync(written, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return { written, publish: () => renameSync(written, WORK + name) };
}
