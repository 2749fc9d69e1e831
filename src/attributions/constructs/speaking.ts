/** Whether a noun phrase can be somebody who speaks, or something that was said or written. */
import { overlaps } from '../../document.ts';
import { kindOfWords } from '../../sources/kinds.ts';
import type { Page, Stretch } from '../page.ts';
import { textOf } from '../phrases/nouns.ts';

/** Known by the lexicons of sources, a name, a pronoun for people, or a proper noun. */
export function mayspeak(page: Page, source: Stretch): boolean {
  if (kindOfWords(textOf(page, source.from, source.to)) !== null) return true;
  const span = page.span(source);
  if (page.names.some((name) => overlaps(name, span) && (name.kind === 'person' || name.kind === 'organization')))
    return true;
  const last = page.tag(source.to - 1);
  return last === 'PRP' || last === 'NNP' || last === 'NNPS';
}
