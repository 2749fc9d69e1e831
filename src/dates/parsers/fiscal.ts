import { dateParser } from '../parser.ts';
import { calendar, literal, offset } from '../reading.ts';
import { FISCAL } from '../triggers.ts';

/** "fiscal 1989", "FY2012". */
const OF_THE_YEAR = String.raw`fiscal(?:\s+year)?\s+(?<year>(?:19|20)\d{2})|FY\s?(?<short>(?:19|20)?\d{2})`;
const DETERMINER = String.raw`(?:the\s+|(?=(?:last|this|next)\s))`;
const WHICH = String.raw`(?:(?<deictic>current|last|latest|next|previous|past|this|prior|coming|full)\s+)?`;
export const fiscal = dateParser({
  name: 'fiscal',
  reads: 'fiscal 1989  |  the current fiscal year  |  FY2012',
  triggers: FISCAL,
  pattern: new RegExp(String.raw`(?:${OF_THE_YEAR}|${DETERMINER}${WHICH}(?:fiscal|financial)\s+year)(?![\w])`, 'i'),
  read(match, before, after) {
    const { year, short, deictic } = match.groups!;
    // as of "the year ended Jan. 31": twelve months, wherever they end, or all through them
    if (!year && !short && (/^\s(?:ended|ending)\b/.test(after) || /\bthroughout\s$/.test(before)))
      return literal('DURATION', 'P1Y');
    if (year) return calendar({ year: Number(year) });
    if (short) return calendar({ year: Number(short) < 100 ? 2000 + Number(short) : Number(short) });
    const word = deictic?.toLowerCase() ?? '';
    const count = /^(?:last|latest|previous|past|prior)/.test(word) ? -1 : /^(?:next|coming)/.test(word) ? 1 : 0;
    return offset('year', count, 'published');
  },
  examples: [
    'Sales rose in {date=2019 fiscal 2019}.',
    'in {date=2020 the current fiscal year}',
    'It grew in {date=2012 FY2012}.',
    'In {duration=P1Y the fiscal year} ended May 3 it grew.',
  ],
  not: ['the fiscal yearbook', 'a fiscal year'],
});
