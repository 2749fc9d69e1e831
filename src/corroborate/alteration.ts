/** How one quotation of the same words differs from another, and whether that changes what is said. */
import type { Vocabulary } from './words.ts';

/** A word of a quotation as written, or a gap that the paper made. */
interface Token {
  readonly text: string;
  /** What is compared: stem ids; empty for a gap. */
  readonly key: string;
  readonly kind: 'word' | 'gap';
}

/** A stretch of both quotations: the same in both, or what stands in the one where the other has something else. */
export interface Difference {
  readonly same: boolean;
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** True where one of them says that something is left out or put in (dots, brackets). */
  readonly marked: boolean;
}

export interface Alteration {
  readonly differences: readonly Difference[];
  /** Words in common. */
  readonly words: number;
  /** What changes the sense: "not", "may", a figure; null where nothing does. */
  readonly what: string | null;
}

const TOKEN = /\[[^\]]*\]|…|\.{3,}|(?:\.\s){2,}\.|[\p{L}\p{M}]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?|\d+(?:[.,]\d+)*/gu;
const GAP = /^(?:\[|…|\.)/u;

/** Words whose loss or gain turns a statement, or makes it less sure. */
const TURNS =
  /^(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|unless|may|might|could|perhaps|maybe|possibly|probably|allegedly|if)$/;

export function alterationOf(first: string, second: string, vocabulary: Vocabulary): Alteration {
  const [a, b] = [tokensOf(first, vocabulary), tokensOf(second, vocabulary)];
  const differences = align(a, b);
  const words = differences.reduce((sum, { same, first: common }) => sum + (same ? common.length : 0), 0);
  const changed = differences.find((difference, at) => isInside(differences, at) && turning(difference) !== null);
  return { differences, words, what: changed === undefined ? null : turning(changed) };
}

/** Words in common on both sides of a change, together and on each side; a change of more words is another sentence. */
const [BESIDE, EACH_SIDE, LARGEST, LARGEST_MARKED] = [6, 2, 4, 30];

/** A change within what both have: what stands before the first and after the last common word was cut, not changed. */
function isInside(differences: readonly Difference[], at: number): boolean {
  const { same, marked, first, second } = differences[at]!;
  const [before, after] = [differences[at - 1]?.first.length ?? 0, differences[at + 1]?.first.length ?? 0];
  if (same || Math.min(before, after) < EACH_SIDE || before + after < BESIDE) return false;
  return Math.max(first.length, second.length) <= (marked ? LARGEST_MARKED : LARGEST);
}

/** The word or figure that only one side has; null where the difference is harmless. */
function turning({ first, second }: Difference): string | null {
  const [one, other] = [first, second].map((side) => side.flatMap(turnsIn));
  const lost = one!.find((word) => !other!.includes(word)) ?? other!.find((word) => !one!.includes(word));
  return lost ?? null;
}

function turnsIn(word: string): string[] {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (lower.endsWith("n't")) return ['not'];
  if (lower === 'cannot') return ['not'];
  return TURNS.test(lower) || /^\d/.test(lower) ? [lower] : [];
}

function tokensOf(text: string, vocabulary: Vocabulary): Token[] {
  return [...text.matchAll(TOKEN)].map(([found]) => {
    if (GAP.test(found)) return { text: found, key: '', kind: 'gap' };
    const stems = vocabulary.read(found);
    return { text: found, key: stems.map(({ id }) => id).join(' '), kind: 'word' };
  });
}

/** Longest common subsequence of words; gaps go into the differences beside which they stand. */
function align(a: readonly Token[], b: readonly Token[]): Difference[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] = equal(a[i]!, b[j]!)
        ? lengths[here + width + 1]! + 1
        : Math.max(lengths[here + width]!, lengths[here + 1]!);
    }
  }
  const differences: { same: boolean; first: string[]; second: string[]; marked: boolean }[] = [];
  const stretch = (same: boolean) => {
    const last = differences.at(-1);
    if (last?.same === same) return last;
    const made = { same, first: [], second: [], marked: false };
    differences.push(made);
    return made;
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && equal(a[i]!, b[j]!)) {
      const { first, second } = stretch(true);
      first.push(a[i]!.text);
      second.push(b[j]!.text);
      i += 1;
      j += 1;
    } else {
      const mine = j >= b.length || (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!);
      const token = mine ? a[i]! : b[j]!;
      const difference = stretch(false);
      if (token.kind === 'gap') difference.marked = true;
      else (mine ? difference.first : difference.second).push(token.text);
      if (mine) i += 1;
      else j += 1;
    }
  }
  return differences;
}

const equal = (a: Token, b: Token): boolean => a.kind === 'word' && b.kind === 'word' && a.key === b.key;
