/** Annotated texts with our own layers, and their gold attributions as words. */
import { makeView } from '../../../src/attributions/models/view.ts';
import { Page } from '../../../src/attributions/page.ts';
import { readSentence } from '../../../src/attributions/read.ts';
import type { Article } from '../../../src/document.ts';
import { type Corpus, type GoldText, readCorpus } from './corpora.ts';
import type { Example } from './fit.ts';
import { goldWords } from './gold.ts';
import { layersOf, type ReadingLayers } from './layers.ts';
import { type GoldReading, readingsOf } from './readings.ts';

/** One training document of any corpus. */
export interface TrainingDocument extends GoldText {
  readonly article: Article;
  readonly layers: ReadingLayers;
  readonly readings: readonly GoldReading[];
}

/** A training document as the models of today learn from it. */
export interface Document extends Example {
  readonly layers: ReadingLayers;
  readonly fold: number;
}

/** The training documents of some corpora, one corpus after the other. */
function readTrainingDocuments(...corpora: readonly Corpus[]): TrainingDocument[] {
  return corpora.flatMap((corpus) => {
    const texts = readCorpus(corpus);
    const articles = texts.map(articleOf);
    const layers = layersOf(corpus, texts, articles);
    return texts.map((text, index) => ({
      ...text,
      article: articles[index]!,
      layers: layers[index]!,
      readings: readingsOf(text),
    }));
  });
}

function articleOf({ id, text, title, published: date }: GoldText): Article {
  const published = { date, basis: date === null ? 'unknown' : 'given', candidates: [], evidence: [] } as const;
  return { id, source: id, text, title, published, plain: true };
}

/** The articles of PolNeAR, encoded. */
export function readDocuments(): Document[] {
  return readTrainingDocuments('polnear').map(({ id, article, layers, fold, attributions }) => {
    const page = new Page(article, { ...layers, people: [] });
    const readings = layers.sentences.flatMap((_, index) => readSentence(page, index));
    const view = makeView(layers, readings);
    const outer = attributions.map(({ chain: [first], content }) => ({ ...first!, content }));
    return { id, layers, fold, view, gold: goldWords(view, layers.words, outer) };
  });
}
