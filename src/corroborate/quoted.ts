/** The quotations of a draft: all of them, whoever is said to have said them. */
import { lastStartingAt, overlaps, type Span } from '../document.ts';
import type { Output, OutputClaim } from '../output.ts';
import { findQuotes } from '../quotes/index.ts';
import { findSentences } from '../sentences/index.ts';
import type { Token } from './align.ts';

/** A word or a gap of a text, and where it stands. */
export interface Word extends Token, Span {}

/** What stands between marks in a draft, or a part of it where it is very long. */
export interface Quoted extends Span {
  readonly text: string;
  readonly in: 'text' | 'title';
  readonly words: readonly Word[];
  /** The words of its sentence that stand before it. */
  readonly before: readonly string[];
  /** Whom the draft names as its speaker; null where it names nobody. */
  readonly speaker: string | null;
  /** True where nobody is said to have said it and it is one word, or a title: it may be no quotation at all. */
  readonly slight: boolean;
}

/** Words of a part; comparing takes work by the square of them. */
const MAX_WORDS = 1000;

/**
 * @param draft what was extracted from it
 * @param text its text
 * @returns its outermost quotations in which there are words, in the order of the text, then those of a title that the
 *   text does not have; what is quoted inside a quotation is looked at with it
 */
export function quotationsOf(draft: Output, text: string): Quoted[] {
  const { title } = draft.article;
  const quotes = outermost(text);
  const claims = claimsOf(draft, quotes);
  const quoted = quotes.flatMap((quote, at) => {
    const claim = claims[at]!;
    const speaker = claim && speakerOf(draft, claim);
    return partsOf(text, quote).map((part) => ({
      ...part,
      in: 'text' as const,
      speaker,
      slight: isSlight(part, claim, inHeading(draft, quote)),
    }));
  });
  const titled = title === null || text.includes(title) ? [] : outermost(title);
  const above = titled.flatMap((quote) => {
    return partsOf(title!, quote).map((part) => ({
      ...part,
      in: 'title' as const,
      speaker: null,
      slight: isSlight(part, null, true),
    }));
  });
  return [...quoted, ...above];
}

/** @param heading true where all words may have capitals, so that these tell nothing */
function isSlight({ words }: Pick<Quoted, 'words'>, claim: OutputClaim | null, heading: boolean): boolean {
  return !claim?.attribution[0]?.source && (words.length === 1 || (!heading && isTitle(words)));
}

function inHeading({ sentences }: Output, { start }: Span): boolean {
  return sentences[lastStartingAt(sentences, start)]?.kind === 'heading';
}

/** Words that are small in titles. */
const SMALL = /^(?:an?|and|as|at|but|by|for|from|in|into|nor|of|off|on|or|over|the|to|with)$/;

/** Words in capitals throughout are a title where they are as few: "CSI Lindau". */
const MAX_CAPITALS = 2;

/** Whether each word has a capital, or a figure, that may have one in a title: "The Mill on the Hill". */
function isTitle(words: readonly Word[]): boolean {
  if (words.length > MAX_CAPITALS && !words.some(({ text }) => /\p{Ll}/u.test(text))) return false;
  return words.every(({ text }) => SMALL.test(text) || /^[\p{Lu}\p{N}]/u.test(text));
}

/** Quotations that stand in no other one. */
function outermost(text: string): Span[] {
  const article = { id: '', source: '-', text, title: null, published: UNKNOWN, plain: true };
  return findQuotes(article, { sentences: findSentences(article, {}) }).filter(({ depth }) => depth === 0);
}

const UNKNOWN = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;

/** A quotation in which there are words; in parts where there are very many. */
function partsOf(text: string, { start, end }: Span): Pick<Quoted, 'start' | 'end' | 'text' | 'words' | 'before'>[] {
  const words = wordsOf(text.slice(start, end));
  const count = Math.ceil(words.length / MAX_WORDS);
  return Array.from({ length: count }, (_, at) => {
    const part = words.slice(at * MAX_WORDS, (at + 1) * MAX_WORDS);
    const from = at === 0 ? start : start + part[0]!.start;
    const to = at === count - 1 ? end : start + part.at(-1)!.end;
    const before = at === 0 ? wordsBefore(text, start, SENTENCE_END) : [];
    return { start: from, end: to, text: text.slice(from, to), words: part, before: before.map((word) => word.text) };
  }).filter((part) => part.words.some(({ kind }) => kind === 'word'));
}

/** Where a sentence ends, with the marks behind it. */
const SENTENCE_END = /[.?!…]["'”’)\]]*\s|\n/gu;
/** Where a clause ends, a quotation begins, or somebody is named as the speaker. */
const CLAUSE_END = /[.?!…,;:()[\]"“”„«»—–\n]|\s-\s/gu;
/** UTF-16 code units that are looked at before a place. */
const MAX_BEFORE = 200;

/** The words of a text before an offset, since what ends last there. */
function wordsBefore(text: string, offset: number, ends: RegExp): Word[] {
  const from = Math.max(0, offset - MAX_BEFORE);
  const before = text.slice(from, offset);
  const last = [...before.matchAll(ends)].at(-1);
  const start = last ? last.index + last[0].length : 0;
  return wordsOf(before.slice(start)).map((word) => {
    return { ...word, start: from + start + word.start, end: from + start + word.end };
  });
}

/** The words of a text before an offset that belong to the same clause. */
export const clauseBefore = (text: string, offset: number): Word[] => wordsBefore(text, offset, CLAUSE_END);

/** For each quotation the claim to which most of it belongs, and of several the one that has least beside it; else null. */
function claimsOf({ claims }: Output, quotes: readonly Span[]): (OutputClaim | null)[] {
  const best: ({ readonly piece: Span; readonly claim: OutputClaim } | null)[] = quotes.map(() => null);
  for (const claim of claims) {
    if (claim.attribution.length === 0) continue;
    for (const piece of claim.content) {
      for (let at = Math.max(0, lastStartingAt(quotes, piece.start)); at < quotes.length; at += 1) {
        const quote = quotes[at]!;
        if (quote.start >= piece.end) break;
        const before = best[at];
        if (overlaps(quote, piece) && (!before || closer(quote, piece, before.piece))) best[at] = { piece, claim };
      }
    }
  }
  return best.map((each) => each?.claim ?? null);
}

function closer(quote: Span, one: Span, other: Span): boolean {
  const common = ({ start, end }: Span): number => Math.min(quote.end, end) - Math.max(quote.start, start);
  return (
    common(one) > common(other) || (common(one) === common(other) && one.end - one.start < other.end - other.start)
  );
}

/** Who says a claim, by name; null where that is not known. */
export function speakerOf({ sources, people }: Output, { attribution: [first] }: OutputClaim): string | null {
  const source = sources.find(({ id }) => id === first?.source);
  if (!source?.resolved) return null;
  return people.find(({ id }) => id === source.person)?.name ?? source.name;
}

const TOKEN = /\[[^[\]]*\]|…|\.{3,}|(?:\. ){2,}\.|[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu;

/** "1,200" is "1200", "U.S" is "US": dots and commas that can be left out tell nothing. */
const keyOfWord = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<=\d),(?=\d{3})|(?<=\p{L})\.(?=\p{L})/gu, '');

/** The words of a text, and what stands in it for words that are left out or put in: dots, brackets. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    text: word,
    key: keyOfWord(word),
    kind: /^[\p{L}\p{M}\p{N}]/u.test(word) ? 'word' : 'gap',
    start: index,
    end: index + word.length,
  }));
}
