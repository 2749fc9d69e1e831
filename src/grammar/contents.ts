/** Contents: the stretch before or after a cue, without the complementizer and the marks that do not belong to it. */
import type { Span } from '../document.ts';
import { isNoun, type Stretch, type TokenContext } from './context.ts';

const STOPS = new Set([',', ':', ';', '.', '…', '–', '—']);
const JOINTS = new Set(['and', 'but', 'while']);
const CLOSING = new Set(['"', '”', "''", '»', '’']);

/** Whether the word is a quotation mark that closes: by its shape, and for straight marks by its tag. */
export function isClosingMark(context: TokenContext, w: number): boolean {
  return CLOSING.has(context.lower(w)) && context.tag(w) !== '``';
}

/** The stretch without outer commas, colons, dashes, complementizer and unquoted final stop; null where nothing is left. */
export function trimContent(context: TokenContext, { from, to }: Stretch): Stretch | null {
  let start = from;
  let end = to;
  while (start < end && (isStop(context.lower(start)) || isComplementizer(context, start, end))) start += 1;
  if (end > start && closesOuter(context, start, end - 1)) end -= 1;
  while (end > start && (isStop(context.lower(end - 1)) || JOINTS.has(context.lower(end - 1)))) {
    if (endsQuoted(context, start, end)) break;
    end -= 1;
  }
  return end > start ? { from: start, to: end } : null;
}

/** Marks that belong to no content at its edge. */
function isStop(lower: string): boolean {
  return STOPS.has(lower) || (lower.startsWith('-') && /^-+$/u.test(lower));
}

/** "that" before a clause, not "that account" and not "that" alone. */
function isComplementizer(context: TokenContext, w: number, end: number): boolean {
  if (context.lower(w) !== 'that') return false;
  return context.tag(w) !== 'DT' || (w + 1 < end && !isNoun(context.tag(w + 1)));
}

/** The closing mark of a quotation that opened before the content: it belongs to who is quoted, not to who is quoted by them. */
function closesOuter(context: TokenContext, start: number, w: number): boolean {
  const quote = context.quoteOf(w);
  if (quote < 0 || !isClosingMark(context, w) || context.encoded.quotations[quote]!.end !== context.words.ends[w])
    return false;
  return context.encoded.quotations[quote]!.start < context.words.starts[start]! && context.quoteOf(start) === quote;
}

/** Whether a final mark belongs to a quotation that the content holds whole. */
function endsQuoted(context: TokenContext, start: number, end: number): boolean {
  const quote = context.quoteOf(end - 1);
  if (quote < 0 || !isClosingMark(context, end)) return false;
  return context.encoded.quotations[quote]!.start >= context.words.starts[start]!;
}

/**
 * The span of a content, stretched over the closing mark of a quotation that opens in it, and back over the sentences
 * of a quotation that it ends.
 */
export function contentSpan(context: TokenContext, stretch: Stretch): Span {
  const { start, end } = context.span(stretch);
  const first = context.quoteOf(stretch.from);
  const last = context.quoteOf(stretch.to - 1);
  const opening = first >= 0 ? context.encoded.quotations[first]! : null;
  const closing = last >= 0 ? context.encoded.quotations[last]! : null;
  const sentence = context.sentences[context.sentenceOf(stretch.from)]!;
  return {
    start:
      opening && opening.start < sentence.start && stretch.from === firstWord(context, stretch.from)
        ? opening.start
        : start,
    end: closing && closing.start >= start && closing.end - 1 === end ? closing.end : end,
  };
}

function firstWord(context: TokenContext, w: number): number {
  return context.words.first[context.sentenceOf(w)]!;
}
