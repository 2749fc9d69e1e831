/**
 * The fourth model judges whole readings; its probability is the confidence of a claim. The readings of an article are
 * judged together, since a cue inside the words of another source is no attribution of the article itself.
 */

import { type EncodedDocument, FINITE, sharedPart } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { TAG } from '../../syntax/labels.ts';
import { rateOf } from './anchors.ts';
import { isAsserted } from './asserted.ts';
import type { CueWords } from './cues.ts';
import { bucket, Features, step } from './features.ts';
import { formOf } from './form.ts';
import { readerKernel } from './kernel.ts';
import { type Linear, logistic, score } from './linear.ts';
import type { Reading } from './propose.ts';

export const ACCEPT_TEMPLATES = [
  ...['cue', 'source', 'content', 'cue and content', 'cue and source', 'source and content', 'source kind'],
  ...['origins', 'length', 'quotation', 'rate', 'tag', 'stem', 'inside another', 'another inside', 'overlap'],
  ...['same source', 'first look', 'all three', 'place', 'cut', 'rate and cue', 'exact content', 'heading'],
  ...['construct', 'construct and cue', 'agreement', 'form', 'form and cue', 'form and stem', 'said', 'said and stem'],
  ...['said and cue', 'relation', 'complements', 'speaker', 'first tag', 'quoted cue'],
  ...[
    'corpus',
    'level',
    'level and cue',
    'level and stem',
    'outer cue',
    'outer and stem',
    'outer kind',
    'share of scope',
  ],
  ...[
    'opens scope',
    'same speaker',
    'proposer',
    'proposer and cue',
    'negation',
    'auxiliary',
    'first word',
    'word after cue',
  ],
  ...[
    'verb below',
    'source side',
    'source word',
    'source word and stem',
    'source and place',
    'object word',
    'head',
    'cue fine',
    'source fine',
    'content fine',
    'second',
  ],
] as const;
const F = Object.fromEntries(ACCEPT_TEMPLATES.map((name, index) => [name, index])) as Record<
  (typeof ACCEPT_TEMPLATES)[number],
  number
>;
const BASE = 768;
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

/** Adds the features of one reading in a scope. */
export function acceptFeatures(
  features: Features,
  encoded: EncodedDocument,
  cues: CueWords,
  reading: Reading,
  lies: Rivals,
  index: number,
  scope: Scope,
): void {
  const base = BASE;
  const { anchor } = reading;
  const cue = step(reading.cue);
  const source = step(reading.sourceProbability);
  const content = step(reading.contentGain);
  const tag = encoded.tag[anchor]!;
  const rate = rateOf(cues, encoded.form[anchor]!);
  const nobody = reading.sourceTo === reading.sourceFrom;
  const kind = nobody ? 0 : encoded.tag[reading.sourceHead]! * 8 + encoded.name[reading.sourceHead]! + 1;
  features.add(base + F.cue, cue);
  features.add(base + F.source, source, nobody ? 1 : 0);
  features.add(base + F.content, content);
  features.add(base + F['exact content'], step(reading.contentProbability));
  features.add(base + F['cue and content'], cue, content);
  features.add(base + F['cue and source'], cue, source, nobody ? 1 : 0);
  features.add(base + F['source and content'], source, content);
  features.add(base + F['all three'], cue >> 1, source >> 1, content >> 1);
  features.add(base + F['source kind'], kind);
  features.add(base + F.cut, reading.sourceCuts);
  let letters = 0;
  let words = 0;
  let quoted = 0;
  for (let i = 0; i < reading.content.length; i += 2) {
    words += reading.content[i + 1]! - reading.content[i]!;
    for (let w = reading.content[i]!; w < reading.content[i + 1]!; w += 1) {
      letters += 1;
      if (encoded.quotation[w]! >= 0) quoted += 1;
    }
  }
  const quotation = quoted === 0 ? 0 : quoted === letters ? 2 : 1;
  features.add(base + F.length, bucket(words), tag);
  features.add(base + F.length, bucket(words), cue);
  features.add(base + F.quotation, quotation, cue);
  features.add(base + F.quotation, quotation, content);
  features.add(base + F.origins, reading.origins);
  features.add(base + F.rate, rate, tag);
  features.add(base + F['rate and cue'], rate, cue);
  features.add(base + F.tag, tag, nobody ? 1 : 0);
  features.add(base + F.tag, tag, cue, 1);
  features.add(base + F.stem, encoded.stem[anchor]!);
  const construct = encoded.construct[anchor]!;
  features.add(base + F.construct, construct, reading.proposer);
  features.add(base + F['construct and cue'], construct, cue, reading.proposer);
  features.add(base + F.proposer, reading.proposer);
  features.add(base + F['proposer and cue'], reading.proposer, cue);
  features.add(base + F.second, reading.second, source, content);
  features.add(base + F.second, reading.second, cue, 64);
  const other = encoded.constructed.get(anchor);
  if (other) {
    const sameSource = other.sourceTo === reading.sourceTo && other.sourceFrom === reading.sourceFrom ? 2 : 0;
    const sameContent = touch(other.content, reading.content) ? 1 : 0;
    features.add(base + F.agreement, construct, sameSource + sameContent);
    features.add(base + F.agreement, sameSource + sameContent, content, 1);
  }
  sayingFeatures(features, encoded, reading, base, cue, quotation);
  scopeFeatures(features, encoded, reading, scope, cue);
  features.add(base + F['inside another'], step(lies.outer[index]!), cue);
  features.add(base + F['another inside'], step(lies.inner[index]!), cue);
  features.add(base + F.overlap, step(lies.crossing[index]!), cue);
  features.add(base + F['inside another'], step(lies.outer[index]!), encoded.quotation[anchor]! >= 0 ? 1 : 0, 1);
}

