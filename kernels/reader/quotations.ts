/** The content candidates that are quotations, or that reach out to the marks of those they touch. */
import {
  continues,
  firstOf,
  formOf,
  paragraphOf,
  quotationCount,
  quotationFrom,
  quotationOf,
  quotationTo,
  sentenceCount,
  sentenceOf,
  wordCount,
} from './article';
import { blockFrom, blockTo, contentCount, copy, offer, pieceAt } from './candidates';
import * as FROM from './made/origins';
import * as W from './made/words';
import { MAX_PIECES, PIECE_COUNTS, roomAt } from './memory';

/** The longest content in words: a bound for texts that are no prose. */
export const MAX_CONTENT_WORDS: i32 = 600;

/** Adds the quotations of the sentence, and one that begins the next or ends the one before. */
export function quotations(anchor: i32, sentence: i32, begin: i32, end: i32): void {
  if (quotationOf(anchor) >= 0 || quotationCount === 0) return;
  let first = -1;
  let last = -1;
  for (let w = begin; w < end; w++) {
    const index = quotationOf(w);
    if (index < 0 || index === last) continue;
    const to = quotationTo(index);
    offer(quotationFrom(index), to, FROM.QUOTATION);
    if (first < 0) first = index;
    last = index;
    w = max(w, min(to, end) - 1);
  }
  if (first >= 0 && last > first) offer(quotationFrom(first), quotationTo(last), FROM.QUOTATION | FROM.RUN);
  const next = sentence + 1;
  if (next < sentenceCount && firstOf(next) < wordCount) {
    const index = quotationOf(firstOf(next));
    const starts = index >= 0 && quotationFrom(index) === firstOf(next);
    const near = paragraphOf(next) === paragraphOf(sentence) || formOf(end - 1) === W.COLON;
    if (starts && near) offer(quotationFrom(index), quotationTo(index), FROM.PARAGRAPH);
  }
  if (sentence > 0 && paragraphOf(sentence - 1) === paragraphOf(sentence)) {
    const index = begin > 0 ? quotationOf(begin - 1) : -1;
    if (index >= 0) offer(quotationFrom(index), quotationTo(index), FROM.PARAGRAPH | FROM.BEFORE);
  }
}

/**
 * Adds to each candidate that touches a quotation one that extends to its marks, and one that goes on through the
 * quotations that follow.
 */
export function extend(sentence: i32, end: i32): void {
  const all = contentCount;
  const following = followingQuotation(sentence, end);
  for (let c = 0; c < all; c++) {
    const at = c * MAX_PIECES * 2;
    const from = pieceAt(at);
    const to = pieceAt(at + roomAt(PIECE_COUNTS, c) * 2 - 1);
    const opening = quotationOf(from);
    const closing = quotationOf(to - 1);
    const start = opening >= 0 ? quotationFrom(opening) : from;
    let stop = closing >= 0 ? quotationTo(closing) : to;
    let run = closing;
    while (run >= 0 && run + 1 < quotationCount && continues(run + 1) && stop - from < MAX_CONTENT_WORDS) {
      run += 1;
      stop = quotationTo(run);
    }
    // A quotation as long as a book is no content of one cue.
    if (stop - start > MAX_CONTENT_WORDS * 4) continue;
    if ((start < from && start >= blockTo) || (start < from && from < blockFrom) || stop > to)
      copy(c, start, stop, -1, FROM.EXTENDED);
    if (following >= 0 && stop <= quotationFrom(following)) {
      const bare = opening < 0 && closing < 0 && from < blockFrom;
      if (!bare || to >= blockFrom) copy(c, start, stop, following, FROM.FOLLOWED);
    }
  }
}

/** The quotation with which the next sentence of the paragraph begins, or -1. */
function followingQuotation(sentence: i32, end: i32): i32 {
  if (end >= wordCount || paragraphOf(sentenceOf(end)) !== paragraphOf(sentence)) return -1;
  const index = quotationOf(end);
  return index >= 0 && quotationFrom(index) === end ? index : -1;
}
