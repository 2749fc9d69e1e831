/** Looking persons up by place: for the stages that need to know whom a span means. */
import type { Person, Span } from '../document.ts';
import { contains, lastStartingAt } from '../document.ts';

/** Tells which person a span means. */
export interface PeopleIndex {
  /**
   * The person of the mention that the span is, or holds as its head: the widest mention inside it that no other person's
   * possessive or "of" precedes is the first; where it holds several persons, the last one before a comma wins.
   *
   * @returns an index into the layer `people`, or -1
   */
  readonly personAt: (span: Span) => number;
}

/** Indexes the mentions of all persons once. */
export function indexPeople(people: readonly Person[]): PeopleIndex {
  const mentions = people
    .flatMap((person, index) => person.mentions.map(({ start, end, kind }) => ({ start, end, kind, person: index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    personAt: (span) => {
      let found = -1;
      for (let at = Math.max(0, lastStartingAt(mentions, span.start - 1)); at < mentions.length; at++) {
        const mention = mentions[at]!;
        if (mention.start >= span.end) break;
        if (
          !contains(span, mention) ||
          (mention.kind === 'pronoun' && mention.end - mention.start !== span.end - span.start)
        )
          continue;
        found = mention.person;
      }
      return found;
    },
  };
}
