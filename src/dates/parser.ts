/**
 * How a date construct is written: one file, one `dateParser`. What chrono's components cannot hold (durations, sets,
 * quarters, vague references) travels as a `Reading`, and so does what chrono reads.
 */
import type { Reading } from './reading.ts';

/** An expression as it was read; `index` and `stop` are offsets into the text that was given to the reader. */
export interface Timex {
  readonly index: number;
  readonly stop: number;
  readonly reading: Reading;
  /** The construct that read it. */
  readonly by: string;
}

/** A construct as its file writes it. */
export interface DateConstruct {
  readonly name: string;
  /** The phrases it reads, for people. */
  readonly reads: string;
  /** It runs only on sentences that hold one of these triggers … */
  readonly triggers: number;
  /** … and, where this is given, also one of these. */
  readonly also?: number;
  /** Without flag `g`. The match is the expression; a group `lead` at its front is context and no part of it. */
  readonly pattern: RegExp;
  /**
   * @param match of `pattern`
   * @param before up to 48 characters of the sentence before the expression
   * @param after up to 48 characters after the match
   * @returns null where the match is something else
   */
  readonly read: (match: RegExpExecArray, before: string, after: string) => Reading | null;
  /** Brace markup with types as roles, under the publication date 2020-09-13 (a Sunday). */
  readonly examples: readonly string[];
  /** Texts in which it must find nothing. */
  readonly not: readonly string[];
}

export interface DateParser {
  readonly construct: DateConstruct;
  /** Adds what it finds in a text to `found`, in the order of the text. */
  readonly read: (text: string, found: Timex[]) => void;
}

/** How many UTF-16 code units around its match a construct sees, so that dense text costs no more than its length. */
const CONTEXT_LENGTH = 48;
const LETTER = /[\p{L}\p{N}_]/u;

/** Makes a construct a parser. The match must start and end between words. */
export function dateParser(construct: DateConstruct): DateParser {
  // most patterns begin with optional words: without this they would be tried inside every word
  const pattern = new RegExp(`(?:\\b|(?=['’‘½¼¾]))(?:${construct.pattern.source})`, construct.pattern.flags);
  const extract = (text: string, match: RegExpExecArray, at: number): Timex | null => {
    const index = at + (match.groups?.lead?.length ?? 0);
    const stop = at + match[0].length;
    // the scan goes on in the rest of the text: what looks like a beginning may stand inside a word
    if (at > 0 && LETTER.test(text[at]!) && LETTER.test(text[at - 1]!)) return null;
    if (stop < text.length && LETTER.test(text[stop]!) && LETTER.test(text[stop - 1]!)) return null;
    const reading = construct.read(
      match,
      text.slice(Math.max(0, index - CONTEXT_LENGTH), index),
      text.slice(stop, stop + CONTEXT_LENGTH),
    );
    return reading && { index, stop, reading, by: construct.name };
  };
  return {
    construct,
    read(text, found) {
      // as chrono scans: on behind what was read, and from the next character where it was something else
      let from = 0;
      let rest = text;
      for (let match = pattern.exec(text); match; match = rest.length > 1 ? pattern.exec(rest) : null) {
        const at = from + match.index;
        const timex = extract(text, match, at);
        if (timex) found.push(timex);
        from = timex ? timex.stop : at + 1;
        // V8 keeps a text of one character as one byte, and would compile the pattern anew for it
        rest = text.slice(from);
      }
    },
  };
}
