/** Who is the subject, what are the complements: questions to the tree that the models' features share. */
import { RELATION, TAG } from '../syntax/labels.ts';
import type { EncodedDocument } from './encoded.ts';
import { VERB } from './encoded.ts';
import { hashText } from './hash.ts';

const R = RELATION;

/** Bits that say what stands with a cue. */
export const COMPLEMENT = {
  that: 1,
  clause: 2,
  infinitive: 4,
  object: 8,
  participle: 16,
  oblique: 32,
  parataxis: 64,
  quoteAfter: 128,
  quoteBefore: 256,
  colon: 512,
  adnominal: 1024,
  inserted: 2048,
} as const;

const THAT = hashText('that');
const COLON = hashText(':');

/** The relations whose stretch can be a content. */
export const CONTENT_RELATION = relationSet(
  ...(['ccomp', 'xcomp', 'obj', 'parataxis', 'advcl', 'obl', 'nmod', 'acl', 'acl:relcl', 'nsubj:pass'] as const),
  ...(['csubj', 'dep', 'appos', 'obl:agent', 'iobj', 'nsubj', 'conj', 'nmod:poss'] as const),
);
const SUBJECT = relationSet('nsubj', 'nsubj:pass', 'csubj');

function relationSet(...names: readonly (keyof typeof RELATION)[]): Uint8Array {
  const set = new Uint8Array(64);
  for (const name of names) set[RELATION[name]] = 1;
  return set;
}

/** The first dependent of `word` with `relation`, or -1. */
export function kidOf(encoded: EncodedDocument, word: number, relation: number): number {
  for (let k = encoded.kidsFrom[word]!; k < encoded.kidsFrom[word + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    if (encoded.relation[kid] === relation) return kid;
  }
  return -1;
}

/** The first subject among the dependents of `word`, or -1. */
export function ownSubject(encoded: EncodedDocument, word: number): number {
  for (let k = encoded.kidsFrom[word]!; k < encoded.kidsFrom[word + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    if (SUBJECT[encoded.relation[kid]!] === 1) return kid;
  }
  return -1;
}

/** How a subject was found: its own, through a conjunct, an open complement, a relative clause, a participle; 0 none. */
export type SubjectPath = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * The understood subject of a verb, through conjunction, open complement, relative clause and participle.
 *
 * @returns the word and the way times 8, packed as `word * 8 + path`; -1 where there is none
 */
export function subjectOf(encoded: EncodedDocument, verb: number): number {
  let path: SubjectPath = 1;
  let at = verb;
  for (let steps = 0; steps < 5; steps += 1) {
    const subject = ownSubject(encoded, at);
    if (subject >= 0) return subject * 8 + path;
    const relation = encoded.relation[at]!;
    const head = encoded.head[at]!;
    if (head < 0) return -1;
    if (relation === R.conj) path = path === 1 ? 2 : path;
    else if (relation === R.xcomp || relation === R.ccomp) path = 3;
    else if (relation === R['acl:relcl'] || relation === R.acl) return head * 8 + (relation === R.acl ? 5 : 4);
    else if (relation === R.advcl || relation === R.dep || relation === R.parataxis) path = 5;
    else return -1;
    at = head;
  }
  return -1;
}

/** The preposition or complementizer of a phrase or clause as a hash, 0 where it has none. */
export function markOf(encoded: EncodedDocument, word: number): number {
  for (let k = encoded.kidsFrom[word]!; k < encoded.kidsFrom[word + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    if (kid > word) return 0;
    const relation = encoded.relation[kid]!;
    if (relation === R.case || relation === R.mark) return encoded.form[kid]!;
  }
  return 0;
}

/** What stands with the cue at `anchor`, as bits of `COMPLEMENT`. */
export function complements(encoded: EncodedDocument, anchor: number): number {
  let bits = 0;
  for (let k = encoded.kidsFrom[anchor]!; k < encoded.kidsFrom[anchor + 1]!; k += 1) {
    const kid = encoded.kids[k]!;
    const relation = encoded.relation[kid]!;
    if (relation === R.ccomp) bits |= markOf(encoded, kid) === THAT ? COMPLEMENT.that : COMPLEMENT.clause;
    else if (relation === R.xcomp) bits |= encoded.tag[kid] === TAG.VBG ? COMPLEMENT.participle : COMPLEMENT.infinitive;
    else if (relation === R.obj) bits |= COMPLEMENT.object;
    else if (relation === R.obl || relation === R.nmod) bits |= COMPLEMENT.oblique;
    else if (relation === R.parataxis) bits |= COMPLEMENT.parataxis;
    else if (relation === R.acl) bits |= COMPLEMENT.adnominal;
  }
  const relation = encoded.relation[anchor]!;
  if (relation === R.parataxis) bits |= COMPLEMENT.inserted;
  const end = encoded.first[encoded.sentence[anchor]! + 1]!;
  for (let w = anchor + 1; w < end && w <= anchor + 6; w += 1) {
    if (encoded.form[w] === COLON) bits |= COMPLEMENT.colon;
    if (encoded.quotation[w]! >= 0 && encoded.quotation[w] !== encoded.quotation[anchor]) {
      bits |= COMPLEMENT.quoteAfter;
      break;
    }
  }
  for (let w = anchor - 1; w >= 0 && w >= anchor - 8; w -= 1) {
    if (encoded.quotation[w]! >= 0 && encoded.quotation[w] !== encoded.quotation[anchor]) {
      bits |= COMPLEMENT.quoteBefore;
      break;
    }
    if (VERB[encoded.tag[w]!] === 1) break;
  }
  return bits;
}
