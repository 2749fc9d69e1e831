import { accusationAfter } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

export const accuseOf = construct({
  name: 'accuse-of',
  reads: 'SOURCE accused somebody CONTENT (of what)  |  SOURCE blamed somebody CONTENT (for what)',
  confidence: 0.9,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, ['of', 'for']).flatMap(({ cue, group, source, anchor, end }) => {
      const said = group.negated ? null : accusationAfter(page, cue, end, stretch.to, anchor);
      return said
        ? [{ anchor, cue: group, lemma: cue.lemma, source, content: [said.content], medium: said.medium }]
        : [];
    }),
  examples: [
    '{source Iran} {cue accused} its neighbour {content of breaking the truce}.',
    '{source The mayor} {cue has blamed} the council {content for the delay}.',
  ],
  not: ['The man accused of murder was released.', 'She cautioned, however, about the shortage of chips.'],
});
