import { nounAfter } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

export const nounContent = construct({
  name: 'noun-content',
  reads: 'SOURCE denied CONTENT (a noun phrase)',
  confidence: 0.7,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, ['noun']).flatMap(({ cue, group, source, anchor, end }) => {
      const said = group.negated && cue.stance !== 'denies' ? null : nounAfter(page, cue, end, stretch.to, anchor);
      return said
        ? [{ anchor, cue: group, lemma: cue.lemma, source, content: [said.content], medium: said.medium }]
        : [];
    }),
  examples: [
    '{source The minister} {cue denied} {content any involvement in the deal}.',
    '{source The club} {cue announced} {content the departure of its coach} on Monday.',
  ],
  not: ['Smith scored the second goal.', 'He repeated the year.'],
});
