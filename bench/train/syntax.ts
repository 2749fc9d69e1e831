/** Trains the tagger and the parser: `npm run train -- syntax [--only tagger|parser] [--folds 2]`. */
import { parseArgs } from 'node:util';
import { PARSER_VERSION, TAGGER_VERSION } from '../../src/syntax/models.ts';
import { readTraining, type TrainingDocument } from './corpora.ts';
import { foldOf } from './learners.ts';
import { type LabelExample, trainLabeller } from './syntax-labeller.ts';
import { trainParser, treeExamples } from './syntax-parser.ts';
import { freshLexicon, type TaggerOptions, tagDocument, trainTagger } from './syntax-tagger.ts';
import { int8Part, int8SqrtPart, quantile, textPart, writeWeights } from './weights.ts';

const STAGE = new URL('../../src/syntax/', import.meta.url);
const TAGGER: TaggerOptions = { bits: 20, epochs: 3, seed: 1, gold: 3 };
/** The parser learns from tags as the tagger gives them to text that it has not seen. */
const JACKKNIFE = { folds: 4, epochs: 2 };
const PARSER = { bits: 20, epochs: 7, seed: 1 };
const LABELLER = { bits: 20, epochs: 4, seed: 1, least: 2 };

export function train(options: readonly string[]): void {
  const { values } = parseArgs({
    args: [...options],
    options: { only: { type: 'string' }, folds: { type: 'string' } },
  });
  const documents = readTraining('gum-train', 'ewt-train', 'silver-train');
  if (values.only !== 'parser') writeTagger(new URL('tagger.bin', STAGE), documents);
  if (values.only !== 'tagger') writeParser(new URL('parser.bin', STAGE), documents, jackknife(documents));
}

/** Trains a tagger on the documents and writes it. */
function writeTagger(url: URL, documents: readonly TrainingDocument[]): void {
  const { lines, lexicon } = freshLexicon(documents);
  const { bits, table } = trainTagger(documents, lexicon, TAGGER);
  const limit = quantile(table, 0.9995);
  const size = writeWeights(url, { name: 'tagger', version: TAGGER_VERSION, shape: { bits } }, [
    int8Part('table', table, limit, limit / 150),
    textPart('lexicon', lines),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}

/** The tags of the gold documents, each from a tagger that has not seen it. */
export function jackknife(documents: readonly TrainingDocument[]): Map<TrainingDocument, Uint8Array> {
  const tags = new Map<TrainingDocument, Uint8Array>();
  const isIn = (document: TrainingDocument, fold: number) =>
    !document.silver && foldOf(document.id, JACKKNIFE.folds) === fold;
  for (let fold = 0; fold < JACKKNIFE.folds; fold++) {
    const rest = documents.filter((document) => !isIn(document, fold));
    const { lexicon } = freshLexicon(rest);
    const tagger = trainTagger(rest, lexicon, { ...TAGGER, epochs: JACKKNIFE.epochs });
    for (const document of documents) if (isIn(document, fold)) tags.set(document, tagDocument(tagger, document));
  }
  return tags;
}

/** Trains parser and labeller on the documents that have tags here, and writes both into one file. */
export function writeParser(
  url: URL,
  documents: readonly TrainingDocument[],
  tagsOf: ReadonlyMap<TrainingDocument, Uint8Array>,
): void {
  const gold = documents.filter((document) => tagsOf.has(document));
  const trees = gold.flatMap((document) => treeExamples(document, tagsOf.get(document)!, document.syntax.heads));
  const parser = trainParser(trees, PARSER);
  const labelled = gold.flatMap(({ words: { types, first }, syntax: { heads, relations } }, index): LabelExample[] =>
    Array.from({ length: first.length - 1 }, (_, sentence) => ({
      ...{ types, tags: tagsOf.get(gold[index]!)!, heads, relations },
      ...{ from: first[sentence]!, to: first[sentence + 1]! },
    })),
  );
  const labeller = trainLabeller(labelled, LABELLER);
  const limit = quantile(parser.table, 0.9995);
  const labelLimit = quantile(labeller.table, 1);
  const shape = { transitionBits: parser.bits, labelBits: labeller.bits };
  const size = writeWeights(url, { name: 'parser', version: PARSER_VERSION, shape }, [
    int8Part('transitions', parser.table, limit, limit / 150),
    int8SqrtPart('labels', labeller.table, labelLimit),
    textPart(
      'allowed',
      labeller.allowed.map((list) => String.fromCharCode(...Array.from(list, (label) => 48 + label))),
    ),
  ]);
  console.error(`${url.pathname}: ${size} bytes`);
}
