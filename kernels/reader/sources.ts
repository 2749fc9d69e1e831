/**
 * Who could be the source of a cue: the noun phrases of its sentence, each in several cuts, from the tree and from the
 * tags alone. The second model ranks them; "nobody" is candidate 0.
 */
import {
  firstKid,
  firstOf,
  formOf,
  headOf,
  isIn,
  isMark,
  kidAt,
  leftOf,
  nameOf,
  openOf,
  quotationOf,
  readingOf,
  readSourceFrom,
  readSourceTo,
  relationOf,
  rightOf,
  sentenceOf,
  tagOf,
  wordCount,
} from './article';
import * as CUT from './made/cuts';
import * as R from './made/relations';
import { IN_CHUNK, NOMINAL } from './made/sets';
import * as T from './made/tags';
import * as W from './made/words';
import {
  MAX_SOURCES,
  putRoom,
  roomAt,
  SOURCE_CUTS,
  SOURCE_FROM,
  SOURCE_HEAD,
  SOURCE_TO,
  scopeAt,
  scopeLength,
} from './memory';
import { kidOf } from './tree';

/** Words on each side of the anchor in which sources are sought. */
const MAX_WORDS_TO_ANCHOR: i32 = 60;

/** The candidates for one anchor. */
export let sourceCount: i32 = 0;

function write(index: i32, from: i32, to: i32, head: i32, cuts: i32): void {
  putRoom(SOURCE_FROM, index, from);
  putRoom(SOURCE_TO, index, to);
  putRoom(SOURCE_HEAD, index, head);
  putRoom(SOURCE_CUTS, index, cuts);
}

/** Keeps a stretch with the word that heads it; one that is kept already gets one more cut. */
function offer(from: i32, to: i32, head: i32, cut: i32): void {
  if (from >= to) return;
  for (let at = 1; at < sourceCount; at++) {
    if (roomAt(SOURCE_FROM, at) === from && roomAt(SOURCE_TO, at) === to) {
      putRoom(SOURCE_CUTS, at, roomAt(SOURCE_CUTS, at) | cut);
      return;
    }
  }
  if (sourceCount === MAX_SOURCES) return;
  write(sourceCount, from, to, head, cut);
  sourceCount += 1;
}

/** Finds the candidates for the cue at `anchor`, which lie in the scope where there is one. */
export function findSources(anchor: i32): void {
  write(0, 0, 0, -1, 0);
  sourceCount = 1;
  const sentence = sentenceOf(anchor);
  let begin = max(openOf(sentence), anchor - MAX_WORDS_TO_ANCHOR);
  let end = min(firstOf(sentence + 1), anchor + MAX_WORDS_TO_ANCHOR);
  if (scopeLength > 0) {
    begin = max(begin, scopeAt(0));
    end = min(end, scopeAt(scopeLength - 1));
  } else {
    begin = max(begin, 0);
    end = min(end, wordCount);
  }
  for (let w = begin; w < end; w++) {
    if (w === anchor) continue;
    const tag = tagOf(w);
    if (tag === T.PRP_POSSESSIVE) offer(w, w + 1, w, CUT.POSSESSOR);
    if (!isIn(NOMINAL, tag)) continue;
    const relation = relationOf(w);
    if (relation === R.DET || relation === R.COMPOUND || relation === R.FLAT || relation === R.MARK) continue;
    if (relation !== R.NUMMOD) phrase(w, anchor, begin, end);
  }
  chunks(anchor, begin, end);
  constructed(anchor);
  if (formOf(anchor) === W.ACCORDING && formOf(anchor + 1) === W.TO) onlyAfter(anchor + 2, end);
  if (scopeLength > 0) onlyWithin();
}

/** The source that a construct reads, and its head: the first noun that hangs on none of its words. */
function constructed(anchor: i32): void {
  const reading = readingOf(anchor);
  if (reading < 0) return;
  const from = readSourceFrom(reading);
  const to = readSourceTo(reading);
  if (to <= from) return;
  let head = from;
  for (let w = from; w < to; w++) {
    const up = headOf(w);
    if (isIn(NOMINAL, tagOf(w)) && (up < from || up >= to)) {
      head = w;
      break;
    }
  }
  offer(from, to, head, CUT.CONSTRUCT);
}

