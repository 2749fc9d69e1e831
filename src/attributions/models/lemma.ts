/** The base form of a cue, for stance and for readers: "say", "call on", "according to". */

import type { TokenContext } from '../../grammar/context.ts';
import { tagSet } from '../../grammar/encoded.ts';
import { TAG } from '../../syntax/labels.ts';
import { lemmaOf as lemmaOfWord } from '../../syntax/lemma.ts';
import type { Reading } from './propose.ts';

const INFLECTED = tagSet('VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'NN', 'NNS');

/**
 * The base form of a reading's cue with its particle: "say", "call on", "according to". From the lexicon of cue verbs where
 * the word stands in it, else by the rules of inflection.
 */
export function lemmaOf(context: TokenContext, { anchor, cueTo }: Pick<Reading, 'anchor' | 'cueTo'>): string {
  const known = context.cues(anchor)[0];
  if (known) return known.cue.lemma;
  const particle = cueTo > anchor + 1 ? ` ${context.lower(cueTo - 1)}` : '';
  if (context.lower(anchor) === 'according') return `according${particle}`;
  const tag = context.syntax.tags[anchor] ?? TAG['.'];
  return (INFLECTED[tag] === 1 ? lemmaOfWord(context.lower(anchor), tag) : context.lower(anchor)) + particle;
}
