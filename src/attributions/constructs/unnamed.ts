import { isNoun } from '../page.ts';
import { contentEnd } from '../phrases/clauses.ts';
import { sourceBefore } from '../phrases/nouns.ts';
import { verbGroup } from '../phrases/verbs.ts';
import { construct, type Draft } from './construct.ts';
import { quoteLevel, verbsOf } from './statement.ts';

const HEARSAY = new Set(['allegedly', 'reportedly', 'supposedly', 'purportedly']);
/** Passive verbs that report what others say or think of their subject. */
const SAID = new Set(
  'allege believe claim consider deem estimate fear report rumour say suspect think understand'.split(' '),
);
const CHARGES = new Set(['charges', 'charge', 'suspicion', 'allegations', 'accusations']);

export const itWasSaid = construct({
  name: 'it-was-said',
  reads: 'It was reported that CONTENT',
  confidence: 0.8,
  triggers: ['it'],
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    for (const { w, word, level } of verbsOf(page, stretch)) {
      const group = verbGroup(page, w, word.end, stretch.from);
      if (!group.passive || group.negated || level !== quoteLevel(page, stretch)) continue;
      if (page.lower(group.from - 1) !== 'it' || page.lower(word.end) !== 'that') continue;
      const content = { from: word.end, to: contentEnd(page, word.end, stretch.to, w) };
      drafts.push({ anchor: w, cue: group, lemma: word.cue.lemma, source: null, content: [content] });
    }
    return drafts;
  },
  examples: [
    'It {cue was reported} that {content the king had died}.',
    'It {cue is believed} that {content both men fled}.',
  ],
  not: ['It was clear that he had lost.'],
});

export const isSaidTo = construct({
  name: 'is-said-to',
  reads: 'CONTENT (who) is said CONTENT (to do what)',
  confidence: 0.75,
  triggers: 'cue verb',
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    for (const { w, word, level } of verbsOf(page, stretch)) {
      const group = verbGroup(page, w, word.end, stretch.from);
      if (!group.passive || group.negated || group.unreal || level !== quoteLevel(page, stretch)) continue;
      if (!SAID.has(word.cue.lemma) || page.lower(word.end) !== 'to') continue;
      const subject = sourceBefore(page, group.from, stretch.from)?.source;
      if (!subject) continue;
      const rest = { from: word.end, to: contentEnd(page, word.end, stretch.to, w) };
      drafts.push({ anchor: w, cue: group, lemma: word.cue.lemma, source: null, content: [subject, rest] });
    }
    return drafts;
  },
  examples: [
    '{content The general} {cue is said} {content to be sick}.',
    'But {content the two men} {cue are believed} {content to have fled}.',
  ],
  not: ['The general is able to walk.'],
});

export const allegedly = construct({
  name: 'allegedly',
  reads: 'CONTENT allegedly CONTENT',
  confidence: 0.7,
  triggers: HEARSAY,
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    for (let w = stretch.from; w < stretch.to; w += 1) {
      if (!HEARSAY.has(page.lower(w)) || page.quoteOf(w) !== quoteLevel(page, stretch)) continue;
      if (page.cues(w).length > 0) continue;
      const content = [
        { from: clauseStart(w), to: w },
        { from: w + 1, to: contentEnd(page, w + 1, stretch.to, w) },
      ].filter(({ from, to }) => to > from);
      drafts.push({ anchor: w, cue: { from: w, to: w + 1 }, lemma: page.lower(w), source: null, content });
    }
    return drafts;

    /** Back to the subject of the clause: to a comma, a joint or the start of the stretch. */
    function clauseStart(w: number): number {
      let at = w;
      while (at > stretch.from && !/^[,;:]$/u.test(page.lower(at - 1)) && page.tag(at - 1) !== 'CC') at -= 1;
      return at;
    }
  },
  examples: [
    '{content The minister} {cue allegedly} {content took bribes}.',
    '{content The two} {cue reportedly} {content met in Paris}.',
  ],
  not: ['The minister openly took bribes.'],
});

export const onChargesOf = construct({
  name: 'on-charges-of',
  reads: '… on charges of CONTENT',
  confidence: 0.7,
  triggers: CHARGES,
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    for (let w = stretch.from; w + 3 < stretch.to; w += 1) {
      const noun = page.lower(w + 1);
      if (page.lower(w) !== 'on' || page.lower(w + 2) !== 'of' || !isNoun(page.tag(w + 1))) continue;
      if (!CHARGES.has(noun)) continue;
      if (page.quoteOf(w) !== quoteLevel(page, stretch)) continue;
      let to = w + 3;
      while (to < stretch.to && !/^[,;:.]$/u.test(page.lower(to))) to += 1;
      const lemma = noun === 'suspicion' ? 'on suspicion of' : 'on charges of';
      drafts.push({ anchor: w + 1, cue: { from: w, to: w + 3 }, lemma, source: null, content: [{ from: w + 3, to }] });
    }
    return drafts;
  },
  examples: [
    'She was jailed {cue on charges of} {content inciting unrest}.',
    'Two men were held {cue on suspicion of} {content murder}.',
  ],
  not: ['He lived on a diet of rice.'],
});
