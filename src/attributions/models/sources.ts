/**
 * Who could be the source of a cue: the noun phrases of its sentence, each in several cuts, from the tree and from the
 * tags alone. The second model ranks them; "nobody" is candidate 0.
 */

import { kidOf } from '../../grammar/dependents.ts';
import { type EncodedDocument, IN_CHUNK, NOMINAL } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';

/** How a candidate was cut, as bits: the same stretch can come from several cuts. */
export const CUT = {
  whole: 1,
  withoutClause: 2,
  toComma: 4,
  bare: 8,
  possessor: 16,
  chunk: 32,
  chunks: 64,
  apposition: 128,
  construct: 256,
} as const;

/** Words on each side of the anchor in which sources are sought. */
const MAX_WORDS_TO_ANCHOR = 60;
/** Candidates that are kept. */
export const MAX_SOURCES = 96;

/** The candidates for one anchor; refilled for each. Stretches are words, end exclusive. */
export class SourceCandidates {
  count = 0;
  readonly from = new Int32Array(MAX_SOURCES);
  readonly to = new Int32Array(MAX_SOURCES);
  /** The word that heads the phrase; -1 for nobody. */
  readonly head = new Int32Array(MAX_SOURCES);
  readonly cuts = new Int32Array(MAX_SOURCES);

  clear(): void {
    this.count = 1;
    this.from[0] = 0;
    this.to[0] = 0;
    this.head[0] = -1;
    this.cuts[0] = 0;
  }

  add(from: number, to: number, head: number, cut: number): void {
    if (from >= to) return;
    for (let at = 1; at < this.count; at += 1) {
      if (this.from[at] === from && this.to[at] === to) {
        this.cuts[at] = this.cuts[at]! | cut;
        return;
      }
    }
    if (this.count === MAX_SOURCES) return;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.head[this.count] = head;
    this.cuts[this.count] = cut;
    this.count += 1;
  }
}

const R = RELATION;
const COMMA = hashText(',');
const SLASH = hashText('/');
const ACCORDING = hashText('according');
const TO = hashText('to');
const PUNCTUATION = 4;

/**
 * Fills `found` with the candidates for the cue at `anchor`.
 *
 * @param scope pairs of first word and end: where the source must lie; null for anywhere in the sentence
 */
export function findSources(
  found: SourceCandidates,
  encoded: EncodedDocument,
  anchor: number,
  scope: readonly number[] | null = null,
): void {
  found.clear();
  const sentence = encoded.sentence[anchor]!;
  const begin = Math.max(encoded.open[sentence]!, anchor - MAX_WORDS_TO_ANCHOR, scope === null ? 0 : scope[0]!);
  const end = Math.min(
    encoded.first[sentence + 1]!,
    anchor + MAX_WORDS_TO_ANCHOR,
    scope === null ? encoded.count : scope.at(-1)!,
  );
  for (let w = begin; w < end; w += 1) {
    if (w === anchor) continue;
    if (encoded.tag[w] === TAG.PRP$) found.add(w, w + 1, w, CUT.possessor);
    if (NOMINAL[encoded.tag[w]!] !== 1) continue;
    const relation = encoded.relation[w]!;
    if (relation === R.det || relation === R.compound || relation === R.flat || relation === R.mark) continue;
    if (relation !== R.nummod) phrase(found, encoded, w, anchor, begin, end);
  }
  chunks(found, encoded, anchor, begin, end);
  const reading = encoded.constructed.get(anchor);
  if (reading && reading.sourceTo > reading.sourceFrom) {
    let head = reading.sourceFrom;
    for (let w = head; w < reading.sourceTo; w += 1) {
      const up = encoded.head[w]!;
      if (NOMINAL[encoded.tag[w]!] === 1 && (up < reading.sourceFrom || up >= reading.sourceTo)) {
        head = w;
        break;
      }
    }
    found.add(reading.sourceFrom, reading.sourceTo, head, CUT.construct);
  }
  if (encoded.form[anchor] === ACCORDING && encoded.form[anchor + 1] === TO) onlyAfter(found, encoded, anchor + 2, end);
  if (scope !== null) onlyWithin(found, scope);
}

