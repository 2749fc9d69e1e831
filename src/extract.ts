/** The pipeline: text in, layers out, layers to the contract's object. */
import { findAttributions } from './attributions/index.ts';
import type { Models } from './attributions/models/weights.ts';
import { withBudget } from './budget.ts';
import { findClaims } from './claims/index.ts';
import { findComparisons } from './comparisons/index.ts';
import { compose } from './compose.ts';
import { type ConfidenceWeights, withConfidence } from './confidence/index.ts';
import { findDates } from './dates/index.ts';
import { findPublished } from './dates/published.ts';
import type { Article, Layers, WorkByStage } from './document.ts';
import { findNames } from './names/index.ts';
import { findNumbers } from './numbers/index.ts';
import type { Output } from './output.ts';
import { findPeople } from './people/index.ts';
import { findQuotes } from './quotes/index.ts';
import { findSentences } from './sentences/index.ts';
import { findSources, type SourceModels } from './sources/index.ts';
import { withSpeakers } from './sources/spoken.ts';
import { findSyntax } from './syntax/index.ts';
import { findWords } from './syntax/words.ts';

/** What a caller may choose. */
export interface AnalyseOptions {
  /** Claims of others with a lower confidence are left out (0 to 1); without it all that the reader accepts stay. */
  readonly minConfidence?: number | undefined;
  /** Models other than the shipped ones: cross-validation reads an article with models that have not seen it. */
  readonly models?: StageModels | undefined;
}

/** The trained models of later stages; a stage without one takes the shipped one. */
export interface StageModels {
  readonly attributions?: Models;
  readonly confidence?: ConfidenceWeights;
  readonly sources?: SourceModels;
}

/**
 * Runs every stage, in the one order that their needs allow.
 *
 * @throws OverBudget where the text takes far more work than news of its length
 */
export function analyse(article: Article, options: AnalyseOptions = {}): Layers {
  return analyseCounted(article, options).layers;
}

/** The same, with the steps of work that each stage took: they are the same on every machine. */
export function analyseCounted(
  article: Article,
  { minConfidence, models }: AnalyseOptions = {},
): { readonly layers: Layers; readonly work: WorkByStage } {
  const { result, work } = withBudget<Layers, Layers>(article.text.length, (count) => {
    const sentences = count('sentences', () => findSentences(article, {}));
    const words = count('words', () => findWords(article, { sentences }));
    const syntax = count('syntax', () => findSyntax(article, { sentences, words }));
    const quotes = count('quotes', () => findQuotes(article, { sentences }));
    const published = count('published', () => findPublished(article, { sentences, words, syntax }));
    const dates = count('dates', () => findDates(article, { sentences, words, syntax, published }));
    const numbers = count('numbers', () => findNumbers(article, { sentences, words, syntax, dates }));
    const names = count('names', () => findNames(article, { sentences, words, syntax }));
    const people = count('people', () => findPeople(article, { sentences, words, syntax, quotes, names }));
    const read = { sentences, words, syntax, quotes, names, people };
    const accepted = count('attributions', () => findAttributions(article, read, undefined, models?.attributions));
    const resolved = count('sources', () => findSources(article, { ...read, attributions: accepted }, models?.sources));
    const { attributions, sources } = withConfidence(
      article,
      { ...read, attributions: accepted, sources: resolved },
      minConfidence,
      models?.confidence,
    );
    const attributed = { ...read, attributions };
    const claims = count('claims', () => findClaims(article, attributed, accepted));
    const comparisons = count('comparisons', () =>
      findComparisons(article, { ...attributed, dates, numbers, sources }),
    );
    return {
      ...attributed,
      people: withSpeakers({ people, sources }),
      published,
      dates,
      numbers,
      sources,
      claims,
      comparisons,
    };
  });
  return { layers: result, work };
}

/** Everything the program knows of one article, in the form of the contract. */
export function extractArticle(
  article: Article,
  options: AnalyseOptions & { readonly includeText?: boolean } = {},
): Output {
  return compose(article, analyse(article, options), options);
}
