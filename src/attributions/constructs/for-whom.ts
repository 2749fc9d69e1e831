import type { Page, Stretch } from '../page.ts';
import { phraseAfter } from '../phrases/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel } from './statement.ts';

/** What something is in somebody's eyes is said with these. */
const JUDGING = new Set(['is', 'are', 'was', 'were', "'s", '’s', 'means', 'meant', 'remains', 'remained']);

export const forWhom = construct({
  name: 'for-whom',
  reads: 'For SOURCE, CONTENT (what something is in their view)',
  confidence: 0.6,
  triggers: ['for'],
  propose: (page, stretch) => {
    const w = stretch.from;
    if (page.lower(w) !== 'for' || page.quoteOf(w) !== quoteLevel(page, stretch)) return [];
    const end = phraseAfter(page, w + 1, stretch.to);
    const source = { from: w + 1, to: end };
    if (page.lower(end) !== ',' || !isSomebody(page, source)) return [];
    const content = { from: end + 1, to: stretch.to };
    if (!judges(page, content)) return [];
    const draft: Draft = { anchor: w, cue: { from: w, to: w + 1 }, lemma: 'for', source, content: [content] };
    return [draft];
  },
  examples: [
    '{cue For} {source the opposition}, {content the law is an attack on the press}.',
    '{cue For} {source Amina Yusuf}, {content the vote was a farce}.',
  ],
  not: [
    'For years, the bridge was a ruin.',
    'For example, the law is a mess.',
    'For Amina Yusuf, the train left at nine.',
    'For the villagers, there is a bus at nine.',
  ],
});

/** A name or a noun for people or a body; no pronoun, for "For me" opens what the narrator thinks. */
function isSomebody(page: Page, source: Stretch): boolean {
  return source.to > source.from && page.tag(source.to - 1) !== 'PRP' && mayspeak(page, source);
}

/** "the law is an attack": a subject, then a verb of being, then what it is. */
function judges(page: Page, { from, to }: Stretch): boolean {
  const verb = phraseAfter(page, from, to);
  const judged =
    page.tag(from) === 'PRP' || page.lower(from) === 'this' || page.lower(from) === 'that' ? from + 1 : verb;
  if (judged === from || !JUDGING.has(page.lower(judged))) return false;
  return /^(?:DT|JJ|JJR|JJS|RB|NN|NNS|PRP\$)$/u.test(page.tag(judged + 1)) && page.lower(from) !== 'there';
}
