/**
 * Generates the content candidates of a cue: complements and runs of them, stretches up to the edges of sentence,
 * clause and quotation, quotations themselves. The third model ranks them.
 */

import { CONTENT_RELATION } from '../../grammar/dependents.ts';
import { type EncodedDocument, tagSet, VERB } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import {
  add,
  addCandidate,
  addPair,
  addPieces,
  type ContentCandidates,
  clipToScope,
  copy,
  FROM,
  MAX_CONTENTS,
  MAX_PIECES,
} from './content-candidates.ts';
import { cueWordsAround } from './cue-span.ts';

const R = RELATION;
const IN_NOUN_PHRASE = tagSet('DT', 'PRP$', 'JJ', 'JJR', 'JJS', 'NN', 'NNS', 'NNP', 'NNPS', 'CD', 'POS', 'VBN');
const COMMA = hashText(',');
/** The longest content in words: a bound for texts that are no prose. */
const MAX_CONTENT_WORDS = 600;
const COLON = hashText(':');
const OPENERS = new Set(['that', 'to', 'if', 'whether', 'how', 'what', 'why', 'who', 'when'].map((w) => hashText(w)));

/**
 * Fills `found` with the candidates for the cue at `anchor` whose source is words `sourceFrom` to `sourceTo - 1`.
 *
 * @param scope pairs of first word and end: what the content may hold; null for anything
 */
export function findContents(
  found: ContentCandidates,
  encoded: EncodedDocument,
  anchor: number,
  sourceFrom: number,
  sourceTo: number,
  scope: readonly number[] | null = null,
): void {
  found.count = 0;
  const [cueFrom, cueTo] = cueWordsAround(encoded, anchor);
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
  const sentence = encoded.sentence[anchor]!;
  const begin = Math.max(encoded.open[sentence]!, scope === null ? 0 : scope[0]!);
  const end = Math.min(encoded.first[sentence + 1]!, scope === null ? encoded.count : scope.at(-1)!);
  complementsOf(found, encoded, anchor, begin, end);
  stretches(found, encoded, anchor, begin, end);
  parents(found, encoded, anchor, begin, end);
  quotations(found, encoded, anchor, sentence, begin, end);
  const reading = encoded.constructed.get(anchor);
  if (reading && reading.content.length <= MAX_PIECES * 2 && found.count < MAX_CONTENTS) {
    let count = 0;
    for (let i = 0; i < reading.content.length; i += 2) {
      count = addPieces(
        found,
        encoded,
        found.count * MAX_PIECES * 2,
        count,
        reading.content[i]!,
        reading.content[i + 1]!,
      );
    }
    addCandidate(found, count, FROM.construct);
  }
  extend(found, encoded, sentence, end);
  if (scope !== null) clipToScope(found, encoded, scope);
}

function complementsOf(
  found: ContentCandidates,
  encoded: EncodedDocument,
  anchor: number,
  begin: number,
  end: number,
): void {
  let first = -1;
  let last = -1;
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    if (CONTENT_RELATION[encoded.relation[kid]!] !== 1) continue;
    const left = Math.max(begin, encoded.left[kid]!);
    const right = Math.min(end, encoded.right[kid]!);
    add(found, encoded, left, right, FROM.complement);
    const marked = encoded.relation[left] === R.case || encoded.relation[left] === R.mark;
    if (marked && left < kid) add(found, encoded, left + 1, right, FROM.complement | FROM.unmarked);
    if (left < anchor) continue;
    if (first >= 0) add(found, encoded, first, right, FROM.run);
    if (last >= 0 && last !== first) add(found, encoded, last, right, FROM.run);
    add(found, encoded, left, end, FROM.complement | FROM.toEnd);
    inner(found, encoded, kid, left, right, begin, end);
    if (first < 0) first = left;
    last = left;
  }
}

