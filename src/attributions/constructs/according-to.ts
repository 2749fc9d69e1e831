import { afterAdjuncts } from '../../grammar/adjuncts.ts';
import { contentEnd } from '../../grammar/clauses.ts';
import { trimContent } from '../../grammar/contents.ts';
import { isVerb, type Stretch, type TokenContext } from '../../grammar/context.ts';
import { phraseAfter, sourceAfter } from '../../grammar/nouns.ts';
import { construct, type Draft } from './construct.ts';

/** Nouns by which things are ordered, and other nouns that are no sources. */
const MEASURES = new Set(
  'plan rank rule rules size age need needs law laws principle principles schedule ability taste tradition custom height weight type'.split(
    ' ',
  ),
);

export const accordingTo = construct({
  name: 'according-to',
  link: 'outer',
  reads:
    'According to SOURCE, CONTENT  |  CONTENT, according to SOURCE  |  CONTENT, according to SOURCE, CONTENT  |  That’s according to SOURCE',
  triggers: ['according'],
  propose: (context, stretch) => {
    const drafts: Draft[] = [];
    const level = context.levelOf(stretch);
    for (let w = stretch.from; w + 2 < stretch.to; w += 1) {
      if (context.lower(w) !== 'according' || context.lower(w + 1) !== 'to' || context.quoteOf(w) !== level) continue;
      const source = withAuthor(context, speakerAfter(context, w, stretch), stretch.to);
      if (!source || MEASURES.has(context.lower(source.to - 1))) continue;
      const content = contentAround(context, stretch, w, source.to);
      if (content.length === 0) continue;
      drafts.push({ anchor: w, cue: { from: w, to: w + 2 }, lemma: 'according to', source, content });
    }
    return drafts;
  },
  examples: [
    '{cue According to} {source Goldman Sachs}, {content the economy shrank}.',
    '{content The economy shrank}, {cue according to} {source a report by the central bank}.',
    '{cue According to} {source the book, by Jane Smith}, {content the king fled}.',
    '{content That}’s {cue according to} {source the police}.',
  ],
  not: ['They were seated according to rank.'],
});

/** With its appositions; but not so far that nothing is left for "According to SOURCE, CONTENT". */
function speakerAfter(context: TokenContext, w: number, { from, to }: Stretch): Stretch | null {
  const source = sourceAfter(context, w + 2, to);
  const rest = source ? trimContent(context, { from: source.to, to }) : null;
  if (!source || rest || w > from) return source;
  const end = phraseAfter(context, w + 2, to);
  return end < source.to ? { from: w + 2, to: end } : source;
}

/** "According to “The Long Road”, by Jane Smith, …": the author stands with the book. */
function withAuthor(context: TokenContext, source: Stretch | null, to: number): Stretch | null {
  if (!source || context.lower(source.to) !== ',' || context.lower(source.to + 1) !== 'by') return source;
  const end = phraseAfter(context, source.to + 2, to);
  return end > source.to + 2 ? { from: source.from, to: end } : source;
}

/** Whether the words are nothing but a report such as "the paper said": a statement that passes this one on. */
function isReport(context: TokenContext, { from, to }: Stretch): boolean {
  const last = context.lower(to - 1) === '.' ? to - 2 : to - 1;
  for (let w = from; w <= last; w += 1) {
    if (context.cues(w).length > 0 && isVerb(context.tag(w))) return afterAdjuncts(context, w + 1, to).end >= last;
  }
  return false;
}

/** "That's according to X": the content stands before it. */
function isPointer(context: TokenContext, w: number): boolean {
  return /^(?:that|this|it)$/u.test(context.lower(w)) && /^(?:is|was|'s|’s)$/u.test(context.lower(w + 1));
}

function contentAround(context: TokenContext, stretch: Stretch, open: number, close: number): Stretch[] {
  const comma = context.lower(close) === ',' ? close + 1 : close;
  const after =
    comma < stretch.to && context.lower(close) === ','
      ? { from: comma, to: contentEnd(context, comma, stretch.to) }
      : null;
  const before = { from: stretch.from, to: open };
  if (open === stretch.from + 2 && isPointer(context, stretch.from)) return [{ from: stretch.from, to: open - 1 }];
  const first = context.lower(open - 1) === ',' ? open - 2 : open - 1;
  const joint =
    first >= stretch.from &&
    ['and', 'but', 'that', 'while', 'or', 'which', 'who', 'because', 'although'].includes(context.lower(first));
  const leads = open === stretch.from || joint || (first === stretch.from && context.tag(first) === 'RB');
  if (leads)
    return after ? [{ from: comma, to: stretch.to }] : close < stretch.to ? [{ from: close, to: stretch.to }] : [];
  if (!after || context.tag(comma) === 'VBG') return [before];
  const clause = ['and', 'but', 'while', 'which', 'who', 'although'].includes(context.lower(comma));
  return clause || isReport(context, after) ? [before] : [before, after];
}
