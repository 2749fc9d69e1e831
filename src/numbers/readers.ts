/** Every reader of amounts. At one place the longest reading wins; of equal ones the earlier in this list. */

import type { Words } from '../document.ts';
import { SMALL_NUMBERS, SMALL_ORDINALS, TENS, TENS_ORDINALS } from '../number-words.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';
import { digits } from './digits.ts';
import type { Figure, Reader } from './figure.ts';
import { fractions } from './fractions.ts';
import { multiples } from './multiples.ts';
import { isLetter } from './numerals.ts';
import { ordinals } from './ordinals.ts';
import { scores } from './scores.ts';
import { vague } from './vague.ts';
import { words } from './words.ts';

export const READERS: readonly Reader[] = [ordinals, scores, multiples, fractions, vague, digits, words];

/**
 * Readers that can start at a sign or a vulgar fraction, at a letter, at a letter other than the first of "minus" and
 * "negative".
 */
const AT_SIGNS = READERS.filter((reader) => reader !== vague && reader !== words);
const AT_LETTERS = READERS.filter((reader) => reader !== scores);
const AT_OTHER_LETTERS = AT_LETTERS.filter((reader) => reader !== digits);
/** What can follow digits, as bits: a rank, the second figure of a pair, a multiple, a part. */
const [RANK, PAIR, TIMES, PART] = [1, 2, 4, 8] as const;
/** Readers that can start at a digit, each with what must follow the digits. */
const AT_DIGITS: readonly (readonly [needs: number, reader: Reader])[] = [
  [RANK, ordinals],
  [PAIR, scores],
  [TIMES, multiples],
  [PART, fractions],
];
const [ZERO, ...FROM_ONE] = SMALL_NUMBERS;
const NUMBER_WORDS = [
  ...[ZERO, 'nought', 'naught', ...FROM_ONE, ...TENS, 'hundred', 'thousand', 'million', 'billion', 'trillion'],
  ...['dozen', 'dozens', 'tens', 'scores', 'hundreds', 'thousands', 'millions', 'billions', 'trillions'],
  ...['several', 'couple', 'half', 'quarter', 'twice', 'thrice', 'double', 'triple', 'treble', 'quadruple'],
  ...[...SMALL_ORDINALS, ...TENS_ORDINALS, 'hundredth', 'trillionth'],
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twenty'].map((word) => `${word}fold`),
  ...['hundredfold', 'thousandfold'],
].join('|');
const ARTICLED =
  'hundred|thousand|million|billion|trillion|dozen|few|couple|half|quarter|third|fifth|sixth|seventh|eighth|ninth|tenth';
const FRACTIONS = '½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞';
/** Of a number, but not of "plus or minus". */
const MINUS = String.raw`(?<!plus or )(?:minus|negative)[ -](?=[a-z\d])`;
/** Where an amount can start: a digit, a vulgar fraction, a number word, an article before one. */
const TRIGGER = new RegExp(
  String.raw`[\d${FRACTIONS}]|\b(?:${MINUS}|an?[ -](?=(?:${ARTICLED})\b)|(?:${NUMBER_WORDS})(?![a-z]))`,
  'gi',
);
/** What `TRIGGER` can find inside a single word; whether it is an amount only the following words decide. */
const IN_WORD = new RegExp(
  String.raw`[\d${FRACTIONS}]|\b(?:(?:minus|negative)(?![a-z])|an?-few\b|(?:${NUMBER_WORDS})(?![a-z]))`,
  'i',
);
const [STARTS, ARTICLE, ARTICLED_WORD, HYPHEN] = [1, 2, 4, 8] as const;
const IS_ARTICLED = new RegExp(`^-?(?:${ARTICLED})\\b`, 'i');
/** By word type, whether an amount can start in it or at an article before it; 0 for most words. */
const kindsOf = vocabularyCache(
  (form, lower) =>
    (IN_WORD.test(form) ? STARTS : 0) |
    (/(?:^|\W)an?$/i.test(form) ? ARTICLE : 0) |
    (IS_ARTICLED.test(form) ? ARTICLED_WORD : 0) |
    (lower === '-' ? HYPHEN : 0),
);

/** Tells the first offset at or behind another where an amount can start, -1 for none; to be asked in the order of the text. */
export type Seek = (at: number) => number;

/** An amount starts in a word that is or holds a digit or number word, or at the article before one. */
export function amountStarts({ count, types, starts, ends }: Words): Seek {
  const kinds = kindsOf();
  const canStart = (word: number): boolean => {
    const kind = kinds[types[word]!]!;
    if (kind & STARTS) return true;
    return (kind & ARTICLE) !== 0 && word + 1 < count && (kinds[types[word + 1]!]! & (ARTICLED_WORD | HYPHEN)) !== 0;
  };
  let word = 0;
  return (at) => {
    while (word < count && (ends[word]! <= at || !canStart(word))) word += 1;
    return word < count ? Math.max(at, starts[word]!) : -1;
  };
}

