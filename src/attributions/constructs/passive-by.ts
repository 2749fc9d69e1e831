import type { CueWord } from '../cues.ts';
import type { Page, Stretch } from '../page.ts';
import { contentEnd } from '../phrases/clauses.ts';
import { phraseAfter } from '../phrases/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel, statements, verbsOf } from './statement.ts';

export const accusedBy = construct({
  name: 'accused-by',
  reads: 'CONTENT (whom) was accused by SOURCE CONTENT (of what)  |  CONTENT is considered by SOURCE to be CONTENT',
  confidence: 0.85,
  triggers: ['by'],
  propose: (page, stretch) =>
    statements(page, stretch, ['of', 'for', 'predicate', 'as', 'noun', 'clause'], { passive: true }).flatMap(
      (statement) => {
        const { cue, group, anchor, end } = statement;
        const by = group.negated ? null : byAfter(page, end, stretch.to, cue.complements.has('of'));
        if (!by || !usualPassive(statement)) return [];
        const rest = { from: by.to, to: contentEnd(page, by.to, stretch.to, anchor) };
        const opens = ['of', 'to', 'as', 'for'].includes(page.lower(by.to));
        const content = opens && rest.to > rest.from ? [statement.source, rest] : [statement.source];
        return [{ anchor, cue: { from: group.from, to: by.from }, lemma: cue.lemma, source: by, content }];
      },
    ),
  examples: [
    '{content The driver} {cue was accused by} {source police} {content of fleeing the scene}.',
    '{content The plan} {cue was criticised by} {source residents}.',
    '{content A baker} {cue was accused by} {source neighbours} {content of theft}.',
  ],
  not: ['The meeting was reported by telephone.', 'He was accused of murder.'],
});

export const saidBy = construct({
  name: 'said-by',
  reads: 'CONTENT (the thing), said by SOURCE CONTENT (to be what)',
  confidence: 0.85,
  triggers: ['by'],
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    for (const { w, word, level } of verbsOf(page, stretch)) {
      const aside = page.lower(w - 1) === ',' && page.tag(w).startsWith('VB') && word.form === 'past';
      const by = aside && level === quoteLevel(page, stretch) ? byAfter(page, word.end, stretch.to) : null;
      if (!by || page.lower(by.to) !== 'to') continue;
      let close = by.to;
      while (close < stretch.to && page.lower(close) !== ',') close += 1;
      drafts.push({
        anchor: w,
        cue: { from: w, to: by.from },
        lemma: word.cue.lemma,
        source: by,
        content: [
          { from: stretch.from, to: w - 1 },
          { from: by.to, to: close },
        ],
      });
    }
    return drafts;
  },
  examples: [
    '{content The crowd}, {cue said by} {source police} {content to number 6,000}, marched to the palace.',
    '{content The painting}, {cue believed by} {source experts} {content to be a copy}, was sold.',
  ],
  not: ['The house, built by hand, was sold.'],
});

/** @param charged whether "of" can tell what somebody is accused of: it ends the phrase of the accuser */
function byAfter(page: Page, end: number, to: number, charged = false): Stretch | null {
  if (page.lower(end) !== 'by') return null;
  let stop = phraseAfter(page, end + 1, to);
  for (let w = end + 2; w < stop; w += 1) if (page.lower(w) === 'to') stop = w;
  if (charged) stop = chargeIn(page, end + 2, stop);
  const source = { from: end + 1, to: stop };
  return stop > end + 1 && mayspeak(page, source) ? source : null;
}

/** "by neighbours of theft", "by the head of the bank of theft", but not "by the head of the bank", "by the Ministry of Defence". */
function chargeIn(page: Page, from: number, to: number): number {
  let last = to;
  let count = 0;
  for (let w = from; w < to; w += 1) {
    if (page.lower(w) !== 'of') continue;
    last = w;
    count += 1;
  }
  const plain = last + 1 < to && /^(?:NN|NNS|JJ|VBG)$/u.test(page.tag(last + 1));
  return count > 1 || plain ? last : to;
}

function usualPassive({ cue }: CueWord): boolean {
  const stances = ['accuses', 'criticises', 'believes', 'denies'];
  return stances.includes(cue.stance);
}
