/** Whether a noun phrase can be somebody who speaks, or something that was said or written. */
import { lastStartingAt } from '../../document.ts';
import { kindOfWords } from '../../sources/kinds.ts';
import type { Page, Stretch } from '../page.ts';
import { textOf } from '../phrases/nouns.ts';

/** Known by the lexicons of sources, a name, a pronoun for people, or a proper noun. */
export function mayspeak(page: Page, source: Stretch): boolean {
  const last = page.tag(source.to - 1);
  if (last === 'PRP' || last === 'NNP' || last === 'NNPS') return true;
  const { names } = page;
  const span = page.span(source);
  for (let at = lastStartingAt(names, span.end - 1); at >= 0 && names[at]!.end > span.start; at -= 1) {
    if (names[at]!.kind === 'person' || names[at]!.kind === 'organization') return true;
  }
  return kindOfWords(textOf(page, source.from, source.to)) !== null;
}
