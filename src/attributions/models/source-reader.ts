/** Chooses the source of a cue: the second model's likeliest, or the one that agrees with most of the likely ones. */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import { FEATURES, HEAD_PATHS, HEAD_SCORES, SOURCE_SCORES, SOURCES } from './buffers.ts';
import { type Linear, score, softmax } from './linear.ts';
import {
  cutFeatures,
  headFeatures,
  nobodyFeatures,
  pathHash,
  type SourceContext,
  sourceContext,
} from './source-features.ts';
import { CUT, findSources, type SourceCandidates } from './sources.ts';

/** The weight of an exact source beside one that agrees by half. */
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
  private readonly encoded: EncodedDocument;
  private readonly model: Linear;

  constructor(encoded: EncodedDocument, model: Linear) {
    this.encoded = encoded;
    this.model = model;
  }

  /**
   * @param scope where the source must lie, see `findSources`
   * @returns the candidate of `sources` chosen; 0 is nobody
   */
  choose(anchor: number, scope: readonly number[] | null = null): number {
    const { encoded } = this;
    findSources(SOURCES, encoded, anchor, scope);
    const context = sourceContext(encoded, anchor);
    FEATURES.clear();
    nobodyFeatures(FEATURES, encoded, context);
    SOURCE_SCORES[0] = score(this.model, FEATURES);
    let best = 0;
    for (let index = 1; index < SOURCES.count; index += 1) {
      this.weighHead(context, index);
      FEATURES.clear();
      cutFeatures(FEATURES, encoded, context, SOURCES, index, HEAD_PATHS[index]!);
      SOURCE_SCORES[index] = HEAD_SCORES[index]! + score(this.model, FEATURES);
      if (SOURCE_SCORES[index]! > SOURCE_SCORES[best]!) best = index;
    }
    softmax(SOURCE_SCORES, SOURCES.count);
    this.gain = SOURCE_SCORES[best]!;
    return best === 0 ? 0 : this.expectedSource(best);
  }

  /**
   * After `choose`: the best candidate that shares less than half with the one chosen and is not its relative pronoun or what
   * that stands for, -1 without one; its probability is in `gain`.
   */
  second(chosen: number, anchor: number): number {
    let best = -1;
    for (let index = 0; index < SOURCES.count; index += 1) {
      const agrees = index > 0 && chosen > 0 && sameSource(this.encoded, SOURCES, chosen, index);
      if (
        agrees ||
        index === chosen ||
        this.isPronounOf(anchor, chosen, index) ||
        this.isPronounOf(anchor, index, chosen)
      )
        SOURCE_SCORES[index] = 0;
      else if (best < 0 || SOURCE_SCORES[index]! > SOURCE_SCORES[best]!) best = index;
    }
    if (best < 0) return -1;
    this.gain = SOURCE_SCORES[best]!;
    return best === 0 ? 0 : this.expectedSource(best);
  }

  /** After `choose`: the candidate that a construct reads, 0 where it names nobody; its probability is in `gain`. */
  constructed(): number {
    let best = 0;
    for (let index = 1; index < SOURCES.count; index += 1)
      if ((SOURCES.cuts[index]! & CUT.construct) !== 0) best = index;
    this.gain = SOURCE_SCORES[best]!;
    return best;
  }

  /** Whether one candidate is a "who", and the other the noun before it or the one that the clause of the anchor hangs on. */
  private isPronounOf(anchor: number, one: number, other: number): boolean {
    if (one === 0 || other === 0 || SOURCES.to[one]! - SOURCES.from[one]! !== 1) return false;
    const { tag, relation, head } = this.encoded;
    const kind = tag[SOURCES.from[one]!]!;
    if (kind !== TAG.WP && kind !== TAG.WDT) return false;
    const gap = SOURCES.from[one]! - SOURCES.to[other]!;
    if (gap === 0 || gap === 1) return true;
    const antecedent = relation[anchor] === RELATION['acl:relcl'] ? head[anchor]! : -1;
    return SOURCES.from[other]! <= antecedent && antecedent < SOURCES.to[other]!;
  }

  /** What the head of a candidate weighs: known where an earlier candidate is a cut of the same phrase. */
  private weighHead(context: SourceContext, index: number): void {
    const head = SOURCES.head[index]!;
    for (let twin = index - 1; twin > 0; twin -= 1) {
      if (SOURCES.head[twin] !== head) continue;
      HEAD_SCORES[index] = HEAD_SCORES[twin]!;
      HEAD_PATHS[index] = HEAD_PATHS[twin]!;
      return;
    }
    HEAD_PATHS[index] = pathHash(this.encoded, context.anchor, head);
    FEATURES.clear();
    headFeatures(FEATURES, this.encoded, context, head, HEAD_PATHS[index]!);
    HEAD_SCORES[index] = score(this.model, FEATURES);
  }

  /** Of the named candidates the one that agrees by half or more with the most probable others. */
  private expectedSource(likeliest: number): number {
    const { encoded } = this;
    if (SOURCE_SCORES[likeliest]! > CERTAIN) return likeliest;
    let best = likeliest;
    let most = -1;
    for (let one = 1; one < SOURCES.count; one += 1) {
      if (SOURCE_SCORES[one]! < UNLIKELY) continue;
      let sum = EXACTNESS * SOURCE_SCORES[one]!;
      for (let two = 1; two < SOURCES.count; two += 1) {
        if (SOURCE_SCORES[two]! >= UNLIKELY && sameSource(encoded, SOURCES, one, two)) sum += SOURCE_SCORES[two]!;
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
function sameSource(encoded: EncodedDocument, { from, to }: SourceCandidates, a: number, b: number): boolean {
  if (a === b) return true;
  const low = Math.max(from[a]!, from[b]!);
  const high = Math.min(to[a]!, to[b]!);
  if (low >= high) return false;
  const common = encoded.size[high]! - encoded.size[low]!;
  const all =
    encoded.size[to[a]!]! - encoded.size[from[a]!]! + encoded.size[to[b]!]! - encoded.size[from[b]!]! - common;
  return common * 2 >= all;
}
