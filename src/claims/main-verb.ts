/** The finite verb on which a stretch of text hangs. */
import { type Layers, type Span, wordAt } from '../document.ts';
import { memberTable, RELATION, TAG } from '../syntax/labels.ts';

type Needs = Pick<Layers, 'words' | 'syntax'>;

const FINITE = memberTable(TAG.VBD, TAG.VBZ, TAG.VBP, TAG.MD);
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
  return FINITE[syntax.tags[w]!] === 1;
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
  const opened = OPENERS.has(lower[first] ?? '');
  const comma = opened ? (inside.find((w) => lower[w] === ',') ?? -1) : -1;
  const verbs = inside.filter((w) => w > comma && isFiniteVerb(layers, w));
  const free = verbs.findIndex((w) => !isSubordinate(layers, pieces, w));
  // Past the comma of what "if" opens the first, where the tree hangs them all on that clause.
  const main = free < 0 && comma >= 0 ? 0 : free;
  const next = verbs[main + 1];
  // what the tree takes for the main verb may be the verb of a clause that stands open: "the idea that it fails was wrong"
  const skipped =
    main === 0 && next !== undefined && ((opened && comma < 0) || isEmbedded(layers, first, verbs[0]!, next));
  return verbs[skipped ? 1 : main] ?? -1;
}

/** Words that open a clause inside a noun phrase. */
const EMBEDS = new Set(['that', 'which', 'who', 'whom', 'whose']);

/** Whether a noun with "that" or "who" stands before a verb, and the next verb follows without a comma or conjunction. */
function isEmbedded({ words, syntax }: Needs, first: number, verb: number, next: number): boolean {
  let opener = verb - 1;
  while (opener > first && !EMBEDS.has(words.lower[opener]!)) opener -= 1;
  if (opener <= first || syntax.tags[opener - 1] === undefined || !NOUN_TAGS.has(syntax.tags[opener - 1]!))
    return false;
  for (let w = verb + 1; w < next; w += 1) if (BREAKS.has(words.lower[w]!)) return false;
  return true;
}

const NOUN_TAGS = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS]);
const BREAKS = new Set([
  ',',
  ';',
  ':',
  '.',
  'and',
  'but',
  'or',
  'that',
  'because',
  'if',
  'when',
  'who',
  'which',
  'what',
  'how',
]);

function isSubordinate({ words, syntax }: Needs, pieces: readonly Span[], verb: number): boolean {
  const governed = (w: number): boolean => {
    const head = syntax.heads[w]!;
    return head >= 0 && pieces.some(({ start, end }) => start <= words.starts[head]! && words.ends[head]! <= end);
  };
  let w = verb;
  while (PART_OF_PREDICATE.has(syntax.relations[w]!) && governed(w)) w = syntax.heads[w]!;
  return SUBORDINATE.has(syntax.relations[w]!) && governed(w);
}
