/** From accepted candidates to attributions with chains: who says it first, then who passes it on. */
import {
  type Attribution,
  byPosition,
  contains,
  type Link,
  type Span,
  type Stance,
  slice,
  wordAt,
} from '../document.ts';
import { personOf } from '../sources/person.ts';
import type { Candidate } from './candidate.ts';
import { verbStance } from './cues.ts';
import { isFiniteVerb, type Page } from './page.ts';
import { afterTime } from './phrases/adjuncts.ts';
import { isSilence } from './silence.ts';
import { stanceOf } from './stance.ts';

const SUBORDINATORS = new Set([
  'after',
  'as',
  'although',
  'because',
  'before',
  'if',
  'once',
  'since',
  'though',
  'when',
  'while',
]);
/** What somebody thinks or wants is no statement that another passes on: "police said they feared" stays with police. */
export const ATTITUDES: ReadonlySet<Stance> = new Set<Stance>(['believes', 'supports', 'criticises']);
/** The share of an outer content that an inner statement fills where nothing else is said. */
const MOST = 0.75;
const PRONOUNS = new Set(['he', 'she', 'they', 'it']);

/**
 * Builds the attributions of the article.
 *
 * The chain of a candidate is its own link, then the link of the candidate whose content holds its cue (the smallest
 * such), and so on outwards; or that of the candidate which the wording names as passing it on. A candidate whose
 * content is nothing but other attributions makes none of its own: it lives on as their last link.
 */
export function chain(page: Page, candidates: readonly Candidate[]): Attribution[] {
  const kept = candidates.filter((candidate) => {
    if (isSilence(page, candidate)) return false;
    const outer = outerOf(candidate, candidates);
    if (outer && (isOrder(page, candidate) || isEvidence(page, candidate) || candidate.by === HEDGE)) return false;
    return !(outer && isOwnWords(page, candidate, outer) && opens(page, candidate, outer));
  });
  return kept
    .filter((candidate) => !isOnlyInner(page, candidate, kept) && !isQuotedAside(page, candidate, kept))
    .map(
      (candidate): Attribution => ({
        content: candidate.content,
        links: linksOf(page, candidate, kept),
        medium: candidate.medium ?? mediumAround(page, candidate, kept),
        by: candidate.by,
        confidence: candidate.confidence,
      }),
    )
    .sort((a, b) => byPosition(a.content[0]!, b.content[0]!) || byPosition(a.links[0]!.cue, b.links[0]!.cue));
}

/** What is done with words, where somebody tells of it: "the ministry said the mayor had ordered them to leave". */
const ORDERS = new Set(['ask', 'command', 'direct', 'instruct', 'invite', 'order', 'require']);

function isOrder(page: Page, { lemma, content }: Candidate): boolean {
  if (!ORDERS.has(lemma)) return false;
  const first = wordAt(page.words, content[0]!.start);
  return page.lower(first) === 'to' && page.tag(first + 1) === 'VB';
}

/** Inside what somebody says, "allegedly" makes it less sure, and nobody else the speaker. */
const HEDGE = 'allegedly';

/** ", citing security reasons" in what somebody tells: what moved them, and nothing that was said. */
function isEvidence(page: Page, { by, lemma, content }: Candidate): boolean {
  if (by !== 'participle' || lemma !== 'cite') return false;
  return !content.some(({ start, end }) => {
    for (let w = wordAt(page.words, start); w < page.words.count && page.words.starts[w]! < end; w += 1)
      if (isFiniteVerb(page.tag(w)) || page.quoteOf(w) >= 0) return true;
    return false;
  });
}

/** The candidate that passes this one on, or null. */
function outerOf(candidate: Candidate, candidates: readonly Candidate[]): Candidate | null {
  if (candidate.passedOnBy !== null) {
    const named = candidates.find(({ anchor }) => anchor === candidate.passedOnBy);
    if (named) return named;
  }
  let best: Candidate | null = null;
  for (const other of candidates) {
    if (other === candidate || !other.content.some((piece) => contains(piece, candidate.cue))) continue;
    if (best === null || length(other.content) < length(best.content)) best = other;
  }
  return best;
}

