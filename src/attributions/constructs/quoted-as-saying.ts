import { afterAdjuncts, afterTime } from '../../grammar/adjuncts.ts';
import { contentEnd } from '../../grammar/clauses.ts';
import type { Stretch, TokenContext } from '../../grammar/context.ts';
import { phraseAfter, sourceBefore } from '../../grammar/nouns.ts';
import { onset } from '../../grammar/onset.ts';
import { verbGroup } from '../../grammar/verbs.ts';
import { construct, type Draft } from './construct.ts';

const QUOTING = new Map([
  ['quoted', 'quote'],
  ['quotes', 'quote'],
  ['quote', 'quote'],
  ['cited', 'cite'],
  ['cites', 'cite'],
  ['reported', 'report'],
]);

export const quotedAsSaying = construct({
  name: 'quoted-as-saying',
  standing: 'decides',
  reads: 'SOURCE2 quoted SOURCE1 as saying CONTENT  |  CONTENT, SOURCE2 quoted SOURCE1 as saying',
  triggers: QUOTING.keys(),
  propose: (context, stretch) => {
    const drafts: Draft[] = [];
    const level = context.levelOf(stretch);
    for (let w = stretch.from; w < stretch.to; w += 1) {
      const lemma = QUOTING.get(context.lower(w));
      if (!lemma || context.quoteOf(w) !== level) continue;
      const group = verbGroup(context, w, w + 1, stretch.from);
      if (group.passive) continue;
      const outer = sourceBefore(context, group.from, stretch.from)?.source;
      const speech = saying(context, w + 1, stretch.to);
      if (!outer || !speech || speech.as === w + 1) continue;
      if (speech.as === speech.verb && lemma !== 'quote') continue;
      const person = { from: w + 1, to: context.lower(speech.as - 1) === ',' ? speech.as - 1 : speech.as };
      const content = said(context, stretch, speech, outer.from);
      if (!content) continue;
      const inner = { from: speech.as, to: speech.verb + 1 };
      drafts.push({
        anchor: w,
        cue: group,
        lemma,
        source: outer,
        content: [...content.left, { from: person.from, to: content.end }],
      });
      drafts.push({
        anchor: speech.verb,
        cue: inner,
        lemma: speech.lemma,
        source: person,
        content: content.pieces,
        medium: content.medium,
      });
    }
    return drafts;
  },
  examples: [
    '{source2 Tass} {cue2 quoted} {source a Kremlin aide} {cue as saying} {content the talks had failed}.',
    '{content “We will stay,”} {source2 the paper} {cue2 quoted} {source the general} {cue as saying}.',
    '{source2 The agency} {cue2 quoted} {source Ivan Petrov, a deputy}, {cue as telling} reporters on Friday that {content the vote was void}.',
  ],
  not: ['He quoted Shakespeare at length.'],
});

export const wasQuotedAsSaying = construct({
  name: 'was-quoted-as-saying',
  standing: 'decides',
  reads: 'SOURCE1 was quoted (by SOURCE2) as saying (by SOURCE2) CONTENT  |  CONTENT, SOURCE1 was quoted as saying',
  triggers: QUOTING.keys(),
  propose: (context, stretch) => {
    const drafts: Draft[] = [];
    const level = context.levelOf(stretch);
    for (let w = stretch.from; w < stretch.to; w += 1) {
      const lemma = QUOTING.get(context.lower(w));
      if (!lemma || context.quoteOf(w) !== level) continue;
      const group = verbGroup(context, w, w + 1, stretch.from);
      const speech = group.passive ? saying(context, w + 1, stretch.to) : null;
      const source = speech && sourceBefore(context, group.from, stretch.from)?.source;
      if (!speech || !source) continue;
      const between = carrier(context, w + 1, speech.as);
      const after = between ? null : carrier(context, afterTime(context, speech.end, stretch.to), stretch.to);
      const content = said(context, stretch, after ? { ...speech, end: after.to } : speech, source.from);
      if (!content) continue;
      const by = between ?? after;
      if (!by) {
        const cue = { from: group.from, to: speech.verb + 1 };
        drafts.push({
          anchor: speech.verb,
          cue,
          lemma: speech.lemma,
          source,
          content: content.pieces,
          medium: content.medium,
        });
        continue;
      }
      drafts.push({
        anchor: w,
        cue: group,
        lemma,
        source: by,
        content: [...content.left, source, { from: speech.as, to: content.end }],
      });
      const inner = { from: speech.as, to: speech.verb + 1 };
      drafts.push({
        anchor: speech.verb,
        cue: inner,
        lemma: speech.lemma,
        source,
        link: 'inner',
        content: content.pieces,
      });
    }
    return drafts;
  },
  examples: [
    '{source The coach} {cue was quoted as saying} {content the team was tired}.',
    '{content “We will stay,”} {source the general} {cue2 was quoted} {cue as saying} by {source2 the newspaper El Pais}.',
    '{source The minister} {cue2 was quoted} by {source2 Xinhua} {cue as saying} {content prices would fall}.',
  ],
  not: ['Gold was quoted at $400 an ounce.'],
});

interface Speech {
  /** The word "as", or the participle itself in "quoted him accusing". */
  readonly as: number;
  readonly verb: number;
  readonly lemma: string;
  readonly end: number;
}

/** "as saying", "as telling", "accusing" within the words. */
function saying(context: TokenContext, from: number, to: number): Speech | null {
  for (let w = from; w < to && w < from + 40; w += 1) {
    if (context.tag(w) === 'VBD' || context.tag(w) === 'VBZ') return null;
    if (context.tag(w) !== 'VBG' && !context.lower(w).endsWith('ing')) continue;
    const word = context.cues(w).find(({ form }) => form === 'ing');
    if (!word) continue;
    const as = context.lower(w - 1) === 'as' ? w - 1 : w;
    if (as === w && context.lower(w - 1) === ',') return null;
    return { as, verb: w, lemma: word.cue.lemma, end: word.end };
  }
  return null;
}

/** "by SOURCE2", "in SOURCE2" at the words. */
function carrier(context: TokenContext, from: number, to: number): Stretch | null {
  for (let w = from; w < to && w < from + 6; w += 1) {
    const lower = context.lower(w);
    if (lower !== 'by' && lower !== 'in') continue;
    const end = phraseAfter(context, w + 1, to);
    return end > w + 1 && (lower === 'by' || w === from) && context.tag(w + 1) !== 'PRP'
      ? { from: w + 1, to: end }
      : null;
  }
  return null;
}

/** The content right of the speech, or, where nothing follows, left of the block. */
function said(context: TokenContext, stretch: Stretch, { verb, lemma, end }: Speech, open: number) {
  const told = context
    .cues(verb)
    .some(({ cue }) => cue.lemma === lemma && !cue.complements.has('clause') && cue.complements.has('object-clause'));
  const { start, medium } = onset(context, end, stretch.to, told);
  const rest = afterAdjuncts(context, start, stretch.to).end;
  const nothing =
    rest >= stretch.to ||
    /^[,.;]$/u.test(context.lower(rest)) ||
    ['after', 'in', 'at', 'when'].includes(context.lower(rest));
  const close = nothing ? end : contentEnd(context, start, stretch.to);
  const right = nothing ? [] : [{ from: start, to: close }];
  const left = nothing && open > stretch.from + 1 ? [{ from: stretch.from, to: open }] : [];
  const pieces = [...left, ...right];
  return pieces.length === 0 ? null : { pieces, left, right, medium, end: close };
}
