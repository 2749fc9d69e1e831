/** The scanner of words that start with a letter or figure: what belongs to them and where they part. */
import { readPeriod } from './abbreviations.ts';
import { EXTEND, FIGURE, isLetter, isWordLike, kindOf, LOWER, UPPER } from './characters.ts';
import { fusedLength, isClitic } from './clitics.ts';
import { type Cuts, cut } from './cuts.ts';

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

/**
 * Cuts the word that starts at `start`, in one or more pieces.
 *
 * @param end the scanner reads nothing from here on
 * @param period the place of the period that ends the sentence
 * @returns where to go on
 */
export function scanWord(cuts: Cuts, start: number, end: number, period: number): number {
  const { text } = cuts;
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (kindOf(code) >= LOWER) {
      at += 1;
      continue;
    }
    const before = kindOf(text.charCodeAt(at - 1));
    const next = at + 1 < end ? text.charCodeAt(at + 1) : Number.NaN;
    const after = kindOf(next);
    if (code === 0x27 || code === 0x2019) {
      if (!isLetter(next)) break;
      let run = at + 2;
      while (run < end && isLetter(text.charCodeAt(run))) run += 1;
      if (run === at + 2 && (next | 32) === 0x74 && (text.charCodeAt(at - 1) | 32) === 0x6e && at - 1 > start) {
        cut(cuts, start, at - 1);
        cut(cuts, at - 1, run);
        return run;
      }
      if (before !== FIGURE && isClitic(text, at + 1, run)) {
        cut(cuts, start, at);
        cut(cuts, at, run);
        return run;
      }
      at = run;
    } else if (code === 0x2e) {
      if (before === after && (after === FIGURE || after === LOWER)) at += 1;
      else if (isLetter(next) && isInitialism(text, start, at)) at += 1;
      else if (isWordLike(next) || next === 0x2e || before === FIGURE) break;
      else if (readPeriod(text, start, at, at === period)) {
        cut(cuts, start, at + 1);
        return at + 1;
      } else break;
    } else if (code === 0x2c) {
      if (before !== FIGURE || !isThousands(text, at, end)) break;
      at += 4;
    } else if (code === 0x3a || code === 0x2f) {
      const letters = code === 0x2f && at === start + 1 && slashedEnd(text, start);
      if (!letters && (before !== FIGURE || after !== FIGURE)) break;
      at = letters || at + 1;
    } else if (code === 0x2d) {
      if (!isWordLike(next)) break;
      if (before === FIGURE && after === FIGURE) {
        PHONE.lastIndex = start;
        if (!PHONE.test(text)) break;
        at = PHONE.lastIndex;
      } else if (at - start <= 7 && PREFIXES.has(text.slice(start, at).toLowerCase())) at += 1;
      else break;
    } else if (code === 0x26) {
      if (before !== UPPER || after !== UPPER || at - start > 3) break;
      at += 1;
    } else if (code === 0x24) {
      if (before !== UPPER || at - start > 3) break;
      cut(cuts, start, at + 1);
      return at + 1;
    } else if (code === 0x5f || code === 0x2a) {
      if (!isWordLike(next)) break;
      at += 1;
    } else break;
  }
  finish(cuts, start, at);
  return at;
}

/** Cuts what was found, parting units from figures and fused words. */
function finish(cuts: Cuts, start: number, end: number): void {
  const { text } = cuts;
  const last = text.charCodeAt(end - 1);
  if (kindOf(text.charCodeAt(start)) === FIGURE && kindOf(last) !== FIGURE) {
    NUMERIC.lastIndex = start;
    const figures = NUMERIC.test(text) ? NUMERIC.lastIndex : end;
    if (figures < end && UNIT.test(text.slice(figures, end))) {
      cut(cuts, start, figures);
      cut(cuts, figures, end);
      return;
    }
  } else if (end - start <= 8 && FUSED_ENDINGS.has(last | 32)) {
    const first = fusedLength(text, start, end);
    if (first > 0) {
      cut(cuts, start, start + first);
      cut(cuts, start + first, end);
      return;
    }
  }
  cut(cuts, start, end);
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
