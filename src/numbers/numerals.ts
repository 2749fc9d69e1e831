/**
 * Numbers spelt out: the grammar of English number words.
 *
 *   number  := group scale* ((", " | " and " | " ") group scale*)*      scales fall: "two million three hundred thousand"
 *   group   := below-hundred ["hundred" [["and"] below-hundred]]       "three hundred and thirty-one", "twelve hundred"
 *   decimal := number "point" digit-word+                              "nine point nought four"
 */
import { SMALL_NUMBERS, TENS } from '../number-words.ts';
import { scaleOf, times } from './scales.ts';

const SMALL: Readonly<Record<string, number>> = Object.fromEntries(SMALL_NUMBERS.map((word, value) => [word, value]));
const TEN: Readonly<Record<string, number>> = Object.fromEntries(TENS.map((word, index) => [word, 20 + 10 * index]));
const NOUGHT = new Set(['nought', 'naught', 'nil']);

/** A number read from words. */
export interface Numeral {
  readonly value: number;
  readonly end: number;
  /** The factor of the last scale word, 1 without one. */
  readonly scale: number;
}

const GAP = /[ \u00a0]?[-\u2010\u2011][ \u00a0]?|[ \t\u00a0]+|[ \u00a0]?\r?\n[ \u00a0]?/y;
const AND = /[ \u00a0]+(?:and|&)[ \u00a0]+/y;
const COMMA = /,[ \u00a0]+(?:(?:and|&)[ \u00a0]+)?/y;

/** The word at `at` in lower case and where it ends; null at anything else and at -1. */
export function wordFrom(text: string, at: number): { readonly word: string; readonly end: number } | null {
  if (at < 0) return null;
  let end = at;
  while (isLetter(text.charCodeAt(end) | CASE)) end += 1;
  return end === at ? null : { word: text.slice(at, end).toLowerCase(), end };
}

/** The bit that differs between a small letter and its capital in ASCII. */
const CASE = 0x20;

