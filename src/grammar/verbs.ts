/** The verb group around a cue: auxiliaries, negation and the adverbs between them. */
import { isVerb, type Stretch, type TokenContext } from './context.ts';

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", '’s', "'re", '’re', "'m", '’m']);
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve", '’ve', "'d", '’d']);
const DO = new Set(['do', 'does', 'did']);
const NOT = new Set(['not', "n't", 'n’t', 'never']);

export interface VerbGroup extends Stretch {
  readonly negated: boolean;
  readonly passive: boolean;
  /** After "to" or a modal verb: nothing was said yet. */
  readonly unreal: boolean;
}

function isAuxiliary(context: TokenContext, w: number): boolean {
  const lower = context.lower(w);
  if (context.tag(w) === 'POS') return false;
  return BE.has(lower) || HAVE.has(lower) || DO.has(lower) || context.tag(w) === 'MD';
}

/**
 * The group whose main verb is word `verb`, bounded on the left by `from`.
 *
 * @param end one past the verb and its particle
 */
export function verbGroup(context: TokenContext, verb: number, end: number, from: number): VerbGroup {
  let start = verb;
  let negated = false;
  let passive = false;
  let unreal = false;
  for (let w = verb - 1; w >= from; w -= 1) {
    const lower = context.lower(w);
    const tag = context.tag(w);
    if (NOT.has(lower)) negated = true;
    else if (isAuxiliary(context, w)) {
      start = w;
      if (tag === 'MD') unreal = true;
      if (BE.has(lower) && context.tag(verb) !== 'VBG') passive ||= context.lower(verb) !== context.lower(w);
    } else if (tag === 'TO' && isVerb(context.tag(w + 1))) {
      unreal = true;
      start = w;
      break;
    } else if (tag !== 'RB') break;
  }
  return { from: start, to: end, negated: negated && start < verb, passive, unreal };
}
