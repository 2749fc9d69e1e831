/** Joins what the models accept with what only the constructs can know, and sorts it into groups that may nest. */
import { outerFirst, type Span, wordAt } from '../document.ts';
import type { Candidate } from './candidate.ts';
import { mayspeak } from './constructs/speaking.ts';
import { isFiniteVerb, isNoun, type Page } from './page.ts';
import { holdsMainVerb } from './phrases/clauses.ts';
import { readSentence } from './read.ts';

/**
 * Constructs whose own reading of a cue is kept: wire forms and unnamed sources, of which the training articles hold too
 * few. Where the models know a form well, their spans are better (measured on the training articles), unless they stop at
 * the noun with which a clause begins.
 */
const TRUSTED = new Set([
  ...['quoted-as-saying', 'was-quoted-as-saying', 'citing', 'carried-by', 'saying-denied', 'in-the-view-of'],
  ...['relative-object', 'accuse-of', 'accused-by', 'said-by', 'urge-to', 'it-was-said', 'is-said-to', 'allegedly'],
  ...['on-charges-of', 'headline-dash', 'transcript', 'signature'],
]);
/** Heard also where the models refused the cue: it can hardly mean anything else. */
const PLAIN = 'according-to';
/** Constructs whose content stands before the cue, and what a clause opens with that leads to a statement. */
const AFTER = new Set([PLAIN, 'subject-verb-after', 'inverted-after']);
const LEADING = new Set(['after', 'although', 'as', 'before', 'if', 'once', 'since', 'though', 'until', 'when']);
/** The verb that can hardly mean anything else, whatever it denies. */
const DENIAL = 'deny';
/** The same of what is plainly said, in a sentence of subject, verb and clause. */
const SAYING = new Set(['say', 'tell']);
const SENTENCES = new Set(['subject-verb-clause', 'subject-verb-after', 'inverted-after']);

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
  const covering = new Map<number, Candidate>();
  const plain = new Map<number, Candidate>();
  const trailing = new Map<number, Candidate>();
  const clauses = new Map<number, Candidate>();
  const companions = new Map<number, number>();
  const quoting = new Set<number>();
  for (const candidate of constructed) {
    if (candidate.passedOnBy !== null) companions.set(candidate.anchor, candidate.passedOnBy);
    if (candidate.by === 'quoted-as-saying') quoting.add(candidate.sentence);
    // "the agency quoted X as saying …, adding that": it is X who adds, which the models do not learn from their articles.
    if (candidate.by === 'participle' && quoting.has(candidate.sentence)) trusted.set(candidate.anchor, candidate);
    if (AFTER.has(candidate.by)) trailing.set(candidate.anchor, candidate);
    if (candidate.by === PLAIN) plain.set(candidate.anchor, candidate);
    else if (TRUSTED.has(candidate.by) && !isWish(candidate)) {
      trusted.set(candidate.anchor, candidate);
      for (let w = wordAt(page.words, candidate.cue.start); page.words.starts[w]! < candidate.cue.end; w += 1)
        covering.set(w, candidate);
    } else if (candidate.by === 'subject-verb-clause') clauses.set(candidate.anchor, candidate);
  }
  const bySentence = new Map<number, Candidate[]>();
  const taken = new Set<Candidate>();
  for (const candidate of trained) {
    const clause = clauses.get(candidate.anchor);
    const whole =
      trusted.get(candidate.anchor) ??
      covering.get(candidate.anchor) ??
      misread(plain.get(candidate.anchor), candidate);
    if (whole && taken.has(whole)) continue;
    if (whole) taken.add(whole);
    const own =
      whole ??
      (clause && (isCutShort(page, candidate, clause) || runsOn(page, candidate, clause)) ? clause : undefined);
    const kept = own
      ? { ...own, confidence: Math.max(own.confidence, candidate.confidence) }
      : {
          ...candidate,
          content: withLead(page, candidate, trailing.get(candidate.anchor)),
          passedOnBy: companions.get(candidate.anchor) ?? null,
        };
    const list = bySentence.get(kept.sentence);
    if (list) list.push(kept);
    else bySentence.set(kept.sentence, [kept]);
  }
  const all: Candidate[] = [];
  for (const index of page.sentences.keys()) {
    const accepted = bySentence.get(index) ?? [];
    const known = new Set(accepted);
    for (const candidate of readSentence(page, index, accepted)) {
      if (known.has(candidate) || isPlain(page, candidate) || !refused.has(candidate.anchor)) all.push(candidate);
    }
  }
  return all;
}

