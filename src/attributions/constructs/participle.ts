import type { CueWord } from '../cues.ts';
import type { Page, Stretch } from '../page.ts';
import { anyAfter } from '../phrases/complements.ts';
import { subjectOf } from '../phrases/speakers.ts';
import { accuseOf } from './accuse-of.ts';
import { construct, type Draft, readings } from './construct.ts';
import { nounContent } from './noun-content.ts';
import { quotedAsSaying, wasQuotedAsSaying } from './quoted-as-saying.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel } from './statement.ts';
import { invertedAfter, subjectVerbAfter } from './subject-verb-after.ts';
import { subjectVerbClause } from './subject-verb-clause.ts';
import { urgeTo } from './urge-to.ts';

const STATEMENTS = [
  quotedAsSaying,
  wasQuotedAsSaying,
  subjectVerbAfter,
  invertedAfter,
  subjectVerbClause,
  urgeTo,
  accuseOf,
  nounContent,
];

/** What follows these is evidence or a source, which `citing` reads. */
const EVIDENCE = new Set(['cite', 'quote']);

export const participle = construct({
  name: 'participle',
  reads: 'SOURCE said that …, adding (that) CONTENT  |  SOURCE left, saying CONTENT',
  confidence: 0.85,
  triggers: 'cue participle',
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from + 2; w < stretch.to; w += 1) {
      if (page.tag(w) !== 'VBG' || page.quoteOf(w) !== level) continue;
      const before = page.tag(w - 1) === 'RB' ? w - 2 : w - 1;
      if (page.lower(before) !== ',') continue;
      const word = page.cues(w).find(({ cue, form }) => form === 'ing' && !EVIDENCE.has(cue.lemma));
      if (word)
        drafts.push(
          ...furtherStatement(page, { from: stretch.from, to: before }, { from: w, to: word.end }, w, word, stretch.to),
        );
    }
    return drafts;
  },
  examples: [
    '{a-b.source Smith} {a.cue said} {a.content prices would rise}, {b.cue adding} that {b.content wages would not}.',
    '{source The coach} left the club, {cue saying} {content he was tired}.',
  ],
  not: [
    'He scored again, adding a third goal before half-time.',
    'The boy fell, calling his mother.',
    'Twelve homes burned, showing that the wind was strong.',
  ],
});

/**
 * What one speaker says with a further cue: nothing where the cue has no content, or nobody spoke before it.
 *
 * @param before the stretch in which the speaker stands
 * @param cue the further cue with its auxiliaries
 * @param anchor its verb
 * @param to one past the last word that the content may reach
 */
export function furtherStatement(
  page: Page,
  before: Stretch,
  cue: Stretch,
  anchor: number,
  word: CueWord,
  to: number,
): Draft[] {
  const said = anyAfter(page, word.cue, word.end, to, anchor);
  const speaker = said && speakerBefore(page, before);
  if (!said || !speaker) return [];
  const { source, passedOnBy } = speaker;
  return [
    {
      anchor,
      cue,
      lemma: word.cue.lemma,
      source,
      content: [said.content],
      medium: said.medium,
      ...(passedOnBy === null ? {} : { passedOnBy }),
    },
  ];
}

/** Who said the statement that runs up to the participle; else the subject of the sentence, unless it is a thing. */
function speakerBefore(page: Page, stretch: Stretch): { source: Stretch; passedOnBy: number | null } | null {
  const candidates = readings(page, stretch, STATEMENTS).filter(({ source }) => source !== null);
  const last = candidates.sort((a, b) => b.anchor - a.anchor)[0];
  if (last?.source) return { source: page.wordsOf(last.source), passedOnBy: last.passedOnBy };
  const source = subjectOf(page, stretch.from, stretch.to);
  return source && mayspeak(page, source) ? { source, passedOnBy: null } : null;
}
