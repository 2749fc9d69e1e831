/** One reading for each word that may carry a cue: its best source and content, and how sure each model is. */
import { anchorFeatures, canAnchor } from './anchors.ts';
import { ContentCandidates, LIMIT, PIECES } from './content-candidates.ts';
import { contentContext, contentFeatures, sourceSide } from './content-features.ts';
import { findContents } from './contents.ts';
import type { CueWords } from './cues.ts';
import { Features } from './features.ts';
import { anchorFields, contentFields } from './fields.ts';
import { emptySums, type Network, output, sumFields } from './hidden.ts';
import { type Linear, logistic, score, softmax } from './linear.ts';
import { type FirstLook, firstLook, secondLookFeatures } from './second-look.ts';
import { SourceReader } from './source-reader.ts';
import type { View } from './view.ts';

export interface ProposalModels {
  readonly cues: CueWords;
  /** Cue or not, judged from the word's surroundings. */
  readonly first: Linear;
  readonly firstNetwork: Network;
  /** The same once the first look at its neighbours is known. */
  readonly second: Linear;
  readonly source: Linear;
  readonly content: Linear;
  readonly contentNetwork: Network;
}

/** What choosing a source and a content takes. */
export type ReadingModels = Pick<ProposalModels, 'source' | 'content' | 'contentNetwork'>;

/** A reading. Stretches are words, end exclusive. */
export interface Proposal {
  readonly anchor: number;
  readonly cueFrom: number;
  readonly cueTo: number;
  /** Probability that the anchor carries a cue, as if nothing were nested, and with its neighbours known. */
  readonly first: number;
  readonly second: number;
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
}

/** The candidate words of an article with the probabilities of the two looks. */
export interface Looks {
  readonly anchors: Int32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** The second look's probability by word; 0 where a word is no candidate. */
  readonly probability: Float32Array;
}

/**
 * Anchors below these probabilities in both looks are not read any further. Cross-fitted on the training articles these are
 * an eighth of all readings; 4 in 100 of them were accepted, and 4 in 10 of those were right. A strong first look alone can
 * be a cue inside another's content.
 */
const WORTH_READING = 0.25;
const WORTH_READING_ALONE = 0.4;
/** One example is weighed at a time: the buffer serves all. */
const FEATURES = new Features();
const SUMS = emptySums();
const SHARED = emptySums();
/** What an exact content counts beside one that is right by half. */
const EXACTNESS = 0.1;
/** A candidate below this is not compared. */
const UNLIKELY = 0.01;

/** Probabilities of both looks for every word that can carry a cue. */
export function look(view: View, models: LookModels & Pick<ProposalModels, 'second'>): Looks {
  return lookAgain(view, lookFirst(view, models), models.second);
}

/** What the first look takes. */
export type LookModels = Pick<ProposalModels, 'cues' | 'first' | 'firstNetwork'>;

/** The first look alone. */
export function lookFirst(view: View, { cues, first, firstNetwork }: LookModels): FirstLook {
  const anchors = anchorsOf(view, cues);
  const early = new Float32Array(anchors.length);
  for (let index = 0; index < anchors.length; index += 1) {
    FEATURES.clear();
    anchorFeatures(FEATURES, view, cues, anchors[index]!);
    anchorFields(FEATURES, view, cues, anchors[index]!);
    sumFields(firstNetwork, FEATURES, null, SUMS);
    early[index] = logistic(both(score(first, FEATURES), output(firstNetwork, SUMS)));
  }
  return firstLook(view, anchors, early);
}

/** What linear model and network say together: the mean, which errs less than either. */
function both(linear: number, network: number): number {
  return (linear + network) / 2;
}

/** The second look alone, where the first is known. */
export function lookAgain(view: View, early: FirstLook, model: Linear): Looks {
  const { anchors, first } = early;
  const second = new Float32Array(anchors.length);
  const probability = new Float32Array(view.count);
  for (let index = 0; index < anchors.length; index += 1) {
    if (first[index]! < 0.01) continue;
    FEATURES.clear();
    secondLookFeatures(FEATURES, view, early, index);
    second[index] = logistic(score(model, FEATURES));
    probability[anchors[index]!] = second[index]!;
  }
  return { anchors, first, second, probability };
}

/** All words of the article that can carry a cue. */
export function anchorsOf(view: View, cues: CueWords): Int32Array {
  const found: number[] = [];
  for (let w = 0; w < view.count; w += 1) if (canAnchor(view, cues, w)) found.push(w);
  return Int32Array.from(found);
}

