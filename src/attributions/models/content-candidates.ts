/** Stores the content candidates of a cue: pieces of words, without cue and source, each candidate once. */

import type { EncodedDocument } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { TAG } from '../../syntax/labels.ts';

/** What proposed a candidate, as bits. */
export const FROM = {
  complement: 1,
  unmarked: 2,
  run: 4,
  toEnd: 8,
  after: 16,
  before: 32,
  around: 64,
  parent: 128,
  relative: 256,
  quotation: 512,
  paragraph: 1024,
  colon: 2048,
  clause: 4096,
  toComma: 8192,
  fromComma: 16384,
  extended: 32768,
  followed: 65536,
  sibling: 131072,
  shortened: 262144,
  inner: 524288,
  construct: 1048576,
} as const;

/** Pieces a candidate can have, and candidates that are kept. */
export const MAX_PIECES = 4;
export const MAX_CONTENTS = 96;

/** The candidates for one anchor and source; refilled for each. Pieces are words, end exclusive. */
export class ContentCandidates {
  count = 0;
  /** Candidate c has `pieceCount[c]` pieces at `pieces[(c * MAX_PIECES + i) * 2]` and the place after. */
  readonly pieces = new Int32Array(MAX_CONTENTS * MAX_PIECES * 2);
  readonly pieceCount = new Int32Array(MAX_CONTENTS);
  readonly origins = new Int32Array(MAX_CONTENTS);
  /** The words from cue to source that no content may hold. */
  blockFrom = 0;
  blockTo = 0;
  cueFrom = 0;
  cueTo = 0;
  sourceFrom = 0;
  sourceTo = 0;
}

const COMMA = hashText(',');
const STOP = hashText('.');

/** Adds candidate `c` with other ends, and with the quotation `following` and its continuations as one more piece. */
export function copy(
  found: ContentCandidates,
  encoded: EncodedDocument,
  c: number,
  from: number,
  to: number,
  following: number,
  origin: number,
) {
  if (found.count === MAX_CONTENTS) return;
  const source = c * MAX_PIECES * 2;
  const target = found.count * MAX_PIECES * 2;
  let count = found.pieceCount[c]!;
  for (let i = 0; i < count * 2; i += 1) found.pieces[target + i] = found.pieces[source + i]!;
  found.pieces[target] = from;
  found.pieces[target + count * 2 - 1] = to;
  if (following >= 0 && count < MAX_PIECES) {
    found.pieces[target + count * 2] = encoded.quotations[following]!.from;
    let last = following;
    while (last + 1 < encoded.quotations.length && encoded.quotations[last + 1]!.continues) last += 1;
    found.pieces[target + count * 2 + 1] = encoded.quotations[last]!.to;
    count += 1;
  }
  addCandidate(found, count, found.origins[c]! | origin);
}

/** Adds a stretch with the block and the source cut out. */
export function add(
  found: ContentCandidates,
  encoded: EncodedDocument,
  from: number,
  to: number,
  origin: number,
): void {
  if (from >= to || found.count === MAX_CONTENTS) return;
  const count = addPieces(found, encoded, found.count * MAX_PIECES * 2, 0, from, to);
  addCandidate(found, count, origin);
}

/** Adds two stretches as one candidate. */
export function addPair(
  found: ContentCandidates,
  encoded: EncodedDocument,
  from: number,
  to: number,
  from2: number,
  to2: number,
  origin: number,
): void {
  if (found.count === MAX_CONTENTS) return;
  const base = found.count * MAX_PIECES * 2;
  let count = from < to ? addPieces(found, encoded, base, 0, from, to) : 0;
  if (from2 < to2) count = addPieces(found, encoded, base, count, Math.max(from2, to), to2);
  addCandidate(found, count, origin);
}