/** Where the statement that consists of nothing but this one was made. */
function mediumAround(page: Page, candidate: Candidate, candidates: readonly Candidate[]): Span | null {
  const outer = outerOf(candidate, candidates);
  return outer && isOnlyInner(page, outer, candidates) ? outer.medium : null;
}

function linksOf(page: Page, candidate: Candidate, candidates: readonly Candidate[]): Link[] {
  const links = [linkOf(page, candidate)];
  const seen = new Set<Candidate>([candidate]);
  let inner = candidate;
  for (let at = outerOf(inner, candidates); at && !seen.has(at); at = outerOf(at, candidates)) {
    seen.add(at);
    if (isOwnWords(page, inner, at)) continue;
    links.push(linkOf(page, at));
    inner = at;
  }
  return links;
}

function linkOf(page: Page, { source, cue, lemma }: Candidate): Link {
  return { source, cue, lemma, stance: stanceOf(lemma, slice(page.article, cue)) };
}

/** What a speaker quotes inside a longer quotation stays part of it. */
function isQuotedAside(page: Page, candidate: Candidate, candidates: readonly Candidate[]): boolean {
  if (page.quoteOf(candidate.anchor) < 0) return false;
  const outer = outerOf(candidate, candidates);
  return outer !== null && !isOnlyInner(page, outer, candidates);
}

/**
 * Whether the content says nothing beside the attributions inside it: no clause of its own is left over. What somebody
 * hopes or thinks passes nothing on, and a content of several sentences is more than one statement in one of them. Quoted
 * words pass on only the statement with which they begin.
 */
function isOnlyInner(page: Page, candidate: Candidate, candidates: readonly Candidate[]): boolean {
  if (isAttitude(page, candidate)) return false;
  const inner = candidates.filter(
    (other) =>
      other !== candidate &&
      other.source !== null &&
      isStatement(page, other) &&
      outerOf(other, candidates) === candidate &&
      !isOwnWords(page, other, candidate) &&
      (page.quoteOf(other.anchor) < 0 || opens(page, other, candidate)),
  );
  if (inner.length === 0) return false;
  if (inner.some(({ passedOnBy }) => passedOnBy === candidate.anchor)) return true;
  if (inner.every(({ passedOnBy }) => passedOnBy === null) && goesOn(page, candidate)) return false;
  // "Lee told reporters before he left that …": what stands between cue and content belongs to the statement.
  const covered = [...inner, ...goingOn(page, candidate, candidates, inner)].flatMap(
    ({ source, cue, content, medium }) => [
      hull(source!, cue.start < content[0]!.start ? hull(cue, content[0]!) : cue),
      ...content,
      ...(medium ? [medium] : []),
    ],
  );
  const reach = inner.map(({ source, cue, content, medium }) =>
    [cue, ...content, ...(medium ? [medium] : [])].reduce(hull, source!),
  );
  const main = candidate.content.map((piece) => ({
    start: page.words.starts[afterAdverbial(page, piece, covered)]!,
    end: piece.end,
  }));
  if (length(union(reach)) < MOST * length(main)) return false;
  if (!candidate.content.some((piece) => opensCovered(page, piece, covered))) return false;
  return candidate.content.every((piece) => {
    const last = wordAt(page.words, piece.end - 1);
    for (let w = afterAdverbial(page, piece, covered); w <= last; w += 1) {
      const word = { start: page.words.starts[w]!, end: page.words.ends[w]! };
      if (isFiniteVerb(page.tag(w)) && !covered.some((span) => contains(span, word))) return false;
    }
    return true;
  });
}

/** Further statements of the same sources: "he had admitted the attack but had denied the murder". */
function goingOn(
  page: Page,
  outer: Candidate,
  candidates: readonly Candidate[],
  inner: readonly Candidate[],
): Candidate[] {
  return candidates.filter(
    (other) =>
      other.by === 'coordinated' &&
      !inner.includes(other) &&
      !isAttitude(page, other) &&
      outerOf(other, candidates) === outer &&
      inner.some(({ source }) => source!.start === other.source?.start),
  );
}

function isAttitude(page: Page, { lemma, cue }: Candidate): boolean {
  return ATTITUDES.has(stanceOf(lemma, slice(page.article, cue)));
}

/** Forms that stand beside a statement or name nobody as its speaker: "police said he was charged with theft". */
const PASSING = new Set(['coordinated', 'passive']);

