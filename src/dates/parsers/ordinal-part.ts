import { dateParser } from '../parser.ts';
import { type CalendarFields, calendar } from '../reading.ts';
import { MONTH_NAME, UNIT_NAME, WEEKDAY_NAME, WEEKEND, YEAR } from '../triggers.ts';
import { MONTH, ORDINAL, readMonth, readOrdinal, readWeekday, WEEKDAY } from '../vocabulary.ts';

const WHICH = `(?<which>${ORDINAL}|last|final|opening)`;
const PART = `(?:(?<weekday>${WEEKDAY})|(?<unit>day|week|weekend))`;
const OF_WHAT = `(?:(?<month>${MONTH})(?:,?\\s+(?<year>[12]\\d{3})(?!\\d))?|(?<full>[12]\\d{3})(?!\\d))`;
/** "the week of March 6". */
const WEEK_OF = `(?:week|weekend)\\s+(?:of|ending|beginning|starting)\\s+(?<from>${MONTH})\\s+(?<day>\\d{1,2})`;

export const ordinalPart = dateParser({
  name: 'ordinal-part',
  reads: 'the third week of May  |  the first Monday in September  |  the last day of 2019  |  the week of March 6',
  triggers: UNIT_NAME | WEEKDAY_NAME | WEEKEND,
  also: MONTH_NAME | YEAR,
  pattern: new RegExp(`(?:the\\s+)?(?:${WHICH}\\s+${PART}\\s+(?:of|in)\\s+${OF_WHAT}|${WEEK_OF})(?!\\w)`, 'i'),
  read(match) {
    const { which, weekday, unit, month, year, full, from, day } = match.groups!;
    if (from) {
      const fields = { month: readMonth(from), day: Number(day) };
      return calendar({ ...fields, ...(/weekend/i.test(match[0]) ? { weekend: true } : { week: 0 }) });
    }
    const nth = /last|final/i.test(which!) ? -1 : /opening/i.test(which!) ? 1 : readOrdinal(which!);
    const base: CalendarFields = full
      ? { year: Number(full), month: nth < 0 ? 12 : 1 }
      : year
        ? { year: Number(year), month: readMonth(month!) }
        : { month: readMonth(month!) };
    if (weekday) return calendar({ ...base, nth, weekday: readWeekday(weekday) });
    if (unit!.toLowerCase() === 'day') return calendar({ ...base, nth });
    return calendar({ ...base, nth, ...(unit!.toLowerCase() === 'weekend' ? { weekend: true } : { week: 0 }) });
  },
  examples: [
    'It starts in {date=2012-W20 the third week of May 2012}.',
    'They meet on {date=2020-09-07 the first Monday in September}.',
    'on {date=2019-12-31 the last day of 2019}',
  ],
  not: ['It was the first week of marches.'],
});
