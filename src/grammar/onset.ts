/** Where a content starts after its verb. */

import { afterAdjuncts } from './adjuncts.ts';
import type { Stretch, TokenContext } from './context.ts';
import { basePhrase, phraseAfter } from './nouns.ts';

/** Where the content starts after a verb: past who was told, when and where. */
export interface Onset {
  readonly start: number;
  readonly medium: Stretch | null;
  /** One past the last word of the cue with "in a statement", where it follows at once. */
  readonly told: Stretch | null;
}

/**
 * @param end one past the verb group
 * @param to where the sentence or stretch ends
 * @param told whether the verb is followed by who was told ("told Reuters that")
 */
export function onset(context: TokenContext, end: number, to: number, told: boolean): Onset {
  let at = end;
  let object: Stretch | null = null;
  if (told) {
    const that = thatWithin(context, at, to);
    const stop = that > 0 ? phraseAfter(context, at, that) : toldEnd(context, at, to);
    if (stop > at) object = { from: at, to: stop };
    at = stop;
  }
  const adjuncts = afterAdjuncts(context, at, to);
  const circumstance = told || /^(?:IN|TO|RB)$/u.test(context.tag(adjuncts.end));
  const that = circumstance ? thatWithin(context, adjuncts.end, to) : -1;
  const start = that > 0 ? that : adjuncts.end;
  const medium = adjuncts.occasion;
  return { start, told: object, medium: medium && { from: medium.from, to: medium.to } };
}

/** The complementizer "that" with only adjuncts before it, or -1. */
function thatWithin(context: TokenContext, from: number, to: number): number {
  for (let w = from; w < to && w < from + 14; w += 1) {
    const tag = context.tag(w);
    if (context.lower(w) === 'that' && (tag === 'IN' || tag === 'WDT') && w > from) return w;
    if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD' || tag === ':' || tag === '``') return -1;
    if (tag === 'WP' || tag === 'WDT') return -1;
  }
  return -1;
}

/** One past who was told, where a clause without "that" follows: one base phrase, with "of" and "and". */
function toldEnd(context: TokenContext, from: number, to: number): number {
  let end = basePhrase(context, from, to);
  while (end > from && (context.lower(end) === 'of' || context.lower(end) === 'and')) {
    const next = basePhrase(context, end + 1, to);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}
