/** Which claim a correction means. The text may have changed since it was made: the words of the claim tell. */
import { BETWEEN_PIECES, type Span } from '../document.ts';
import type { OutputClaim } from '../output.ts';
import type { Correction } from './correction.ts';

/** The index of a claim, or why none is meant; the reason goes on after "the correction". */
export type Meant = { readonly at: number } | { readonly reason: string };

/** A claim is the one meant where its content shares at least this much with the place given (Jaccard). */
const MIN_SHARED = 0.5;

/** UTF-16 code units from one piece to the next. */
const MAX_BETWEEN = 2000;
/** Of words that stand in a text very often so many places are looked at. */
const MAX_PLACES = 10_000;

/**
 * @param text the article's text as it is now
 * @param correction found by its words where it has some, near its place or in its claim; without words by its place, or
 *   else by its claim's id alone
 */
export function claimMeant(claims: readonly OutputClaim[], text: string, correction: Correction): Meant {
  const { claim: id, text: words } = correction;
  const place = placeIn(correction);
  const named = place === null ? claims.findIndex((claim) => claim.id === id) : -1;
  if (words === undefined) {
    const at = place === null ? named : claimAt(claims, place);
    if (at >= 0) return { at };
    return { reason: place === null ? `names claim ${id}, which is not there` : `finds no claim ${inWords(place)}` };
  }
  const places = placesOf(levelled(text), levelled(words).split(BETWEEN_PIECES));
  const quoted = `“${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words}”`;
  if (places.length === 0) return { reason: `is about words that are not in the text any more: ${quoted}` };
  const nearest = place === null ? places : places.sort((a, b) => distance(a, place) - distance(b, place)).slice(0, 1);
  const found = [...new Set(nearest.map((one) => claimAt(claims, one)))].filter((at) => at >= 0);
  if (found.includes(named)) return { at: named };
  if (found.length > 1) return { reason: `names claim ${id}, which does not have its words; several have: ${quoted}` };
  return found.length === 1 ? { at: found[0]! } : { reason: `is about words that are no claim now: ${quoted}` };
}

function placeIn({ start, end }: Correction): Span | null {
  return start === undefined || end === undefined ? null : { start, end };
}

const inWords = ({ start, end }: Span): string => `at ${start}-${end}`;
const distance = (one: Span, other: Span): number => Math.abs(one.start - other.start);

/** The index of the claim whose content stands there, or -1. */
function claimAt(claims: readonly OutputClaim[], { start, end }: Span): number {
  let best = -1;
  let most = 0;
  for (const [index, { content }] of claims.entries()) {
    const from = content[0]!.start;
    const to = content.at(-1)!.end;
    const shared = Math.min(to, end) - Math.max(from, start);
    const share = shared / (Math.max(to, end) - Math.min(from, start));
    if (shared > 0 && share >= MIN_SHARED && share > most) {
      most = share;
      best = index;
    }
  }
  return best;
}

/** White space and quotation marks of one kind, each in its place, so that a line may be typed. */
const levelled = (text: string): string => text.replace(/\s/g, ' ').replace(/[“”„]/g, '"').replace(/[‘’‚]/g, "'");

/** Where all pieces stand, one after the other. */
function placesOf(text: string, pieces: readonly string[]): Span[] {
  const [first, ...rest] = pieces.map((piece) => piece.trim()).filter(Boolean);
  const places: Span[] = [];
  if (first === undefined) return places;
  for (
    let start = text.indexOf(first);
    start >= 0 && places.length < MAX_PLACES;
    start = text.indexOf(first, start + 1)
  ) {
    let end = start + first.length;
    const whole = rest.every((piece) => {
      const at = text.slice(0, end + MAX_BETWEEN + piece.length).indexOf(piece, end);
      if (at >= 0) end = at + piece.length;
      return at >= 0;
    });
    if (whole) places.push({ start, end });
  }
  return places;
}
