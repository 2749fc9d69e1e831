/** The trained models, read once from `attributions.bin`. */
import { loadWeights, type Section } from '../../model/weights.ts';
import { shippedCues } from './cues.ts';
import type { Linear } from './linear.ts';
import type { ProposalModels } from './propose.ts';

/** Raised whenever a feature changes its meaning, so that old weights are refused. */
export const FEATURES_VERSION = 3;
export const TABLES = [
  'first',
  'firstNetwork',
  'second',
  'source',
  'content',
  'contentNetwork',
  'accept',
  'nested',
] as const;

export interface Models extends ProposalModels {
  /** Whether a reading is right as a whole, at the article's own level and inside the content of another. */
  readonly accept: Linear;
  readonly nested: Linear;
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
  const table = (name: Section['name']) => ({ weights: weights.int8(name), scale: weights.scale(name) });
  return {
    cues: shippedCues(),
    first: table('first'),
    firstNetwork: table('firstNetwork'),
    second: table('second'),
    source: table('source'),
    content: table('content'),
    contentNetwork: table('contentNetwork'),
    accept: table('accept'),
    nested: table('nested'),
  };
}
