import type { Page } from '../page.ts';
import { isFinite } from '../page.ts';
import { contentEnd, holdsClause } from './clause.ts';
import { construct } from './construct.ts';
import { onset, statements } from './statement.ts';

/** A verb that takes a clause less often than this on PolNeAR needs "that" or a quotation. */
const BARE = 0.3;

export const subjectVerbClause = construct({
  name: 'subject-verb-clause',
  reads: 'SOURCE said (on Friday) (that) CONTENT  |  SOURCE told Reuters CONTENT  |  SOURCE said: CONTENT',
  confidence: 0.9,
  propose: (page, stretch) =>
    statements(page, stretch, ['clause', 'object-clause']).flatMap((statement) => {
      const { cue, group, source, anchor } = statement;
      if (group.negated && cue.stance !== 'denies') return [];
      const told = !cue.complements.has('clause');
      const { start, medium, told: object } = onset(page, statement.end, stretch.to, told);
      const end = contentEnd(page, start, stretch.to, anchor);
      const counts = cue.complements.get(told ? 'object-clause' : 'clause')!;
      const marked = page.lower(start) === 'that' || page.lower(start) === ':' || page.quoteOf(start) >= 0;
      if (!marked && counts.cues < BARE * counts.seen) return [];
      if (!marked && !opensClause(page, start, end)) return [];
      if (start >= end || !(marked || holdsClause(page, start, end))) return [];
      return [
        {
          anchor,
          cue: group,
          lemma: cue.lemma,
          source,
          content: [{ from: start, to: end }],
          medium: object && page.tag(object.from) !== 'PRP' ? object : medium,
        },
      ];
    }),
  examples: [
    '{source Smith} {cue said} {content prices would rise}.',
    '{source The ministry} {cue announced} on Friday that {content the talks had failed}.',
    '{source Jones} {cue told} {medium Reuters} that {content the plant was closing}.',
    'But {source the mayor, a former teacher,} {cue warned}: {content "Schools will close."}',
  ],
  not: ['She said little and left the room.', 'The board met to say goodbye.'],
});

/** A bare clause starts with its subject, not with a stop or a preposition that belongs to the verb. */
function opensClause(page: Page, start: number, end: number): boolean {
  const tag = page.tag(start);
  if (tag === ',' || tag === '.' || tag === 'TO' || isFinite(tag)) return false;
  return end > start + 1;
}