/** Whether a UTF-16 code unit is a small letter from a to z. */
export function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Where the next word starts after one space or hyphen; -1 where there is none. */
export function pastGap(text: string, at: number): number {
  // One space before a letter, as nearly always, needs no pattern.
  if (text.charCodeAt(at) === 0x20 && isLetter(text.charCodeAt(at + 1) | CASE)) return at + 1;
  return past(GAP, text, at);
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** 0 to 99: "seven", "seventeen", "seventy-seven". */
function belowHundred(text: string, at: number): Numeral | null {
  const first = wordFrom(text, at);
  if (!first) return null;
  const small = NOUGHT.has(first.word) ? 0 : own(SMALL, first.word);
  if (small !== undefined) return { value: small, end: first.end, scale: 1 };
  const tens = own(TEN, first.word);
  if (tens === undefined) return null;
  const next = wordFrom(text, pastGap(text, first.end));
  const digit = next && own(SMALL, next.word);
  if (digit !== null && digit !== undefined && digit > 0 && digit < 10)
    return { value: tens + digit, end: next!.end, scale: 1 };
  return { value: tens, end: first.end, scale: 1 };
}

/** 0 to 9900: "a hundred and two", "twelve hundred". */
function group(text: string, at: number, joined: boolean): Numeral | null {
  const first = wordFrom(text, at);
  const article = first && (first.word === 'a' || first.word === 'an');
  const start = article ? null : first?.word === 'hundred' ? { value: 1, end: at, scale: 1 } : belowHundred(text, at);
  const hundred = wordFrom(
    text,
    article ? pastGap(text, first.end) : start && start.end > at ? pastGap(text, start.end) : at,
  );
  if (hundred?.word !== 'hundred') return start && start.end > at ? start : null;
  const value = 100 * (start?.value ?? 1);
  for (const separator of joined ? [AND, GAP] : [GAP]) {
    const next = past(separator, text, hundred.end);
    const tail = next < 0 ? null : belowHundred(text, next);
    const beyond = tail && wordFrom(text, pastGap(text, tail.end));
    if (tail && tail.value > 0 && beyond?.word !== 'hundred')
      return { value: value + tail.value, end: tail.end, scale: 100 };
  }
  return { value, end: hundred.end, scale: 100 };
}

/** A group with its scales: "three hundred thousand", "a million", "thousand million". */
function scaled(text: string, at: number, joined: boolean): Numeral | null {
  const first = wordFrom(text, at);
  if (!first) return null;
  const article = first.word === 'a' || first.word === 'an';
  let read = group(text, at, joined);
  if (!read) {
    const start = article ? pastGap(text, first.end) : at;
    const scale = wordFrom(text, start);
    const factor = scale && scaleOf(scale.word);
    if (!factor) return null;
    read = { value: factor, end: scale.end, scale: factor };
  }
  for (;;) {
    const next = wordFrom(text, pastGap(text, read.end));
    const factor = next && scaleOf(next.word);
    if (!factor || factor === 100 || read.scale === 12) return read;
    read = { value: times(read.value, factor), end: next.end, scale: factor };
  }
}

/**
 * Reads a number in words from `at`.
 *
 * @param joined false after "between", where "and" parts two numbers: "between one hundred and two hundred"
 * @returns null where no number word stands there, or where it would end after `end`
 */
export function readNumeral(text: string, at: number, end: number, joined = true): Numeral | null {
  if (at !== last.at || end !== last.end || joined !== last.joined || text !== last.text)
    last = { text, at, end, joined, read: numeralAt(text, at, end, joined) };
  return last.read;
}

/** The last answer: several readers of amounts ask for the same place in turn. */
let last: {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly joined: boolean;
  readonly read: Numeral | null;
} = { text: '', at: -1, end: -1, joined: true, read: null };

function numeralAt(text: string, at: number, end: number, joined: boolean): Numeral | null {
  let read = scaled(text, at, joined);
  if (!read || read.end > end) return null;
  while (read.scale >= 1e3) {
    const more: Numeral | null = smaller(text, read, joined);
    if (!more || more.end > end) break;
    read = { value: read.value + more.value, end: more.end, scale: more.scale };
  }
  return decimals(text, read, end) ?? read;
}

/** A smaller number after a scale word: "[two thousand] three hundred", "[a million] and one". */
function smaller(text: string, before: Numeral, joined: boolean): Numeral | null {
  for (const separator of joined ? [AND, COMMA, GAP] : [GAP]) {
    const next = past(separator, text, before.end);
    const read = next < 0 ? null : scaled(text, next, joined);
    if (!read || read.value === 0 || read.value >= before.scale || read.scale === 12) continue;
    if (/^an? /i.test(text.slice(next, next + 3))) continue;
    // A comma joins only what cannot be a new item of a list: "three million, two hundred".
    if (separator === COMMA && read.scale === 1) continue;
    return read;
  }
  return null;
}

/** "point" and digits: "[zero] point zero eight", "[nought] point eleven". */
function decimals(text: string, before: Numeral, end: number): Numeral | null {
  const point = wordFrom(text, pastGap(text, before.end));
  if (point?.word !== 'point' || before.scale !== 1) return null;
  let digits = '';
  let stop = point.end;
  for (;;) {
    const next = pastGap(text, stop);
    const digit = next < 0 ? null : belowHundred(text, next);
    if (!digit || digit.end > end) break;
    digits += digit.value;
    stop = digit.end;
  }
  if (digits === '') return null;
  const next = wordFrom(text, pastGap(text, stop));
  const factor = next && next.end <= end ? scaleOf(next.word) : undefined;
  const value = Number(`${before.value}.${digits}`);
  return factor ? { value: times(value, factor), end: next!.end, scale: factor } : { value, end: stop, scale: 1 };
}

function own<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
