/**
 * What flows through the pipeline: one immutable article, and beside it the layers that the stages make of it.
 *
 * Offsets everywhere are UTF-16 code units into `Article.text`, end exclusive, so `text.slice(start, end)` cuts a span.
 */

import { charge } from './budget.ts';

/** A half-open stretch of `Article.text`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When the article appeared, and how we know. */
export interface Published {
  /** `YYYY-MM-DD`, or null when unknown or when several days are possible. */
  readonly date: string | null;
  readonly basis: 'given' | 'metadata' | 'file-name' | 'dateline' | 'inferred' | 'unknown';
  /** The days that remain possible when `basis` is inferred and no single one follows. */
  readonly candidates: readonly string[];
  /** Where the text proves it. */
  readonly evidence: readonly Span[];
}

/** One article as a reader in `read/` made it. `text` is never cleaned, trimmed or re-encoded afterwards. */
export interface Article {
  readonly id: string;
  /** The input as the user named it; `-` for standard input. */
  readonly source: string;
  readonly text: string;
  readonly title: string | null;
  readonly published: Published;
  /** True where `text` is exactly the decoded file, so that the output need not repeat it. */
  readonly plain: boolean;
  /** Where it was published, as its input says; absent where that is unknown. */
  readonly url?: string;
  /** Who wrote it, as its input says; absent where that is unknown. */
  readonly authors?: readonly string[];
  /** What the text was found to be written in (ISO 639-1); absent where it is read as English without a test. */
  readonly language?: string;
  /** Stretches that its markup calls headings or captions; absent where it says nothing. Sorted, none in another. */
  readonly marked?: readonly (Span & { readonly kind: 'heading' | 'caption' })[];
  /** What was odd about its bytes. */
  readonly problems?: readonly Problem[];
}

/** A sentence without white space at its ends. A heading is marked as one, or a line of its own without a final stop. */
export interface Sentence extends Span {
  readonly kind: 'body' | 'heading' | 'caption';
  /** Counts the paragraphs (stretches between blank lines or line breaks) from 0. */
  readonly paragraph: number;
}

/**
 * The tokens of the whole article as parallel arrays: word `w` is `text.slice(starts[w], ends[w])`.
 * White space is no token and nothing is normalised.
 */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The words as written. */
  readonly forms: readonly string[];
  /** The words in lower case. */
  readonly lower: readonly string[];
  /** Index of each word's record in the process-wide table `syntax/types.ts`. */
  readonly types: Int32Array;
  /** `first[s]` is the first word of sentence `s`; `first[sentences.length]` equals `count`. */
  readonly first: Int32Array;
}

/** Tags and tree over `Words`, parallel to its arrays. Names of tags and labels: `syntax/labels.ts`. */
export interface Syntax {
  /** Index into `PENN_TAGS`. */
  readonly tags: Uint8Array;
  /** The word that governs this one, as an index into `Words`; -1 for the root of a sentence. */
  readonly heads: Int32Array;
  /** Index into `RELATIONS`: the Universal Dependencies relation of this word to its head. */
  readonly relations: Uint8Array;
}

/** A stretch between quotation marks, marks included. */
export interface Quote extends Span {
  /** False where the closing mark is missing and the paragraph's end bounds the quotation. */
  readonly closed: boolean;
  /** True where this quotation goes on from the one before, in the paragraph before (its opening mark repeated). */
  readonly continues: boolean;
  /** Nesting depth; 0 is outermost. */
  readonly depth: number;
}

export type DateType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type DateBasis = 'stated' | 'year-inferred' | 'relative' | 'anaphoric' | 'unresolved';

/** A TIMEX3 expression. */
export interface DateMention extends Span {
  readonly type: DateType;
  /** TIMEX3 value; a range is `a/b`. */
  readonly value: string;
  readonly basis: DateBasis;
  /** The two days that "3/4/2012" may be where nothing tells which; else absent. */
  readonly candidates?: readonly string[];
  /** True where a day is written that the calendar has not ("February 30"); else absent. */
  readonly impossible?: true;
  /** The parser that read it. */
  readonly by: string;
}

export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'percent'
  | 'percentage-point'
  | 'money'
  | 'measure'
  | 'age'
  | 'fraction'
  | 'multiple'
  | 'score';
export type NumberModifier = 'about' | 'more-than' | 'at-least' | 'less-than' | 'at-most' | 'up' | 'down';

/** A figure. `min` and `max` bound it; both equal `value` where it is exact, null is unbounded. */
export interface NumberMention extends Span {
  readonly kind: NumberKind;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly modifier: NumberModifier | null;
  /** ISO 4217 code, SI symbol or customary unit name. */
  readonly unit: string | null;
  /** The words of what is counted. */
  readonly counted: string | null;
  readonly by: string;
}

/** A proper name; the four kinds compete in one tagger. Persons: the name alone, no title, no possessive. */
export interface NameMention extends Span {
  readonly kind: 'person' | 'organization' | 'place' | 'other';
  readonly by: string;
}

export interface PersonMention extends Span {
  readonly kind: 'name' | 'pronoun' | 'description';
}

/** One person with every place where the article means them. `mentions` is sorted by position. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  readonly age: number | null;
  readonly mentions: readonly PersonMention[];
}

export type Stance =
  | 'states'
  | 'reports'
  | 'confirms'
  | 'claims'
  | 'alleges'
  | 'believes'
  | 'denies'
  | 'accuses'
  | 'demands'
  | 'asks'
  | 'promises'
  | 'warns'
  | 'supports'
  | 'criticises'
  | 'declines';

/** One step of who says it: a source and the cue that ties it to the content. */
export interface Link {
  /** Null where nobody is named ("it was reported that"). */
  readonly source: Span | null;
  /** Null where a quotation stands alone, and `lemma` with it. */
  readonly cue: Span | null;
  readonly lemma: string | null;
  readonly stance: Stance;
}