/** Moves a candidate to a place before its own. */
function move(at: i32, to: i32): void {
  write(to, roomAt(SOURCE_FROM, at), roomAt(SOURCE_TO, at), roomAt(SOURCE_HEAD, at), roomAt(SOURCE_CUTS, at));
}

/** Keeps the candidates that lie whole in one piece of the scope. */
function onlyWithin(): void {
  let kept = 1;
  for (let at = 1; at < sourceCount; at++) {
    let inside = false;
    for (let i = 0; i < scopeLength; i += 2) {
      if (roomAt(SOURCE_FROM, at) >= scopeAt(i) && roomAt(SOURCE_TO, at) <= scopeAt(i + 1)) inside = true;
    }
    if (!inside) continue;
    move(at, kept);
    kept += 1;
  }
  sourceCount = kept;
}

/** The source of "according to" is the phrase that follows it, up to a comma where no other candidate begins there. */
function onlyAfter(from: i32, end: i32): void {
  let kept = 1;
  for (let at = 1; at < sourceCount; at++) {
    if (roomAt(SOURCE_FROM, at) !== from) continue;
    move(at, kept);
    kept += 1;
  }
  sourceCount = kept;
  if (kept > 1) return;
  let to = from;
  while (to < end && !isMark(to)) to += 1;
  offer(from, to, max(from, to - 1), CUT.TO_COMMA);
}

