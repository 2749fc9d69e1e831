import { isNoun, type Page, type Stretch } from '../page.ts';
import { contentEnd, SAYINGS } from '../phrases/clauses.ts';
import { usual } from '../phrases/complements.ts';
import { trimContent } from '../phrases/contents.ts';
import { backToPhrase } from '../phrases/nouns.ts';
import { construct } from './construct.ts';
import { statements } from './statement.ts';

const PRONOUNS = new Set(['which', 'that', 'who', 'whom']);

/** Stances towards a saying, not ways of saying it. */
const DENYING = new Set(['denies', 'confirms', 'criticises']);

export const relativeObject = construct({
  name: 'relative-object',
  reads: 'CONTENT (the thing, which) SOURCE considers CONTENT (what)',
  confidence: 0.85,
  triggers: PRONOUNS,
  propose: (page, stretch) =>
    statements(page, stretch, ['clause', 'predicate', 'as', 'of', 'for']).flatMap(
      ({ cue, group, source, anchor, end, relative }) => {
        const joint = source.from - 1;
        if (relative || group.negated || joint <= stretch.from || !PRONOUNS.has(page.lower(joint))) return [];
        const thing = backToPhrase(page, page.lower(joint - 1) === ',' ? joint - 1 : joint, stretch.from);
        if (!thing || end >= stretch.to || page.lower(end) === 'that' || isTold(page, thing, joint)) return [];
        if (
          !cue.complements.has('predicate') &&
          !usual(cue, 'clause', 0.2) &&
          !usual(cue, 'of') &&
          !usual(cue, 'for') &&
          !usual(cue, 'as')
        )
          return [];
        const rest = { from: end, to: contentEnd(page, end, stretch.to, anchor) };
        if (!trimContent(page, rest) || page.lower(end) === ',') return [];
        const accused = cue.stance === 'accuses' && /^(?:of|for)$/u.test(page.lower(end));
        const content = accused ? [rest] : [{ from: thing.from, to: joint + 1 }, rest];
        return [{ anchor, cue: group, lemma: cue.lemma, source, content }];
      },
    ),
  examples: [
    'Protests followed {content the August vote, which} {source the opposition} {cue considers} {content fraudulent}.',
    'It sold for {content a price that} {source dealers} {cue say} {content is realistic}.',
    'Troops left the border with states that {source Rome} {cue accuses} {content of arming rebels}.',
  ],
  not: ['He lost the book that she wrote.'],
});

export const sayingDenied = construct({
  name: 'saying-denied',
  reads: 'CONTENT (a charge) SOURCE denies',
  confidence: 0.85,
  triggers: SAYINGS,
  propose: (page, stretch) =>
    statements(page, stretch, ['noun']).flatMap(({ cue, group, source, anchor, relative }) => {
      const within = sayingWithin(page, source);
      const who = within < 0 ? source : { from: within + 1, to: source.to };
      const joint = PRONOUNS.has(page.lower(who.from - 1)) ? who.from - 1 : who.from;
      const noun = page.lower(joint - 1) === ',' ? joint - 2 : joint - 1;
      if (relative || !DENYING.has(cue.stance) || noun <= stretch.from || !SAYINGS.has(page.lower(noun))) return [];
      if (!isNoun(page.tag(noun)) && page.lower(noun - 1) !== ',') return [];
      const thing = backToPhrase(page, noun + 1, stretch.from);
      return [{ anchor, cue: group, lemma: cue.lemma, source: who, content: [thing ?? { from: noun, to: noun + 1 }] }];
    }),
  examples: [
    '{a.source India} {a.cue accused} its neighbour {a.content of theft}, {content a charge} {source Islamabad} {cue has always denied}.',
    'He faces {content charges} which {source his lawyer} {cue rejects}.',
  ],
  not: ['It was a report he never read.'],
});

/** "told the BBC that Novak had urged": who is told, not a thing that Novak urged. */
function isTold(page: Page, thing: Stretch, joint: number): boolean {
  if (page.lower(joint) !== 'that') return false;
  return page.cues(thing.from - 1).some(({ cue }) => cue.complements.has('object-clause'));
}

/** The flat reading takes "a charge Islamabad" for one phrase: the place of "charge" in it, or -1. */
function sayingWithin(page: Page, { from, to }: Stretch): number {
  for (let w = from; w + 1 < to; w += 1) {
    if (SAYINGS.has(page.lower(w)) && /^(?:NNP|NNPS|DT|PRP|PRP\$)$/u.test(page.tag(w + 1))) return w;
  }
  return -1;
}
