/** Quotations of several paragraphs: who says the last says the first, and a paragraph with a speaker of its own is theirs. */
import type { Proposal } from './propose.ts';
import type { View } from './view.ts';

export interface Accepted {
  reading: Proposal;
  readonly confidence: number;
}

/**
 * Gives every quoted paragraph to one reading, in place: an opening mark repeated at a paragraph goes on from the paragraph
 * before, backwards from the cue as well as forwards, up to a paragraph that another reading has for itself.
 */
export function shareParagraphs(view: View, accepted: readonly Accepted[]): void {
  if (!view.quotations.some(({ continues }) => continues)) return;
  const owners = new Map<number, Accepted>();
  const outer = accepted.filter(({ reading }) => view.quotation[reading.anchor]! < 0);
  for (const one of outer) {
    const opened = openedAt(view, one.reading.content[0]!);
    if (opened >= 0) owners.set(opened, one);
  }
  for (const one of outer) one.reading = { ...one.reading, content: ownParts(view, one, owners) };
  const had = taken(view, outer);
  for (const one of outer) {
    const opened = openedAt(view, one.reading.content[0]!);
    let first = opened;
    while (first > 0 && view.quotations[first]!.continues && had[first - 1] === 0) first -= 1;
    if (first === opened) continue;
    had.fill(1, first, opened);
    one.reading = { ...one.reading, content: [view.quotations[first]!.from, ...one.reading.content.slice(1)] };
  }
}

/** The quotation that opens with the word, or -1. */
function openedAt(view: View, word: number): number {
  const quotation = view.quotation[word]!;
  return quotation >= 0 && view.quotations[quotation]!.from === word ? quotation : -1;
}

/** The content without the continuing paragraphs with which another reading begins. */
function ownParts(view: View, one: Accepted, owners: ReadonlyMap<number, Accepted>): number[] {
  const { content } = one.reading;
  const parts: number[] = [];
  for (let i = 0; i < content.length; i += 2) {
    let to = content[i + 1]!;
    for (let q = view.quotation[content[i]!]! + 1; q > 0 && q < view.quotations.length; q += 1) {
      const { from, continues } = view.quotations[q]!;
      if (from >= to || !continues) break;
      const owner = owners.get(q);
      if (owner && owner !== one) to = from;
    }
    parts.push(content[i]!, to);
  }
  return parts;
}

/** One byte a quotation: 1 where a reading has words of it. */
function taken(view: View, accepted: readonly Accepted[]): Uint8Array {
  const found = new Uint8Array(view.quotations.length);
  for (const { content } of accepted.map(({ reading }) => reading)) {
    for (let i = 0; i < content.length; i += 2) {
      for (let w = content[i]!; w < content[i + 1]!; w += 1) if (view.quotation[w]! >= 0) found[view.quotation[w]!] = 1;
    }
  }
  return found;
}
