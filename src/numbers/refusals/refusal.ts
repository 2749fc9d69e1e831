/** What the rules against false quantities have in common. */
import type { Span } from '../../document.ts';
import type { Quantity } from '../figure.ts';

/** A rule that tells a number from a name, a date or a label. */
export interface Refusal {
  readonly name: string;
  /**
   * @param sentence the sentence around the quantity
   * @returns true where the quantity is none
   */
  readonly refuses: (text: string, quantity: Quantity, sentence: Span) => boolean;
  /** Texts in which every number is refused by this rule or another. */
  readonly examples: readonly string[];
}

/** How much text around a number the rules look at, in UTF-16 code units. */
const CONTEXT_LENGTH = 48;

/** The text before a quantity, within its sentence. */
export function textBefore(text: string, { start }: Span, sentence: Span): string {
  return text.slice(Math.max(sentence.start, start - CONTEXT_LENGTH), start);
}

/** The text behind a quantity, within its sentence. */
export function textAfter(text: string, { end }: Span, sentence: Span): string {
  return text.slice(end, Math.min(sentence.end, end + CONTEXT_LENGTH));
}
