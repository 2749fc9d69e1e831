/** What a construct sees: the article with its layers, read word by word. */

import { charge } from '../budget.ts';
import { type Article, type Layers, type Span, wordAt } from '../document.ts';
import { PENN_TAGS, type PennTag } from '../syntax/labels.ts';
import { type CueWord, cueSpellings, cuesAt } from './cue-verbs.ts';
import { type EncodedDocument, encode } from './encoded.ts';

export type ContextLayers = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>;

/** Words `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A class, so that its many small questions are answered by one function each wherever they are asked. */
export class TokenContext implements ContextLayers {
  readonly article: Article;
  readonly sentences: ContextLayers['sentences'];
  readonly words: ContextLayers['words'];
  readonly syntax: ContextLayers['syntax'];
  readonly quotes: ContextLayers['quotes'];
  readonly names: ContextLayers['names'];
  readonly people: ContextLayers['people'];
  /** What the constructs keep of the article from one reading to the next. */
  readonly kept: Kept = { triggers: null };
  readonly encoded: EncodedDocument;
  private readonly spellings = cueSpellings();
  private readonly cueWords = new Map<number, readonly CueWord[]>();

  /** @param corpus see `EncodedDocument` */
  constructor(article: Article, layers: ContextLayers, corpus = 0) {
    this.article = article;
    this.sentences = layers.sentences;
    this.words = layers.words;
    this.syntax = layers.syntax;
    this.quotes = layers.quotes;
    this.names = layers.names;
    this.people = layers.people;
    this.encoded = encode(layers, corpus);
  }

  /** The word in lower case; '' outside the article. */
  lower(w: number): string {
    charge(1);
    const { lower } = this.words;
    return w >= 0 && w < lower.length ? lower[w]! : '';
  }

  /** The Penn tag; '.' outside the article. */
  tag(w: number): PennTag {
    charge(1);
    const { tags } = this.syntax;
    return w >= 0 && w < tags.length ? PENN_TAGS[tags[w]!]! : '.';
  }

  /** The cue verbs whose form stands at the word; those with a particle first, when it follows. */
  cues(w: number): readonly CueWord[] {
    charge(1);
    const { types } = this.words;
    if (w < 0 || w >= types.length || this.spellings[types[w]!] === 0) return NONE;
    let found = this.cueWords.get(w);
    if (found === undefined) {
      found = cuesAt(this.words, w);
      this.cueWords.set(w, found);
    }
    return found;
  }

  /** The span of a stretch of at least one word. */
  span({ from, to }: Stretch): Span {
    return { start: this.words.starts[from]!, end: this.words.ends[to - 1]! };
  }

  /** The words of a span that begins and ends with a word. */
  wordsOf({ start, end }: Span): Stretch {
    return { from: wordAt(this.words, start), to: wordAt(this.words, end - 1) + 1 };
  }

  /** The sentence that holds the word, as an index; -1 outside the article. */
  sentenceOf(w: number): number {
    charge(1);
    return w >= 0 && w < this.encoded.count ? this.encoded.sentence[w]! : -1;
  }

  /** The outermost quotation that holds the word, as an index into `encoded.quotations`, or -1. */
  quoteOf(w: number): number {
    charge(1);
    return w >= 0 && w < this.encoded.count ? this.encoded.quotation[w]! : -1;
  }

  /** The quotation that a stretch lies in, or -1: only words of that level are its own. */
  levelOf({ from, to }: Stretch): number {
    const first = this.quoteOf(from);
    return first >= 0 && first === this.quoteOf(to - 1) ? first : -1;
  }

  /** Whether the word stands in a name of any kind. */
  isNamed(w: number): boolean {
    return (this.encoded.name[w] ?? 0) !== 0;
  }
}

interface Kept {
  triggers: Int32Array | null;
}

const NONE: readonly CueWord[] = [];

const V = 86;
const B = 66;
const N = 78;

/** The letters are compared one by one: asked hundreds of times a sentence, `startsWith` would take its share. */
export function isVerb(tag: PennTag): boolean {
  return tag.charCodeAt(0) === V && tag.charCodeAt(1) === B;
}

/** Finite or a base form after an auxiliary: what opens a clause. */
export function isFiniteVerb(tag: PennTag): boolean {
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD';
}

/** Whether it is a tag of a noun, proper nouns among them. */
export function isNoun(tag: PennTag): boolean {
  return tag.charCodeAt(0) === N && tag.charCodeAt(1) === N;
}
