import { isFiniteVerb, isVerb, type Stretch, type TokenContext } from '../../grammar/context.ts';
import { phraseAfter, sourceAfter, sourceBefore } from '../../grammar/nouns.ts';
import { RELATION } from '../../syntax/labels.ts';
import { construct, type Draft } from './construct.ts';
import { canBeSource } from './possible-source.ts';

const CITING = new Map([
  ['citing', 'cite'],
  ['quoting', 'quote'],
]);
const SAID = new Set<number>([RELATION.ccomp, RELATION.parataxis]);

export const citing = construct({
  name: 'citing',
  standing: 'proposes',
  link: 'inner',
  reads:
    'CONTENT, SOURCE2 reported, citing SOURCE1  |  SOURCE2 reported CONTENT, citing SOURCE1  |  SOURCE2, quoting SOURCE1, said CONTENT',
  triggers: CITING.keys(),
  propose: (context, stretch) => {
    const drafts: Draft[] = [];
    for (let w = stretch.from; w < stretch.to; w += 1) {
      const lemma = CITING.get(context.lower(w));
      if (!lemma || context.quoteOf(w) !== context.levelOf(stretch)) continue;
      const source = quotedSource(context, w + 1) ?? sourceAfter(context, w + 1, stretch.to);
      const verb = reportingVerb(context, w, stretch);
      if (!source || !canBeSource(context, source) || verb < 0) continue;
      const content = contentOf(context, verb, w, stretch);
      if (content) drafts.push({ anchor: w, cue: { from: w, to: w + 1 }, lemma, source, content: [content] });
    }
    return drafts;
  },
  examples: [
    '{content The ships have left port}, {source2 Reuters} {cue2 reported}, {cue citing} {source an army spokesman}.',
    '{source2 The paper}, {cue citing} “{source people familiar with the matter},” {cue2 said} {content the fleet would be sold}.',
    '{source2 The Ledger} {cue2 reported} {content the talks} on Friday, {cue citing} {source two aides}.',
    'But {source2 the newspaper}, {cue quoting} {source police officers}, {cue2 said} {content the bomb killed two people}.',
  ],
  not: ['The council postponed the vote, citing a lack of time.'],
});

/** The longest source in quotation marks, in words. */
const MAX_QUOTED_WORDS = 12;

/** The words of a short quotation that begins at `w`: “people familiar with the matter,”. */
function quotedSource(context: TokenContext, w: number): Stretch | null {
  const quotation = context.encoded.quotations[context.quoteOf(w)];
  if (quotation === undefined || quotation.from !== w || quotation.to - w > MAX_QUOTED_WORDS) return null;
  const to = phraseAfter(context, w + 1, quotation.to);
  return to > w + 1 ? { from: w + 1, to } : null;
}

/** The cue verb on which the participle hangs, or whose subject it follows; -1 where there is none. */
function reportingVerb(context: TokenContext, participle: number, { from, to }: Stretch): number {
  let up = context.syntax.heads[participle]!;
  for (let steps = 0; steps < 4 && up >= from && up < to; steps += 1) {
    if (isVerb(context.tag(up)) && context.cues(up).length > 0) return up;
    up = context.syntax.heads[up]!;
  }
  for (let w = participle - 1; w > from && w > participle - 12; w -= 1) {
    if (isFiniteVerb(context.tag(w)) && context.cues(w).length > 0) return w;
  }
  return -1;
}

/** The clause that the verb governs after it, what stands before its subject, or its object. */
function contentOf(context: TokenContext, verb: number, participle: number, { from, to }: Stretch): Stretch | null {
  const { heads, relations } = context.syntax;
  for (let w = verb + 1; w < to; w += 1) {
    if (heads[w] !== verb || !SAID.has(relations[w]!)) continue;
    const clause = governed(context, w, verb + 1, to);
    if (participle < clause.from || participle >= clause.to) return clause;
  }
  const subject = sourceBefore(context, verb, from)?.source;
  if (subject && subject.from > from + 1) return { from, to: subject.from };
  if (!subject) return null;
  for (let w = verb + 1; w < participle; w += 1) {
    if (heads[w] === verb && relations[w] === RELATION.obj) return governed(context, w, verb + 1, participle);
  }
  return null;
}

/** The words between two places that a word governs, itself included. */
function governed(context: TokenContext, head: number, from: number, to: number): Stretch {
  const { heads } = context.syntax;
  let first = head;
  let last = head;
  for (let w = from; w < to; w += 1) {
    let up = w;
    for (let steps = 0; steps < 20 && up > head - 60 && up !== head; steps += 1) up = heads[up]!;
    if (up !== head) continue;
    first = Math.min(first, w);
    last = Math.max(last, w);
  }
  return { from: first, to: last + 1 };
}