/** A cue that can tell what another passes on: a verb of the lexicon or a wire form, and no attitude. */
function isStatement(page: Page, candidate: Candidate): boolean {
  const { by, lemma, passedOnBy } = candidate;
  if (isAttitude(page, candidate)) return false;
  if (passedOnBy !== null) return true;
  if (PASSING.has(by)) return false;
  return by === 'according-to' || (by !== 'adjective-cue' && verbStance(lemma) !== null);
}

/** Whether the content goes on past one sentence. */
function goesOn(page: Page, { content }: Candidate): boolean {
  const first = wordAt(page.words, content[0]!.start);
  const last = wordAt(page.words, content.at(-1)!.end - 1);
  return page.sentenceOf(first) !== page.sentenceOf(last);
}

/** Whether the first noun or pronoun of a content, past adverbials, belongs to an inner statement. */
function opensCovered(page: Page, piece: Span, covered: readonly Span[]): boolean {
  const last = wordAt(page.words, piece.end - 1);
  for (let w = afterAdverbial(page, piece, covered); w <= last; w += 1) {
    if (!/^(?:NN|PRP|CD)/u.test(page.tag(w))) continue;
    const word = { start: page.words.starts[w]!, end: page.words.ends[w]! };
    return covered.some((span) => contains(span, word));
  }
  return false;
}

/** The first word of a content past the clause of time or reason that leads to the first statement in it. */
function afterAdverbial(page: Page, piece: Span, covered: readonly Span[]): number {
  const from = Math.max(0, wordAt(page.words, piece.start));
  const first = page.tag(from) === 'CC' ? from + 1 : from;
  const tag = page.tag(first);
  const leads =
    tag === 'IN' ||
    tag === 'TO' ||
    tag === 'RB' ||
    SUBORDINATORS.has(page.lower(first)) ||
    afterTime(page, first, first + 4) > first;
  if (!leads || page.lower(first) === 'that') return from;
  const start = Math.min(...covered.filter((span) => contains(piece, span)).map((span) => span.start));
  return Number.isFinite(start) ? wordAt(page.words, start) : from;
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** "He said he had told him": somebody who reports his own words makes no chain. */
function isOwnWords(page: Page, inner: Candidate, outer: Candidate | null): boolean {
  if (!outer?.source || !inner.source || inner.passedOnBy !== null) return false;
  const pronoun = slice(page.article, inner.source).toLowerCase();
  if (pronoun === 'i' || pronoun === 'we') return true;
  const speaker = personOf(page.article, page, outer.source);
  const said = personOf(page.article, page, inner.source);
  if (speaker !== null && speaker === said) return true;
  // Of "He lied, Smith said" the pronoun is somebody named before, where the article names somebody.
  if (speaker !== null && said !== null && inner.source.start < outer.source.start) return false;
  if (!PRONOUNS.has(pronoun) || page.quoteOf(inner.anchor) >= 0) return false;
  const words = slice(page.article, outer.source).toLowerCase();
  if (opens(page, inner, outer)) return words !== 'it' && !/\b(?:for|of)\b/u.test(words);
  const content = slice(page.article, outer.content[0]!).toLowerCase();
  return content.startsWith(`${pronoun} `) || !outer.content.some((piece) => saysClause(page, piece, inner));
}

/** Whether the outer content has a finite verb of its own before the inner statement. */
function saysClause(page: Page, piece: Span, inner: Candidate): boolean {
  for (let w = wordAt(page.words, piece.start); w < inner.anchor; w += 1) {
    if (isFiniteVerb(page.tag(w)) && page.words.starts[w]! < inner.source!.start) return true;
  }
  return false;
}

/** The inner source is the first thing that the outer content names. */
function opens(page: Page, inner: Candidate, outer: Candidate): boolean {
  return outer.content.some(({ start }) => {
    const first = Math.max(0, wordAt(page.words, start));
    const word = /^(?:``|''|["“„«‘])$/u.test(page.lower(first)) ? first + 1 : first;
    return page.words.starts[word] === inner.source!.start;
  });
}

function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort(byPosition)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) merged[merged.length - 1] = hull(last, span);
    else merged.push(span);
  }
  return merged;
}

/** The length of spans together, in UTF-16 code units. */
export function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
