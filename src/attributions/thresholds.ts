/**
 * Every bar of the reader of attributions, with its unit. All were chosen on the training texts, read by the models of the
 * folds: `npm run train -- attributions`, then `npm run score -- --only articles-cv,chains-cv` for each value (2026-11-30,
 * `accept` and `inside` 2026-12-01).
 */
export const THRESHOLD = {
  /**
   * Probability that a reading is right as a whole: found P and R of articles-cv are 91.8 and 87.0 with 0.32, 92.1 and 86.2
   * with 0.36, 92.5 and 85.6 with 0.39, publishable F1 80.2, 80.0, 80.1; exact chains of chains-cv 63.1, 62.3, 62.6, false
   * alarms 12, 11, 10.
   */
  accept: 0.32,
  /** The same for a reading inside the content of another, where a false one also spoils the chain: tried with the same values. */
  inside: 0.32,
  /** Probability that a word carries a cue, below which no source and content are sought (a construct's are). */
  worthReading: 0.12,
  /**
   * Probability from which a source or a content that is not the likeliest makes a reading of its own: without such readings
   * publishable F1 of articles-cv is 74.6, with those above 0.3 74.7, 0.12 75.2, 0.06 75.1.
   */
  second: 0.12,
  /** Share of the letters of a content that a statement inside fills where the content is nothing else. */
  nothingElse: 0.7,
  /** Common letters over all letters from which two contents are the same words. */
  sameContent: 0.5,
  /** Confidence of a quotation that stands alone: of 20 found in articles-cv 17 are marked by the editors. */
  standingAlone: 0.6,
  /** Words, marks included, that a quotation which stands alone has at least: shorter ones are words under discussion. */
  standingWords: 6,
  /** Confidence of a reading whose construct decides. */
  decided: 0.95,
} as const;
