/** Readings of each word that may carry a cue: its likeliest source and content, and what a construct makes of it. */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import { THRESHOLD } from '../thresholds.ts';
import { anchorFeatures, canAnchor } from './anchors.ts';
import { CONTENT_SCORES, CONTENTS, FEATURES, unitSums } from './buffers.ts';
import { type ContentCandidates, FROM, MAX_PIECES } from './content-candidates.ts';
import { contentContext, contentFeatures, sourceSide } from './content-features.ts';
import { findContents } from './contents.ts';
import type { CueWords } from './cues.ts';
import { anchorFields, contentFields } from './fields.ts';
import { type Network, output, sumFields } from './hidden.ts';
import { type Linear, logistic, score, softmax } from './linear.ts';
import { SourceReader } from './source-reader.ts';

export interface ProposalModels {
  readonly cues: CueWords;
  /** Cue or not, at whatever level. */
  readonly first: Linear;
  readonly firstNetwork: Network;
  readonly source: Linear;
  readonly content: Linear;
  readonly contentNetwork: Network;
}

/** The models that choose a source and a content. */
export type ReadingModels = Pick<ProposalModels, 'source' | 'content' | 'contentNetwork'>;

/** What made a reading: the models alone, a construct alone, or both alike. */
export const PROPOSER = { models: 0, construct: 1, both: 2 } as const;

/** A reading. Stretches are words, end exclusive. */
export interface Reading {
  readonly anchor: number;
  readonly cueFrom: number;
  readonly cueTo: number;
  /** Probability that the anchor carries a cue, at whatever level. */
  readonly cue: number;
  readonly sourceFrom: number;
  /** Equal to `sourceFrom` where nobody is named. */
  readonly sourceTo: number;
  readonly sourceHead: number;
  readonly sourceCuts: number;
  readonly sourceProbability: number;
  /** Pairs of first word and end. */
  readonly content: readonly number[];
  readonly origins: number;
  /** Probability that the content is right within half its length, and exactly. */
  readonly contentGain: number;
  readonly contentProbability: number;
  /** One of `PROPOSER`. */
  readonly proposer: number;
  /** Which part of the reading is the second likeliest candidate: one of `SECOND`. */
  readonly second: number;
}

/** The likeliest of both, the second source, the second content. */
const SECOND = { none: 0, source: 1, content: 2 } as const;

/** A reading that the decoder took. */
export interface Accepted {
  reading: Reading;
  readonly confidence: number;
  /** The reading whose content holds this one; null at the article's own level. */
  readonly outer: Accepted | null;
  readonly level: number;
}

/** The words of an article that may carry a cue, and how likely each does. */
export interface CueScores {
  readonly anchors: Int32Array;
  /** By place in `anchors`. */
  readonly score: Float32Array;
  /** By word; 0 where a word is no candidate. */
  readonly probability: Float32Array;
}

/** The weight of an exact content beside one that agrees by half. */
const EXACTNESS = 0.1;
/** A candidate below this is not compared. */
const UNLIKELY = 0.01;

/** The models that score cues. */
export type CueModels = Pick<ProposalModels, 'cues' | 'first' | 'firstNetwork'>;

/** How likely each word that can carry a cue does. */
export function scoreCues(encoded: EncodedDocument, { cues, first, firstNetwork }: CueModels): CueScores {
  const anchors = anchorsOf(encoded, cues);
  const scores = new Float32Array(anchors.length);
  const probability = new Float32Array(encoded.count);
  const { none, own } = unitSums();
  for (let index = 0; index < anchors.length; index += 1) {
    FEATURES.clear();
    anchorFeatures(FEATURES, encoded, cues, anchors[index]!);
    anchorFields(FEATURES, encoded, cues, anchors[index]!);
    sumFields(firstNetwork, FEATURES, none, own);
    scores[index] = logistic(both(score(first, FEATURES), output(firstNetwork, own)));
    probability[anchors[index]!] = scores[index]!;
  }
  return { anchors, score: scores, probability };
}

/** The mean of the scores of the linear model and the network, which errs less than either. */
function both(linear: number, network: number): number {
  return (linear + network) / 2;
}

/** All words of the article that can carry a cue. */
export function anchorsOf(encoded: EncodedDocument, cues: CueWords): Int32Array {
  const found: number[] = [];
  for (let w = 0; w < encoded.count; w += 1) if (canAnchor(encoded, cues, w)) found.push(w);
  return Int32Array.from(found);
}

/** Chooses source and content for one anchor after the other. */
export class Reader {
  private readonly speakers: SourceReader;
  private readonly encoded: EncodedDocument;
  private readonly scores: CueScores;
  private readonly models: ReadingModels;
  /** Readings at the article's own level, by place in the anchors. */
  private readonly known: (readonly Reading[] | undefined)[] = [];

