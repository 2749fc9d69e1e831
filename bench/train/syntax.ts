/** Trains the tagger and the parser: `npm run train -- syntax [--only tagger|parser] [--folds N]`. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LabellerModel } from '../../src/syntax/labeller.ts';
import { PARSER_VERSION, TAGGER_VERSION } from '../../src/syntax/models.ts';
import type { ParserModel } from '../../src/syntax/parser.ts';
import { readTraining, type TrainingDocument } from './corpora.ts';
import { FOLD_TAGGERS, foldTagger } from './folds.ts';
import { foldOf } from './learners.ts';
import { type LabelExample, trainLabeller } from './syntax-labeller.ts';
import { trainParser, treeExamples } from './syntax-parser.ts';
import { freshLexicon, type TaggerOptions, tagDocument, trainTagger } from './syntax-tagger.ts';
import { int8Part, textPart, writeWeights } from './weights.ts';

const STAGE = new URL('../../src/syntax/', import.meta.url);
/** Chosen on the development parts: beyond the limit a weight is clipped, below the drop it is left out. */
const PACK = {
  tagger: { limit: 60, drop: 0.5 },
  transitions: { limit: 100, drop: 0.8 },
  labels: { limit: 60, drop: 0.5 },
};
const TAGGER: TaggerOptions = { bits: 21, epochs: 5, seed: 1, gold: 4 };
/** The parser learns from tags as the tagger gives them to text that it has not seen. */
const JACKKNIFE: TaggerOptions = { bits: 20, epochs: 3, seed: 1, gold: 1 };
const FOLDS = 4;
const PARSER = { bits: 21, epochs: 8, seed: 1 };
const LABELLER = { bits: 20, epochs: 5, seed: 1, least: 2 };

export function train(options: readonly string[]): void {
  const { values } = parseArgs({
    args: [...options],
    options: { only: { type: 'string' }, folds: { type: 'string' } },
  });
  const gold = readTraining('gum-train', 'ewt-train');
  if (values.folds !== undefined) {
    trainFolds(gold, Number(values.folds));
    return;
  }
  if (values.only !== 'parser') {
    packTagger(new URL('tagger.bin', STAGE), learnTagger([...gold, ...readTraining('silver-train')]));
  }
  if (values.only !== 'tagger') packParser(new URL('parser.bin', STAGE), learnParser(jackknife(gold)));
}

/**
 * Taggers for text that the shipped one has learned from: each has not seen the news documents of one fold. The parser
 * learns from gold alone, so it has seen no news document and serves as it is.
 */
function trainFolds(gold: readonly TrainingDocument[], folds: number): void {
  const silver = readTraining('silver-train');
  mkdirSync(FOLD_TAGGERS, { recursive: true });
  for (let fold = 0; fold < folds; fold++) {
    const rest = silver.filter(({ id }) => foldOf(id, folds) !== fold);
    packTagger(foldTagger(fold, folds), learnTagger([...gold, ...rest]));
  }
}

export interface LearnedTagger {
  readonly bits: number;
  readonly table: Float32Array;
  readonly lexicon: readonly string[];
}

export function learnTagger(documents: readonly TrainingDocument[]): LearnedTagger {
  const { lines, lexicon } = freshLexicon(documents);
  const { bits, table } = trainTagger(documents, lexicon, TAGGER);
  return { bits, table, lexicon: lines };
}

export function packTagger(url: URL, { bits, table, lexicon }: LearnedTagger): void {
  const size = writeWeights(url, { name: 'tagger', version: TAGGER_VERSION, shape: { bits } }, [
    int8Part('table', table, PACK.tagger.limit, PACK.tagger.drop),
    textPart('lexicon', lexicon),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}

/** The gold documents with the tags of a tagger that has not seen them. */
export function jackknife(documents: readonly TrainingDocument[]): Map<TrainingDocument, Uint8Array> {
  const tags = new Map<TrainingDocument, Uint8Array>();
  const isIn = (document: TrainingDocument, fold: number) => foldOf(document.id, FOLDS) === fold;
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = documents.filter((document) => !isIn(document, fold));
    const { lexicon } = freshLexicon(rest);
    const tagger = trainTagger(rest, lexicon, JACKKNIFE);
    for (const document of documents) if (isIn(document, fold)) tags.set(document, tagDocument(tagger, document));
  }
  return tags;
}

export interface LearnedParser {
  readonly parser: ParserModel & { readonly table: Float32Array };
  readonly labeller: LabellerModel & { readonly table: Float32Array };
}

export function learnParser(tagged: ReadonlyMap<TrainingDocument, Uint8Array>): LearnedParser {
  const trees = [...tagged].flatMap(([document, tags]) => treeExamples(document, tags, document.syntax.heads));
  const labels = [...tagged].flatMap(
    ([
      {
        words: { types, first },
        syntax: { heads, relations },
      },
      tags,
    ]) =>
      Array.from({ length: first.length - 1 }, (_, sentence): LabelExample => {
        return { types, tags, heads, relations, from: first[sentence]!, to: first[sentence + 1]! };
      }),
  );
  return { parser: trainParser(trees, PARSER), labeller: trainLabeller(labels, LABELLER) };
}

export function packParser(url: URL, { parser, labeller }: LearnedParser): void {
  const shape = { transitionBits: parser.bits, labelBits: labeller.bits };
  const allowed = labeller.allowed.map((list) => String.fromCharCode(...Array.from(list, (label) => 48 + label)));
  const size = writeWeights(url, { name: 'parser', version: PARSER_VERSION, shape }, [
    int8Part('transitions', parser.table, PACK.transitions.limit, PACK.transitions.drop),
    int8Part('labels', labeller.table, PACK.labels.limit, PACK.labels.drop),
    textPart('allowed', allowed),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}
