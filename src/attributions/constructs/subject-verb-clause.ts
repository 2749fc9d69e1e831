import { clauseAfter } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

export const subjectVerbClause = construct({
  name: 'subject-verb-clause',
  reads: 'SOURCE said (on Friday) (that) CONTENT  |  SOURCE told Reuters CONTENT  |  SOURCE said: CONTENT',
  confidence: 0.9,
  propose: (page, stretch) =>
    statements(page, stretch, ['clause', 'object-clause']).flatMap(({ cue, group, source, anchor, end }) => {
      const said = group.negated && cue.stance !== 'denies' ? null : clauseAfter(page, cue, end, stretch.to, anchor);
      return said
        ? [{ anchor, cue: group, lemma: cue.lemma, source, content: [said.content], medium: said.medium }]
        : [];
    }),
  examples: [
    '{source Smith} {cue said} {content prices would rise}.',
    '{source The ministry} {cue announced} on Friday that {content the talks had failed}.',
    '{source Jones} {cue told} {medium Reuters} that {content the plant was closing}.',
    'But {source the mayor, a former teacher,} {cue warned}: {content "Schools will close."}',
  ],
  not: ['She said little and left the room.', 'The board met to say goodbye.'],
});
