/**
 * Whether an article is a narrative of times long past, so that an incomplete date is completed from the dates before
 * it and not from the day of publication.
 */
import { fromDays } from './calendar.ts';
import type { Reading } from './reading.ts';

/** Readings that only make sense from the day of publication. */
function isDeictic(reading: Reading): boolean {
  if (reading.is === 'relative-offset') return reading.from === 'published';
  return reading.is === 'calendar' && reading.fields.weekday !== undefined && reading.fields.month === undefined;
}

/**
 * @param published day number; where it is unknown no year can be called far, and nothing is guessed from those written
 * @returns true where far years are written often, some with their month or none of its own time, and hardly anything
 *   is told from the day of publication
 */
export function isNarrative(found: readonly { readonly reading: Reading }[], published: number | null): boolean {
  if (published === null) return false;
  const { year } = fromDays(published);
  let far = 0;
  let months = 0;
  let near = 0;
  let deictic = 0;
  for (const { reading } of found) {
    if (isDeictic(reading)) deictic++;
    if (reading.is !== 'calendar' || reading.fields.year === undefined) continue;
    if (Math.abs(reading.fields.year - year) <= 1) {
      near++;
      continue;
    }
    far++;
    if (reading.fields.month !== undefined || reading.fields.season !== undefined) months++;
  }
  const told = months >= 2 || (near === 0 && deictic === 0);
  return far >= 3 && told && deictic * 4 < far;
}
