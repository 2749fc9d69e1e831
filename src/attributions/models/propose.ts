/** Readings of each word that may carry a cue: its likeliest source and content, and what a construct makes of it. */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { THRESHOLD } from '../thresholds.ts';
import { canAnchor } from './anchors.ts';
import { type CueWords, cueTable } from './cues.ts';
import { type Network, UNITS } from './hidden.ts';
import { type ContentCandidates, readerKernel, type ScopePieces } from './kernel.ts';
import { type Linear, logistic, softmax } from './linear.ts';
import { FROM } from './origins.ts';
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

/** Beside a verb that itself carries a cue it is a link of that statement (`chains.ts`), and no statement of its own. */
const REPORTEDLY = hashText('reportedly');
const LIKELY = 0.5;

/** How likely each word that can carry a cue does. */
export function scoreCues(encoded: EncodedDocument, { cues, first, firstNetwork }: CueModels): CueScores {
  const anchors = anchorsOf(encoded, cues);
  const scores = new Float32Array(anchors.length);
  const probability = new Float32Array(encoded.count);
  const kernel = readerKernel(encoded);
  kernel.useCues(cues);
  kernel.useLinear(first);
  kernel.useNetwork(firstNetwork, UNITS);
  for (let index = 0; index < anchors.length; index += 1) {
    scores[index] = logistic(kernel.scoreCue(anchors[index]!));
    probability[anchors[index]!] = scores[index]!;
  }
  for (let index = 0; index < anchors.length; index += 1) {
    const head = encoded.head[anchors[index]!]!;
    if (encoded.form[anchors[index]!] !== REPORTEDLY || head < 0 || probability[head]! < LIKELY) continue;
    scores[index] = 0;
    probability[anchors[index]!] = 0;
  }
  return { anchors, score: scores, probability };
}

/** All words of the article that can carry a cue. */
export function anchorsOf(encoded: EncodedDocument, cues: CueWords): Int32Array {
  const found: number[] = [];
  const table = cueTable(cues);
  for (let w = 0; w < encoded.count; w += 1) if (canAnchor(encoded, table[encoded.type[w]!]!, w)) found.push(w);
  return Int32Array.from(found);
}

/** Chooses source and content for one anchor after the other. */
export class Reader {
  private readonly speakers: SourceReader;
  private readonly contents: ContentCandidates;
  private readonly encoded: EncodedDocument;
  private readonly scores: CueScores;
  private readonly models: ReadingModels;
  /** Readings at the article's own level, by place in the anchors. */
  private readonly known: (readonly Reading[] | undefined)[] = [];

  constructor(encoded: EncodedDocument, scores: CueScores, models: ReadingModels) {
    this.encoded = encoded;
    this.speakers = new SourceReader(encoded, models.source);
    this.contents = readerKernel(encoded).contents;
    this.scores = scores;
    this.models = models;
  }

