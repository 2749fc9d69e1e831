import { isFiniteVerb, isVerb, type Stretch, type TokenContext } from '../../grammar/context.ts';
import { isNominal, textOf } from '../../grammar/nouns.ts';
import { kindOfWords } from '../../source-kinds/index.ts';
import { construct } from './construct.ts';
import { canBeSource } from './possible-source.ts';

/** The longest source of a headline, in words. */
const MAX_SOURCE_WORDS = 9;
const DASHES = new Set(['-', '–', '—', '--']);

export const headlineColon = construct({
  name: 'headline-colon',
  reads: 'SOURCE: CONTENT, at the head of a sentence',
  triggers: [':'],
  propose: (context, stretch) => {
    if (stretch.from !== sentenceStart(context, stretch.from)) return [];
    let from = stretch.from;
    while (DASHES.has(context.lower(from)) || context.lower(from) === '*' || context.lower(from) === '•') from += 1;
    let colon = from;
    while (colon < stretch.to && colon - from <= MAX_SOURCE_WORDS && context.lower(colon) !== ':') {
      if (isFiniteVerb(context.tag(colon)) || context.lower(colon) === ',') return [];
      colon += 1;
    }
    const source = { from, to: colon };
    const isLabel = colon < context.encoded.open[context.sentenceOf(from)]!;
    if (context.lower(colon) !== ':' || isLabel || colon === from || !isNominal(context, from)) return [];
    if (!speaks(context, source)) return [];
    const content = { from: colon + 1, to: unitEnd(context, colon + 1, stretch.to) };
    if (!holdsVerb(context, content)) return [];
    return [{ anchor: colon, cue: { from: colon, to: colon + 1 }, lemma: ':', source, content: [content] }];
  },
  examples: [
    '{source Report}{cue :} {content Half of the bridges are unsafe}.',
    '- {source Prime Minister Hariri}{cue :} {content Elections are only a beginning}.',
  ],
  not: ['Weather: Rain is expected.'],
});

export const headlineDash = construct({
  name: 'headline-dash',
  standing: 'decides',
  reads: 'CONTENT - SOURCE, as a line of its own',
  triggers: DASHES,
  propose: (context, stretch) => {
    if (!isLine(context, stretch.from)) return [];
    const end = context.lower(stretch.to - 1) === '.' ? stretch.to - 1 : stretch.to;
    let dash = end - 1;
    while (dash > stretch.from && !(DASHES.has(context.lower(dash)) && stands(context, dash))) dash -= 1;
    const source = { from: dash + 1, to: end };
    const content = { from: stretch.from, to: dash };
    if (dash <= stretch.from + 2 || source.to - source.from > 5 || source.to <= source.from) return [];
    if (holdsVerb(context, source) || !speaks(context, source)) return [];
    if (!holdsVerb(context, content) && !isPress(context, source)) return [];
    for (let w = content.from; w < content.to; w += 1)
      if (DASHES.has(context.lower(w)) && stands(context, w)) return [];
    return [
      { anchor: dash, cue: { from: dash, to: dash + 1 }, lemma: context.lower(dash), source, content: [content] },
    ];
  },
  examples: [
    '{content Well repairs to lift oil output} {cue -} {source Statoil}.',
    '{content Oldest book vanishes from library} {cue -} {source paper}',
  ],
  not: [
    'PRESS DIGEST - Lebanon - Aug 22.',
    'He left early - a surprise.',
    'It was late. They chose it — the ministry. Then it rained.',
  ],
});

function speaks(context: TokenContext, source: Stretch): boolean {
  for (let w = source.from; w < source.to; w += 1)
    if (isFiniteVerb(context.tag(w)) || context.tag(w) === 'CD') return false;
  return canBeSource(context, source);
}

function holdsVerb(context: TokenContext, { from, to }: Stretch): boolean {
  for (let w = from; w < to; w += 1) if (isVerb(context.tag(w)) && context.tag(w) !== 'VBG') return true;
  return false;
}

/** "sources", "paper", "Reuters": what can only be a source. */
function isPress(context: TokenContext, source: Stretch): boolean {
  const kind = kindOfWords(textOf(context, source.from, source.to));
  return kind === 'anonymous' || kind === 'media' || kind === 'news-agency';
}

/** Whether white space stands on both sides, so that the mark is no hyphen of a compound. */
function stands(context: TokenContext, w: number): boolean {
  const { starts, ends } = context.words;
  return ends[w - 1]! < starts[w]! && ends[w]! < (starts[w + 1] ?? Number.POSITIVE_INFINITY);
}

function sentenceStart(context: TokenContext, w: number): number {
  return context.words.first[context.sentenceOf(w)]!;
}

/** Whether the sentence that begins with `w` has a line for itself: inside prose a dash is a pause. */
function isLine(context: TokenContext, w: number): boolean {
  const sentence = context.sentenceOf(w);
  if (w !== context.words.first[sentence]) return false;
  const { text } = context.article;
  const { start, end } = context.sentences[sentence]!;
  const before = text.slice(sentence === 0 ? 0 : context.sentences[sentence - 1]!.end, start);
  const after = text.slice(end, context.sentences[sentence + 1]?.start ?? text.length);
  return (
    (sentence === 0 || before.includes('\n')) && (sentence + 1 === context.sentences.length || after.includes('\n'))
  );
}

/** Where an item ends: several on one line are separated by " - " or ";". */
function unitEnd(context: TokenContext, from: number, to: number): number {
  for (let w = from; w < to; w += 1) {
    if (context.lower(w) === ';') return w;
    if (DASHES.has(context.lower(w)) && context.lower(w - 1) === '.') return w;
  }
  return to;
}
