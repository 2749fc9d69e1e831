/**
 * What a cue could attribute: complements and their runs, stretches up to the edges of sentence, clause and quotation,
 * quotations themselves. The third model ranks them.
 */
import { RELATION, TAG } from '../../syntax/labels.ts';
import { add, addPair, type ContentCandidates, copy, cut, FROM, keep, LIMIT, PIECES } from './content-candidates.ts';
import { cueWordsAround } from './cue-span.ts';
import { hashText } from './features.ts';
import { CONTENT_RELATION } from './grammar.ts';
import { VERB, type View } from './view.ts';

const R = RELATION;
const COMMA = hashText(',');
const COLON = hashText(':');
const OPENERS = new Set(['that', 'to', 'if', 'whether', 'how', 'what', 'why', 'who', 'when'].map((w) => hashText(w)));

/** Fills `found` with the candidates for the cue at `anchor` whose source is words `sourceFrom` to `sourceTo - 1`. */
export function findContents(
  found: ContentCandidates,
  view: View,
  anchor: number,
  sourceFrom: number,
  sourceTo: number,
): void {
  found.count = 0;
  const [cueFrom, cueTo] = cueWordsAround(view, anchor);
  found.cueFrom = cueFrom;
  found.cueTo = cueTo;
  found.sourceFrom = sourceFrom;
  found.sourceTo = sourceTo;
  found.blockFrom = cueFrom;
  found.blockTo = cueTo;
  if (sourceTo > sourceFrom) {
    const gap = sourceFrom >= cueTo ? sourceFrom - cueTo : cueFrom - sourceTo;
    if (gap <= 3) {
      found.blockFrom = Math.min(cueFrom, sourceFrom);
      found.blockTo = Math.max(cueTo, sourceTo);
    }
  }
  const sentence = view.sentence[anchor]!;
  const begin = view.first[sentence]!;
  const end = view.first[sentence + 1]!;
  complementsOf(found, view, anchor, begin, end);
  stretches(found, view, anchor, begin, end);
  parents(found, view, anchor, begin, end);
  quotations(found, view, anchor, sentence, begin, end);
  const reading = view.constructed.get(anchor);
  if (reading && reading.content.length <= PIECES * 2 && found.count < LIMIT) {
    let count = 0;
    for (let i = 0; i < reading.content.length; i += 2) {
      count = cut(found, view, found.count * PIECES * 2, count, reading.content[i]!, reading.content[i + 1]!);
    }
    keep(found, count, FROM.construct);
  }
  extend(found, view, sentence, end);
}

function complementsOf(found: ContentCandidates, view: View, anchor: number, begin: number, end: number): void {
  let first = -1;
  let last = -1;
  for (let k = view.kidsFrom[anchor]!; k < view.kidsFrom[anchor + 1]!; k += 1) {
    const kid = view.kids[k]!;
    if (CONTENT_RELATION[view.relation[kid]!] !== 1) continue;
    const left = Math.max(begin, view.left[kid]!);
    const right = Math.min(end, view.right[kid]!);
    add(found, view, left, right, FROM.complement);
    const marked = view.relation[left] === R.case || view.relation[left] === R.mark;
    if (marked && left < kid) add(found, view, left + 1, right, FROM.complement | FROM.unmarked);
    if (left < anchor) continue;
    if (first >= 0) add(found, view, first, right, FROM.run);
    if (last >= 0 && last !== first) add(found, view, last, right, FROM.run);
    add(found, view, left, end, FROM.complement | FROM.toEnd);
    inner(found, view, kid, left, right, begin, end);
    if (first < 0) first = left;
    last = left;
  }
}

/** A complement without its last modifiers, and the complements inside it. */
function inner(
  found: ContentCandidates,
  view: View,
  kid: number,
  left: number,
  right: number,
  begin: number,
  end: number,
): void {
  let shortened = 0;
  for (let k = view.kidsFrom[kid + 1]! - 1; k >= view.kidsFrom[kid]!; k -= 1) {
    const part = view.kids[k]!;
    const relation = view.relation[part]!;
    if (part < kid) break;
    if (relation === R.punct || relation === R.flat || relation === R.fixed) continue;
    const from = Math.max(begin, view.left[part]!);
    if (shortened < 3 && from > left) add(found, view, left, from, FROM.complement | FROM.shortened);
    shortened += 1;
    if (CONTENT_RELATION[relation] !== 1 || relation === R.conj) continue;
    add(found, view, from, Math.min(end, view.right[part]!), FROM.inner);
    const marked = view.relation[from] === R.case || view.relation[from] === R.mark;
    if (marked && from < part) add(found, view, from + 1, Math.min(end, view.right[part]!), FROM.inner | FROM.unmarked);
    if (view.right[part]! < right || right < end) add(found, view, from, end, FROM.inner | FROM.toEnd);
  }
}

