/** What a cue verb says, read to its right: one reader for each complement of the lexicon. */
import type { Complement, Cue } from '../cues.ts';
import { isFiniteVerb, isNoun, isVerb, type Page, type Stretch } from '../page.ts';
import { SILENCE } from '../silence.ts';
import { afterAdjuncts, afterTime, beforeTime } from './adjuncts.ts';
import { contentEnd, holdsMainVerb } from './clauses.ts';
import { basePhrase, isNominal, phraseAfter } from './nouns.ts';
import { onset } from './onset.ts';
import { outletIn } from './outlet.ts';

export interface Said {
  readonly content: Stretch;
  /** "in a statement", or who was told. */
  readonly medium: Stretch | null;
}

/** A complement that carries an attribution less often than this on PolNeAR is not read. */
const USUAL = 0.3;
/** Verbs of thinking are counted low because "I think" is no attribution; with another subject they mostly are. */
const USUAL_THOUGHT = 0.12;
/** Noun phrases after a verb are a weaker sign: more of its occurrences must be attributions. */
const USUAL_NOUN = 0.5;
/** "said nothing", "said little": no content. */
const NOTHING = new Set('nothing little much anything something so no more less enough it this that'.split(' '));

type Reader = (page: Page, cue: Cue, end: number, to: number, anchor: number) => Said | null;

export function usual(cue: Cue, complement: Complement, share = USUAL): boolean {
  const counts = cue.complements.get(complement);
  if (counts === undefined) return false;
  return counts.seen === 0 ? complement !== 'noun' : counts.cues >= share * counts.seen;
}

/** "said (on Friday) (that) prices rose", "told Reuters prices rose", "said: 'Prices rose'". */
export const clauseAfter: Reader = (page, cue, end, to, anchor) => {
  const told = !cue.complements.has('clause');
  if (told && !cue.complements.has('object-clause')) return null;
  const { start, medium, told: object } = onset(page, end, to, told);
  const stop = contentEnd(page, start, to, anchor);
  const quoted = page.quoteOf(start) >= 0 && page.quoteOf(start) !== page.quoteOf(anchor);
  const marked = quoted || page.lower(start) === 'that' || page.lower(start) === ':';
  if (start >= stop) return null;
  if (!marked) {
    const share = cue.stance === 'believes' ? USUAL_THOUGHT : USUAL;
    if (!usual(cue, told ? 'object-clause' : 'clause', share)) return null;
    const tag = page.tag(start);
    if (tag === ',' || tag === '.' || page.lower(start) === 'to' || isFiniteVerb(tag) || stop <= start + 1) return null;
    if (!holdsMainVerb(page, start, stop)) return null;
    if (NOTHING.has(page.lower(start)) && /^(?:CC|,|\.)$/u.test(page.tag(start + 1))) return null;
  }
  return { content: { from: start, to: stop }, medium: outletIn(page, object) ?? medium };
};

/** What is alleged in "accused them of theft", "blamed them for the loss", "blamed the loss on them". */
export const accusationAfter: Reader = (page, cue, end, to, anchor) => {
  const joint = cue.complements.has('of') ? ['of'] : cue.complements.has('for') ? ['for', 'on'] : [];
  const stop = contentEnd(page, end, to, anchor);
  if (page.lower(end) === 'of' && joint[0] === 'of' && cue.stance !== 'accuses' && stop > end + 1) {
    return { content: { from: end, to: stop }, medium: null };
  }
  // "cautioned, however, that the shortage of chips would last": a clause follows, nobody is accused.
  if (page.lower(end) === ',') return null;
  for (let w = end + 1; w < stop && w < end + 30; w += 1) {
    if (isFiniteVerb(page.tag(w)) || (page.lower(w) === 'that' && page.tag(w) === 'IN')) return null;
    if (
      joint.includes(page.lower(w)) &&
      (isVerb(page.tag(w + 1)) || page.lower(w) !== 'of' || !startsObject(page, end, w))
    ) {
      return { content: { from: w, to: stop }, medium: null };
    }
  }
  if (joint.length === 0 || stop <= end + 2 || !isNominal(page, end) || !cue.complements.has('of')) return null;
  const of = placeOf(page, end, stop, 'of');
  return of < 0 ? null : { content: { from: of, to: stop }, medium: null };
};

/** Whether "of" at `w` only ties two nouns of the object: "accused the head of the bank of theft". */
function startsObject(page: Page, end: number, w: number): boolean {
  for (let at = w + 1; at < w + 12; at += 1) {
    if (page.lower(at) === 'of') return true;
    if (isFiniteVerb(page.tag(at)) || page.tag(at) === '.') return false;
  }
  return w < end;
}