  /**
   * The readings of all anchors in a scope, in text order: for each that of the models, and that of a construct where it
   * differs.
   *
   * @param scope pairs of first word and end; null for the whole article
   */
  readings(scope: ScopePieces): Reading[] {
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

  private read(index: number, scope: ScopePieces): Reading[] {
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
  private withSeconds(own: Reading, cue: number, source: number, scope: ScopePieces): Reading[] {
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
    const { contents, encoded } = this;
    const { count, origins, scores } = contents;
    const first = placeOf(contents, own.content);
    for (let index = 0; index < count; index += 1) {
      if (scores[index]! >= UNLIKELY && similarity(encoded, contents, first, index) >= 0.5) scores[index] = 0;
    }
    const { content, gain } = expectedBest(encoded, contents);
    if (content < 0 || gain < THRESHOLD.second) return null;
    return {
      ...own,
      content: piecesAt(contents, content),
      origins: origins[content]!,
      contentGain: gain,
      contentProbability: scores[content]!,
      second: SECOND.content,
    };
  }

  /** The reading with a source: the likeliest content, or that of the construct; null where there is none. */
  private complete(
    anchor: number,
    cue: number,
    source: number,
    scope: ScopePieces,
    constructed: boolean,
  ): Reading | null {
    const { sources, gain: sourceProbability } = this.speakers;
    const { contents, encoded } = this;
    this.weighContents(anchor, sources.from[source]!, sources.to[source]!, scope);
    if (contents.count === 0) return null;
    const { content, gain } = constructed ? constructedContent(contents) : expectedBest(encoded, contents);
    if (content < 0) return null;
    return {
      anchor,
      cueFrom: contents.cueFrom,
      cueTo: contents.cueTo,
      cue,
      sourceFrom: sources.from[source]!,
      sourceTo: sources.to[source]!,
      sourceHead: sources.head[source]!,
      sourceCuts: sources.cuts[source]!,
      sourceProbability,
      content: piecesAt(contents, content),
      origins: contents.origins[content]!,
      contentGain: gain,
      contentProbability: contents.scores[content]!,
      proposer: constructed ? PROPOSER.construct : PROPOSER.models,
      second: SECOND.none,
    };
  }

  /** Finds the contents of a cue with a source, with their probabilities. */
  private weighContents(anchor: number, sourceFrom: number, sourceTo: number, scope: ScopePieces): void {
    const { content, contentNetwork } = this.models;
    const kernel = readerKernel(this.encoded);
    kernel.useProbabilities(this.scores.probability);
    kernel.useLinear(content);
    kernel.useNetwork(contentNetwork, UNITS);
    kernel.scoreContents(anchor, sourceFrom, sourceTo, scope);
    softmax(this.contents.scores, this.contents.count);
  }
}

function piecesAt({ pieces, pieceCount, maxPieces }: ContentCandidates, content: number): number[] {
  const from = content * maxPieces * 2;
  const found: number[] = [];
  for (let at = from; at < from + pieceCount[content]! * 2; at += 1) found.push(pieces[at]!);
  return found;
}

/** The candidate with these pieces. */
function placeOf({ count, pieces, pieceCount, maxPieces }: ContentCandidates, own: readonly number[]): number {
  for (let index = 0; index < count; index += 1) {
    if (pieceCount[index]! * 2 !== own.length) continue;
    const at = index * maxPieces * 2;
    if (own.every((word, i) => pieces[at + i] === word)) return index;
  }
  return 0;
}

/** The candidate that a construct reads; -1 where the source has taken its place. */
function constructedContent({ count, origins, scores }: ContentCandidates): { content: number; gain: number } {
  let content = -1;
  for (let at = 0; at < count; at += 1) if ((origins[at]! & FROM.construct) !== 0) content = at;
  return { content, gain: content < 0 ? 0 : scores[content]! };
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
function expectedBest(encoded: EncodedDocument, contents: ContentCandidates): { content: number; gain: number } {
  const { count, scores: probabilities } = contents;
  const order: number[] = [];
  let likeliest = 0;
  for (let candidate = 0; candidate < count; candidate += 1) {
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
function similarity(
  { size }: EncodedDocument,
  { pieces, pieceCount, maxPieces }: ContentCandidates,
  a: number,
  b: number,
): number {
  const endOfA = (a * maxPieces + pieceCount[a]!) * 2;
  const endOfB = (b * maxPieces + pieceCount[b]!) * 2;
  let common = 0;
  let all = 0;
  for (let j = b * maxPieces * 2; j < endOfB; j += 2) all += size[pieces[j + 1]!]! - size[pieces[j]!]!;
  for (let i = a * maxPieces * 2; i < endOfA; i += 2) {
    all += size[pieces[i + 1]!]! - size[pieces[i]!]!;
    for (let j = b * maxPieces * 2; j < endOfB; j += 2) {
      const low = Math.max(pieces[i]!, pieces[j]!);
      const high = Math.min(pieces[i + 1]!, pieces[j + 1]!);
      if (low < high) common += size[high]! - size[low]!;
    }
  }
  return common / (all - common);
}