function stretches(found: ContentCandidates, view: View, anchor: number, begin: number, end: number): void {
  const { blockFrom, blockTo } = found;
  const inside = view.quotation[anchor]!;
  const low = inside >= 0 ? Math.max(begin, view.quotations[inside]!.from) : begin;
  const high = inside >= 0 ? Math.min(end, view.quotations[inside]!.to) : end;
  add(found, view, blockTo, high, FROM.after);
  add(found, view, low, blockFrom, FROM.before);
  add(found, view, low, high, FROM.around);
  const next = afterModifiers(view, anchor, blockTo, high);
  if (next > blockTo) {
    add(found, view, next, high, FROM.after);
    addPair(found, view, low, blockFrom, next, high, FROM.around);
  }
  let opened = false;
  for (let w = blockTo; w < high && w < blockTo + 14; w += 1) {
    if (!opened && OPENERS.has(view.form[w]!)) {
      add(found, view, w, high, FROM.clause | FROM.toEnd);
      const comma = nextComma(view, w + 2, high);
      if (comma < high) add(found, view, w, comma, FROM.clause | FROM.toComma);
      opened = true;
    }
    if (view.form[w] === COLON) colon(found, view, w, high);
  }
  for (let w = blockTo + 2; w < high; w += 1) {
    if (view.relation[w] !== R.mark || view.relation[view.head[w]!] !== R.advcl) continue;
    add(found, view, blockTo, w, FROM.after | FROM.shortened);
    if (next > blockTo) add(found, view, next, w, FROM.after | FROM.shortened);
    break;
  }
  let comma = nextComma(view, blockTo + 1, high);
  for (let seen = 0; seen < 2 && comma < high; seen += 1) {
    add(found, view, blockTo, comma, FROM.after | FROM.toComma);
    comma = nextComma(view, comma + 1, high);
  }
  let from = nextComma(view, low, blockFrom - 2);
  for (let seen = 0; seen < 2 && from < blockFrom - 2; seen += 1) {
    add(found, view, from + 1, blockFrom, FROM.before | FROM.fromComma);
    from = nextComma(view, from + 1, blockFrom - 2);
  }
}

/** After a colon: to the end of the sentence, of the paragraph, and the next paragraph where the colon ends its own. */
function colon(found: ContentCandidates, view: View, word: number, end: number): void {
  add(found, view, word + 1, end, FROM.colon);
  const sentence = view.sentence[word]!;
  const last = view.first.length - 2;
  const opens = word + 1 === end ? sentence + 1 : sentence;
  if (opens > last) return;
  let until = opens;
  while (until < last && view.paragraph[until + 1] === view.paragraph[opens]) until += 1;
  add(found, view, word + 1, view.first[until + 1]!, FROM.colon | FROM.paragraph);
}

function nextComma(view: View, from: number, end: number): number {
  for (let w = from; w < end; w += 1) {
    if (view.form[w] === COMMA || (view.tag[w] === TAG[':'] && view.form[w] !== COLON)) return w;
  }
  return end;
}

/** Past "on Tuesday", "in an interview with X" right after the cue and source. */
function afterModifiers(view: View, anchor: number, from: number, end: number): number {
  let at = from;
  for (let k = view.kidsFrom[anchor]!; k < view.kidsFrom[anchor + 1]!; k += 1) {
    const kid = view.kids[k]!;
    const relation = view.relation[kid]!;
    const start = view.left[kid]!;
    const loose = relation === R.obl || relation === R['obl:unmarked'] || relation === R.advmod || relation === R.nmod;
    if (!loose && relation !== R['nmod:unmarked'] && relation !== R.punct && relation !== R.iobj) continue;
    if (start >= at && start - at <= 1 && view.right[kid]! <= end) at = Math.max(at, view.right[kid]!);
  }
  while (at > from && at < end && view.form[at] === COMMA) at += 1;
  return at;
}

