/**
 * What is looked at to tell how sure a claim is: named features, so that the table of weights can be read. A feature is
 * present or has a size.
 */

import { quotationOf } from '../claims/quotation.ts';
import {
  type Article,
  type Attribution,
  type Layers,
  type Link,
  type Source,
  type SourceMention,
  type Span,
  slice,
  spanKey,
  wordAt,
} from '../document.ts';
import { FINITE, VERB } from '../grammar/encoded.ts';
import { PENN_TAGS, RELATIONS } from '../syntax/labels.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';

export type ConfidenceLayers = Pick<
  Layers,
  'sentences' | 'words' | 'syntax' | 'quotes' | 'people' | 'attributions' | 'sources'
>;

/** By name: 1 where a feature is present, or its size. */
export type Features = ReadonlyMap<string, number>;

const PRONOUN = /^(?:he|she|they|it|who|which|that|i|we|you|one|his|her|their|its)$/iu;
/** Steps of the length of a content, in words, and of the gap between source and cue, in letters. */
const LENGTHS = [2, 4, 7, 14, 29, 59];
const GAPS = [2, 11, 39, 99];
/** The reader's sureness is limited to this range before its log-odds are taken. */
const MIN_SHARE = 0.02;
const MAX_SHARE = 0.995;
/** Log-odds above which more sureness is worth less. */
const BENDS = [0, 2.2];

const logOdds = (share: number): number => {
  const within = Math.min(MAX_SHARE, Math.max(MIN_SHARE, share));
  return Math.log(within / (1 - within));
};

/** A family of names that begin alike, each made once: one that is put together anew is hashed anew where it is looked up. */
function family(beginning: string): (value: string | number) => string {
  const names = new Map<string | number, string>();
  return (value) => {
    const known = names.get(value);
    if (known !== undefined) return known;
    const name = beginning + value;
    names.set(value, name);
    return name;
  };
}

const BEND_NAMES = BENDS.map((bend) => `reader: log-odds above ${bend}`);
const BY = family('by ');
const LINKS = family('links: ');
const STANCE = family('stance: ');
const CUE_TAG = family('cue tag: ');
const CUE_RELATION = family('cue relation: ');
const LEVEL = family('level: ');
const PEOPLE_BESIDE = family('people named beside: ');
const QUOTATION = family('quotation: ');
const PIECES = family('pieces: ');
const LENGTH = family('length: ');
const CUES_INSIDE = family('cues inside: ');
const FIRST_TAG = family('first tag: ');
const THEN = family('then: ');
const SENTENCES = family('sentences: ');

/** The names of the features of a link. */
function linkNames(role: string) {
  return {
    is: family(`${role} is `),
    how: family(`${role}: `),
    kind: family(`${role} kind: `),
    mentions: family(`${role} mentions: `),
    apart: family(`${role} apart: `),
    /** "who", "comma", "marks". */
    holds: family(`${role} with `),
    stands: family(`${role} `),
  };
}
const FIRST_LINK = linkNames('source');
const LATER_LINK = linkNames('relay');

/** The index of the first step that `size` does not pass. */
const step = (steps: readonly number[], size: number): number => {
  const at = steps.findIndex((most) => size <= most);
  return at < 0 ? steps.length : at;
};

/** What the features of one claim need to know of the whole article, by word. Sums run from the start of the text. */
interface Overview {
  /** How many contents a word stands in. */
  readonly depth: Int32Array;
  /** How many cues begin before a word. */
  readonly cues: Int32Array;
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array;
  /** How many people are named in each paragraph. */
  readonly named: ReadonlyMap<number, number>;
  /** The source of each span, and the mention that it is. */
  readonly sources: ReadonlyMap<number, { readonly source: Source; readonly mention: SourceMention }>;
}

/** The features of every attribution, in their order; linear in the text. */
export function featuresOf(article: Article, layers: ConfidenceLayers): Features[] {
  const overview = overlook(layers);
  return layers.attributions.map((attribution) => {
    const features = new Map<string, number>();
    const has = (name: string, size = 1): void => void features.set(name, size);
    has('bias');
    const sure = logOdds(attribution.confidence);
    has('reader: log-odds', sure);
    for (const [at, bend] of BENDS.entries()) has(BEND_NAMES[at]!, Math.max(0, sure - bend));
    has(BY(attribution.by));
    has(LINKS(Math.min(3, attribution.links.length)));
    if (attribution.medium) has('medium');
    for (const [at, link] of attribution.links.entries())
      addLink(has, article, overview, link, at === 0 ? FIRST_LINK : LATER_LINK);
    addCue(has, layers, overview, attribution);
    addContent(has, article, layers, overview, attribution);
    return features;
  });
}

type Has = (name: string, size?: number) => void;

function overlook({ words, sentences, quotes, people, attributions, sources }: ConfidenceLayers): Overview {
  const depth = new Int32Array(words.count + 1);
  const cues = new Int32Array(words.count + 1);
  const quoted = new Uint8Array(words.count);
  const range = ({ start, end }: Span): [number, number] => [wordAt(words, start), wordAt(words, end - 1)];
  for (const { content, links } of attributions) {
    for (const piece of content) {
      const [from, to] = range(piece);
      if (from < 0 || to < from) continue;
      depth[from]! += 1;
      depth[to + 1]! -= 1;
    }
    const cue = links[0]!.cue;
    if (cue) cues[Math.max(0, wordAt(words, cue.start)) + 1]! += 1;
  }
  for (let w = 1; w <= words.count; w += 1) {
    depth[w]! += depth[w - 1]!;
    cues[w]! += cues[w - 1]!;
  }
  for (const quote of quotes) {
    const [from, to] = range(quote);
    if (from >= 0 && from <= to) quoted.fill(1, from, to + 1);
  }
  const inParagraph = new Map<number, Set<number>>();
  for (const [person, { mentions }] of people.entries()) {
    for (const { start, kind } of mentions) {
      if (kind !== 'name') continue;
      const paragraph = paragraphAt({ words, sentences }, start);
      const known = inParagraph.get(paragraph) ?? new Set();
      inParagraph.set(paragraph, known.add(person));
    }
  }
  const named = new Map(Array.from(inParagraph, ([paragraph, known]) => [paragraph, known.size]));
  const bySpan = new Map(
    sources.flatMap((source) => source.mentions.map((mention) => [spanKey(mention), { source, mention }] as const)),
  );
  return { depth, cues, quoted, named, sources: bySpan };
}

