import { SMALL_ORDINALS } from '../../number-words.ts';
import { dateParser } from '../parser.ts';
import { offset } from '../reading.ts';
import { DEICTIC, DISTANCE, QUARTER, UNIT_NAME } from '../triggers.ts';

const ORDER = SMALL_ORDINALS.slice(0, 4);

const ARTICLE = '(?:the\\s+(?!year-(?:ago|earlier)\\s(?!(?:first|second|third|fourth|period|quarter|month)\\b)))?';
const ALIKE = '(?:(?:comparable|corresponding|same|similar|like)\\s+)?';
/** "year-ago third quarter". */
const AGO = '(?<ago>year-(?:ago|earlier)(?:\\s+(?:(?<which>first|second|third|fourth)\\s+)?(?:period|quarter|month))?)';
const A_YEAR_BEFORE =
  '(?:last\\s+year|a\\s+year\\s+(?:ago|earlier|before)|the\\s+(?:previous|prior|preceding)\\s+year)';
/** "same period last year". */
const SAME = `(?<same>(?:(?<=same\\s|corresponding\\s|comparable\\s|same\\s\\s)|(?:the\\s+))(?:period|quarter|month)\\s+(?:of\\s+)?${A_YEAR_BEFORE})`;

export const yearAgo = dateParser({
  name: 'year-ago',
  reads: 'the year-ago quarter  |  the year-earlier period  |  the same period last year  |  the latest quarter',
  triggers: UNIT_NAME | QUARTER,
  also: DISTANCE | DEICTIC,
  pattern: new RegExp(
    `${ARTICLE}${ALIKE}(?:${AGO}|${SAME}|latest\\s+(?<latest>quarter|period|month|week))(?!\\w)`,
    'i',
  ),
  read(match) {
    const { which, latest } = match.groups!;
    if (latest)
      return latest.toLowerCase() === 'period'
        ? offset('quarter', 0, 'text')
        : offset(latest.toLowerCase() as 'quarter', 0, 'text');
    return which
      ? offset('year', -1, 'text', { quarter: ORDER.indexOf(which.toLowerCase()) + 1 })
      : { ...offset('year', -1, 'text'), fine: true };
  },
  examples: [
    'Profit for the second quarter of 2020 beat {date=2019-Q2 the year-ago quarter}.',
    'In June 2020 it sold more than in {date=2019-06 the same month last year}.',
  ],
  not: ['It was a period of last year that few recall.', 'The latest quarterback came.'],
});