  constructor(encoded: EncodedDocument, scores: CueScores, models: ReadingModels) {
    this.encoded = encoded;
    this.speakers = new SourceReader(encoded, models.source);
    this.scores = scores;
    this.models = models;
  }

  /**
   * The readings of all anchors in a scope, in text order: for each that of the models, and that of a construct where it
   * differs.
   *
   * @param scope pairs of first word and end; null for the whole article
   */
  readings(scope: readonly number[] | null): Reading[] {
    const { anchors } = this.scores;
    const found: Reading[] = [];
    if (scope === null) {
      for (let index = 0; index < anchors.length; index += 1) found.push(...this.at(index));
      return found;
    }
    for (let i = 0; i < scope.length; i += 2) {
      for (
        let index = firstAt(anchors, scope[i]!);
        index < anchors.length && anchors[index]! < scope[i + 1]!;
        index += 1
      ) {
        const known = this.at(index);
        if (known.every((reading) => fits(reading, scope))) found.push(...known);
        else found.push(...this.read(index, scope));
      }
    }
    return found;
  }

  private at(index: number): readonly Reading[] {
    this.known[index] ??= this.read(index, null);
    return this.known[index]!;
  }

  private read(index: number, scope: readonly number[] | null): Reading[] {
    const anchor = this.scores.anchors[index]!;
    const cue = this.scores.score[index]!;
    const constructed = this.encoded.constructed.has(anchor);
    if (!constructed && cue < THRESHOLD.worthReading) return [];
    const source = this.speakers.choose(anchor, scope);
    const own = this.complete(anchor, cue, source, scope, false);
    if (!constructed) return own === null ? [] : this.withSeconds(own, cue, source, scope);
    const other = this.complete(anchor, cue, this.speakers.constructed(), scope, true);
    if (other === null) return own === null ? [] : [own];
    const { cueFrom, cueTo, decided } = this.encoded.constructed.get(anchor)!;
    if (own !== null && sameReading(own, other)) return [{ ...own, cueFrom, cueTo, proposer: PROPOSER.both }];
    const read = { ...other, cueFrom, cueTo };
    return own === null || decided > 0 ? [read] : [own, read];
  }

  /** A reading, and those with the second source or the second content, where these are not unlikely. */
  private withSeconds(own: Reading, cue: number, source: number, scope: readonly number[] | null): Reading[] {
    const { anchor } = own;
    const found = [own];
    const content = this.secondContent(own);
    if (content !== null) found.push(content);
    const other = this.speakers.second(source, anchor);
    if (other >= 0 && this.speakers.gain >= THRESHOLD.second) {
      const reading = this.complete(anchor, cue, other, scope, false);
      if (reading !== null) found.push({ ...reading, second: SECOND.source });
    }
    return found;
  }

  /** The reading with the likeliest content that shares less than half with its own; the candidates are its own still. */
  private secondContent(own: Reading): Reading | null {
    const first = placeOf(own.content);
    for (let index = 0; index < CONTENTS.count; index += 1) {
      if (similarity(this.encoded, CONTENTS, first, index) >= 0.5) CONTENT_SCORES[index] = 0;
    }
    const { content, gain } = expectedBest(this.encoded, CONTENTS, CONTENT_SCORES);
    if (content < 0 || gain < THRESHOLD.second) return null;
    return {
      ...own,
      content: piecesAt(content),
      origins: CONTENTS.origins[content]!,
      contentGain: gain,
      contentProbability: CONTENT_SCORES[content]!,
      second: SECOND.content,
    };
  }

  /** The reading with a source: the likeliest content, or that of the construct; null where there is none. */
  private complete(
    anchor: number,
    cue: number,
    source: number,
    scope: readonly number[] | null,
    constructed: boolean,
  ): Reading | null {
    const { sources, gain: sourceProbability } = this.speakers;
    findContents(CONTENTS, this.encoded, anchor, sources.from[source]!, sources.to[source]!, scope);
    if (CONTENTS.count === 0) return null;
    this.weighContents(anchor);
    const { content, gain } = constructed ? constructedContent() : expectedBest(this.encoded, CONTENTS, CONTENT_SCORES);
    if (content < 0) return null;
    return {
      anchor,
      cueFrom: CONTENTS.cueFrom,
      cueTo: CONTENTS.cueTo,
      cue,
      sourceFrom: sources.from[source]!,
      sourceTo: sources.to[source]!,
      sourceHead: sources.head[source]!,
      sourceCuts: sources.cuts[source]!,
      sourceProbability,
      content: piecesAt(content),
      origins: CONTENTS.origins[content]!,
      contentGain: gain,
      contentProbability: CONTENT_SCORES[content]!,
      proposer: constructed ? PROPOSER.construct : PROPOSER.models,
      second: SECOND.none,
    };
  }