/** Keeps the candidates that lie whole in one piece of the scope. */
function onlyWithin(found: SourceCandidates, scope: readonly number[]): void {
  let kept = 1;
  for (let at = 1; at < found.count; at += 1) {
    let inside = false;
    for (let i = 0; i < scope.length; i += 2) {
      if (found.from[at]! >= scope[i]! && found.to[at]! <= scope[i + 1]!) inside = true;
    }
    if (!inside) continue;
    found.from[kept] = found.from[at]!;
    found.to[kept] = found.to[at]!;
    found.head[kept] = found.head[at]!;
    found.cuts[kept] = found.cuts[at]!;
    kept += 1;
  }
  found.count = kept;
}

/** The source of "according to" is the phrase that follows it, up to a comma where no other candidate begins there. */
function onlyAfter(found: SourceCandidates, encoded: EncodedDocument, from: number, end: number): void {
  let kept = 1;
  for (let at = 1; at < found.count; at += 1) {
    if (found.from[at] !== from) continue;
    found.to[kept] = found.to[at]!;
    found.head[kept] = found.head[at]!;
    found.cuts[kept] = found.cuts[at]!;
    found.from[kept] = from;
    kept += 1;
  }
  found.count = kept;
  if (kept > 1) return;
  let to = from;
  while (to < end && (encoded.shape[to]! & PUNCTUATION) === 0) to += 1;
  found.add(from, to, Math.max(from, to - 1), CUT.toComma);
}