/** Who the link gives it to, and how far the words are apart. */
function addLink(
  has: Has,
  article: Article,
  { sources }: Overview,
  { source, cue }: Link,
  names: ReturnType<typeof linkNames>,
): void {
  if (source === null) {
    has(names.how(cue === null ? 'nobody, no cue' : 'nobody'));
    return;
  }
  const text = slice(article, source);
  const known = sources.get(spanKey(source));
  if (PRONOUN.test(text)) has(names.is(text.toLowerCase()));
  if (known) {
    const { source: speaker, mention } = known;
    has(names.how(mention.how));
    has(names.kind(speaker.kind));
    has(names.mentions(Math.min(5, speaker.mentions.length)));
    if (!speaker.resolved) has(names.how('open'));
    else if (mention.sure < 1) has(names.how('log-odds of who is meant'), logOdds(mention.sure));
  }
  has(names.how('tens of words'), Math.min(20, text.split(/\s+/).length) / 10);
  if (text.includes(',')) has(names.holds('comma'));
  if (/\b(?:who|which|that)\b/.test(text)) has(names.holds('clause'));
  if (/\band\b/.test(text)) has(names.holds('and'));
  if (/["“”]/.test(text)) has(names.holds('marks'));
  if (cue === null) return;
  const after = source.start > cue.end;
  has(names.stands(after ? 'after the cue' : 'before the cue'));
  has(names.apart(step(GAPS, after ? source.start - cue.end : cue.start - source.end)));
}

/** What the cue is and where it stands. */
function addCue(
  has: Has,
  { words, syntax, sentences }: ConfidenceLayers,
  overview: Overview,
  { links }: Attribution,
): void {
  const { cue, stance } = links[0]!;
  has(STANCE(stance));
  if (cue === null) return;
  const word = Math.max(0, wordAt(words, cue.start));
  has(CUE_TAG(PENN_TAGS[syntax.tags[word]!]!));
  has(CUE_RELATION(RELATIONS[syntax.relations[word]!]!));
  has(LEVEL(Math.min(2, overview.depth[word]!)));
  if (overview.quoted[word] === 1) has('cue in marks');
  const sentence = sentences[sentenceOf(words, word)];
  if (!sentence) return;
  if (sentence.kind !== 'body') has('in a heading');
  has(PEOPLE_BESIDE(Math.min(3, overview.named.get(sentence.paragraph) ?? 0)));
}

/** 1 for a word that holds a letter or a figure. */
const wordLike = vocabularyCache((form) => (/[\p{L}\p{N}]/u.test(form) ? 1 : 0));

/** What the content looks like. */
function addContent(
  has: Has,
  article: Article,
  { words, syntax, quotes }: ConfidenceLayers,
  { cues }: Overview,
  { content }: Attribution,
): void {
  has(QUOTATION(quotationOf(article, quotes, content)));
  has(PIECES(Math.min(3, content.length)));
  let count = 0;
  let finite = false;
  let verb = false;
  let inner = 0;
  const isWord = wordLike();
  for (const { start, end } of content) {
    const from = Math.max(0, wordAt(words, start));
    const to = Math.max(from, wordAt(words, end - 1));
    for (let w = from; w <= to && w < words.count; w += 1) {
      const tag = syntax.tags[w]!;
      finite ||= FINITE[tag] === 1;
      verb ||= VERB[tag] === 1;
      count += isWord[words.types[w]!]!;
    }
    inner += cues[Math.min(words.count, to + 1)]! - cues[from]!;
  }
  has(LENGTH(step(LENGTHS, count)));
  has(finite ? 'finite verb' : verb ? 'other verb' : 'no verb');
  has(CUES_INSIDE(Math.min(2, inner)));
  const first = wordAt(words, content[0]!.start);
  if (first >= 0) has(FIRST_TAG(PENN_TAGS[syntax.tags[first]!]!));
  const { end } = content.at(-1)!;
  const next = article.text.slice(end, end + 2).trim()[0];
  has(THEN(next === undefined ? 'line' : /[\p{L}\p{N}]/u.test(next) ? 'word' : next));
  const last = wordAt(words, end - 1);
  if (first >= 0 && last >= 0) has(SENTENCES(Math.min(3, sentenceOf(words, last) - sentenceOf(words, first) + 1)));
}

/** The index of the sentence of a word. */
function sentenceOf({ first }: Layers['words'], word: number): number {
  let low = 0;
  let high = first.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (first[middle]! <= word) low = middle;
    else high = middle;
  }
  return low;
}

function paragraphAt({ words, sentences }: Pick<Layers, 'words' | 'sentences'>, start: number): number {
  return sentences[sentenceOf(words, Math.max(0, wordAt(words, start)))]?.paragraph ?? -1;
}
