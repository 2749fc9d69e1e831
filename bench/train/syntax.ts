/**
 * Trains the taggers, then the parsers, and those for text that they learn from: `npm run train -- syntax [taggers|parsers]`.
 * Half of the news is unseen by each model of a fold (`folds.ts`).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { makeKernel } from '../../src/syntax/kernel.ts';
import { loadModels, PARSER_VERSION, TAGGER_VERSION } from '../../src/syntax/models.ts';
import { cleanPlace } from './clean.ts';
import { readTraining, type TrainingDocument } from './corpora.ts';
import { FOLD_MODELS, foldModel } from './folds.ts';
import { averageOf, foldOf } from './learners.ts';
import { placeRows, rowParts } from './rows.ts';
import { jackknifedTags } from './syntax-jackknife.ts';
import { countAllowed, type LabelExample, trainLabeller } from './syntax-labeller.ts';
import { agreedTrees } from './syntax-news.ts';
import { type TreeExample, trainParser, treeExamples } from './syntax-parser.ts';
import { freshLexicon, type TaggerOptions, tagDocument, trainTagger } from './syntax-tagger.ts';
import { int8Part, int8Weights, textPart, wordTableParts, writeWeights } from './weights.ts';

const STAGE = new URL('../../src/syntax/', import.meta.url);
/** Chosen on the development parts: beyond the limit a weight is clipped, below the drop it is left out. */
const PACK = {
  tagger: { limit: 60, drop: 0.5 },
  transitions: { limit: 120, drop: 0.8 },
  labels: { limit: 60, drop: 0.9 },
};
/** Models of several orders of the same sentences are averaged: what one order happened to teach cancels out. */
const TAGGER_SEEDS = [1, 2];
const LABELLER_SEEDS = [1, 2, 3];
/** Models of the folds serve training alone, and one order is enough for that. */
const FOLD_SEEDS = [1];
const GOLD_SEEDS = [1, 2, 3];
const FOLDS = 2;
/** The tags of the gold documents by taggers that have not seen them, one byte a word: the parsers learn from them. */
const JACKKNIFED = 'jackknifed-tags.bin';
const TAGGER: TaggerOptions = { bits: 21, epochs: 5, seed: 1, gold: 5 };
/** The parser learns from tags as the tagger gives them to text that it has not seen. */
const JACKKNIFE: TaggerOptions = { bits: 21, epochs: 3, seed: 1, gold: 3 };
const PARSER = { bits: 20, epochs: 9, width: 6 };
/**
 * With the news the gold is gone over twice an epoch. Each half of the news has one learner, which counts for a third beside
 * those of the gold; the shipped parser is the average of both.
 */
const NEWS_PARSER = { ...PARSER, epochs: 6 };
/** The share of a news sentence's heads that a parser of the gold must find as the silver has them. */
const AGREED = 0.85;
const LABELLER = { bits: 22, epochs: 5 };

/**
 * @param options `taggers` or `parsers` trains these alone; parsers need the taggers of the folds and the tags they gave;
 *   `--clean` learns without GUM and writes elsewhere (`clean.ts`)
 */
export function train(options: readonly string[]): void {
  const clean = options.includes('--clean');
  const gold = clean ? readTraining('ewt-train') : readTraining('gum-train', 'ewt-train');
  const silver = readTraining('silver-train');
  const place = placeOf(clean);
  mkdirSync(FOLD_MODELS, { recursive: true });
  if (!options.includes('parsers')) trainTaggers(gold, silver, place);
  if (!options.includes('taggers')) trainParsers(gold, silver, place);
}

/** Where the models of a training are written. */
type Place = { shipped: URL; jackknifed: URL; ofFold: (name: 'tagger' | 'parser', fold: number) => URL };

function placeOf(clean: boolean): Place {
  if (!clean) {
    const jackknifed = new URL(JACKKNIFED, FOLD_MODELS);
    return { shipped: STAGE, jackknifed, ofFold: (name, fold) => foldModel(name, fold, FOLDS) };
  }
  return {
    shipped: cleanPlace('syntax/'),
    jackknifed: cleanPlace(`syntax/${JACKKNIFED}`),
    ofFold: (name, fold) => cleanPlace(`syntax/${name}-${fold + 1}-of-${FOLDS}.bin`),
  };
}

