/**
 * Trains the tagger and the parser, and those for text that they learn from: `npm run train -- syntax`. Half of the news is
 * unseen by each model of a fold (`folds.ts`).
 */
import { mkdirSync } from 'node:fs';
import type { LabellerModel } from '../../src/syntax/labeller.ts';
import { loadTagger, PARSER_VERSION, TAGGER_VERSION } from '../../src/syntax/models.ts';
import { cleanPlace } from './clean.ts';
import { readTraining, type TrainingDocument } from './corpora.ts';
import { FOLD_MODELS, foldModel } from './folds.ts';
import { averageOf, foldOf } from './learners.ts';
import { rowParts, usedRows } from './rows.ts';
import { jackknifedTags } from './syntax-jackknife.ts';
import { countAllowed, type LabelExample, trainLabeller } from './syntax-labeller.ts';
import { agreedTrees } from './syntax-news.ts';
import { type TreeExample, trainParser, treeExamples } from './syntax-parser.ts';
import { freshLexicon, type TaggerOptions, tagDocument, trainTagger } from './syntax-tagger.ts';
import { int8Part, int8Weights, textPart, writeWeights } from './weights.ts';

const STAGE = new URL('../../src/syntax/', import.meta.url);
/** Chosen on the development parts: beyond the limit a weight is clipped, below the drop it is left out. */
const PACK = {
  tagger: { limit: 60, drop: 0.5 },
  transitions: { limit: 120, drop: 0.8 },
  labels: { limit: 60, drop: 0.9 },
};
/** Models of several orders of the same sentences are averaged: what one order happened to teach cancels out. */
const SEEDS = [1, 2, 3];
const GOLD_SEEDS = [1, 2, 3, 4];
const NEWS_SEEDS = [1, 2];
const FOLDS = 2;
const TAGGER: TaggerOptions = { bits: 21, epochs: 5, seed: 1, gold: 5 };
/** The parser learns from tags as the tagger gives them to text that it has not seen. */
const JACKKNIFE: TaggerOptions = { bits: 21, epochs: 4, seed: 1, gold: 4 };
const PARSER = { bits: 20, epochs: 12, width: 6 };
/** With the news the gold is gone over twice an epoch. */
const NEWS_PARSER = { ...PARSER, epochs: 6 };
/** The share of a news sentence's heads that a parser of the gold must find as the silver has them. */
const AGREED = 0.85;
const LABELLER = { bits: 22, epochs: 5 };

/** @param options `--clean` learns without GUM and writes elsewhere (`clean.ts`) */
export function train(options: readonly string[] = []): void {
  const clean = options.includes('--clean');
  const gold = clean ? readTraining('ewt-train') : readTraining('gum-train', 'ewt-train');
  const stage = clean ? cleanPlace('syntax/') : STAGE;
  const ofFold = (name: 'tagger' | 'parser', fold: number): URL =>
    clean ? cleanPlace(`syntax/${name}-${fold + 1}-of-${FOLDS}.bin`) : foldModel(name, fold, FOLDS);
  const silver = readTraining('silver-train');
  mkdirSync(FOLD_MODELS, { recursive: true });
  packTagger(new URL('tagger.bin', stage), [...gold, ...silver]);
  for (let fold = 0; fold < FOLDS; fold++) {
    packTagger(ofFold('tagger', fold), [...gold, ...silver.filter(isNotIn(fold))]);
  }

  const tagged = jackknifedTags(gold, silver, JACKKNIFE);
  const trees = [...tagged].flatMap(([document, tags]) => treeExamples(document, tags, document.syntax.heads));
  const tables = GOLD_SEEDS.map((seed) => trainParser(trees, { ...PARSER, seed }).table);
  const labeller = learnLabeller(tagged);
  const { limit, drop } = PACK.transitions;
  const judge = { bits: PARSER.bits, ...usedRows(int8Weights(tables.at(-1)!, limit, drop)) };
  const taggers = Array.from({ length: FOLDS }, (_, fold) => loadTagger(ofFold('tagger', fold)));
  const news = new Map(
    silver.map((document) => {
      const tags = tagDocument(taggers[foldOf(document.id, FOLDS)]!, document);
      return [document, agreedTrees(judge, document, tags, AGREED)];
    }),
  );
  const packNewsParser = (url: URL, documents: readonly TrainingDocument[]): void => {
    const examples: TreeExample[] = [...documents.flatMap((document) => news.get(document)!), ...trees, ...trees];
    const learned = NEWS_SEEDS.map((seed) => trainParser(examples, { ...NEWS_PARSER, seed }).table);
    packParser(url, averageOf([...learned, ...tables]), labeller);
  };
  packNewsParser(new URL('parser.bin', stage), silver);
  for (let fold = 0; fold < FOLDS; fold++) {
    packNewsParser(ofFold('parser', fold), silver.filter(isNotIn(fold)));
  }
}

const isNotIn =
  (fold: number) =>
  ({ id }: TrainingDocument): boolean =>
    foldOf(id, FOLDS) !== fold;

function packTagger(url: URL, documents: readonly TrainingDocument[]): void {
  const { lines, lexicon } = freshLexicon(documents);
  const table = averageOf(SEEDS.map((seed) => trainTagger(documents, lexicon, { ...TAGGER, seed }).table));
  const size = writeWeights(url, { name: 'tagger', version: TAGGER_VERSION, shape: { bits: TAGGER.bits } }, [
    int8Part('table', table, PACK.tagger.limit, PACK.tagger.drop),
    textPart('lexicon', lines),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}

type Labeller = LabellerModel & { readonly table: Float32Array };

/** @param tagged the gold documents, with tags as the tagger gives them to text that it has not seen */
function learnLabeller(tagged: ReadonlyMap<TrainingDocument, Uint8Array>): Labeller {
  const examples = [...tagged].flatMap(([document, tags]) => labelExamples(document, tags));
  const allowed = countAllowed(examples);
  const table = averageOf(SEEDS.map((seed) => trainLabeller(examples, allowed, { ...LABELLER, seed }).table));
  return { bits: LABELLER.bits, table, allowed };
}

function labelExamples({ words, syntax }: TrainingDocument, tags: Uint8Array): LabelExample[] {
  const { types, first } = words;
  return Array.from({ length: first.length - 1 }, (_, sentence) => {
    return { ...syntax, types, tags, from: first[sentence]!, to: first[sentence + 1]! };
  });
}

function packParser(url: URL, transitions: Float32Array, labeller: Labeller): void {
  const { limit, drop } = PACK.transitions;
  const shape = { transitionBits: PARSER.bits, labelBits: labeller.bits };
  const allowed = labeller.allowed.map((list) => String.fromCharCode(...Array.from(list, (label) => 48 + label)));
  const size = writeWeights(url, { name: 'parser', version: PARSER_VERSION, shape }, [
    ...rowParts('transitions', int8Weights(transitions, limit, drop), limit / 127),
    int8Part('labels', labeller.table, PACK.labels.limit, PACK.labels.drop),
    textPart('allowed', allowed),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}
