/**
 * Builds attributions with their chains out of the accepted candidates: the first source, then those who pass the
 * statement on.
 */
import { type Attribution, byPosition, type Link, type Span, type Stance, slice, wordAt } from '../document.ts';
import { isFiniteVerb, type TokenContext } from '../grammar/context.ts';
import { personOf } from '../people/speaker.ts';
import { RELATION, TAG } from '../syntax/labels.ts';
import { dependentsOf } from '../syntax/phrases.ts';
import type { Candidate } from './candidate.ts';
import { stanceOf } from './stance.ts';
import { THRESHOLD } from './thresholds.ts';

/** A candidate in its place: `outer` is the one whose content holds its cue. */
export interface Nested {
  readonly candidate: Candidate;
  readonly outer: Nested | null;
}

interface Node extends Nested {
  readonly outer: Node | null;
  readonly inner: Node[];
  /** The statement beside it that passes this one on: of one content, "X said, according to Y". */
  relay: Node | null;
  /** Whether it passes on a statement beside it. */
  relays: boolean;
  /** Whether it passes on what is inside or beside it; null until that is asked. */
  passes: boolean | null;
}

/** How many statements before it in its sentence a statement is compared with: who passes one on stands near. */
const MAX_NEIGHBOURS = 12;

const ATTITUDES = new Set<Stance>(['believes', 'supports', 'criticises']);
const PRONOUNS = new Set(['he', 'she', 'they', 'it']);

/**
 * Builds the attributions of the article. An attribution whose content is nothing but another one becomes the last link
 * of that one. Every other is an attribution of its own, beside those inside it.
 *
 * @param nested outer ones before those inside them
 */
export function chain(context: TokenContext, nested: readonly Nested[]): Attribution[] {
  const nodes = new Map<Nested, Node>();
  const bySentence = new Map<number, Node[]>();
  for (const one of nested) {
    const outer = one.outer === null ? null : nodes.get(one.outer)!;
    const node: Node = { candidate: one.candidate, outer, inner: [], relay: null, relays: false, passes: null };
    nodes.set(one, node);
    outer?.inner.push(node);
    const beside = bySentence.get(one.candidate.sentence) ?? [];
    bySentence.set(one.candidate.sentence, beside);
    for (const other of beside.slice(-MAX_NEIGHBOURS)) if (other.outer === outer) joinRelay(context, other, node);
    beside.push(node);
  }
  const found: Attribution[] = [];
  for (const node of nodes.values()) {
    if (passesOn(context, node) || isOwnWords(context, node)) continue;
    found.push(attributionOf(context, node));
  }
  return found.sort(
    (a, b) => byPosition(a.content[0]!, b.content[0]!) || byPosition(a.links[0]!.cue!, b.links[0]!.cue!),
  );
}

/**
 * Links two statements with the same content: the one whose cue hangs on the source of the other ("according to two guards
 * quoted by the Ledger") passes that on, else the one whose cue stands outside its clause.
 */
function joinRelay(context: TokenContext, a: Node, b: Node): void {
  const { candidate: one } = a;
  const { candidate: two } = b;
  const cited = tellsOfSource(context, two, one) ? b : tellsOfSource(context, one, two) ? a : null;
  if (cited === null && one.link === two.link) return;
  if (agreement(one.content, two.content) < THRESHOLD.sameContent) return;
  const outside = cited ?? (one.link === 'outer' || two.link === 'inner' ? a : b);
  const inside = outside === a ? b : a;
  if (inside.candidate.source === null) return;
  inside.relay = outside;
  outside.relays = true;
}

/** Whether the cue of a statement is a passive participle that hangs on the source of another. */
function tellsOfSource({ syntax, words }: TokenContext, { anchor }: Candidate, { source }: Candidate): boolean {
  const head = syntax.heads[anchor]!;
  if (source === null || syntax.relations[anchor] !== RELATION.acl || syntax.tags[anchor] !== TAG.VBN) return false;
  return source.start <= words.starts[head]! && words.ends[head]! <= source.end;
}

/**
 * Whether a content is nothing but one statement inside it or beside it: the statement fills most of it, and every
 * finite verb outside the statement depends on a word of it.
 */
function passesOn(context: TokenContext, node: Node): boolean {
  node.passes ??= node.relays || saysNothingElse(context, node);
  return node.passes;
}

function saysNothingElse(context: TokenContext, node: Node): boolean {
  const { content } = node.candidate;
  const inner = node.inner.filter(
    (one) => one.candidate.source !== null && !isOwnWords(context, one) && !isAttitude(context, one),
  );
  if (inner.length === 0) return false;
  const spans = inner.flatMap(({ candidate: { source, cue, content: said, medium } }) => [
    hull(source!, cue.start < said[0]!.start ? hull(cue, said[0]!) : cue),
    ...said,
    ...(medium ? [medium] : []),
  ]);
  const covered = united(spans);
  if (common(content, covered) < THRESHOLD.nothingElse * length(content)) return false;
  const holds = (w: number): boolean => isHeld(covered, context.words.starts[w]!, context.words.ends[w]!);
  return content.every((piece) => {
    const last = wordAt(context.words, piece.end - 1);
    for (let w = Math.max(0, wordAt(context.words, piece.start)); w <= last; w += 1) {
      if (isFiniteVerb(context.tag(w)) && !holds(w) && !hangsOn(context, w, holds)) return false;
    }
    return true;
  });
}

/**
 * Whether a candidate is an attitude: what somebody thinks or feels is not passed on by another, as in "Residents fear
 * the dam will break, the mayor said".
 */
