/** Phrases of small letters: most of what an article calls somebody or something is one, and a look at its letters tells. */

const [SPACE, SMALL_A, SMALL_Z, CASE] = [0x20, 0x61, 0x7a, 0x20] as const;
/** What is longer is read as any other text, in UTF-16 code units. */
const LONGEST = 100;

/**
 * The words of a phrase that has nothing but letters from a to z and single spaces, the first letter small or a capital.
 *
 * @param telling words in small letters
 * @returns the words as written; null for any other text, and where one of them is among `telling`
 */
export function plainWords(text: string, telling: ReadonlySet<string>): string[] | null {
  if (text.length > LONGEST) return null;
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE;
    if (code >= SMALL_A && code <= SMALL_Z) continue;
    if (code !== SPACE) {
      if (at > 0 || !isLetter(code | CASE)) return null;
      continue;
    }
    if (at === start) return null;
    const word = text.slice(start, at);
    if (telling.has(start === 0 ? word.toLowerCase() : word)) return null;
    words.push(word);
    start = at + 1;
  }
  return words;
}

const isLetter = (code: number): boolean => code >= SMALL_A && code <= SMALL_Z;
