import type { Span } from '../document.ts';
import type { Relay } from '../grammar/encoded.ts';

/**
 * One reading of one cue, before chains: a model or a construct proposes it, `decode` chooses among rivals,
 * `chain` joins those that nest. `content` is all that this source is said to say, so the content of the outer statement in
 * "A said B thinks C" holds the whole of "B thinks C", and in "A quoted B as saying C" the whole of "B as saying C".
 */
export interface Candidate {
  /** Index into the layer `sentences`: where the cue stands. */
  readonly sentence: number;
  /** Index into `words`: the word that carries the cue (the verb, the noun, "according", the colon). */
  readonly anchor: number;
  /** The verb group with auxiliaries, negation and particle, or "according to", the noun, the colon. */
  readonly cue: Span;
  /** The cue in its base form with its particle: "say", "call on", "according to". */
  readonly lemma: string;
  /** Null where nobody is named. */
  readonly source: Span | null;
  /** Sorted, not overlapping, never empty. Without the complementizer and the final stop of unquoted text. */
  readonly content: readonly Span[];
  /** Where it was said: "in a statement", the "Reuters" of "told Reuters". */
  readonly medium: Span | null;
  readonly link: Relay;
  /** The construct, or the model's name. */
  readonly by: string;
  /** Between 0 and 1. */
  readonly confidence: number;
}
