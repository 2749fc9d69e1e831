/**
 * Quotations in sentences of their own. In the paragraph of a quotation with a speaker they continue it: “…,” she said.
 * “…”; one that is a paragraph of its own has no source and no cue, and its speaker is found by the stage that knows
 * the speakers.
 */

import { type EncodedDocument, FINITE } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { THRESHOLD } from '../thresholds.ts';
import type { Accepted } from './propose.ts';

const COLON = hashText(':');
const MARKS = new Set(['”', '"', "''", '’', "'", '»'].map((mark) => hashText(mark)));
const STOPS = new Set(['.', '!', '?', '…', '...'].map((mark) => hashText(mark)));

/**
 * Assigns every quotation in a sentence of its own to the reading that ends right before it, in place. Linear in the
 * words.
 *
 * @param accepted the readings of the article's own level
 * @returns quotations that are nobody's, as lists of pieces: pairs of first word and end
 */
export function assignFreeQuotations(encoded: EncodedDocument, accepted: readonly Accepted[]): number[][] {
  const found: number[][] = [];
  if (encoded.quotations.length === 0) return found;
  const outer = accepted.filter(({ reading }) => encoded.quotation[reading.anchor]! < 0);
  const owners = ownersOf(encoded, outer);
  const bySentence = readingsBySentence(encoded, outer);
  const taken = new Map<Accepted, number[]>();
  for (const [index, { from, to, continues }] of encoded.quotations.entries()) {
    if (owners[index] !== undefined || !isSentence(encoded, from, to) || !standsAlone(encoded, from, to)) continue;
    const owner =
      from === 0 || !sameParagraph(encoded, from - 1, from)
        ? undefined
        : ownerBefore(encoded, owners, bySentence, from);
    if (owner !== undefined) {
      owners[index] = owner;
      const pieces = taken.get(owner);
      if (pieces) pieces.push(from, to);
      else taken.set(owner, [from, to]);
    } else if (
      continues &&
      owners[index - 1] === undefined &&
      found.at(-1)?.at(-1) === encoded.quotations[index - 1]!.to
    ) {
      found.at(-1)!.push(from, to);
    } else found.push([from, to]);
  }
  for (const [owner, pieces] of taken)
    owner.reading = { ...owner.reading, content: owner.reading.content.concat(pieces) };
  return found;
}

function ownerBefore(
  encoded: EncodedDocument,
  owners: readonly (Accepted | undefined)[],
  bySentence: ReadonlyMap<number, Accepted[]>,
  from: number,
): Accepted | undefined {
  const before = encoded.quotation[from - 1]!;
  return before >= 0
    ? owners[before]
    : bySentence.get(encoded.sentence[from - 1]!)?.find((one) => speaksUpTo(encoded, one, from));
}

function sameParagraph(encoded: EncodedDocument, a: number, b: number): boolean {
  return encoded.paragraph[encoded.sentence[a]!] === encoded.paragraph[encoded.sentence[b]!];
}

/** Whether a quotation ends as a sentence does, or is long enough and holds a clause: others are words under discussion. */
function isSentence(encoded: EncodedDocument, from: number, to: number): boolean {
  let last = to - 1;
  while (last > from && MARKS.has(encoded.form[last]!)) last -= 1;
  if (STOPS.has(encoded.form[last]!)) return true;
  if (to - from < THRESHOLD.standingWords) return false;
  for (let w = from; w < to; w += 1) if (FINITE[encoded.tag[w]!] === 1) return true;
  return false;
}

/** By quotation: the reading that has words of it. */
function ownersOf(encoded: EncodedDocument, outer: readonly Accepted[]): (Accepted | undefined)[] {
  const owners = new Array<Accepted | undefined>(encoded.quotations.length);
  for (const one of outer) {
    const { content } = one.reading;
    for (let i = 0; i < content.length; i += 2) {
      for (let w = content[i]!; w < content[i + 1]!; w += 1)
        if (encoded.quotation[w]! >= 0) owners[encoded.quotation[w]!] ??= one;
    }
  }
  return owners;
}

function readingsBySentence(encoded: EncodedDocument, outer: readonly Accepted[]): ReadonlyMap<number, Accepted[]> {
  const found = new Map<number, Accepted[]>();
  for (const one of outer) {
    const sentence = encoded.sentence[one.reading.anchor]!;
    const known = found.get(sentence);
    if (known) known.push(one);
    else found.set(sentence, [one]);
  }
  return found;
}

function standsAlone(encoded: EncodedDocument, from: number, to: number): boolean {
  return (
    encoded.first[encoded.sentence[from]!] === from &&
    (to === encoded.count || encoded.first[encoded.sentence[to]!] === to)
  );
}

/** Whether a reading ends right before word `from` with quoted words, a colon, or its content. */
function speaksUpTo(encoded: EncodedDocument, { reading: { anchor, content } }: Accepted, from: number): boolean {
  if (anchor >= from) return false;
  if (encoded.form[from - 1] === COLON) return true;
  return content.some((word, i) => i % 2 === 0 && encoded.quoted[content[i + 1]!]! > encoded.quoted[word]!);
}
