import { predicateAfter } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

export const callsIt = construct({
  name: 'calls-it',
  reads: 'SOURCE called CONTENT (the thing, what it is)  |  SOURCE described CONTENT (the thing, as what)',
  confidence: 0.7,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, ['predicate', 'as']).flatMap(({ cue, group, source, anchor, end }) => {
      const said = group.negated ? null : predicateAfter(page, cue, end, stretch.to, anchor);
      return said
        ? [{ anchor, cue: group, lemma: cue.lemma, source, content: [said.content], medium: said.medium }]
        : [];
    }),
  examples: [
    '{source The senator} {cue called} {content the vote a farce}.',
    '{source Critics} {cue describe} {content the law as a step backwards}.',
  ],
  not: ['The manager called an ambulance.', 'She called her brother.'],
});
