/** Chooses the source of a cue: the second model's likeliest, or the one that agrees with most of the likely ones. */
import { Features } from './features.ts';
import { type Linear, score, softmax } from './linear.ts';
import {
  cutFeatures,
  headFeatures,
  nobodyFeatures,
  pathHash,
  type SourceContext,
  sourceContext,
} from './source-features.ts';
import { findSources, LIMIT, SourceCandidates } from './sources.ts';
import type { View } from './view.ts';

/** The candidates of one anchor at a time and what each weighs: kept for the life of the process. */
const FEATURES = new Features();
const SOURCES = new SourceCandidates();
const SCORES = new Float64Array(LIMIT);
/** By candidate: the share of its score that its head word brings, and the way to it. */
const HEAD_SCORES = new Float64Array(LIMIT);
const PATHS = new Int32Array(LIMIT);
/** What an exact source counts beside one that is right by half. */
const EXACTNESS = 0.1;
/** A candidate above the first is taken as it is; one below the second is not compared. */
const CERTAIN = 0.9;
const UNLIKELY = 0.01;

/** Chooses the source for one anchor after the other. */
export class SourceReader {
  /** After `choose`: the candidates. */
  readonly sources = SOURCES;
  /** After `choose`: the probability that the choice is right within half its length. */
  gain = 0;
  private readonly view: View;
  private readonly model: Linear;

  constructor(view: View, model: Linear) {
    this.view = view;
    this.model = model;
  }

  /** @returns the candidate of `sources` chosen; 0 is nobody */
  choose(anchor: number): number {
    const { view } = this;
    findSources(SOURCES, view, anchor);
    const context = sourceContext(view, anchor);
    FEATURES.clear();
    nobodyFeatures(FEATURES, view, context);
    SCORES[0] = score(this.model, FEATURES);
    let best = 0;
    for (let index = 1; index < SOURCES.count; index += 1) {
      this.weighHead(context, index);
      FEATURES.clear();
      cutFeatures(FEATURES, view, context, SOURCES, index, PATHS[index]!);
      SCORES[index] = HEAD_SCORES[index]! + score(this.model, FEATURES);
      if (SCORES[index]! > SCORES[best]!) best = index;
    }
    softmax(SCORES, SOURCES.count);
    this.gain = SCORES[best]!;
    return best === 0 ? 0 : this.expectedSource(best);
  }

  /** What the head of a candidate weighs: known where an earlier candidate is a cut of the same phrase. */
  private weighHead(context: SourceContext, index: number): void {
    const head = SOURCES.head[index]!;
    for (let twin = index - 1; twin > 0; twin -= 1) {
      if (SOURCES.head[twin] !== head) continue;
      HEAD_SCORES[index] = HEAD_SCORES[twin]!;
      PATHS[index] = PATHS[twin]!;
      return;
    }
    PATHS[index] = pathHash(this.view, context.anchor, head);
    FEATURES.clear();
    headFeatures(FEATURES, this.view, context, head, PATHS[index]!);
    HEAD_SCORES[index] = score(this.model, FEATURES);
  }

  /** Of the named candidates the one that agrees by half or more with the most probable others. */
  private expectedSource(likeliest: number): number {
    const { view } = this;
    if (SCORES[likeliest]! > CERTAIN) return likeliest;
    let best = likeliest;
    let most = -1;
    for (let one = 1; one < SOURCES.count; one += 1) {
      if (SCORES[one]! < UNLIKELY) continue;
      let sum = EXACTNESS * SCORES[one]!;
      for (let two = 1; two < SOURCES.count; two += 1) {
        if (SCORES[two]! >= UNLIKELY && sameSource(view, SOURCES, one, two)) sum += SCORES[two]!;
      }
      if (sum > most) {
        most = sum;
        best = one;
      }
    }
    this.gain = most / (1 + EXACTNESS);
    return best;
  }
}

/** True where two stretches share half of their letters (Jaccard). */
function sameSource(view: View, { from, to }: SourceCandidates, a: number, b: number): boolean {
  if (a === b) return true;
  const low = Math.max(from[a]!, from[b]!);
  const high = Math.min(to[a]!, to[b]!);
  if (low >= high) return false;
  const common = view.size[high]! - view.size[low]!;
  const all = view.size[to[a]!]! - view.size[from[a]!]! + view.size[to[b]!]! - view.size[from[b]!]! - common;
  return common * 2 >= all;
}
