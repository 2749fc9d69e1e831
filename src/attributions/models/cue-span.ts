/** The words of a cue around the word that carries it: auxiliaries, negation, particle, preposition. */

import { type EncodedDocument, VERB } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { RELATION, TAG } from '../../syntax/labels.ts';

const R = RELATION;
const TO = hashText('to');
const ACCORDING = hashText('according');

/** The stretch of words of the cue that `anchor` carries: first word and end. */
export function cueWordsAround(encoded: EncodedDocument, anchor: number): readonly [from: number, to: number] {
  const sentence = encoded.sentence[anchor]!;
  const begin = encoded.first[sentence]!;
  const end = encoded.first[sentence + 1]!;
  if (encoded.form[anchor] === ACCORDING) return [anchor, encoded.form[anchor + 1] === TO ? anchor + 2 : anchor + 1];
  let from = anchor;
  let to = anchor + 1;
  if (VERB[encoded.tag[anchor]!] !== 1) return [from, to];
  for (let w = anchor - 1; w >= begin && anchor - w < 7; w -= 1) {
    const relation = encoded.relation[w]!;
    const auxiliary = relation === R.aux || relation === R['aux:pass'];
    if (auxiliary && encoded.head[w] === anchor) from = w;
    else if (relation !== R.advmod && encoded.tag[w] !== TAG.RB) break;
  }
  while (to < end && encoded.relation[to] === R['compound:prt'] && encoded.head[to] === anchor) to += 1;
  return [from, to];
}