/** A complement without its last modifiers, and the complements inside it. */
function inner(
  found: ContentCandidates,
  encoded: EncodedDocument,
  kid: number,
  left: number,
  right: number,
  begin: number,
  end: number,
): void {
  let shortened = 0;
  for (let k = encoded.kidsFrom[kid + 1]! - 1; k >= encoded.kidsFrom[kid]!; k -= 1) {
    const part = encoded.kids[k]!;
    const relation = encoded.relation[part]!;
    if (part < kid) break;
    if (relation === R.punct || relation === R.flat || relation === R.fixed) continue;
    const from = Math.max(begin, encoded.left[part]!);
    if (shortened < 3 && from > left) add(found, encoded, left, from, FROM.complement | FROM.shortened);
    shortened += 1;
    if (CONTENT_RELATION[relation] !== 1 || relation === R.conj) continue;
    add(found, encoded, from, Math.min(end, encoded.right[part]!), FROM.inner);
    const marked = encoded.relation[from] === R.case || encoded.relation[from] === R.mark;
    if (marked && from < part)
      add(found, encoded, from + 1, Math.min(end, encoded.right[part]!), FROM.inner | FROM.unmarked);
    if (encoded.right[part]! < right || right < end) add(found, encoded, from, end, FROM.inner | FROM.toEnd);
  }
}

function stretches(
  found: ContentCandidates,
  encoded: EncodedDocument,
  anchor: number,
  begin: number,
  end: number,
): void {
  const { blockFrom, blockTo } = found;
  const inside = encoded.quotation[anchor]!;
  const low = inside >= 0 ? Math.max(begin, encoded.quotations[inside]!.from) : begin;
  const high = inside >= 0 ? Math.min(end, encoded.quotations[inside]!.to) : end;
  add(found, encoded, blockTo, high, FROM.after);
  add(found, encoded, low, blockFrom, FROM.before);
  add(found, encoded, low, high, FROM.around);
  const next = afterModifiers(encoded, anchor, blockTo, high);
  if (next > blockTo) {
    add(found, encoded, next, high, FROM.after);
    addPair(found, encoded, low, blockFrom, next, high, FROM.around);
  }
  antecedent(found, encoded, low, high);
  let opened = false;
  for (let w = blockTo; w < high && w < blockTo + 14; w += 1) {
    if (!opened && OPENERS.has(encoded.form[w]!)) {
      add(found, encoded, w, high, FROM.clause | FROM.toEnd);
      const comma = nextComma(encoded, w + 2, high);
      if (comma < high) add(found, encoded, w, comma, FROM.clause | FROM.toComma);
      opened = true;
    }
    if (encoded.form[w] === COLON) colon(found, encoded, w, high);
  }
  for (let w = blockTo + 2; w < high; w += 1) {
    if (encoded.relation[w] !== R.mark || encoded.relation[encoded.head[w]!] !== R.advcl) continue;
    add(found, encoded, blockTo, w, FROM.after | FROM.shortened);
    if (next > blockTo) add(found, encoded, next, w, FROM.after | FROM.shortened);
    break;
  }
  let comma = nextComma(encoded, blockTo + 1, high);
  for (let seen = 0; seen < 2 && comma < high; seen += 1) {
    add(found, encoded, blockTo, comma, FROM.after | FROM.toComma);
    comma = nextComma(encoded, comma + 1, high);
  }
  let from = nextComma(encoded, low, blockFrom - 2);
  for (let seen = 0; seen < 2 && from < blockFrom - 2; seen += 1) {
    add(found, encoded, from + 1, blockFrom, FROM.before | FROM.fromComma);
    from = nextComma(encoded, from + 1, blockFrom - 2);
  }
}

/** "the vote, which the union called a farce": the noun phrase before the pronoun belongs to the content. */
function antecedent(found: ContentCandidates, encoded: EncodedDocument, low: number, high: number): void {
  const pronoun = found.blockFrom - 1;
  if (pronoun <= low || (encoded.tag[pronoun] !== TAG.WDT && encoded.tag[pronoun] !== TAG.WP)) return;
  let from = encoded.form[pronoun - 1] === COMMA ? pronoun - 1 : pronoun;
  while (from > low && IN_NOUN_PHRASE[encoded.tag[from - 1]!] === 1) from -= 1;
  addPair(found, encoded, from, found.blockFrom, found.blockTo, high, FROM.relative | FROM.around);
  add(found, encoded, pronoun, high, FROM.relative | FROM.after);
}

