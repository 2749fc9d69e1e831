import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { phraseAfter } from '../../grammar/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { canBeSource } from './possible-source.ts';

/** Verbs of a judgement: "is", "means", "remains". */
const JUDGING = new Set(['is', 'are', 'was', 'were', "'s", '’s', 'means', 'meant', 'remains', 'remained']);

export const forWhom = construct({
  name: 'for-whom',
  reads: 'For SOURCE, CONTENT (what something is in their eyes)',
  triggers: ['for'],
  propose: (context, stretch) => {
    const w = stretch.from;
    if (context.lower(w) !== 'for' || context.quoteOf(w) !== context.levelOf(stretch)) return [];
    const end = phraseAfter(context, w + 1, stretch.to);
    const source = { from: w + 1, to: end };
    if (context.lower(end) !== ',' || !isSomebody(context, source)) return [];
    const content = { from: end + 1, to: stretch.to };
    if (!judges(context, content)) return [];
    const draft: Draft = { anchor: w, cue: { from: w, to: w + 1 }, lemma: 'for', source, content: [content] };
    return [draft];
  },
  examples: [
    '{cue For} {source the opposition}, {content the law is an attack on the press}.',
    '{cue For} {source many villagers}, {content the vote was a farce}.',
  ],
  not: [
    'For years, the bridge was a ruin.',
    'For example, the law is a mess.',
    'For Amina Yusuf, the train left at nine.',
    'For the villagers, there is a bus at nine.',
  ],
});

/**
 * Whether it is a name, or a noun for people or an organization; no pronoun, since "For me" begins what the narrator
 * thinks.
 */
function isSomebody(context: TokenContext, source: Stretch): boolean {
  return source.to > source.from && context.tag(source.to - 1) !== 'PRP' && canBeSource(context, source);
}

/** "the law is an attack": a subject, then a verb of being, then what it is. */
function judges(context: TokenContext, { from, to }: Stretch): boolean {
  const verb = phraseAfter(context, from, to);
  const judged =
    context.tag(from) === 'PRP' || context.lower(from) === 'this' || context.lower(from) === 'that' ? from + 1 : verb;
  if (judged === from || !JUDGING.has(context.lower(judged))) return false;
  return /^(?:DT|JJ|JJR|JJS|RB|NN|NNS|PRP\$)$/u.test(context.tag(judged + 1)) && context.lower(from) !== 'there';
}
