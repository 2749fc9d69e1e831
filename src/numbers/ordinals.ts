/** Places in an order: "fifth", "22nd", "twenty-first", "the 100th". */
import { SMALL_ORDINALS, TENS_ORDINALS } from '../number-words.ts';
import { exact, type Figure, type Reader } from './figure.ts';
import { pastGap, readNumeral, wordFrom } from './numerals.ts';

const DIGITS = /(?<number>\d{1,3}(?:,\d{3})+|\d{1,6})(?:st|nd|rd|th)\b/iy;
const WORDS: ReadonlyMap<string, number> = new Map([
  ...SMALL_ORDINALS.map((word, index): [string, number] => [word, index + 1]),
  ...TENS_ORDINALS.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...([
    ['hundredth', 100],
    ['thousandth', 1e3],
    ['millionth', 1e6],
    ['billionth', 1e9],
    ['trillionth', 1e12],
  ] as const),
]);

export const ordinals: Reader = {
  name: 'ordinal',
  reads: 'fifth | 22nd | twenty-first | one hundred and third | two hundredth',
  read,
  examples: [
    'This is the {n=5 fifth} weekend of protests.',
    'The {n=22 22nd} amendment and the {n=121 one hundred twenty-first} page.',
  ],
  not: ['He waited a second.', 'First, they must agree.'],
};

function read(text: string, at: number, end: number): Figure | null {
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text);
  if (digits) {
    if (DIGITS.lastIndex > end) return null;
    return place(at, DIGITS.lastIndex, Number(digits.groups!.number!.replace(/,/g, '')), 'digits');
  }
  const first = wordFrom(text, at);
  if (!first) return null;
  const alone = WORDS.get(first.word);
  if (alone !== undefined) return first.end <= end && alone < 100 ? place(at, first.end, alone, 'words') : null;
  const cardinal = readNumeral(text, at, end);
  if (!cardinal) return null;
  const gap = pastGap(text, cardinal.end);
  const joint = gap < 0 ? null : wordFrom(text, gap);
  const last = joint?.word === 'and' ? wordFrom(text, pastGap(text, joint.end)) : joint;
  const rank = last && last.end <= end ? WORDS.get(last.word) : undefined;
  if (rank === undefined) return null;
  if (rank >= 100) return joint === last ? place(at, last!.end, cardinal.value * rank, 'words') : null;
  // "twenty fifth" is 25th; "seven second" is no ordinal, nor is "million third".
  const fits = rank < lowestZeros(cardinal.value);
  return fits ? place(at, last!.end, cardinal.value + rank, 'words') : null;
}

/**
 * The lowest power of ten in which a value has a digit: the ordinal behind it must be smaller (20 takes units, 300
 * takes two places).
 */
function lowestZeros(value: number): number {
  let power = 1;
  while (power < 1e15 && value % (power * 10) === 0) power *= 10;
  return power;
}

function place(start: number, end: number, value: number, form: Figure['form']): Figure {
  return exact({ start, end }, value, form, 'ordinal', { kind: 'ordinal' });
}
