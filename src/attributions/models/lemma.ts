/** The base form of a cue, for stance and for readers: "say", "call on", "according to". */

import type { Page } from '../page.ts';
import type { Proposal } from './propose.ts';

export function lemmaOf(page: Page, { anchor, cueTo }: Proposal): string {
  const known = page.cues(anchor)[0];
  if (known) return known.cue.lemma;
  const particle = cueTo > anchor + 1 ? ` ${page.lower(cueTo - 1)}` : '';
  return page.lower(anchor) + particle;
}
