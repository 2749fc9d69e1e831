/** Ids that follow from what they name, so that they are the same in every run and whatever else is in the folder. */
import { createHash } from 'node:crypto';

/** @returns the letter and twelve digits of base 16: of a million ids no two are the same, but for one chance in 500 */
export function shortId(letter: string, named: string): string {
  return letter + createHash('sha256').update(named, 'utf8').digest('hex').slice(0, 12);
}
