/** The features of a source candidate. */
import {
  constructOf,
  corpus,
  firstKid,
  firstOf,
  formOf,
  headOf,
  isIn,
  isMark,
  kidAt,
  leftOf,
  nameOf,
  quotationOf,
  readingOf,
  readSourceFrom,
  readSourceTo,
  relationOf,
  sentenceOf,
  sizeBefore,
  stemOf,
  tagOf,
} from './article';
import { add, bucket } from './features';
import * as R from './made/relations';
import { NOMINAL, VERB } from './made/sets';
import * as F from './made/sources';
import * as T from './made/tags';
import { roomAt, SOURCE_CUTS, SOURCE_FROM, SOURCE_HEAD, SOURCE_TO } from './memory';
import { complements, subjectOf } from './tree';

/** Keeps these features apart from those of the other models. */
const BASE: i32 = 256;

/** What all sources of one cue have in common: its complements, its subject and the path to it. */
let anchor: i32 = 0;
let bits: i32 = 0;
let subject: i32 = 0;
let subjectPath: i32 = 0;

/** @param word that carries the cue */
export function openSources(word: i32): void {
  const packed = subjectOf(word);
  anchor = word;
  bits = complements(word);
  subject = packed < 0 ? -1 : packed >> 3;
  subjectPath = packed < 0 ? 0 : packed & 7;
}

/** Adds the features of candidate 0: nobody is named. */
export function nobodyFeatures(): void {
  const root = stemOf(anchor);
  const pos = tagOf(anchor);
  add(BASE + F.NOBODY, pos, subjectPath);
  add(BASE + F.CORPUS, corpus, pos, 1);
  add(BASE + F.NOBODY_AND_STEM, root, subjectPath);
  add(BASE + F.NOBODY_AND_STEM, root, 99);
  add(BASE + F.NOBODY_AND_COMPLEMENTS, bits, pos);
  add(BASE + F.NOBODY_AND_COMPLEMENTS, relationOf(anchor), pos, subjectPath + 16);
  add(BASE + F.NOBODY_AND_STEM, formOf(anchor - 1), pos, 98);
  const reading = readingOf(anchor);
  if (reading < 0) return;
  add(BASE + F.CONSTRUCT, constructOf(anchor), readSourceTo(reading) === readSourceFrom(reading) ? 1 : 2);
}

/**
 * Adds the features that all candidates with the head word `head` share, so that they are scored once.
 *
 * @param path as `pathHash` gives it
 */
export function headFeatures(head: i32, path: i32): void {
  const root = stemOf(anchor);
  const pos = tagOf(anchor);
  const before = head < anchor ? 1 : 0;
  const isSubject = head === subject ? subjectPath : 0;
  const tag = tagOf(head);
  const name = nameOf(head);
  add(BASE + F.SUBJECT, isSubject, pos);
  add(BASE + F.PATH, path);
  add(BASE + F.PATH_AND_STEM, path, root);
  add(BASE + F.ANCHOR_TAG_AND_PATH, path, pos);
  add(BASE + F.TAG_AND_PATH, path, tag * 8 + name);
  add(BASE + F.SIDE_AND_STEM, before, root, isSubject === 0 ? 0 : 1);
  add(BASE + F.COMPLEMENTS_AND_SIDE, before, bits);
  add(BASE + F.HEAD_WORD, stemOf(head));
  add(BASE + F.HEAD_TAG, tag, pos);
  add(BASE + F.HEAD_NAME, name, tag);
  add(BASE + F.HEAD_AND_SIDE, tag, before, name);
  add(BASE + F.NAME_AND_SIDE, name, before, pos);
  const quoted = (quotationOf(head) >= 0 ? 1 : 0) + (quotationOf(anchor) >= 0 ? 2 : 0);
  add(BASE + F.QUOTATION, quoted, quotationOf(head) === quotationOf(anchor) ? 1 : 0);
}

/** Adds the features of the extent of a candidate: how much of the phrase of its head word it takes. */
export function cutFeatures(index: i32, path: i32): void {
  const root = stemOf(anchor);
  const pos = tagOf(anchor);
  const from = roomAt(SOURCE_FROM, index);
  const to = roomAt(SOURCE_TO, index);
  const head = roomAt(SOURCE_HEAD, index);
  const cuts = roomAt(SOURCE_CUTS, index);
  const before = head < anchor ? 1 : 0;
  add(BASE + F.SUBJECT_AND_CUT, head === subject ? subjectPath : 0, cuts);
  add(BASE + F.PATH_AND_CUT, path, cuts);
  between(from, to, before, cuts);
  edges(from, to, head, cuts);
  leftOut(from, to, head);
  add(BASE + F.CUT, cuts);
  add(BASE + F.CORPUS, corpus, cuts);
  add(BASE + F.CUT_AND_TAGS, cuts, tagOf(head), tagOf(from));
  const preposition = from > 0 && sentenceOf(from - 1) === sentenceOf(from) ? from - 1 : -1;
  const isPreposition = preposition >= 0 && (tagOf(preposition) === T.IN || tagOf(preposition) === T.TO);
  const word = isPreposition ? formOf(preposition) : 0;
  add(BASE + F.PREPOSITION, word, before, pos);
  add(BASE + F.PREPOSITION_AND_STEM, word, root, before);
  constructFeatures(from, to, cuts);
}

