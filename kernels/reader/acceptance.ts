/** The features by which the fourth model judges a whole reading, which the host writes as a row of numbers. */
import {
  constructOf,
  corpus,
  formOf,
  headOf,
  isIn,
  nameOf,
  numberAt,
  quotationOf,
  rateOf,
  readingOf,
  readPiece,
  readSourceFrom,
  readSourceTo,
  readStart,
  relationOf,
  sizeBefore,
  stemOf,
  tagOf,
} from './article';
import { add, bucket } from './features';
import * as F from './made/acceptance';
import * as V from './made/reading';
import { FINITE } from './made/sets';
import * as T from './made/tags';
import * as W from './made/words';
import { scopeAt, scopeLength } from './memory';
import { complements, subjectOf } from './tree';

/** Keeps these features apart from those of the other models. */
const BASE: i32 = 768;

/** The row, and the content behind it: pairs of first word and end. */
let row: usize = 0;
let content: usize = 0;
let contentLength: i32 = 0;
/** What many features ask for: the cue's word, its stem and tag, how sure the cue is. */
let anchor: i32 = 0;
let root: i32 = 0;
let tag: i32 = 0;
let cue: i32 = 0;

/** @param length numbers of the content */
export function setReading(address: usize, contentAt: usize, length: i32): void {
  row = address;
  content = contentAt;
  contentLength = length;
}

function numberOf(column: i32): i32 {
  return numberAt(row, column);
}

function pieceAt(place: i32): i32 {
  return numberAt(content, place);
}

/** Adds all features of the reading in its scope. */
export function acceptFeatures(): void {
  anchor = numberOf(V.ANCHOR);
  root = stemOf(anchor);
  tag = tagOf(anchor);
  cue = numberOf(V.CUE);
  const nobody = numberOf(V.SOURCE_TO) === numberOf(V.SOURCE_FROM);
  sureness(nobody);
  const quotation = extent();
  add(BASE + F.ORIGINS, numberOf(V.ORIGINS));
  const rate = rateOf(anchor);
  add(BASE + F.RATE, rate, tag);
  add(BASE + F.RATE_AND_CUE, rate, cue);
  add(BASE + F.TAG, tag, nobody ? 1 : 0);
  add(BASE + F.TAG, tag, cue, 1);
  add(BASE + F.STEM, root);
  proposal();
  saying(quotation);
  place();
  scopeFeatures();
  add(BASE + F.INSIDE_ANOTHER, numberOf(V.OUTER), cue);
  add(BASE + F.ANOTHER_INSIDE, numberOf(V.INNER), cue);
  add(BASE + F.OVERLAP, numberOf(V.CROSSING), cue);
  add(BASE + F.INSIDE_ANOTHER, numberOf(V.OUTER), quotationOf(anchor) >= 0 ? 1 : 0, 1);
}

/** How sure the other models are. */
function sureness(nobody: bool): void {
  const source = numberOf(V.SOURCE);
  const said = numberOf(V.CONTENT);
  const head = numberOf(V.SOURCE_HEAD);
  add(BASE + F.CUE, cue);
  add(BASE + F.SOURCE, source, nobody ? 1 : 0);
  add(BASE + F.CONTENT, said);
  add(BASE + F.EXACT_CONTENT, numberOf(V.EXACT_CONTENT));
  add(BASE + F.CUE_AND_CONTENT, cue, said);
  add(BASE + F.CUE_AND_SOURCE, cue, source, nobody ? 1 : 0);
  add(BASE + F.SOURCE_AND_CONTENT, source, said);
  add(BASE + F.ALL_THREE, cue >> 1, source >> 1, said >> 1);
  add(BASE + F.SOURCE_KIND, nobody ? 0 : tagOf(head) * 8 + nameOf(head) + 1);
  add(BASE + F.CUT, numberOf(V.SOURCE_CUTS));
}

/** @returns 0 where no word of the content is quoted, 2 where all are, else 1 */
function extent(): i32 {
  let words = 0;
  let quoted = 0;
  for (let i = 0; i < contentLength; i += 2) {
    const to = pieceAt(i + 1);
    words += to - pieceAt(i);
    for (let w = pieceAt(i); w < to; w++) if (quotationOf(w) >= 0) quoted += 1;
  }
  const quotation = quoted === 0 ? 0 : quoted === words ? 2 : 1;
  add(BASE + F.LENGTH, bucket(words), tag);
  add(BASE + F.LENGTH, bucket(words), cue);
  add(BASE + F.QUOTATION, quotation, cue);
  add(BASE + F.QUOTATION, quotation, numberOf(V.CONTENT));
  return quotation;
}