/**
 * The models' content with the clause that leads to it: "When the vote was over, | nobody cheered, officials said".
 *
 * @param whole what a construct reads before the same cue
 */
function withLead(page: Page, { content, cue }: Candidate, whole: Candidate | undefined): readonly Span[] {
  if (!whole) return content;
  const { start } = whole.content[0]!;
  if (start >= content[0]!.start || content[0]!.start > cue.start) return content;
  const first = wordAt(page.words, start);
  const joint = wordAt(page.words, content[0]!.start) - 1;
  if (!LEADING.has(page.lower(first)) || page.lower(joint) !== ',') return content;
  return [{ start, end: content[0]!.end }, ...content.slice(1)];
}

/** Whether a reading is heard although the models found its cue too unsure. */
function isPlain(page: Page, { by, lemma, source, cue, anchor }: Candidate): boolean {
  if (TRUSTED.has(by) || by === PLAIN || lemma === DENIAL) return true;
  // A verb that the tagger took for a participle has a tree that misleads the models.
  const sure = SAYING.has(lemma) || (page.tag(anchor) === 'VBN' && page.words.starts[anchor] === cue.start);
  return sure && SENTENCES.has(by) && source !== null && mayspeak(page, page.wordsOf(source));
}

/** The models' content is the noun with which a clause begins ("that the plan, called X, …", "traders | would be told"): its verb is left out. */
function isCutShort(page: Page, { content }: Candidate, clause: Candidate): boolean {
  const { start, end } = content[0]!;
  const whole = clause.content[0]!;
  if (content.length > 1 || start !== whole.start || end >= whole.end) return false;
  const first = wordAt(page.words, start);
  let last = wordAt(page.words, end - 1) + 1;
  const bare = isFiniteVerb(page.tag(last)) && isNoun(page.tag(last - 1));
  if (page.lower(first - 1) !== 'that' && !bare) return false;
  for (let w = first + 1; w < last; w += 1) {
    if (page.lower(w - 1) === ',' && page.tag(w) === 'VBD') last = w;
  }
  return !holdsMainVerb(page, first, last);
}

/** The models' content runs on into a further statement of the same source: "said they were late and called for help". */
function runsOn(page: Page, { content, anchor }: Candidate, clause: Candidate): boolean {
  const { start, end } = content.at(-1)!;
  const own = clause.content.at(-1)!;
  if (content.length > 1 || clause.content.length > 1 || start !== own.start || end <= own.end) return false;
  const joint = wordAt(page.words, own.end - 1) + 1;
  const cc = page.tag(joint) === ',' ? joint + 1 : joint;
  if (page.tag(cc) !== 'CC') return false;
  const verb = page.tag(cc + 1) === 'RB' ? cc + 2 : cc + 1;
  return page.cues(verb).length > 0 && page.tag(verb) === page.tag(anchor) && page.words.starts[verb]! < end;
}

/** The construct's reading of "according to" where the models took another source than the words that follow it. */
function misread(plain: Candidate | undefined, { source }: Candidate): Candidate | undefined {
  return plain?.source && plain.source.start !== source?.start ? plain : undefined;
}

/** "Analysts expect profits to fall": nobody is urged, so the noun belongs to the content. */
function isWish({ by, lemma }: Candidate): boolean {
  return by === 'urge-to' && (lemma === 'expect' || lemma === 'want');
}

/** The candidates in groups whose stretches of text do not touch: only within a group can one hold another. */
export function groups(candidates: readonly Candidate[]): Candidate[][] {
  const hulls = candidates
    .map((candidate) => {
      const { start, end } = hull(candidate);
      return { start, end, candidate };
    })
    .sort(outerFirst);
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
  const start = Math.min(cue.start, content[0]!.start, source ? source.start : cue.start);
  const end = Math.max(cue.end, content.at(-1)!.end, source ? source.end : cue.end);
  return { start, end };
}