  private weighContents(anchor: number): void {
    const { encoded } = this;
    const { content, contentNetwork } = this.models;
    const context = contentContext(encoded, anchor, this.scores.probability);
    FEATURES.clear();
    contentFields(FEATURES, encoded, anchor, sourceSide(CONTENTS, anchor));
    const { none, shared, own } = unitSums();
    sumFields(contentNetwork, FEATURES, none, shared);
    for (let index = 0; index < CONTENTS.count; index += 1) {
      FEATURES.clear();
      contentFeatures(FEATURES, encoded, context, CONTENTS, index);
      sumFields(contentNetwork, FEATURES, shared, own);
      CONTENT_SCORES[index] = both(score(content, FEATURES), output(contentNetwork, own));
    }
    softmax(CONTENT_SCORES, CONTENTS.count);
  }
}

function piecesAt(content: number): number[] {
  const at = content * MAX_PIECES * 2;
  return Array.from(CONTENTS.pieces.subarray(at, at + CONTENTS.pieceCount[content]! * 2));
}

/** The candidate with these pieces. */
function placeOf(pieces: readonly number[]): number {
  for (let index = 0; index < CONTENTS.count; index += 1) {
    if (CONTENTS.pieceCount[index]! * 2 !== pieces.length) continue;
    const at = index * MAX_PIECES * 2;
    if (pieces.every((word, i) => CONTENTS.pieces[at + i] === word)) return index;
  }
  return 0;
}

/** The candidate that a construct reads; -1 where the source has taken its place. */
function constructedContent(): { content: number; gain: number } {
  let content = -1;
  for (let at = 0; at < CONTENTS.count; at += 1) if ((CONTENTS.origins[at]! & FROM.construct) !== 0) content = at;
  return { content, gain: content < 0 ? 0 : CONTENT_SCORES[content]! };
}

/** The place of the first anchor at or after a word. */
function firstAt(anchors: Int32Array, word: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether source and content lie within the scope. */
function fits({ sourceFrom, sourceTo, content }: Reading, scope: readonly number[]): boolean {
  if (sourceTo > sourceFrom && !within(sourceFrom, sourceTo, scope)) return false;
  for (let i = 0; i < content.length; i += 2) if (!within(content[i]!, content[i + 1]!, scope)) return false;
  return true;
}

function within(from: number, to: number, scope: readonly number[]): boolean {
  for (let i = 0; i < scope.length; i += 2) if (from >= scope[i]! && to <= scope[i + 1]!) return true;
  return false;
}

function sameReading(a: Reading, b: Reading): boolean {
  return (
    a.sourceFrom === b.sourceFrom &&
    a.sourceTo === b.sourceTo &&
    a.content.length === b.content.length &&
    a.content.every((word, i) => word === b.content[i])
  );
}

/** The candidate that agrees by half or more with the most probable others, rather than the most probable one. */
function expectedBest(
  encoded: EncodedDocument,
  contents: ContentCandidates,
  probabilities: Float64Array,
): { content: number; gain: number } {
  const order: number[] = [];
  let likeliest = 0;
  for (let candidate = 0; candidate < contents.count; candidate += 1) {
    if (probabilities[candidate]! > probabilities[likeliest]!) likeliest = candidate;
    if (probabilities[candidate]! >= UNLIKELY) order.push(candidate);
  }
  let content = likeliest;
  let best = -1;
  let gain = 0;
  for (const candidate of order) {
    let sum = 0;
    for (const other of order) {
      if (other === candidate || similarity(encoded, contents, candidate, other) >= 0.5) sum += probabilities[other]!;
    }
    const value = sum + EXACTNESS * probabilities[candidate]!;
    if (value > best) {
      best = value;
      content = candidate;
      gain = sum;
    }
  }
  return { content, gain };
}

/** Common letters over all letters (Jaccard) of two candidates. */
function similarity(encoded: EncodedDocument, { pieces, pieceCount }: ContentCandidates, a: number, b: number): number {
  const { size } = encoded;
  const endOfA = (a * MAX_PIECES + pieceCount[a]!) * 2;
  const endOfB = (b * MAX_PIECES + pieceCount[b]!) * 2;
  let common = 0;
  let all = 0;
  for (let j = b * MAX_PIECES * 2; j < endOfB; j += 2) all += size[pieces[j + 1]!]! - size[pieces[j]!]!;
  for (let i = a * MAX_PIECES * 2; i < endOfA; i += 2) {
    all += size[pieces[i + 1]!]! - size[pieces[i]!]!;
    for (let j = b * MAX_PIECES * 2; j < endOfB; j += 2) {
      const low = Math.max(pieces[i]!, pieces[j]!);
      const high = Math.min(pieces[i + 1]!, pieces[j + 1]!);
      if (low < high) common += size[high]! - size[low]!;
    }
  }
  return common / (all - common);
}
