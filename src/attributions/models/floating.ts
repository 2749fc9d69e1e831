/**
 * Quotations that stand alone: "…," she said. "…" and the paragraphs after it that are nothing but a quotation. Nobody is named
 * beside them, so whoever spoke right before them goes on.
 *
 * Of 170 such quotations of the PolNeAR training articles that no reading had, the annotators gave 130 to the speaker before,
 * 11 to one after, and left 32 alone (2026-11-26).
 */
import { holds } from './accept.ts';
import { hashText } from './features.ts';
import type { Accepted } from './paragraphs.ts';
import type { View } from './view.ts';

/** Words, marks included, that a quotation has at least: shorter ones are words under discussion. */
const LEAST_WORDS = 6;
const COLON = hashText(':');

/** Gives every quotation that stands alone to the reading that ends right before it, in place. Linear in the words. */
export function takeFloating(view: View, accepted: readonly Accepted[]): void {
  if (view.quotations.length === 0) return;
  const outer = accepted.filter(({ reading }) => view.quotation[reading.anchor]! < 0);
  const owners = ownersOf(view, outer);
  const bySentence = readingsBySentence(view, outer);
  const taken = new Map<Accepted, number[]>();
  for (const [index, { from, to }] of view.quotations.entries()) {
    if (owners[index] !== undefined || to - from < LEAST_WORDS || from === 0 || !standsAlone(view, from, to)) continue;
    const before = view.quotation[from - 1]!;
    const owner =
      before >= 0
        ? owners[before]
        : bySentence.get(view.sentence[from - 1]!)?.find((one) => speaksUpTo(view, one, from));
    if (owner === undefined) continue;
    owners[index] = owner;
    const pieces = taken.get(owner);
    if (pieces) pieces.push(from, to);
    else taken.set(owner, [from, to]);
  }
  for (const [owner, pieces] of taken)
    owner.reading = { ...owner.reading, content: owner.reading.content.concat(pieces) };
}

/** By quotation: the reading that has words of it. */
function ownersOf(view: View, outer: readonly Accepted[]): (Accepted | undefined)[] {
  const owners = new Array<Accepted | undefined>(view.quotations.length);
  for (const one of outer) {
    const { content } = one.reading;
    for (let i = 0; i < content.length; i += 2) {
      for (let w = content[i]!; w < content[i + 1]!; w += 1)
        if (view.quotation[w]! >= 0) owners[view.quotation[w]!] ??= one;
    }
  }
  return owners;
}

function readingsBySentence(view: View, outer: readonly Accepted[]): ReadonlyMap<number, Accepted[]> {
  const found = new Map<number, Accepted[]>();
  for (const one of outer) {
    const sentence = view.sentence[one.reading.anchor]!;
    const known = found.get(sentence);
    if (known) known.push(one);
    else found.set(sentence, [one]);
  }
  return found;
}

function standsAlone(view: View, from: number, to: number): boolean {
  return view.first[view.sentence[from]!] === from && (to === view.count || view.first[view.sentence[to]!] === to);
}

/** Whether a reading of the sentence before word `from` quotes, ends with a colon, or says all up to there. */
function speaksUpTo(view: View, { reading: { anchor, content } }: Accepted, from: number): boolean {
  if (anchor >= from) return false;
  if (view.form[from - 1] === COLON || holds(content, from - 2)) return true;
  return content.some((word, i) => i % 2 === 0 && view.quoted[content[i + 1]!]! > view.quoted[word]!);
}
