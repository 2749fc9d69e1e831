/** Whether a noun phrase can be somebody who speaks, or something that was said or written. */
import { lastStartingAt } from '../../document.ts';
import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { textOf } from '../../grammar/nouns.ts';
import { kindOfWords } from '../../source-kinds/index.ts';

/** Known by the lexicons of sources, a name, a pronoun for people, or a proper noun. */
export function canBeSource(context: TokenContext, source: Stretch): boolean {
  const last = context.tag(source.to - 1);
  if (last === 'PRP' || last === 'NNP' || last === 'NNPS') return true;
  const { names } = context;
  const span = context.span(source);
  for (let at = lastStartingAt(names, span.end - 1); at >= 0 && names[at]!.end > span.start; at -= 1) {
    if (names[at]!.kind === 'person' || names[at]!.kind === 'organization') return true;
  }
  return kindOfWords(textOf(context, source.from, source.to)) !== null;
}
