/** The words of a cue around the word that carries it: auxiliaries, negation, particle, preposition. */
import { RELATION, TAG } from '../../syntax/labels.ts';
import { hashText } from './features.ts';
import { VERB, type View } from './view.ts';

const R = RELATION;
const TO = hashText('to');
const ACCORDING = hashText('according');

/** The stretch of words of the cue that `anchor` carries: first word and end. */
export function cueWordsAround(view: View, anchor: number): readonly [from: number, to: number] {
  const sentence = view.sentence[anchor]!;
  const begin = view.first[sentence]!;
  const end = view.first[sentence + 1]!;
  if (view.form[anchor] === ACCORDING) return [anchor, view.form[anchor + 1] === TO ? anchor + 2 : anchor + 1];
  let from = anchor;
  let to = anchor + 1;
  if (VERB[view.tag[anchor]!] !== 1) return [from, to];
  for (let w = anchor - 1; w >= begin && anchor - w < 7; w -= 1) {
    const relation = view.relation[w]!;
    const auxiliary = relation === R.aux || relation === R['aux:pass'];
    if (auxiliary && view.head[w] === anchor) from = w;
    else if (relation !== R.advmod && view.tag[w] !== TAG.RB) break;
  }
  while (to < end && view.relation[to] === R['compound:prt'] && view.head[to] === anchor) to += 1;
  return [from, to];
}
