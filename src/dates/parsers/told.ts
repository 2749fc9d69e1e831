import { dateParser } from '../parser.ts';
import { literal } from '../reading.ts';
import { TIME_WORD } from '../triggers.ts';

const WHEN = 'at|by|during|in|throughout|from|since|until|till|for|around|before|after|over|within';

const THIS_TIME = '(?:this|that)(?:\\s+same)?\\s+(?:time|period)';
const THE_PERIOD = 'the\\s+(?:same\\s+)?period(?=[,.;:]|$)';
const AT_THE_TIME = '(?<=\\bat\\s+)the\\s+time(?=[,.;:)”"]|$|\\s(?:he|she|they|it|was|were|had|said|by|in|as)\\b)';
const NO_TIME_OF_DAY = '(?!\\w|-|\\s(?:zone|of\\s(?:year|day|night)|last)\\b)';

export const told = dateParser({
  name: 'told',
  reads: 'at that time  |  during this period  |  was mayor at the time',
  triggers: TIME_WORD,
  pattern: new RegExp(
    `(?<lead>(?:${WHEN}|up to)\\s+)(?:${THIS_TIME}|${THE_PERIOD}|${AT_THE_TIME})${NO_TIME_OF_DAY}`,
    'i',
  ),
  // as of "now" and "then", "this" is the present of what is told
  read: (match) => literal('DATE', /\bthis\b/i.test(match[0]) ? 'PRESENT_REF' : 'PAST_REF'),
  examples: [
    'He led the party during {date=PAST_REF that time}.',
    'She was mayor at {date=PAST_REF the time}.',
    'Prices fell in {date=PRESENT_REF this period}.',
  ],
  not: [
    'At the time of asking it rained.',
    'They sat in the period rooms.',
    'during that time-lapse film',
    'at this time of year',
  ],
});
