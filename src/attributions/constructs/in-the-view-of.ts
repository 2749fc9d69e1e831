import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { sourceAfter } from '../../grammar/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { canBeSource } from './possible-source.ts';

const FRAMES = new Set(['words', 'view', 'opinion', 'eyes', 'judgment', 'judgement', 'estimation']);

export const inTheViewOf = construct({
  name: 'in-the-view-of',
  reads: "In the words of SOURCE, CONTENT  |  in SOURCE's view, CONTENT",
  triggers: FRAMES,
  propose: (context, stretch) => {
    const drafts: Draft[] = [];
    const level = context.levelOf(stretch);
    for (let w = stretch.from; w + 3 < stretch.to; w += 1) {
      if (context.lower(w) !== 'in' || context.quoteOf(w) !== level) continue;
      const frame = ofFrame(context, w, stretch.to) ?? possessiveFrame(context, w, stretch.to);
      if (!frame || !canBeSource(context, frame.source)) continue;
      const leads = w === stretch.from && context.lower(frame.end) === ',';
      const closes =
        context.lower(w - 1) === ',' && (frame.end >= stretch.to || /^[.,]$/u.test(context.lower(frame.end)));
      if (!leads && !closes) continue;
      const content = leads ? { from: frame.end + 1, to: stretch.to } : { from: stretch.from, to: w - 1 };
      drafts.push({ anchor: frame.noun, cue: frame.cue, lemma: frame.lemma, source: frame.source, content: [content] });
    }
    return drafts;
  },
  examples: [
    '{cue In the words of} {source one resident}, {content the street was a war zone}.',
    "In {source the minister}'s {cue view}, {content the law is dead}.",
    '{content The law is dead}, {cue in the opinion of} {source most lawyers}.',
  ],
  not: ['In the eyes of the storm, boats were moored.'],
});

interface Frame {
  readonly noun: number;
  readonly cue: Stretch;
  readonly lemma: string;
  readonly source: Stretch;
  readonly end: number;
}

function ofFrame(context: TokenContext, w: number, to: number): Frame | null {
  const noun = context.lower(w + 1) === 'the' ? w + 2 : w + 1;
  if (!FRAMES.has(context.lower(noun)) || context.lower(noun + 1) !== 'of') return null;
  const source = sourceAfter(context, noun + 2, to);
  return (
    source && {
      noun,
      cue: { from: w, to: noun + 2 },
      lemma: `in the ${context.lower(noun)} of`,
      source,
      end: source.to,
    }
  );
}

function possessiveFrame(context: TokenContext, w: number, to: number): Frame | null {
  for (let at = w + 1; at < to && at < w + 12; at += 1) {
    if (!FRAMES.has(context.lower(at))) continue;
    const owned = context.tag(at - 1) === 'POS';
    const source = owned ? { from: w + 1, to: at - 1 } : { from: w + 1, to: at };
    if (!owned && !(at === w + 2 && context.tag(w + 1) === 'PRP$')) return null;
    return source.to > source.from
      ? { noun: at, cue: { from: at, to: at + 1 }, lemma: `in the ${context.lower(at)} of`, source, end: at + 1 }
      : null;
  }
  return null;
}