/** A content and the chain of those who say it, innermost first. */
export interface Attribution {
  /** Sorted, not overlapping; several pieces where the text interrupts the content. */
  readonly content: readonly Span[];
  readonly links: readonly Link[];
  /** Where it was said: "in a statement", the "Reuters" of "told Reuters". */
  readonly medium: Span | null;
  /** The construct that proposed it. */
  readonly by: string;
  /** Between 0 and 1. */
  readonly confidence: number;
}

export type SourceKind =
  | 'person'
  | 'news-agency'
  | 'media'
  | 'government'
  | 'organization'
  | 'group'
  | 'anonymous'
  | 'document';

/**
 * How it is known whom a source means: its words name them (`name`), another name for them (`alias`), a short form of the
 * name (`form`), a description (`role`), a pronoun.
 */
export type HowKnown = 'name' | 'alias' | 'form' | 'role' | 'pronoun';

export interface SourceMention extends Span {
  readonly how: HowKnown;
  /** The probability that this is who speaks, 0 to 1; 1 where the words name them. */
  readonly sure: number;
}

/** Whom a source that stays open may mean. */
export interface SourceCandidate {
  readonly name: string;
  /** Index into the layer `people`, or null. */
  readonly person: number | null;
  readonly probability: number;
}

/** Somebody or something that speaks, with every source span that means them. */
export interface Source {
  readonly name: string;
  readonly kind: SourceKind;
  /** Index into the layer `people` where the source is, or speaks through, a named person. */
  readonly person: number | null;
  /** False for a pronoun or a role that could not be tied to anybody; it then stands alone, under its own words. */
  readonly resolved: boolean;
  /** As its surest mention is known. */
  readonly how: HowKnown;
  /** The likeliest first; empty where the source is resolved or nobody fits. */
  readonly candidates: readonly SourceCandidate[];
  /** The article's own "I". */
  readonly role: 'author' | null;
  readonly mentions: readonly SourceMention[];
  /** Quotations that stand alone and go on with its turn: the first piece of the content of each. */
  readonly quotations: readonly Span[];
}

/** What is said: an attribution's content, or a stretch of the article's own voice (`attribution` null). */
export interface Claim {
  readonly quotation: 'direct' | 'mixed' | 'indirect' | 'none';
  readonly content: readonly Span[];
  /** Index into the layer `attributions`; null is the article itself. */
  readonly attribution: number | null;
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Said, written, reported or shown: no mere attitude, wish or act. */
  readonly statement: boolean;
  readonly by: string;
  readonly confidence: number;
}

/** Two figures that different voices give for one thing. */
export interface Comparison {
  /** Indexes into the layer `numbers`, in the order of the text. */
  readonly numbers: readonly number[];
  /** `related`: the figures differ, and may be for different matters. */
  readonly relation: 'agree' | 'disagree' | 'overlap' | 'related';
  /** Whose figures they are, as indexes into the layer `sources`; null is the article itself. */
  readonly sources: readonly (number | null)[];
  /** What is counted or measured. */
  readonly about: string;
}

/** Every layer a stage can make or need. All lists are sorted by position. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly words: Words;
  readonly syntax: Syntax;
  readonly quotes: readonly Quote[];
  /** The article's `published`, completed from a dateline or by inference. */
  readonly published: Published;
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
  readonly names: readonly NameMention[];
  readonly people: readonly Person[];
  readonly attributions: readonly Attribution[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly comparisons: readonly Comparison[];
}

/** Steps of counted work (`budget.ts`) by stage. */
export type WorkByStage = Readonly<Record<keyof Layers, number>>;

/** A stage: a pure function from the article and the layers it declares to one new layer. */
export type Stage<Made extends keyof Layers, Needs extends keyof Layers = never> = (
  article: Article,
  layers: Pick<Layers, Needs>,
) => Layers[Made];

/** Something odd that was met, as data. */
export interface Problem extends Span {
  readonly stage: string;
  readonly code: string;
  readonly message: string;
}

/** Stands between two pieces of a content where it is written as one text. */
export const BETWEEN_PIECES = ' … ';

/** The one function that cuts text. */
export function slice(article: Pick<Article, 'text'>, span: Span): string {
  charge(1 + span.end - span.start);
  return article.text.slice(span.start, span.end);
}

/** Whether `inner` lies inside `outer`; both may end or begin together. */
export function contains(outer: Span, inner: Span): boolean {
  charge(1);
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans have a character in common. */
export function overlaps(a: Span, b: Span): boolean {
  charge(1);
  return a.start < b.end && b.start < a.end;
}

/** A number that no other span of a text of less than 2^26 UTF-16 code units has, to find it in a map. */
export function spanKey({ start, end }: Span): number {
  return start * 2 ** 26 + end;
}

/** Orders spans by start, and those that start together by end: the order of every layer and list of the output. */
export function byPosition(a: Span, b: Span): number {
  charge(1);
  return a.start - b.start || a.end - b.end;
}

/** Orders spans by start; of two that start together the longer comes first, so that what holds another stands before it. */
export function outerFirst(a: Span, b: Span): number {
  charge(1);
  return a.start - b.start || b.end - a.end;
}

/**
 * The index of the last item of a position-sorted list that starts at or before `offset`, or -1. Logarithmic.
 *
 * @param spans sorted by `start`
 * @param offset in UTF-16 code units
 */
export function lastStartingAt(spans: readonly Span[], offset: number): number {
  charge(1);
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the last word that starts at or before `offset`, or -1. Logarithmic. */
export function wordAt(words: Words, offset: number): number {
  charge(1);
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
