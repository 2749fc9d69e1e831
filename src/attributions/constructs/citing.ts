import { wordAt } from '../../document.ts';
import type { Candidate } from '../candidate.ts';
import type { Page } from '../page.ts';
import { sourceAfter } from '../phrases/nouns.ts';
import { construct, type Draft, readings } from './construct.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel } from './statement.ts';
import { invertedAfter, subjectVerbAfter } from './subject-verb-after.ts';
import { subjectVerbClause } from './subject-verb-clause.ts';

const CITING = new Map([
  ['citing', 'cite'],
  ['quoting', 'quote'],
]);
const STATEMENTS = [subjectVerbAfter, invertedAfter, subjectVerbClause];

export const citing = construct({
  name: 'citing',
  reads: 'CONTENT, SOURCE2 reported, citing SOURCE1  |  SOURCE2, quoting SOURCE1, said CONTENT',
  confidence: 0.95,
  triggers: CITING.keys(),
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from; w < stretch.to; w += 1) {
      const lemma = CITING.get(page.lower(w));
      if (!lemma || page.quoteOf(w) !== level) continue;
      const source = sourceAfter(page, w + 1, stretch.to);
      if (!source || !mayspeak(page, source)) continue;
      const trailing = page.lower(w - 1) === ',' && isOver(page, source.to, stretch.to);
      const outer =
        (trailing
          ? readings(page, { from: stretch.from, to: w - 1 }, STATEMENTS).find(({ source }) => source !== null)
          : undefined) ??
        readings(page, stretch, STATEMENTS).find(
          (candidate) => candidate.source !== null && frames(page, candidate, w),
        );
      if (!outer?.source) continue;
      const content = outer.content.map(({ start, end }) => ({
        from: wordAt(page.words, start),
        to: wordAt(page.words, end - 1) + 1,
      }));
      const cue = { from: wordAt(page.words, outer.cue.start), to: wordAt(page.words, outer.cue.end - 1) + 1 };
      const reporter = {
        from: wordAt(page.words, outer.source.start),
        to: wordAt(page.words, outer.source.end - 1) + 1,
      };
      drafts.push({ anchor: outer.anchor, cue, lemma: outer.lemma, source: reporter, content });
      drafts.push({ anchor: w, cue: { from: w, to: w + 1 }, lemma, source, content, passedOnBy: outer.anchor });
    }
    return drafts;
  },
  examples: [
    '{content The ships have left port}, {source2 Reuters} {cue2 reported}, {cue citing} {source an army spokesman}.',
    'But {source2 the newspaper}, {cue quoting} {source police officers}, {cue2 said} {content the bomb killed two people}.',
  ],
  not: ['The company closed the plant, citing high costs.'],
});

/** Nothing but a stop follows. */
function isOver(page: Page, w: number, to: number): boolean {
  return w >= to || /^[.;,]$/u.test(page.lower(w));
}

/** The aside with the participle stands between the candidate's source and its cue, or right before its source. */
function frames(page: Page, candidate: Candidate, w: number): boolean {
  const at = page.words.starts[w]!;
  return at < candidate.cue.start && !candidate.content.some(({ start, end }) => start <= at && at < end);
}
