import { daysInMonth } from '../calendar.ts';
import { dateParser } from '../parser.ts';
import { type Calendar, calendar, type Reading } from '../reading.ts';
import { DIGIT, PARTED_DIGITS } from '../triggers.ts';

/** Two-digit years from here on are of the last century. */
const LAST_CENTURY = 50;

export const numeric = dateParser({
  name: 'numeric',
  reads: '25/12/2012  |  12-25-2012  |  25.12.2012  |  3/4/12, which may be two days',
  triggers: DIGIT,
  also: PARTED_DIGITS,
  pattern: /(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\w%]|[/.:-]\d)/,
  read(match, before): Reading | null {
    const { first, mark, second, year: written } = match.groups!;
    if (/[\w$£€#/.:-]$/.test(before)) return null;
    const year = Number(written) + (written!.length === 4 ? 0 : Number(written) < LAST_CENTURY ? 2000 : 1900);
    // "10.1.98" is as often a version or a section, and dashes are scores and parts of numbers
    if (written!.length === 2 && mark !== '/') return null;
    if (year < 1000 || year > 2199) return null;
    const days = readings(year, Number(first), Number(second), mark === '.');
    if (days.length === 2) return { ...calendar({ year }), either: days };
    return days[0] ?? impossible(year, Number(first), Number(second));
  },
  examples: [
    'It was signed on {date=2012-12-25 25/12/2012} and again on {date=2013-01-31 1/31/13}.',
    'Er kam am {date=2012-04-03 3.4.2012}, it says.',
    'It was signed on {date=2012-XX-XX 3/4/2012}.',
  ],
  not: ['Version 10.1.98 is out.', 'They won 6-4-20.', 'See 1/2/3 and 2020/1/1999.'],
});

/** The days that two numbers can mean, month first before day first; one where only one order names a day. */
function readings(year: number, a: number, b: number, dayFirst: boolean): Calendar[] {
  const orders =
    dayFirst || a === b
      ? [[b, a]]
      : [
          [a, b],
          [b, a],
        ];
  return orders.flatMap(([month, day]) =>
    month! >= 1 && month! <= 12 && day! >= 1 && day! <= daysInMonth(year, month!)
      ? [calendar({ year, month: month!, day: day! })]
      : [],
  );
}

/** "30/02/2023": the month, and no day. */
function impossible(year: number, a: number, b: number): Reading | null {
  const month = a > 12 ? b : b > 12 ? a : 0;
  if (month < 1 || month > 12 || a > 31 || b > 31) return null;
  return { ...calendar({ year, month }), impossible: true };
}
