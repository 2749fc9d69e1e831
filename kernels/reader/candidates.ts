/** Stores the content candidates of a cue: pieces of words, without cue and source, each candidate once. */
import {
  continues,
  firstOf,
  formOf,
  headOf,
  isIn,
  isMark,
  quotationCount,
  quotationFrom,
  quotationOf,
  quotationTo,
  relationOf,
  sentenceOf,
  tagOf,
} from './article';
import * as R from './made/relations';
import { VERB } from './made/sets';
import * as T from './made/tags';
import * as W from './made/words';
import {
  CUT_PIECES,
  MAX_CONTENTS,
  MAX_PIECES,
  ORIGINS,
  PIECE_COUNTS,
  PIECES,
  putRoom,
  roomAt,
  scopeAt,
  scopeLength,
} from './memory';

/** Numbers of a candidate's pieces. */
const WIDTH: i32 = MAX_PIECES * 2;

/** The candidates for one anchor and source. */
export let contentCount: i32 = 0;
/** The words of the cue and of the source; the source is empty where nobody is named. */
export let cueFrom: i32 = 0;
export let cueTo: i32 = 0;
export let sourceFrom: i32 = 0;
export let sourceTo: i32 = 0;
/** The words from cue to source that no content may hold. */
export let blockFrom: i32 = 0;
export let blockTo: i32 = 0;

/** The number at a place of the pieces: candidate c has `pieceAt((c * MAX_PIECES + i) * 2)` and the place after. */
export function pieceAt(place: i32): i32 {
  return roomAt(PIECES, place);
}

/** Begins the candidates for the cue at `anchor` whose source is words `from` to `to - 1`. */
export function openContents(anchor: i32, from: i32, to: i32): void {
  contentCount = 0;
  findCue(anchor);
  sourceFrom = from;
  sourceTo = to;
  blockFrom = cueFrom;
  blockTo = cueTo;
  if (to <= from) return;
  const gap = from >= cueTo ? from - cueTo : cueFrom - to;
  if (gap > 3) return;
  blockFrom = min(cueFrom, from);
  blockTo = max(cueTo, to);
}

/** The words of a cue around the word that carries it: auxiliaries, negation, particle, preposition. */
function findCue(anchor: i32): void {
  cueFrom = anchor;
  cueTo = anchor + 1;
  if (formOf(anchor) === W.ACCORDING) {
    if (formOf(anchor + 1) === W.TO) cueTo += 1;
    return;
  }
  if (!isIn(VERB, tagOf(anchor))) return;
  const begin = firstOf(sentenceOf(anchor));
  const end = firstOf(sentenceOf(anchor) + 1);
  for (let w = anchor - 1; w >= begin && anchor - w < 7; w--) {
    const relation = relationOf(w);
    if ((relation === R.AUX || relation === R.AUX_PASS) && headOf(w) === anchor) cueFrom = w;
    else if (relation !== R.ADVMOD && tagOf(w) !== T.RB) break;
  }
  while (cueTo < end && relationOf(cueTo) === R.COMPOUND_PRT && headOf(cueTo) === anchor) cueTo += 1;
}

/** Adds candidate `c` with other ends, and with the quotation `following` and its continuations as one more piece. */
export function copy(c: i32, from: i32, to: i32, following: i32, origin: i32): void {
  if (contentCount === MAX_CONTENTS) return;
  const source = c * WIDTH;
  const target = contentCount * WIDTH;
  let count = roomAt(PIECE_COUNTS, c);
  for (let i = 0; i < count * 2; i++) putRoom(PIECES, target + i, pieceAt(source + i));
  putRoom(PIECES, target, from);
  putRoom(PIECES, target + count * 2 - 1, to);
  if (following >= 0 && count < MAX_PIECES) {
    putRoom(PIECES, target + count * 2, quotationFrom(following));
    let last = following;
    while (last + 1 < quotationCount && continues(last + 1)) last += 1;
    putRoom(PIECES, target + count * 2 + 1, quotationTo(last));
    count += 1;
  }
  keep(count, roomAt(ORIGINS, c) | origin);
}

/** Adds a stretch with the block and the source cut out. */
export function offer(from: i32, to: i32, origin: i32): void {
  if (from >= to || contentCount === MAX_CONTENTS) return;
  keep(addPieces(contentCount * WIDTH, 0, from, to), origin);
}

