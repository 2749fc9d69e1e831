/**
 * Questions to the tree: which words hang under a word, where its noun phrase or clause ends, who the subject of a verb
 * is. Words are indexes into `Words`; ranges are half-open. Trees are projective, so what hangs under a word is a range.
 */
import type { Span, Syntax, Words } from '../document.ts';
import { memberTable, RELATION, TAG } from './labels.ts';

export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The links from heads down, made once a tree. */
interface Links {
  /** First and last word under each word, itself included. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The dependents of word `w` are `children[offsets[w]]` to `children[offsets[w + 1] - 1]`, by position. */
  readonly offsets: Int32Array;
  readonly children: Int32Array;
}

const LINKS = new WeakMap<Syntax, Links>();
/** What was asked for last: nearly always the same tree is asked for again, and a comparison is quicker than a look-up. */
let last: { readonly syntax: Syntax; readonly links: Links } | undefined;

function linksOf(syntax: Syntax): Links {
  if (last?.syntax === syntax) return last.links;
  const links = LINKS.get(syntax) ?? makeLinks(syntax);
  last = { syntax, links };
  return links;
}

function makeLinks(syntax: Syntax): Links {
  const { heads } = syntax;
  const count = heads.length;
  const low = new Int32Array(count);
  for (let word = 0; word < count; word++) low[word] = word;
  const high = low.slice();
  const offsets = new Int32Array(count + 1);
  for (let word = 0; word < count; word++) {
    if (heads[word]! >= 0) offsets[heads[word]! + 1]! += 1;
    for (let above = heads[word]!; above >= 0 && low[above]! > word; above = heads[above]!) low[above] = word;
  }
  for (let word = count - 1; word >= 0; word--) {
    for (let above = heads[word]!; above >= 0 && high[above]! < word; above = heads[above]!) high[above] = word;
  }
  for (let word = 0; word < count; word++) offsets[word + 1]! += offsets[word]!;
  const next = offsets.slice();
  const children = new Int32Array(count);
  for (let word = 0; word < count; word++) if (heads[word]! >= 0) children[next[heads[word]!]!++] = word;
  const links = { low, high, offsets, children };
  LINKS.set(syntax, links);
  return links;
}

/** The characters of a range of words. */
export function spanOf(words: Words, { from, to }: WordRange): Span {
  return { start: words.starts[from]!, end: words.ends[to - 1]! };
}

/** The dependents of a word, by position. A plain list: a view of the column would take longer to make than to read. */
export function dependentsOf(syntax: Syntax, word: number): readonly number[] {
  const { offsets, children } = linksOf(syntax);
  const found: number[] = [];
  for (let at = offsets[word]!; at < offsets[word + 1]!; at++) found.push(children[at]!);
  return found;
}

/** The first dependent with one of these relations, or -1. */
function dependentWith(syntax: Syntax, word: number, relations: Uint8Array): number {
  const { offsets, children } = linksOf(syntax);
  for (let at = offsets[word]!; at < offsets[word + 1]!; at++) {
    if (relations[syntax.relations[children[at]!]!] === 1) return children[at]!;
  }
  return -1;
}

/** The word with all that hangs under it. */
export function subtreeOf(syntax: Syntax, word: number): WordRange {
  const { low, high } = linksOf(syntax);
  return { from: low[word]!, to: high[word]! + 1 };
}

const R = RELATION;
const OUTSIDE_NAME = memberTable(R.punct, R.cc, R.conj, R.case, R.mark, R.advmod, R.parataxis, R.dep, R.cop, R.aux);
const LONG_AFTER = memberTable(R['acl:relcl'], R.acl, R.appos, R.advcl, R.conj, R.parataxis, R.list, R.dep);

/**
 * The noun phrase of a head: what stands before it without preposition and conjunction, and what hangs on it after it
 * up to the first relative clause, participle, appositive or further conjunct.
 */
