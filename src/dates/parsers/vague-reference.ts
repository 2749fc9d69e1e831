import { SMALL_NUMBERS } from '../../number-words.ts';
import { dateParser } from '../parser.ts';
import { literal } from '../reading.ts';
import { VAGUE } from '../triggers.ts';

const PRESENT = [
  'right\\snow|now|currently|current|nowadays|at\\spresent|these\\sdays|the\\spresent|present[- ]day',
  'modern[- ]day|this\\smoment|the\\stime\\sbeing|(?<=\\bto\\s)date(?=[,.;:)]|$)',
].join('|');
/** "the past two weeks" is a stretch of time. */
const NO_STRETCH = [
  `\\d|${SMALL_NUMBERS.slice(1, 11).join('|')}|few|several|couple|half|decade|century`,
  'year|month|week|day',
].join('|');
const PAST = [
  '(?:more\\s|most\\s)?recently|recent|lately',
  `the\\s(?:recent\\s|distant\\s)?past(?!\\s(?:${NO_STRETCH}))`,
  'not\\slong\\sago|long\\sago',
].join('|');
const FUTURE = '(?:the\\s)?(?:near|foreseeable|immediate)\\sfuture|the\\sfuture|the\\s(?:near|short)\\sterm';

export const vagueReference = dateParser({
  name: 'reference',
  reads: 'now  |  currently  |  recently  |  the future  |  these days',
  triggers: VAGUE,
  pattern: new RegExp(`(?:(?<present>${PRESENT})|(?<past>${PAST})|(?<future>${FUTURE}))(?!\\w|-)`, 'i'),
  read(match, before, after) {
    const { present, past } = match.groups!;
    if (present) {
      // "now that he is gone", "every now and then", "from now on"
      if (/^now$/i.test(present) && (/\b(?:from|every)\s$/i.test(before) || /^\s(?:that|and\sthen)\b/.test(after)))
        return null;
      return literal('DATE', 'PRESENT_REF');
    }
    if (past) return /^\s[a-z]+\stense\b/.test(after) ? null : literal('DATE', 'PAST_REF');
    return literal('DATE', 'FUTURE_REF');
  },
  examples: [
    'But {date=PRESENT_REF now} the country has given up.',
    'those {date=PAST_REF recently} arrested',
    'He is {date=PRESENT_REF currently} in jail.',
    'Nobody knows {date=FUTURE_REF the future}.',
  ],
  not: ['He rests from now on.', 'nowhere', 'every now and then', 'the future-proof plan'],
});
