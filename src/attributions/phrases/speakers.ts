/** Who speaks before a word: the source that a later cue of the same sentence shares. */
import type { Page, Stretch } from '../page.ts';
import { isFiniteVerb } from '../page.ts';
import { sourceBefore } from './nouns.ts';

/**
 * The subject of the clause that runs up to word `end`, or null.
 *
 * @param from first word of the stretch
 */
export function subjectOf(page: Page, from: number, end: number): Stretch | null {
  for (let w = from + 1; w < end; w += 1) {
    if (!isFiniteVerb(page.tag(w)) || page.quoteOf(w) >= 0) continue;
    const before = sourceBefore(page, w, from);
    if (before && !before.relative) return before.source;
  }
  return null;
}
