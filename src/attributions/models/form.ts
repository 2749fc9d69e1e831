/** Names the syntactic form of a reading of the models, so that `by` tells a reader what was recognised. */

import { kidOf, ownSubject } from '../../grammar/dependents.ts';
import { type EncodedDocument, tagSet, VERB } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';
import type { Reading } from './propose.ts';

const R = RELATION;
const ACCORDING = hashText('according');
const COLON = hashText(':');
const FINITE = tagSet('VBD', 'VBZ', 'VBP', 'MD');
const NOUN = tagSet('NN', 'NNS', 'NNP', 'NNPS');
const ADJECTIVE = tagSet('JJ', 'JJR', 'JJS');
const ADVERB = tagSet('RB', 'RBR', 'RBS');

export type Form =
  | 'according-to'
  | 'colon'
  | 'dash'
  | 'noun-cue'
  | 'adjective-cue'
  | 'adverb-cue'
  | 'preposition-cue'
  | 'passive'
  | 'participle'
  | 'relative-clause'
  | 'to-infinitive'
  | 'noun-phrase-content'
  | 'subject-verb-after'
  | 'inverted-after'
  | 'subject-verb-inside'
  | 'inverted-inside'
  | 'subject-verb-clause';

/** Whether a cue stands outside the clause that it attributes: "reportedly", "per the union", "via Reuters", "according to". */
export function standsOutside({ tag, form, shape }: EncodedDocument, anchor: number): boolean {
  if (form[anchor] === ACCORDING) return true;
  const kind = tag[anchor]!;
  return kind === TAG.IN || (ADVERB[kind] === 1 && shape[anchor]! < 4);
}

/** The syntactic form of a reading, by its cue and the order of cue, source and content; it stands in `by` of the output. */
export function formOf(encoded: EncodedDocument, reading: Reading): Form {
  const { anchor, content } = reading;
  const tag = encoded.tag[anchor]!;
  if (encoded.form[anchor] === ACCORDING) return 'according-to';
  if (encoded.shape[anchor] === 4) return encoded.form[anchor] === COLON ? 'colon' : 'dash';
  if (VERB[tag] !== 1) {
    if (NOUN[tag] === 1) return 'noun-cue';
    if (ADJECTIVE[tag] === 1) return 'adjective-cue';
    return ADVERB[tag] === 1 ? 'adverb-cue' : 'preposition-cue';
  }
  if (kidOf(encoded, anchor, R['aux:pass']) >= 0) return 'passive';
  if (encoded.relation[anchor] === R['acl:relcl']) return 'relative-clause';
  const auxiliary = kidOf(encoded, anchor, R.aux) >= 0;
  if ((tag === TAG.VBG || tag === TAG.VBN) && !auxiliary && ownSubject(encoded, anchor) < 0) return 'participle';
  const inverted = reading.sourceTo > reading.sourceFrom && reading.sourceFrom > anchor;
  const first = content[0]!;
  const last = content.at(-1)!;
  if (last <= anchor) return inverted ? 'inverted-after' : 'subject-verb-after';
  if (first < anchor) return inverted ? 'inverted-inside' : 'subject-verb-inside';
  if (encoded.tag[first] === TAG.TO) return 'to-infinitive';
  for (let i = 0; i < content.length; i += 2) {
    for (let w = content[i]!; w < content[i + 1]!; w += 1) {
      if (FINITE[encoded.tag[w]!] === 1 || encoded.quotation[w]! >= 0) return 'subject-verb-clause';
    }
  }
  return 'noun-phrase-content';
}
