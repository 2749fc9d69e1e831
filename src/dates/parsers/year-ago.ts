import { dateParser } from '../parser.ts';
import { shift } from '../reading.ts';
import { DISTANCE, QUARTER, TURN, UNIT_NAME } from '../triggers.ts';

const ORDER = ['first', 'second', 'third', 'fourth'];

export const yearAgo = dateParser({
  name: 'year-ago',
  reads: 'the year-ago quarter  |  the year-earlier period  |  the same period last year  |  the latest quarter',
  triggers: UNIT_NAME | QUARTER,
  also: DISTANCE | TURN,
  pattern:
    /(?:the\s{1,3}(?!year-(?:ago|earlier)\s(?!(?:first|second|third|fourth|period|quarter|month)\b)))?(?:(?:comparable|corresponding|same|similar|like)\s{1,3})?(?:(?<ago>year-(?:ago|earlier)(?:\s{1,3}(?:(?<which>first|second|third|fourth)\s{1,3})?(?:period|quarter|month))?)|(?<same>(?:(?<=same\s|corresponding\s|comparable\s|same\s\s)|(?:the\s{1,3}))(?:period|quarter|month)\s{1,3}(?:of\s{1,3})?(?:last\s{1,3}year|a\s{1,3}year\s{1,3}(?:ago|earlier|before)|the\s{1,3}(?:previous|prior|preceding)\s{1,3}year))|latest\s{1,3}(?<latest>quarter|period|month|week))(?!\w)/i,
  read(match) {
    const { which, latest } = match.groups!;
    if (latest)
      return latest.toLowerCase() === 'period'
        ? shift('quarter', 0, 'text')
        : shift(latest.toLowerCase() as 'quarter', 0, 'text');
    return which
      ? shift('year', -1, 'text', { quarter: ORDER.indexOf(which.toLowerCase()) + 1 })
      : { ...shift('year', -1, 'text'), fine: true };
  },
  examples: [
    'Profit for the second quarter of 2020 beat {date=2019-Q2 the year-ago quarter}.',
    'In June 2020 it sold more than in {date=2019-06 the same month last year}.',
  ],
  not: ['a year-long strike of theirs ended'.replace('year-long', 'long')],
});
