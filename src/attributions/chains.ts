/** From accepted candidates to attributions with chains: who says it first, then who passes it on. */
import {
  type Attribution,
  byPosition,
  contains,
  type Link,
  type Person,
  type Span,
  slice,
  wordAt,
} from '../document.ts';
import type { Candidate } from './candidate.ts';
import { isFiniteVerb, type Page } from './page.ts';
import { stanceOf } from './stance.ts';

/**
 * Builds the attributions of the article.
 *
 * The chain of a candidate is its own link, then the link of the candidate whose content holds its cue (the smallest
 * such), and so on outwards; or that of the candidate which the wording names as passing it on. A candidate whose
 * content is nothing but other attributions makes none of its own: it lives on as their last link.
 */
export function chain(page: Page, candidates: readonly Candidate[]): Attribution[] {
  const kept = candidates.filter((candidate) => !isOwnWords(page, candidate, outerOf(candidate, candidates)));
  return kept
    .filter((candidate) => !isOnlyInner(page, candidate, kept))
    .map((candidate) => ({
      content: candidate.content,
      links: linksOf(page, candidate, kept),
      medium: candidate.medium,
      by: candidate.by,
      confidence: candidate.confidence,
    }))
    .sort((a, b) => byPosition(a.content[0]!, b.content[0]!) || byPosition(a.links[0]!.cue, b.links[0]!.cue));
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

function linksOf(page: Page, candidate: Candidate, candidates: readonly Candidate[]): Link[] {
  const links: Link[] = [];
  const seen = new Set<Candidate>();
  for (let at: Candidate | null = candidate; at && !seen.has(at); at = outerOf(at, candidates)) {
    seen.add(at);
    links.push({
      source: at.source,
      cue: at.cue,
      lemma: at.lemma,
      stance: stanceOf(at.lemma, slice(page.article, at.cue)),
    });
  }
  return links;
}

/** Whether the content says nothing beside the attributions inside it: no clause of its own is left over. */
function isOnlyInner(page: Page, candidate: Candidate, candidates: readonly Candidate[]): boolean {
  const inner = candidates.filter((other) => other !== candidate && outerOf(other, candidates) === candidate);
  if (inner.length === 0) return false;
  if (inner.some(({ passedOnBy }) => passedOnBy === candidate.anchor)) return true;
  const covered = inner.flatMap((other) => [other.cue, ...other.content, ...(other.source ? [other.source] : [])]);
  return candidate.content.every((piece) => {
    const last = wordAt(page.words, piece.end - 1);
    for (let w = Math.max(0, wordAt(page.words, piece.start)); w <= last; w += 1) {
      const word = { start: page.words.starts[w]!, end: page.words.ends[w]! };
      if (isFiniteVerb(page.tag(w)) && !covered.some((span) => contains(span, word))) return false;
    }
    return true;
  });
}

/** "He said he had told him": somebody who reports his own words makes no chain. */
function isOwnWords(page: Page, inner: Candidate, outer: Candidate | null): boolean {
  if (!outer?.source || !inner.source || inner.passedOnBy !== null) return false;
  const pronoun = slice(page.article, inner.source).toLowerCase();
  if (pronoun === 'i' || pronoun === 'we') return true;
  const same = page.people.some((person) => means(person, inner.source!) && means(person, outer.source!));
  if (same) return true;
  return (
    (pronoun === 'he' || pronoun === 'she' || pronoun === 'they' || pronoun === 'it') &&
    opens(inner, outer) &&
    !/^(?:it|.*\bfor\b.*)$/iu.test(slice(page.article, outer.source))
  );
}

function means(person: Person, source: Span): boolean {
  return person.mentions.some((mention) => contains(source, mention) && mention.end === source.end);
}

function opens(inner: Candidate, outer: Candidate): boolean {
  return outer.content.some((piece) => piece.start === inner.source!.start);
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
