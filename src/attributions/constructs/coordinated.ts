import { isVerb } from '../page.ts';
import { verbGroup } from '../phrases/verbs.ts';
import { construct, type Draft } from './construct.ts';
import { furtherStatement } from './participle.ts';
import { quoteLevel } from './statement.ts';

const JOINTS = new Set(['and', 'but', 'or']);

export const coordinated = construct({
  name: 'coordinated',
  reads: 'SOURCE denied … and insisted CONTENT',
  confidence: 0.85,
  triggers: JOINTS,
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from + 2; w < stretch.to; w += 1) {
      const tag = page.tag(w);
      if (!isVerb(tag) || tag === 'VBG' || tag === 'VB' || page.quoteOf(w) !== level) continue;
      const group = verbGroup(page, w, w + 1, stretch.from);
      const joint = page.tag(group.from - 1) === 'RB' ? group.from - 2 : group.from - 1;
      if (!JOINTS.has(page.lower(joint)) || group.passive || group.unreal || group.negated) continue;
      const word = page.cues(w).find(({ form }) => form !== 'ing');
      if (!word) continue;
      const cue = { from: group.from, to: word.end };
      drafts.push(...furtherStatement(page, { from: stretch.from, to: joint }, cue, w, word, stretch.to));
    }
    return drafts;
  },
  examples: [
    '{a-b.source The bank} {a.cue denied} {a.content any wrongdoing} and {b.cue insisted} that {b.content its books were clean}.',
    '{a-b.source Lee} {a.cue said} {a.content he was innocent} but {b.cue admitted} {b.content he had been there}.',
  ],
  not: ['Jones ran upstairs and called his wife.'],
});
