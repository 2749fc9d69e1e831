/** Chooses the source of a cue: the second model's likeliest, or the one that agrees with most of the likely ones. */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import { readerKernel, type ScopePieces, type SourceCandidates } from './kernel.ts';
import { type Linear, softmax } from './linear.ts';
import { CUT } from './origins.ts';

/** The weight of an exact source beside one that agrees by half. */
const EXACTNESS = 0.1;
/** A candidate above the first is taken as it is; one below the second is not compared. */
const CERTAIN = 0.9;
const UNLIKELY = 0.01;

/** Chooses the source for one anchor after the other. */
export class SourceReader {
  /** After `choose`: the candidates. */
  readonly sources: SourceCandidates;
  /** After `choose`: the probability that the choice is right within half its length. */
  gain = 0;
  private readonly encoded: EncodedDocument;
  private readonly model: Linear;

  constructor(encoded: EncodedDocument, model: Linear) {
    this.encoded = encoded;
    this.model = model;
    this.sources = readerKernel(encoded).sources;
  }

  /**
   * @param scope where the source must lie; null for anywhere in the sentence
   * @returns the candidate of `sources` chosen; 0 is nobody
   */
  choose(anchor: number, scope: ScopePieces = null): number {
    const kernel = readerKernel(this.encoded);
    kernel.useLinear(this.model);
    kernel.scoreSources(anchor, scope);
    const { count, scores } = this.sources;
    let best = 0;
    for (let index = 1; index < count; index += 1) if (scores[index]! > scores[best]!) best = index;
    softmax(scores, count);
    this.gain = scores[best]!;
    return best === 0 ? 0 : this.expectedSource(best);
  }

  /**
   * After `choose`: the best candidate that shares less than half with the one chosen and is not its relative pronoun or what
   * that stands for, -1 without one; its probability is in `gain`.
   */
  second(chosen: number, anchor: number): number {
    const { count, scores } = this.sources;
    let best = -1;
    for (let index = 0; index < count; index += 1) {
      const agrees = index > 0 && chosen > 0 && sameSource(this.encoded, this.sources, chosen, index);
      if (
        agrees ||
        index === chosen ||
        this.isPronounOf(anchor, chosen, index) ||
        this.isPronounOf(anchor, index, chosen)
      )
        scores[index] = 0;
      else if (best < 0 || scores[index]! > scores[best]!) best = index;
    }
    if (best < 0) return -1;
    this.gain = scores[best]!;
    return best === 0 ? 0 : this.expectedSource(best);
  }

  /** After `choose`: the candidate that a construct reads, 0 where it names nobody; its probability is in `gain`. */
  constructed(): number {
    const { count, cuts, scores } = this.sources;
    let best = 0;
    for (let index = 1; index < count; index += 1) if ((cuts[index]! & CUT.construct) !== 0) best = index;
    this.gain = scores[best]!;
    return best;
  }

  /** Whether one candidate is a "who", and the other the noun before it or the one that the clause of the anchor hangs on. */
  private isPronounOf(anchor: number, one: number, other: number): boolean {
    const { from, to } = this.sources;
    if (one === 0 || other === 0 || to[one]! - from[one]! !== 1) return false;
    const { tag, relation, head } = this.encoded;
    const kind = tag[from[one]!]!;
    if (kind !== TAG.WP && kind !== TAG.WDT) return false;
    const gap = from[one]! - to[other]!;
    if (gap === 0 || gap === 1) return true;
    const antecedent = relation[anchor] === RELATION['acl:relcl'] ? head[anchor]! : -1;
    return from[other]! <= antecedent && antecedent < to[other]!;
  }

  /** Of the named candidates the one that agrees by half or more with the most probable others. */
  private expectedSource(likeliest: number): number {
    const { encoded, sources } = this;
    const { count, scores } = sources;
    if (scores[likeliest]! > CERTAIN) return likeliest;
    let best = likeliest;
    let most = -1;
    for (let one = 1; one < count; one += 1) {
      if (scores[one]! < UNLIKELY) continue;
      let sum = EXACTNESS * scores[one]!;
      for (let two = 1; two < count; two += 1) {
        if (scores[two]! >= UNLIKELY && sameSource(encoded, sources, one, two)) sum += scores[two]!;
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
