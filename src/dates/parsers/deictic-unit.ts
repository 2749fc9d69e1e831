import { dateParser } from '../parser.ts';
import { type CalendarFields, calendar, literal, offset, type RelativeOffset } from '../reading.ts';
import { DEICTIC, MONTH_NAME, SEASON_NAME, UNIT_NAME } from '../triggers.ts';
import { duration, MONTH, readMonth, readSeason, readUnit, SEASON } from '../vocabulary.ts';

const OF = '(?:\\s+(?:of|in))?\\s+';
const TURNS =
  'last|past|this|current|present|next|coming|upcoming|previous|preceding|prior|following|same|that(?:\\ssame)?';

/**
 * The distance, in units, that each word expresses, and the date it counts from. "Next" and "the next" differ in a
 * narrative; `resolve` knows whether the article is one.
 */
function leads(deictic: string): { count: number; from: RelativeOffset['from'] } {
  const word = deictic.toLowerCase();
  if (/^(?:last|past)/.test(word)) return { count: -1, from: 'published' };
  if (/^(?:this|current|present)/.test(word)) return { count: 0, from: 'story' };
  if (/^(?:next|coming|upcoming)/.test(word)) return { count: 1, from: 'published' };
  if (/^(?:previous|preceding|prior)/.test(word)) return { count: -1, from: 'text' };
  return { count: word === 'following' ? 1 : 0, from: 'text' };
}

/** "June 3 of". */
const MONTH_AHEAD = `(?<month>${MONTH})(?:\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?)?,?${OF}`;
const SEASON_AHEAD = `(?:the\\s+)?(?<season>${SEASON})${OF}`;
const WHICH = `(?:(?<the>the)\\s+)?(?<deictic>${TURNS})(?:\\s+(?<kind>calendar|school|academic))?`;
const PERIOD = '(?<unit>day|week|month|quarter|year|decade|century)';
/** "’s third quarter". */
const PART_BEHIND = `['’]s?\\s+(?<quarter>first|second|third|fourth|final)(?:-|\\s+)(?<what>quarter|half)`;

export const deicticUnit = dateParser({
  name: 'deictic-unit',
  reads: "last week  |  this year's third quarter  |  June of last year  |  that month",
  triggers: UNIT_NAME,
  also: DEICTIC,
  pattern: new RegExp(
    `(?:${MONTH_AHEAD}|${SEASON_AHEAD})?${WHICH}\\s+${PERIOD}(?:${PART_BEHIND}|(?=['’]s\\b)|(?!['’]))(?!\\w|-)`,
    'i',
  ),
  read(match, before, after) {
    const groups = match.groups!;
    const { month, day, season, deictic, quarter, what } = groups;
    const unit = readUnit(groups.unit!);
    const lead = leads(deictic!);
    // a programme: ABC's "This Week"
    if (before !== '' && /^\p{Lu}\p{Ll}/u.test(groups.unit!) && /^\p{Lu}/u.test(deictic!)) return null;
    if (/^next$/i.test(deictic!) && unit === 'day' && !groups.the) lead.from = 'text';
    if (groups.the && /^next$/i.test(deictic!)) lead.from = 'text';
    if (groups.the && /^past$/i.test(deictic!) && unit === 'day') return null;
    if (/^that$/i.test(deictic!) && /^\s(?:in|when)\b/.test(after)) return null;
    let fields: CalendarFields | undefined;
    if (month && /^\p{Lu}/u.test(month))
      fields = day ? { month: readMonth(month), day: Number(day) } : { month: readMonth(month) };
    if (season) fields = { season: readSeason(season) };
    if (quarter) {
      const number = /final/i.test(quarter)
        ? what === 'half'
          ? 2
          : 4
        : 'first second third fourth'.split(' ').indexOf(quarter.toLowerCase()) + 1;
      fields = /half/i.test(what!) ? { half: Math.min(number, 2) } : { quarter: number };
    }
    // "over the past decade" is a stretch, "last century" a place in the calendar
    if (groups.the && (unit === 'decade' || unit === 'century') && /^(?:past|last|next)$/i.test(deictic!)) {
      return literal('DURATION', duration(1, unit));
    }
    return offset(unit, lead.count, lead.from, fields);
  },
  examples: [
    'It fell {date=2020-W36 last week}.',
    'It took place in Serbia {date=2019 last year}.',
    "It rose from {date=2019-Q3 last year's third quarter}.",
    'He left in {date=2019-06 June of last year}.',
    'It ended on August 9. On {date=2020-08-09 that day} they met.',
    'They met on May 3, 2012. {date=2012-05-04 The following day} they left.',
  ],
  not: ['The last weekday passed.', 'this year-old boy'],
});

const WHICH_ONE =
  '(?:(?<the>the)\\s+)?(?<deictic>last|this(?:\\s(?:past|coming))?|past|next|coming|previous|following)';
const NAMED_MONTH = `(?<month>${MONTH})(?:\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?)?`;

export const deicticName = dateParser({
  name: 'deictic-name',
  reads: 'last March  |  this summer  |  next spring',
  triggers: MONTH_NAME | SEASON_NAME,
  also: DEICTIC,
  pattern: new RegExp(
    `${WHICH_ONE}\\s+(?:(?:early|late|mid)(?:\\s|-))?(?:${NAMED_MONTH}|(?<season>${SEASON}))(?!\\w)`,
    'i',
  ),
  read(match) {
    const { deictic, month, day, season } = match.groups!;
    if (month && !/^\p{Lu}/u.test(month)) return null;
    const fields = month
      ? day
        ? { month: readMonth(month), day: Number(day) }
        : { month: readMonth(month) }
      : { season: readSeason(season!) };
    const word = deictic!.toLowerCase();
    return calendar(fields, /last|past|previous/.test(word) ? -1 : /next|coming|following/.test(word) ? 1 : 0);
  },
  examples: [
    'It opened {date=2020-03 last March}.',
    'It closes {date=2020-SU this summer}.',
    'He goes {date=2021-SP next spring}.',
  ],
  not: ['the last fallen tree', 'The next may go.'],
});
