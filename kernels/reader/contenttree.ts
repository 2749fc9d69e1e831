/** The features of a content candidate by the dependency tree and the quotation marks. */
import {
  corpus,
  firstKid,
  headOf,
  isIn,
  isMark,
  kidAt,
  leftOf,
  probabilityOf,
  quotationCount,
  quotationFrom,
  quotationOf,
  quotationTo,
  relationOf,
  rightOf,
  sentenceOf,
  stemOf,
  tagOf,
  wordCount,
} from './article';
import { pieceAt, sourceFrom, sourceTo } from './candidates';
import { add, both, bucket } from './features';
import * as F from './made/contents';
import * as R from './made/relations';
import { CONTENT_RELATION } from './made/sets';
import { markOf } from './tree';

/** Keeps these features apart from those of the other models, as in `contentfeatures.ts`. */
const BASE: i32 = 512;

/** Whether a word stands in one of the `count` pieces from the place `at` on. */
function inside(at: i32, count: i32, word: i32): bool {
  for (let i = 0; i < count; i++) {
    if (word >= pieceAt(at + i * 2) && word < pieceAt(at + i * 2 + 1)) return true;
  }
  return false;
}

/** Adds what the tree says of a candidate: on what its words hang, which parts of the cue's clause it takes and leaves. */
export function treeFeatures(anchor: i32, at: i32, count: i32): void {
  const pos = tagOf(anchor);
  const root = stemOf(anchor);
  const up = headOf(anchor);
  topFeatures(anchor, at, count);
  clauseParts(anchor, at, count);
  if (up >= 0) {
    const state =
      (inside(at, count, up) ? 1 : 0) +
      (inside(at, count, leftOf(up)) ? 2 : 0) +
      (inside(at, count, rightOf(up) - 1) ? 4 : 0);
    both(BASE + F.PARENT, relationOf(anchor), state, pos);
    add(BASE + F.PARENT, state, root, 64);
  }
  leftBehind(at, count);
}

/** The words of the candidate that hang on none of its words. */
function topFeatures(anchor: i32, at: i32, count: i32): void {
  const pos = tagOf(anchor);
  const root = stemOf(anchor);
  const up = headOf(anchor);
  let broken = 0;
  let strong = 0;
  let first = true;
  for (let i = 0; i < count; i++) {
    const to = pieceAt(at + i * 2 + 1);
    for (let w = pieceAt(at + i * 2); w < to; w++) {
      if (probabilityOf(w) > 0.5) strong += 1;
      const head = headOf(w);
      if (head >= 0 && inside(at, count, head)) continue;
      const relation = relationOf(w);
      if (relation === R.PUNCT) continue;
      const link = head === anchor ? 1 : head < 0 ? 2 : up === w ? 3 : up === head ? 4 : 5;
      if (link === 5) broken += 1;
      if (!first && link === 5) continue;
      both(BASE + F.TOP, relation, link, pos);
      add(BASE + F.TOP_AND_STEM, relation, link, root);
      both(BASE + F.TOP_AND_MARK, relation, markOf(w), link);
      if (link === 5) both(BASE + F.BROKEN, relation, 0, 1);
      first = false;
    }
  }
  both(BASE + F.BROKEN, bucket(broken));
  both(BASE + F.OTHER_CUES, min(strong, 3));
}

/** Which of the cue's dependents lie in the candidate, whole or in part. */
function clauseParts(anchor: i32, at: i32, count: i32): void {
  const root = stemOf(anchor);
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    if (kid >= sourceFrom && kid < sourceTo) continue;
    if (!isIn(CONTENT_RELATION, relation) && relation !== R.ADVMOD && relation !== R.OBL_UNMARKED) continue;
    const left = inside(at, count, leftOf(kid)) ? 1 : 0;
    const right = inside(at, count, rightOf(kid) - 1) ? 1 : 0;
    const middle = inside(at, count, kid) ? 1 : 0;
    const state = left * 4 + middle * 2 + right;
    add(BASE + F.CORPUS_AND_PARTS, relation, state, corpus);
    both(BASE + F.COVERED, relation, state, kid > anchor ? 1 : 0);
    add(BASE + F.COVERED_AND_STEM, relation, state, root);
    if (relation === R.OBL || relation === R.NMOD || relation === R.ADVCL)
      both(BASE + F.COVERED, markOf(kid), state, relation + 64);
  }
}

/** Words just outside the edges that hang on words inside. */
function leftBehind(at: i32, count: i32): void {
  const to = pieceAt(at + count * 2 - 1);
  let hanging = 0;
  for (let w = to; w < wordCount && w < to + 4 && sentenceOf(w) === sentenceOf(to - 1); w++) {
    if (!hangsInside(at, count, w)) continue;
    both(BASE + F.LEFT_BEHIND, relationOf(w), w - to);
    hanging += 1;
  }
  const from = pieceAt(at);
  for (let w = from - 1; w >= 0 && w >= from - 3 && sentenceOf(w) === sentenceOf(from); w--) {
    if (!hangsInside(at, count, w)) continue;
    both(BASE + F.LEFT_BEHIND, relationOf(w), from - w, 1);
    hanging += 1;
  }
  both(BASE + F.LEFT_BEHIND, min(hanging, 3), 0, 2);
}

function hangsInside(at: i32, count: i32, word: i32): bool {
  const head = headOf(word);
  return head >= 0 && relationOf(word) !== R.PUNCT && inside(at, count, head);
}

/**
 * Adds what the quotation marks say of a candidate.
 *
 * @param begin first word of the cue's sentence; `end` is past its last
 * @returns a code of how many quotations it holds whole, cuts and leaves, and whether words of it stand outside them
 */
export function quotationFeatures(at: i32, count: i32, begin: i32, end: i32, root: i32): i32 {
  const none = quotationCount === 0;
  let whole = 0;
  let torn = 0;
  let outside = 0;
  for (let i = 0; i < count; i++) {
    const from = pieceAt(at + i * 2);
    const to = pieceAt(at + i * 2 + 1);
    let last = -1;
    for (let w = from; w < to; w++) {
      const index = quotationOf(w);
      if (index < 0) {
        if (!isMark(w)) outside = 1;
        if (outside === 1 && none) break;
        continue;
      }
      if (index === last) continue;
      last = index;
      if (quotationFrom(index) >= from && quotationTo(index) <= to) whole += 1;
      else torn += 1;
    }
  }
  const missed = none ? 0 : missedQuotations(at, count, begin, end);
  const summary = min(whole, 3) + min(torn, 2) * 4 + outside * 12 + min(missed, 2) * 24;
  both(BASE + F.QUOTATIONS, summary);
  add(BASE + F.QUOTATIONS_AND_STEM, summary, root);
  both(BASE + F.QUOTATION_EDGES, min(torn, 2), min(missed, 2), outside);
  return summary;
}

function missedQuotations(at: i32, count: i32, begin: i32, end: i32): i32 {
  let missed = 0;
  let last = -1;
  for (let w = begin; w < end; w++) {
    const index = quotationOf(w);
    if (index < 0 || index === last) continue;
    last = index;
    if (!inside(at, count, w)) missed += 1;
  }
  return missed;
}
