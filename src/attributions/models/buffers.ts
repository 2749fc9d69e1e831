/**
 * The arrays that the models write into, allocated once a process: an article has tens of thousands of candidates, and each
 * would need its own. Reading is synchronous, so each holds what belongs to one cue, or to one candidate, at a time; nobody
 * keeps a reference to what is in them.
 */
import { ContentCandidates, MAX_CONTENTS } from './content-candidates.ts';
import { Features } from './features.ts';
import { emptySums, type Sums } from './hidden.ts';
import { MAX_SOURCES, SourceCandidates } from './sources.ts';

/** Of the cue, the source, the content or the reading that is scored. */
export const FEATURES = new Features();

/** What the units of a network sum up: nothing, what all contents of a cue have in common, one candidate. */
export interface UnitSums {
  readonly none: Sums;
  readonly shared: Sums;
  readonly own: Sums;
}

let sums: UnitSums | undefined;

/** Made when the first candidate is scored. */
export function unitSums(): UnitSums {
  sums ??= { none: emptySums(), shared: emptySums(), own: emptySums() };
  return sums;
}

/** The sources of one cue, and by source: its score, the part of it that its head word brings, the path to that word. */
export const SOURCES = new SourceCandidates();
export const SOURCE_SCORES = new Float64Array(MAX_SOURCES);
export const HEAD_SCORES = new Float64Array(MAX_SOURCES);
export const HEAD_PATHS = new Int32Array(MAX_SOURCES);

/** The contents of one cue, and the score of each. */
export const CONTENTS = new ContentCandidates();
export const CONTENT_SCORES = new Float64Array(MAX_CONTENTS);
