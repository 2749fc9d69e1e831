/**
 * Chooses the best consistent set of readings of a scope, then of the contents of those accepted, and so on inwards.
 */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { THRESHOLD } from '../thresholds.ts';
import { ARTICLE, holds, type Scope, scoreAcceptance } from './accept.ts';
import { shareContinuations } from './continuations.ts';
import { standsOutside } from './form.ts';
import { assignFreeQuotations } from './free-quotations.ts';
import { type Accepted, PROPOSER, type Reader, type Reading } from './propose.ts';
import type { Models } from './weights.ts';

/** How many of the contents around a word are considered, the surest first; only texts made to cost much have more. */
const MAX_ENCLOSING = 8;

/** The deepest nesting of attributions that is read. */
const MAX_DEPTH = 5;

/**
 * How often the words of a text are read at one depth, at most: contents that hold each other ("according to A, according to
 * B, …") would be read as often as there are of them. In 3,207 training texts no depth takes more than 1.6.
 */
const MAX_READINGS_OF_TEXT = 4;

/** The readings proposed in a scope with their probabilities, for `explain` and for training. */
export interface Weighed {
  readonly scope: Scope;
  readonly readings: readonly Reading[];
  readonly probability: Float32Array;
}

/**
 * @param least what a reading must reach, 0 to 1; one inside another `THRESHOLD.inside` at least
 * @returns the accepted readings, outer ones before those inside them, and quotations that are nobody's
 */
export function decode(
  encoded: EncodedDocument,
  reader: Reader,
  models: Pick<Models, 'cues' | 'accept'>,
  least: number,
  see?: (weighed: Weighed) => void,
): { accepted: Accepted[]; unattributed: number[][] } {
  const found: Accepted[] = [];
  let unattributed: number[][] = [];
  const open: { scope: Scope; outer: Accepted | null }[] = [{ scope: ARTICLE, outer: null }];
  const left = new Array<number>(MAX_DEPTH).fill(MAX_READINGS_OF_TEXT * encoded.count);
  for (let at = 0; at < open.length; at += 1) {
    const { scope, outer } = open[at]!;
    left[scope.level]! -= lengthOf(scope);
    if (left[scope.level]! < 0) continue;
    const proposed = reader.readings(scope.pieces);
    if (proposed.length === 0 && outer !== null) continue;
    const probability = scoreAcceptance(encoded, models.cues, models.accept, proposed, scope);
    const bar = outer === null ? least : Math.max(least, THRESHOLD.inside);
    const readings = withoutTagged(encoded, proposed, probability, bar);
    see?.({ scope, readings, probability });
    const chosen = choose(encoded, readings, probability, bar).map(
      (index): Accepted => ({ reading: readings[index]!, confidence: probability[index]!, outer, level: scope.level }),
    );
    if (outer === null) {
      shareContinuations(encoded, chosen);
      unattributed = assignFreeQuotations(encoded, chosen);
    }
    found.push(...chosen);
    if (scope.level + 1 === MAX_DEPTH) continue;
    for (const one of chosen) open.push({ scope: inside(one.reading, scope.level + 1), outer: one });
  }
  return { accepted: found, unattributed };
}

/** Words of a scope; 0 for the article itself. */
function lengthOf({ pieces }: Scope): number {
  let length = 0;
  for (let i = 0; i < (pieces?.length ?? 0); i += 2) length += pieces![i + 1]! - pieces![i]!;
  return length;
}

function inside({ anchor, content, sourceFrom, sourceTo }: Reading, level: number): Scope {
  return { level, pieces: content, anchor, sourceFrom, sourceTo };
}

/**
 * The readings without the quotations that have a tag of their own: “…,” Weber said. “…,” Kohl said.
 *
 * @param least what a reading must reach to keep a quotation of its sentence for itself
 */
function withoutTagged(
  encoded: EncodedDocument,
  readings: readonly Reading[],
  probability: ArrayLike<number>,
  least: number,
): Reading[] {
  const tagged = new Uint8Array(encoded.quotations.length);
  const ownSentence = (quotation: number, { anchor }: Reading): boolean => {
    const { from, to } = encoded.quotations[quotation]!;
    const sentence = encoded.sentence[anchor]!;
    return sentence === encoded.sentence[to - 1]! || sentence === encoded.sentence[from]!;
  };
  for (const [index, reading] of readings.entries()) {
    const quotation = encoded.quotation[reading.content[0]!]!;
    if (quotation < 0 || encoded.quotation[reading.anchor]! >= 0 || probability[index]! < least) continue;
    if (reading.sourceTo > reading.sourceFrom && ownSentence(quotation, reading)) tagged[quotation] = 1;
  }
  return readings.map((reading) => {
    const { content } = reading;
    const kept: number[] = [];
    for (let i = 0; i < content.length; i += 2) {
      const quotation = encoded.quotation[content[i]!]!;
      const others = quotation >= 0 && tagged[quotation] === 1 && !ownSentence(quotation, reading);
      if (!others || encoded.quotations[quotation]!.to < content[i + 1]!) kept.push(content[i]!, content[i + 1]!);
    }
    return kept.length === content.length || kept.length === 0 ? reading : { ...reading, content: kept };
  });
}

