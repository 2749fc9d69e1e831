/** What stands around a number and bounds or colours it: "more than", "about", "up to", "or more", "rose by". */
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
  return { bounds: new Map(bounds), movements: new Map(movements) };
}

/** Kinds of amounts by which shares and indices move. */
const SHARES = new Set(['percent', 'percentage-point', 'money']);
/** The longest phrase of modifiers.tsv, in words. */
const LONGEST = 5;
/** Words between a modifier and its number: "about a", "more than the", "a record". */
const BETWEEN = new Set('a an the record whopping mere staggering massive combined total'.split(' '));
/** Words between a movement and its amount: "rose by another 5 %", "fell as much as 3 %". */
const FILLERS = new Set(
  (
    'by another a an further additional extra as much sharply slightly modestly steadily record massive whopping combined ' +
    'total of average more than about nearly almost around roughly over some only just dramatically'
  ).split(' '),
);
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
  const words = wordsBefore(text, quantity.start, from, LONGEST + 3);
  const bound = boundOf(words);
  if (bound && bound.modifier !== 'about')
    return { start: bound.start, end: quantity.end, modifier: bound.modifier, below: false };
  const direction = directionOf(words, quantity);
  if (bound) return { start: bound.start, end: quantity.end, modifier: direction ?? 'about', below: bound.below };
  for (const [modifier, pattern] of BEHIND) {
    pattern.lastIndex = quantity.end;
    if (pattern.test(text) && pattern.lastIndex <= end) {
      return { start: quantity.start, end: pattern.lastIndex, modifier, below: false };
    }
  }
  return { start: quantity.start, end: quantity.end, modifier: direction ?? quantity.modifier, below: false };
}

function boundOf(words: readonly Word[]) {
  let skip = 0;
  while (skip < 2 && BETWEEN.has(words[skip]?.word ?? '')) skip += 1;
  for (const start of skip > 0 ? [0, skip] : [0]) {
    for (let count = Math.min(LONGEST, words.length - start); count > 0; count -= 1) {
      const found = lexicon!.bounds.get(phrase(words, count, start));
      if (found) return { ...found, start: words[start + count - 1]!.start };
    }
  }
  return null;
}

/** "rose by 5 %", "was down 1.1 %", "grow sales by 35 %". Only amounts of change move: no ages, places, scores. */
function directionOf(words: readonly Word[], { kind }: Quantity): 'up' | 'down' | null {
  if (kind === 'age' || kind === 'ordinal' || kind === 'score') return null;
  let at = 0;
  while (at < 4 && FILLERS.has(words[at]?.word ?? '')) at += 1;
  // "an increase of 5 %" names a change; the number says how large it is, not that something moved by it.
  if (words[at - 1]?.word === 'of') return null;
  const reach = words[0]?.word === 'by' ? at + 3 : at;
  for (let index = Math.min(at, words.length); index <= reach && index < words.length; index += 1) {
    const found = lexicon!.movements.get(words[index]!.word);
    if (found) return found.share && !SHARES.has(kind) ? null : found.direction;
  }
  return null;
}