/** Adds two stretches as one candidate. */
export function offerPair(from: i32, to: i32, from2: i32, to2: i32, origin: i32): void {
  if (contentCount === MAX_CONTENTS) return;
  const target = contentCount * WIDTH;
  let count = from < to ? addPieces(target, 0, from, to) : 0;
  if (from2 < to2) count = addPieces(target, count, max(from2, to), to2);
  keep(count, origin);
}

/** Writes what is left of a stretch without block and source from `target` on; returns the number of pieces so far. */
export function addPieces(target: i32, done: i32, from: i32, to: i32): i32 {
  const outer = sourceTo > sourceFrom && (sourceTo <= blockFrom || sourceFrom >= blockTo);
  const sourceFirst = outer && sourceFrom < blockFrom;
  const firstFrom = outer ? min(sourceFrom, blockFrom) : blockFrom;
  const firstTo = sourceFirst ? sourceTo : blockTo;
  const secondFrom = outer ? max(sourceFrom, blockFrom) : to;
  const secondTo = sourceFirst ? blockTo : outer ? sourceTo : to;
  let count = addPiece(target, done, from, min(to, firstFrom));
  count = addPiece(target, count, max(from, firstTo), min(to, secondFrom));
  return addPiece(target, count, max(from, secondTo), to);
}

/** Cuts every candidate to the pieces of the scope. */
export function clipToScope(): void {
  const all = contentCount;
  contentCount = 0;
  for (let c = 0; c < all; c++) {
    const length = roomAt(PIECE_COUNTS, c) * 2;
    for (let i = 0; i < length; i++) putRoom(CUT_PIECES, i, pieceAt(c * WIDTH + i));
    const target = contentCount * WIDTH;
    let count = 0;
    for (let i = 0; i < length; i += 2) {
      const from = roomAt(CUT_PIECES, i);
      const to = roomAt(CUT_PIECES, i + 1);
      for (let j = 0; j < scopeLength; j += 2)
        count = addPiece(target, count, max(from, scopeAt(j)), min(to, scopeAt(j + 1)));
    }
    keep(count, roomAt(ORIGINS, c));
  }
}

/** Writes one piece without the punctuation at its ends, unless nothing is left. */
function addPiece(target: i32, count: i32, from: i32, to: i32): i32 {
  let start = from;
  let end = to;
  while (start < end && isEdgeMark(start)) start += 1;
  while (end > start && isEdgeMark(end - 1)) end -= 1;
  if (start >= end || count === MAX_PIECES || !hasWord(start, end)) return count;
  if (count > 0 && end - start === 1 && tagOf(start) >= T.RB && tagOf(start) <= T.CC) return count;
  const place = target + count * 2;
  if (count > 0 && pieceAt(place - 1) === start) {
    putRoom(PIECES, place - 1, end);
    return count;
  }
  putRoom(PIECES, place, start);
  putRoom(PIECES, place + 1, end);
  return count + 1;
}

function hasWord(from: i32, to: i32): bool {
  for (let w = from; w < to; w++) if (!isMark(w)) return true;
  return false;
}

/** Punctuation that belongs to no content at its edge: not quotation marks, and no stop inside a quotation. */
function isEdgeMark(word: i32): bool {
  const form = formOf(word);
  if (form !== W.COMMA && tagOf(word) !== T.COLON && form !== W.STOP) return false;
  const quotation = quotationOf(word);
  return quotation < 0 || quotationFrom(quotation) === word;
}

/** Keeps the candidate that was written last, unless it is there already. */
export function keep(count: i32, origin: i32): void {
  if (count === 0) return;
  const target = contentCount * WIDTH;
  for (let c = 0; c < contentCount; c++) {
    if (roomAt(PIECE_COUNTS, c) !== count) continue;
    let same = true;
    for (let i = 0; same && i < count * 2; i++) same = pieceAt(c * WIDTH + i) === pieceAt(target + i);
    if (same) {
      putRoom(ORIGINS, c, roomAt(ORIGINS, c) | origin);
      return;
    }
  }
  putRoom(PIECE_COUNTS, contentCount, count);
  putRoom(ORIGINS, contentCount, origin);
  contentCount += 1;
}
