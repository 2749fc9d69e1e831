/** The features of a content candidate. */
import {
  constructOf,
  corpus,
  firstKid,
  firstOf,
  formOf,
  isIn,
  isMark,
  kidAt,
  openOf,
  probabilityOf,
  quotationFrom,
  quotationOf,
  quotationTo,
  readingOf,
  readPiece,
  readStart,
  relationOf,
  sentenceOf,
  sizeBefore,
  stemOf,
  tagOf,
  wordCount,
} from './article';
import { blockFrom, blockTo, pieceAt, sourceFrom, sourceTo } from './candidates';
import { quotationFeatures, treeFeatures } from './contenttree';
import { add, both, bucket, step } from './features';
import * as F from './made/contents';
import * as R from './made/relations';
import { FINITE } from './made/sets';
import * as T from './made/tags';
import { MAX_PIECES, ORIGINS, PIECE_COUNTS, roomAt } from './memory';
import { complements } from './tree';

/** Keeps these features apart from those of the other models. */
const BASE: i32 = 512;
/** Words of a piece in which finite verbs are counted. */
const MAX_COUNTED_WORDS: i32 = 60;

/** What all contents of one cue have in common. */
let anchor: i32 = 0;
let bits: i32 = 0;
let root: i32 = 0;
let pos: i32 = 0;
let begin: i32 = 0;
let end: i32 = 0;

/** @param word that carries the cue */
export function openFeatures(word: i32): void {
  anchor = word;
  bits = complements(word);
  root = stemOf(word);
  pos = tagOf(word);
  begin = openOf(sentenceOf(word));
  end = firstOf(sentenceOf(word) + 1);
}

/** 0 nobody is named, 1 the source stands before the cue, 2 after it. */
export function sourceSide(word: i32): i32 {
  if (sourceTo === sourceFrom) return 0;
  return sourceFrom < word ? 1 : 2;
}

/** Adds the features of candidate `index`. */
export function contentFeatures(index: i32): void {
  const at = index * MAX_PIECES * 2;
  const count = roomAt(PIECE_COUNTS, index);
  const from = pieceAt(at);
  const to = pieceAt(at + count * 2 - 1);
  const origins = roomAt(ORIGINS, index);
  originFeatures(origins);
  const stop = endPlace(to);
  const side = to <= blockFrom ? 1 : from >= blockTo ? 2 : 3;
  const places = placeFeatures(startPlace(from), stop, side, origins);
  edgeFeatures(from, to);
  treeFeatures(anchor, at, count);
  const quotation = quotationFeatures(at, count, begin, end, root);
  add(BASE + F.PLACES_AND_QUOTATIONS, places, quotation);
  extentFeatures(at, count, from, to, side, stop);
  constructFeatures(at, count);
  clauseFeatures(at, count, side, places);
  restFeatures(from, to, places);
  both(BASE + F.REACHES, to > end ? 1 : 0, from < begin ? 1 : 0, pos);
}

function originFeatures(origins: i32): void {
  const relation = relationOf(anchor);
  add(BASE + F.ORIGIN, origins, pos);
  for (let left = origins; left !== 0; left &= left - 1) {
    const bit = left & -left;
    both(BASE + F.ORIGIN, bit, 0, 1);
    add(BASE + F.ORIGIN_AND_STEM, bit, root);
    add(BASE + F.ORIGIN_AND_COMPLEMENTS, bit, bits);
    add(BASE + F.ORIGIN_AND_RELATION, bit, relation, pos);
  }
}

/** @returns a code of where the content begins and ends, and on which side of the cue it stands */
function placeFeatures(start: i32, stop: i32, side: i32, origins: i32): i32 {
  const places = (start * 8 + stop) * 4 + side;
  both(BASE + F.PLACE_OF_START, start, side, pos);
  both(BASE + F.PLACE_OF_END, stop, side, pos);
  add(BASE + F.PLACES, places);
  add(BASE + F.CORPUS, corpus, places);
  add(BASE + F.CORPUS, corpus, origins, 1);
  add(BASE + F.PLACES_AND_STEM, places, root);
  add(BASE + F.PLACES_AND_COMPLEMENTS, places, bits);
  add(BASE + F.ORIGIN_AND_PLACES, origins, places);
  add(BASE + F.TAG_AND_PLACES, pos, places, relationOf(anchor));
  return places;
}

