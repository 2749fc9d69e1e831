import { demandAfter } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

export const urgeTo = construct({
  name: 'urge-to',
  reads: 'SOURCE urged whom (on Friday) CONTENT (to do what)',
  confidence: 0.8,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, ['object-to']).flatMap(({ cue, group, source, anchor, end }) => {
      const said = group.negated ? null : demandAfter(page, cue, end, stretch.to, anchor);
      return said
        ? [{ anchor, cue: group, lemma: cue.lemma, source, content: [said.content], medium: said.medium }]
        : [];
    }),
  examples: [
    '{source The union} {cue urged} its members {content to stay at home}.',
    '{source The minister} {cue called on} both sides on Friday {content to end the fighting}.',
  ],
  not: ['The team flew home to rest.', 'She was called on to speak.'],
});
