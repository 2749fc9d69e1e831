import { infinitiveAfter } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

export const promiseTo = construct({
  name: 'promise-to',
  reads: 'SOURCE promised CONTENT (to do what)',
  confidence: 0.75,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, ['to', 'to-noun']).flatMap(({ cue, group, source, anchor, end }) => {
      const said = group.negated ? null : infinitiveAfter(page, cue, end, stretch.to, anchor);
      return said
        ? [{ anchor, cue: group, lemma: cue.lemma, source, content: [said.content], medium: said.medium }]
        : [];
    }),
  examples: [
    '{source The company} {cue has promised} {content to repay the loan}.',
    '{source The driver} {cue confessed} {content to stealing the car}.',
  ],
  not: ['The bank declined to comment.', 'They ran to catch the bus.'],
});
