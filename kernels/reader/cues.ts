/** The first of four models: the features of a word that may carry a cue. */
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
  shapeOf,
  stemOf,
  tagOf,
} from './article';
import { add, bucket } from './features';
import * as F from './made/cues';
import * as R from './made/relations';
import { NOMINAL } from './made/sets';
import * as W from './made/words';
import { complements, kidOf, markOf, subjectOf } from './tree';

/** The rate class of a word of which the lexicon of cues is silent. */
const UNKNOWN_RATE: i32 = 11;

/** The highest rate class that the lexicon knows among the words above `word`, up to twelve steps; 0 where none has one. */
export function highestRateAbove(word: i32): i32 {
  let highest = 0;
  for (let up = headOf(word), steps = 0; up >= 0 && steps < 12; up = headOf(up), steps++) {
    const rate = rateOf(up);
    if (rate !== UNKNOWN_RATE && rate > highest) highest = rate;
  }
  return highest;
}

/** A word of the sentence from `begin` to `end`, 0 outside. */
function wordIn(word: i32, begin: i32, end: i32): i32 {
  return word >= begin && word < end ? formOf(word) : 0;
}

function tagIn(word: i32, begin: i32, end: i32): i32 {
  return word >= begin && word < end ? tagOf(word) + 1 : 0;
}

/** Adds the features of `anchor`. */
export function cueFeatures(anchor: i32): void {
  const sentence = sentenceOf(anchor);
  const begin = firstOf(sentence);
  const end = firstOf(sentence + 1);
  const root = stemOf(anchor);
  const pos = tagOf(anchor);
  const before = wordIn(anchor - 1, begin, end);
  const before2 = wordIn(anchor - 2, begin, end);
  const after = wordIn(anchor + 1, begin, end);
  const after2 = wordIn(anchor + 2, begin, end);
  const rate = rateOf(anchor);
  const bits = complements(anchor);
  add(F.WORD, formOf(anchor), pos);
  add(F.STEM, root);
  add(F.TAG, pos);
  add(F.WORD_BEFORE, before);
  add(F.WORD_AFTER, after);
  add(F.WORDS_AROUND, before, after);
  add(F.WORD_TWO_BEFORE, before2, before);
  add(F.WORD_TWO_AFTER, after, after2);
  add(F.STEM_AND_WORD_AFTER, root, after);
  add(F.STEM_AND_WORD_BEFORE, root, before);
  add(F.STEM_AND_NEXT_TWO_WORDS, root, after, after2);
  add(F.TAGS_AROUND, pos, tagIn(anchor - 1, begin, end), tagIn(anchor + 1, begin, end));
  add(F.TAGS_BEFORE, pos, tagIn(anchor - 1, begin, end), tagIn(anchor - 2, begin, end));
  add(F.TAGS_AFTER, pos, tagIn(anchor + 1, begin, end), tagIn(anchor + 2, begin, end));
  treeFeatures(anchor, bits, rate);
  add(F.COMPLEMENTS, bits, pos);
  add(F.STEM_AND_COMPLEMENTS, root, bits);
  add(F.RATE, rate, pos);
  add(F.RATE_AND_COMPLEMENTS, rate, bits);
  for (let bit = 1; bit <= 2048; bit <<= 1) {
    if ((bits & bit) !== 0) add(F.STEM_AND_COMPLEMENTS, root, bit, 1);
    if ((bits & bit) !== 0) add(F.RATE_AND_COMPLEMENTS, rate, bit, 1);
  }
  flatFeatures(anchor, begin, end);
  const quotation = quotationClass(anchor, begin, end);
  add(F.QUOTATION, quotation, pos);
  add(F.QUOTATION_AND_STEM, quotation, root);
  add(F.QUOTATION, quotation, rate, 1);
  add(F.PLACE, bucket(anchor - begin), bucket(end - anchor));
  add(F.CONSTRUCT, constructOf(anchor));
  add(F.CONSTRUCT_AND_STEM, constructOf(anchor), root);
  add(F.CORPUS, corpus);
  add(F.CORPUS, corpus, root, 1);
  add(F.CORPUS, corpus, bits, pos);
  add(F.CORPUS, corpus, rate, 2);
  add(F.CORPUS, corpus, quotation, 3);
  add(F.CORPUS_AND_COMPLEMENTS, corpus, root, bits);
  const head = headOf(anchor);
  add(F.TAG_AND_RELATION, pos, relationOf(anchor), head < 0 ? 0 : tagOf(head) + 1);
}

