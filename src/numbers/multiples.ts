/** How many times as much: "twice as many", "threefold", "3x", "four times the number". */
import { exact, type Figure, type Reader } from './figure.ts';
import { readNumeral } from './numerals.ts';

const TWICE =
  /(?<word>twice|thrice|double|triple|treble|quadruple)(?=[ \u00a0](?:as|the|that|its|their|his|her|what|those|this)\b)/iy;
const ONCE: Readonly<Record<string, number>> = { twice: 2, thrice: 3, double: 2, triple: 3, treble: 3, quadruple: 4 };
const FOLD = /(?<word>[a-z]+?)-?fold\b/iy;
const DIGITS = /(?<number>\d+(?:\.\d+)?)(?:[ -]?fold\b|x\b(?! ?\d))/iy;
const COMPARED = [
  'as|the|more|less|fewer|higher|lower|larger|bigger|smaller|greater|faster|slower|longer|that|its|their|what',
  'over|worse|better|stronger|likelier',
].join('|');
const TIMES = new RegExp(String.raw`(?:[ \u00a0]times)(?=[ \u00a0](?:${COMPARED})\b)`, 'iy');
const NUMBER = /\d+(?:\.\d+)?/y;

export const multiples: Reader = {
  name: 'multiple',
  reads: 'twice as | double the | sixfold | 3x | four times the',
  read: (text, at, end) => once(text, at, end) ?? fold(text, at, end) ?? times(text, at, end),
  examples: [
    'They earn {n=2 twice} as much.',
    'Prices rose {n=6 sixfold}.',
    'It is {n=10 10x} bigger.',
    'Sales are {n=4 more than four times} the figure of last year.',
  ],
  not: ['He spoke twice.', 'The double doors opened.'],
};

function once(text: string, at: number, end: number): Figure | null {
  TWICE.lastIndex = at;
  const word = TWICE.exec(text)?.groups?.word?.toLowerCase();
  return word === undefined || TWICE.lastIndex > end ? null : multiple(at, TWICE.lastIndex, ONCE[word]!, 'words');
}

function fold(text: string, at: number, end: number): Figure | null {
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text)?.groups?.number;
  if (digits !== undefined && DIGITS.lastIndex <= end) return multiple(at, DIGITS.lastIndex, Number(digits), 'digits');
  FOLD.lastIndex = at;
  const word = FOLD.exec(text)?.groups?.word;
  const numeral = word === undefined || FOLD.lastIndex > end ? null : readNumeral(word, 0, word.length);
  return numeral && numeral.end === word!.length ? multiple(at, FOLD.lastIndex, numeral.value, 'words') : null;
}

function times(text: string, at: number, end: number): Figure | null {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text);
  const number = digits ? { value: Number(digits[0]), end: NUMBER.lastIndex } : readNumeral(text, at, end);
  TIMES.lastIndex = number?.end ?? 0;
  if (!number || !TIMES.test(text) || TIMES.lastIndex > end) return null;
  return multiple(at, TIMES.lastIndex, number.value, digits ? 'digits' : 'words');
}

function multiple(start: number, end: number, value: number, form: Figure['form']): Figure {
  return exact({ start, end }, value, form, 'multiple', { kind: 'multiple' });
}
