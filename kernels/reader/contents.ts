/**
 * Generates the content candidates of a cue: complements and runs of them, stretches up to the edges of sentence and
 * clause, and what a construct reads (`quotations.ts` has those with quotations). The third model ranks them.
 */
import {
  firstKid,
  firstOf,
  formOf,
  headOf,
  isIn,
  kidAt,
  leftOf,
  openOf,
  paragraphOf,
  quotationFrom,
  quotationOf,
  quotationTo,
  readingOf,
  readPiece,
  readStart,
  relationOf,
  rightOf,
  sentenceCount,
  sentenceOf,
  tagOf,
  wordCount,
} from './article';
import {
  addPieces,
  blockFrom,
  blockTo,
  clipToScope,
  contentCount,
  keep,
  offer,
  offerPair,
  openContents,
} from './candidates';
import * as FROM from './made/origins';
import * as R from './made/relations';
import { CONTENT_RELATION, IN_NOUN_PHRASE, VERB } from './made/sets';
import * as T from './made/tags';
import * as W from './made/words';
import { MAX_CONTENTS, MAX_PIECES, scopeAt, scopeLength } from './memory';
import { extend, MAX_CONTENT_WORDS, quotations } from './quotations';

/** Finds the candidates for the cue at `anchor` whose source is words `from` to `to - 1`, cut to the scope. */
export function findContents(anchor: i32, from: i32, to: i32): void {
  openContents(anchor, from, to);
  const sentence = sentenceOf(anchor);
  const begin = max(openOf(sentence), scopeLength > 0 ? scopeAt(0) : 0);
  const end = min(firstOf(sentence + 1), scopeLength > 0 ? scopeAt(scopeLength - 1) : wordCount);
  complementsOf(anchor, begin, end);
  stretches(anchor, begin, end);
  parents(anchor, begin, end);
  quotations(anchor, sentence, begin, end);
  constructed(anchor);
  extend(sentence, end);
  if (scopeLength > 0) clipToScope();
}

/** The content that a construct reads. */
function constructed(anchor: i32): void {
  const reading = readingOf(anchor);
  if (reading < 0 || contentCount === MAX_CONTENTS) return;
  const from = readStart(reading);
  const to = readStart(reading + 1);
  if (to - from > MAX_PIECES * 2) return;
  let count = 0;
  for (let i = from; i < to; i += 2)
    count = addPieces(contentCount * MAX_PIECES * 2, count, readPiece(i), readPiece(i + 1));
  keep(count, FROM.CONSTRUCT);
}

/** Whether a word is the preposition or conjunction that a phrase or clause begins with. */
function isLink(word: i32): bool {
  return relationOf(word) === R.CASE || relationOf(word) === R.MARK;
}

function complementsOf(anchor: i32, begin: i32, end: i32): void {
  let first = -1;
  let last = -1;
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    if (!isIn(CONTENT_RELATION, relationOf(kid))) continue;
    const left = max(begin, leftOf(kid));
    const right = min(end, rightOf(kid));
    offer(left, right, FROM.COMPLEMENT);
    if (isLink(left) && left < kid) offer(left + 1, right, FROM.COMPLEMENT | FROM.UNMARKED);
    if (left < anchor) continue;
    if (first >= 0) offer(first, right, FROM.RUN);
    if (last >= 0 && last !== first) offer(last, right, FROM.RUN);
    offer(left, end, FROM.COMPLEMENT | FROM.TO_END);
    inner(kid, left, right, begin, end);
    if (first < 0) first = left;
    last = left;
  }
}

/** A complement without its last modifiers, and the complements inside it. */
function inner(kid: i32, left: i32, right: i32, begin: i32, end: i32): void {
  let shortened = 0;
  for (let k = firstKid(kid + 1) - 1; k >= firstKid(kid); k--) {
    const part = kidAt(k);
    const relation = relationOf(part);
    if (part < kid) break;
    if (relation === R.PUNCT || relation === R.FLAT || relation === R.FIXED) continue;
    const from = max(begin, leftOf(part));
    if (shortened < 3 && from > left) offer(left, from, FROM.COMPLEMENT | FROM.SHORTENED);
    shortened += 1;
    if (!isIn(CONTENT_RELATION, relation) || relation === R.CONJ) continue;
    const to = min(end, rightOf(part));
    offer(from, to, FROM.INNER);
    if (isLink(from) && from < part) offer(from + 1, to, FROM.INNER | FROM.UNMARKED);
    if (rightOf(part) < right || right < end) offer(from, end, FROM.INNER | FROM.TO_END);
  }
}

function stretches(anchor: i32, begin: i32, end: i32): void {
  const inside = quotationOf(anchor);
  const low = inside >= 0 ? max(begin, quotationFrom(inside)) : begin;
  const high = inside >= 0 ? min(end, quotationTo(inside)) : end;
  offer(blockTo, high, FROM.AFTER);
  offer(low, blockFrom, FROM.BEFORE);
  offer(low, high, FROM.AROUND);
  const next = afterModifiers(anchor, blockTo, high);
  if (next > blockTo) {
    offer(next, high, FROM.AFTER);
    offerPair(low, blockFrom, next, high, FROM.AROUND);
  }
  antecedent(low, high);
  openers(high);
  for (let w = blockTo + 2; w < high; w++) {
    if (relationOf(w) !== R.MARK || relationOf(headOf(w)) !== R.ADVCL) continue;
    offer(blockTo, w, FROM.AFTER | FROM.SHORTENED);
    if (next > blockTo) offer(next, w, FROM.AFTER | FROM.SHORTENED);
    break;
  }
  upToCommas(low, high);
}

