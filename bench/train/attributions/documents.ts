/** Annotated texts with our own layers, and their gold attributions as words. */
import { readConstructs } from '../../../src/attributions/constructed.ts';
import type { Article, Layers } from '../../../src/document.ts';
import { TokenContext } from '../../../src/grammar/context.ts';
import { findPeople } from '../../../src/people/index.ts';
import { type Corpus, type GoldText, readCorpus } from './corpora.ts';
import { goldWords } from './gold.ts';
import { layersOf } from './layers.ts';
import { readOwn } from './own.ts';
import type { Example } from './plan.ts';
import { readingsOf } from './readings.ts';

/** One training document of any corpus, encoded. */
export interface Document extends Example {
  readonly article: Article;
  readonly layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>;
  readonly context: TokenContext;
}

/** See `EncodedDocument.corpus`; what is not named here is marked as an editor would. */
const NOTIONS: Partial<Record<Corpus, number>> = { polnear: 1, written: 2 };

/** The training documents of some corpora, one corpus after the other. */
export function readDocuments(...corpora: readonly Corpus[]): Document[] {
  return corpora.flatMap((corpus) => {
    const texts = corpus === 'own' ? readOwn() : readCorpus(corpus);
    const articles = texts.map(articleOf);
    const layers = layersOf(corpus, texts, articles);
    return texts.map((text, index) => {
      const article = articles[index]!;
      // Only chains of articles and passages ask who is meant.
      const people = corpus === 'polnear' ? [] : findPeople(article, layers[index]!);
      const context = new TokenContext(article, { ...layers[index]!, people }, NOTIONS[corpus] ?? 0);
      const encoded = readConstructs(context);
      const { id, fold, nesting } = text;
      return {
        id,
        corpus,
        fold,
        nesting,
        article,
        layers: context,
        context,
        encoded,
        gold: goldWords(encoded, context.words, readingsOf(text)),
      };
    });
  });
}

function articleOf({ id, text, title, published: date }: GoldText): Article {
  const published = { date, basis: date === null ? 'unknown' : 'given', candidates: [], evidence: [] } as const;
  return { id, source: id, text, title, published, plain: true };
}
