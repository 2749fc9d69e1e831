/**
 * Quotations of several paragraphs belong to one speaker; a paragraph that has a speaker of its own belongs to that
 * one.
 */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import type { Accepted } from './propose.ts';

/**
 * Assigns every quoted paragraph to one reading, in place: an opening mark repeated at the start of a paragraph
 * continues the quotation of the paragraph before. It works backwards from the cue as well as forwards, up to a
 * paragraph that another reading has for itself.
 */
export function shareContinuations(encoded: EncodedDocument, accepted: readonly Accepted[]): void {
  if (!encoded.quotations.some(({ continues }) => continues)) return;
  const owners = new Map<number, Accepted>();
  const outer = accepted.filter(({ reading }) => encoded.quotation[reading.anchor]! < 0);
  for (const one of outer) {
    const opened = openedAt(encoded, one.reading.content[0]!);
    if (opened >= 0) owners.set(opened, one);
  }
  for (const one of outer) one.reading = { ...one.reading, content: ownParts(encoded, one, owners) };
  const had = taken(encoded, outer);
  for (const one of outer) {
    const opened = openedAt(encoded, one.reading.content[0]!);
    let first = opened;
    while (first > 0 && encoded.quotations[first]!.continues && had[first - 1] === 0) first -= 1;
    if (first === opened) continue;
    had.fill(1, first, opened);
    one.reading = { ...one.reading, content: [encoded.quotations[first]!.from, ...one.reading.content.slice(1)] };
  }
}

/** The quotation that opens with the word, or -1. */
function openedAt(encoded: EncodedDocument, word: number): number {
  const quotation = encoded.quotation[word]!;
  return quotation >= 0 && encoded.quotations[quotation]!.from === word ? quotation : -1;
}

/** The content without the continuing paragraphs with which another reading begins. */
function ownParts(encoded: EncodedDocument, one: Accepted, owners: ReadonlyMap<number, Accepted>): number[] {
  const { content } = one.reading;
  const parts: number[] = [];
  for (let i = 0; i < content.length; i += 2) {
    let to = content[i + 1]!;
    for (let q = encoded.quotation[content[i]!]! + 1; q > 0 && q < encoded.quotations.length; q += 1) {
      const { from, continues } = encoded.quotations[q]!;
      if (from >= to || !continues) break;
      const owner = owners.get(q);
      if (owner && owner !== one) to = from;
    }
    parts.push(content[i]!, to);
  }
  return parts;
}

/** One byte a quotation: 1 where a reading has words of it. */
function taken(encoded: EncodedDocument, accepted: readonly Accepted[]): Uint8Array {
  const found = new Uint8Array(encoded.quotations.length);
  for (const { content } of accepted.map(({ reading }) => reading)) {
    for (let i = 0; i < content.length; i += 2) {
      for (let w = content[i]!; w < content[i + 1]!; w += 1)
        if (encoded.quotation[w]! >= 0) found[encoded.quotation[w]!] = 1;
    }
  }
  return found;
}