/** What made the reading, and how far a construct agrees. */
function proposal(): void {
  const construct = constructOf(anchor);
  const proposer = numberOf(V.PROPOSER);
  const second = numberOf(V.SECOND);
  const said = numberOf(V.CONTENT);
  add(BASE + F.CONSTRUCT, construct, proposer);
  add(BASE + F.CONSTRUCT_AND_CUE, construct, cue, proposer);
  add(BASE + F.PROPOSER, proposer);
  add(BASE + F.PROPOSER_AND_CUE, proposer, cue);
  add(BASE + F.SECOND, second, numberOf(V.SOURCE), said);
  add(BASE + F.SECOND, second, cue, 64);
  const reading = readingOf(anchor);
  if (reading < 0) return;
  const same =
    readSourceTo(reading) === numberOf(V.SOURCE_TO) && readSourceFrom(reading) === numberOf(V.SOURCE_FROM) ? 2 : 0;
  const agreement = same + (touches(reading) ? 1 : 0);
  add(BASE + F.AGREEMENT, construct, agreement);
  add(BASE + F.AGREEMENT, agreement, said, 1);
}

/** Whether the content shares a word with the one that a construct reads. */
function touches(reading: i32): bool {
  for (let i = readStart(reading); i < readStart(reading + 1); i += 2) {
    for (let j = 0; j < contentLength; j += 2)
      if (readPiece(i) < pieceAt(j + 1) && pieceAt(j) < readPiece(i + 1)) return true;
  }
  return false;
}

/** The form of the reading, and whether its content is a statement at all. */
function saying(quotation: i32): void {
  const form = numberOf(V.FORM);
  const said = saysSomething() ? 1 + quotation : 0;
  const first = tagOf(pieceAt(0));
  const from = numberOf(V.SOURCE_FROM);
  add(BASE + F.FORM, form);
  add(BASE + F.FORM_AND_CUE, form, cue);
  add(BASE + F.FORM_AND_STEM, form, root);
  add(BASE + F.SAID, said, form);
  add(BASE + F.SAID_AND_STEM, said, root);
  add(BASE + F.SAID_AND_CUE, said, cue);
  add(BASE + F.RELATION, relationOf(anchor), cue);
  add(BASE + F.COMPLEMENTS, complements(anchor), said);
  add(BASE + F.SPEAKER, numberOf(V.SOURCE_TO) - from === 1 ? formOf(from) : 0, said);
  add(BASE + F.FIRST_TAG, first, root);
  add(BASE + F.FIRST_TAG, first, cue, 1);
  add(BASE + F.QUOTED_CUE, quotationOf(anchor) >= 0 ? 1 : 0, cue, said);
}

/** True where the content holds a clause or quoted words. A verb right after "and" goes on with the cue's own clause. */
function saysSomething(): bool {
  for (let i = 0; i < contentLength; i += 2) {
    for (let w = pieceAt(i); w < pieceAt(i + 1); w++) {
      if (isIn(FINITE, tagOf(w)) && (w === 0 || tagOf(w - 1) !== T.CC)) return true;
      if (quotationOf(w) >= 0 && tagOf(w) !== T.OPENING_QUOTE) return true;
    }
  }
  return false;
}

/** How deep the reading is nested, and 1 more where its cue is quoted. */
function levelOf(): i32 {
  return min(numberOf(V.LEVEL), 2) * 2 + (quotationOf(anchor) >= 0 ? 1 : 0);
}

/** The words of the reading, at the level where it stands. */
function place(): void {
  const level = levelOf();
  const cueFrom = numberOf(V.CUE_FROM);
  const cueTo = numberOf(V.CUE_TO);
  const from = numberOf(V.SOURCE_FROM);
  const named = numberOf(V.SOURCE_TO) > from;
  const first = formOf(pieceAt(0));
  add(BASE + F.CORPUS, corpus, cue);
  add(BASE + F.CORPUS, corpus, root, 1);
  add(BASE + F.CORPUS, corpus, tag, 2 + level);
  add(BASE + F.CORPUS, corpus, complements(anchor), 20);
  add(BASE + F.LEVEL, level);
  add(BASE + F.LEVEL_AND_CUE, level, cue);
  add(BASE + F.LEVEL_AND_STEM, level, root);
  add(BASE + F.SOURCE_SIDE, !named ? 0 : from < anchor ? 1 : 2, level, root);
  const verb = subjectOf(anchor);
  add(BASE + F.VERB_BELOW, verb < 0 ? 0 : verb & 7, level, tag);
  add(BASE + F.FIRST_WORD, first, root);
  add(BASE + F.FIRST_WORD, first, level, 1);
  add(BASE + F.WORD_AFTER_CUE, formOf(cueTo), root);
  add(BASE + F.WORD_AFTER_CUE, formOf(cueFrom - 1), root, 1);
  add(BASE + F.AUXILIARY, cueFrom < anchor ? formOf(cueFrom) : 0, root);
  const negated = isNegated(cueFrom, cueTo) ? 1 : 0;
  add(BASE + F.NEGATION, negated, cue);
  add(BASE + F.NEGATION, negated, root, 1);
  fine(level, named);
  sourceWords(level, named);
  const object = headOfContent();
  add(BASE + F.OBJECT_WORD, stemOf(object), root);
  add(BASE + F.OBJECT_WORD, tagOf(object), relationOf(object), 1);
  add(BASE + F.OBJECT_WORD, tagOf(object), root, 2);
  const head = headOf(anchor);
  const above = head < 0 ? 0 : stemOf(head);
  add(BASE + F.HEAD, above, relationOf(anchor));
  add(BASE + F.HEAD, above, root, 1);
}

