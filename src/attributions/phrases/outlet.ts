/** The outlet that was told: "told Reuters", "told the Daily Mail". */
import { lastStartingAt, overlaps } from '../../document.ts';
import type { Page, Stretch } from '../page.ts';

/** Who was told, where it is a proper name and no person's: reporters and persons are no place where something was said. */
export function outletIn(page: Page, told: Stretch | null): Stretch | null {
  if (told === null || told.to <= told.from || !page.tag(told.to - 1).startsWith('NNP')) return null;
  const span = page.span(told);
  const name = page.names[lastStartingAt(page.names, span.end - 1)];
  return name?.kind === 'person' && overlaps(name, span) ? null : told;
}
