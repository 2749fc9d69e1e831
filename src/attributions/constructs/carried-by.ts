import { isClosingMark } from '../phrases/contents.ts';
import { isNominal, sourceAfter } from '../phrases/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { mayspeak } from './speaking.ts';
import { quoteLevel } from './statement.ts';

const CARRYING = new Map([
  ['aired', 'air'],
  ['broadcast', 'broadcast'],
  ['carried', 'carry'],
  ['circulated', 'circulate'],
  ['cited', 'cite'],
  ['distributed', 'distribute'],
  ['monitored', 'monitor'],
  ['published', 'publish'],
  ['quoted', 'quote'],
  ['relayed', 'relay'],
  ['reported', 'report'],
  ['run', 'run'],
]);
/** What is carried: the words a statement goes by. */
const CARRIED = new Set(
  'statement statements interview report remarks speech letter broadcast message comments communique dispatch commentary account'.split(
    ' ',
  ),
);

export const carriedBy = construct({
  name: 'carried-by',
  reads: 'SOURCE1 said in a statement carried by SOURCE2  |  The report, monitored by SOURCE2, said',
  confidence: 0.95,
  triggers: CARRYING.keys(),
  propose: (page, stretch) => {
    const drafts: Draft[] = [];
    const level = quoteLevel(page, stretch);
    for (let w = stretch.from + 1; w + 2 < stretch.to; w += 1) {
      const lemma = CARRYING.get(page.lower(w));
      if (!lemma || page.lower(w + 1) !== 'by' || page.quoteOf(w) !== level) continue;
      const aside = page.lower(w - 1) === ',';
      if (!CARRIED.has(page.lower(aside ? w - 2 : w - 1))) continue;
      const source = sourceAfter(page, w + 2, stretch.to);
      if (!source || !mayspeak(page, source)) continue;
      if (!aside && isNominal(page, source.to) && !isClosingMark(page, source.to)) continue;
      const content = [
        { from: stretch.from, to: aside ? w - 1 : w },
        { from: source.to, to: stretch.to },
      ].filter(({ from, to }) => to > from);
      drafts.push({ anchor: w, cue: { from: w, to: w + 2 }, lemma, source, content });
    }
    return drafts;
  },
  examples: [
    '{content “We will not sign,”} {source the party} {cue said} {medium in a statement} {cue2 carried by} {source2 the Iraqi News Agency}.',
    '{source2 The report}, {cue3 monitored by} {source3 the BBC}, {cue2 quoted} {source a general} {cue as saying} {content the base had fallen}.',
  ],
  not: ['The goods were carried by lorry.'],
});
