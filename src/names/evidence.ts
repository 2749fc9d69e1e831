/**
 * What the other mentions of a word in the same article say about it: seen after a title, before a company word, in lower
 * case and so on. The mention at hand never counts for itself.
 */
import type { Words } from '../document.ts';
import { bitOf } from './gazetteer.ts';
import { IN_CAPITALS, type Lines } from './lines.ts';
import type { Runs } from './runs.ts';
import { COMMA, FACTS, INITIAL, isCapital, LOWER, NUMBER, OUTSIDE, POSSESSIVE, type WordType } from './wordtypes.ts';

export interface Evidence {
  /** In how many other mentions of the word that word `at` is the fact holds. */
  readonly count: (at: number, fact: number) => number;
  /** The facts of each mention itself, as bits. */
  readonly facts: Uint16Array;
}

const FIRST = bitOf('F') | bitOf('f');
const LAST = bitOf('L') | bitOf('l');
const TITLE = bitOf('title') | bitOf('role');
const COMPANY = bitOf('company');
const THING = bitOf('event') | bitOf('place') | bitOf('product');
const SPEECH = bitOf('speech');
const BEFORE_PLACE = new Set(['in', 'at', 'near', 'from']);

let articles = 0;

/** Counts the facts of every word outside lines in capitals, by its lower-case form. To be read before the next article is. */
export function evidenceOf(words: Words, types: readonly WordType[], runs: Runs, lines: Lines): Evidence {
  articles += 1;
  const facts = new Uint16Array(words.count);
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
    const from = words.first[sentence]!;
    const to = words.first[sentence + 1]!;
    for (let word = from; word < to; word++) {
      const { kind, shared } = types[word]!;
      if (shared.article !== articles) {
        shared.article = articles;
        shared.lower = 0;
        if (shared.facts !== null) for (let fact = 0; fact < FACTS; fact++) shared.facts[fact] = 0;
      }
      if (lines.kind[word] === IN_CAPITALS) continue;
      if (kind === LOWER) {
        facts[word] = 1;
        shared.lower += 1;
      } else if (isCapital(kind)) {
        const seen = factsOf(word, from, to, words, types, runs);
        facts[word] = seen;
        shared.facts ??= new Uint16Array(FACTS);
        for (let fact = 1; fact < FACTS; fact++) if (seen & (1 << fact)) shared.facts[fact]! += 1;
      }
    }
  }
  const count = (at: number, fact: number): number => {
    const { shared } = types[at]!;
    if (fact === 0) return shared.lower - (facts[at]! & 1);
    return shared.facts === null ? 0 : shared.facts[fact]! - ((facts[at]! >> fact) & 1);
  };
  return { facts, count };
}

/** The facts of a mention with a capital; fact 0 is that it has none. */
function factsOf(word: number, from: number, to: number, words: Words, types: readonly WordType[], runs: Runs): number {
  const before = word > from ? types[word - 1]! : OUTSIDE;
  const after = word + 1 < to ? types[word + 1]! : OUTSIDE;
  const capitalBefore = isCapital(before.kind);
  const capitalAfter = isCapital(after.kind);
  const said = (after.bits & SPEECH) !== 0 || ((before.bits & SPEECH) !== 0 && !capitalAfter);
  let facts = 0;
  if (before.bits & TITLE) facts |= 1 << 1;
  if (capitalBefore && before.bits & FIRST) facts |= 1 << 2;
  if (before.kind === INITIAL) facts |= 1 << 3;
  if (said) facts |= 1 << 4;
  if (capitalAfter && after.bits & COMPANY) facts |= 1 << 5;
  if (word > from && BEFORE_PLACE.has(words.lower[word - 1]!)) facts |= 1 << 6;
  if (word > from && words.lower[word - 1] === 'the') facts |= 1 << 7;
  if (after.kind === POSSESSIVE) facts |= 1 << 8;
  if (after.kind === COMMA && word + 2 < to && types[word + 2]!.kind === NUMBER) facts |= 1 << 9;
  if (capitalAfter && after.bits & LAST) facts |= 1 << 10;
  if (after.bits & THING) facts |= 1 << 11;
  if (runs.first[word] === runs.last[word]) facts |= 1 << 12;
  return facts;
}