/** How long the content is, on which side of cue and source, and how far from them. */
function extentFeatures(at: i32, count: i32, from: i32, to: i32, side: i32, stop: i32): void {
  let words = 0;
  for (let i = 0; i < count; i++) words += pieceAt(at + i * 2 + 1) - pieceAt(at + i * 2);
  both(BASE + F.LENGTH, bucket(words), side);
  add(BASE + F.LENGTH_AND_STEM, bucket(words), root);
  both(BASE + F.PIECES, count, side, pos);
  both(BASE + F.SIDE, side, relationOf(anchor), pos);
  add(BASE + F.SIDE_AND_STEM, side, root);
  add(BASE + F.SIDE_AND_COMPLEMENTS, side, bits, pos);
  const speaker = sourceSide(anchor);
  both(BASE + F.SOURCE_SIDE, speaker, side, stop);
  add(BASE + F.SOURCE_SIDE, speaker, side, root);
  const gap = side === 2 ? from - blockTo : side === 1 ? blockFrom - to : 0;
  both(BASE + F.GAP, bucket(gap), side, pos);
  if (side === 2 && gap === 1) add(BASE + F.GAP_WORDS, formOf(from - 1), root, side);
  if (side === 2 && gap === 2) both(BASE + F.GAP_WORDS, formOf(from - 1), formOf(from - 2), side);
  if (side === 1 && gap > 0) both(BASE + F.GAP_WORDS, formOf(to), bucket(gap), side);
}

/** 1 sentence start, 2 right after the block, 3 opening mark, 4 after a comma, 5 inside a quotation, 6 a mark, 0 else. */
function startPlace(from: i32): i32 {
  const quotation = quotationOf(from);
  if (quotation >= 0) return quotationFrom(quotation) === from ? 3 : from === begin ? 7 : 5;
  if (from === begin) return 1;
  if (from === blockTo) return 2;
  if (relationOf(from) === R.MARK || relationOf(from) === R.CASE) return 6;
  return isMark(from - 1) ? 4 : 0;
}

/** 1 sentence end, 2 right before the block, 3 closing mark, 4 before a comma, 5 inside a quotation, 0 else. */
function endPlace(to: i32): i32 {
  const quotation = quotationOf(to - 1);
  if (quotation >= 0) return quotationTo(quotation) === to ? 3 : to === end ? 6 : 5;
  if (to === end || (to === end - 1 && isMark(to))) return 1;
  if (to === blockFrom || to + 1 === blockFrom) return 2;
  return to < wordCount && isMark(to) ? 4 : 0;
}

/** Adds how far the content agrees with the one that a construct reads: common letters over all letters (Jaccard). */
function constructFeatures(at: i32, count: i32): void {
  const reading = readingOf(anchor);
  if (reading < 0) return;
  const readFrom = readStart(reading);
  const readTo = readStart(reading + 1);
  let common = 0;
  let all = 0;
  for (let j = readFrom; j < readTo; j += 2) all += sizeBefore(readPiece(j + 1)) - sizeBefore(readPiece(j));
  for (let i = at; i < at + count * 2; i += 2) {
    all += sizeBefore(pieceAt(i + 1)) - sizeBefore(pieceAt(i));
    for (let j = readFrom; j < readTo; j += 2) {
      const low = max(pieceAt(i), readPiece(j));
      const high = min(pieceAt(i + 1), readPiece(j + 1));
      if (low < high) common += sizeBefore(high) - sizeBefore(low);
    }
  }
  const share = (common as f64) / ((all - common) as f64);
  const same = share > 0.97 ? 3 : share >= 0.5 ? 2 : share > 0 ? 1 : 0;
  both(BASE + F.CONSTRUCT, constructOf(anchor), same);
}

/** How many finite verbs the content has, and whether a verb in it goes on with the cue's own clause ("said … and called for"). */
function clauseFeatures(at: i32, count: i32, side: i32, places: i32): void {
  let finite = 0;
  let further = 0;
  for (let i = 0; i < count; i++) {
    const from = pieceAt(at + i * 2);
    const to = pieceAt(at + i * 2 + 1);
    for (let w = from; w < to && w < from + MAX_COUNTED_WORDS; w++) {
      if (isIn(FINITE, tagOf(w))) finite += 1;
      if (tagOf(w) !== T.CC || quotationOf(w) >= 0) continue;
      const verb = w + 1 < to && tagOf(w + 1) === T.RB ? w + 2 : w + 1;
      if (verb < to && probabilityOf(verb) > 0.2) further = max(further, tagOf(verb) === pos ? 2 : 1);
    }
  }
  const some = min(finite, 3);
  both(BASE + F.FINITE_VERBS, some, side, pos);
  add(BASE + F.FINITE_VERBS_AND_STEM, some, root, side);
  add(BASE + F.FINITE_VERBS_AND_COMPLEMENTS, some, bits);
  add(BASE + F.FINITE_VERBS_AND_PLACES, some, places);
  both(BASE + F.FURTHER_STATEMENT, further, side, pos);
  add(BASE + F.FURTHER_STATEMENT, further, root, 64);
  const first = pieceAt(at);
  add(BASE + F.FIRST_TAG, tagOf(first), root);
  add(BASE + F.FIRST_TAG, tagOf(first), bits, 1);
  both(BASE + F.LAST_WORD, formOf(pieceAt(at + count * 2 - 1) - 1), side);
}

