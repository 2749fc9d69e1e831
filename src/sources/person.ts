/** The person that a source is, where the article names them. */
import { type Article, contains, type Layers, lastStartingAt, type Span } from '../document.ts';

/** What may follow the name inside its own phrase: an apposition, a complement, nothing. */
const AFTER_NAME = /^(?:\s*$|\s*[,(]|\s+(?:of|in|at|for|from|with|who|and)\b)/u;
/** A preposition since the last comma: the name belongs to it, not to the phrase. */
const OWNED = /\b(?:of|for|to|by|with|from|against|about|on|in|at)\s[^,]*$/u;

/**
 * The index in `people` of the person that a source span names or stands for, or null.
 *
 * @param span a source: "he", "Smith", "Foreign Minister Jane Smith, a former judge"
 */
export function personOf(article: Article, { people }: Pick<Layers, 'people'>, span: Span): number | null {
  for (const [index, person] of people.entries()) {
    const last = lastStartingAt(person.mentions, span.end - 1);
    for (let at = last; at >= 0 && person.mentions[at]!.start >= span.start; at -= 1) {
      const mention = person.mentions[at]!;
      if (!contains(span, mention)) continue;
      if (mention.kind !== 'name') {
        if (mention.start === span.start && mention.end === span.end) return index;
        continue;
      }
      const before = article.text.slice(span.start, mention.start);
      const after = article.text.slice(mention.end, span.end);
      if (AFTER_NAME.test(after) && !OWNED.test(before) && !/\band\b/u.test(before + after.split(',')[0])) return index;
    }
  }
  return null;
}
