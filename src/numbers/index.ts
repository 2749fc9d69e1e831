/**
 * Figures: every amount with its value or interval, its unit or what it counts, and what modifies it.
 *
 * The readers (readers.ts) find amounts and their units are read around them; neighbours are joined or share units; the
 * rules of refusals/ leave out what is no quantity; only then modifiers and what is counted are read.
 */
import {
  contains,
  type Layers,
  lastStartingAt,
  type NumberMention,
  overlaps,
  type Span,
  type Stage,
  wordAt,
} from '../document.ts';
import { TAG } from '../syntax/labels.ts';
import { withAge } from './ages.ts';
import { countedBy } from './counted.ts';
import { fillEllipses } from './ellipsis.ts';
import type { Quantity } from './figure.ts';
import { joinParts } from './joined.ts';
import { readModifier } from './modifiers.ts';
import { withUnit } from './quantities.ts';
import { joinRanges } from './ranges.ts';
import { amountStarts, type Seek, scanFigures } from './readers.ts';
import { refusalOf } from './refusals/index.ts';

/** Finds figures with their value or bounds, unit and what they count; not inside dates. */
export const findNumbers: Stage<'numbers', 'sentences' | 'words' | 'syntax' | 'dates'> = (article, layers) => {
  const text = unwrapped(article.text, layers.sentences);
  const seek = amountStarts(layers.words);
  const found: NumberMention[] = [];
  let next = 0;
  for (const sentence of layers.sentences) {
    if (next >= sentence.end) continue;
    const all: Quantity[] = [];
    next = read(text, seek, sentence, all);
    if (all.length === 0) continue;
    const figures = all.filter((quantity) => !isPartOfDay(quantity, layers.dates));
    const joined = joinRanges(text, joinParts(text, figures), sentence.start);
    const kept = joined.filter(
      (quantity) =>
        !isDate(quantity, layers.dates) && !isAdverb(quantity, layers) && !refusalOf(text, quantity, sentence),
    );
    for (const mention of fillEllipses(text, mentions(text, kept, sentence, layers), sentence.end)) found.push(mention);
  }
  return found;
};

/**
 * The text with line breaks inside sentences replaced by spaces, offsets unchanged: so the readers have to know one
 * kind of gap.
 */
function unwrapped(text: string, sentences: Layers['sentences']): string {
  let read = '';
  let from = 0;
  let at = text.indexOf('\n');
  for (const { start, end } of sentences) {
    for (; at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      if (at < start) continue;
      read += `${text.slice(from, at)} `;
      from = at + 1;
    }
  }
  return from === 0 ? text : read + text.slice(from);
}

/** Adds the quantities of a sentence to `found` and returns where the next one can start. */
function read(text: string, seek: Seek, sentence: Span, found: Quantity[]): number {
  return scanFigures(text, seek, sentence.start, sentence.end, (figure) => {
    const quantity = withUnit(text, figure, found.at(-1)?.end ?? sentence.start, sentence.end);
    found.push(withAge(text, quantity, sentence, found.at(-1)));
    return quantity.end;
  });
}

/**
 * Days, years and clock times are dates and no figures. What has a unit is both: "two weeks" and "five years ago" are a
 * stretch of time and, for whoever compares figures, two weeks and five years.
 */
function isDate({ amount, unit }: Quantity, dates: Layers['dates']): boolean {
  const date = dates[lastStartingAt(dates, amount.end - 1)];
  return date !== undefined && unit === null && overlaps(date, amount);
}

/**
 * Whether the quantity is part of a date: the year of "rose in 2019 to 45 million euros" is no end of a range, and
 * shares no unit with a figure.
 */
function isPartOfDay(quantity: Quantity, dates: Layers['dates']): boolean {
  const date = dates[lastStartingAt(dates, quantity.amount.end - 1)];
  if (date === undefined || (date.type !== 'DATE' && date.type !== 'TIME')) return false;
  // "Nov, 29, 2016" names no one of 29
  const age = quantity.kind === 'age' && quantity.end === quantity.amount.end && contains(date, quantity.amount);
  return age || isDate(quantity, dates);
}

/** Whether an ordinal modifies a verb, and so puts nothing in an order: "She first heard of it". */
function isAdverb({ kind, amount }: Quantity, { words, syntax }: Pick<Layers, 'words' | 'syntax'>): boolean {
  return kind === 'ordinal' && syntax.tags[wordAt(words, amount.start)] === TAG.RB;
}

function mentions(
  text: string,
  quantities: readonly Quantity[],
  sentence: Span,
  layers: Pick<Layers, 'words' | 'syntax'>,
): NumberMention[] {
  const made: NumberMention[] = [];
  for (const quantity of quantities) {
    const before = made.at(-1);
    const read = readModifier(text, quantity, before?.end ?? sentence.start, sentence.end);
    const bound =
      read.modifier === null && before ? { ...read, modifier: sharedModifier(text, before, quantity) } : read;
    const counted = countedBy(text, quantity, bound.end, sentence, layers);
    const { kind, value, unit, by } = quantity;
    const { min, max } = interval(quantity, bound.modifier, bound.below);
    made.push({
      start: bound.start,
      end: bound.end,
      kind,
      value,
      min,
      max,
      modifier: bound.modifier,
      unit,
      counted: counted && text.slice(counted.start, counted.end),
      by,
    });
  }
  return made;
}

const OTHERWISE = /^(?:[ -][\w ]{1,40})?(?:,? or |,? \()$/;

/**
 * The modifier that a quantity shares with the one before it: "about 14-18 mpg" is about 18 too; "lost 190 points, or
 * 0.6 %" lost both; "rose $1 to $12" rose both ways.
 */
function sharedModifier(text: string, before: NumberMention, quantity: Quantity): NumberMention['modifier'] {
  const { modifier, by, min, max } = before;
  if (by === 'range' && quantity.by === 'range' && min === quantity.min && max === quantity.max)
    return modifier === 'about' ? modifier : null;
  const moves = modifier === 'up' || modifier === 'down';
  if (
    moves &&
    before.kind === quantity.kind &&
    before.kind !== 'percent' &&
    text.slice(before.end, quantity.start) === ' to '
  )
    return modifier;
  return moves && before.unit !== quantity.unit && OTHERWISE.test(text.slice(before.end, quantity.start))
    ? modifier
    : null;
}

/**
 * The bounds with the modifier applied: "more than 800" begins at 800, "up to 5" ends at 5. "about 30" has none, since
 * the text does not say how far off it may be; "nearly 30" has an upper one.
 */
function interval(
  { value, min, max }: Quantity,
  modifier: NumberMention['modifier'],
  below: boolean,
): Pick<NumberMention, 'min' | 'max'> {
  if (value === null || min !== max) return { min, max };
  if (modifier === 'more-than' || modifier === 'at-least') return { min: value, max: null };
  if (modifier === 'less-than' || modifier === 'at-most') return { min: null, max: value };
  if (modifier === 'about') return { min: null, max: below ? value : null };
  return { min, max };
}
