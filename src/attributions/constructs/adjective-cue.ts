import { contentEnd } from '../phrases/clauses.ts';
import { sourceBefore } from '../phrases/nouns.ts';
import { isAuxiliary } from '../phrases/verbs.ts';
import { construct, type Draft } from './construct.ts';
import { quoteLevel } from './statement.ts';

const ATTITUDES = new Set(
  'adamant afraid aware certain concerned confident convinced doubtful hopeful optimistic pessimistic sceptical skeptical sure unsure worried'.split(
    ' ',
  ),
);

export const adjectiveCue = construct({
  name: 'adjective-cue',
  reads: 'SOURCE is convinced that CONTENT',
  confidence: 0.8,
  triggers: ATTITUDES,
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from + 2; w + 1 < stretch.to; w += 1) {
      if (!ATTITUDES.has(page.lower(w)) || page.lower(w + 1) !== 'that' || page.quoteOf(w) !== level) continue;
      let verb = w - 1;
      while (verb > stretch.from && page.tag(verb) === 'RB') verb -= 1;
      if (
        !isAuxiliary(page, verb) &&
        !['remain', 'remains', 'remained', 'seem', 'seems', 'seemed'].includes(page.lower(verb))
      )
        continue;
      while (isAuxiliary(page, verb - 1)) verb -= 1;
      const source = sourceBefore(page, verb, stretch.from)?.source;
      if (!source) continue;
      const content = { from: w + 1, to: contentEnd(page, w + 1, stretch.to, w) };
      drafts.push({ anchor: w, cue: { from: verb, to: w + 1 }, lemma: page.lower(w), source, content: [content] });
    }
    return drafts;
  },
  examples: [
    '{source The coach} {cue is confident} that {content his team will win}.',
    '{source Analysts} {cue remain sceptical} that {content the plan will work}.',
  ],
  not: ['It is sure to rain.'],
});
