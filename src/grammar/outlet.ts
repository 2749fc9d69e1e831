/** The outlet that was told: "told Reuters", "told the Daily Mail". */
import { lastStartingAt, overlaps } from '../document.ts';
import type { Stretch, TokenContext } from './context.ts';

/** Who was told, where it is a proper name and no person's: reporters and persons are no place where something was said. */
export function outletIn(context: TokenContext, told: Stretch | null): Stretch | null {
  if (told === null || told.to <= told.from || !context.tag(told.to - 1).startsWith('NNP')) return null;
  const span = context.span(told);
  const name = context.names[lastStartingAt(context.names, span.end - 1)];
  return name?.kind === 'person' && overlaps(name, span) ? null : told;
}
