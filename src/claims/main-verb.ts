/** The finite verb on which a stretch of text hangs. */
import { type Layers, type Span, wordAt } from '../document.ts';
import { RELATION, TAG } from '../syntax/labels.ts';

type Needs = Pick<Layers, 'words' | 'syntax'>;

const FINITE = new Set<number>([TAG.VBD, TAG.VBZ, TAG.VBP, TAG.MD]);
/** A word of these relations is part of the verb or predicate that governs it. */
const PART_OF_PREDICATE = new Set<number>([RELATION.aux, RELATION['aux:pass'], RELATION.cop, RELATION.conj]);
const SUBORDINATE = new Set<number>([
  RELATION.advcl,
  RELATION.acl,
  RELATION['acl:relcl'],
  RELATION.ccomp,
  RELATION.csubj,
]);

/** What opens a clause that another one, after its comma, governs. */
const OPENERS = new Set(
  'after although as because before if once since though unless until when whenever while'.split(' '),
);

/** The words that lie whole inside the pieces. */
export function wordsIn({ words }: Pick<Layers, 'words'>, pieces: readonly Span[]): number[] {
  const found: number[] = [];
  for (const { start, end } of pieces) {
    let w = Math.max(0, wordAt(words, start));
    if (words.starts[w]! < start) w += 1;
    for (; w < words.count && words.ends[w]! <= end; w += 1) found.push(w);
  }
  return found;
}

/** Whether the word is a finite verb or a modal. */
export function isFiniteVerb({ syntax }: Pick<Layers, 'syntax'>, w: number): boolean {
  return FINITE.has(syntax.tags[w]!);
}

/**
 * The first finite verb whose clause depends on nothing within the pieces, or -1. Of a verb group its first word. What
 * "if" opens ends at the comma.
 *
 * @param inside the words of the pieces, see `wordsIn`
 */
export function mainVerb(layers: Needs, pieces: readonly Span[], inside: readonly number[]): number {
  const { lower, forms } = layers.words;
  const first = inside.find((w) => /\p{L}/u.test(forms[w]!)) ?? -1;
  const comma = OPENERS.has(lower[first] ?? '') ? (inside.find((w) => lower[w] === ',') ?? -1) : -1;
  return inside.find((w) => w > comma && isFiniteVerb(layers, w) && !isSubordinate(layers, pieces, w)) ?? -1;
}

function isSubordinate({ words, syntax }: Needs, pieces: readonly Span[], verb: number): boolean {
  const governed = (w: number): boolean => {
    const head = syntax.heads[w]!;
    return head >= 0 && pieces.some(({ start, end }) => start <= words.starts[head]! && words.ends[head]! <= end);
  };
  let w = verb;
  while (PART_OF_PREDICATE.has(syntax.relations[w]!) && governed(w)) w = syntax.heads[w]!;
  return SUBORDINATE.has(syntax.relations[w]!) && governed(w);
}