const SIGNS = /[-\u2212]/;
const WORDLIKE = /[\p{L}\p{N}%°)\]]/u;

/**
 * Reads every amount of a sentence, from left to right, without overlap.
 *
 * @param seek of the article's words
 * @param past called with each amount; returns where to go on reading, so that a unit with digits is not read twice
 * @returns where the next amount can start, at or behind `end`: the sentences before it hold none and need no look
 */
export function scanFigures(
  text: string,
  seek: Seek,
  start: number,
  end: number,
  past: (figure: Figure) => number,
): number {
  for (let from = start; ; ) {
    const next = seek(from);
    if (next < 0 || next >= end) return next < 0 ? text.length : next;
    TRIGGER.lastIndex = next;
    const match = TRIGGER.exec(text);
    if (!match) return text.length;
    if (match.index >= end) return match.index;
    const at = signedStart(text, match.index, start);
    const figure = longest(text, at, end) ?? (at < match.index ? longest(text, match.index, end) : null);
    from = figure ? Math.max(past(figure), figure.end) : pastDigits(text, match.index + match[0].length);
  }
}

/** No number starts in the middle of digits. */
function pastDigits(text: string, at: number): number {
  let end = at;
  while (text[end]! >= '0' && text[end]! <= '9') end += 1;
  return end;
}

/** Takes in the "." of ".5" and the "-" of "-5" where they belong to the number. */
function signedStart(text: string, at: number, from: number): number {
  if (text[at]! > '9' && !/[½⅓⅔¼¾⅛⅜⅝⅞]/.test(text[at]!)) return at;
  let start = at;
  if (start > from && text[start - 1] === '.' && !WORDLIKE.test(text[start - 2] ?? ' ') && text[start - 2] !== '.')
    start -= 1;
  if (start > from && SIGNS.test(text[start - 1]!) && !/[\p{L}\p{N}%°)\].,$£€"”'’-]/u.test(text[start - 2] ?? ' '))
    start -= 1;
  return start;
}

function longest(text: string, at: number, end: number): Figure | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return atDigits(text, at, end);
  const letter = code | 0x20;
  if (!isLetter(letter)) return longestOf(AT_SIGNS, text, at, end);
  return longestOf(letter === LETTER_M || letter === LETTER_N ? AT_LETTERS : AT_OTHER_LETTERS, text, at, end);
}

function longestOf(readers: readonly Reader[], text: string, at: number, end: number): Figure | null {
  let best: Figure | null = null;
  for (const reader of readers) {
    const figure = reader.read(text, at, end);
    if (figure && (!best || figure.end > best.end)) best = figure;
  }
  return best;
}

function atDigits(text: string, at: number, end: number): Figure | null {
  let best: Figure | null = null;
  const behind = behindDigits(text, at);
  for (const [needs, reader] of AT_DIGITS) {
    const figure = behind & needs ? reader.read(text, at, end) : null;
    if (figure && (!best || figure.end > best.end)) best = figure;
  }
  const plain = digits.read(text, at, end);
  return plain && (!best || plain.end > best.end) ? plain : best;
}

const [LETTER_M, LETTER_N, POINT, COMMA] = [0x6d, 0x6e, 0x2e, 0x2c] as const;
/** What digits can be, by the character right after them, and by the one after a space after them. */
const DIRECTLY: ReadonlyMap<string, number> = new Map([
  ...['s', 'n', 'r', 't'].map((letter) => [letter, RANK] as const),
  ...['f', 'x'].map((letter) => [letter, TIMES] as const),
  ...['\u2010', '\u2011', '\u2013'].map((dash) => [dash, PAIR] as const),
  ['-', PAIR | TIMES],
  ['/', PART],
  ['\u2044', PART],
]);
const PAST_SPACE: ReadonlyMap<string, number> = new Map([
  ['f', TIMES],
  ['t', TIMES],
  ['i', PART],
  ['o', PART],
]);

/** The longest printed number, in characters; anything longer ("1.1.1.1…") is none. */
const MAX_PRINTED_LENGTH = 48;

/** What the digits at `at` can be, as bits, by what follows them with their groups and decimals or without. */
function behindDigits(text: string, at: number): number {
  let bits = 0;
  const far = Math.min(text.length, at + MAX_PRINTED_LENGTH);
  for (let next = at + 1; ; next += 1) {
    const code = text.charCodeAt(next);
    if (next >= far) return bits;
    if (isDigit(code)) continue;
    const space = code === 0x20 || code === 0xa0;
    const sign = text[space ? next + 1 : next]?.toLowerCase() ?? '';
    bits |= (space ? PAST_SPACE : DIRECTLY).get(sign) ?? 0;
    if (code !== POINT && (code !== COMMA || !isDigit(text.charCodeAt(next + 3)))) return bits;
    if (!isDigit(text.charCodeAt(next + 1))) return bits;
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
