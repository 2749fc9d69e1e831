/**
 * The fields that the hidden layers see of a cue: single facts about the word, its neighbours and its place in the
 * tree.
 */
import {
  constructOf,
  corpus,
  firstKid,
  firstOf,
  formOf,
  headOf,
  isIn,
  kidAt,
  nameOf,
  quotationOf,
  quotedBefore,
  rateOf,
  relationOf,
  sentenceOf,
  stemOf,
  tagOf,
  wordCount,
} from './article';
import { highestRateAbove } from './cues';
import { bucket, field } from './features';
import { INSERTED } from './made/complements';
import * as F from './made/fields';
import * as R from './made/relations';
import { CONTENT_RELATION } from './made/sets';
import { complements, markOf, subjectOf } from './tree';

/** Keeps these apart from the features of the linear models. */
const BASE: i32 = 1024;
/** Words and tags around the cue have a template each, by distance. */
const WORD_AT: i32 = BASE + 64;
const TAG_AT: i32 = BASE + 80;
/** Words on each side. */
const WINDOW: i32 = 3;

/** Adds the fields of a word that may carry a cue: for the first look. */
export function anchorFields(anchor: i32): void {
  const sentence = sentenceOf(anchor);
  const begin = firstOf(sentence);
  const end = firstOf(sentence + 1);
  cueFields(anchor);
  field(BASE + F.CORPUS, corpus);
  field(BASE + F.WORD, formOf(anchor));
  for (let distance = -WINDOW; distance <= WINDOW; distance++) {
    const at = anchor + distance;
    if (distance === 0) continue;
    const inside = at >= begin && at < end;
    field(WORD_AT + WINDOW + distance, inside ? formOf(at) : 0);
    field(TAG_AT + WINDOW + distance, inside ? tagOf(at) + 1 : 0);
  }
  const head = headOf(anchor);
  field(BASE + F.HEAD, head < 0 ? 0 : stemOf(head));
  field(BASE + F.HEAD_TAG, head < 0 ? 0 : tagOf(head) + 1);
  field(BASE + F.HEAD_RELATION, head < 0 ? 0 : relationOf(head) + 1);
  field(BASE + F.RATE, rateOf(anchor));
  const packed = subjectOf(anchor);
  const subject = packed < 0 ? -1 : packed >> 3;
  field(BASE + F.SUBJECT, subject < 0 ? 0 : stemOf(subject));
  field(BASE + F.SUBJECT_KIND, subject < 0 ? 0 : tagOf(subject) * 8 + nameOf(subject) + 1);
  field(BASE + F.SUBJECT_PATH, packed < 0 ? 0 : packed & 7);
  dependentFields(anchor);
  field(BASE + F.FROM_START, bucket(anchor - begin));
  field(BASE + F.TO_END, bucket(end - anchor));
  const before = quotedBefore(anchor) > quotedBefore(begin) ? 1 : 0;
  const after = quotedBefore(end) > quotedBefore(anchor) ? 2 : 0;
  field(BASE + F.QUOTATION, quotationOf(anchor) >= 0 ? 4 : before + after, 1);
  field(BASE + F.CUE_ABOVE, highestRateAbove(anchor));
}

function dependentFields(anchor: i32): void {
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    if (relation === R.PUNCT) continue;
    field(BASE + F.DEPENDENT, relation, kid > anchor ? 1 : 0);
    field(BASE + F.DEPENDENT_WORD, relation, stemOf(kid));
    if (relation === R.OBJ) field(BASE + F.OBJECT_KIND, tagOf(kid), nameOf(kid));
    else if (isIn(CONTENT_RELATION, relation)) {
      field(BASE + F.MARK, relation, markOf(kid));
      field(BASE + F.CLAUSE_TAG, relation, tagOf(kid));
    }
  }
}

/**
 * Adds what all contents of a cue share.
 *
 * @param sourceSide 0 nobody is named, 1 the source stands before the cue, 2 after it
 */
export function contentFields(anchor: i32, sourceSide: i32): void {
  cueFields(anchor);
  field(BASE + F.QUOTATION, quotationOf(anchor) >= 0 ? 1 : 0);
  field(BASE + F.SOURCE_SIDE, sourceSide);
  field(BASE + F.NEXT_WORD, formOf(anchor + 1));
  field(BASE + F.NEXT_TAG, anchor + 1 < wordCount ? tagOf(anchor + 1) : 0);
}

function cueFields(anchor: i32): void {
  field(BASE + F.ALWAYS, 0);
  field(BASE + F.STEM, stemOf(anchor));
  field(BASE + F.TAG, tagOf(anchor));
  field(BASE + F.RELATION, relationOf(anchor));
  field(BASE + F.CONSTRUCT, constructOf(anchor));
  const bits = complements(anchor);
  for (let bit = 1; bit <= INSERTED; bit <<= 1) if ((bits & bit) !== 0) field(BASE + F.COMPLEMENT, bit);
}