/** How sure the other models are, in finer steps. */
function fine(level: i32, named: bool): void {
  const sure = numberOf(V.CUE_ODDS);
  const source = numberOf(V.SOURCE_ODDS);
  const said = numberOf(V.CONTENT_ODDS);
  add(BASE + F.CUE_FINE, sure);
  add(BASE + F.CUE_FINE, sure, level, 1);
  add(BASE + F.CUE_FINE, sure, said, source + 64);
  add(BASE + F.SOURCE_FINE, source, named ? 1 : 0);
  add(BASE + F.CONTENT_FINE, said);
  add(BASE + F.CONTENT_FINE, numberOf(V.EXACT_ODDS), 0, 1);
}

function sourceWords(level: i32, named: bool): void {
  const head = numberOf(V.SOURCE_HEAD);
  const word = named ? stemOf(head) : 0;
  add(BASE + F.SOURCE_WORD, word, level);
  add(BASE + F.SOURCE_WORD_AND_STEM, word, root);
  add(BASE + F.SOURCE_AND_PLACE, named ? relationOf(head) : 99, relationOf(anchor));
  add(BASE + F.SOURCE_AND_PLACE, named ? tagOf(head) * 8 + nameOf(head) : 0, root, 1);
}

/** The content around the reading, where there is one. */
function scopeFeatures(): void {
  if (scopeLength === 0) return;
  const quoted = quotationOf(anchor) >= 0 ? 1 : 0;
  const level = levelOf();
  const outerAnchor = numberOf(V.SCOPE_ANCHOR);
  const outer = stemOf(outerAnchor);
  const from = numberOf(V.SOURCE_FROM);
  const first = scopeAt(0);
  add(BASE + F.OUTER_CUE, outer, quoted);
  add(BASE + F.OUTER_AND_STEM, outer, root);
  add(BASE + F.OUTER_KIND, complements(outerAnchor), level);
  add(BASE + F.OUTER_KIND, tagOf(outerAnchor), quoted, 1);
  const share = shareOfScope();
  add(BASE + F.SHARE_OF_SCOPE, share, level);
  add(BASE + F.SHARE_OF_SCOPE, share, cue, 1);
  add(BASE + F.SHARE_OF_SCOPE, share, root, 2);
  const opens = from === first ? 1 : pieceAt(0) === first ? 2 : min(from, anchor) <= first + 2 ? 3 : 0;
  add(BASE + F.OPENS_SCOPE, opens, level);
  add(BASE + F.OPENS_SCOPE, opens, root, 1);
  const short = numberOf(V.SOURCE_TO) - from === 1 ? formOf(from) : 0;
  const outerFrom = numberOf(V.SCOPE_SOURCE_FROM);
  const outerShort = numberOf(V.SCOPE_SOURCE_TO) - outerFrom === 1 ? formOf(outerFrom) : 0;
  add(BASE + F.SAME_SPEAKER, short, outerShort, level);
  add(BASE + F.SAME_SPEAKER, short, level, 1);
}

/** Common letters over all letters (Jaccard) of content and scope, in five steps. */
function shareOfScope(): i32 {
  let common = 0;
  let all = 0;
  for (let j = 0; j < scopeLength; j += 2) all += sizeBefore(scopeAt(j + 1)) - sizeBefore(scopeAt(j));
  for (let i = 0; i < contentLength; i += 2) {
    all += sizeBefore(pieceAt(i + 1)) - sizeBefore(pieceAt(i));
    for (let j = 0; j < scopeLength; j += 2) {
      const low = max(pieceAt(i), scopeAt(j));
      const high = min(pieceAt(i + 1), scopeAt(j + 1));
      if (low < high) common += sizeBefore(high) - sizeBefore(low);
    }
  }
  const share = (common as f64) / ((all - common) as f64);
  return share < 0.3 ? 0 : share < 0.6 ? 1 : share < 0.8 ? 2 : share < 0.95 ? 3 : 4;
}

/** The word of the first piece whose head lies outside it. */
function headOfContent(): i32 {
  const from = pieceAt(0);
  const to = pieceAt(1);
  let at = from;
  for (let steps = 0; steps < 30; steps++) {
    const up = headOf(at);
    if (up < from || up >= to) return at;
    at = up;
  }
  return at;
}

/** Whether the cue or its source is denied: "did not say", "no group claimed". */
function isNegated(cueFrom: i32, cueTo: i32): bool {
  for (let w = cueFrom - 1; w < cueTo; w++) if (w >= 0 && denies(formOf(w))) return true;
  const from = numberOf(V.SOURCE_FROM);
  const to = min(numberOf(V.SOURCE_TO), from + 3);
  for (let w = from; w < to; w++) if (denies(formOf(w))) return true;
  return false;
}

function denies(form: i32): bool {
  return (
    form === W.NOT ||
    form === W.NT ||
    form === W.CURLY_NT ||
    form === W.NEVER ||
    form === W.NEITHER ||
    form === W.NOBODY ||
    form === W.NO ||
    form === W.NONE
  );
}