/** Writes what is left of a stretch without block and source; returns the number of pieces so far. */
export function addPieces(
  found: ContentCandidates,
  encoded: EncodedDocument,
  base: number,
  done: number,
  from: number,
  to: number,
): number {
  const outer =
    found.sourceTo > found.sourceFrom && (found.sourceTo <= found.blockFrom || found.sourceFrom >= found.blockTo);
  const firstFrom = outer ? Math.min(found.sourceFrom, found.blockFrom) : found.blockFrom;
  const firstTo = outer && found.sourceFrom < found.blockFrom ? found.sourceTo : found.blockTo;
  const secondFrom = outer ? Math.max(found.sourceFrom, found.blockFrom) : to;
  const secondTo = outer && found.sourceFrom < found.blockFrom ? found.blockTo : outer ? found.sourceTo : to;
  let count = addPiece(found, encoded, base, done, from, Math.min(to, firstFrom));
  count = addPiece(found, encoded, base, count, Math.max(from, firstTo), Math.min(to, secondFrom));
  return addPiece(found, encoded, base, count, Math.max(from, secondTo), to);
}

/** Cuts every candidate to the pieces of a scope. */
export function clipToScope(found: ContentCandidates, encoded: EncodedDocument, scope: readonly number[]): void {
  const all = found.count;
  found.count = 0;
  for (let c = 0; c < all; c += 1) {
    const at = c * MAX_PIECES * 2;
    const pieces = Array.from(found.pieces.subarray(at, at + found.pieceCount[c]! * 2));
    const base = found.count * MAX_PIECES * 2;
    let count = 0;
    for (let i = 0; i < pieces.length; i += 2) {
      for (let j = 0; j < scope.length; j += 2) {
        count = addPiece(
          found,
          encoded,
          base,
          count,
          Math.max(pieces[i]!, scope[j]!),
          Math.min(pieces[i + 1]!, scope[j + 1]!),
        );
      }
    }
    addCandidate(found, count, found.origins[c]!);
  }
}

/** Writes one piece without the punctuation at its ends, unless nothing is left. */
function addPiece(
  found: ContentCandidates,
  encoded: EncodedDocument,
  base: number,
  count: number,
  from: number,
  to: number,
): number {
  let start = from;
  let end = to;
  while (start < end && isEdgePunctuation(encoded, start)) start += 1;
  while (end > start && isEdgePunctuation(encoded, end - 1)) end -= 1;
  if (start >= end || count === MAX_PIECES || !hasWord(encoded, start, end)) return count;
  if (count > 0 && end - start === 1 && encoded.tag[start]! >= TAG.RB && encoded.tag[start]! <= TAG.CC) return count;
  const place = base + count * 2;
  if (count > 0 && found.pieces[place - 1] === start) {
    found.pieces[place - 1] = end;
    return count;
  }
  found.pieces[place] = start;
  found.pieces[place + 1] = end;
  return count + 1;
}

function hasWord(encoded: EncodedDocument, from: number, to: number): boolean {
  for (let w = from; w < to; w += 1) if ((encoded.shape[w]! & 4) === 0) return true;
  return false;
}

/** Punctuation that belongs to no content at its edge: not quotation marks, and no stop inside a quotation. */
function isEdgePunctuation(encoded: EncodedDocument, word: number): boolean {
  const tag = encoded.tag[word]!;
  if (encoded.form[word] === COMMA || tag === TAG[':'] || encoded.form[word] === STOP) {
    const quotation = encoded.quotation[word]!;
    return quotation < 0 || encoded.quotations[quotation]!.from === word;
  }
  return false;
}

/** Keeps the candidate that was written last, unless it is there already. */
export function addCandidate(found: ContentCandidates, count: number, origin: number): void {
  if (count === 0) return;
  const target = found.count * MAX_PIECES * 2;
  for (let c = 0; c < found.count; c += 1) {
    if (found.pieceCount[c] !== count) continue;
    let same = true;
    for (let i = 0; same && i < count * 2; i += 1) {
      same = found.pieces[c * MAX_PIECES * 2 + i] === found.pieces[target + i];
    }
    if (same) {
      found.origins[c] = found.origins[c]! | origin;
      return;
    }
  }
  found.pieceCount[found.count] = count;
  found.origins[found.count] = origin;
  found.count += 1;
}