/** Adds the features of what the content holds but could leave out, and of what it leaves out but could hold. */
function restFeatures(from: i32, to: i32, places: i32): void {
  const opening = firstOf(sentenceOf(anchor));
  let strongest: f64 = 0;
  let joints = 0;
  let last = 0;
  for (let w = max(from, opening); w < to && w < end; w++) {
    strongest = max(strongest, probabilityOf(w));
    if (tagOf(w) !== T.COMMA && tagOf(w) !== T.COLON) continue;
    const next = w + 1 < to ? w + 1 : w;
    const quoted = quotationOf(w) >= 0 && quotationOf(w) === quotationOf(from);
    if (!quoted) last = tagOf(next) * 2 + (probabilityOf(next) > 0.3 ? 1 : 0) + 1;
    joints += 1;
  }
  let after: f64 = 0;
  let finite = 0;
  for (let w = to; w < end; w++) {
    if (w < to + 6) after = max(after, probabilityOf(w));
    if (isIn(FINITE, tagOf(w))) finite = 1;
  }
  if (to > end || from < opening) {
    const own = max(ownCue(to - 1), ownCue(from));
    both(BASE + F.OWN_CUE, step(own), to > end ? 1 : 0, quotationOf(to - 1) >= 0 ? 1 : 0);
    both(BASE + F.OWN_CUE, formOf(to - 1), 0, 2);
  }
  both(BASE + F.STRONGEST_INSIDE, step(strongest), pos);
  both(BASE + F.CUE_AFTER, step(after), places);
  const further = ownStatement(from, to);
  both(BASE + F.OWN_STATEMENT, further, places);
  add(BASE + F.OWN_STATEMENT, further, root, 1);
  endFeatures(to, bucket(max(0, end - to)), finite, joints, last, places);
}

/** What of the sentence is left after the content. */
function endFeatures(to: i32, rest: i32, finite: i32, joints: i32, last: i32, places: i32): void {
  const some = min(joints, 4);
  both(BASE + F.REST, rest, finite);
  add(BASE + F.CORPUS_AND_END, corpus, rest, finite + 2 * some);
  add(BASE + F.CORPUS_AND_END, corpus, last, 16);
  add(BASE + F.CORPUS_AND_END, corpus, places, 17);
  if (to < end) add(BASE + F.CORPUS_AND_END, corpus, formOf(to), 18);
  if (to + 1 < end) add(BASE + F.CORPUS_AND_END, corpus, formOf(to + 1), 19);
  if (to + 1 < end) add(BASE + F.CORPUS_AND_END, corpus, tagOf(to) * 64 + tagOf(to + 1), 20);
  add(BASE + F.REST_AND_PLACES, rest, finite, places);
  both(BASE + F.JOINTS, some, places);
  both(BASE + F.LAST_JOINT, last, places);
  both(BASE + F.LAST_JOINT, last, root, 1);
  if (to + 1 < end) both(BASE + F.WORDS_AT_END, formOf(to), formOf(to + 1));
}

/** Whether a further statement of the cue's own clause ("and denied", ", adding") lies inside: 1 a cue in between, 2 a likely one. */
function ownStatement(from: i32, to: i32): i32 {
  let found = 0;
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    const own = relation === R.CONJ || (relation === R.ADVCL && tagOf(kid) === T.VBG);
    if (own && kid > from && kid < to && probabilityOf(kid) > 0.1) found = max(found, probabilityOf(kid) > 0.4 ? 2 : 1);
  }
  return found;
}

/** The strongest cue outside quotations in the sentence of `word`, where that is not the anchor's own. */
function ownCue(word: i32): f64 {
  const sentence = sentenceOf(word);
  if (sentence === sentenceOf(anchor)) return 0;
  let strongest: f64 = 0;
  for (let w = firstOf(sentence); w < firstOf(sentence + 1); w++) {
    if (quotationOf(w) < 0) strongest = max(strongest, probabilityOf(w));
  }
  return strongest;
}

function edgeFeatures(from: i32, to: i32): void {
  const after = to < end ? formOf(to) : 0;
  const tagBefore = from > begin ? tagOf(from - 1) + 1 : 0;
  const tagAfter = to < end ? tagOf(to) + 1 : 0;
  both(BASE + F.FIRST_WORD, formOf(from));
  add(BASE + F.FIRST_WORD_AND_STEM, formOf(from), root);
  both(BASE + F.WORD_BEFORE, from > begin ? formOf(from - 1) : 0);
  both(BASE + F.WORD_AFTER, after);
  add(BASE + F.WORD_AFTER, after, root, 1);
  both(BASE + F.LAST_TAG, tagOf(to - 1), tagAfter);
  both(BASE + F.TAGS_AT_START, tagBefore, tagOf(from));
  add(BASE + F.TAGS_AT_START, tagBefore, tagOf(from), root);
  both(BASE + F.TAGS_AT_END, tagAfter, to + 1 < end ? tagOf(to + 1) + 1 : 0, tagOf(to - 1));
}
