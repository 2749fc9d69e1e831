import { ONES, SMALL_NUMBERS, TENS } from '../../number-words.ts';
import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { YEAR_WORD } from '../triggers.ts';
import { MONTH_NAMES, readCount, readMonth } from '../vocabulary.ts';

const TEN = `(?:${TENS.join('|')})`;
const TEEN = `(?:${SMALL_NUMBERS.slice(10).join('|')})`;
const ONE = `(?:${ONES.join('|')})`;

/** "ninety-six" behind "nineteen". */
const OF_THE_CENTURY = `(?<rest>${TEN}(?:[\\s-]${ONE})?|${TEEN}|(?:hundred|oh[\\s-]${ONE}))`;
const TWO_THOUSAND = `the\\syear\\stwo\\sthousand(?:\\s(?:and\\s)?(?<after>${TEEN}|${ONE}))?`;

const MONTH_AHEAD = `(?:(?<month>${MONTH_NAMES.join('|')})\\s)?`;

export const spelledYear = dateParser({
  name: 'spelled-year',
  reads: 'nineteen ninety-six  |  the year two thousand',
  triggers: YEAR_WORD,
  pattern: new RegExp(
    `${MONTH_AHEAD}(?:(?<century>nineteen|eighteen|twenty)\\s${OF_THE_CENTURY}|${TWO_THOUSAND})(?!\\w)`,
    'i',
  ),
  read(match, _before, after) {
    const { month, century, rest, after: tail } = match.groups!;
    if (!century) return calendar({ year: 2000 + (tail ? (readCount(tail) ?? 0) : 0) });
    if (/^\s(?:people|percent|years|dollars|men|women|thousand|hundred|million)/i.test(after)) return null;
    // "twenty one" is a count, "twenty twelve" a year
    if (/^twenty$/i.test(century) && !/teen|ten|eleven|twelve|twenty|thirty/i.test(rest!)) return null;
    const two = /hundred/i.test(rest!) ? 0 : readCount(rest!.replace(/^oh[\s-]/i, ''));
    if (two === null) return null;
    const year = readCount(century)! * 100 + two;
    return calendar(month ? { year, month: readMonth(month) } : { year });
  },
  examples: [
    'It began in {date=1996 nineteen ninety-six}.',
    'in {date=2000 the year two thousand}',
    'since {date=1997-01 January nineteen ninety-seven}',
  ],
  not: ['They lost eighteen hundred dollars.', 'It struck twenty forty-five times.'],
});
