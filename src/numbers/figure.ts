/**
 * The types that the readers of this stage exchange: an amount as printed, before its unit and its surroundings are
 * read.
 */
import type { NumberKind, NumberModifier, Span } from '../document.ts';

/** An amount that a reader found at one place of the text. */
export interface Figure extends Span {
  readonly kind: NumberKind;
  readonly value: number | null;
  /** Bounds that the expression itself gives ("tens of thousands"); both equal `value` for a plain number. */
  readonly min: number | null;
  readonly max: number | null;
  /**
   * How it is written. `bare`: an unsigned integer in digits without separator or scale, which may just as well be a
   * year, a label or part of a name. `digits`: any other digits. `words`: spelt out.
   */
  readonly form: 'bare' | 'digits' | 'words';
  /** The factor of its scale word ("million" 1e6), 1 without one. */
  readonly scale: number;
  /** How precise the expression itself is: "a couple" is about two. */
  readonly modifier: NumberModifier | null;
  /** True for "several" and "a few", which are quantities only where a unit follows. */
  readonly needsUnit?: boolean;
  /** The reader. */
  readonly by: string;
}

/** A figure with its unit; the span has grown around the unit's words. */
export interface Quantity extends Figure {
  /** ISO 4217 code, SI symbol or customary unit name. */
  readonly unit: string | null;
  readonly counted: string | null;
  /** The span of the amount alone. */
  readonly amount: Span;
}

/** A reader of amounts. */
export interface Reader {
  readonly name: string;
  /** What it reads, for people. */
  readonly reads: string;
  /**
   * Reads an amount that starts exactly at `at`.
   *
   * @param at an offset where a word or a numeral starts
   * @param end where the sentence ends: nothing is read beyond
   */
  readonly read: (text: string, at: number, end: number) => Figure | null;
  /** Markup as in tests/markup.ts, role `n`, each read by this reader through the whole stage. */
  readonly examples: readonly string[];
  /** Texts in which this reader finds nothing. */
  readonly not: readonly string[];
}

/** A plain number as a figure. */
export function exact(
  span: Span,
  value: number,
  form: Figure['form'],
  by: string,
  rest: Partial<Pick<Figure, 'kind' | 'scale' | 'modifier'>> = {},
): Figure {
  // One literal: figures are made many times a sentence, and spreads of spreads cost most of their time.
  return {
    start: span.start,
    end: span.end,
    kind: rest.kind ?? 'cardinal',
    value,
    min: value,
    max: value,
    form,
    scale: rest.scale ?? 1,
    modifier: rest.modifier ?? null,
    by,
  };
}
