/** The words around a number that bound or modify it: "more than", "about", "up to", "or more", "rose by". */
import type { NumberModifier } from '../document.ts';
import { loadLexicon } from '../lexicon.ts';
import { phrase, type Word, wordsBefore } from './before.ts';
import type { Quantity } from './figure.ts';

/** How a number is bounded, and how far its span grows over the words that say so. */
export interface Bound {
  readonly start: number;
  readonly end: number;
  readonly modifier: NumberModifier | null;
  /** The number printed is the upper limit though the modifier is "about": "nearly 800" is less than 800. */
  readonly below: boolean;
}

interface Lexicon {
  readonly bounds: ReadonlyMap<string, { readonly modifier: NumberModifier; readonly below: boolean }>;
  /** The last words of all bounds: most words before a number end none. */
  readonly lasts: ReadonlySet<string>;
  readonly movements: ReadonlyMap<string, { readonly direction: 'up' | 'down'; readonly share: boolean }>;
}

let lexicon: Lexicon | undefined;

function read(): Lexicon {
  const bounds = loadLexicon(new URL('./modifiers.tsv', import.meta.url)).map(
    ([words, modifier, note]) => [words!, { modifier: modifier as NumberModifier, below: note === 'below' }] as const,
  );
  const movements = loadLexicon(new URL('./movements.tsv', import.meta.url)).map(
    ([word, direction, note]) => [word!, { direction: direction as 'up' | 'down', share: note === 'share' }] as const,
  );
  const lasts = new Set(bounds.map(([words]) => words.slice(words.lastIndexOf(' ') + 1)));
  return { bounds: new Map(bounds), lasts, movements: new Map(movements) };
}

/** Kinds of amounts by which shares and indices move. */
const SHARES = new Set(['percent', 'percentage-point', 'money']);
/** The longest phrase of modifiers.tsv, in words. */
const MAX_PHRASE_WORDS = 5;
/** Words between a modifier and its number: "about a", "more than the", "a record". */
const BETWEEN = new Set('a an the record whopping mere staggering massive combined total'.split(' '));
/** Words between a movement and its amount: "rose by another 5 %", "fell as much as 3 %". */
const FILLERS = new Set(
  (
    'by another a an further additional extra as much sharply slightly modestly steadily record massive whopping combined ' +
    'total of average more than about nearly almost around roughly over some only just dramatically'
  ).split(' '),
);
/** Prepositions that only bound a number which they stand directly before: "over 5", but not "over the 5 days". */
const PREPOSITIONS = new Set('over under above below near around about beneath'.split(' '));
/** What stands before "over" where it means "more than" also before a stretch of time: "for over two hours". */
const MORE_BEFORE = new Set(
  (
    'for of after with by from just well slightly spent spends spending lasted lasts lasting took takes taking waited waits is was were been ' +
    'be little only than and or in within needs needed served'
  ).split(' '),
);
/** What follows a length that says where something is: "came down 5 miles from the runway". */
const PLACED = /[ \u00a0](?:from|away|off|north|south|east|west|inland|offshore|below|above)\b/y;
const MORE_BEHIND = /[ \u00a0](?:ago|earlier|later|before|after|old|late)\b/y;
const TIME = new Set('year month week day hour minute second decade century fortnight'.split(' '));
/** Verbs with "up" and "down" that mean no change: "gunned down 49 people". */
const PHRASAL = new Set(
  (
    'gunned gun shot shoot mowed struck picked pick picking took take takes taking set put puts broke break blew blow turned turn turning opened ' +
    'gave give gives held hold hunted tracked laid knocked backed rounded round lined made make makes making brought called chased burned burnt ' +
    'pinned tore torn handed passed signed sign wrote closed shut snapped racked'
  ).split(' '),
);
const ADDS = new Set(['add', 'adds', 'added', 'adding']);
const BEHIND: readonly (readonly [NumberModifier, RegExp])[] = [
  [
    'at-least',
    /\+|[ \u00a0-](?:(?:or|and) (?:more|over|older|above|up|higher|greater|longer|better)|at (?:the )?least|plus)\b/y,
  ],
  ['at-most', /[ \u00a0-](?:(?:or|and) (?:less|fewer|under|younger|below|lower|shorter)|at (?:the )?most)\b/y],
  ['about', /[ \u00a0-](?:or so|or thereabouts|odd|ish|approximately)\b/y],
];

