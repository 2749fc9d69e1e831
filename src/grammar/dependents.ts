/** Which dependents a word has. */
import { RELATION } from '../syntax/labels.ts';
import type { EncodedDocument } from './encoded.ts';

/** What can stand with a cue, as the bits that the reader's kernel gives. */
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

/** The relations whose stretch can be a content. */
export const CONTENT_RELATION = relationSet(
  ...(['ccomp', 'xcomp', 'obj', 'parataxis', 'advcl', 'obl', 'nmod', 'acl', 'acl:relcl', 'nsubj:pass'] as const),
  ...(['csubj', 'dep', 'appos', 'obl:agent', 'iobj', 'nsubj', 'conj', 'nmod:poss'] as const),
);
/** The relations of a subject. */
export const SUBJECT = relationSet('nsubj', 'nsubj:pass', 'csubj');

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
