/** The scanner of marks, of what is neither letter nor figure: punctuation, clitics after an apostrophe, smileys. */
import { EXTEND, FIGURE, isLetter, isWordLike, kindOf, SPACE } from './characters.ts';
import { isClitic } from './clitics.ts';
import { addWord, type WordSpans } from './word-spans.ts';

/** Marks whose repetition is one word (`...`, `--`, `!!!`, `****`); `!` and `?` also mixed. */
const REPEATED = new Set(".$-!?=*_~<>+^|'’‘`#".split(''));
const SMILEY = /[:;=8]['-]?[()DPp/\\|*\]]+(?![\p{L}\p{N}])/uy;
const ELIDED = /['’](?:em|til|cause|n|\d0s|\d\d)(?![\p{L}\p{N}])/iuy;

/**
 * Cuts the mark at `start`.
 *
 * @param end the scanner reads nothing from here on
 * @returns where to go on
 */
export function scanMark(found: WordSpans, start: number, end: number): number {
  const stop = Math.max(start + 1, Math.min(end, markEnd(found.text, start, end)));
  addWord(found, start, stop);
  return stop;
}

function markEnd(text: string, start: number, end: number): number {
  const char = text[start]!;
  const before = start > 0 ? text.charCodeAt(start - 1) : 0x20;
  const next = start + 1 < end ? text.charCodeAt(start + 1) : Number.NaN;
  if (char === "'" || char === '’') {
    if (isWordLike(before)) {
      let run = start + 1;
      while (run < end && isLetter(text.charCodeAt(run))) run += 1;
      if (isClitic(text, start + 1, run)) return run;
    } else if (isWordLike(next)) {
      ELIDED.lastIndex = start;
      if (ELIDED.test(text)) return ELIDED.lastIndex;
    }
  }
  if (char === '.' && kindOf(next) === FIGURE && !isWordLike(before)) {
    let at = start + 1;
    while (at < end && kindOf(text.charCodeAt(at)) === FIGURE) at += 1;
    return at;
  }
  if (kindOf(before) === SPACE && /[:;=8]/.test(char)) {
    SMILEY.lastIndex = start;
    if (SMILEY.test(text)) return SMILEY.lastIndex;
  }
  let at = start + 1;
  if (REPEATED.has(char)) {
    const mixed = char === '!' || char === '?' || (char === '.' && (text[at] === '?' || text[at] === '!'));
    while (at < end && (text[at] === char || (mixed && (text[at] === '!' || text[at] === '?')))) at += 1;
    return at;
  }
  while (at < end && kindOf(text.charCodeAt(at)) === EXTEND) at += 1;
  return at;
}
