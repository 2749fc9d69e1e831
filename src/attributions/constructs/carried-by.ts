import { isClosingMark } from '../../grammar/contents.ts';
import { isNominal, sourceAfter } from '../../grammar/nouns.ts';
import { construct, type Draft } from './construct.ts';
import { canBeSource } from './possible-source.ts';

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
/** Nouns for what is carried: "statement", "report" and the like. */
const CARRIED = new Set(
  'statement statements interview report remarks speech letter broadcast message comments communique dispatch commentary account'.split(
    ' ',
  ),
);

/** Who publishes such a thing wrote it. */
const BY_ITS_AUTHOR = new Set(['account', 'commentary', 'report']);

export const carriedBy = construct({
  name: 'carried-by',
  standing: 'decides',
  link: 'outer',
  reads: 'SOURCE1 said in a statement carried by SOURCE2  |  The report, monitored by SOURCE2, said',
  triggers: CARRYING.keys(),
  propose: (context, stretch) => {
    const drafts: Draft[] = [];
    const level = context.levelOf(stretch);
    for (let w = stretch.from + 1; w + 2 < stretch.to; w += 1) {
      const lemma = CARRYING.get(context.lower(w));
      if (!lemma || context.lower(w + 1) !== 'by' || context.quoteOf(w) !== level) continue;
      const aside = context.lower(w - 1) === ',';
      const carried = context.lower(aside ? w - 2 : w - 1);
      if (!CARRIED.has(carried) || (lemma === 'publish' && BY_ITS_AUTHOR.has(carried))) continue;
      const source = sourceAfter(context, w + 2, stretch.to);
      if (!source || !canBeSource(context, source)) continue;
      if (!aside && isNominal(context, source.to) && !isClosingMark(context, source.to)) continue;
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
  not: ['The goods were carried by lorry.', 'A report published by the port listed four faults.'],
});
