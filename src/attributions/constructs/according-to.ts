import { isVerb, type Page, type Stretch } from '../page.ts';
import { afterAdjuncts } from '../phrases/adjuncts.ts';
import { contentEnd } from '../phrases/clauses.ts';
import { trimContent } from '../phrases/contents.ts';
import { phraseAfter, sourceAfter } from '../phrases/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { quoteLevel } from './statement.ts';

/** What things are ordered by, and who never speaks. */
const MEASURES = new Set(
  'plan rank rule rules size age need needs law laws principle principles schedule ability taste tradition custom height weight type'.split(
    ' ',
  ),
);

export const accordingTo = construct({
  name: 'according-to',
  reads:
    'According to SOURCE, CONTENT  |  CONTENT, according to SOURCE  |  CONTENT, according to SOURCE, CONTENT  |  That’s according to SOURCE',
  confidence: 0.95,
  triggers: ['according'],
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from; w + 2 < stretch.to; w += 1) {
      if (page.lower(w) !== 'according' || page.lower(w + 1) !== 'to' || page.quoteOf(w) !== level) continue;
      const source = withAuthor(page, speakerAfter(page, w, stretch), stretch.to);
      if (!source || MEASURES.has(page.lower(source.to - 1))) continue;
      const content = contentAround(page, stretch, w, source.to);
      if (content.length === 0) continue;
      drafts.push({ anchor: w, cue: { from: w, to: w + 2 }, lemma: 'according to', source, content });
    }
    return drafts;
  },
  examples: [
    '{cue According to} {source Goldman Sachs}, {content the economy shrank}.',
    '{content The economy shrank}, {cue according to} {source a report by the central bank}.',
    'He resigned and, {cue according to} {source the police}, {content left the country}.',
    '{cue According to} {source the book, by Jane Smith}, {content the king fled}.',
    '{content That}’s {cue according to} {source the police}.',
  ],
  not: ['They were seated according to rank.'],
});

/** With its appositions; but not so far that nothing is left for "According to SOURCE, CONTENT". */
function speakerAfter(page: Page, w: number, { from, to }: Stretch): Stretch | null {
  const source = sourceAfter(page, w + 2, to);
  const rest = source ? trimContent(page, { from: source.to, to }) : null;
  if (!source || rest || w > from) return source;
  const end = phraseAfter(page, w + 2, to);
  return end < source.to ? { from: w + 2, to: end } : source;
}

/** "According to “The Long Road”, by Jane Smith, …": the author stands with the book. */
function withAuthor(page: Page, source: Stretch | null, to: number): Stretch | null {
  if (!source || page.lower(source.to) !== ',' || page.lower(source.to + 1) !== 'by') return source;
  const end = phraseAfter(page, source.to + 2, to);
  return end > source.to + 2 ? { from: source.from, to: end } : source;
}

/** "the paper said" and no more: the statement that passes this one on. */
function isReport(page: Page, { from, to }: Stretch): boolean {
  const last = page.lower(to - 1) === '.' ? to - 2 : to - 1;
  for (let w = from; w <= last; w += 1) {
    if (page.cues(w).length > 0 && isVerb(page.tag(w))) return afterAdjuncts(page, w + 1, to).end >= last;
  }
  return false;
}

/** "That's according to X": what stands before is meant. */
function isPointer(page: Page, w: number): boolean {
  return /^(?:that|this|it)$/u.test(page.lower(w)) && /^(?:is|was|'s|’s)$/u.test(page.lower(w + 1));
}

function contentAround(page: Page, stretch: Stretch, open: number, close: number): Stretch[] {
  const comma = page.lower(close) === ',' ? close + 1 : close;
  const after =
    comma < stretch.to && page.lower(close) === ','
      ? { from: comma, to: contentEnd(page, comma, stretch.to, open) }
      : null;
  const before = { from: stretch.from, to: open };
  if (open === stretch.from + 2 && isPointer(page, stretch.from)) return [{ from: stretch.from, to: open - 1 }];
  const first = page.lower(open - 1) === ',' ? open - 2 : open - 1;
  const joint =
    first >= stretch.from &&
    ['and', 'but', 'that', 'while', 'or', 'which', 'who', 'because', 'although'].includes(page.lower(first));
  const leads = open === stretch.from || joint || (first === stretch.from && page.tag(first) === 'RB');
  if (leads)
    return after ? [{ from: comma, to: stretch.to }] : close < stretch.to ? [{ from: close, to: stretch.to }] : [];
  if (!after || page.tag(comma) === 'VBG') return [before];
  const clause = ['and', 'but', 'while', 'which', 'who', 'although'].includes(page.lower(comma));
  return clause || isReport(page, after) ? [before] : [before, after];
}
