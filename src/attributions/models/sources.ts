/**
 * Who could be the source of a cue: the noun phrases of its sentence, each in several cuts, from the tree and from the
 * tags alone. The second model ranks them; "nobody" is candidate 0.
 */
import { RELATION, TAG } from '../../syntax/labels.ts';
import { hashText } from './features.ts';
import { kidOf } from './grammar.ts';
import { IN_CHUNK, NOMINAL, type View } from './view.ts';

/** How a candidate was cut, as bits: the same stretch can come from several cuts. */
const CUT = {
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
const REACH = 60;
/** Candidates that are kept. */
export const LIMIT = 96;

/** The candidates for one anchor; refilled for each. Stretches are words, end exclusive. */
export class SourceCandidates {
  count = 0;
  readonly from = new Int32Array(LIMIT);
  readonly to = new Int32Array(LIMIT);
  /** The word that heads the phrase; -1 for nobody. */
  readonly head = new Int32Array(LIMIT);
  readonly cuts = new Int32Array(LIMIT);

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
    if (this.count === LIMIT) return;
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

/** Fills `found` with the candidates for the cue at `anchor`. */
export function findSources(found: SourceCandidates, view: View, anchor: number): void {
  found.clear();
  const sentence = view.sentence[anchor]!;
  const begin = Math.max(view.first[sentence]!, anchor - REACH);
  const end = Math.min(view.first[sentence + 1]!, anchor + REACH);
  for (let w = begin; w < end; w += 1) {
    if (w === anchor) continue;
    if (view.tag[w] === TAG.PRP$) found.add(w, w + 1, w, CUT.possessor);
    if (NOMINAL[view.tag[w]!] !== 1) continue;
    const relation = view.relation[w]!;
    if (relation === R.det || relation === R.compound || relation === R.flat || relation === R.mark) continue;
    if (relation !== R.nummod) phrase(found, view, w, anchor, begin, end);
  }
  chunks(found, view, anchor, begin, end);
  const reading = view.constructed.get(anchor);
  if (reading && reading.sourceTo > reading.sourceFrom) {
    let head = reading.sourceFrom;
    for (let w = head; w < reading.sourceTo; w += 1) {
      const up = view.head[w]!;
      if (NOMINAL[view.tag[w]!] === 1 && (up < reading.sourceFrom || up >= reading.sourceTo)) {
        head = w;
        break;
      }
    }
    found.add(reading.sourceFrom, reading.sourceTo, head, CUT.construct);
  }
  if (view.form[anchor] === ACCORDING && view.form[anchor + 1] === TO) onlyAfter(found, view, anchor + 2, end);
}

/** The source of "according to" is the phrase that follows it, up to a comma where no other candidate begins there. */
function onlyAfter(found: SourceCandidates, view: View, from: number, end: number): void {
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
  while (to < end && (view.shape[to]! & PUNCTUATION) === 0) to += 1;
  found.add(from, to, Math.max(from, to - 1), CUT.toComma);
}

/** The cuts of the phrase that `head` governs. */
function phrase(found: SourceCandidates, view: View, head: number, anchor: number, begin: number, end: number): void {
  let from = Math.max(view.left[head]!, begin);
  let to = Math.min(view.right[head]!, end);
  if (anchor > head && anchor < to) to = anchor;
  if (anchor < head && anchor >= from) from = anchor + 1;
  // "The town is a port and the mayor said": what is said of the subject begins after its "is".
  const copula = kidOf(view, head, R.cop);
  if (copula >= from && copula < head) from = copula + 1;
  from = afterCase(view, from, head);
  while (to > head + 1 && trailing(view, from, to)) to -= 1;
  found.add(from, to, head, CUT.whole);
  let bareTo = head + 1;
  let clause = to;
  for (let k = view.kidsFrom[head]!; k < view.kidsFrom[head + 1]!; k += 1) {
    const kid = view.kids[k]!;
    const relation = view.relation[kid]!;
    if (relation === R.flat || relation === R.fixed || relation === R.compound)
      bareTo = Math.max(bareTo, view.right[kid]!);
    const loose = relation === R['acl:relcl'] || relation === R.acl || relation === R.appos || relation === R.dep;
    if (kid > head && (loose || relation === R.parataxis || relation === R.conj))
      clause = Math.min(clause, view.left[kid]!);
  }
  bareTo = Math.min(bareTo, to);
  found.add(from, trimEnd(view, from, head, Math.max(clause, bareTo)), head, CUT.withoutClause);
  let comma = bareTo;
  while (comma < to && view.form[comma] !== COMMA) comma += 1;
  found.add(from, comma, head, CUT.toComma);
  let bareFrom = head;
  while (bareFrom > from && IN_CHUNK[view.tag[bareFrom - 1]!] === 1) bareFrom -= 1;
  found.add(bareFrom, bareTo, head, CUT.bare);
  if (bareTo < end && view.tag[bareTo] === TAG['-LRB-'] && bareTo !== anchor) {
    let closing = bareTo + 1;
    while (closing < end && closing < bareTo + 10 && view.tag[closing] !== TAG['-RRB-']) closing += 1;
    if (closing < end && view.tag[closing] === TAG['-RRB-'] && (anchor < bareTo || anchor > closing))
      found.add(bareFrom, closing + 1, head, CUT.bare | CUT.apposition);
  }
  if (bareTo < view.count && view.tag[bareTo] === TAG.POS) found.add(bareFrom, bareTo, head, CUT.possessor);
  else if (bareTo > head + 1 && view.tag[bareTo - 1] === TAG.POS) found.add(bareFrom, bareTo - 1, head, CUT.possessor);
}

/** Past a preposition, a mark or a comma at the start of the phrase. */
function afterCase(view: View, from: number, head: number): number {
  let at = from;
  while (at < head) {
    const relation = view.relation[at]!;
    const link = view.tag[at] === TAG.TO || view.tag[at] === TAG.IN;
    const outer = link || relation === R.mark || relation === R.cc || relation === R.punct || relation === R.case;
    if (!outer || (view.quotation[at]! >= 0 && relation === R.punct)) break;
    at += 1;
  }
  return at;
}

function trimEnd(view: View, from: number, head: number, to: number): number {
  let end = to;
  while (end > head + 1 && (trailing(view, from, end) || view.relation[end - 1] === R.cc)) end -= 1;
  return end;
}

/** Punctuation at the end that does not belong to the phrase: not the bracket that closes one inside. */
function trailing(view: View, from: number, to: number): boolean {
  if ((view.shape[to - 1]! & 4) === 0 || view.quotation[to - 1]! >= 0) return false;
  if (view.tag[to - 1] !== TAG['-RRB-']) return true;
  for (let w = to - 2; w >= from; w -= 1) if (view.tag[w] === TAG['-LRB-']) return false;
  return true;
}

const JOINT = new Set(['of', 'for', 'from', 'in', 'at', 'with', 'to', 'on', 'and', '&'].map((word) => hashText(word)));

/** Noun chunks by tags: alone, joined by prepositions, and with what stands between commas up to the cue. */
function chunks(found: SourceCandidates, view: View, anchor: number, begin: number, end: number): void {
  let joined = -1;
  let last = -1;
  let start = begin;
  while (start < end) {
    if (start === anchor || IN_CHUNK[view.tag[start]!] !== 1 || view.tag[start] === TAG.POS) {
      start += 1;
      continue;
    }
    let to = start + 1;
    while (
      to < end &&
      to !== anchor &&
      (IN_CHUNK[view.tag[to]!] === 1 || slashed(view, to)) &&
      view.tag[to] !== TAG.WP
    ) {
      to += 1;
    }
    let head = to - 1;
    while (head > start && NOMINAL[view.tag[head]!] !== 1) head -= 1;
    if (view.tag[to - 1] === TAG.POS) found.add(start, to - 1, Math.max(start, to - 2), CUT.chunk);
    found.add(start, head + 1, head, CUT.chunk);
    const linked = joined >= 0 && start - last === 1 && JOINT.has(view.form[last]!);
    if (!linked) joined = start;
    else found.add(joined, head + 1, headOfChunk(view, joined), CUT.chunks);
    last = to;
    start = to;
    if (to <= anchor) continue;
    if (to - anchor > 25) break;
  }
  apposition(found, view, anchor, begin);
}

/** The stroke of "a New York Times/CBS News poll". */
function slashed(view: View, word: number): boolean {
  return view.form[word] === SLASH && word + 1 < view.count && IN_CHUNK[view.tag[word + 1]!] === 1;
}

/** "X, the head of Y, said": from the noun chunk before a comma up to the comma before the cue. */
function apposition(found: SourceCandidates, view: View, anchor: number, begin: number): void {
  let to = anchor;
  while (to > begin && view.tag[to - 1]! >= TAG.RB && view.tag[to - 1]! <= TAG.RBS) to -= 1;
  if (to <= begin || view.form[to - 1] !== COMMA) return;
  for (let comma = to - 2, seen = 0; comma > begin && seen < 3 && to - comma < 40; comma -= 1) {
    if (view.quotation[comma]! >= 0 && view.quotation[anchor]! < 0) return;
    if (view.form[comma] !== COMMA || NOMINAL[view.tag[comma - 1]!] !== 1) continue;
    let from = comma - 1;
    while (from > begin && IN_CHUNK[view.tag[from - 1]!] === 1) from -= 1;
    found.add(from, to - 1, comma - 1, CUT.apposition);
    found.add(from, to, comma - 1, CUT.apposition);
    seen += 1;
  }
}

function headOfChunk(view: View, from: number): number {
  let head = from;
  while (head + 1 < view.count && IN_CHUNK[view.tag[head + 1]!] === 1) head += 1;
  return head;
}
