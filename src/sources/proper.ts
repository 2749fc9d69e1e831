/** The names inside a source: of the firm that a common noun introduces, and of the one that a short name means. */
import {
  type Article,
  contains,
  type Layers,
  lastStartingAt,
  type NameMention,
  type Span,
  slice,
} from '../document.ts';
import { bitOf, gazetteerBits } from '../names/gazetteer.ts';
import { isDemonym, kindOfWords, knownName } from '../source-kinds/index.ts';
import { introductionOf } from './name.ts';

type Needs = Pick<Layers, 'names'>;

const DETERMINER = '(?:the|an?|its|his|her|their|our)';
const OWNER = String.raw`(?:[\p{L}-]+['’]s?\s+)?`;
const NO_PREPOSITION = String.raw`(?!(?:of|for|to|by|with|from|against|about|on|in|at)\b)`;
const NO_PREPOSITION_OR_AND = String.raw`(?!(?:of|for|to|by|with|from|against|about|on|in|at|and)\b)`;
/** "the insurance broker ", "The terminal's owner, ": words that introduce a name, none of them a preposition. */
const INTRODUCES = new RegExp(
  String.raw`^(?:${DETERMINER}\s+)?${OWNER}${NO_PREPOSITION}[\p{Ll}-]+(?:\s+${NO_PREPOSITION_OR_AND}[\p{Ll}-]+)*,?\s+$`,
  'iu',
);
/** No such words are longer, in UTF-16 code units. */
const MAX_INTRODUCTION_LENGTH = 60;
const ENDS = /^\s*(?:$|\(|,)/u;
const ELSEWHERE = bitOf('c') | bitOf('C') | bitOf('d');

/** The names that lie inside a span. */
export function namesIn({ names }: Needs, span: Span): NameMention[] {
  const found: NameMention[] = [];
  for (let at = lastStartingAt(names, span.start - 1) + 1; at < names.length && names[at]!.start < span.end; at += 1) {
    if (contains(span, names[at]!)) found.push(names[at]!);
  }
  return found;
}

/** The organisation's name that common nouns introduce: "the insurance broker Harrow Lyle", "The owner, Brennan Lines"; or null. */
export function introducedName(article: Article, layers: Needs, span: Span): string | null {
  const name = namesIn(layers, span).find(({ kind }) => kind === 'organization');
  if (!name || name.start === span.start || isDemonym(slice(article, name).split(' ').at(-1)!)) return null;
  if (name.start - span.start > MAX_INTRODUCTION_LENGTH) return null;
  const before = article.text.slice(span.start, name.start);
  const lower = before.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (/\p{Lu}/u.test(lower) || !INTRODUCES.test(before)) return null;
  return ENDS.test(article.text.slice(name.end, span.end)) ? slice(article, name) : null;
}

const SMALL = /^(?:of|the|for|and|in|on|at|de|la|&)$/u;

/**
 * A function that tells the full name of the organisation whose first or last words a name is ("Mid-Pennine" where the
 * article also writes "Mid-Pennine Trains", "the Echo" of "the Ashford Echo"), or null. Words that lists hold as places or
 * sources mean themselves; last words that two names share mean neither.
 */
export function fullNameReader(article: Article, { names }: Needs): (name: string) => string | null {
  const byFront = new Map<string, string>();
  const byBack = new Map<string, string | null>();
  for (const name of names) {
    if (name.kind !== 'organization') continue;
    const text = slice(article, name);
    const words = (introductionOf(text)?.name ?? text).split(/\s+/u);
    const whole = words.join(' ').replace(/^The /u, '');
    for (let cut = 1; cut < Math.min(words.length, 5); cut += 1) {
      const front = words.slice(0, cut).join(' ');
      if (!byFront.has(front)) byFront.set(front, words.join(' '));
      const back = words.slice(cut);
      if (words.length > 4 || SMALL.test(words[cut - 1]!) || /^\p{Ll}/u.test(back[0]!) || back.join(' ') === whole)
        continue;
      const known = byBack.get(back.join(' '));
      byBack.set(back.join(' '), known === undefined || known === whole ? whole : null);
    }
  }
  return (name) => {
    const found = byFront.get(name);
    if (found && !kindOfWords(name) && !/^\p{Lu}{2,5}$/u.test(name) && !isElsewhere(name)) return found;
    const short = name.replace(/^the\s+/iu, '');
    const fuller = byBack.get(short) ?? null;
    if (fuller === null || isElsewhere(short) || /^\p{Lu}{2,5}$/u.test(short)) return null;
    return kindOfWords(short) === 'group' || (knownName(short)?.kind ?? 'media') !== 'media' ? null : fuller;
  };
}

const isElsewhere = (name: string): boolean =>
  name.split(' ').some((word) => (gazetteerBits(word.toLowerCase()) & ELSEWHERE) !== 0);
