/** Whether two names can mean one person: initials, short forms, and spellings of one foreign name. */
import distance from 'natural/lib/natural/distance/index.js';
import { loadLexicon } from '../lexicon.ts';
import type { NameParts } from './parts.ts';

/** Below this similarity (Winkler 1990) two spellings are two names, whatever their letters. */
const LEAST = 0.85;
const SHORTEST = 5;

/** Letters that transliterations and languages write for one another, in one form. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/tz|ts|cz/g, 'c'],
  [/kh|q|ck|k|gh/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/iy|yy|ii|ij|ey|ie|y|j/g, 'i'],
  [/ee/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/[aeo]$/, '*'],
  [/ai|ia/g, 'a'],
];

function skeleton(word: string): string {
  return ALIKE.reduce((letters, [pattern, by]) => letters.replace(pattern, by), word);
}

/** First letters that stand for one another; for most pairs of names this settles it. */
const BEGINNINGS = ['ckgqx', 'ijye', 'vw', 'fp', 'ct'];

function mayBegin(a: string, b: string): boolean {
  return a[0] === b[0] || BEGINNINGS.some((letters) => letters.includes(a[0]!) && letters.includes(b[0]!));
}

/**
 * Whether two surnames are spellings of one ("Lukashenko", "Lukashenka"). A final vowel more ("Kolesnikov", "Kolesnikova")
 * is a woman's form, not a spelling.
 */
export function isVariant(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < SHORTEST || b.length < SHORTEST || !mayBegin(a, b) || skeleton(a) !== skeleton(b)) return false;
  return distance.JaroWinklerDistance(a, b) >= LEAST;
}

let nicknames: ReadonlyMap<string, readonly string[]> | undefined;

function fullForms(name: string): readonly string[] {
  nicknames ??= new Map(
    loadLexicon(new URL('./nicknames.tsv', import.meta.url)).map(([short, full]) => [short!, full!.split(' ')]),
  );
  return nicknames.get(name) ?? [];
}

/** Whether two given names can be one: equal, an initial, a short form, a spelling. */
export function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (fullForms(a).includes(b) || fullForms(b).includes(a)) return true;
  return fullForms(a).some((full) => fullForms(b).includes(full)) || isVariant(a, b);
}

/** Whether two full names can be one person: one surname, given names that agree as far as both go, one generation. */
export function samePerson(a: NameParts, b: NameParts): boolean {
  if (a.generation !== b.generation || !isVariant(a.last, b.last)) return false;
  if (a.given.length === 0 || b.given.length === 0 || !sameGiven(a.given[0]!, b.given[0]!)) return false;
  const middle = Math.min(a.given.length, b.given.length);
  for (let at = 1; at < middle; at++) if (!sameGiven(a.given[at]!, b.given[at]!)) return false;
  return true;
}
