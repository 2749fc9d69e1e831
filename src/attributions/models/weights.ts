/** The trained models, read once from `attributions.bin`. */

import { hashText } from '../../grammar/hash.ts';
import { loadWeights, type Section } from '../../model/weights.ts';
import { constructs } from '../constructs/index.ts';
import { ACCEPT_TEMPLATES } from './accept-templates.ts';
import { ANCHOR_TEMPLATES } from './anchor-templates.ts';
import { CONTENT_TEMPLATES } from './content-templates.ts';
import { shippedCues } from './cues.ts';
import { FIELD_TEMPLATES } from './field-templates.ts';
import type { Linear } from './linear.ts';
import type { ProposalModels } from './propose.ts';
import { SOURCE_TEMPLATES } from './source-templates.ts';

/** Raised whenever a feature changes its meaning though no name changes, so that old weights are refused. */
export const FEATURES_VERSION = 4;
export const TABLES = ['first', 'firstNetwork', 'source', 'content', 'contentNetwork', 'accept'] as const;

/** What the features are made of: the names of templates and constructs in their order, as a hash. Weights for others are refused. */
export const FEATURES_HASH = hashText(
  [
    ANCHOR_TEMPLATES,
    FIELD_TEMPLATES,
    SOURCE_TEMPLATES,
    CONTENT_TEMPLATES,
    ACCEPT_TEMPLATES,
    constructs.filter(({ untrained }) => untrained !== true).map(({ name }) => name),
  ]
    .map((names) => names.join(' '))
    .join('\n'),
);

export interface Models extends ProposalModels {
  /** Whose notion of an attribution is asked for, see `EncodedDocument`; without it an editor's. */
  readonly corpus?: number;
  /** What a reading must reach; without it what is best for whole articles. */
  readonly least?: number;
  /** Whether a reading of a scope is right as a whole. */
  readonly accept: Linear;
}

let loaded: Models | undefined;

/** The shipped models. */
export function shippedModels(): Models {
  loaded ??= loadModels(new URL('./attributions.bin', import.meta.url));
  return loaded;
}

/**
 * The models of a weights file.
 *
 * @throws Error where the file was made for other features
 */
export function loadModels(url: URL): Models {
  const weights = loadWeights(url, FEATURES_VERSION);
  if (weights.shape.features !== FEATURES_HASH)
    throw new Error(`${url.pathname}: trained with other templates or constructs: npm run train -- attributions`);
  const table = (name: Section['name']) => ({ weights: weights.int8(name), scale: weights.scale(name) });
  return {
    cues: shippedCues(),
    first: table('first'),
    firstNetwork: table('firstNetwork'),
    source: table('source'),
    content: table('content'),
    contentNetwork: table('contentNetwork'),
    accept: table('accept'),
  };
}