function isAttitude(context: TokenContext, { candidate: { lemma, cue } }: Node): boolean {
  return ATTITUDES.has(stanceOf(lemma, slice(context.article, cue)));
}

/** Whether a verb is part of a clause under the words of a statement: ", which brings the total to nine". */
function hangsOn(context: TokenContext, verb: number, holds: (w: number) => boolean): boolean {
  const { heads, relations } = context.syntax;
  for (let w = verb, steps = 0; w >= 0 && steps < 20; w = heads[w]!, steps += 1) {
    const relation = relations[w]!;
    const head = heads[w]!;
    if (head < 0) return false;
    if (holds(head)) return relation !== RELATION.conj && relation !== RELATION.parataxis;
  }
  return false;
}

function attributionOf(context: TokenContext, node: Node): Attribution {
  const links: Link[] = [linkOf(context, node)];
  let { medium } = node.candidate;
  let inner = node;
  for (let at = next(node); at !== null; at = next(at)) {
    if (cites(context, inner, at)) links.splice(-1, 0, linkOf(context, at));
    else if (!sameSpeaker(context, inner, at)) {
      links.push(linkOf(context, at));
      inner = at;
    }
    medium ??= at.candidate.medium;
  }
  const heard = links.length === 1 ? hearsayOf(context, node.candidate) : null;
  if (heard) links.push(heard);
  const { content, by, confidence } = node.candidate;
  return { content, links, medium, by, confidence };
}

/**
 * Whether a statement is read inside that of whom it cites, though who is cited comes first: "State media reported the
 * death, citing the army". In 721 training chains whom "citing" and "quoting" name after them is the first link in 623, and
 * stands between two others in the rest.
 */
function cites({ syntax }: TokenContext, { candidate: inner }: Node, { candidate: outer }: Node): boolean {
  if (outer.link !== 'inner' || outer.source === null || outer.source.start < outer.cue.end) return false;
  return inner.anchor < outer.anchor && syntax.heads[outer.anchor] === inner.anchor;
}

/** "reportedly" beside the verb of a statement: somebody whom nobody names passes it on, in 25 of 25 training texts. */
function hearsayOf(context: TokenContext, { anchor, source }: Candidate): Link | null {
  if (source === null) return null;
  const { syntax, words } = context;
  const adverb = dependentsOf(syntax, anchor).find((word) => words.lower[word] === 'reportedly');
  if (adverb === undefined) return null;
  const cue = { start: words.starts[adverb]!, end: words.ends[adverb]! };
  return { source: null, cue, lemma: 'reportedly', stance: stanceOf('reportedly', 'reportedly') };
}

/** The statement around or beside that passes this one on. */
function next(node: Node): Node | null {
  return node.relay ?? node.outer;
}

function linkOf(context: TokenContext, { candidate: { source, cue, lemma } }: Node): Link {
  return { source, cue, lemma, stance: stanceOf(lemma, slice(context.article, cue)) };
}

/** Whether somebody reports his own words, which adds no statement: "He said he had told him". */
function isOwnWords(context: TokenContext, node: Node): boolean {
  const { outer, candidate } = node;
  if (outer === null || candidate.source === null || !sameSpeaker(context, node, outer)) return false;
  return opens(context, candidate, outer.candidate);
}

function sameSpeaker(context: TokenContext, { candidate: inner }: Node, { candidate: outer }: Node): boolean {
  if (!outer.source || !inner.source) return false;
  if (outer.source.start === inner.source.start && outer.source.end === inner.source.end) return true;
  const pronoun = slice(context.article, inner.source).toLowerCase();
  if (pronoun === 'i' || pronoun === 'we') return true;
  const speaker = personOf(context.article, context, outer.source);
  const said = personOf(context.article, context, inner.source);
  if (speaker !== null && said !== null) return speaker === said;
  return PRONOUNS.has(pronoun) && context.quoteOf(inner.anchor) < 0 && opens(context, inner, outer);
}

/** The inner source is the first thing that the outer content names. */
function opens(context: TokenContext, inner: Candidate, outer: Candidate): boolean {
  return outer.content.some(({ start }) => {
    const first = Math.max(0, wordAt(context.words, start));
    const word = /^(?:``|''|["“„«‘])$/u.test(context.lower(first)) ? first + 1 : first;
    return context.words.starts[word] === inner.source!.start;
  });
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The same stretches sorted, those that touch as one. */
function united(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort(byPosition)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) merged[merged.length - 1] = hull(last, span);
    else merged.push(span);
  }
  return merged;
}

/** Whether one of the sorted spans holds a stretch. */
function isHeld(spans: readonly Span[], start: number, end: number): boolean {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (spans[middle]!.end < end) from = middle + 1;
    else to = middle;
  }
  return from < spans.length && spans[from]!.start <= start;
}

/** The length that two lists of spans have in common, in UTF-16 code units. */
function common(a: readonly Span[], b: readonly Span[]): number {
  const [ones, twos] = [united(a), united(b)];
  let shared = 0;
  for (let one = 0, two = 0; one < ones.length && two < twos.length; ) {
    const [x, y] = [ones[one]!, twos[two]!];
    shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
    if (x.end < y.end) one += 1;
    else two += 1;
  }
  return shared;
}

/** The agreement of two lists of spans: their common length over that of their union (Jaccard). */
function agreement(a: readonly Span[], b: readonly Span[]): number {
  const shared = common(a, b);
  return shared / (length(a) + length(b) - shared);
}

/** The length of spans together, in UTF-16 code units. */
function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
