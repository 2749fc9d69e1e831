/** Numbers that name one thing of a series: "Category 4", "Section 5", "Game 7", "the S&P 500", "the bottom three". */
import { loadWords } from '../../lexicon.ts';
import { phrase, wordsBefore } from '../before.ts';
import { type Refusal, textAfter } from './refusal.ts';

let labels: ReadonlySet<string> | undefined;
/**
 * Words after which a number counts where a plural follows ("the last 10 games") and names a group where none does
 * ("the top 10").
 */
const RANKS = new Set(['top', 'bottom', 'final', 'last', 'big', 'first', 'next']);
const PLURAL = /^[ -](?:[a-z-]+ ){0,2}?[a-z]+s\b|^ (?:people|men|women|children)\b/;

const COUNTED_PLURAL = String.raw`(?!(?:across|always|perhaps|plus|does|goes|says|was|has)\b)[a-z]{2,}[^\Wsiu]s`;
/** A plural directly after the number, which it counts whatever stands before. */
const THINGS = new RegExp(String.raw`^ (?:[a-z-]+ )?(?:people|men|women|children|${COUNTED_PLURAL})\b`);

export const numbered: Refusal = {
  name: 'the number of a thing, not of things',
  refuses: (text, { start, end, kind, unit, form, scale }, sentence) => {
    if (unit !== null || kind !== 'cardinal' || scale > 1 || form === 'digits') return false;
    labels ??= loadWords(new URL('../labels.tsv', import.meta.url));
    const words = wordsBefore(text, start, sentence.start, 3);
    if (words.length === 0) return false;
    if (RANKS.has(words[0]!.word)) return !PLURAL.test(textAfter(text, { start, end }, sentence));
    for (let count = 1; count <= words.length; count += 1) {
      if (!labels.has(phrase(words, count))) continue;
      // "last week 20 people", "a group of five men": a label with a number is written large, or names one thing.
      const large = /^\p{Lu}/u.test(text.slice(words[count - 1]!.start)) && words[count - 1]!.start > sentence.start;
      return large || !THINGS.test(textAfter(text, { start, end }, sentence));
    }
    return false;
  },
  examples: [
    'A Category 4 hurricane and Section 5 of the act.',
    'They lost Game 7 at home.',
    'In the S&P 500 utilities did well.',
    'He is in the bottom three.',
  ],
};
