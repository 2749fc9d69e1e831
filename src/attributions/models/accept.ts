/**
 * The fourth model judges whole readings; its probability is the confidence of a claim. The readings of an article are
 * judged together, since a cue inside the words of another source is no attribution of the article itself.
 */
import type { EncodedDocument } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { READING_COLUMNS } from './accept-templates.ts';
import { isAsserted } from './asserted.ts';
import type { CueWords } from './cues.ts';
import { type Form, formOf } from './form.ts';
import { type FeatureList, type ReaderKernel, readerKernel } from './kernel.ts';
import { type Linear, logistic } from './linear.ts';
import type { Reading } from './propose.ts';

/** The place of each number of a reading. */
const AT = Object.fromEntries(READING_COLUMNS.map((name, place) => [name, place])) as Record<
  (typeof READING_COLUMNS)[number],
  number
>;
/** Readings after one that are compared with it: more stand together only in text that is no prose. */
const MAX_RIVALS = 250;

/** How the readings of an article contain each other. */
export interface Rivals {
  /** By reading: the highest cue probability among readings whose content holds its anchor. */
  readonly outer: Float32Array;
  /** The highest among readings whose anchor lies in its content. */
  readonly inner: Float32Array;
  /** The highest among readings whose content overlaps its content or holds its source. */
  readonly crossing: Float32Array;
}

/**
 * Compares each reading with up to `MAX_RIVALS` after it, within twelve sentences; 0 where it has no rival of a kind.
 *
 * @param readings of one scope, in the order of their anchors
 */
export function rivals(encoded: EncodedDocument, readings: readonly Reading[]): Rivals {
  const outer = new Float32Array(readings.length);
  const inner = new Float32Array(readings.length);
  const crossing = new Float32Array(readings.length);
  for (let a = 0; a < readings.length; a += 1) {
    const one = readings[a]!;
    const last = Math.min(readings.length, a + 1 + MAX_RIVALS);
    for (let b = a + 1; b < last; b += 1) {
      const two = readings[b]!;
      if (two.anchor === one.anchor) continue;
      if (encoded.sentence[two.anchor]! - encoded.sentence[one.anchor]! > 12) break;
      const twoInOne = holds(one.content, two.anchor);
      const oneInTwo = holds(two.content, one.anchor);
      if (twoInOne) {
        outer[b] = Math.max(outer[b]!, one.cue);
        inner[a] = Math.max(inner[a]!, two.cue);
      }
      if (oneInTwo) {
        outer[a] = Math.max(outer[a]!, two.cue);
        inner[b] = Math.max(inner[b]!, one.cue);
      }
      if (!twoInOne && !oneInTwo && touch(one.content, two.content)) {
        crossing[a] = Math.max(crossing[a]!, two.cue);
        crossing[b] = Math.max(crossing[b]!, one.cue);
      }
    }
  }
  return { outer, inner, crossing };
}

/**
 * Whether a word stands in one of the pieces.
 *
 * @param pieces pairs of first word and end, end exclusive
 */
export function holds(pieces: readonly number[], word: number): boolean {
  for (let i = 0; i < pieces.length; i += 2) if (word >= pieces[i]! && word < pieces[i + 1]!) return true;
  return false;
}

function touch(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) if (a[i]! < b[j + 1]! && b[j]! < a[i + 1]!) return true;
  }
  return false;
}