/** Adds the features of the place of a reading: how deep it is nested, in whose content, how much of it it fills. */
function scopeFeatures(
  features: Features,
  encoded: EncodedDocument,
  reading: Reading,
  scope: Scope,
  cue: number,
): void {
  const { anchor, content, sourceFrom, sourceTo } = reading;
  const root = encoded.stem[anchor]!;
  const quoted = encoded.quotation[anchor]! >= 0 ? 1 : 0;
  const level = Math.min(scope.level, 2) * 2 + quoted;
  features.add(BASE + F.corpus, encoded.corpus, cue);
  features.add(BASE + F.corpus, encoded.corpus, root, 1);
  features.add(BASE + F.corpus, encoded.corpus, encoded.tag[anchor]!, 2 + level);
  features.add(BASE + F.corpus, encoded.corpus, readerKernel(encoded).complements(anchor), 20);
  features.add(BASE + F.level, level);
  features.add(BASE + F['level and cue'], level, cue);
  features.add(BASE + F['level and stem'], level, root);
  features.add(BASE + F['source side'], sourceTo === sourceFrom ? 0 : sourceFrom < anchor ? 1 : 2, level, root);
  const verb = readerKernel(encoded).subjectOf(anchor);
  features.add(BASE + F['verb below'], verb < 0 ? 0 : verb & 7, level, encoded.tag[anchor]!);
  features.add(BASE + F['first word'], encoded.form[content[0]!]!, root);
  features.add(BASE + F['first word'], encoded.form[content[0]!]!, level, 1);
  features.add(BASE + F['word after cue'], encoded.form[reading.cueTo] ?? 0, root);
  features.add(BASE + F['word after cue'], encoded.form[reading.cueFrom - 1] ?? 0, root, 1);
  features.add(BASE + F.auxiliary, reading.cueFrom < anchor ? encoded.form[reading.cueFrom]! : 0, root);
  features.add(BASE + F.negation, negated(encoded, reading) ? 1 : 0, cue);
  features.add(BASE + F.negation, negated(encoded, reading) ? 1 : 0, root, 1);
  const sure = odds(reading.cue);
  features.add(BASE + F['cue fine'], sure);
  features.add(BASE + F['cue fine'], sure, level, 1);
  features.add(BASE + F['cue fine'], sure, odds(reading.contentGain), odds(reading.sourceProbability) + 64);
  features.add(BASE + F['source fine'], odds(reading.sourceProbability), sourceTo > sourceFrom ? 1 : 0);
  features.add(BASE + F['content fine'], odds(reading.contentGain));
  features.add(BASE + F['content fine'], odds(reading.contentProbability), 0, 1);
  const named = sourceTo > sourceFrom;
  const word = named ? encoded.stem[reading.sourceHead]! : 0;
  features.add(BASE + F['source word'], word, level);
  features.add(BASE + F['source word and stem'], word, root);
  features.add(
    BASE + F['source and place'],
    named ? encoded.relation[reading.sourceHead]! : 99,
    encoded.relation[anchor]!,
  );
  features.add(
    BASE + F['source and place'],
    named ? encoded.tag[reading.sourceHead]! * 8 + encoded.name[reading.sourceHead]! : 0,
    root,
    1,
  );
  features.add(BASE + F['object word'], encoded.stem[headOf(encoded, content)]!, root);
  features.add(
    BASE + F['object word'],
    encoded.tag[headOf(encoded, content)]!,
    encoded.relation[headOf(encoded, content)]!,
    1,
  );
  features.add(BASE + F['object word'], encoded.tag[headOf(encoded, content)]!, root, 2);
  const head = encoded.head[anchor]!;
  features.add(BASE + F.head, head < 0 ? 0 : encoded.stem[head]!, encoded.relation[anchor]!);
  features.add(BASE + F.head, head < 0 ? 0 : encoded.stem[head]!, root, 1);
  if (scope.pieces === null) return;
  const outer = encoded.stem[scope.anchor]!;
  features.add(BASE + F['outer cue'], outer, quoted);
  features.add(BASE + F['outer and stem'], outer, root);
  features.add(BASE + F['outer kind'], readerKernel(encoded).complements(scope.anchor), level);
  features.add(BASE + F['outer kind'], encoded.tag[scope.anchor]!, quoted, 1);
  const share = bucketShare(sharedPart(encoded, content, scope.pieces));
  features.add(BASE + F['share of scope'], share, level);
  features.add(BASE + F['share of scope'], share, cue, 1);
  features.add(BASE + F['share of scope'], share, root, 2);
  const first = scope.pieces[0]!;
  const opens = sourceFrom === first ? 1 : content[0] === first ? 2 : Math.min(sourceFrom, anchor) <= first + 2 ? 3 : 0;
  features.add(BASE + F['opens scope'], opens, level);
  features.add(BASE + F['opens scope'], opens, root, 1);
  const short = sourceTo - sourceFrom === 1 ? encoded.form[sourceFrom]! : 0;
  const outerShort = scope.sourceTo - scope.sourceFrom === 1 ? encoded.form[scope.sourceFrom]! : 0;
  features.add(BASE + F['same speaker'], short, outerShort, level);
  features.add(BASE + F['same speaker'], short, level, 1);
}