/** From a word that opens a clause, and past a colon, near the cue. */
function openers(high: i32): void {
  let opened = false;
  for (let w = blockTo; w < high && w < blockTo + 14; w++) {
    if (!opened && opensClause(formOf(w))) {
      offer(w, high, FROM.CLAUSE | FROM.TO_END);
      const comma = nextComma(w + 2, high);
      if (comma < high) offer(w, comma, FROM.CLAUSE | FROM.TO_COMMA);
      opened = true;
    }
    if (formOf(w) === W.COLON) colon(w, high);
  }
}

function opensClause(form: i32): bool {
  return (
    form === W.THAT ||
    form === W.TO ||
    form === W.IF ||
    form === W.WHETHER ||
    form === W.HOW ||
    form === W.WHAT ||
    form === W.WHY ||
    form === W.WHO ||
    form === W.WHEN
  );
}

function upToCommas(low: i32, high: i32): void {
  let comma = nextComma(blockTo + 1, high);
  for (let seen = 0; seen < 2 && comma < high; seen++) {
    offer(blockTo, comma, FROM.AFTER | FROM.TO_COMMA);
    comma = nextComma(comma + 1, high);
  }
  let from = nextComma(low, blockFrom - 2);
  for (let seen = 0; seen < 2 && from < blockFrom - 2; seen++) {
    offer(from + 1, blockFrom, FROM.BEFORE | FROM.FROM_COMMA);
    from = nextComma(from + 1, blockFrom - 2);
  }
}

/** "the vote, which the union called a farce": the noun phrase before the pronoun belongs to the content. */
function antecedent(low: i32, high: i32): void {
  const pronoun = blockFrom - 1;
  if (pronoun <= low || (tagOf(pronoun) !== T.WDT && tagOf(pronoun) !== T.WP)) return;
  let from = formOf(pronoun - 1) === W.COMMA ? pronoun - 1 : pronoun;
  while (from > low && isIn(IN_NOUN_PHRASE, tagOf(from - 1))) from -= 1;
  offerPair(from, blockFrom, blockTo, high, FROM.RELATIVE | FROM.AROUND);
  offer(pronoun, high, FROM.RELATIVE | FROM.AFTER);
}

/** After a colon: to the end of the sentence, of the paragraph, and the next paragraph where the colon ends its own. */
function colon(word: i32, end: i32): void {
  offer(word + 1, end, FROM.COLON);
  const sentence = sentenceOf(word);
  const last = sentenceCount - 1;
  const opens = word + 1 === end ? sentence + 1 : sentence;
  if (opens > last) return;
  let until = opens;
  while (until < last && paragraphOf(until + 1) === paragraphOf(opens) && firstOf(until + 1) - word < MAX_CONTENT_WORDS)
    until += 1;
  offer(word + 1, firstOf(until + 1), FROM.COLON | FROM.PARAGRAPH);
}

function nextComma(from: i32, end: i32): i32 {
  for (let w = from; w < end; w++) {
    if (formOf(w) === W.COMMA || (tagOf(w) === T.COLON && formOf(w) !== W.COLON)) return w;
  }
  return end;
}

/** Past "on Tuesday", "in an interview with X" right after the cue and source. */
function afterModifiers(anchor: i32, from: i32, end: i32): i32 {
  let at = from;
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    const start = leftOf(kid);
    const loose = relation === R.OBL || relation === R.OBL_UNMARKED || relation === R.ADVMOD || relation === R.NMOD;
    if (!loose && relation !== R.NMOD_UNMARKED && relation !== R.PUNCT && relation !== R.IOBJ) continue;
    if (start >= at && start - at <= 1 && rightOf(kid) <= end) at = max(at, rightOf(kid));
  }
  while (at > from && at < end && formOf(at) === W.COMMA) at += 1;
  return at;
}

function parents(anchor: i32, begin: i32, end: i32): void {
  let below = anchor;
  for (let up = headOf(anchor), steps = 0; up >= 0 && steps < 3; up = headOf(up), steps++) {
    const left = max(begin, leftOf(up));
    const right = min(end, rightOf(up));
    const relation = relationOf(below);
    if (steps === 0 && (relation === R.ACL_RELCL || relation === R.ACL)) relative(anchor, up, left, end);
    offerPair(left, leftOf(below), rightOf(below), right, FROM.PARENT);
    offer(left, leftOf(below), FROM.PARENT | FROM.BEFORE);
    if (steps === 0) siblings(anchor, up);
    if (isIn(VERB, tagOf(up)) && steps > 0) break;
    below = up;
  }
}

/** Of a cue in a relative clause of `up`, whose phrase begins at `left`. */
function relative(anchor: i32, up: i32, left: i32, end: i32): void {
  offer(left, max(up + 1, leftOf(anchor)), FROM.RELATIVE);
  offer(left, up + 1, FROM.RELATIVE | FROM.TO_COMMA);
  offer(leftOf(anchor), rightOf(anchor), FROM.RELATIVE | FROM.AROUND);
  // "the vote, which the union called a farce": the thing belongs to what is said of it.
  let bare = left;
  while (bare < up && isLink(bare)) bare += 1;
  offer(bare, min(end, rightOf(anchor)), FROM.RELATIVE | FROM.RUN);
  offer(bare, end, FROM.RELATIVE | FROM.TO_END);
}

/** Clauses beside the cue's. */
function siblings(anchor: i32, up: i32): void {
  for (let k = firstKid(up); k < firstKid(up + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    const clause = relation === R.CCOMP || relation === R.XCOMP || relation === R.ACL;
    if (kid !== anchor && (clause || relation === R.OBJ || relation === R.CSUBJ))
      offer(leftOf(kid), rightOf(kid), FROM.SIBLING);
  }
}
