import { pad } from '../calendar.ts';
import { dateParser } from '../parser.ts';
import { literal, type Unit } from '../reading.ts';
import { EACH, FREQUENCY, PLURAL_DAY, UNIT_NAME, WEEKDAY_NAME } from '../triggers.ts';
import {
  COUNT,
  duration,
  MONTH,
  readCount,
  readMonth,
  readSeason,
  readUnit,
  readWeekday,
  SEASON,
  UNIT,
  WEEKDAY,
} from '../vocabulary.ts';

const ADVERBS: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  everyday: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  biweekly: 'P2W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  bimonthly: 'P2M',
  quarterly: 'P1Q',
  semiannually: 'P6M',
  annually: 'P1Y',
  yearly: 'P1Y',
};
const PARTS: Readonly<Record<string, string>> = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' };

/** Words that begin no noun phrase. */
const NO_NOUN = 'and|but|by|in|to|for|at|on|since|from|over|until|with|as|through|during|after|before|because|or';
/** What follows an adverb: before a noun "quarterly" names a kind of thing. */
const ADVERB_END = new RegExp(String.raw`^\s*(?:[.,;:)"”’]|$|(?:${NO_NOUN})\b)`);

/** "our local weekly" is a paper. */
const NOUN_BEFORE = /\b(?:an?|the|this|local|its|his|her|our|their)\s$/i;

export const frequency = dateParser({
  name: 'frequency',
  reads: 'daily  |  annually',
  triggers: FREQUENCY,
  pattern: new RegExp(`(?:${Object.keys(ADVERBS).join('|')})(?!\\w|-)`),
  read: (match, before, after) =>
    match[0] === 'daily' || (ADVERB_END.test(after) && !NOUN_BEFORE.test(before))
      ? literal('SET', ADVERBS[match[0]!]!)
      : null,
  examples: ['They protest {set=P1D daily}.', 'It pays {set=P1Y annually}.'],
  not: ['the daily-use rules', 'the quarterly dividend'],
});

const COUNTED_UNIT = `(?:(?<count>${COUNT})(?:\\s+|-))?(?<unit>${UNIT})`;
const NAMED_TIME = `(?<weekday>${WEEKDAY})|(?<month>${MONTH})|(?<season>${SEASON})|(?<part>morning|afternoon|evening|night)`;

export const every = dateParser({
  name: 'every',
  reads: 'every day  |  each of the past three years  |  every two weeks  |  twice a week  |  every Monday',
  triggers: FREQUENCY,
  pattern: new RegExp(
    `(?:every|each)\\s+(?:(?:single|other|second)\\s+)?(?:${COUNTED_UNIT}|${NAMED_TIME})(?!\\w)`,
    'i',
  ),
  read(match) {
    const { count, unit, weekday, month, season, part } = match.groups!;
    if (weekday) return literal('SET', `XXXX-WXX-${readWeekday(weekday)}`);
    if (month) return literal('SET', `XXXX-${pad(readMonth(month), 2)}`);
    if (season) return literal('SET', `XXXX-${readSeason(season)}`);
    if (part) return literal('SET', `XXXX-XX-XX${PARTS[part.toLowerCase()]}`);
    const times = /\b(?:other|second)\b/i.test(match[0]) ? 2 : count ? readCount(count) : 1;
    return times === null ? null : literal('SET', duration(times, readUnit(unit!)));
  },
  examples: [
    'He runs {set=P1D every day}.',
    'It meets {set=XXXX-WXX-1 every Monday}.',
    'They vote {set=P4Y every four years}.',
  ],
  not: ['every monthly bill', 'each summery day'],
});

export const weekdays = dateParser({
  name: 'weekdays',
  reads: 'Mondays  |  Tuesday nights',
  triggers: WEEKDAY_NAME,
  also: PLURAL_DAY,
  pattern: new RegExp(`(?<weekday>${WEEKDAY})(?:s(?!\\w)|\\s(?<part>morning|afternoon|evening|night)s)(?!\\w)`, 'i'),
  read(match) {
    const { weekday, part } = match.groups!;
    return literal('SET', `XXXX-WXX-${readWeekday(weekday!)}${part ? PARTS[part.toLowerCase()] : ''}`);
  },
  examples: ['It opens on {set=XXXX-WXX-1 Mondays}.', 'on {set=XXXX-WXX-2TNI Tuesday nights}'],
  not: ['They live in Mondaysville.'],
});

const COUNTED = [
  'once|twice|thrice|times|dollars?|euros?|pounds|percent|barrels|people|tons|tonnes|pages|miles|million|billion',
  'thousand|hundred|hours|days|weeks|months|minutes',
].join('|');
const FIGURE = String.raw`\d[\d.,]*%?(?:\s[a-z]+)?|\$[\d.,]+(?:\s(?:million|billion))?`;
const RATE = new RegExp(String.raw`(?:\b(?:${COUNTED})|${FIGURE})\s$`, 'i');

/** "60 miles an hour" is a speed. */
export const SPEED = /\b(?:miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?|feet|knots|instructions|revolutions)\s$/i;

/** "a week ago" is no rate. */
const NO_DISTANCE = String.raw`(?!\w|-|['’]|\s(?:ago|later|earlier|before|after|old)\b)`;
export const rate = dateParser({
  name: 'rate',
  reads: 'twice a week  |  $5 a day  |  per year',
  triggers: UNIT_NAME,
  also: EACH,
  pattern: new RegExp(
    String.raw`(?:(?<per>per)|an?)\s+(?<unit>second|minute|hour|day|night|week|month|quarter|year)${NO_DISTANCE}`,
  ),
  read(match, before) {
    if (SPEED.test(before) || (!match.groups!.per && !RATE.test(before))) return null;
    return literal('SET', duration(1, readUnit(match.groups!.unit!) as Unit));
  },
  examples: ['They meet twice {set=P1W a week}.', 'It costs 5 dollars {set=P1M a month}.'],
  not: [
    'It cost 5 dollars a week ago.',
    'a dayflower',
    'at 60 miles per hour',
    'It has a rear motor, but a second motor follows.',
  ],
});
