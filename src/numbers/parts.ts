/** Parts of one: "½", "1/4", "two-thirds", "a quarter", "twenty fifths". They stand alone or behind a whole number. */
import { pastGap, readNumeral, wordFrom } from './numerals.ts';

const VULGAR: Readonly<Record<string, number>> = {
  ...{ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅖': 2 / 5, '⅗': 3 / 5, '⅘': 4 / 5 },
  ...{ '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8 },
};
/** Denominators of printed fractions; with others (9/11, 24/7) it is a date or a name. */
const PRINTED = /(?<over>\d{1,2})[/⁄](?<under>2|3|4|5|6|8|10|16|32|64|100)(?![\d/]|[.,]\d)/y;
const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ...'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 3]),
  ...'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
    .split(' ')
    .map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...([
    ['half', 2],
    ['halve', 2],
    ['quarter', 4],
    ['hundredth', 100],
    ['thousandth', 1e3],
  ] as const),
  ...([
    ['millionth', 1e6],
    ['billionth', 1e9],
    ['trillionth', 1e12],
    ['sixteenth', 16],
  ] as const),
]);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, 20 + 10 * index]),
);

export interface Part {
  readonly value: number;
  readonly end: number;
  readonly spelt: boolean;
}
const AND = /(?:[ \u00a0](?:and|&)[ \u00a0]|-and-|[ \u00a0]{1,2}|-)/iy;

/** Reads the part behind a whole number: the "½" of "2½", the " 1/4" of "2 1/4", the " and a half" of "two and a half". */
export function readPartBehind(text: string, at: number, end: number): Part | null {
  AND.lastIndex = at;
  const joint = AND.exec(text)?.[0] ?? '';
  const start = at + joint.length;
  const printed = readPrintedPart(text, start, end);
  // "21/4" is no mixed number: printed digits need a gap.
  if (printed) return joint === '' && text[start]! <= '9' ? null : printed;
  return joint.includes('and') || joint.includes('&') ? readSpeltPart(text, start, end) : null;
}

/** Reads "½" or "1/4" at `at`. */
export function readPrintedPart(text: string, at: number, end: number): Part | null {
  const code = text.charCodeAt(at);
  if (code < 0x80 && !(code >= 0x30 && code <= 0x39)) return null;
  const vulgar = VULGAR[text[at] ?? ''];
  if (vulgar !== undefined && at < end) return { value: vulgar, end: at + 1, spelt: false };
  PRINTED.lastIndex = at;
  const groups = PRINTED.exec(text)?.groups;
  if (!groups || PRINTED.lastIndex > end) return null;
  const value = Number(groups.over) / Number(groups.under);
  return value > 0 && value < 1 ? { value, end: PRINTED.lastIndex, spelt: false } : null;
}

/** Reads "a half", "two-thirds", "one hundred thirty-two fifths" at `at`: numerator, gap, denominator. */
export function readSpeltPart(text: string, at: number, end: number): Part | null {
  const first = wordFrom(text, at);
  if (!first) return null;
  const article = first.word === 'a' || first.word === 'an';
  const over = readNumeral(text, at, end) ?? (article ? { value: 1, end: first.end } : null);
  const under = over && denominator(text, pastGap(text, over.end));
  if (!under || under.end > end || under.plural !== (over.value !== 1)) return null;
  return { value: over.value / under.value, end: under.end, spelt: true };
}

/** "third", "fifths", "twenty fifths". */
function denominator(
  text: string,
  at: number,
): { readonly value: number; readonly plural: boolean; readonly end: number } | null {
  const first = at < 0 ? null : wordFrom(text, at);
  if (!first) return null;
  const plural = first.word.endsWith('s');
  const value = DENOMINATORS.get(plural ? first.word.slice(0, -1) : first.word);
  if (value !== undefined) return { value, plural, end: first.end };
  const tens = TENS.get(first.word);
  const next = tens === undefined ? null : denominator(text, pastGap(text, first.end));
  return next && next.value < 10 ? { ...next, value: tens! + next.value } : null;
}
