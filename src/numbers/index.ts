/**
 * Figures: every amount with its value or interval, its unit or what it counts, and what modifies it.
 *
 * The readers (readers.ts) find amounts; units are read around them, neighbours share units and make intervals, the
 * rules of refusals.ts leave out what is no quantity, and only then modifiers and the counted nouns are read.
 */
import { type Layers, lastStartingAt, type NumberMention, overlaps, type Span, type Stage } from '../document.ts';
import { withAge } from './ages.ts';
import { countedBy } from './counted.ts';
import type { Quantity } from './figure.ts';
import { readModifier } from './modifiers.ts';
import { withUnit } from './quantities.ts';
import { joinRanges } from './ranges.ts';
import { scanFigures } from './readers.ts';
import { measuresTime, refusalOf } from './refusals.ts';

export const findNumbers: Stage<'numbers', 'sentences' | 'words' | 'syntax' | 'dates'> = (article, layers) => {
  const { text } = article;
  const numbers: NumberMention[] = [];
  for (const sentence of layers.sentences) {
    const found: Quantity[] = [];
    scanFigures(text, sentence.start, sentence.end, (figure) => {
      const quantity = withUnit(text, figure, found.at(-1)?.end ?? sentence.start, sentence.end);
      found.push(quantity);
      return quantity.end;
    });
    const joined = joinRanges(
      text,
      found.map((quantity) => withAge(text, quantity, sentence)),
      sentence.start,
    );
    const kept = joined.filter(
      (quantity) =>
        !refusalOf(text, quantity, sentence) && !(inDate(quantity, layers.dates) && !measuresTime(quantity)),
    );
    let from = sentence.start;
    for (const quantity of kept) {
      const mention = toMention(text, quantity, from, sentence, layers);
      numbers.push(mention);
      from = mention.end;
    }
  }
  return numbers;
};

/** A day, a year and a clock time are dates only; "two weeks" is a date mention and a quantity, and stays. */
function inDate(quantity: Quantity, dates: Layers['dates']): boolean {
  const at = lastStartingAt(dates, quantity.end - 1);
  const date = dates[at];
  return date !== undefined && overlaps(date, quantity.amount);
}

function toMention(
  text: string,
  quantity: Quantity,
  from: number,
  sentence: Span,
  layers: Pick<Layers, 'words' | 'syntax'>,
): NumberMention {
  const bound = readModifier(text, quantity, from, sentence.end);
  const counted = countedBy(text, quantity, sentence, layers);
  const { kind, value, unit, by } = quantity;
  return {
    ...{ start: bound.start, end: bound.end, kind, value, ...interval(quantity, bound.modifier, bound.below) },
    ...{ modifier: bound.modifier, unit, counted: counted && text.slice(counted.start, counted.end), by },
  };
}

/**
 * The bounds with the modifier in them: "more than 800" from 800 on, "up to 5" to 5. "about 30" gives none, for the text
 * does not say how far it may be off; "nearly 30" gives the upper one.
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
