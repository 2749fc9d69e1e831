/** Which words keep the period after them as one word. */
import { loadWords } from '../lexicon.ts';

const DOTTED = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

/** "No. 5" against "No." */
const NUMBERED = /^\.\s?\d/;

let known: ReadonlySet<string> | undefined;

/**
 * True where the period at `period` belongs to the word that starts at `start`.
 *
 * @param last true where the period ends its sentence, closing marks aside
 */
export function readPeriod(text: string, start: number, period: number, last: boolean): boolean {
  const length = period - start;
  if (length > 12) return false;
  const word = text.slice(start, period);
  if (word.includes('.')) return DOTTED.test(word);
  if (length === 1) return !last && word !== 'I' && word !== 'a';
  const lower = word.toLowerCase();
  if (lower === 'no') return NUMBERED.test(text.slice(period, period + 4));
  if (lower === 'etc' && last) return false;
  known ??= loadWords(new URL('./abbreviations.tsv', import.meta.url));
  return known.has(lower);
}
