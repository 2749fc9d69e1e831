/**
 * Which words can carry a cue, which the first of four models scores.
 *
 * Candidates are all verbs that are no auxiliaries, and every other word that carried a cue now and then in the
 * training articles, or that a construct reads as one.
 */

import { type EncodedDocument, VERB } from '../../grammar/encoded.ts';
import { RELATION } from '../../syntax/labels.ts';
import type { CueWords } from './cues.ts';

const R = RELATION;
/** From this rate class on, a fifth of its uses, a word carries cues of its own. */
const CUE_RATE = 2;

/** Rate class of a word: 0 to 10 from the lexicon, 11 where the lexicon is silent. */
export function rateOf(cues: CueWords, form: number): number {
  return cues.get(form)?.rate ?? 11;
}

/** True where `word` can carry a cue. */
export function canAnchor(encoded: EncodedDocument, cues: CueWords, word: number): boolean {
  const known = cues.get(encoded.form[word]!);
  if (VERB[encoded.tag[word]!] !== 1)
    return known !== undefined && known.possible && (known.often || encoded.construct[word] !== 0);
  const relation = encoded.relation[word]!;
  // A tree that takes a verb of saying for an auxiliary is wrong.
  const auxiliary = relation === R.aux || relation === R['aux:pass'] || relation === R.cop;
  if (auxiliary && (known === undefined || known.rate < CUE_RATE)) return false;
  return known === undefined || known.possible;
}
