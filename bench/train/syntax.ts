/** Trains the tagger and the parser: `npm run train -- syntax [--only tagger|parser] [--folds N]`. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LabellerModel } from '../../src/syntax/labeller.ts';
import { PARSER_VERSION, TAGGER_VERSION } from '../../src/syntax/models.ts';
import { readTraining, type TrainingDocument } from './corpora.ts';
import { FOLD_TAGGERS, foldTagger } from './folds.ts';
import { averageOf, foldOf } from './learners.ts';
import { jackknifedTags } from './syntax-jackknife.ts';
import { countAllowed, type LabelExample, trainLabeller } from './syntax-labeller.ts';
import { trainParser, treeExamples } from './syntax-parser.ts';
import { freshLexicon, type TaggerOptions, trainTagger } from './syntax-tagger.ts';
import { int8Part, textPart, writeWeights } from './weights.ts';

const STAGE = new URL('../../src/syntax/', import.meta.url);
/** Chosen on the development parts: beyond the limit a weight is clipped, below the drop it is left out. */
const PACK = {
  tagger: { limit: 60, drop: 0.5 },
  transitions: { limit: 120, drop: 1.2 },
  labels: { limit: 60, drop: 0.9 },
};
/** Models of several orders of the same sentences are averaged: what one order happened to teach cancels out. */
const SEEDS = [1, 2, 3];
const PARSER_SEEDS = [1, 2];
const TAGGER: TaggerOptions = { bits: 21, epochs: 5, seed: 1, gold: 4 };
/** The parser learns from tags as the tagger gives them to text that it has not seen. */
const JACKKNIFE: TaggerOptions = { bits: 21, epochs: 4, seed: 1, gold: 4 };
const PARSER = { bits: 21, epochs: 12, width: 8 };
const LABELLER = { bits: 22, epochs: 5 };
/** A relation that fewer words have between two such tags is not weighed there. */
const LEAST = 2;

export function train(options: readonly string[]): void {
  const { values } = parseArgs({
    args: [...options],
    options: { only: { type: 'string' }, folds: { type: 'string' } },
  });
  const gold = readTraining('gum-train', 'ewt-train');
  const silver = readTraining('silver-train');
  if (values.folds !== undefined) {
    trainFolds(gold, silver, Number(values.folds));
    return;
  }
  if (values.only !== 'parser') packTagger(new URL('tagger.bin', STAGE), learnTagger([...gold, ...silver]));
  if (values.only !== 'tagger') {
    packParser(new URL('parser.bin', STAGE), learnParser(jackknifedTags(gold, silver, JACKKNIFE)));
  }
}

/**
 * Taggers for text that the shipped one has learned from: each has not seen the news documents of one fold. The parser
 * learns from gold alone, so it has seen no news document and serves as it is.
 */
function trainFolds(gold: readonly TrainingDocument[], silver: readonly TrainingDocument[], folds: number): void {
  mkdirSync(FOLD_TAGGERS, { recursive: true });
  for (let fold = 0; fold < folds; fold++) {
    const rest = silver.filter(({ id }) => foldOf(id, folds) !== fold);
    packTagger(foldTagger(fold, folds), learnTagger([...gold, ...rest]));
  }
}

interface LearnedTagger {
  readonly bits: number;
  readonly table: Float32Array;
  readonly lexicon: readonly string[];
}

function learnTagger(documents: readonly TrainingDocument[]): LearnedTagger {
  const { lines, lexicon } = freshLexicon(documents);
  const table = averageOf(SEEDS, (seed) => trainTagger(documents, lexicon, { ...TAGGER, seed }).table);
  return { bits: TAGGER.bits, table, lexicon: lines };
}

function packTagger(url: URL, { bits, table, lexicon }: LearnedTagger): void {
  const size = writeWeights(url, { name: 'tagger', version: TAGGER_VERSION, shape: { bits } }, [
    int8Part('table', table, PACK.tagger.limit, PACK.tagger.drop),
    textPart('lexicon', lexicon),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}

interface LearnedParser {
  readonly parser: { readonly bits: number; readonly table: Float32Array };
  readonly labeller: LabellerModel & { readonly table: Float32Array };
}

/** @param tagged the gold documents, with tags as the tagger gives them to text that it has not seen */
function learnParser(tagged: ReadonlyMap<TrainingDocument, Uint8Array>): LearnedParser {
  const trees = [...tagged].flatMap(([document, tags]) => treeExamples(document, tags, document.syntax.heads));
  const labels = [...tagged].flatMap(([document, tags]) => labelExamples(document, tags));
  const parser = averageOf(PARSER_SEEDS, (seed) => trainParser(trees, { ...PARSER, seed }).table);
  const allowed = countAllowed(labels, LEAST);
  const labeller = averageOf(SEEDS, (seed) => trainLabeller(labels, allowed, { ...LABELLER, seed }).table);
  return {
    parser: { bits: PARSER.bits, table: parser },
    labeller: { bits: LABELLER.bits, table: labeller, allowed },
  };
}

function labelExamples({ words, syntax }: TrainingDocument, tags: Uint8Array): LabelExample[] {
  const { types, first } = words;
  return Array.from({ length: first.length - 1 }, (_, sentence) => {
    return { ...syntax, types, tags, from: first[sentence]!, to: first[sentence + 1]! };
  });
}

function packParser(url: URL, { parser, labeller }: LearnedParser): void {
  const shape = { transitionBits: parser.bits, labelBits: labeller.bits };
  const allowed = labeller.allowed.map((list) => String.fromCharCode(...Array.from(list, (label) => 48 + label)));
  const size = writeWeights(url, { name: 'parser', version: PARSER_VERSION, shape }, [
    int8Part('transitions', parser.table, PACK.transitions.limit, PACK.transitions.drop),
    int8Part('labels', labeller.table, PACK.labels.limit, PACK.labels.drop),
    textPart('allowed', allowed),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}
