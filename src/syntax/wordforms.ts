/** The scanner of words that start with a letter or figure: what belongs to them and where they part. */
import { readPeriod } from './abbreviations.ts';
import { EXTEND, FIGURE, isLetter, isWordLike, kindOf, LOWER, UPPER } from './characters.ts';
import { fusedLength, isClitic } from './clitics.ts';
import { addWord, type WordSpans } from './word-spans.ts';

/** First parts that stay joined to what follows their hyphen, as in most words of the treebanks. */
const PREFIXES = new Set(
  (
    'anti co counter cross e ex extra hyper infra inter intra macro mega meta micro mid mini multi neo non over pan para ' +
    'post pre pro pseudo quasi re semi sub super trans ultra un under vice'
  ).split(' '),
);
const UNITS = [
  '[cnkµ]?m|mm|[mk]?g|lbs?|ft|[kKMG]?[hH]z|[mk]ph|[aApP][mM]|[kKM]|bn|mn|tn|[kKMGT][wWbB]|oz|ml|hrs?|mins?|secs?',
  'yrs?|pc|cc|x',
].join('|');
const UNIT = new RegExp(`^(?:${UNITS})$`);
const PHONE = /\d{1,8}(?:-\d{1,8}){2,6}(?![\w-])|\d{3}-\d{4}(?![\w-])/y;
/** Last letters of the words that `fusedLength` knows: a, e, m, s, t. */
const FUSED_ENDINGS = new Set([0x61, 0x65, 0x6d, 0x73, 0x74]);
const SLASHED = /(?:b\/c|s\/he|w\/o|n\/a)(?![\p{L}\p{N}])/iuy;
const NUMERIC = /[\d.,:]+/y;

const [APOSTROPHE, RIGHT_QUOTE, PERIOD, COMMA, COLON, SLASH] = [0x27, 0x2019, 0x2e, 0x2c, 0x3a, 0x2f] as const;
const [HYPHEN, AMPERSAND, DOLLAR, UNDERSCORE, ASTERISK] = [0x2d, 0x26, 0x24, 0x5f, 0x2a] as const;
const [SMALL_N, SMALL_T] = [0x6e, 0x74] as const;

/**
 * Cuts the word that starts at `start`, in one or more pieces.
 *
 * @param end the scanner reads nothing from here on
 * @param period the place of the period that ends the sentence
 * @returns where to go on
 */
export function scanWord(found: WordSpans, start: number, end: number, period: number): number {
  const { text } = found;
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (kindOf(code) >= LOWER) {
      at += 1;
      continue;
    }
    if (code === APOSTROPHE || code === RIGHT_QUOTE) {
      if (at + 1 >= end || !isLetter(text.charCodeAt(at + 1))) break;
      let run = at + 2;
      while (run < end && isLetter(text.charCodeAt(run))) run += 1;
      const clitic = cliticStart(text, start, at, run);
      if (clitic >= 0) {
        addWord(found, start, clitic);
        addWord(found, clitic, run);
        return run;
      }
      at = run;
      continue;
    }
    const next = pastMark(text, start, at, end);
    if (next < 0) {
      if (!endsWithMark(text, start, at, end, period)) break;
      addWord(found, start, at + 1);
      return at + 1;
    }
    at = next;
  }
  finish(found, start, at);
  return at;
}

/** Where the clitic begins whose apostrophe stands at `at` ("n't", "'s") and that ends at `run`; -1 where it is none. */
function cliticStart(text: string, start: number, at: number, run: number): number {
  const negated = run === at + 2 && (text.charCodeAt(at + 1) | 32) === SMALL_T;
  if (negated && (text.charCodeAt(at - 1) | 32) === SMALL_N && at - 1 > start) return at - 1;
  return kindOf(text.charCodeAt(at - 1)) !== FIGURE && isClitic(text, at + 1, run) ? at : -1;
}

