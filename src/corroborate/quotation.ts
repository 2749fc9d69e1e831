/**
 * Two quotations of the same words: cut short, with words left out (…), put in brackets, changed by a subeditor, with
 * figures written otherwise.
 */
import type { Stem, Vocabulary } from './words.ts';

/** Words of a quotation piece by piece: what is in brackets is the paper's, and at dots something is left out. */
export function piecesOf(text: string, vocabulary: Vocabulary): Stem[][] {
  return text
    .split(BREAK)
    .map((piece) => vocabulary.read(piece))
    .filter((piece) => piece.length > 0);
}

/** What the speaker did not say, or not there: brackets, dots, dashes in their place. */
const BREAK = /\[[^[\]]*\]|\([^()]*\)|…|\.{3,}|(?:\.\s){2,}\./u;

export interface QuotationMatch {
  /** The share of the shorter quotation, by what its words tell, that the longer one has in the same order, 0 to 1. */
  readonly share: number;
  /** What the common words tell together. */
  readonly weight: number;
  /** Words in common. */
  readonly words: number;
}

/** A word that tells nothing still counts for something where the order is the same. */
const LEAST_WEIGHT = 0.3;

/**
 * @param a the words of one quotation, in their order
 * @param b those of another
 * @returns the weight of the words that both have in the same order, and its share in the lighter of the two (0 to 1)
 */
export function matchQuotations(a: readonly Stem[], b: readonly Stem[]): QuotationMatch {
  const [short, long] = weightOf(a) <= weightOf(b) ? [a, b] : [b, a];
  const { weight, words } = commonInOrder(short, long);
  const whole = weightOf(short);
  return { share: whole === 0 ? 0 : weight / whole, weight, words };
}

const tells = ({ weight }: Stem): number => Math.max(LEAST_WEIGHT, weight);
const weightOf = (words: readonly Stem[]): number => words.reduce((sum, stem) => sum + tells(stem), 0);

/** The heaviest common subsequence (dynamic programming over words); both are sentences, not articles. */
function commonInOrder(a: readonly Stem[], b: readonly Stem[]): { weight: number; words: number } {
  let row = new Float64Array(b.length + 1);
  let counts = new Uint16Array(b.length + 1);
  for (const stem of a) {
    const [above, aboveCounts] = [row, counts];
    row = new Float64Array(b.length + 1);
    counts = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1) {
      const same = stem.id === b[at - 1]!.id ? above[at - 1]! + tells(stem) : -1;
      const best = Math.max(same, above[at]!, row[at - 1]!);
      row[at] = best;
      counts[at] = best === same ? aboveCounts[at - 1]! + 1 : best === above[at] ? aboveCounts[at]! : counts[at - 1]!;
    }
  }
  return { weight: row[b.length]!, words: counts[b.length]! };
}

/** So much of the shorter one has to be in the longer one, and so much has to be said in common. */
const SAME = { share: 0.7, weight: 9, words: 4 };
/** Less where one person is known to have said both. */
const SAME_SPEAKER = { share: 0.6, weight: 5, words: 3 };

/** @param speaker true where the same person or body is named for both */
export function sameQuotation({ share, weight, words }: QuotationMatch, speaker: boolean): boolean {
  const bar = speaker ? SAME_SPEAKER : SAME;
  return share >= bar.share && weight >= bar.weight && words >= bar.words;
}
