/** The base form of a cue, for stance and for readers: "say", "call on", "according to". */
import { TAG } from '../../syntax/labels.ts';
import { lemmaOf as lemmaOfWord } from '../../syntax/lemma.ts';
import type { Page } from '../page.ts';
import type { Proposal } from './propose.ts';
import { tagSet } from './view.ts';

const INFLECTED = tagSet('VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ', 'NN', 'NNS');

export function lemmaOf(page: Page, { anchor, cueTo }: Pick<Proposal, 'anchor' | 'cueTo'>): string {
  const known = page.cues(anchor)[0];
  if (known) return known.cue.lemma;
  const particle = cueTo > anchor + 1 ? ` ${page.lower(cueTo - 1)}` : '';
  if (page.lower(anchor) === 'according') return `according${particle}`;
  const tag = page.syntax.tags[anchor] ?? TAG['.'];
  return (INFLECTED[tag] === 1 ? lemmaOfWord(page.lower(anchor), tag) : page.lower(anchor)) + particle;
}
