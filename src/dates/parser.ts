/**
 * How a date construct is written: one file, one `dateParser`, run by chrono's loop through chrono's own `Parser`
 * interface. What chrono's components cannot hold (durations, sets, quarters, vague references) travels as a `Reading`.
 */
import { type Parser, ParsingResult } from 'chrono-node/en';
import type { Reading } from './reading.ts';

export type Context = Parameters<Parser['extract']>[0];

/** A chrono result that carries what we read. */
export class Timex extends ParsingResult {
  readonly reading: Reading;
  readonly by: string;

  constructor(context: Context, index: number, text: string, reading: Reading, by: string) {
    super(context.reference, index, text);
    this.reading = reading;
    this.by = by;
  }

  get stop(): number {
    return this.index + this.text.length;
  }
}

/** A construct as its file writes it. */
export interface DateConstruct {
  readonly name: string;
  /** The phrases it reads, for people. */
  readonly reads: string;
  /** It runs only on sentences that hold one of these triggers. */
  readonly triggers: number;
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

export interface DateParser extends Parser {
  readonly construct: DateConstruct;
}

/** How far a construct may look around itself, so that dense text costs no more than its length. */
const SIGHT = 48;
const LETTER = /[\p{L}\p{N}_]/u;

/** Makes a construct a parser of chrono's. The match must start and end between words. */
export function dateParser(construct: DateConstruct): DateParser {
  // most patterns begin with optional words: without this they would be tried inside every word
  const pattern = new RegExp(`(?:\\b|(?=['’‘½¼¾]))(?:${construct.pattern.source})`, construct.pattern.flags);
  return {
    construct,
    pattern: () => pattern,
    extract(context, found) {
      const match = found as RegExpExecArray;
      const lead = match.groups?.lead?.length ?? 0;
      const start = match.index + lead;
      const end = match.index + match[0].length;
      // chrono scans on in the rest of the text: what looks like a beginning may stand inside a word
      if (match.index > 0 && LETTER.test(context.text[match.index]!) && LETTER.test(context.text[match.index - 1]!))
        return null;
      if (end < context.text.length && LETTER.test(context.text[end]!) && LETTER.test(context.text[end - 1]!))
        return null;
      const reading = construct.read(
        match,
        context.text.slice(Math.max(0, start - SIGHT), start),
        context.text.slice(end, end + SIGHT),
      );
      return reading && new Timex(context, start, context.text.slice(start, end), reading, construct.name);
    },
  };
}
