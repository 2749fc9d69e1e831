/** The person that a source is, where the article names them. */

import { type Article, contains, type Layers, lastStartingAt, type PersonMention, type Span } from '../document.ts';
import { POST_NOMINALS } from '../names/bounds.ts';

/** What may follow the name inside its own phrase: an apposition, a complement, its possessive ending, nothing. */
const AFTER_NAME = new RegExp(
  String.raw`^(?:\s*$|['’]s?$|\s*[,(]|\s+(?:of|in|at|for|from|with|who|and|himself|herself|${POST_NOMINALS})\b)`,
  'u',
);
/** A preposition after the last comma: the name belongs to it and not to the phrase. */
const OWNED = /\b(?:of|for|to|by|with|from|against|about|on|in|at)\s/u;

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

/** The same where the span holds the person's name; pronouns and descriptions alone mean nobody. */
export function namedPersonOf(article: Article, { people }: Pick<Layers, 'people'>, span: Span): number | null {
  return find(article, people, span, true);
}

function find(article: Article, people: Layers['people'], span: Span, byName: boolean): number | null {
  const mentions = sorted.get(people) ?? inOrder(people);
  for (let at = lastStartingAt(mentions, span.start - 1) + 1; at < mentions.length; at += 1) {
    const mention = mentions[at]!;
    if (mention.start >= span.end) return null;
    if (byName && mention.kind !== 'name') continue;
    if (contains(span, mention) && isSpeaker(article, span, mention)) return mention.person;
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

function isSpeaker(article: Article, span: Span, mention: PersonMention): boolean {
  if (mention.kind !== 'name') return mention.start === span.start && mention.end === span.end;
  const before = article.text.slice(span.start, mention.start);
  const after = article.text.slice(mention.end, span.end);
  return (
    AFTER_NAME.test(after) &&
    !OWNED.test(before.slice(before.lastIndexOf(',') + 1)) &&
    !/\band\b/u.test(before + after.split(',')[0])
  );
}
