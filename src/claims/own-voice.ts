/** What the article says itself: the body sentences, or what attributions leave of them. */
import { type Article, contains, type Layers, lastStartingAt, type Sentence, type Span, wordAt } from '../document.ts';
import { PENN_TAGS } from '../syntax/labels.ts';
import { mainVerb, wordsIn } from './main-verb.ts';

type Needs = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'attributions'>;

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const SUBJECT = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'DT', 'CD', 'EX', 'WP', 'JJ', 'PRP$', 'VBG', '$']);
/** What joins a remainder to the rest of its sentence: without the rest it says nothing. */
const JOINTS = new Set(['CC', 'RB', ',', ':', '.', "''", '``', '-RRB-', '-LRB-', 'HYPH', 'NFP', 'SYM']);
/** A remainder that starts with one of these depends on what was cut away. */
const DEPENDENT = new Set(
  'after although as because before if once since so than that though until when whenever where whereas which while who whom whose why how'.split(
    ' ',
  ),
);
const RELATIVE = /[,\s]{1,3}(?:which|that|who|whom)$/iu;
/** The longest text that it finds, in UTF-16 code units. */
const MAX_RELATIVE_LENGTH = 8;
/** "NEW YORK", each word in capitals. */
const PLACE = String.raw`\p{Lu}(?:[\p{Lu}.'’-]+|(?=\s{1,2}\p{Lu}))(?:\s{1,2}\p{Lu}[\p{Lu}.'’-]*)*`;
/** ", Sept 13", ", N.J.". */
const REGION_AND_DAY = String.raw`(?:\s?[,/][\p{L}.,]*(?:\s{1,2}[\p{L}.,]+)*(?:\s{0,2}\d{1,2})?)?`;
const AGENCY = String.raw`(?:\([^)]{2,40}\)\s{0,2})?`;
/** "MINSK, Sept 13 (Reuters) - ": place, day and agency before the first sentence. */
const DATELINE = new RegExp(String.raw`^${PLACE}${REGION_AND_DAY}\s{0,2}${AGENCY}(?:--?|–|—)\s`, 'u');
/** No dateline is longer, in UTF-16 code units. */
const MAX_DATELINE_LENGTH = 120;
/** A remainder of fewer words is no statement. */
const MIN_WORDS = 3;

/** Contents of the article's own claims, one list of pieces each, in the order of the text. */
export function ownVoice(article: Article, layers: Needs): Span[][] {
  const covered = coveredSpans(article, layers);
  const claims: Span[][] = [];
  let next = 0;
  for (const sentence of layers.sentences) {
    while (next < covered.length && covered[next]!.end <= sentence.start) next += 1;
    if (sentence.kind === 'heading') continue;
    const inside: Span[] = [];
    for (let at = next; at < covered.length && covered[at]!.start < sentence.end; at += 1) inside.push(covered[at]!);
    for (const rest of remainders(sentence, inside)) {
      const claim = statement(article, layers, rest, inside.length === 0);
      const stands = inside.length === 0 && claim?.start === sentence.start;
      if (claim && !isQuoted(layers, claim, stands)) claims.push([claim]);
    }
  }
  return claims;
}

/**
 * Whether a statement goes on with a quotation of which something else is said, or was cut out of one: whoever said it, the
 * article did not.
 *
 * @param stands it is a sentence of its own; then a quotation may begin with it
 */
function isQuoted({ quotes }: Needs, claim: Span, stands: boolean): boolean {
  for (let at = lastStartingAt(quotes, claim.start); at >= 0; at -= 1) {
    if (contains(quotes[at]!, claim)) return !stands || quotes[at]!.start < claim.start;
    if (quotes[at]!.depth === 0) return false;
  }
  return false;
}

/**
 * Everything that belongs to an attribution, merged and sorted. A noun phrase before "which" or "that" belongs to the
 * sentence around it too, so only its pronoun is covered.
 */
function coveredSpans(article: Article, { attributions }: Needs): Span[] {
  const spans: Span[] = [];
  for (const { content, links, medium } of attributions) {
    for (const [index, piece] of content.entries()) {
      const from = Math.max(piece.start, piece.end - MAX_RELATIVE_LENGTH);
      const relative = index < content.length - 1 ? RELATIVE.exec(article.text.slice(from, piece.end)) : null;
      spans.push(relative ? { start: from + relative.index, end: piece.end } : piece);
    }
    for (const { source, cue } of links) {
      if (source) spans.push(source);
      if (cue) spans.push(cue);
    }
    if (medium) spans.push(medium);
  }
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function remainders(sentence: Sentence, covered: readonly Span[]): Span[] {
  const rests: Span[] = [];
  let start = sentence.start;
  for (const span of covered) {
    if (span.start > start) rests.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  if (start < sentence.end) rests.push({ start, end: sentence.end });
  return rests;
}

/** The remainder as a statement: trimmed, with subject and finite verb; or null. */
function statement(article: Article, { words, syntax }: Needs, rest: Span, whole: boolean): Span | null {
  const dateline = DATELINE.exec(article.text.slice(rest.start, Math.min(rest.end, rest.start + MAX_DATELINE_LENGTH)));
  const start = rest.start + (dateline?.[0].length ?? 0);
  let from = wordAt(words, start);
  if (from < 0 || words.starts[from]! < start) from += 1;
  let to = wordAt(words, rest.end - 1);
  const tag = (w: number) => PENN_TAGS[syntax.tags[w]!]!;
  if (!whole) {
    while (from <= to && (JOINTS.has(tag(from)) || /^[^\p{L}\p{N}]+$/u.test(words.forms[from]!))) from += 1;
  }
  const empty = (w: number) => tag(w) === 'CC' || /^[^\p{L}\p{N}%)”"’']+$/u.test(words.forms[w]!);
  while (to >= from && !(whole && words.ends[to] === rest.end) && empty(to)) to -= 1;
  if (whole && to > from && /^[.;:]$/u.test(words.forms[to]!)) to -= 1;
  if (to - from + 1 < MIN_WORDS || (!whole && DEPENDENT.has(words.lower[from]!))) return null;
  const claim = { start: words.starts[from]!, end: words.ends[to]! };
  if (!whole && mainVerb({ words, syntax }, [claim], wordsIn({ words }, [claim])) < 0) return null;
  let subject = false;
  for (let w = from; w <= to; w += 1) {
    if (FINITE.has(tag(w)) && (subject || whole)) return claim;
    subject ||= SUBJECT.has(tag(w));
  }
  return null;
}
