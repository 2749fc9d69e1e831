/** Contents: the stretch before or after a cue, without the complementizer and the marks that do not belong to it. */
import type { Span } from '../../document.ts';
import { isNoun, type Page, type Stretch } from '../page.ts';

const OPENING = new Set(['"', '“', '``', '„', '«', '‘']);
const STOPS = new Set([',', ':', ';', '.', '…', '–', '—']);
const JOINTS = new Set(['and', 'but', 'while']);
const CLOSING = new Set(['"', '”', "''", '»', '’']);

export function isOpeningMark(page: Page, w: number): boolean {
  return OPENING.has(page.lower(w)) && page.tag(w) !== "''";
}

export function isClosingMark(page: Page, w: number): boolean {
  return CLOSING.has(page.lower(w)) && page.tag(w) !== '``';
}

/** The stretch without outer commas, colons, dashes, complementizer and unquoted final stop; null where nothing is left. */
export function trimContent(page: Page, { from, to }: Stretch): Stretch | null {
  let start = from;
  let end = to;
  while (start < end && (isStop(page.lower(start)) || isComplementizer(page, start, end))) start += 1;
  if (end > start && closesOuter(page, start, end - 1)) end -= 1;
  while (end > start && (isStop(page.lower(end - 1)) || JOINTS.has(page.lower(end - 1)))) {
    if (endsQuoted(page, start, end)) break;
    end -= 1;
  }
  return end > start ? { from: start, to: end } : null;
}

/** Marks that belong to no content at its edge. */
function isStop(lower: string): boolean {
  return STOPS.has(lower) || (lower.startsWith('-') && /^-+$/u.test(lower));
}

/** "that" before a clause, not "that account" and not "that" alone. */
function isComplementizer(page: Page, w: number, end: number): boolean {
  if (page.lower(w) !== 'that') return false;
  return page.tag(w) !== 'DT' || (w + 1 < end && !isNoun(page.tag(w + 1)));
}

/** The closing mark of a quotation that opened before the content: it belongs to who is quoted, not to who is quoted by them. */
function closesOuter(page: Page, start: number, w: number): boolean {
  const quote = page.quoteOf(w);
  if (quote < 0 || !isClosingMark(page, w) || page.quotes[quote]!.end !== page.words.ends[w]) return false;
  return page.quotes[quote]!.start < page.words.starts[start]! && page.quoteOf(start) === quote;
}

/** Whether a final mark belongs to a quotation that the content holds whole. */
function endsQuoted(page: Page, start: number, end: number): boolean {
  const quote = page.quoteOf(end - 1);
  if (quote < 0 || !isClosingMark(page, end)) return false;
  return page.quotes[quote]!.start >= page.words.starts[start]!;
}

/**
 * The span of a content, stretched over the closing mark of a quotation that opens in it, and back over the sentences
 * of a quotation that it ends.
 */
export function contentSpan(page: Page, stretch: Stretch): Span {
  const { start, end } = page.span(stretch);
  const first = page.quoteOf(stretch.from);
  const last = page.quoteOf(stretch.to - 1);
  const opening = first >= 0 ? page.quotes[first]! : null;
  const closing = last >= 0 ? page.quotes[last]! : null;
  const sentence = page.sentences[page.sentenceOf(stretch.from)]!;
  return {
    start:
      opening && opening.start < sentence.start && stretch.from === firstWord(page, stretch.from)
        ? opening.start
        : start,
    end: closing && closing.start >= start && closing.end - 1 === end ? closing.end : end,
  };
}

function firstWord(page: Page, w: number): number {
  return page.words.first[page.sentenceOf(w)]!;
}
