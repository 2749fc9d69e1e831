/** Every reader of amounts. At one place the longest reading wins; of equal ones the earlier in this list. */
import { digits } from './digits.ts';
import type { Figure, Reader } from './figure.ts';
import { fractions } from './fractions.ts';
import { multiples } from './multiples.ts';
import { ordinals } from './ordinals.ts';
import { scores } from './scores.ts';
import { vague } from './vague.ts';
import { words } from './words.ts';

export const READERS: readonly Reader[] = [ordinals, scores, multiples, fractions, vague, digits, words];

/** Those that read something at a digit or sign, and those that read something at a letter. */
const AT_DIGITS = READERS.filter((reader) => reader !== vague && reader !== words);
const AT_LETTERS = READERS.filter((reader) => reader !== scores);
const NUMBER_WORDS =
  'zero nought naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion ' +
  'trillion dozen dozens tens scores hundreds thousands millions billions trillions several couple half quarter twice ' +
  'thrice double triple treble quadruple first second third fourth fifth sixth seventh eighth ninth tenth eleventh ' +
  'twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth ' +
  'fiftieth sixtieth seventieth eightieth ninetieth hundredth trillionth twofold threefold fourfold fivefold sixfold ' +
  'sevenfold eightfold ninefold tenfold twentyfold hundredfold thousandfold';
const ARTICLED =
  'hundred|thousand|million|billion|trillion|dozen|few|couple|half|quarter|third|fifth|sixth|seventh|eighth|ninth|tenth';
/** Where an amount can start: a digit, a vulgar fraction, a number word, an article before one. */
const TRIGGER = new RegExp(
  String.raw`[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?:(?<!plus or )(?:minus|negative)[ -](?=[a-z\d])|an?[ -](?=(?:${ARTICLED})\b)|(?:${NUMBER_WORDS.replaceAll(' ', '|')})(?![a-z]))`,
  'gi',
);
const SIGNS = /[-\u2212]/;
const WORDLIKE = /[\p{L}\p{N}%°)\]]/u;

/**
 * Reads every amount of a sentence, from left to right, without overlap.
 *
 * @param past called with each amount; returns where to go on reading, so that a unit with digits is not read twice
 * @returns where the next amount can start, at or behind `end`: the sentences before it hold none and need no look
 */
export function scanFigures(text: string, start: number, end: number, past: (figure: Figure) => number): number {
  TRIGGER.lastIndex = start;
  for (let match = TRIGGER.exec(text); match; match = TRIGGER.exec(text)) {
    if (match.index >= end) return match.index;
    const at = signedStart(text, match.index, start);
    const figure = longest(text, at, end) ?? (at < match.index ? longest(text, match.index, end) : null);
    TRIGGER.lastIndex = figure ? Math.max(past(figure), figure.end) : pastDigits(text, match.index + match[0].length);
  }
  return text.length;
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
  let best: Figure | null = null;
  const first = text.charCodeAt(at) | 0x20;
  for (const reader of first >= 0x61 && first <= 0x7a ? AT_LETTERS : AT_DIGITS) {
    const figure = reader.read(text, at, end);
    if (figure && (!best || figure.end > best.end)) best = figure;
  }
  return best;
}
