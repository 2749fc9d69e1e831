/** Joins what the models accept with what only the constructs can know, and sorts it into groups that may nest. */
import { byPosition, type Span } from '../document.ts';
import type { Candidate } from './candidate.ts';
import type { Page } from './page.ts';
import { readSentence } from './read.ts';

/**
 * Constructs whose own reading of a cue is kept: wire forms and unnamed sources, of which the training articles hold too
 * few. Where the models know a form well, their spans are better (measured on the development articles), unless they
 * stop at the noun with which a clause begins.
 */
const TRUSTED = new Set([
  ...['quoted-as-saying', 'was-quoted-as-saying', 'citing', 'carried-by', 'saying-denied', 'in-the-view-of'],
  ...['relative-object', 'accuse-of', 'accused-by', 'said-by', 'urge-to', 'it-was-said', 'is-said-to', 'allegedly'],
  ...['on-charges-of', 'headline-dash'],
]);

/**
 * The models' candidates, and the constructs' readings that do not rival them: inside contents, around them, and where a
 * form is too rare for the models to judge.
 *
 * @param trained the accepted candidates of the article
 * @param constructed what the constructs read on their own
 * @param refused the anchors that the models read and found too unsure
 */
export function addConstructs(
  page: Page,
  trained: readonly Candidate[],
  constructed: readonly Candidate[],
  refused: ReadonlySet<number>,
): Candidate[] {
  const trusted = new Map<number, Candidate>();
  const clauses = new Map<number, Candidate>();
  for (const candidate of constructed) {
    if (TRUSTED.has(candidate.by) && !isWish(candidate)) trusted.set(candidate.anchor, candidate);
    else if (candidate.by === 'subject-verb-clause') clauses.set(candidate.anchor, candidate);
  }
  const bySentence = new Map<number, Candidate[]>();
  for (const candidate of trained) {
    const clause = candidate.by === 'noun-phrase-content' ? clauses.get(candidate.anchor) : undefined;
    const own = trusted.get(candidate.anchor) ?? clause;
    const kept = own ? { ...own, confidence: Math.max(own.confidence, candidate.confidence) } : candidate;
    const list = bySentence.get(kept.sentence);
    if (list) list.push(kept);
    else bySentence.set(kept.sentence, [kept]);
  }
  const all: Candidate[] = [];
  for (const index of page.sentences.keys()) {
    const accepted = bySentence.get(index) ?? [];
    const known = new Set(accepted);
    for (const candidate of readSentence(page, index, accepted)) {
      if (known.has(candidate) || TRUSTED.has(candidate.by) || !refused.has(candidate.anchor)) all.push(candidate);
    }
  }
  return all;
}

/** "Analysts expect profits to fall": nobody is urged, so the noun belongs to the content. */
function isWish({ by, lemma }: Candidate): boolean {
  return by === 'urge-to' && (lemma === 'expect' || lemma === 'want');
}

/** The candidates in groups whose stretches of text do not touch: only within a group can one hold another. */
export function groups(candidates: readonly Candidate[]): Candidate[][] {
  const hulls = candidates.map((candidate) => ({ ...hull(candidate), candidate })).sort(byPosition);
  const found: Candidate[][] = [];
  let end = -1;
  for (const { start, end: stop, candidate } of hulls) {
    if (start >= end) found.push([]);
    found.at(-1)!.push(candidate);
    end = Math.max(end, stop);
  }
  return found;
}

function hull({ cue, source, content }: Candidate): Span {
  const spans = [cue, ...content, ...(source ? [source] : [])];
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
