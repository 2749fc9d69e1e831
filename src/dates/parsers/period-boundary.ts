import { dateParser } from '../parser.ts';
import { literal, offset } from '../reading.ts';
import { END, THE, UNIT_NAME } from '../triggers.ts';
import { readUnit } from '../vocabulary.ts';

const PART_OF_IT = String.raw`end|start|beginning|middle|rest|remainder|latter\spart|first\spart|early\spart|close`;
const THE_VERY = String.raw`(?:the\s+)?(?:very\s+)?`;
const LATE_IN = String.raw`(?:later|earlier|early|late)\s+in\s+`;
const PERIOD = String.raw`(?<unit>day|week|month|quarter|year|decade|century)(?!\w|-|['’])`;
const YEAR_END = String.raw`(?<end>month|year|quarter)(?:-end|['’]s\send|\send)`;
export const periodBoundary = dateParser({
  name: 'edge',
  reads: 'the end of the month  |  year-end  |  the rest of the year  |  the week',
  triggers: UNIT_NAME,
  also: THE | END,
  pattern: new RegExp(
    String.raw`(?:(?<edge>${THE_VERY}(?:${PART_OF_IT})\s+of\s+|${LATE_IN})?the\s+(?:full\s+)?${PERIOD}|(?:the\s+)?${YEAR_END}(?!\w))`,
    'i',
  ),
  read(match, before, after) {
    const { edge: part, unit: name, end } = match.groups!;
    if (end) return offset(readUnit(end), 0, readUnit(end) === 'year' ? 'story' : 'text');
    const unit = readUnit(name!);
    if (!part) {
      if (unit === 'day' || unit === 'century' || unit === 'decade') return null;
      if (/^\s(?:of|that|when|before|after|in\swhich|earlier|ago)\b/.test(after)) return null;
      if (/\bof\s$/i.test(before) && unit !== 'year' && unit !== 'quarter') return null;
    }
    // the twelve months of a business year, wherever they end
    if (unit === 'year' && /^\s(?:ended|ending)\b/.test(after)) return literal('DURATION', 'P1Y');
    return offset(unit, 0, unit === 'year' ? 'story' : 'text');
  },
  examples: [
    'It ends by {date=2020-09 the end of the month}.',
    'It closes at {date=2020 year-end}.',
    'for {date=2020 the year}',
  ],
  not: ['the day they left'],
});
