/** The cue lexicon as the models use it: which words can carry a cue, and how often they do. */

import { hashText } from '../../grammar/hash.ts';
import { loadLexicon } from '../../lexicon.ts';
import { vocabularyCache } from '../../syntax/vocabulary-cache.ts';

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

/** What a number of `cueTable` holds: the rate class in its lowest bits, and one bit each for the rest of `CueWord`. */
export const CUE = { rate: 0b1111, known: 0b1_0000, possible: 0b10_0000, often: 0b100_0000 } as const;
/** The rate class of a word of which the lexicon is silent; it is a possible cue. */
const SILENT = 11 | CUE.possible;

const tables = new WeakMap<CueWords, () => Int32Array>();

/**
 * The lexicon by word type: asked of each word of an article, a map would be slow.
 *
 * @returns by type a number of the parts of `CUE`, valid until more words are read
 */
export function cueTable(cues: CueWords): Int32Array {
  let table = tables.get(cues);
  if (table === undefined) {
    table = vocabularyCache((_form, lower) => numberOf(cues.get(hashText(lower))));
    tables.set(cues, table);
  }
  return table();
}

function numberOf(word: CueWord | undefined): number {
  if (word === undefined) return SILENT;
  return word.rate | CUE.known | (word.possible ? CUE.possible : 0) | (word.often ? CUE.often : 0);
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
