/** What of a run's results could not be read, told once for each reason. */
import { complain } from '../terminal.ts';

/** Places that are named for one reason. */
const MAX_NAMED = 3;

/** @param failures where, and why, to be put behind the place */
export function complainOfUnread(failures: readonly { readonly place: string; readonly failure: string }[]): void {
  const byReason = new Map<string, string[]>();
  for (const { place, failure } of failures) {
    const places = byReason.get(failure);
    if (places === undefined) byReason.set(failure, [place]);
    else places.push(place);
  }
  for (const [reason, places] of byReason) {
    for (const place of places.slice(0, MAX_NAMED)) complain(`${place} ${reason}`);
    const more = places.length - MAX_NAMED;
    if (more > 0) complain(`${more} more ${more === 1 ? 'file' : 'files'} like these: ${reason}`);
  }
}
