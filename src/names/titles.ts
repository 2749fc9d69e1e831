/** Where a person's name begins: titles in front of it are not part of it. */
import type { Words } from '../document.ts';
import { bitOf, gazetteerBits } from './gazetteer.ts';

const TITLE = bitOf('title');

/** Whether a word is a title before a name ("Mr.", "Justice", "Vice-Admiral"). */
export function isTitle(lower: string): boolean {
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  return (gazetteerBits(bare) & TITLE) !== 0;
}

/**
 * Moves the start of a person's name past its titles; the last word always stays, since "Major" and "King" are names too.
 *
 * @returns the first word of the name itself
 */
export function cutTitles(words: Words, from: number, to: number): number {
  let first = from;
  while (first < to - 1 && isTitle(words.lower[first]!)) first += 1;
  return first;
}