/** Adds how far the candidate agrees with the source that a construct reads. */
function constructFeatures(from: i32, to: i32, cuts: i32): void {
  const reading = readingOf(anchor);
  if (reading < 0) return;
  const readFrom = readSourceFrom(reading);
  const readTo = readSourceTo(reading);
  if (readTo <= readFrom) return;
  const low = max(from, readFrom);
  const high = min(to, readTo);
  const all = sizeBefore(max(to, readTo)) - sizeBefore(min(from, readFrom));
  const share: f64 = low < high ? ((sizeBefore(high) - sizeBefore(low)) as f64) / (all as f64) : 0;
  const same = share === 1 ? 3 : share >= 0.5 ? 2 : share > 0 ? 1 : 0;
  add(BASE + F.CONSTRUCT, constructOf(anchor), same + 3);
  add(BASE + F.CONSTRUCT_AND_CUT, same, cuts);
}

function between(from: i32, to: i32, before: i32, cuts: i32): void {
  const low = before === 1 ? to : anchor + 1;
  const high = before === 1 ? anchor : from;
  const near = high - low <= 4;
  let phrases = 0;
  let verbs = 0;
  let commas = 0;
  let tags = 0;
  for (let w = low; w < high; w++) {
    const tag = tagOf(w);
    if (isIn(NOMINAL, tag)) phrases += 1;
    else if (isIn(VERB, tag)) verbs += 1;
    else if (isMark(w)) commas += 1;
    if (near) tags = tags * 64 + tag + 1;
  }
  const distance = bucket(high - low);
  add(BASE + F.SIDE_AND_DISTANCE, before, distance);
  add(BASE + F.SUBJECT_DISTANCE, before, distance, tagOf(anchor));
  add(BASE + F.PHRASES_BETWEEN, before, bucket(phrases), cuts);
  add(BASE + F.NEAREST, before, bucket(phrases), stemOf(anchor));
  add(BASE + F.VERBS_BETWEEN, before, bucket(verbs), bucket(phrases));
  add(BASE + F.COMMAS_BETWEEN, before, bucket(commas), bucket(verbs));
  if (near) add(BASE + F.TAGS_BETWEEN, before, tags, tagOf(anchor));
  if (high - low === 1) add(BASE + F.WORDS_BETWEEN, before, formOf(low), stemOf(anchor));
  if (high - low === 0) add(BASE + F.WORDS_BETWEEN, before, 7, stemOf(anchor));
}

function edges(from: i32, to: i32, head: i32, cuts: i32): void {
  const sentence = sentenceOf(head);
  const begin = firstOf(sentence);
  const end = firstOf(sentence + 1);
  const wordAfter = to < end ? formOf(to) : 0;
  const tagBefore = from > begin ? tagOf(from - 1) + 1 : 0;
  const tagAfter = to < end ? tagOf(to) + 1 : 0;
  add(BASE + F.FIRST_WORD, formOf(from));
  add(BASE + F.FIRST_TAG, tagOf(from), tagOf(to - 1), cuts);
  add(BASE + F.WORD_BEFORE, from > begin ? formOf(from - 1) : 0);
  add(BASE + F.WORD_AFTER, wordAfter);
  add(BASE + F.WORD_AFTER_AND_CUT, wordAfter, cuts);
  add(BASE + F.EDGE_TAGS, tagBefore, tagAfter);
  add(BASE + F.LENGTH, bucket(to - from));
  add(BASE + F.LENGTH_AND_CUT, bucket(to - from), cuts, tagOf(head));
  let comma = 0;
  for (let w = from; w < to; w++) if (tagOf(w) === T.COMMA) comma += 1;
  add(BASE + F.INNER_COMMA, min(comma, 3), cuts, tagAfter);
  add(BASE + F.CORPUS_AND_PARTS, min(comma, 3), tagAfter, 4 + corpus);
  add(BASE + F.CORPUS_AND_PARTS, formOf(from), cuts, 6 + corpus);
}

/** Adds what of the phrase of the head word the candidate takes and leaves. */
function leftOut(from: i32, to: i32, head: i32): void {
  for (let k = firstKid(head); k < firstKid(head + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    if (kid >= from && kid < to) {
      if (kid > head && relation !== R.PUNCT) {
        add(BASE + F.LEFT_OUT, relation, tagOf(to - 1), 1);
        add(BASE + F.CORPUS_AND_PARTS, relation, corpus, 1);
      }
      continue;
    }
    if (relation === R.PUNCT || relation === R.CASE) continue;
    add(BASE + F.LEFT_OUT, relation, kid < head ? 2 : 3, tagOf(kid));
    add(BASE + F.CORPUS_AND_PARTS, relation, corpus, kid < head ? 2 : 3);
    if (relation === R.ACL || relation === R.ACL_RELCL) add(BASE + F.LEFT_OUT, relation, formOf(leftOf(kid)), 4);
  }
}

/** A hash of the path through the tree from the anchor to `head`, up to three steps up and three down. */
export function pathHash(head: i32): i32 {
  let hash = 0;
  let up = anchor;
  for (let steps = 0; steps < 4; steps++) {
    let down = 0;
    let at = head;
    for (let depth = 0; depth < 4 && at >= 0; depth++) {
      if (at === up) return ((hash ^ down) * (0x85ebca6b as i32)) | 1;
      down = (down ^ (relationOf(at) + 1)) * 0x01000193;
      at = headOf(at);
    }
    hash = (hash ^ (relationOf(up) + 129)) * 0x01000193;
    up = headOf(up);
    if (up < 0) return 0;
  }
  return 0;
}