function treeFeatures(anchor: i32, bits: i32, rate: i32): void {
  const root = stemOf(anchor);
  const own = relationOf(anchor);
  const governor = headOf(anchor);
  const above = governor < 0 ? 0 : stemOf(governor);
  add(F.RELATION, own, tagOf(anchor));
  add(F.RELATION_AND_HEAD, own, above);
  add(F.STEM_AND_HEAD, root, above, own);
  let set = 0;
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    if (relation === R.PUNCT) continue;
    set = (set ^ (relation + 1 + (kid > anchor ? 64 : 0))) * 0x01000193;
    dependentFeatures(anchor, kid, relation, rate);
  }
  add(F.DEPENDENTS, set, tagOf(anchor));
  const packed = subjectOf(anchor);
  const subject = packed < 0 ? -1 : packed >> 3;
  const way = packed < 0 ? 0 : packed & 7;
  const kind = subject < 0 ? 0 : tagOf(subject) * 8 + nameOf(subject) + 1;
  const stem = subject < 0 ? 0 : stemOf(subject);
  add(F.SUBJECT, stem, way);
  add(F.SUBJECT_AND_STEM, stem, root);
  add(F.SUBJECT_KIND, kind, way);
  add(F.STEM_AND_SUBJECT_TAG, kind, root);
  add(F.SUBJECT_KIND_AND_COMPLEMENTS, kind, bits);
  const highest = highestRateAbove(anchor);
  add(F.CUE_ABOVE, highest, rate);
  add(F.CUE_ABOVE_AND_STEM, highest, root);
  add(F.NEGATION, kidOf(anchor, R.COP) >= 0 ? 1 : 0, root);
}

function dependentFeatures(anchor: i32, kid: i32, relation: i32, rate: i32): void {
  const root = stemOf(anchor);
  add(F.DEPENDENT_RELATION, relation, kid > anchor ? 1 : 0, tagOf(anchor));
  add(F.STEM_AND_DEPENDENT_RELATION, root, relation, kid > anchor ? 1 : 0);
  add(F.DEPENDENT_WORD, relation, formOf(kid));
  if (relation === R.OBL || relation === R.NMOD || relation === R.ADVCL || relation === R.ACL) {
    const mark = markOf(kid);
    add(F.PREPOSITION, relation, mark, tagOf(anchor));
    add(F.STEM_AND_PREPOSITION, root, relation, mark);
  } else if (relation === R.OBJ) {
    add(F.OBJECT, stemOf(kid));
    add(F.OBJECT_AND_STEM, root, stemOf(kid));
    add(F.HEAD_OF_OBJECT, tagOf(kid), nameOf(kid), rate);
  } else if (relation === R.AUX || relation === R.AUX_PASS) add(F.AUXILIARY, formOf(kid), root);
  else if (relation === R.NMOD_POSS) add(F.POSSESSOR, tagOf(kid), nameOf(kid), root);
  else if (relation === R.CCOMP || relation === R.XCOMP) {
    add(F.CLAUSE_VERB, root, tagOf(kid), relation);
    add(F.MARK_AND_STEM, root, markOf(kid), relation);
  }
}

function flatFeatures(anchor: i32, begin: i32, end: i32): void {
  let noun = anchor + 1;
  while (noun < end && noun < anchor + 6 && !isIn(NOMINAL, tagOf(noun))) noun += 1;
  add(F.NEXT_NOUN_PHRASE, noun < end ? noun - anchor : 9, noun < end ? tagOf(noun) : 0, stemOf(anchor));
  let subject = anchor - 1;
  while (subject >= begin && subject > anchor - 8 && !isIn(NOMINAL, tagOf(subject))) subject -= 1;
  if (subject >= begin) {
    add(F.NEXT_NOUN_PHRASE, formOf(subject), bucket(anchor - subject), 1);
    add(F.NEXT_NOUN_PHRASE, tagOf(subject) * 8 + nameOf(subject), bucket(anchor - subject), 2);
  }
  if (anchor === begin) add(F.PARAGRAPH_OPENING, formOf(anchor));
  if (shapeOf(anchor) === 4) {
    add(F.PARAGRAPH_OPENING, bucket(anchor - begin), nameOf(anchor - 1), formOf(anchor));
    const opens = anchor + 1 < end ? (quotationOf(anchor + 1) >= 0 ? 1 : 0) : 2;
    add(F.PARAGRAPH_OPENING, opens, formOf(anchor), 7);
  }
}

/** How quotations lie around the anchor: inside, ends just before, begins just after, elsewhere in the sentence, none. */
function quotationClass(anchor: i32, begin: i32, end: i32): i32 {
  if (quotationOf(anchor) >= 0) return 1;
  const own = quotedBefore(anchor);
  let before = 0;
  if (own > quotedBefore(begin)) {
    if (own > quotedBefore(max(begin, anchor - 4))) before = 3;
    else before = own > quotedBefore(max(begin, anchor - 9)) ? 2 : 1;
  }
  let after = 0;
  if (quotedBefore(end) > own) {
    if (quotedBefore(min(end, anchor + 4)) > own) after = 3;
    else after = quotedBefore(min(end, anchor + 8)) > own ? 2 : 1;
  }
  const colon = anchor + 1 < end && formOf(anchor + 1) === W.COLON ? 1 : 0;
  return 2 + before + after * 4 + colon * 16;
}