function trainTaggers(gold: readonly TrainingDocument[], silver: readonly TrainingDocument[], place: Place): void {
  const tags = jackknifedTags(gold, silver, JACKKNIFE);
  writeFileSync(place.jackknifed, Buffer.concat([...tags.values()]));
  for (let fold = 0; fold < FOLDS; fold++) {
    packTagger(place.ofFold('tagger', fold), [...gold, ...silver.filter(isNotIn(fold))], FOLD_SEEDS);
  }
  packTagger(new URL('tagger.bin', place.shipped), [...gold, ...silver], TAGGER_SEEDS);
}

/** The gold documents with the tags that `trainTaggers` left. */
function taggedGold(gold: readonly TrainingDocument[], jackknifed: URL): Map<TrainingDocument, Uint8Array> {
  const tags = readFileSync(jackknifed);
  const tagged = new Map<TrainingDocument, Uint8Array>();
  let at = 0;
  for (const document of gold) {
    tagged.set(document, tags.subarray(at, at + document.words.count));
    at += document.words.count;
  }
  return tagged;
}

function trainParsers(gold: readonly TrainingDocument[], silver: readonly TrainingDocument[], place: Place): void {
  const tagged = taggedGold(gold, place.jackknifed);
  const trees = [...tagged].flatMap(([document, tags]) => treeExamples(document, tags, document.syntax.heads));
  const tables = GOLD_SEEDS.map((seed) => trainParser(trees, { ...PARSER, seed }).table);
  const labeller = learnLabeller(tagged);
  const { limit, drop } = PACK.transitions;
  const judge = makeKernel();
  placeRows(judge, int8Weights(tables.at(-1)!, limit, drop), PARSER.bits);
  const taggers = Array.from({ length: FOLDS }, (_, fold) => loadModels(place.ofFold('tagger', fold), null));
  const news = new Map(
    silver.map((document) => {
      const tags = tagDocument(taggers[foldOf(document.id, FOLDS)]!, document);
      return [document, agreedTrees(judge, document, tags, AGREED)];
    }),
  );
  const learned = averageOf(tables);
  const halves = Array.from({ length: FOLDS }, (_, fold) => {
    const examples: TreeExample[] = silver.filter(isNotIn(fold)).flatMap((document) => news.get(document)!);
    const { table } = trainParser([...examples, ...trees, ...trees], { ...NEWS_PARSER, seed: fold + 1 });
    packParser(place.ofFold('parser', fold), averageOf([table, learned, learned]), labeller);
    return table;
  });
  packParser(
    new URL('parser.bin', place.shipped),
    averageOf([...halves, learned, learned, learned, learned]),
    labeller,
  );
}

const isNotIn =
  (fold: number) =>
  ({ id }: TrainingDocument): boolean =>
    foldOf(id, FOLDS) !== fold;

function packTagger(url: URL, documents: readonly TrainingDocument[], seeds: readonly number[]): void {
  const { packed, lexicon } = freshLexicon(documents);
  const table = averageOf(seeds.map((seed) => trainTagger(documents, lexicon, { ...TAGGER, seed }).table));
  const size = writeWeights(url, { name: 'tagger', version: TAGGER_VERSION, shape: { bits: TAGGER.bits } }, [
    int8Part('table', table, PACK.tagger.limit, PACK.tagger.drop),
    ...wordTableParts(packed.words),
    textPart('classes', packed.classes),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}

interface Labeller {
  readonly bits: number;
  readonly table: Float32Array;
  /** The relations that `pairOf` a dependent allows. */
  readonly allowed: readonly Uint8Array[];
}

/** @param tagged the gold documents, with tags as the tagger gives them to text that it has not seen */
function learnLabeller(tagged: ReadonlyMap<TrainingDocument, Uint8Array>): Labeller {
  const examples = [...tagged].flatMap(([document, tags]) => labelExamples(document, tags));
  const allowed = countAllowed(examples);
  const table = averageOf(LABELLER_SEEDS.map((seed) => trainLabeller(examples, allowed, { ...LABELLER, seed }).table));
  return { bits: LABELLER.bits, table, allowed };
}

function labelExamples({ words, syntax }: TrainingDocument, tags: Uint8Array): LabelExample[] {
  const { first } = words;
  return Array.from({ length: first.length - 1 }, (_, sentence) => {
    return { words, syntax, tags, from: first[sentence]!, to: first[sentence + 1]! };
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