function parents(found: ContentCandidates, view: View, anchor: number, begin: number, end: number): void {
  let below = anchor;
  for (let up = view.head[anchor]!, steps = 0; up >= 0 && steps < 3; up = view.head[up]!, steps += 1) {
    const left = Math.max(begin, view.left[up]!);
    const right = Math.min(end, view.right[up]!);
    const relation = view.relation[below]!;
    if (steps === 0 && (relation === R['acl:relcl'] || relation === R.acl)) {
      add(found, view, left, Math.max(up + 1, view.left[anchor]!), FROM.relative);
      add(found, view, left, up + 1, FROM.relative | FROM.toComma);
      add(found, view, view.left[anchor]!, view.right[anchor]!, FROM.relative | FROM.around);
    }
    addPair(found, view, left, view.left[below]!, view.right[below]!, right, FROM.parent);
    add(found, view, left, view.left[below]!, FROM.parent | FROM.before);
    if (steps === 0) {
      for (let k = view.kidsFrom[up]!; k < view.kidsFrom[up + 1]!; k += 1) {
        const kid = view.kids[k]!;
        const r = view.relation[kid]!;
        const clause = r === R.ccomp || r === R.xcomp || r === R.acl || r === R.obj || r === R.csubj;
        if (kid !== anchor && clause) add(found, view, view.left[kid]!, view.right[kid]!, FROM.sibling);
      }
    }
    if (VERB[view.tag[up]!] === 1 && steps > 0) break;
    below = up;
  }
}

function quotations(
  found: ContentCandidates,
  view: View,
  anchor: number,
  sentence: number,
  begin: number,
  end: number,
): void {
  if (view.quotation[anchor]! >= 0 || view.quotations.length === 0) return;
  let first = -1;
  let last = -1;
  for (let w = begin; w < end; w += 1) {
    const index = view.quotation[w]!;
    if (index < 0 || index === last) continue;
    const { from, to } = view.quotations[index]!;
    add(found, view, from, to, FROM.quotation);
    if (first < 0) first = index;
    last = index;
    w = Math.max(w, Math.min(to, end) - 1);
  }
  if (first >= 0 && last > first) {
    add(found, view, view.quotations[first]!.from, view.quotations[last]!.to, FROM.quotation | FROM.run);
  }
  const next = sentence + 1;
  if (next + 1 < view.first.length && view.first[next]! < view.count) {
    const index = view.quotation[view.first[next]!]!;
    const starts = index >= 0 && view.quotations[index]!.from === view.first[next];
    const near = view.paragraph[next] === view.paragraph[sentence] || view.form[end - 1] === COLON;
    if (starts && near) add(found, view, view.quotations[index]!.from, view.quotations[index]!.to, FROM.paragraph);
  }
  if (sentence > 0 && view.paragraph[sentence - 1] === view.paragraph[sentence]) {
    const index = begin > 0 ? view.quotation[begin - 1]! : -1;
    if (index >= 0)
      add(found, view, view.quotations[index]!.from, view.quotations[index]!.to, FROM.paragraph | FROM.before);
  }
}

/** Beside each candidate that touches a quotation: on to its marks, and on through the quotations that follow. */
function extend(found: ContentCandidates, view: View, sentence: number, end: number): void {
  const base = found.count;
  const following = followingQuotation(view, sentence, end);
  for (let c = 0; c < base; c += 1) {
    const at = c * PIECES * 2;
    const count = found.pieceCount[c]!;
    const lastPlace = at + (count - 1) * 2;
    const from = found.pieces[at]!;
    const to = found.pieces[lastPlace + 1]!;
    const opening = view.quotation[from]!;
    const closing = view.quotation[to - 1]!;
    const start = opening >= 0 ? view.quotations[opening]!.from : from;
    let stop = closing >= 0 ? view.quotations[closing]!.to : to;
    let run = closing;
    while (run >= 0 && run + 1 < view.quotations.length && view.quotations[run + 1]!.continues) {
      run += 1;
      stop = view.quotations[run]!.to;
    }
    if ((start < from && start >= found.blockTo) || (start < from && from < found.blockFrom) || stop > to) {
      copy(found, view, c, start, stop, -1, FROM.extended);
    }
    if (following >= 0 && stop <= view.quotations[following]!.from) {
      const bare = opening < 0 && closing < 0 && from < found.blockFrom;
      if (!bare || to >= found.blockFrom) copy(found, view, c, start, stop, following, FROM.followed);
    }
  }
}

/** The quotation with which the next sentence of the paragraph begins, or -1. */
function followingQuotation(view: View, sentence: number, end: number): number {
  if (end >= view.count || view.paragraph[view.sentence[end]!] !== view.paragraph[sentence]) return -1;
  const index = view.quotation[end]!;
  return index >= 0 && view.quotations[index]!.from === end ? index : -1;
}