/** After a colon: to the end of the sentence, of the paragraph, and the next paragraph where the colon ends its own. */
function colon(found: ContentCandidates, encoded: EncodedDocument, word: number, end: number): void {
  add(found, encoded, word + 1, end, FROM.colon);
  const sentence = encoded.sentence[word]!;
  const last = encoded.first.length - 2;
  const opens = word + 1 === end ? sentence + 1 : sentence;
  if (opens > last) return;
  let until = opens;
  while (
    until < last &&
    encoded.paragraph[until + 1] === encoded.paragraph[opens] &&
    encoded.first[until + 1]! - word < MAX_CONTENT_WORDS
  )
    until += 1;
  add(found, encoded, word + 1, encoded.first[until + 1]!, FROM.colon | FROM.paragraph);
}

function nextComma(encoded: EncodedDocument, from: number, end: number): number {
  for (let w = from; w < end; w += 1) {
    if (encoded.form[w] === COMMA || (encoded.tag[w] === TAG[':'] && encoded.form[w] !== COLON)) return w;
  }
  return end;
}

/** Past "on Tuesday", "in an interview with X" right after the cue and source. */
function afterModifiers(encoded: EncodedDocument, anchor: number, from: number, end: number): number {
  let at = from;
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const relation = encoded.relation[kid]!;
    const start = encoded.left[kid]!;
    const loose = relation === R.obl || relation === R['obl:unmarked'] || relation === R.advmod || relation === R.nmod;
    if (!loose && relation !== R['nmod:unmarked'] && relation !== R.punct && relation !== R.iobj) continue;
    if (start >= at && start - at <= 1 && encoded.right[kid]! <= end) at = Math.max(at, encoded.right[kid]!);
  }
  while (at > from && at < end && encoded.form[at] === COMMA) at += 1;
  return at;
}

function parents(found: ContentCandidates, encoded: EncodedDocument, anchor: number, begin: number, end: number): void {
  let below = anchor;
  for (let up = encoded.head[anchor]!, steps = 0; up >= 0 && steps < 3; up = encoded.head[up]!, steps += 1) {
    const left = Math.max(begin, encoded.left[up]!);
    const right = Math.min(end, encoded.right[up]!);
    const relation = encoded.relation[below]!;
    if (steps === 0 && (relation === R['acl:relcl'] || relation === R.acl)) {
      add(found, encoded, left, Math.max(up + 1, encoded.left[anchor]!), FROM.relative);
      add(found, encoded, left, up + 1, FROM.relative | FROM.toComma);
      add(found, encoded, encoded.left[anchor]!, encoded.right[anchor]!, FROM.relative | FROM.around);
      // "the vote, which the union called a farce": the thing belongs to what is said of it.
      let bare = left;
      while (bare < up && (encoded.relation[bare] === R.case || encoded.relation[bare] === R.mark)) bare += 1;
      add(found, encoded, bare, Math.min(end, encoded.right[anchor]!), FROM.relative | FROM.run);
      add(found, encoded, bare, end, FROM.relative | FROM.toEnd);
    }
    addPair(found, encoded, left, encoded.left[below]!, encoded.right[below]!, right, FROM.parent);
    add(found, encoded, left, encoded.left[below]!, FROM.parent | FROM.before);
    if (steps === 0) {
      for (let k = encoded.kidsFrom[up]!; k < encoded.kidsFrom[up + 1]!; k += 1) {
        const kid = encoded.kids[k]!;
        const r = encoded.relation[kid]!;
        const clause = r === R.ccomp || r === R.xcomp || r === R.acl || r === R.obj || r === R.csubj;
        if (kid !== anchor && clause) add(found, encoded, encoded.left[kid]!, encoded.right[kid]!, FROM.sibling);
      }
    }
    if (VERB[encoded.tag[up]!] === 1 && steps > 0) break;
    below = up;
  }
}