/** Where the word goes on behind the mark at `at` that stands inside it; -1 where it ends there. */
function pastMark(text: string, start: number, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const before = kindOf(text.charCodeAt(at - 1));
  const next = at + 1 < end ? text.charCodeAt(at + 1) : Number.NaN;
  const after = kindOf(next);
  switch (code) {
    case PERIOD:
      if (before === after && (after === FIGURE || after === LOWER)) return at + 1;
      return isLetter(next) && isInitialism(text, start, at) ? at + 1 : -1;
    case COMMA:
      return before === FIGURE && isThousands(text, at, end) ? at + 4 : -1;
    case COLON:
    case SLASH: {
      const letters = code === SLASH && at === start + 1 ? slashedEnd(text, start) : 0;
      if (letters > 0) return letters;
      return before === FIGURE && after === FIGURE ? at + 1 : -1;
    }
    case HYPHEN:
      if (!isWordLike(next)) return -1;
      if (before === FIGURE && after === FIGURE) {
        PHONE.lastIndex = start;
        // Of "2020-09-14/2020-09-25" it matches the first day alone, which ends before the mark.
        return PHONE.test(text) && PHONE.lastIndex > at && PHONE.lastIndex <= end ? PHONE.lastIndex : -1;
      }
      return at - start <= 7 && PREFIXES.has(text.slice(start, at).toLowerCase()) ? at + 1 : -1;
    case AMPERSAND:
      return before === UPPER && after === UPPER && at - start <= 3 ? at + 1 : -1;
    case UNDERSCORE:
    case ASTERISK:
      return isWordLike(next) ? at + 1 : -1;
    default:
      return -1;
  }
}

/** Whether the mark at `at` is the word's last character: the period of an abbreviation, the dollar of "US$". */
function endsWithMark(text: string, start: number, at: number, end: number, period: number): boolean {
  const code = text.charCodeAt(at);
  const before = kindOf(text.charCodeAt(at - 1));
  if (code === DOLLAR) return before === UPPER && at - start <= 3;
  if (code !== PERIOD || before === FIGURE) return false;
  const next = at + 1 < end ? text.charCodeAt(at + 1) : Number.NaN;
  return !isWordLike(next) && next !== PERIOD && readPeriod(text, start, at, at === period);
}

/** Cuts what was found, parting units from figures and fused words. */
function finish(found: WordSpans, start: number, end: number): void {
  const { text } = found;
  const last = text.charCodeAt(end - 1);
  if (kindOf(text.charCodeAt(start)) === FIGURE && kindOf(last) !== FIGURE) {
    NUMERIC.lastIndex = start;
    const figures = NUMERIC.test(text) ? NUMERIC.lastIndex : end;
    if (figures < end && UNIT.test(text.slice(figures, end))) {
      addWord(found, start, figures);
      addWord(found, figures, end);
      return;
    }
  } else if (end - start <= 8 && FUSED_ENDINGS.has(last | 32)) {
    const first = fusedLength(text, start, end);
    if (first > 0) {
      addWord(found, start, start + first);
      addWord(found, start + first, end);
      return;
    }
  }
  addWord(found, start, end);
}

/** The end of one of the abbreviations with a slash that are one word, or 0. */
function slashedEnd(text: string, start: number): number {
  SLASHED.lastIndex = start;
  return SLASHED.test(text) ? SLASHED.lastIndex : 0;
}

/** True where the period at `period` ends a part of one or two letters (U.S, Ph.D), so that what follows belongs to it. */
function isInitialism(text: string, start: number, period: number): boolean {
  const single = period - start === 1 || text[period - 2] === '.';
  return isLetter(text.charCodeAt(period - 1)) && (single || text.slice(start, period) === 'Ph');
}

/** True where exactly three figures follow the comma at `comma`. */
function isThousands(text: string, comma: number, end: number): boolean {
  for (let at = comma + 1; at <= comma + 3; at++) {
    if (at >= end || kindOf(text.charCodeAt(at)) !== FIGURE) return false;
  }
  const after = comma + 4 < end ? kindOf(text.charCodeAt(comma + 4)) : EXTEND;
  return after !== FIGURE;
}
