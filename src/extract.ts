/** The pipeline: text in, layers out, layers to the contract's object. */
import { findAttributions } from './attributions/index.ts';
import type { Models } from './attributions/models/weights.ts';
import { findClaims } from './claims/index.ts';
import { findComparisons } from './comparisons/index.ts';
import { compose } from './compose.ts';
import { findDates } from './dates/index.ts';
import { findPublished } from './dates/published.ts';
import type { Article, Layers } from './document.ts';
import { findNames } from './names/index.ts';
import { findNumbers } from './numbers/index.ts';
import type { Output } from './output.ts';
import { findPeople } from './people/index.ts';
import { findQuotes } from './quotes/index.ts';
import { findSentences } from './sentences/index.ts';
import { findSources } from './sources/index.ts';
import { findSyntax } from './syntax/index.ts';
import { findWords } from './syntax/words.ts';

/** What a caller may choose. */
export interface AnalyseOptions {
  /** Attributions with a lower confidence are left out (0 to 1); without it what balances precision and recall best. */
  readonly minConfidence?: number | undefined;
  /** Models other than the shipped ones: cross-validation reads an article with models that have not seen it. */
  readonly models?: StageModels | undefined;
}

/** The trained models of later stages; a stage without one takes the shipped one. */
export interface StageModels {
  readonly attributions?: Models;
}

/** Runs every stage, in the one order that their needs allow. */
export function analyse(article: Article, { minConfidence, models }: AnalyseOptions = {}): Layers {
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  const quotes = findQuotes(article, { sentences });
  const published = findPublished(article, { sentences, words, syntax });
  const dates = findDates(article, { sentences, words, syntax, published });
  const numbers = findNumbers(article, { sentences, words, syntax, dates });
  const names = findNames(article, { sentences, words, syntax });
  const people = findPeople(article, { sentences, words, syntax, quotes, names });
  const attributions = findAttributions(
    article,
    { sentences, words, syntax, quotes, names, people },
    minConfidence,
    models?.attributions,
  );
  const sources = findSources(article, { sentences, words, syntax, names, people, attributions });
  const claims = findClaims(article, { sentences, words, syntax, quotes, attributions });
  const comparisons = findComparisons(article, {
    sentences,
    words,
    syntax,
    dates,
    numbers,
    names,
    attributions,
    sources,
  });
  return {
    sentences,
    words,
    syntax,
    quotes,
    published,
    dates,
    numbers,
    names,
    people,
    attributions,
    sources,
    claims,
    comparisons,
  };
}

/** Everything the program knows of one article, in the form of the contract. */
export function extractArticle(
  article: Article,
  options: AnalyseOptions & { readonly includeText?: boolean } = {},
): Output {
  return compose(article, analyse(article, options), options);
}
