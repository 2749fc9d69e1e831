/** Names as the labels of their words tell them: label 1 + 2k begins one of kind k, 2 + 2k continues it (`tagger.ts`). */
import type { Words } from '../document.ts';
import { isTitle } from './titles.ts';

const PERSON = 1;

/** First and last words of persons named in full, and names behind a title, "Paul Marks", "Mr. Marks": where they first are. */
export function personsNamed(labels: Uint8Array, words: Words): Map<string, number> {
  const found = new Map<string, number>();
  for (let word = 0; word < words.count; word += 1) {
    if (labels[word] !== PERSON) continue;
    const end = endOf(labels, word);
    if (end - word > 1 || (word > 0 && isTitle(words.lower[word - 1]!))) {
      for (const part of [words.lower[word]!, words.lower[end - 1]!]) if (!found.has(part)) found.set(part, word);
    }
    word = end - 1;
  }
  return found;
}

/** Makes the words of a name one of the kind that `label` begins. */
export function give(labels: Uint8Array, from: number, to: number, label: number): void {
  labels[from] = label;
  labels.fill(label + 1, from + 1, to);
}

/** The end of the name that begins at a word. */
export function endOf(labels: Uint8Array, word: number): number {
  let end = word + 1;
  while (end < labels.length && labels[end] === labels[word]! + 1) end += 1;
  return end;
}

/** The words of a name as one key. */
export const keyOf = (words: Words, from: number, to: number): string => words.lower.slice(from, to).join(' ');
