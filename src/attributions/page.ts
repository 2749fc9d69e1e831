/** What a construct sees: the article with its layers, read word by word. */
import { type Article, type Layers, type Span, wordAt } from '../document.ts';
import { PENN_TAGS, type PennTag } from '../syntax/labels.ts';
import type { Candidate } from './candidate.ts';
import type { VerbsOfStretch } from './constructs/statement.ts';
import { type CueWord, cueSpellings, cuesAt } from './cues.ts';

export type PageLayers = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'>;

/** Words `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A class, so that its many small questions are answered by one function each wherever they are asked. */
export class Page implements PageLayers {
  readonly article: Article;
  readonly sentences: PageLayers['sentences'];
  readonly words: PageLayers['words'];
  readonly syntax: PageLayers['syntax'];
  readonly quotes: PageLayers['quotes'];
  readonly names: PageLayers['names'];
  readonly people: PageLayers['people'];
  /** What the constructs keep of the article from one reading to the next. */
  readonly kept: Kept = { triggers: null, verbs: null, proposals: new Map() };
  private readonly sentence: Int32Array;
  private readonly quotation: Int32Array;
  private readonly named: Uint8Array;
  private readonly spellings = cueSpellings();
  private readonly cueWords = new Map<number, readonly CueWord[]>();

  constructor(article: Article, layers: PageLayers) {
    this.article = article;
    this.sentences = layers.sentences;
    this.words = layers.words;
    this.syntax = layers.syntax;
    this.quotes = layers.quotes;
    this.names = layers.names;
    this.people = layers.people;
    this.sentence = sentenceByWord(layers);
    this.quotation = quotationByWord(layers);
    this.named = namesByWord(layers);
  }

  /** The word in lower case; '' outside the article. */
  lower(w: number): string {
    const { lower } = this.words;
    return w >= 0 && w < lower.length ? lower[w]! : '';
  }

  /** The Penn tag; '.' outside the article. */
  tag(w: number): PennTag {
    const { tags } = this.syntax;
    return w >= 0 && w < tags.length ? PENN_TAGS[tags[w]!]! : '.';
  }

  /** The cue verbs whose form stands at the word; those with a particle first, when it follows. */
  cues(w: number): readonly CueWord[] {
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
    return w >= 0 && w < this.sentence.length ? this.sentence[w]! : -1;
  }

  /** The outermost quotation that holds the word, as an index, or -1. */
  quoteOf(w: number): number {
    return w >= 0 && w < this.quotation.length ? this.quotation[w]! : -1;
  }

  /** Whether the word stands in a name of any kind. */
  isNamed(w: number): boolean {
    return this.named[w] === 1;
  }
}

interface Kept {
  triggers: Int32Array | null;
  verbs: VerbsOfStretch | null;
  readonly proposals: Map<number, readonly Candidate[]>;
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

function namesByWord({ words, names }: PageLayers): Uint8Array {
  const found = new Uint8Array(words.count);
  let w = 0;
  for (const { start, end } of names) {
    while (w < words.count && words.starts[w]! < start) w += 1;
    for (let inside = w; inside < words.count && words.starts[inside]! < end; inside += 1) found[inside] = 1;
  }
  return found;
}

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

export function isNoun(tag: PennTag): boolean {
  return tag.charCodeAt(0) === N && tag.charCodeAt(1) === N;
}