const PASSING = new Set(['according', 'citing', 'quoting'].map((word) => hashText(word)));

/**
 * Takes the surest readings first. One cue has one reading; of two that each hold the other's cue the one that stands outside
 * its clause stays ("according to"), else the surer; and two readings side by side do not share a quotation, unless one
 * passes the other on. What lies in the content of another waits for that content.
 *
 * @returns indexes of the readings taken that lie in no other one's content, in text order
 */
function choose(
  encoded: EncodedDocument,
  readings: readonly Reading[],
  probability: ArrayLike<number>,
  least: number,
): number[] {
  const order = readings.map((_, index) => index).filter((index) => probability[index]! >= least);
  if (order.length === 0) return order;
  // Most contents hold one reading, which nothing stands against; only its own content must not hold its cue.
  if (order.length === 1) {
    const { anchor, content } = readings[order[0]!]!;
    return holds(content, anchor) ? [] : order;
  }
  order.sort((a, b) => probability[b]! - probability[a]! || a - b);
  const outside = outsideBySentence(encoded, readings, order);
  /** By word: whether it belongs to the cue of a reading taken, and the readings taken whose content it is in. */
  const isCue = new Uint8Array(encoded.count);
  const covering = new Array<number[] | undefined>(encoded.count);
  const taken: number[] = [];
  for (const index of order) {
    const { anchor, cueFrom, cueTo, content, sourceFrom, sourceTo } = readings[index]!;
    let free = true;
    for (let w = cueFrom; free && w < cueTo; w += 1) if (isCue[w] === 1) free = false;
    for (let w = sourceFrom; free && w < sourceTo; w += 1) {
      // "the paper, citing police, said": the aside is cut from the source.
      if (isCue[w] === 1 && !PASSING.has(encoded.form[w]!)) free = false;
    }
    const around = covering[anchor] ?? [];
    for (const other of around) if (holds(content, readings[other]!.anchor)) free = false;
    for (const other of outside.get(encoded.sentence[anchor]!) ?? []) {
      if (other !== index && holds(content, readings[other]!.anchor) && holds(readings[other]!.content, anchor)) {
        if (!standsOutside(encoded, anchor)) free = false;
      }
    }
    if (!free) continue;
    const shared = new Map<number, number>();
    let words = 0;
    for (let i = 0; i < content.length; i += 2) {
      for (let w = content[i]!; w < content[i + 1]!; w += 1) {
        words += 1;
        const others = covering[w];
        if (others) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, common] of shared) {
      const one = readings[other]!;
      if (around.includes(other) || holds(content, one.anchor)) continue;
      if (passes(encoded, one) || passes(encoded, readings[index]!)) continue;
      if (common * 2 > Math.min(words, wordsIn(one.content))) free = false;
    }
    if (!free) continue;
    taken.push(index);
    isCue.fill(1, cueFrom, cueTo);
    cover(covering, content, index);
  }
  return taken
    .filter((index) => covering[readings[index]!.anchor] === undefined)
    .sort((a, b) => readings[a]!.anchor - readings[b]!.anchor);
}

/** Notes by word that a reading's content holds it. */
function cover(covering: (number[] | undefined)[], content: readonly number[], index: number): void {
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      const known = covering[w];
      if (known === undefined) covering[w] = [index];
      else if (known.length < MAX_ENCLOSING) known.push(index);
    }
  }
}

/** The readings that may be taken and whose cue stands outside its clause, by sentence: the surest of each. */
function outsideBySentence(
  encoded: EncodedDocument,
  readings: readonly Reading[],
  order: readonly number[],
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const index of order) {
    const { anchor } = readings[index]!;
    if (!standsOutside(encoded, anchor)) continue;
    const known = found.get(encoded.sentence[anchor]!);
    if (known === undefined) found.set(encoded.sentence[anchor]!, [index]);
    else if (known.length < MAX_ENCLOSING) known.push(index);
  }
  return found;
}

/** Whether a reading passes on what another one beside it says, or is passed on by it. */
function passes(encoded: EncodedDocument, { anchor, proposer }: Reading): boolean {
  const constructed = proposer === PROPOSER.models ? undefined : encoded.constructed.get(anchor);
  return (
    (constructed !== undefined && constructed.link !== 'none') ||
    PASSING.has(encoded.form[anchor]!) ||
    standsOutside(encoded, anchor)
  );
}

function wordsIn(content: readonly number[]): number {
  let words = 0;
  for (let i = 0; i < content.length; i += 2) words += content[i + 1]! - content[i]!;
  return words;
}