function quotations(
  found: ContentCandidates,
  encoded: EncodedDocument,
  anchor: number,
  sentence: number,
  begin: number,
  end: number,
): void {
  if (encoded.quotation[anchor]! >= 0 || encoded.quotations.length === 0) return;
  let first = -1;
  let last = -1;
  for (let w = begin; w < end; w += 1) {
    const index = encoded.quotation[w]!;
    if (index < 0 || index === last) continue;
    const { from, to } = encoded.quotations[index]!;
    add(found, encoded, from, to, FROM.quotation);
    if (first < 0) first = index;
    last = index;
    w = Math.max(w, Math.min(to, end) - 1);
  }
  if (first >= 0 && last > first) {
    add(found, encoded, encoded.quotations[first]!.from, encoded.quotations[last]!.to, FROM.quotation | FROM.run);
  }
  const next = sentence + 1;
  if (next + 1 < encoded.first.length && encoded.first[next]! < encoded.count) {
    const index = encoded.quotation[encoded.first[next]!]!;
    const starts = index >= 0 && encoded.quotations[index]!.from === encoded.first[next];
    const near = encoded.paragraph[next] === encoded.paragraph[sentence] || encoded.form[end - 1] === COLON;
    if (starts && near)
      add(found, encoded, encoded.quotations[index]!.from, encoded.quotations[index]!.to, FROM.paragraph);
  }
  if (sentence > 0 && encoded.paragraph[sentence - 1] === encoded.paragraph[sentence]) {
    const index = begin > 0 ? encoded.quotation[begin - 1]! : -1;
    if (index >= 0)
      add(found, encoded, encoded.quotations[index]!.from, encoded.quotations[index]!.to, FROM.paragraph | FROM.before);
  }
}

/**
 * Adds to each candidate that touches a quotation one that extends to its marks, and one that goes on through the
 * quotations that follow.
 */
function extend(found: ContentCandidates, encoded: EncodedDocument, sentence: number, end: number): void {
  const base = found.count;
  const following = followingQuotation(encoded, sentence, end);
  for (let c = 0; c < base; c += 1) {
    const at = c * MAX_PIECES * 2;
    const count = found.pieceCount[c]!;
    const lastPlace = at + (count - 1) * 2;
    const from = found.pieces[at]!;
    const to = found.pieces[lastPlace + 1]!;
    const opening = encoded.quotation[from]!;
    const closing = encoded.quotation[to - 1]!;
    const start = opening >= 0 ? encoded.quotations[opening]!.from : from;
    let stop = closing >= 0 ? encoded.quotations[closing]!.to : to;
    let run = closing;
    while (
      run >= 0 &&
      run + 1 < encoded.quotations.length &&
      encoded.quotations[run + 1]!.continues &&
      stop - from < MAX_CONTENT_WORDS
    ) {
      run += 1;
      stop = encoded.quotations[run]!.to;
    }
    // A quotation as long as a book is no content of one cue.
    if (stop - start > MAX_CONTENT_WORDS * 4) continue;
    if ((start < from && start >= found.blockTo) || (start < from && from < found.blockFrom) || stop > to) {
      copy(found, encoded, c, start, stop, -1, FROM.extended);
    }
    if (following >= 0 && stop <= encoded.quotations[following]!.from) {
      const bare = opening < 0 && closing < 0 && from < found.blockFrom;
      if (!bare || to >= found.blockFrom) copy(found, encoded, c, start, stop, following, FROM.followed);
    }
  }
}

/** The quotation with which the next sentence of the paragraph begins, or -1. */
function followingQuotation(encoded: EncodedDocument, sentence: number, end: number): number {
  if (end >= encoded.count || encoded.paragraph[encoded.sentence[end]!] !== encoded.paragraph[sentence]) return -1;
  const index = encoded.quotation[end]!;
  return index >= 0 && encoded.quotations[index]!.from === end ? index : -1;
}
