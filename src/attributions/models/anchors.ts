/**
 * Which words can carry a cue, which the first of four models scores.
 *
 * Candidates are all verbs that are no auxiliaries, and every other word that carried a cue now and then in the
 * training articles, or that a construct reads as one.
 */

import { type EncodedDocument, VERB } from '../../grammar/encoded.ts';
import { RELATION } from '../../syntax/labels.ts';
import { CUE } from './cues.ts';

const R = RELATION;
/** From this rate class on, a fifth of its uses, a word carries cues of its own. */
const CUE_RATE = 2;

/**
 * True where `word` can carry a cue.
 *
 * @param cue what the lexicon says of it, from `cueTable`
 */
export function canAnchor(encoded: EncodedDocument, cue: number, word: number): boolean {
  if (word < encoded.open[encoded.sentence[word]!]!) return false;
  const known = (cue & CUE.known) !== 0;
  const possible = (cue & CUE.possible) !== 0;
  if (VERB[encoded.tag[word]!] !== 1)
    return known && possible && ((cue & CUE.often) !== 0 || encoded.construct[word] !== 0);
  const relation = encoded.relation[word]!;
  // A tree that takes a verb of saying for an auxiliary is wrong.
  const auxiliary = relation === R.aux || relation === R['aux:pass'] || relation === R.cop;
  if (auxiliary && (!known || (cue & CUE.rate) < CUE_RATE)) return false;
  return possible;
}