export function nounPhraseOf(syntax: Syntax, head: number): WordRange {
  let from = head;
  let to = head + 1;
  const { low, high, offsets, children } = linksOf(syntax);
  for (let at = offsets[head]!; at < offsets[head + 1]!; at++) {
    const child = children[at]!;
    const relation = syntax.relations[child]!;
    const outside = OUTSIDE_NAME[relation] === 1;
    if (child < head) {
      if (outside) from = head;
      else if (from === head || high[child]! + 1 >= from) from = Math.min(from, low[child]!);
    } else if (LONG_AFTER[relation] === 1 || (relation === R.punct && isBreak(syntax.tags[child]!))) break;
    else if (!outside || relation === R.punct || relation === R.case) to = Math.max(to, high[child]! + 1);
  }
  return { from, to };
}

const isBreak = (tag: number): boolean =>
  tag === TAG[','] || tag === TAG[':'] || tag === TAG['.'] || tag === TAG['-LRB-'];

const CLAUSES = memberTable(
  R.root,
  R.ccomp,
  R.advcl,
  R.acl,
  R['acl:relcl'],
  R.csubj,
  R.parataxis,
  R.conj,
  R.xcomp,
  R.list,
);

/** The word that heads the clause in which a word stands: the word itself or the nearest above it. */
export function clauseHeadOf(syntax: Syntax, word: number): number {
  let at = word;
  while (syntax.heads[at]! >= 0 && !(CLAUSES[syntax.relations[at]!] === 1 && isPredicate(syntax, at)))
    at = syntax.heads[at]!;
  return at;
}

const OF_PREDICATE = memberTable(R.cop, R.nsubj, R['nsubj:pass']);
const SUBJECTS = memberTable(R.nsubj, R['nsubj:pass'], R.csubj);
const OBJECTS = memberTable(R.obj, R.iobj);

function isPredicate(syntax: Syntax, word: number): boolean {
  const tag = syntax.tags[word]!;
  return (tag >= TAG.MD && tag <= TAG.VBZ) || dependentWith(syntax, word, OF_PREDICATE) >= 0;
}

/** The clause of a verb: all under it but marks and conjunctions at its edges. */
export function clauseOf(syntax: Syntax, verb: number): WordRange {
  let { from, to } = subtreeOf(syntax, verb);
  const edge = (word: number): boolean => {
    const relation = syntax.relations[word]!;
    return syntax.heads[word] === verb && (relation === R.mark || relation === R.cc || relation === R.punct);
  };
  while (from < verb && edge(from)) from += 1;
  while (to - 1 > verb && edge(to - 1)) to -= 1;
  return { from, to };
}

/**
 * The head of the subject of a verb, also where the tree hangs it elsewhere: on the main verb of an auxiliary or copula,
 * on the first of coordinated verbs, on the verb that governs an infinitive; the noun that a relative clause or
 * participle belongs to. -1 where there is none.
 */
export function subjectOf(words: Words, syntax: Syntax, verb: number): number {
  const { heads, relations } = syntax;
  let at = verb;
  // A climb cannot be longer than the tree is deep; the bound only guards against a broken tree.
  for (let steps = 0; steps < 64; steps++) {
    const relation = relations[at]!;
    const head = heads[at]!;
    const own = dependentWith(syntax, at, SUBJECTS);
    if (own >= 0) {
      const relative = syntax.tags[own] === TAG.WDT || syntax.tags[own] === TAG.WP || words.lower[own] === 'that';
      return relative && relation === R['acl:relcl'] && head >= 0 ? head : own;
    }
    if (head < 0) return -1;
    if (relation === R.aux || relation === R['aux:pass'] || relation === R.cop || relation === R.conj) at = head;
    else if (relation === R.xcomp) {
      const object = dependentWith(syntax, head, OBJECTS);
      if (object >= 0 && object < at) return object;
      at = head;
    } else if (relation === R['acl:relcl'] || relation === R.acl) return head;
    else if (relation === R.advcl) at = head;
    else return -1;
  }
  return -1;
}
