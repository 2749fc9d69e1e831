/** The words before an offset in the text. */

/** A word before a number. */
export interface Word {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const INSIDE = /[\p{L}\p{N}’'.$&]/u;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;

function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code >= LOWER_A && code <= LOWER_Z) && GAP.test(text[at]!);
}

/** Whether a character is part of a word; small letters, which most are, without a pattern. */
function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= LOWER_A && code <= LOWER_Z) || (code !== 0x20 && INSIDE.test(text[at]!));
}
const SIGN = /[~≈∼<>≤≥]/;
const GAP = /[ \u00a0\u2009\t\n\r-]/;

/**
 * The words directly before `at`, the nearest first, as long as only spaces and hyphens separate them: punctuation ends
 * the list. Linear in the words read.
 *
 * @param from where the sentence starts, or the number before ends
 * @param count how many words at most
 */
export function wordsBefore(text: string, at: number, from: number, count: number): Word[] {
  const words: Word[] = [];
  let end = at;
  while (words.length < count) {
    let gaps = 0;
    while (end > from && (text.charCodeAt(end - 1) === 0x20 || isGap(text, end - 1))) {
      if (text[end - 1] === '-' && text[end] === '-') return words;
      end -= 1;
      gaps += 1;
    }
    if (gaps === 0 && words.length > 0) break;
    if (end > from && !isInside(text, end - 1) && SIGN.test(text[end - 1]!)) {
      words.push({ word: text[end - 1]!, start: end - 1, end });
      break;
    }
    let start = end;
    while (start > from && end - start < MAX_WORD_LENGTH && isInside(text, start - 1)) start -= 1;
    if (start === end) break;
    const word = text.slice(start, end).toLowerCase();
    // A full stop that ends more than an abbreviation parts what stands before it from the number.
    if (word.endsWith('.') && word.length > 7) break;
    words.push({ word, start, end });
    end = start;
  }
  return words;
}

/** No word of the lexicons is longer. */
const MAX_WORD_LENGTH = 24;

/** The words, nearest first, as the text reads: `phrase(words, 2)` of "no more than" is "more than". */
export function phrase(words: readonly Word[], count: number, skip = 0): string {
  let read = words[skip]?.word ?? '';
  for (let index = skip + 1; index < skip + count; index += 1) read = `${words[index]!.word} ${read}`;
  return read;
}