/** The word of the first piece whose head lies outside it. */
function headOf(encoded: EncodedDocument, content: readonly number[]): number {
  let at = content[0]!;
  for (let steps = 0; steps < 30; steps += 1) {
    const up = encoded.head[at]!;
    if (up < content[0]! || up >= content[1]!) return at;
    at = up;
  }
  return at;
}

/** The logarithm of the odds of a probability in steps of two thirds, -9 to 9. */
function odds(probability: number): number {
  const bound = Math.min(0.998, Math.max(0.002, probability));
  return Math.round(1.5 * Math.log(bound / (1 - bound)));
}

/** A share of the scope in five steps. */
function bucketShare(share: number): number {
  return share < 0.3 ? 0 : share < 0.6 ? 1 : share < 0.8 ? 2 : share < 0.95 ? 3 : 4;
}

const NOT = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nobody', 'no', 'none'].map((word) => hashText(word)));

/** Whether the cue or its source is denied: "did not say", "no group claimed". */
function negated(encoded: EncodedDocument, { cueFrom, cueTo, sourceFrom, sourceTo }: Reading): boolean {
  for (let w = cueFrom - 1; w < cueTo; w += 1) if (w >= 0 && NOT.has(encoded.form[w]!)) return true;
  for (let w = sourceFrom; w < sourceTo && w < sourceFrom + 3; w += 1) if (NOT.has(encoded.form[w]!)) return true;
  return false;
}

/** Adds the features of the form of a reading, and whether its content is a statement at all. */
function sayingFeatures(
  features: Features,
  encoded: EncodedDocument,
  reading: Reading,
  base: number,
  cue: number,
  quotation: number,
): void {
  const { anchor, content, sourceFrom, sourceTo } = reading;
  const root = encoded.stem[anchor]!;
  const form = hashText(formOf(encoded, reading));
  const said = saysSomething(encoded, content) ? 1 + quotation : 0;
  features.add(base + F.form, form);
  features.add(base + F['form and cue'], form, cue);
  features.add(base + F['form and stem'], form, root);
  features.add(base + F.said, said, form);
  features.add(base + F['said and stem'], said, root);
  features.add(base + F['said and cue'], said, cue);
  features.add(base + F.relation, encoded.relation[anchor]!, cue);
  features.add(base + F.complements, readerKernel(encoded).complements(anchor), said);
  features.add(base + F.speaker, sourceTo - sourceFrom === 1 ? encoded.form[sourceFrom]! : 0, said);
  features.add(base + F['first tag'], encoded.tag[content[0]!]!, root);
  features.add(base + F['first tag'], encoded.tag[content[0]!]!, cue, 1);
  features.add(base + F['quoted cue'], encoded.quotation[anchor]! >= 0 ? 1 : 0, cue, said);
}

/** True where the content holds a clause or quoted words. A verb right after "and" goes on with the cue's own clause. */
function saysSomething(encoded: EncodedDocument, content: readonly number[]): boolean {
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (FINITE[encoded.tag[w]!] === 1 && (w === 0 || encoded.tag[w - 1] !== TAG.CC)) return true;
      if (encoded.quotation[w]! >= 0 && encoded.tag[w] !== TAG['``']) return true;
    }
  }
  return false;
}

/** Of the reading that is judged: made once, for an article has thousands. */
const FEATURES = new Features();

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
  for (let index = 0; index < readings.length; index += 1) {
    FEATURES.clear();
    acceptFeatures(FEATURES, encoded, cues, readings[index]!, lies, index, scope);
    const judged = logistic(score(model, FEATURES));
    const reading = readings[index]!;
    if (!isAsserted(encoded, reading)) continue;
    const decided = reading.proposer === 0 ? 0 : encoded.constructed.get(reading.anchor)!.decided;
    found[index] = Math.max(judged, decided);
  }
  return found;
}
