import type { Timex } from '../parser.ts';

/**
 * Of readings that share characters the longest stays; of two equal ones the parser that stands earlier in the list.
 *
 * @param found sorted by start; of two that start together the one of the earlier parser first
 */
export function removeOverlaps(found: readonly Timex[]): Timex[] {
  const kept: Timex[] = [];
  for (const timex of found) {
    const before = kept.at(-1);
    if (!before || timex.index >= before.stop) kept.push(timex);
    else if (timex.stop - timex.index > before.stop - before.index) {
      kept.pop();
      // what the shorter one had pushed out cannot come back: it ended before the shorter one began
      kept.push(timex);
    }
  }
  return kept;
}