/**
 * Reads the modifier of a quantity. Of several the bound wins ("lost more than 60 %" is more-than), then the direction,
 * then "about".
 *
 * @param from where the sentence starts, or the number before ends
 * @param end where the sentence ends
 */
export function readModifier(text: string, quantity: Quantity, from: number, end: number): Bound {
  lexicon ??= read();
  const words = wordsBefore(text, quantity.start, from, MAX_PHRASE_WORDS + 3);
  const bound = boundOf(text, words, quantity);
  if (bound && bound.modifier !== 'about')
    return { start: bound.start, end: quantity.end, modifier: bound.modifier, below: false };
  PLACED.lastIndex = quantity.end;
  const placed = quantity.kind === 'measure' && PLACED.test(text);
  const direction = placed ? null : directionOf(words, quantity);
  if (bound) {
    // what is added is an amount of its own: "add about $300 million to the debt"
    const adds = ADDS.has(words.find(({ word }) => !FILLERS.has(word))?.word ?? '');
    const modifier = adds ? 'about' : (direction ?? 'about');
    return { start: bound.start, end: quantity.end, modifier, below: bound.below };
  }
  for (const [modifier, pattern] of BEHIND) {
    pattern.lastIndex = quantity.end;
    if (pattern.test(text) && pattern.lastIndex <= end) {
      return { start: quantity.start, end: pattern.lastIndex, modifier, below: false };
    }
  }
  return { start: quantity.start, end: quantity.end, modifier: direction ?? quantity.modifier, below: false };
}

function boundOf(text: string, words: readonly Word[], quantity: Quantity) {
  let skip = 0;
  while (skip < 2 && BETWEEN.has(words[skip]?.word ?? '')) skip += 1;
  for (const start of skip > 0 ? [0, skip] : [0]) {
    if (!lexicon!.lasts.has(words[start]?.word ?? '')) continue;
    for (let count = Math.min(MAX_PHRASE_WORDS, words.length - start); count > 0; count -= 1) {
      const bounding = phrase(words, count, start);
      const found = lexicon!.bounds.get(bounding);
      if (found && PREPOSITIONS.has(bounding) && !bounds(text, words, start, quantity)) return null;
      if (found) return { ...found, start: words[start + count - 1]!.start };
    }
  }
  return null;
}

/** Whether a preposition bounds the number, and does not say where or how long. */
function bounds(text: string, words: readonly Word[], at: number, { unit, end }: Quantity): boolean {
  if (words[0]!.word === 'the') return false;
  if (words[at]!.word !== 'over' || unit === null || !TIME.has(unit)) return true;
  MORE_BEHIND.lastIndex = end;
  return MORE_BEFORE.has(words[at + 1]?.word ?? '') || MORE_BEHIND.test(text);
}

/**
 * The direction in which an amount changed: "rose by 5 %", "was down 1.1 %", "grow sales by 35 %", "fell to 3 %". Only
 * amounts of change have one: no ages, places, scores.
 */
function directionOf(words: readonly Word[], { kind }: Quantity): 'up' | 'down' | null {
  if (kind === 'age' || kind === 'ordinal' || kind === 'score') return null;
  let at = 0;
  while (at < 4 && FILLERS.has(words[at]?.word ?? '')) at += 1;
  // "an increase of 5 %" names a change; the number says how large it is, not that something moved by it.
  if (words[at - 1]?.word === 'of') return null;
  const level = words[at]?.word === 'to' ? lexicon!.movements.get(words[at + 1]?.word ?? '') : undefined;
  // "fell to 3 %": the level that a movement led to. "up to" and "added to" bound and join.
  if (level && !level.share && words[at + 1]!.word !== 'up') return level.direction;
  const reach = words[0]?.word === 'by' ? at + 3 : at;
  for (let index = Math.min(at, words.length); index <= reach && index < words.length; index += 1) {
    const found = lexicon!.movements.get(words[index]!.word);
    const particle = words[index]!.word === 'up' || words[index]!.word === 'down';
    if (found && particle && PHRASAL.has(words[index + 1]?.word ?? '')) return null;
    if (found) return found.share && !SHARES.has(kind) ? null : found.direction;
  }
  return null;
}
