/**
 * How sure a claim is: the probability that its content, its speaker and its chain are all right. A logistic model over
 * readable features, fitted on whole articles that the reader had not seen (`npm run train -- confidence`).
 */
import type { Article, Attribution, Layers, Source } from '../document.ts';
import { spanKey } from '../document.ts';
import { loadLexicon } from '../lexicon.ts';
import { type ConfidenceLayers, type Features, featuresOf } from './features.ts';

/** The weight of each feature; one that is absent weighs nothing. */
export type ConfidenceWeights = ReadonlyMap<string, number>;

let shipped: ConfidenceWeights | undefined;

/** The weights of a table. */
export function loadConfidence(url: URL): ConfidenceWeights {
  return new Map(loadLexicon(url).map(([name, weight]) => [name!, Number(weight)]));
}

/** The probability for the features of one claim, rounded to three decimals. */
export function confidenceOf(features: Features, weights: ConfidenceWeights): number {
  let sum = 0;
  for (const [name, size] of features) sum += size * (weights.get(name) ?? 0);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/**
 * Gives every attribution its probability and leaves out what is less sure than asked for, and with it the sources that
 * then say nothing.
 *
 * @param layers attributions whose confidence is the reader's own
 * @param least 0 to 1; without it nothing more is left out than the reader has refused: on whole articles publishable F1 is
 *   75.3 then and 75.9 at 0.3, which costs recall on chains and on other genres
 * @param weights other than the shipped ones: for articles from which those were learnt
 */
export function withConfidence(
  article: Article,
  layers: ConfidenceLayers,
  least = 0,
  weights?: ConfidenceWeights,
): Pick<Layers, 'attributions' | 'sources'> {
  shipped ??= loadConfidence(new URL('./confidence.tsv', import.meta.url));
  const table = weights ?? shipped;
  const all = featuresOf(article, layers).map(
    (features, index): Attribution => ({ ...layers.attributions[index]!, confidence: confidenceOf(features, table) }),
  );
  const attributions = all.filter(({ confidence }) => confidence >= least);
  if (attributions.length === all.length) return { attributions, sources: layers.sources };
  const spoken = new Set(
    attributions.flatMap(({ links }) => links.flatMap(({ source }) => (source ? [spanKey(source)] : []))),
  );
  const contents = new Set(attributions.map(({ content }) => spanKey(content[0]!)));
  const sources = layers.sources.flatMap((source): Source[] => {
    const mentions = source.mentions.filter((span) => spoken.has(spanKey(span)));
    const quotations = source.quotations.filter((span) => contents.has(spanKey(span)));
    if (mentions.length > 0) return [{ ...source, mentions, quotations }];
    return quotations.length > 0 ? [{ ...source, quotations }] : [];
  });
  return { attributions, sources };
}
