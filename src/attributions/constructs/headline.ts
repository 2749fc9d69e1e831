import { kindOfWords } from '../../sources/kinds.ts';
import { isFiniteVerb, isVerb, type Page, type Stretch } from '../page.ts';
import { isNominal, textOf } from '../phrases/nouns.ts';
import { construct } from './construct.ts';
import { mayspeak } from './speaking.ts';

/** The longest source of a headline, in words. */
const LONGEST = 9;
const DASHES = new Set(['-', '–', '—', '--']);

export const headlineColon = construct({
  name: 'headline-colon',
  reads: 'SOURCE: CONTENT, at the head of a sentence',
  confidence: 0.8,
  triggers: [':'],
  propose: (page, stretch) => {
    if (stretch.from !== sentenceStart(page, stretch.from)) return [];
    let from = stretch.from;
    while (DASHES.has(page.lower(from)) || page.lower(from) === '*' || page.lower(from) === '•') from += 1;
    let colon = from;
    while (colon < stretch.to && colon - from <= LONGEST && page.lower(colon) !== ':') {
      if (isFiniteVerb(page.tag(colon)) || page.lower(colon) === ',') return [];
      colon += 1;
    }
    const source = { from, to: colon };
    if (page.lower(colon) !== ':' || colon === from || !isNominal(page, from) || !speaks(page, source)) return [];
    const content = { from: colon + 1, to: unitEnd(page, colon + 1, stretch.to) };
    if (!holdsVerb(page, content)) return [];
    return [{ anchor: colon, cue: { from: colon, to: colon + 1 }, lemma: ':', source, content: [content] }];
  },
  examples: [
    '{source Report}{cue :} {content Half of the bridges are unsafe}.',
    '- {source Prime Minister Hariri}{cue :} {content Elections are only a beginning}.',
  ],
  not: ['Scorers: Lubarskij (50th minute)', 'Weather: Rain is expected.'],
});

export const headlineDash = construct({
  name: 'headline-dash',
  reads: 'CONTENT - SOURCE, as a line of its own',
  confidence: 0.8,
  triggers: DASHES,
  propose: (page, stretch) => {
    if (!isLine(page, stretch.from)) return [];
    const end = page.lower(stretch.to - 1) === '.' ? stretch.to - 1 : stretch.to;
    let dash = end - 1;
    while (dash > stretch.from && !(DASHES.has(page.lower(dash)) && stands(page, dash))) dash -= 1;
    const source = { from: dash + 1, to: end };
    const content = { from: stretch.from, to: dash };
    if (dash <= stretch.from + 2 || source.to - source.from > 5 || source.to <= source.from) return [];
    if (holdsVerb(page, source) || !speaks(page, source)) return [];
    if (!holdsVerb(page, content) && !isPress(page, source)) return [];
    for (let w = content.from; w < content.to; w += 1) if (DASHES.has(page.lower(w)) && stands(page, w)) return [];
    return [{ anchor: dash, cue: { from: dash, to: dash + 1 }, lemma: page.lower(dash), source, content: [content] }];
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

function speaks(page: Page, source: Stretch): boolean {
  for (let w = source.from; w < source.to; w += 1) if (isFiniteVerb(page.tag(w)) || page.tag(w) === 'CD') return false;
  return mayspeak(page, source);
}

function holdsVerb(page: Page, { from, to }: Stretch): boolean {
  for (let w = from; w < to; w += 1) if (isVerb(page.tag(w)) && page.tag(w) !== 'VBG') return true;
  return false;
}

/** "sources", "paper", "Reuters": what can only be a source. */
function isPress(page: Page, source: Stretch): boolean {
  const kind = kindOfWords(textOf(page, source.from, source.to));
  return kind === 'anonymous' || kind === 'media' || kind === 'news-agency';
}

/** White space on both sides: not the hyphen of a compound. */
function stands(page: Page, w: number): boolean {
  const { starts, ends } = page.words;
  return ends[w - 1]! < starts[w]! && ends[w]! < (starts[w + 1] ?? Number.POSITIVE_INFINITY);
}

function sentenceStart(page: Page, w: number): number {
  return page.words.first[page.sentenceOf(w)]!;
}

/** Whether the sentence that begins with `w` has a line for itself: inside prose a dash is a pause. */
function isLine(page: Page, w: number): boolean {
  const sentence = page.sentenceOf(w);
  if (w !== page.words.first[sentence]) return false;
  const { text } = page.article;
  const { start, end } = page.sentences[sentence]!;
  const before = text.slice(sentence === 0 ? 0 : page.sentences[sentence - 1]!.end, start);
  const after = text.slice(end, page.sentences[sentence + 1]?.start ?? text.length);
  return (sentence === 0 || before.includes('\n')) && (sentence + 1 === page.sentences.length || after.includes('\n'));
}

/** Several items on one line are parted by " - " or ";". */
function unitEnd(page: Page, from: number, to: number): number {
  for (let w = from; w < to; w += 1) {
    if (page.lower(w) === ';') return w;
    if (DASHES.has(page.lower(w)) && page.lower(w - 1) === '.') return w;
  }
  return to;
}
