/** What the constructs with a reporting verb share: the verbs of a stretch, each with its source before it. */
import { type Complement, type CueWord, cuesAt } from '../cues.ts';
import { isVerb, type Page, type Stretch } from '../page.ts';
import { afterAdjuncts } from '../phrases/adjuncts.ts';
import { basePhrase, phraseAfter, sourceBefore } from '../phrases/nouns.ts';
import { type VerbGroup, verbGroup } from '../phrases/verbs.ts';

export interface Statement extends CueWord {
  readonly anchor: number;
  readonly group: VerbGroup;
  readonly source: Stretch;
  /** The source was reached through "who" or "which". */
  readonly relative: boolean;
}

/** The reporting verbs of a stretch whose subject stands before them; verbs inside quotations are left to their source. */
export function statements(
  page: Page,
  stretch: Stretch,
  complements: readonly Complement[],
  options: { readonly passive?: boolean } = {},
): Statement[] {
  const found: Statement[] = [];
  const level = quoteLevel(page, stretch);
  for (let w = stretch.from; w < stretch.to; w += 1) {
    const words = cuesAt(page.words, w);
    if (words.length === 0 || !isVerb(page.tag(w)) || page.quoteOf(w) !== level) continue;
    const word = words.find(({ cue }) => complements.some((complement) => cue.complements.has(complement)));
    if (!word || word.form === 'ing') continue;
    const group = verbGroup(page, w, word.end, stretch.from);
    if (group.unreal || group.passive !== (options.passive ?? false)) continue;
    if (page.tag(w) === 'VB' && group.from === w) continue;
    if (page.tag(w) === 'VBN' && group.from === w && page.lower(w - 1) !== 'who') continue;
    const before = sourceBefore(page, group.from, stretch.from);
    if (before) found.push({ ...word, anchor: w, group, ...before });
  }
  return found;
}

/** The quotation that a stretch lies in, or -1: only verbs of that level are its own. */
export function quoteLevel(page: Page, stretch: Stretch): number {
  const first = page.quoteOf(stretch.from);
  if (first < 0 || first !== page.quoteOf(stretch.to - 1)) return -1;
  return page.quotes[first]!.start < page.words.starts[stretch.from]! ? first : -1;
}

/** Where the content starts after a verb: past who was told, when and where. */
export interface Onset {
  readonly start: number;
  readonly medium: Stretch | null;
  /** One past the last word of the cue with "in a statement", where it follows at once. */
  readonly told: Stretch | null;
}

/** @param complement "object-clause" expects who was told */
export function onset(page: Page, end: number, to: number, told: boolean): Onset {
  let at = end;
  let object: Stretch | null = null;
  if (told) {
    const that = thatWithin(page, at, to);
    const stop = that > 0 ? phraseAfter(page, at, that) : toldEnd(page, at, to);
    if (stop > at) object = { from: at, to: stop };
    at = stop;
  }
  const adjuncts = afterAdjuncts(page, at, to);
  const that = thatWithin(page, adjuncts.end, to);
  const start = that > 0 ? that : adjuncts.end;
  const medium = adjuncts.occasion;
  return { start, told: object, medium: medium && { from: medium.from, to: medium.to } };
}

/** The complementizer "that" with only adjuncts before it, or -1. */
function thatWithin(page: Page, from: number, to: number): number {
  for (let w = from; w < to && w < from + 14; w += 1) {
    const tag = page.tag(w);
    if (page.lower(w) === 'that' && (tag === 'IN' || tag === 'WDT') && w > from) return w;
    if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD' || tag === ':' || tag === '``') return -1;
    if (tag === 'WP' || tag === 'WDT') return -1;
  }
  return -1;
}

/** One past who was told, where a clause without "that" follows: one base phrase, with "of" and "and". */
function toldEnd(page: Page, from: number, to: number): number {
  let end = basePhrase(page, from, to);
  while (end > from && (page.lower(end) === 'of' || page.lower(end) === 'and')) {
    const next = basePhrase(page, end + 1, to);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}