function placeOf(page: Page, from: number, to: number, word: string): number {
  for (let w = from; w < to; w += 1) if (page.lower(w) === word) return w;
  return -1;
}

/** "urged them (on Friday) to pay": the content is what they are to do. */
export const demandAfter: Reader = (page, cue, end, to, anchor) => {
  if (!cue.complements.has('object-to')) return null;
  for (let w = end; w < to && w < end + 30; w += 1) {
    const tag = page.tag(w);
    const modifier = tag === 'VBD' && isNoun(page.tag(w + 1));
    if ((isFiniteVerb(tag) && !modifier) || tag === '.' || tag === ':') return null;
    if (page.lower(w) !== 'to' || !/^(?:VB|VBP|NN)$/u.test(page.tag(w + 1))) continue;
    return w > end ? { content: { from: w, to: contentEnd(page, w, to, anchor) }, medium: null } : null;
  }
  return null;
};

/** "promised to pay", "confessed to mutilating", "refused to leave". */
export const infinitiveAfter: Reader = (page, cue, end, to, anchor) => {
  const start = afterAdjuncts(page, end, to).end;
  if (page.lower(start) !== 'to') return null;
  const verb = page.tag(start + 1) === 'VB';
  if (verb ? !usual(cue, 'to', 0.5) : !cue.complements.has('to-noun')) return null;
  if (cue.stance === 'declines' && SILENCE.has(page.lower(start + 1))) return null;
  return { content: { from: start, to: contentEnd(page, start, to, anchor) }, medium: null };
};

/** "denied involvement in the plot": one noun phrase up to a comma, with its clause but without the time of saying. */
export const nounAfter: Reader = (page, cue, end, to, anchor) => {
  const sure = cue.stance === 'denies' || cue.stance === 'confirms';
  if (!cue.complements.has('noun') || !(sure || usual(cue, 'noun', USUAL_NOUN))) return null;
  const start = afterAdjuncts(page, end, to).end;
  if (basePhrase(page, start, to) === start && page.tag(start) !== 'VBG' && page.quoteOf(start) < 0) return null;
  if (cue.stance === 'declines' && SILENCE.has(page.lower(start))) return null;
  if (page.tag(start) === 'PRP' || page.tag(start) === 'WP' || NOTHING.has(page.lower(start))) return null;
  let stop = contentEnd(page, start, to, anchor);
  for (let w = start; w < stop; w += 1) {
    if (page.lower(w) === ',' && page.quoteOf(w) < 0) stop = w;
    if (page.lower(w) === 'and' && phraseAfter(page, start, w) === w && afterTime(page, w + 1, to) > w + 1) stop = w;
  }
  const last = /^[.;]$/u.test(page.lower(stop - 1)) ? stop - 1 : stop;
  const timed = beforeTime(page, last, start + 1);
  return { content: { from: start, to: timed > start + 1 ? timed : last }, medium: null };
};

/** The word "as" after the object, or -1. */
function asAfter(page: Page, end: number, to: number): number {
  for (let w = end + 1; w < to && w < end + 20; w += 1) {
    if (page.lower(w) === 'as') return w;
    if (isFiniteVerb(page.tag(w)) || /^[,.;:]$/u.test(page.lower(w))) return -1;
  }
  return -1;
}

/** "called the vote a farce", "considers it fraudulent", "described him as a friend": the thing and what it is called. */
export const predicateAfter: Reader = (page, cue, end, to, anchor) => {
  const as = cue.complements.has('as');
  if (!as && !cue.complements.has('predicate')) return null;
  const object = as ? asAfter(page, end, to) : phraseAfter(page, end, to);
  if (object <= end) return null;
  const tag = page.tag(object);
  const named = as
    ? page.lower(object) === 'as'
    : tag === 'DT' ||
      tag === 'JJ' ||
      page.quoteOf(object) > page.quoteOf(end) ||
      (page.lower(object) === 'to' && page.lower(object + 1) === 'be');
  if (!named && !(page.tag(end) === 'PRP' && isNoun(tag))) return null;
  const stop = contentEnd(page, object, to, anchor);
  return { content: { from: end, to: stop }, medium: null };
};

/** Any complement, the surest first. */
export const anyAfter: Reader = (...place) =>
  clauseAfter(...place) ??
  accusationAfter(...place) ??
  demandAfter(...place) ??
  infinitiveAfter(...place) ??
  predicateAfter(...place) ??
  nounAfter(...place);
