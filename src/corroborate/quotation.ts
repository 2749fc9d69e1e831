/**
 * Two quotations of the same words: cut short, with words left out (…), put in brackets, changed by a subeditor, with
 * figures written otherwise.
 */
import type { ToldClaim } from './told.ts';
import { type Stem, stemsIn, WEIGHTS } from './words.ts';

/** Words of a quotation piece by piece: what is in brackets is the paper's, and at dots something is left out. */
export function piecesOf(text: string): Stem[][] {
  return text
    .split(BREAK)
    .map((piece) => stemsIn(piece))
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
const MIN_WEIGHT = 0.3;

/** The words of a quotation as numbers: hashes, and what each tells. */
interface Said {
  readonly hashes: Int32Array;
  readonly tells: Float64Array;
  readonly weight: number;
}

function saidIn({ article: { columns }, begins, ends }: ToldClaim): Said {
  const hashes = columns.said.subarray(begins.said, ends.said);
  const tells = Float64Array.from(columns.saidCounts.subarray(begins.said, ends.said), (count) =>
    Math.max(MIN_WEIGHT, WEIGHTS[count]!),
  );
  return { hashes, tells, weight: tells.reduce((sum, each) => sum + each, 0) };
}

/** @returns null where the claims have too few words in common, in whatever order, to be the same quotation */
export function matchQuotations(a: ToldClaim, b: ToldClaim): QuotationMatch | null {
  const [one, other] = [saidIn(a), saidIn(b)];
  const [short, long] = one.weight <= other.weight ? [one, other] : [other, one];
  const inLong = new Set(long.hashes);
  let [most, count] = [0, 0];
  for (const [at, hash] of short.hashes.entries()) {
    if (!inLong.has(hash)) continue;
    most += short.tells[at]!;
    count += 1;
  }
  if (!sameQuotation({ share: most / short.weight, weight: most, words: count }, true)) return null;
  const { weight, words } = commonInOrder(short, long);
  return { share: weight / short.weight, weight, words };
}

/** The heaviest common subsequence (dynamic programming over words); both are sentences, not articles. */
function commonInOrder(a: Said, b: Said): { weight: number; words: number } {
  const length = b.hashes.length;
  let [row, above] = [new Float64Array(length + 1), new Float64Array(length + 1)];
  let [counts, aboveCounts] = [new Uint16Array(length + 1), new Uint16Array(length + 1)];
  for (const [index, hash] of a.hashes.entries()) {
    [row, above] = [above, row];
    [counts, aboveCounts] = [aboveCounts, counts];
    for (let at = 1; at <= length; at += 1) {
      const same = hash === b.hashes[at - 1] ? above[at - 1]! + a.tells[index]! : -1;
      const best = Math.max(same, above[at]!, row[at - 1]!);
      row[at] = best;
      counts[at] = best === same ? aboveCounts[at - 1]! + 1 : best === above[at] ? aboveCounts[at]! : counts[at - 1]!;
    }
  }
  return { weight: row[length]!, words: counts[length]! };
}

/** So much of the shorter one has to be in the longer one, and so much has to be said in common. */
const MIN_SAME = { share: 0.7, weight: 9, words: 4 };
/** Less where one person is known to have said both. */
const MIN_SAME_SPEAKER = { share: 0.6, weight: 5, words: 3 };

/** A short sentence that stands in the other nearly as a whole; words that all the world says tell less. */
const MIN_WHOLE = { share: 0.9, weight: 4, words: 5 };

/** @param speaker true where the same person or body is named for both */
export function sameQuotation(match: QuotationMatch, speaker: boolean): boolean {
  return reaches(match, speaker ? MIN_SAME_SPEAKER : MIN_SAME) || reaches(match, MIN_WHOLE);
}

const reaches = ({ share, weight, words }: QuotationMatch, bar: QuotationMatch): boolean =>
  share >= bar.share && weight >= bar.weight && words >= bar.words;
