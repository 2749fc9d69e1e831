/** Who is the subject, what are the complements: questions to the tree that the models' features share. */
import { RELATION, TAG } from '../../syntax/labels.ts';
import type { CueWords } from './cues.ts';
import { hashText } from './features.ts';
import type { View } from './view.ts';
import { VERB } from './view.ts';

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
export function kidOf(view: View, word: number, relation: number): number {
  for (let k = view.kidsFrom[word]!; k < view.kidsFrom[word + 1]!; k += 1) {
    const kid = view.kids[k]!;
    if (view.relation[kid] === relation) return kid;
  }
  return -1;
}

/** The first subject among the dependents of `word`, or -1. */
export function ownSubject(view: View, word: number): number {
  for (let k = view.kidsFrom[word]!; k < view.kidsFrom[word + 1]!; k += 1) {
    const kid = view.kids[k]!;
    if (SUBJECT[view.relation[kid]!] === 1) return kid;
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
export function subjectOf(view: View, verb: number): number {
  let path: SubjectPath = 1;
  let at = verb;
  for (let steps = 0; steps < 5; steps += 1) {
    const subject = ownSubject(view, at);
    if (subject >= 0) return subject * 8 + path;
    const relation = view.relation[at]!;
    const head = view.head[at]!;
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

/** The highest rate class that the lexicon knows among the words above `word`, up to twelve steps; 0 where none has one. */
export function highestRateAbove(view: View, cues: CueWords, word: number): number {
  let highest = 0;
  for (let up = view.head[word]!, steps = 0; up >= 0 && steps < 12; up = view.head[up]!, steps += 1) {
    const known = cues.get(view.form[up]!);
    if (known !== undefined && known.rate > highest) highest = known.rate;
  }
  return highest;
}

/** The preposition or complementizer of a phrase or clause as a hash, 0 where it has none. */
export function markOf(view: View, word: number): number {
  for (let k = view.kidsFrom[word]!; k < view.kidsFrom[word + 1]!; k += 1) {
    const kid = view.kids[k]!;
    if (kid > word) return 0;
    const relation = view.relation[kid]!;
    if (relation === R.case || relation === R.mark) return view.form[kid]!;
  }
  return 0;
}

/** What stands with the cue at `anchor`, as bits of `COMPLEMENT`. */
export function complements(view: View, anchor: number): number {
  let bits = 0;
  for (let k = view.kidsFrom[anchor]!; k < view.kidsFrom[anchor + 1]!; k += 1) {
    const kid = view.kids[k]!;
    const relation = view.relation[kid]!;
    if (relation === R.ccomp) bits |= markOf(view, kid) === THAT ? COMPLEMENT.that : COMPLEMENT.clause;
    else if (relation === R.xcomp) bits |= view.tag[kid] === TAG.VBG ? COMPLEMENT.participle : COMPLEMENT.infinitive;
    else if (relation === R.obj) bits |= COMPLEMENT.object;
    else if (relation === R.obl || relation === R.nmod) bits |= COMPLEMENT.oblique;
    else if (relation === R.parataxis) bits |= COMPLEMENT.parataxis;
    else if (relation === R.acl) bits |= COMPLEMENT.adnominal;
  }
  const relation = view.relation[anchor]!;
  if (relation === R.parataxis) bits |= COMPLEMENT.inserted;
  const end = view.first[view.sentence[anchor]! + 1]!;
  for (let w = anchor + 1; w < end && w <= anchor + 6; w += 1) {
    if (view.form[w] === COLON) bits |= COMPLEMENT.colon;
    if (view.quotation[w]! >= 0 && view.quotation[w] !== view.quotation[anchor]) {
      bits |= COMPLEMENT.quoteAfter;
      break;
    }
  }
  for (let w = anchor - 1; w >= 0 && w >= anchor - 8; w -= 1) {
    if (view.quotation[w]! >= 0 && view.quotation[w] !== view.quotation[anchor]) {
      bits |= COMPLEMENT.quoteBefore;
      break;
    }
    if (VERB[view.tag[w]!] === 1) break;
  }
  return bits;
}
