/** How one quotation of the same words differs from another, and whether that changes what is said. */
import { align, type Difference, type Token } from './align.ts';
import { stemsIn } from './words.ts';

export interface Alteration {
  readonly differences: readonly Difference[];
  /** Words in common. */
  readonly words: number;
  /** What changes the sense: "not", "may", a figure; null where nothing does. */
  readonly what: string | null;
}

const TOKEN = /\[[^[\]]*\]|…|\.{3,}|(?:\.\s){2,}\.|[\p{L}\p{M}]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?|\d+(?:[.,]\d+)*/gu;
const GAP = /^(?:\[|…|\.)/u;

const NEGATIONS = 'not|never|no|nobody|nothing|none|neither|nor|without|hardly|unless';
const HEDGES = 'may|might|could|perhaps|maybe|possibly|probably|allegedly|if';
/** Words whose loss or gain turns a statement, or makes it less sure. */
const TURNS = new RegExp(`^(?:${NEGATIONS}|${HEDGES})$`);

/**
 * Aligns two quotations, as `tokensOf` reads them, word by word and says whether one of the differences between them changes
 * the sense: a negation, a hedge or a figure that only one side has, between words that both have.
 */
export function alterationOf(a: readonly Token[], b: readonly Token[]): Alteration {
  const differences = align(a, b);
  const words = differences.reduce((sum, { same, first: common }) => sum + (same ? common.length : 0), 0);
  const changed = differences.find((difference, at) => isInside(differences, at) && turning(difference) !== null);
  return { differences, words, what: changed === undefined ? null : turning(changed) };
}

/** Words in common on both sides of a change, together and on each side; a change of more words is another sentence. */
const [MIN_BESIDE, MIN_EACH_SIDE, MAX_CHANGE, MAX_MARKED_CHANGE] = [6, 2, 4, 30];

/** A change within what both have: what stands before the first and after the last common word was cut, not changed. */
function isInside(differences: readonly Difference[], at: number): boolean {
  const { same, marked, first, second } = differences[at]!;
  const [before, after] = [differences[at - 1]?.first.length ?? 0, differences[at + 1]?.first.length ?? 0];
  if (same || Math.min(before, after) < MIN_EACH_SIDE || before + after < MIN_BESIDE) return false;
  return Math.max(first.length, second.length) <= (marked ? MAX_MARKED_CHANGE : MAX_CHANGE);
}

/** The word or figure that only one side has; null where the difference is harmless. */
function turning({ first, second }: Difference): string | null {
  const [one, other] = [first, second].map((side) => side.flatMap(turnsIn));
  const lost = one!.find((word) => !other!.includes(word)) ?? other!.find((word) => !one!.includes(word));
  return lost ?? null;
}

/** @returns what a word has that changes the sense of a statement ("not" of "can't", "may", a figure); empty for others */
export function turnsIn(word: string): string[] {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (lower.endsWith("n't")) return ['not'];
  if (lower === 'cannot') return ['not'];
  return TURNS.test(lower) || /^\d/.test(lower) ? [lower] : [];
}

const DOUBTS = /^(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?|perhaps|maybe|possibly|allegedly|if|whether)$/;
const NEGATES = new RegExp(`^(?:${NEGATIONS})$`);

/** Whether a word before a statement takes it back or leaves it open: "I do not think …", "We doubt that …", "If …". */
export function takesBack(word: string): boolean {
  const lower = word.toLowerCase();
  return NEGATES.test(lower) || DOUBTS.test(lower) || turnsIn(word)[0] === 'not';
}

/** The words of a quotation, and its gaps: dots, brackets. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(([found]) => {
    if (GAP.test(found)) return { text: found, key: '', kind: 'gap' };
    const stems = stemsIn(found);
    return { text: found, key: stems.map(({ hash }) => hash).join(' '), kind: 'word' };
  });
}
