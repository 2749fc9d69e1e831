/** The cue lexicon as the models use it: which words can carry a cue, and how often they do. */

import { hashText } from '../../grammar/hash.ts';
import { loadLexicon } from '../../lexicon.ts';

/** What the training articles say of one word. */
export interface CueWord {
  /** The share of its uses that carry a cue, in tenths, 0 to 10. */
  readonly rate: number;
  /** False where the word was frequent and never carried a cue. */
  readonly possible: boolean;
  /** False where so few of its uses carry a cue that a word which is no verb is not worth a look: "of", "in", a comma. */
  readonly often: boolean;
}

export type CueWords = ReadonlyMap<number, CueWord>;

/** Uses after which a verb that never carried a cue is left out. */
const MIN_USES_WITHOUT_CUE = 40;
/** Cues that make a word of any class a possible one. */
const MIN_CUES = 2;

/**
 * The least share of uses that makes a word which is no verb a candidate. Those below are two thirds of all candidates,
 * and of the training articles' accepted readings 1 in 1,000.
 */
export const CANDIDATE_RATE = 0.01;

/**
 * @param rows word, cues and uses, as in `cues.tsv`
 * @returns by the hash of the word; a verb that is absent is possible
 */
function cueWords(rows: Iterable<readonly (string | number)[]>): CueWords {
  const words = new Map<number, CueWord>();
  for (const [word, cues, uses] of rows) {
    const found = Number(cues);
    const seen = Number(uses);
    if (found < MIN_CUES && !(found === 0 && seen >= MIN_USES_WITHOUT_CUE)) continue;
    const rate = Math.round((found / seen) * 10);
    words.set(hashText(String(word)), { rate, possible: found > 0, often: found >= CANDIDATE_RATE * seen });
  }
  return words;
}

let loaded: CueWords | undefined;

/** The lines of the shipped lexicon: word, cues, uses, complements as name=cues/uses. */
export function cueRows(): readonly (readonly string[])[] {
  return loadLexicon(new URL('./cues.tsv', import.meta.url));
}

/** The shipped lexicon, read once. */
export function shippedCues(): CueWords {
  loaded ??= cueWords(cueRows());
  return loaded;
}
