/** What a construct sees: the article with its layers, read word by word. */
import type { Article, Layers, Span } from '../document.ts';
import { PENN_TAGS, type PennTag } from '../syntax/labels.ts';
import { type CueWord, cuesAt } from './cues.ts';

export type PageLayers = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>;

/** Words `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Page extends PageLayers {
  readonly article: Article;
  /** The word in lower case; '' outside the article. */
  lower(w: number): string;
  /** The Penn tag; '.' outside the article. */
  tag(w: number): PennTag;
  /** The cue verbs whose form stands at the word; those with a particle first, when it follows. */
  cues(w: number): readonly CueWord[];
  /** The span of a stretch of at least one word. */
  span(stretch: Stretch): Span;
  /** The sentence that holds the word, as an index. */
  sentenceOf(w: number): number;
  /** The outermost quotation that holds the word, as an index, or -1. */
  quoteOf(w: number): number;
}

export function openPage(article: Article, layers: PageLayers): Page {
  const { words, syntax } = layers;
  const sentence = sentenceByWord(layers);
  const quotation = quotationByWord(layers);
  const cues: (readonly CueWord[] | undefined)[] = new Array(words.count);
  return {
    article,
    sentences: layers.sentences,
    words,
    syntax,
    quotes: layers.quotes,
    names: layers.names,
    people: layers.people,
    lower: (w) => words.lower[w] ?? '',
    tag: (w) => (w >= 0 && w < words.count ? PENN_TAGS[syntax.tags[w]!]! : '.'),
    span: ({ from, to }) => ({ start: words.starts[from]!, end: words.ends[to - 1]! }),
    cues: (w) => {
      if (w < 0 || w >= words.count) return NONE;
      cues[w] ??= cuesAt(words, w);
      return cues[w];
    },
    sentenceOf: (w) => sentence[w] ?? -1,
    quoteOf: (w) => quotation[w] ?? -1,
  };
}

const NONE: readonly CueWord[] = [];

function sentenceByWord({ words, sentences }: PageLayers): Int32Array {
  const found = new Int32Array(words.count);
  let at = -1;
  for (let w = 0; w < words.count; w += 1) {
    while (at + 1 < sentences.length && sentences[at + 1]!.start <= words.starts[w]!) at += 1;
    found[w] = at;
  }
  return found;
}

function quotationByWord({ words, quotes }: PageLayers): Int32Array {
  const found = new Int32Array(words.count).fill(-1);
  let last = -1;
  let next = 0;
  for (let w = 0; w < words.count; w += 1) {
    const start = words.starts[w]!;
    for (; next < quotes.length && quotes[next]!.start <= start; next += 1) if (quotes[next]!.depth === 0) last = next;
    if (last >= 0 && start < quotes[last]!.end) found[w] = last;
  }
  return found;
}

export function isVerb(tag: PennTag): boolean {
  return tag.startsWith('VB');
}

/** Finite or a base form after an auxiliary: what opens a clause. */
export function isFiniteVerb(tag: PennTag): boolean {
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD';
}

export function isNoun(tag: PennTag): boolean {
  return tag.startsWith('NN');
}
