/** What the models learn from, what they are, and the settings of their training. */

import type { Network } from '../../../src/attributions/models/hidden.ts';
import type { Linear } from '../../../src/attributions/models/linear.ts';
import type { EncodedDocument } from '../../../src/grammar/encoded.ts';
import type { Corpus, Nesting } from './corpora.ts';
import type { Gold } from './gold.ts';
import type { Settings } from './learn.ts';
import type { NetworkSettings } from './networks.ts';

export interface Example {
  readonly id: string;
  readonly corpus: Corpus;
  readonly nesting: Nesting;
  readonly fold: number;
  readonly encoded: EncodedDocument;
  readonly gold: readonly Gold[];
}

export interface Trained {
  readonly first: Linear;
  readonly firstNetwork: Network;
  readonly source: Linear;
  readonly content: Linear;
  readonly contentNetwork: Network;
  readonly accept: Linear;
}

/** What an example of PolNeAR counts beside one of the other corpora. */
export interface Shares {
  readonly cue: number;
  readonly source: number;
  readonly content: number;
  readonly accept: number;
}

export interface Plan {
  readonly folds: number;
  /** How many orders of the examples are averaged, 1 to 4: for the shipped models, and for those that teach later ones. */
  readonly orders: number;
  readonly foldOrders: number;
  readonly polnear: Shares;
  readonly first: Settings;
  readonly source: Settings;
  readonly content: Settings;
  readonly accept: Settings;
  readonly firstNetwork: NetworkSettings;
  readonly contentNetwork: NetworkSettings;
}

export const PLAN: Plan = {
  folds: 5,
  orders: 3,
  foldOrders: 1,
  polnear: { cue: 0.25, source: 0.15, content: 0.3, accept: 0.1 },
  first: { bits: 19, epochs: 4, rate: 0.05, decay: 1e-4 },
  source: { bits: 19, epochs: 5, rate: 0.05, decay: 1e-5 },
  content: { bits: 19, epochs: 5, rate: 0.05, decay: 1e-5 },
  accept: { bits: 19, epochs: 6, rate: 0.03, decay: 1e-4 },
  firstNetwork: { bits: 15, epochs: 4, rate: 0.015, decay: 1e-5, dropout: 0.3 },
  contentNetwork: { bits: 15, epochs: 4, rate: 0.015, decay: 1e-5, dropout: 0.3 },
};

/** What a sentence of our own counts, and in acceptance: there are few of each form. */
const OWN = 3;
export const OWN_ACCEPTED = 8;
/** What a passage about a chain counts: there are few beside the articles. */
const PASSAGE = 2;
/** What an article written for the project counts beside one that an outlet printed, of which there are fewer. */
const WRITTEN = 0.5;

/**
 * What an example counts.
 *
 * @param ofPolnear what one of PolNeAR counts, whose notion of an attribution is another
 * @param ofOwn what one of our own sentences counts
 */
export function share({ corpus }: Example, ofPolnear: number, ofOwn = OWN): number {
  if (corpus === 'polnear') return ofPolnear;
  if (corpus === 'own') return ofOwn;
  if (corpus === 'written') return WRITTEN;
  return corpus === 'chains' || corpus === 'passages' ? PASSAGE : 1;
}
