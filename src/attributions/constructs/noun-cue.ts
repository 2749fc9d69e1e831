import { isNoun, type Page, type Stretch } from '../page.ts';
import { contentEnd, holdsClause } from '../phrases/clauses.ts';
import { backToPhrase, phraseAfter } from '../phrases/nouns.ts';
import { nounStance } from '../stance.ts';
import { construct, type Draft } from './construct.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel } from './statement.ts';

export const nounCue = construct({
  name: 'noun-cue',
  reads: "SOURCE's claim that CONTENT  |  the claim by SOURCE that CONTENT",
  confidence: 0.75,
  triggers: ['that'],
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from; w + 2 < stretch.to; w += 1) {
      if (!isNoun(page.tag(w)) || page.quoteOf(w) !== level) continue;
      const lemma = nounStance(page.lower(w));
      if (lemma === null) continue;
      const by =
        page.lower(w + 1) === 'by' || page.lower(w + 1) === 'from' ? phraseAfter(page, w + 2, stretch.to) : w + 1;
      if (page.lower(by) !== 'that' || page.tag(by) === 'DT') continue;
      const owner = by > w + 1 ? { from: w + 2, to: by } : possessor(page, w, stretch.from);
      if (!owner || !mayspeak(page, owner)) continue;
      const content = { from: by, to: contentEnd(page, by, stretch.to, w) };
      if (!holdsClause(page, content.from, content.to)) continue;
      drafts.push({ anchor: w, cue: { from: w, to: w + 1 }, lemma, source: owner, content: [content] });
    }
    return drafts;
  },
  examples: [
    "The court heard {source the company}'s {cue claim} that {content its patent was infringed}.",
    'Little came of the {cue allegation} by {source the opposition} that {content votes were bought}.',
  ],
  not: ['The claim that was filed in May failed.'],
});

/** "his", or the phrase before "'s", in front of the noun; adjectives may stand between. */
function possessor(page: Page, noun: number, from: number): Stretch | null {
  let at = noun;
  while (at > from && (page.tag(at - 1) === 'JJ' || isNoun(page.tag(at - 1)))) at -= 1;
  if (page.tag(at - 1) === 'PRP$') return { from: at - 1, to: at };
  return page.tag(at - 1) === 'POS' ? backToPhrase(page, at - 1, from) : null;
}
