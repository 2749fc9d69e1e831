/** Adjuncts that stand between source, cue and content: when, where and through what it was said. */
import { isFiniteVerb, isNoun, type Stretch, type TokenContext } from './context.ts';

const WHEN = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april ' +
    'may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today ' +
    'yesterday tonight tomorrow earlier later recently morning afternoon evening night week weekend month year day ago ' +
    'midnight noon once again'
  ).split(' '),
);
/** "15:05", "9.30pm". */
const CLOCK = /^\d{1,2}[:.]\d{2}(?:[ap]m)?$/;
const HALF_OF_DAY = new Set(['am', 'pm', 'a.m.', 'p.m.']);
const WHEN_BEFORE = new Set(
  'on in at by late early earlier later last this next during the mid before since that same'.split(' '),
);
const STATEMENT = new Set(
  (
    'statement interview interviews speech letter report email e-mail address broadcast broadcasts remarks conference briefing ' +
    'telephone phone message memo memorandum tweet post article column release testimony dispatch commentary editorial ' +
    'communique announcement bulletin debate communiqué note lecture response answer telegram fax prospectus filing documents ' +
    'meeting talks visit session summit hearing trial rally event'
  ).split(' '),
);

/** One past the expression of time that starts at `w`, or `w`. */
export function afterTime(context: TokenContext, w: number, to: number): number {
  let at = w;
  let found = w;
  while (at < to) {
    const lower = context.lower(at);
    if ((WHEN.has(lower) && !(lower === 'may' && context.tag(at) === 'MD')) || CLOCK.test(lower)) {
      at += 1;
      found = at;
      continue;
    }
    if (context.tag(at) === 'CD' && HALF_OF_DAY.has(context.lower(at + 1))) {
      at += 2;
      found = at;
      continue;
    }
    if (context.tag(at) === 'CD' && (found > w || WHEN.has(context.lower(at + 1)))) {
      at += 1;
      if (found > w) found = at;
      continue;
    }
    if (!WHEN_BEFORE.has(lower) || at - w > 4 || (found > w && context.tag(at) !== 'IN')) break;
    at += 1;
  }
  return found;
}

/** The first word of the expression of time that ends before `w`, or `w`. */
export function beforeTime(context: TokenContext, w: number, from: number): number {
  let at = w;
  while (at > from && (WHEN.has(context.lower(at - 1)) || (at < w && context.tag(at - 1) === 'CD'))) at -= 1;
  if (at === w) return w;
  while (at > from && WHEN_BEFORE.has(context.lower(at - 1))) at -= 1;
  return at;
}

/** "in a statement", "in an interview with X", "at a news conference": where it was said, and one past it. */
export interface Occasion extends Stretch {
  /** The words after "with", "to", "on": who was spoken to or where it appeared. */
  readonly at: Stretch | null;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The occasion that starts with the preposition at `w`, or null.
 *
 * @param more nouns beside "statement", "interview" and the like
 */
export function occasionAt(
  context: TokenContext,
  w: number,
  to: number,
  more: ReadonlySet<string> = NONE,
): Occasion | null {
  const first = context.lower(w);
  if (
    first !== 'in' &&
    first !== 'at' &&
    first !== 'during' &&
    first !== 'by' &&
    first !== 'on' &&
    first !== 'through'
  ) {
    return null;
  }
  let head = -1;
  for (let at = w + 1; at < to && at < w + 8; at += 1) {
    const tag = context.tag(at);
    if (STATEMENT.has(context.lower(at)) || more.has(context.lower(at))) head = at;
    else if (head >= 0) break;
    else if (!isNoun(tag) && !['DT', 'JJ', 'PRP$', 'POS', 'VBN', 'VBG', 'CD', 'HYPH', 'RB'].includes(tag)) return null;
  }
  if (head < 0) return null;
  let end = head + 1;
  let at: Stretch | null = null;
  const joint = context.lower(end);
  if (joint === 'with' || joint === 'to' || joint === 'on' || joint === 'from' || joint === 'for') {
    let last = end + 1;
    while (
      last < to &&
      (isNoun(context.tag(last)) || ['DT', 'JJ', 'POS', 'CD', 'PRP$', 'HYPH'].includes(context.tag(last)))
    ) {
      last += 1;
    }
    if (last > end + 1 && !isFiniteVerb(context.tag(last))) {
      at = { from: end + 1, to: last };
      end = last;
    }
  }
  return { from: w, to: end, at };
}

/** One past all adjuncts of time and occasion that start at `w`, with the occasions met. */
export function afterAdjuncts(
  context: TokenContext,
  w: number,
  to: number,
): { end: number; occasion: Occasion | null } {
  let end = w;
  let occasion: Occasion | null = null;
  for (;;) {
    const time = afterTime(context, end, to);
    const met = time === end ? occasionAt(context, end, to) : null;
    if (time === end && met === null) return { end, occasion };
    occasion ??= met;
    end = met === null ? time : met.to;
  }
}
