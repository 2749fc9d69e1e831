/** What a construct sees: the article with its layers, read word by word. */
import type { Article, Layers, Span } from '../document.ts';
import { lastStartingAt } from '../document.ts';
import { PENN_TAGS, type PennTag } from '../syntax/labels.ts';

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
  /** The span of a stretch of at least one word. */
  span(stretch: Stretch): Span;
  /** The sentence that holds the word, as an index. */
  sentenceOf(w: number): number;
  /** The outermost quotation that holds the word, as an index, or -1. */
  quoteOf(w: number): number;
}

export function openPage(article: Article, layers: PageLayers): Page {
  const { words, syntax, sentences, quotes } = layers;
  const outer = quotes.filter((quote) => quote.depth === 0);
  const indexes = quotes.flatMap((quote, index) => (quote.depth === 0 ? [index] : []));
  return {
    ...layers,
    article,
    lower: (w) => words.lower[w] ?? '',
    tag: (w) => (w >= 0 && w < words.count ? PENN_TAGS[syntax.tags[w]!]! : '.'),
    span: ({ from, to }) => ({ start: words.starts[from]!, end: words.ends[to - 1]! }),
    sentenceOf: (w) => lastStartingAt(sentences, words.starts[w]!),
    quoteOf: (w) => {
      const start = words.starts[w];
      if (start === undefined) return -1;
      const at = lastStartingAt(outer, start);
      return at >= 0 && start < outer[at]!.end ? indexes[at]! : -1;
    },
  };
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
