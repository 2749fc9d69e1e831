/** The finite verb on which a stretch of text hangs. */
import { contains, type Layers, type Span, wordAt } from '../document.ts';
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
  for (const piece of pieces) {
    const last = wordAt(words, piece.end - 1);
    for (let w = Math.max(0, wordAt(words, piece.start)); w <= last; w += 1) {
      if (contains(piece, { start: words.starts[w]!, end: words.ends[w]! })) found.push(w);
    }
  }
  return found;
}

/** Whether the word is a finite verb or a modal. */
export function isFiniteVerb({ syntax }: Pick<Layers, 'syntax'>, w: number): boolean {
  return FINITE.has(syntax.tags[w]!);
}

/** The first finite verb whose clause depends on nothing within the pieces, or -1. Of a verb group its first word. What "if" opens ends at the comma. */
export function mainVerb(layers: Needs, pieces: readonly Span[]): number {
  const inside = wordsIn(layers, pieces);
  const all = new Set(inside);
  const verbs = inside.filter((w) => isFiniteVerb(layers, w) && !isSubordinate(layers, all, w));
  const first = inside.find((w) => /\p{L}/u.test(layers.words.forms[w]!)) ?? -1;
  if (!OPENERS.has(layers.words.lower[first] ?? '')) return verbs[0] ?? -1;
  const comma = inside.find((w) => layers.words.lower[w] === ',') ?? -1;
  return verbs.find((w) => w > comma) ?? -1;
}

function isSubordinate({ syntax }: Pick<Layers, 'syntax'>, inside: ReadonlySet<number>, verb: number): boolean {
  let w = verb;
  while (PART_OF_PREDICATE.has(syntax.relations[w]!) && inside.has(syntax.heads[w]!)) w = syntax.heads[w]!;
  return SUBORDINATE.has(syntax.relations[w]!) && inside.has(syntax.heads[w]!);
}
