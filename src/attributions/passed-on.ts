/** Who passes a statement on where the wording does not say so by itself: "…, the mayor said, according to the Standard". */
import { contains, type Span } from '../document.ts';
import type { Candidate } from './candidate.ts';
import { ATTITUDES, length } from './chains.ts';
import { verbStance } from './cues.ts';

/** Common letters over all letters from which two contents are the same words. */
const SAME = 0.5;

/**
 * The candidates with each statement beside whose content an "according to" of the same sentence has the same words: it says
 * who passes the statement on, not who says it a second time.
 */
export function withPassingOn(candidates: readonly Candidate[]): Candidate[] {
  const passing = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.by !== 'according-to') continue;
    const known = passing.get(candidate.sentence);
    if (known) known.push(candidate);
    else passing.set(candidate.sentence, [candidate]);
  }
  return candidates.map((candidate) => {
    if (candidate.passedOnBy !== null || candidate.source === null || candidate.by === 'according-to') return candidate;
    const stance = verbStance(candidate.lemma);
    if (stance === null || ATTITUDES.has(stance)) return candidate;
    const by = passing
      .get(candidate.sentence)
      ?.find(
        (other) =>
          !other.content.some((piece) => contains(piece, candidate.cue)) &&
          !candidate.content.some((piece) => contains(piece, other.cue)) &&
          agreement(other.content, candidate.content) >= SAME,
      );
    return by ? { ...candidate, passedOnBy: by.anchor } : candidate;
  });
}

/** Common over all (Jaccard), by length in code units. */
function agreement(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const one of a) {
    for (const two of b) common += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start));
  }
  return common / (length(a) + length(b) - common);
}
