/** Whether an article tells of times long past, so that the dates before an incomplete date decide, not its publication. */
import { fromDays } from './calendar.ts';
import type { Reading } from './reading.ts';

/** Readings that only make sense from the day of publication. */
function isDeictic(reading: Reading): boolean {
  if (reading.is === 'shift') return reading.from === 'published';
  return reading.is === 'calendar' && reading.fields.weekday !== undefined && reading.fields.month === undefined;
}

/**
 * @param published day number
 * @returns true where far years are written often and hardly anything is told from the day of publication
 */
export function isNarrative(found: readonly { readonly reading: Reading }[], published: number | null): boolean {
  const year = published === null ? null : fromDays(published).year;
  let far = 0;
  let deictic = 0;
  for (const { reading } of found) {
    if (isDeictic(reading)) deictic++;
    const written = reading.is === 'calendar' ? reading.fields.year : undefined;
    if (written !== undefined && (year === null || Math.abs(written - year) > 1)) far++;
  }
  if (published === null) return far > 0;
  return far >= 3 && deictic * 4 < far;
}
