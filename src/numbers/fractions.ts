/** Fractions that stand alone: "two-thirds", "half", "a quarter of a million", "one in three", "nine out of 10". */
import { exact, type Figure, type Reader } from './figure.ts';
import { readNumeral } from './numerals.ts';
import { readPrintedPart, readSpeltPart } from './parts.ts';
import { scaleOf, times } from './scales.ts';

const HALF = /half(?:-|\b)/iy;
const QUARTER = /quarter(?=[ -](?:million|billion|trillion|century)\b)/iy;
const OF_SCALE = /(?:[ -](?:of[ -])?(?:an?[ -]+)?)(?<scale>dozen|hundred|thousand|million|billion|trillion)\b/iy;
const AFTER_HALF = [
  'of|the|a|an|all|that|this|those|these|his|her|its|their|our|my|your|say|said|believe|think|support|oppose|were',
  'are|have|had',
].join('|');
const HALF_GOES_ON = new RegExp(String.raw`[ \u00a0](?:${AFTER_HALF})\b`, 'iy');
/** "fell by half", but not "by half time" */
const BY = /\bby[ -]$/i;
const ENDS = /(?:[.,;:)—–]|$|[ \u00a0](?:in|since|over|from|to|for|by|during|this|last|between|after|and)\b)/y;
const WHICH_HALF = [
  'first|second|third|latter|other|this|that|last|next|each|either|every|better|opening|final|top|bottom|upper',
  'lower|left|right|front|back|northern|southern|eastern|western|the|a|one|and a|previous|same|per|in|at|by',
].join('|');
const DETERMINED = new RegExp(String.raw`\b(?:${WHICH_HALF})[ -]$`, 'i');
const ABOUT = [
  'about|around|nearly|almost|over|under|than|roughly|approximately|least|most|some|only|just|exactly|to|by',
  'well over|up to',
].join('|');
const MODIFIED = new RegExp(String.raw`\b(?:${ABOUT})\s$`, 'i');
const DIGITS = /\d{1,3}(?:,\d{3})*(?!\d|[.,]\d)/y;
const IN = /[ \u00a0](?:in|out of|in every|out of every|of every)[ \u00a0](?:every[ \u00a0])?/iy;
const OVER = /[ \u00a0]over[ \u00a0]/iy;
const TIMES_AND_GAMES = [
  String.raw`years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|seasons?|games?|matches?|at\b`,
  'overtime|extra',
].join('|');
const TIME_NEXT = new RegExp(String.raw`[ \u00a0-](?:consecutive |straight )?(?:${TIMES_AND_GAMES})`, 'iy');

export const fractions: Reader = {
  name: 'fraction',
  reads: 'two-thirds | half of | a quarter of a million | one in three | nine out of 10 | ¾',
  read: (text, at, end) => ratio(text, at, end) ?? part(text, at, end) ?? half(text, at, end),
  examples: [
    '{n=0.6666666666666666 Nearly two-thirds} of the members voted.',
    'They lost {n=0.5 half} of the crop.',
    'The town paid {n=250000 a quarter of a million dollars}.',
    '{n=0.3333333333333333 One in three} children is poor.',
    '{n=0.9 Nine out of 10} doctors agree.',
  ],
  not: ['They scored in the second half.', 'The final third of the season was poor.'],
};

/** "one in three", "nine out of 10", "one over three". */
function ratio(text: string, at: number, end: number): Figure | null {
  const over = whole(text, at, end);
  if (!over || over.value < 1) return null;
  IN.lastIndex = over.end;
  OVER.lastIndex = over.end;
  const next = IN.test(text) ? IN.lastIndex : over.value === 1 && OVER.test(text) ? OVER.lastIndex : -1;
  const under = next < 0 ? null : whole(text, next, end);
  if (!under || under.value <= over.value || isYear(text, next, under)) return null;
  TIME_NEXT.lastIndex = under.end;
  if (TIME_NEXT.test(text)) return null;
  const value = over.value / under.value;
  return exact({ start: at, end: under.end }, value, 'words', 'fraction', { kind: 'fraction' });
}

function whole(text: string, at: number, end: number): { readonly value: number; readonly end: number } | null {
  DIGITS.lastIndex = at;
  const match = DIGITS.exec(text);
  if (match)
    return DIGITS.lastIndex <= end ? { value: Number(match[0].replace(/,/g, '')), end: DIGITS.lastIndex } : null;
  return readNumeral(text, at, end);
}

/** "one in 2019" is a date. */
function isYear(text: string, at: number, number: { readonly value: number; readonly end: number }): boolean {
  return number.end - at === 4 && number.value >= 1500 && number.value < 2100 && text[at]! <= '9';
}

function part(text: string, at: number, end: number): Figure | null {
  const read = readPrintedPart(text, at, end) ?? readSpeltPart(text, at, end);
  if (!read) return null;
  // "a third man" counts in order; "a third of", "a third." divides.
  if (
    /^an?\s/i.test(text.slice(at, at + 3)) &&
    !/half|quarter/i.test(text.slice(at, read.end)) &&
    /^[ -][a-z]/i.test(text.slice(read.end, read.end + 2)) &&
    !/^ of\b/i.test(text.slice(read.end, read.end + 4))
  )
    return null;
  return scaled(text, at, read.value, read.end, end, read.spelt ? 'words' : 'digits');
}

function half(text: string, at: number, end: number): Figure | null {
  HALF.lastIndex = at;
  QUARTER.lastIndex = at;
  const isHalf = HALF.test(text);
  if (!isHalf && !QUARTER.test(text)) return null;
  const stop = isHalf ? at + 4 : QUARTER.lastIndex;
  const before = text.slice(Math.max(0, at - 16), at);
  const figure = scaled(text, at, isHalf ? 0.5 : 0.25, stop, end, 'words');
  if (figure.scale > 1) return figure;
  HALF_GOES_ON.lastIndex = stop;
  ENDS.lastIndex = stop;
  if (isHalf && BY.test(before) && ENDS.test(text)) return figure;
  if (DETERMINED.test(before) || !isHalf || text[stop] === '-') return null;
  return MODIFIED.test(before) || HALF_GOES_ON.test(text) ? figure : null;
}

/** The part alone, or times the scale behind it: "half [a million]", "three quarters [of a million]". */
function scaled(text: string, at: number, value: number, stop: number, end: number, form: Figure['form']): Figure {
  OF_SCALE.lastIndex = stop;
  const word = OF_SCALE.exec(text)?.groups?.scale;
  const factor = word === undefined || OF_SCALE.lastIndex > end ? undefined : scaleOf(word.toLowerCase());
  if (factor === undefined) return exact({ start: at, end: stop }, value, form, 'fraction', { kind: 'fraction' });
  return exact({ start: at, end: OF_SCALE.lastIndex }, times(value, factor), 'words', 'fraction', { scale: factor });
}