/** Reads every anchor that is worth it. */
export function propose(view: View, looks: Looks, models: ReadingModels): Proposal[] {
  const readings: Proposal[] = [];
  const reader = new Reader(view, looks.probability, models);
  for (let index = 0; index < looks.anchors.length; index += 1) {
    const first = looks.first[index]!;
    const second = looks.second[index]!;
    if (second < WORTH_READING && first < WORTH_READING_ALONE) continue;
    const reading = reader.read(looks.anchors[index]!, first, second);
    if (reading !== null) readings.push(reading);
  }
  return readings;
}

/** The candidates of one anchor at a time and what each weighs: kept for the life of the process. */
const CONTENTS = new ContentCandidates();
const CONTENT_SCORES = new Float64Array(LIMIT);

/** Chooses source and content for one anchor after the other. */
class Reader {
  private readonly speakers: SourceReader;
  private readonly view: View;
  private readonly probability: Float32Array;
  private readonly models: ReadingModels;

  constructor(view: View, probability: Float32Array, models: ReadingModels) {
    this.view = view;
    this.speakers = new SourceReader(view, models.source);
    this.probability = probability;
    this.models = models;
  }

  /**
   * The best reading of the cue at `anchor`, or null where it has no content to attribute.
   *
   * @param first the probability of the first look, `second` of the second
   */
  read(anchor: number, first: number, second: number): Proposal | null {
    const source = this.speakers.choose(anchor);
    const { sources } = this.speakers;
    findContents(CONTENTS, this.view, anchor, sources.from[source]!, sources.to[source]!);
    if (CONTENTS.count === 0) return null;
    const { content, gain } = this.chooseContent(anchor);
    const at = content * PIECES * 2;
    return {
      anchor,
      cueFrom: CONTENTS.cueFrom,
      cueTo: CONTENTS.cueTo,
      first,
      second,
      sourceFrom: sources.from[source]!,
      sourceTo: sources.to[source]!,
      sourceHead: sources.head[source]!,
      sourceCuts: sources.cuts[source]!,
      sourceProbability: this.speakers.gain,
      content: Array.from(CONTENTS.pieces.subarray(at, at + CONTENTS.pieceCount[content]! * 2)),
      origins: CONTENTS.origins[content]!,
      contentGain: gain,
      contentProbability: CONTENT_SCORES[content]!,
    };
  }

  private chooseContent(anchor: number): { content: number; gain: number } {
    const { view } = this;
    const { content, contentNetwork } = this.models;
    const context = contentContext(view, anchor, this.probability);
    FEATURES.clear();
    contentFields(FEATURES, view, anchor, sourceSide(CONTENTS, anchor));
    sumFields(contentNetwork, FEATURES, null, SHARED);
    for (let index = 0; index < CONTENTS.count; index += 1) {
      FEATURES.clear();
      contentFeatures(FEATURES, view, context, CONTENTS, index);
      sumFields(contentNetwork, FEATURES, SHARED, SUMS);
      CONTENT_SCORES[index] = both(score(content, FEATURES), output(contentNetwork, SUMS));
    }
    softmax(CONTENT_SCORES, CONTENTS.count);
    return expectedBest(view, CONTENTS, CONTENT_SCORES);
  }
}

/** The candidate that agrees by half or more with the most probable others, rather than the most probable one. */
function expectedBest(
  view: View,
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
      if (other === candidate || similarity(view, contents, candidate, other) >= 0.5) sum += probabilities[other]!;
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
function similarity(view: View, { pieces, pieceCount }: ContentCandidates, a: number, b: number): number {
  const { size } = view;
  const endOfA = (a * PIECES + pieceCount[a]!) * 2;
  const endOfB = (b * PIECES + pieceCount[b]!) * 2;
  let common = 0;
  let all = 0;
  for (let j = b * PIECES * 2; j < endOfB; j += 2) all += size[pieces[j + 1]!]! - size[pieces[j]!]!;
  for (let i = a * PIECES * 2; i < endOfA; i += 2) {
    all += size[pieces[i + 1]!]! - size[pieces[i]!]!;
    for (let j = b * PIECES * 2; j < endOfB; j += 2) {
      const low = Math.max(pieces[i]!, pieces[j]!);
      const high = Math.min(pieces[i + 1]!, pieces[j + 1]!);
      if (low < high) common += size[high]! - size[low]!;
    }
  }
  return common / (all - common);
}