/** Where a reading is judged: the article, or the content of an accepted reading. */
export interface Scope {
  /** Contents around it. */
  readonly level: number;
  /** Pairs of first word and end; null for the article. */
  readonly pieces: readonly number[] | null;
  /** The cue whose content it is; -1 for the article. */
  readonly anchor: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

export const ARTICLE: Scope = { level: 0, pieces: null, anchor: -1, sourceFrom: 0, sourceTo: 0 };

/**
 * Writes one reading into the kernel, as it is judged in a scope.
 *
 * @param index its place among the readings that `lies` compares
 */
function putReading(
  kernel: ReaderKernel,
  encoded: EncodedDocument,
  reading: Reading,
  lies: Rivals,
  index: number,
  scope: Scope,
): void {
  const { row } = kernel;
  row[AT.anchor] = reading.anchor;
  row[AT.cueFrom] = reading.cueFrom;
  row[AT.cueTo] = reading.cueTo;
  row[AT.sourceFrom] = reading.sourceFrom;
  row[AT.sourceTo] = reading.sourceTo;
  row[AT.sourceHead] = reading.sourceHead;
  row[AT.sourceCuts] = reading.sourceCuts;
  row[AT.origins] = reading.origins;
  row[AT.proposer] = reading.proposer;
  row[AT.second] = reading.second;
  row[AT.form] = formHash(formOf(encoded, reading));
  row[AT.cue] = step(reading.cue);
  row[AT.source] = step(reading.sourceProbability);
  row[AT.content] = step(reading.contentGain);
  row[AT.exactContent] = step(reading.contentProbability);
  row[AT.outer] = step(lies.outer[index]!);
  row[AT.inner] = step(lies.inner[index]!);
  row[AT.crossing] = step(lies.crossing[index]!);
  row[AT.cueOdds] = odds(reading.cue);
  row[AT.sourceOdds] = odds(reading.sourceProbability);
  row[AT.contentOdds] = odds(reading.contentGain);
  row[AT.exactOdds] = odds(reading.contentProbability);
  row[AT.level] = scope.level;
  row[AT.scopeAnchor] = scope.anchor;
  row[AT.scopeSourceFrom] = scope.sourceFrom;
  row[AT.scopeSourceTo] = scope.sourceTo;
  kernel.setReading(reading.content, scope.pieces);
}

/** The features of one reading in a scope: for training. */
export function acceptFeatures(
  encoded: EncodedDocument,
  cues: CueWords,
  reading: Reading,
  lies: Rivals,
  index: number,
  scope: Scope,
): FeatureList {
  const kernel = readerKernel(encoded);
  kernel.useCues(cues);
  putReading(kernel, encoded, reading, lies, index, scope);
  return kernel.acceptFeatures();
}

const formHashes = new Map<Form, number>();

function formHash(form: Form): number {
  let hash = formHashes.get(form);
  if (hash === undefined) {
    hash = hashText(form);
    formHashes.set(form, hash);
  }
  return hash;
}

/** A probability in eleven steps that are finer near 0 and 1; the kernel has the same. */
export function step(probability: number): number {
  if (probability < 0.5) {
    if (probability < 0.1) return probability < 0.02 ? 0 : probability < 0.05 ? 1 : 2;
    return probability < 0.2 ? 3 : probability < 0.35 ? 4 : 5;
  }
  if (probability < 0.8) return probability < 0.65 ? 6 : 7;
  return probability < 0.9 ? 8 : probability < 0.97 ? 9 : 10;
}

/** The logarithm of the odds of a probability in steps of two thirds, -9 to 9. */
function odds(probability: number): number {
  const bound = Math.min(0.998, Math.max(0.002, probability));
  return Math.round(1.5 * Math.log(bound / (1 - bound)));
}

/** The probability that each reading of a scope is right as a whole; 0 for one that tells that nobody said it. */
export function scoreAcceptance(
  encoded: EncodedDocument,
  cues: CueWords,
  model: Linear,
  readings: readonly Reading[],
  scope: Scope,
): Float32Array {
  const lies = rivals(encoded, readings);
  const found = new Float32Array(readings.length);
  const kernel = readerKernel(encoded);
  kernel.useCues(cues);
  kernel.useLinear(model);
  for (let index = 0; index < readings.length; index += 1) {
    const reading = readings[index]!;
    putReading(kernel, encoded, reading, lies, index, scope);
    const judged = logistic(kernel.scoreReading());
    if (!isAsserted(encoded, reading)) continue;
    const decided = reading.proposer === 0 ? 0 : encoded.constructed.get(reading.anchor)!.decided;
    found[index] = Math.max(judged, decided);
  }
  return found;
}
