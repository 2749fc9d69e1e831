/** Which claim of one run is which of the other, in time in proportion to their number. */
import type { ClaimRecord } from '../write/records.ts';

export interface Pairing {
  readonly pairs: readonly (readonly [before: ClaimRecord, after: ClaimRecord])[];
  readonly lost: readonly ClaimRecord[];
  readonly added: readonly ClaimRecord[];
}

type Key = (claim: ClaimRecord) => string | null;

const sources: Key = ({ attribution }) => JSON.stringify(attribution.map(({ source, span }) => source ?? span?.text));
/** Where each piece of the content stands. */
export const placeOf = ({ content }: ClaimRecord): string =>
  content.map(({ start, end }) => `${start}-${end}`).join(' ');
const wordsOf = ({ text }: ClaimRecord): string[] => text.split(/\s+/);
/** So many words at one end make a claim of the same source the same claim, said otherwise. */
const MIN_WORDS_IN_COMMON = 4;
/** The cue is the only place that a claim keeps when both its source and its content are found otherwise. */
const cue: Key = ({ attribution: [link] }) => (link?.cue ? `${link.cue.start}-${link.cue.end}` : null);

/** From what proves most to what proves least; a claim that has found its like is out of the next round. */
const ROUNDS: readonly { readonly key: Key; readonly sameText?: true }[] = [
  { key: (claim) => JSON.stringify([claim.text, sources(claim), placeOf(claim)]), sameText: true },
  { key: (claim) => JSON.stringify([claim.text, sources(claim)]) },
  { key: (claim) => JSON.stringify([claim.text, placeOf(claim)]), sameText: true },
  { key: (claim) => claim.text },
  { key: cue, sameText: true },
  { key: (claim) => JSON.stringify([sources(claim), wordsOf(claim).slice(0, MIN_WORDS_IN_COMMON)]) },
  { key: (claim) => JSON.stringify([sources(claim), wordsOf(claim).slice(-MIN_WORDS_IN_COMMON)]) },
];

/** @param sameText whether both were found in one text, so that their places can be compared */
export function pairClaims(before: readonly ClaimRecord[], after: readonly ClaimRecord[], sameText: boolean): Pairing {
  const pairs: [ClaimRecord, ClaimRecord][] = [];
  let [lost, added] = [before, after];
  for (const round of ROUNDS) {
    if (lost.length === 0 || added.length === 0) break;
    if (round.sameText && !sameText) continue;
    const waiting = queues(lost, round.key);
    const found = new Set<ClaimRecord>();
    for (const claim of added) {
      const key = round.key(claim);
      const like = key === null ? undefined : waiting.get(key)?.next().value;
      if (!like) continue;
      found.add(like).add(claim);
      pairs.push([like, claim]);
    }
    lost = lost.filter((claim) => !found.has(claim));
    added = added.filter((claim) => !found.has(claim));
  }
  return { pairs, lost, added };
}

/** The claims of each key, first come, first served. */
function queues(claims: readonly ClaimRecord[], keyOf: Key): Map<string, Iterator<ClaimRecord, undefined>> {
  const groups = new Map<string, ClaimRecord[]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return new Map([...groups].map(([key, group]) => [key, group.values()]));
}

/**
 * The pairs that do not stand in the order of the others: all but a longest row in which both sides only go forward
 * (patience sorting).
 *
 * @param pairs in the order of the second side
 */
export function outOfOrder<Pair>(pairs: readonly Pair[], first: (pair: Pair) => number): Set<Pair> {
  const tails: number[] = [];
  const previous = new Array<number>(pairs.length);
  for (const [index, pair] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first(pairs[tails[middle]!]!) <= first(pair)) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const moved = new Set(pairs);
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) moved.delete(pairs[at]!);
  return moved;
}