/** The cuts of the phrase that `head` governs. */
function phrase(
  found: SourceCandidates,
  encoded: EncodedDocument,
  head: number,
  anchor: number,
  begin: number,
  end: number,
): void {
  let from = Math.max(encoded.left[head]!, begin);
  let to = Math.min(encoded.right[head]!, end);
  if (anchor > head && anchor < to) to = anchor;
  if (anchor < head && anchor >= from) from = anchor + 1;
  // "The town is a port and the mayor said": what is said of the subject begins after its "is".
  const copula = kidOf(encoded, head, R.cop);
  if (copula >= from && copula < head) from = copula + 1;
  from = afterCase(encoded, from, head);
  // "the vote, which the union called": a tree that takes "which" for the determiner of who speaks is mended here.
  if (from < head && isRelative(encoded, from)) from += 1;
  while (to > head + 1 && trailing(encoded, from, to)) to -= 1;
  found.add(from, to, head, CUT.whole);
  let bareTo = head + 1;
  let clause = to;
  for (let k = encoded.kidsFrom[head]!; k < encoded.kidsFrom[head + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const relation = encoded.relation[kid]!;
    if (relation === R.flat || relation === R.fixed || relation === R.compound)
      bareTo = Math.max(bareTo, encoded.right[kid]!);
    const loose = relation === R['acl:relcl'] || relation === R.acl || relation === R.appos || relation === R.dep;
    if (kid > head && (loose || relation === R.parataxis || relation === R.conj))
      clause = Math.min(clause, encoded.left[kid]!);
  }
  bareTo = Math.min(bareTo, to);
  found.add(from, trimEnd(encoded, from, head, Math.max(clause, bareTo)), head, CUT.withoutClause);
  let comma = bareTo;
  while (comma < to && encoded.form[comma] !== COMMA) comma += 1;
  found.add(from, comma, head, CUT.toComma);
  let bareFrom = head;
  while (bareFrom > from && inChunk(encoded, bareFrom - 1)) bareFrom -= 1;
  found.add(bareFrom, bareTo, head, CUT.bare);
  if (bareTo < end && encoded.tag[bareTo] === TAG['-LRB-'] && bareTo !== anchor) {
    let closing = bareTo + 1;
    while (closing < end && closing < bareTo + 10 && encoded.tag[closing] !== TAG['-RRB-']) closing += 1;
    if (closing < end && encoded.tag[closing] === TAG['-RRB-'] && (anchor < bareTo || anchor > closing))
      found.add(bareFrom, closing + 1, head, CUT.bare | CUT.apposition);
  }
  if (bareTo < encoded.count && encoded.tag[bareTo] === TAG.POS) found.add(bareFrom, bareTo, head, CUT.possessor);
  else if (bareTo > head + 1 && encoded.tag[bareTo - 1] === TAG.POS)
    found.add(bareFrom, bareTo - 1, head, CUT.possessor);
}

/** Past a preposition, a mark or a comma at the start of the phrase. */
function afterCase(encoded: EncodedDocument, from: number, head: number): number {
  let at = from;
  while (at < head) {
    const relation = encoded.relation[at]!;
    const link = encoded.tag[at] === TAG.TO || encoded.tag[at] === TAG.IN;
    const outer = link || relation === R.mark || relation === R.cc || relation === R.punct || relation === R.case;
    if (!outer || (encoded.quotation[at]! >= 0 && relation === R.punct)) break;
    at += 1;
  }
  return at;
}

function trimEnd(encoded: EncodedDocument, from: number, head: number, to: number): number {
  let end = to;
  while (end > head + 1 && (trailing(encoded, from, end) || encoded.relation[end - 1] === R.cc)) end -= 1;
  return end;
}

/** Punctuation at the end that does not belong to the phrase: not the bracket that closes one inside. */
function trailing(encoded: EncodedDocument, from: number, to: number): boolean {
  if ((encoded.shape[to - 1]! & 4) === 0 || encoded.quotation[to - 1]! >= 0) return false;
  if (encoded.tag[to - 1] !== TAG['-RRB-']) return true;
  for (let w = to - 2; w >= from; w -= 1) if (encoded.tag[w] === TAG['-LRB-']) return false;
  return true;
}

const JOINT = new Set(['of', 'for', 'from', 'in', 'at', 'with', 'to', 'on', 'and', '&'].map((word) => hashText(word)));

/** Noun chunks by tags: alone, joined by prepositions, and with what stands between commas up to the cue. */
function chunks(found: SourceCandidates, encoded: EncodedDocument, anchor: number, begin: number, end: number): void {
  let joined = -1;
  let last = -1;
  let start = begin;
  while (start < end) {
    if (start === anchor || !inChunk(encoded, start) || encoded.tag[start] === TAG.POS) {
      start += 1;
      continue;
    }
    let to = start + 1;
    if (!isRelative(encoded, start)) {
      while (to < end && to !== anchor && (inChunk(encoded, to) || slashed(encoded, to)) && !isRelative(encoded, to)) {
        to += 1;
      }
    }
    let head = to - 1;
    while (head > start && NOMINAL[encoded.tag[head]!] !== 1) head -= 1;
    if (encoded.tag[to - 1] === TAG.POS) found.add(start, to - 1, Math.max(start, to - 2), CUT.chunk);
    found.add(start, head + 1, head, CUT.chunk);
    const linked = joined >= 0 && start - last === 1 && JOINT.has(encoded.form[last]!);
    if (!linked) joined = start;
    else found.add(joined, head + 1, headOfChunk(encoded, joined), CUT.chunks);
    last = to;
    start = to;
    if (to <= anchor) continue;
    if (to - anchor > 25) break;
  }
  apposition(found, encoded, anchor, begin);
}

/** A word that can stand in a noun phrase, by its tag or as a part of a name that the tagger took for a verb. */
function inChunk(encoded: EncodedDocument, word: number): boolean {
  return IN_CHUNK[encoded.tag[word]!] === 1 || encoded.name[word] !== 0;
}

/** "who", "which": a phrase of its own before the one who speaks. */
function isRelative(encoded: EncodedDocument, word: number): boolean {
  return encoded.tag[word] === TAG.WP || encoded.tag[word] === TAG.WDT;
}

/** The stroke of "a New York Times/CBS News poll". */
function slashed(encoded: EncodedDocument, word: number): boolean {
  return encoded.form[word] === SLASH && word + 1 < encoded.count && inChunk(encoded, word + 1);
}

/** "X, the head of Y, said": from the noun chunk before a comma up to the comma before the cue. */
function apposition(found: SourceCandidates, encoded: EncodedDocument, anchor: number, begin: number): void {
  let to = anchor;
  while (to > begin && encoded.tag[to - 1]! >= TAG.RB && encoded.tag[to - 1]! <= TAG.RBS) to -= 1;
  if (to <= begin || encoded.form[to - 1] !== COMMA) return;
  for (let comma = to - 2, seen = 0; comma > begin && seen < 3 && to - comma < 40; comma -= 1) {
    if (encoded.quotation[comma]! >= 0 && encoded.quotation[anchor]! < 0) return;
    if (encoded.form[comma] !== COMMA || NOMINAL[encoded.tag[comma - 1]!] !== 1) continue;
    let from = comma - 1;
    while (from > begin && inChunk(encoded, from - 1)) from -= 1;
    found.add(from, to - 1, comma - 1, CUT.apposition);
    found.add(from, to, comma - 1, CUT.apposition);
    seen += 1;
  }
}

function headOfChunk(encoded: EncodedDocument, from: number): number {
  let head = from;
  while (head + 1 < encoded.count && inChunk(encoded, head + 1)) head += 1;
  return head;
}
