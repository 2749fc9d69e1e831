/** Who is the subject, what are the complements: questions to the tree that the features share. */
import { firstKid, firstOf, formOf, headOf, isIn, kidAt, quotationOf, relationOf, sentenceOf, tagOf } from './article';
import * as C from './made/complements';
import * as R from './made/relations';
import { SUBJECT, VERB } from './made/sets';
import * as T from './made/tags';
import * as W from './made/words';

/** The first dependent of `word` with `relation`, or -1. */
export function kidOf(word: i32, relation: i32): i32 {
  for (let k = firstKid(word); k < firstKid(word + 1); k++) {
    const kid = kidAt(k);
    if (relationOf(kid) === relation) return kid;
  }
  return -1;
}

/** The first subject among the dependents of `word`, or -1. */
export function ownSubject(word: i32): i32 {
  for (let k = firstKid(word); k < firstKid(word + 1); k++) {
    const kid = kidAt(k);
    if (isIn(SUBJECT, relationOf(kid))) return kid;
  }
  return -1;
}

/**
 * The understood subject of a verb, through conjunction, open complement, relative clause and participle.
 *
 * @returns the word and the way, packed as `word * 8 + way`: 1 its own subject, 2 through a conjunct, 3 an open
 *   complement, 4 a relative clause, 5 a participle; -1 where there is none
 */
export function subjectOf(verb: i32): i32 {
  let path = 1;
  let at = verb;
  for (let steps = 0; steps < 5; steps++) {
    const subject = ownSubject(at);
    if (subject >= 0) return subject * 8 + path;
    const relation = relationOf(at);
    const head = headOf(at);
    if (head < 0) return -1;
    if (relation === R.CONJ) path = path === 1 ? 2 : path;
    else if (relation === R.XCOMP || relation === R.CCOMP) path = 3;
    else if (relation === R.ACL_RELCL || relation === R.ACL) return head * 8 + (relation === R.ACL ? 5 : 4);
    else if (relation === R.ADVCL || relation === R.DEP || relation === R.PARATAXIS) path = 5;
    else return -1;
    at = head;
  }
  return -1;
}

/** The preposition or complementizer of a phrase or clause as a hash, 0 where it has none. */
export function markOf(word: i32): i32 {
  for (let k = firstKid(word); k < firstKid(word + 1); k++) {
    const kid = kidAt(k);
    if (kid > word) return 0;
    const relation = relationOf(kid);
    if (relation === R.CASE || relation === R.MARK) return formOf(kid);
  }
  return 0;
}

/** What stands with the cue at `anchor`, as bits (`made/complements.ts`). */
export function complements(anchor: i32): i32 {
  let bits = 0;
  for (let k = firstKid(anchor); k < firstKid(anchor + 1); k++) {
    const kid = kidAt(k);
    const relation = relationOf(kid);
    if (relation === R.CCOMP) bits |= markOf(kid) === W.THAT ? C.THAT : C.CLAUSE;
    else if (relation === R.XCOMP) bits |= tagOf(kid) === T.VBG ? C.PARTICIPLE : C.INFINITIVE;
    else if (relation === R.OBJ) bits |= C.OBJECT;
    else if (relation === R.OBL || relation === R.NMOD) bits |= C.OBLIQUE;
    else if (relation === R.PARATAXIS) bits |= C.PARATAXIS;
    else if (relation === R.ACL) bits |= C.ADNOMINAL;
  }
  if (relationOf(anchor) === R.PARATAXIS) bits |= C.INSERTED;
  return bits | around(anchor);
}

/** The bits of a colon after the cue, and of another quotation near it. */
function around(anchor: i32): i32 {
  let bits = 0;
  const own = quotationOf(anchor);
  const end = firstOf(sentenceOf(anchor) + 1);
  for (let w = anchor + 1; w < end && w <= anchor + 6; w++) {
    if (formOf(w) === W.COLON) bits |= C.COLON;
    const quotation = quotationOf(w);
    if (quotation >= 0 && quotation !== own) {
      bits |= C.QUOTE_AFTER;
      break;
    }
  }
  for (let w = anchor - 1; w >= 0 && w >= anchor - 8; w--) {
    const quotation = quotationOf(w);
    if (quotation >= 0 && quotation !== own) {
      bits |= C.QUOTE_BEFORE;
      break;
    }
    if (isIn(VERB, tagOf(w))) break;
  }
  return bits;
}