/** The cuts of the phrase that `head` governs. */
function phrase(head: i32, anchor: i32, begin: i32, end: i32): void {
  let from = max(leftOf(head), begin);
  let to = min(rightOf(head), end);
  if (anchor > head && anchor < to) to = anchor;
  if (anchor < head && anchor >= from) from = anchor + 1;
  // "The town is a port and the mayor said": what is said of the subject begins after its "is".
  const copula = kidOf(head, R.COP);
  if (copula >= from && copula < head) from = copula + 1;
  from = afterCase(from, head);
  // "the vote, which the union called": a tree that takes "which" for the determiner of who speaks is mended here.
  if (from < head && isRelative(from)) from += 1;
  while (to > head + 1 && trailing(from, to)) to -= 1;
  offer(from, to, head, CUT.WHOLE);
  let bareTo = head + 1;
  let clause = to;
  for (let k = firstKid(head); k < firstKid(head + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    if (relation === R.FLAT || relation === R.FIXED || relation === R.COMPOUND) bareTo = max(bareTo, rightOf(kid));
    const loose = relation === R.ACL_RELCL || relation === R.ACL || relation === R.APPOS || relation === R.DEP;
    if (kid > head && (loose || relation === R.PARATAXIS || relation === R.CONJ)) clause = min(clause, leftOf(kid));
  }
  bareTo = min(bareTo, to);
  offer(from, trimEnd(from, head, max(clause, bareTo)), head, CUT.WITHOUT_CLAUSE);
  let comma = bareTo;
  while (comma < to && formOf(comma) !== W.COMMA) comma += 1;
  offer(from, comma, head, CUT.TO_COMMA);
  let bareFrom = head;
  while (bareFrom > from && inChunk(bareFrom - 1)) bareFrom -= 1;
  offer(bareFrom, bareTo, head, CUT.BARE);
  bracketed(bareFrom, bareTo, head, anchor, end);
  if (bareTo < wordCount && tagOf(bareTo) === T.POS) offer(bareFrom, bareTo, head, CUT.POSSESSOR);
  else if (bareTo > head + 1 && tagOf(bareTo - 1) === T.POS) offer(bareFrom, bareTo - 1, head, CUT.POSSESSOR);
}

/** The bare phrase with what follows in brackets. */
function bracketed(from: i32, to: i32, head: i32, anchor: i32, end: i32): void {
  if (to >= end || tagOf(to) !== T.OPENING_BRACKET || to === anchor) return;
  let closing = to + 1;
  while (closing < end && closing < to + 10 && tagOf(closing) !== T.CLOSING_BRACKET) closing += 1;
  if (closing < end && tagOf(closing) === T.CLOSING_BRACKET && (anchor < to || anchor > closing))
    offer(from, closing + 1, head, CUT.BARE | CUT.APPOSITION);
}

/** Past a preposition, a mark or a comma at the start of the phrase. */
function afterCase(from: i32, head: i32): i32 {
  let at = from;
  while (at < head) {
    const relation = relationOf(at);
    const link = tagOf(at) === T.TO || tagOf(at) === T.IN;
    const outer = link || relation === R.MARK || relation === R.CC || relation === R.PUNCT || relation === R.CASE;
    if (!outer || (quotationOf(at) >= 0 && relation === R.PUNCT)) break;
    at += 1;
  }
  return at;
}

function trimEnd(from: i32, head: i32, to: i32): i32 {
  let end = to;
  while (end > head + 1 && (trailing(from, end) || relationOf(end - 1) === R.CC)) end -= 1;
  return end;
}

/** Punctuation at the end that does not belong to the phrase: not the bracket that closes one inside. */
function trailing(from: i32, to: i32): bool {
  if (!isMark(to - 1) || quotationOf(to - 1) >= 0) return false;
  if (tagOf(to - 1) !== T.CLOSING_BRACKET) return true;
  for (let w = to - 2; w >= from; w--) if (tagOf(w) === T.OPENING_BRACKET) return false;
  return true;
}

/** Whether a word joins two noun chunks. */
function joins(form: i32): bool {
  return (
    form === W.OF ||
    form === W.FOR ||
    form === W.FROM ||
    form === W.IN ||
    form === W.AT ||
    form === W.WITH ||
    form === W.TO ||
    form === W.ON ||
    form === W.AND ||
    form === W.AMPERSAND
  );
}

/** Noun chunks by tags: alone, joined by prepositions, and with what stands between commas up to the cue. */
function chunks(anchor: i32, begin: i32, end: i32): void {
  let joined = -1;
  let last = -1;
  let start = begin;
  while (start < end) {
    if (start === anchor || !inChunk(start) || tagOf(start) === T.POS) {
      start += 1;
      continue;
    }
    let to = start + 1;
    if (!isRelative(start)) {
      while (to < end && to !== anchor && (inChunk(to) || slashed(to)) && !isRelative(to)) to += 1;
    }
    let head = to - 1;
    while (head > start && !isIn(NOMINAL, tagOf(head))) head -= 1;
    if (tagOf(to - 1) === T.POS) offer(start, to - 1, max(start, to - 2), CUT.CHUNK);
    offer(start, head + 1, head, CUT.CHUNK);
    const linked = joined >= 0 && start - last === 1 && joins(formOf(last));
    if (!linked) joined = start;
    else offer(joined, head + 1, headOfChunk(joined), CUT.CHUNKS);
    last = to;
    start = to;
    if (to <= anchor) continue;
    if (to - anchor > 25) break;
  }
  apposition(anchor, begin);
}

/** A word that can stand in a noun phrase, by its tag or as a part of a name that the tagger took for a verb. */
function inChunk(word: i32): bool {
  return isIn(IN_CHUNK, tagOf(word)) || nameOf(word) !== 0;
}

/** "who", "which": a phrase of its own before the one who speaks. */
function isRelative(word: i32): bool {
  return tagOf(word) === T.WP || tagOf(word) === T.WDT;
}

/** The stroke of "a New York Times/CBS News poll". */
function slashed(word: i32): bool {
  return formOf(word) === W.SLASH && word + 1 < wordCount && inChunk(word + 1);
}

/** "X, the head of Y, said": from the noun chunk before a comma up to the comma before the cue. */
function apposition(anchor: i32, begin: i32): void {
  let to = anchor;
  while (to > begin && tagOf(to - 1) >= T.RB && tagOf(to - 1) <= T.RBS) to -= 1;
  if (to <= begin || formOf(to - 1) !== W.COMMA) return;
  for (let comma = to - 2, seen = 0; comma > begin && seen < 3 && to - comma < 40; comma--) {
    if (quotationOf(comma) >= 0 && quotationOf(anchor) < 0) return;
    if (formOf(comma) !== W.COMMA || !isIn(NOMINAL, tagOf(comma - 1))) continue;
    let from = comma - 1;
    while (from > begin && inChunk(from - 1)) from -= 1;
    offer(from, to - 1, comma - 1, CUT.APPOSITION);
    offer(from, to, comma - 1, CUT.APPOSITION);
    seen += 1;
  }
}

function headOfChunk(from: i32): i32 {
  let head = from;
  while (head + 1 < wordCount && inChunk(head + 1)) head += 1;
  return head;
}
