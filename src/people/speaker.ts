/** The person that a source is, where the article names them. */

import {
  type Article,
  contains,
  type Layers,
  lastStartingAt,
  type PersonMention,
  type Span,
  slice,
} from '../document.ts';
import { POST_NOMINALS } from '../names/bounds.ts';
import { kindOfWords, knownName } from '../source-kinds/index.ts';
import { partsOf } from './parts.ts';

/** What may follow the name inside its own phrase: an apposition, a complement, its possessive ending, nothing. */
const AFTER_NAME = new RegExp(
  String.raw`^(?:\s*$|['’]s?$|\s*[,(]|\s+(?:--|[–—])|\s+(?:of|in|at|for|from|with|who|and|himself|herself|${POST_NOMINALS})\b)`,
  'u',
);
/** A preposition after the last comma, or what names one of several: the name belongs to it and not to the phrase. */
const OWNED = /\b(?:of|for|to|by|with|from|against|about|on|in|at|like|including|such as|supporting)\s/u;

/** "Secretary of State ", "China's ambassador to Britain ": between an office and what it is for. */
const OFFICE_OF = /\s(?:of|for|to)\s/u;

type Ordered = (PersonMention & { readonly person: number })[];

/** The mentions of everybody in the order of the text, sorted once for each layer. */
const sorted = new WeakMap<Layers['people'], Readonly<Ordered>>();

/**
 * The index in `people` of the person that a source span names or stands for, or null. Looks only at the mentions inside
 * the span; of several persons the first is meant.
 *
 * @param span a source: "he", "Smith", "Foreign Minister Jane Smith, a former judge"
 */
export function personOf(article: Article, { people }: Pick<Layers, 'people'>, span: Span): number | null {
  return find(article, people, span, false);
}

/**
 * The same where the span holds the person's name; pronouns and descriptions alone mean nobody.
 *
 * @param head where the head of the phrase stands: a name there is the person's, whatever "and" joins before it
 */
export function namedPersonOf(
  article: Article,
  { people }: Pick<Layers, 'people'>,
  span: Span,
  head = -1,
): number | null {
  return find(article, people, span, true, head);
}

/**
 * The index in `people` of the one person whose surname is all that a source says ("Ms. Small", "Le Pen"), or null. A
 * tagger that reads the word by itself takes it for a place, a body, or no name at all: in 1,307 annotated articles 52 such
 * sources meant the person and one meant a paper. Names of news media are left out.
 */
export function surnamedPersonOf(article: Article, { people }: Pick<Layers, 'people'>, span: Span): number | null {
  if (span.end - span.start > MAX_SURNAMED_LENGTH) return null;
  const handle = HANDLE.exec(slice(article, span))?.[1];
  const account = handle === undefined ? null : handledPersonOf(people, handle);
  if (account !== null) return account;
  const surname = slice(article, span).replace(TITLE, '').replace(/,.*$/su, '').trim();
  if (!/^\p{Lu}/u.test(surname) || PRONOUN.test(surname)) return null;
  const person = keysOf(people).surnames.get(surname.toLowerCase()) ?? SEVERAL;
  const known = person === SEVERAL ? null : knownName(surname);
  return person === SEVERAL || known?.kind === 'media' || known?.kind === 'news-agency' ? null : person;
}

/** "@realKarlWeber", "GovKarlWeber": the account whose name holds the whole name of one person, or null. */
function handledPersonOf(people: Layers['people'], handle: string): number | null {
  const account = handle.toLowerCase();
  const { wholes } = keysOf(people);
  const first = wholes.findIndex((whole) => whole !== '' && account.includes(whole));
  return first < 0 || wholes.some((whole, at) => at > first && whole !== '' && account.includes(whole)) ? null : first;
}

/** Persons whose accounts are looked for, at most. */
const MAX_HOLDERS = 200;
const HANDLE = /^(@\w{4,30}|(?=\w*\p{Ll}\p{Lu}\p{Ll})\p{Lu}\w{6,30})$/u;
const MAX_SURNAMED_LENGTH = 200;
const TITLE = /^(?:Mr|Mrs|Ms|Dr)\.?\s+/u;
const PRONOUN = /^(?:he|she|it|they|we|you|i)$/iu;
const SEVERAL = -1;

interface Keys {
  /** The person of each surname in small letters, with and without its particles; `SEVERAL` where it is that of more. */
  readonly surnames: ReadonlyMap<string, number>;
  /** First and last name of each as one word in small letters; empty where there is no first name. */
  readonly wholes: readonly string[];
}

const keys = new WeakMap<Layers['people'], Keys>();

function keysOf(people: Layers['people']): Keys {
  const known = keys.get(people);
  if (known) return known;
  const surnames = new Map<string, number>();
  const wholes: string[] = [];
  for (const [person, { name }] of people.entries()) {
    const { words, given, last } = partsOf(name);
    for (let from = 1; from < words.length; from += 1) {
      const surname = words.slice(from).join(' ').toLowerCase();
      surnames.set(surname, surnames.has(surname) ? SEVERAL : person);
    }
    if (person < MAX_HOLDERS) wholes.push(given.length > 0 && last.length > 1 ? given[0]! + last : '');
  }
  const made = { surnames, wholes };
  keys.set(people, made);
  return made;
}

function find(article: Article, people: Layers['people'], span: Span, byName: boolean, head = -1): number | null {
  const mentions = sorted.get(people) ?? inOrder(people);
  for (let at = lastStartingAt(mentions, span.start - 1) + 1; at < mentions.length; at += 1) {
    const mention = mentions[at]!;
    if (mention.start >= span.end) return null;
    if (byName && mention.kind !== 'name') continue;
    if (contains(span, mention) && isSpeaker(article, span, mention, head)) return mention.person;
  }
  return null;
}

function inOrder(people: Layers['people']): Readonly<Ordered> {
  const mentions: Ordered = [];
  for (let person = 0; person < people.length; person += 1) {
    for (const { start, end, kind } of people[person]!.mentions) mentions.push({ start, end, kind, person });
  }
  mentions.sort((a, b) => a.start - b.start);
  sorted.set(people, mentions);
  return mentions;
}

function isSpeaker(article: Article, span: Span, mention: PersonMention, head: number): boolean {
  if (mention.kind !== 'name') return mention.start === span.start && mention.end === span.end;
  const before = article.text.slice(span.start, mention.start);
  const after = article.text.slice(mention.end, span.end);
  return (
    AFTER_NAME.test(after) &&
    !isOwned(before.slice(before.lastIndexOf(',') + 1)) &&
    !/\band\b/u.test(after.split(',')[0]!) &&
    (!/\band\b/u.test(before) ||
      (mention.start <= head && head < mention.end) ||
      kindOfWords(before + slice(article, mention)) === 'person')
  );
}

/** Whether a name belongs to what stands before it: "the mother of ", "a friend of President ". */
function isOwned(before: string): boolean {
  if (!OWNED.test(before)) return false;
  const at = OFFICE_OF.exec(before);
  if (at === null || kindOfWords(before.slice(0, at.index)) !== 'person') return true;
  const area = before.slice(at.index + at[0].length);
  return (
    area === '' || OWNED.test(area) || area.split(' ').some((word) => kindOfWords(word.toLowerCase()) === 'person')
  );
}
