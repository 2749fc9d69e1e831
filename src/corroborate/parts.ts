/**
 * A claim of several sentences, mostly a long quotation, sentence by sentence: one paper prints three sentences of a
 * speaker, another one of them, and only that one is the same.
 */
import { lastStartingAt, type Span } from '../document.ts';
import type { Output, OutputClaim } from '../output.ts';

type Piece = OutputClaim['content'][number];

/** Where what a claim lists by id stands. */
export type Places = ReadonlyMap<string, readonly Span[]>;

/** Words, at least, that are a part of their own: "Yes." goes with what stands beside it. */
const MIN_WORDS = 3;
const WORD = /[\p{L}\p{N}][^\s]*/gu;

/** Of all people, dates and numbers of an output. */
export function placesOf({ people, dates, numbers }: Output): Places {
  return new Map<string, readonly Span[]>([
    ...people.map(({ id, mentions }) => [id, mentions] as const),
    ...[...dates, ...numbers].map((one) => [one.id, [one]] as const),
  ]);
}

/** A claim, or a sentence of it. */
export interface Part {
  readonly claim: OutputClaim;
  /** True for the second sentence of a claim and those after it. */
  readonly goesOn: boolean;
}

/**
 * @param sentences of the article
 * @param places as `placesOf`
 * @returns the claim itself where it is one sentence; else each of its sentences as a claim with the same id and source
 */
export function partsOf(claim: OutputClaim, sentences: Output['sentences'], places: Places): Part[] {
  const parts: Piece[][] = [];
  let last = -1;
  for (const piece of claim.content.flatMap((each) => cut(each, sentences))) {
    const sentence = lastStartingAt(sentences, piece.start);
    const part = parts.at(-1);
    if (part !== undefined && (sentence === last || isShort(piece.text) || part.every(({ text }) => isShort(text))))
      part.push(piece);
    else parts.push([piece]);
    last = sentence;
  }
  if (parts.length < 2) return [{ claim, goesOn: false }];
  return parts.map((content, at) => {
    const stands = (id: string) => places.get(id)?.some((span) => content.some((piece) => holds(piece, span))) ?? false;
    const [people, dates, numbers] = [claim.people, claim.dates, claim.numbers].map((ids) => ids.filter(stands));
    const held = { people: people!, dates: dates!, numbers: numbers! };
    return { claim: { ...claim, content, ...held, negated: at === 0 && claim.negated }, goesOn: at > 0 };
  });
}

/** A piece at the starts of the sentences in it. */
function cut({ start, end, text }: Piece, sentences: Output['sentences']): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = lastStartingAt(sentences, start) + 1; at < sentences.length && sentences[at]!.start < end; at += 1) {
    const to = sentences[at]!.start - start;
    if (isShort(text.slice(from, to)) || isShort(text.slice(to))) continue;
    pieces.push(pieceOf(text.slice(from, to), start + from));
    from = to;
  }
  return [...pieces, pieceOf(text.slice(from), start + from)];
}

function pieceOf(text: string, start: number): Piece {
  const words = text.trimEnd();
  return { start, end: start + words.length, text: words };
}

const isShort = (text: string): boolean => (text.match(WORD)?.length ?? 0) < MIN_WORDS;

const holds = (piece: Span, span: Span): boolean => piece.start <= span.start && span.end <= piece.end;
