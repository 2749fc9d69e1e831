import type { Page, Stretch } from '../page.ts';
import { sourceAfter } from '../phrases/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel } from './statement.ts';

const FRAMES = new Set(['words', 'view', 'opinion', 'eyes', 'judgment', 'judgement', 'estimation']);

export const inTheViewOf = construct({
  name: 'in-the-view-of',
  reads: "In the words of SOURCE, CONTENT  |  in SOURCE's view, CONTENT",
  confidence: 0.85,
  triggers: FRAMES,
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from; w + 3 < stretch.to; w += 1) {
      if (page.lower(w) !== 'in' || page.quoteOf(w) !== level) continue;
      const frame = ofFrame(page, w, stretch.to) ?? possessiveFrame(page, w, stretch.to);
      if (!frame || !mayspeak(page, frame.source)) continue;
      const leads = w === stretch.from && page.lower(frame.end) === ',';
      const closes = page.lower(w - 1) === ',' && (frame.end >= stretch.to || /^[.,]$/u.test(page.lower(frame.end)));
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
  not: ['In the view of the harbour, boats are moored.'],
});

interface Frame {
  readonly noun: number;
  readonly cue: Stretch;
  readonly lemma: string;
  readonly source: Stretch;
  readonly end: number;
}

function ofFrame(page: Page, w: number, to: number): Frame | null {
  const noun = page.lower(w + 1) === 'the' ? w + 2 : w + 1;
  if (!FRAMES.has(page.lower(noun)) || page.lower(noun + 1) !== 'of') return null;
  const source = sourceAfter(page, noun + 2, to);
  return (
    source && { noun, cue: { from: w, to: noun + 2 }, lemma: `in the ${page.lower(noun)} of`, source, end: source.to }
  );
}

function possessiveFrame(page: Page, w: number, to: number): Frame | null {
  for (let at = w + 1; at < to && at < w + 12; at += 1) {
    if (!FRAMES.has(page.lower(at))) continue;
    const owned = page.tag(at - 1) === 'POS';
    const source = owned ? { from: w + 1, to: at - 1 } : { from: w + 1, to: at };
    if (!owned && !(at === w + 2 && page.tag(w + 1) === 'PRP$')) return null;
    return source.to > source.from
      ? { noun: at, cue: { from: at, to: at + 1 }, lemma: `in the ${page.lower(at)} of`, source, end: at + 1 }
      : null;
  }
  return null;
}
