import type { Page, Stretch } from '../page.ts';
import { clauseAfter, usual } from '../phrases/complements.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

/** What "that" introduces is mostly no speaker: only verbs that hardly do anything but report are read after it. */
const AFTER_THAT = 0.6;

export const subjectVerbClause = construct({
  name: 'subject-verb-clause',
  reads: 'SOURCE said (on Friday) (that) CONTENT  |  SOURCE told Reuters CONTENT  |  SOURCE said: CONTENT',
  confidence: 0.9,
  triggers: 'cue verb',
  propose: (page, stretch) =>
    statements(page, stretch, ['clause', 'object-clause']).flatMap(({ cue, group, source, anchor, end, relative }) => {
      if (group.negated && cue.stance !== 'denies') return [];
      if (relative && page.lower(group.from - 1) === 'that' && !usual(cue, 'clause', AFTER_THAT)) return [];
      const said = clauseAfter(page, cue, end, stretch.to, anchor);
      if (!said) return [];
      const content = relative ? toComma(page, said.content) : said.content;
      return [{ anchor, cue: group, lemma: cue.lemma, source, content: [content], medium: said.medium }];
    }),
  examples: [
    '{source Smith} {cue said} {content prices would rise}.',
    '{source The ministry} {cue announced} on Friday that {content the talks had failed}.',
    '{source Jones} {cue told} {medium Reuters} that {content the plant was closing}.',
    'But {source the mayor, a former teacher}, {cue warned}: {content "Schools will close."}',
  ],
  not: ['She said little and left the room.', 'The board met to say goodbye.'],
});

/** A relative clause ends at its comma: "Smith, who said he was ill, resigned". */
function toComma(page: Page, { from, to }: Stretch): Stretch {
  for (let w = from + 1; w < to; w += 1) if (page.lower(w) === ',' && page.quoteOf(w) < 0) return { from, to: w };
  return { from, to };
}
