import { dateParser } from '../parser.ts';
import { calendar, offset } from '../reading.ts';
import { DIGIT, MONTH_NAME, NTH, SIDE, UNIT_NAME } from '../triggers.ts';
import { MONTH } from '../vocabulary.ts';

const SAME_DATE = String.raw`(?<same>(?:that|this|the\s+same)\s+(?:very\s+)?date)`;
/** "the day before". */
const BESIDE_IT = String.raw`(?:(?:the|a)\s+)(?<unit>day|night|week|month|year)\s+(?<side>before|after|following)`;
export const anaphora = dateParser({
  name: 'anaphora',
  reads: 'that date  |  the same day  |  the day before  |  the day after',
  triggers: UNIT_NAME,
  also: SIDE,
  pattern: new RegExp(String.raw`(?:${SAME_DATE}|${BESIDE_IT})(?!\w)`, 'i'),
  read(match, _before, after) {
    const { same, unit, side } = match.groups!;
    if (same) return offset('day', 0, 'text');
    // "the day after the vote" is tied to an event, not to a date
    if (!/^\s*(?:[.,;:)"”]|$)/.test(after)) return null;
    const word = unit!.toLowerCase();
    const count = side!.toLowerCase() === 'before' ? -1 : 1;
    if (word === 'night') return offset('day', count, 'text', { part: 'NI' });
    return offset(word as 'day', count, 'text');
  },
  examples: [
    'His term ends on November 15. After {date=2020-11-15 that date} he goes.',
    'He spoke on May 3, 2012. She spoke {date=2012-05-02 the day before}.',
  ],
  not: ['It bears the same dateline.', 'the day after the vote'],
});

/** "May 4 and". */
const DAYS_AHEAD = `\\b${MONTH}\\s+\\d{1,2}(?:,\\s\\d{1,2}){0,3},?\\s+(?:and|or)\\s+`;
const PREPOSITION_AHEAD = '\\b(?:[Oo]n|[Bb]y|[Uu]ntil|till|[Ss]ince|from|and|to|of)\\s+(?=the)';
/** "7th", or the last of "4 and 5". */
const ORDINAL_OR_SECOND = '(?:(?:st|nd|rd|th)|(?<=(?:and|or)\\s+\\d{1,2}))';
const ENDS = '(?=\\s*(?:[,.;)]|$|(?:and|to|the|he|she|they|it|in|at|were|was)\\b))(?![.,:]\\d)';

export const dayOfMonth = dateParser({
  name: 'day-of-month',
  reads: 'the 20th  |  the 5 of "May 4 and 5"',
  triggers: DIGIT,
  also: MONTH_NAME | NTH,
  pattern: new RegExp(
    `(?<lead>${DAYS_AHEAD}|${PREPOSITION_AHEAD})(?:the\\s+)?(?<day>[1-3]?\\d)${ORDINAL_OR_SECOND}${ENDS}`,
    'i',
  ),
  read(match) {
    const day = Number(match.groups!.day);
    return day >= 1 && day <= 31 ? calendar({ day }) : null;
  },
  examples: [
    'They met on May 3, 2012. On {date=2012-05-20 the 20th} they left.',
    'On June 6, 2012 and {date=2012-06-07 the 7th} they sat.',
  ],
  not: ['He came in on the 3rd floor.', 'He was named on the 39th.'],
});
