import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { YEAR } from '../triggers.ts';
import { MONTH_NAMES } from '../vocabulary.ts';

/** Words that make a number before them a count. */
const WHAT_IS_COUNTED = [
  'people|persons|men|women|children|troops|soldiers|police|officers|prisoners|dead',
  'miles?|met(?:er|re)s?|kilomet(?:er|re)s?|km|feet|ft|yards?|acres?|hectares?|tons?|tonnes?|kg|pounds?|lbs?',
  'dollars?|euros?|yen|rubles?|percent|per\\s?cent|points?|shares?|votes?|units?|jobs?|workers?|employees',
  'homes|houses|members|seats|times|years?|months?|days?|hours?|hrs?|minutes?|degrees|calories|words|copies|pages?',
  'cases|rounds|meters|GMT|EST|EDT|UTC',
].join('|');
const COUNTED = new RegExp(`^[\\s-]{1,3}(?:(?:[a-z]+[\\s-])?(?:${WHAT_IS_COUNTED})\\b|%|per\\b)`);
/** "a survey of 1709 schoolchildren": before 1900 any plural behind a number makes it a count. */
const PLURAL =
  /^\s(?!(?:was|is|as|has|his|its|this|across|thus|towards|always)\b)[a-z]+(?:[^s]s|men|people|children)\b/;
/** "about 2000 pages" is a count, "about 1910" a year. */
const ESTIMATED =
  /\b(?:about|around|some|nearly|almost|over|approximately|roughly|than|least|has|had|have|with|of all)\s$/;
/** The end of a range that is no year: "about 2000 - 2500 calories". */
const NO_YEAR_BEHIND = /^\s?(?:[-–]|to)\s?(?:2[2-9]|[3-9]\d)\d{2}\b/;
/** A list of years: "in 1984, 1986 and 1989". */
const YEARS = /(?:^|[^\d,.])[12]\d{3},\s$/;
const LABELS = 'no|number|nos|room|flight|highway|route|page|pp|section|model|channel';
const AMOUNTS = 'about|over|than|some|nearly|almost|least|most|an? estimated|another|only';
const MONEY_OR_LABEL = new RegExp(`(?:[$£€¥#№.,:/–-]|\\b(?:${LABELS}|${AMOUNTS}))\\.?\\s?$`, 'i');
const PREPOSITIONS =
  'as|late\\sas|in|since|from|to|until|till|through|by|of|for|during|before|after|circa|ca|c|about|around|the|and|between';
const PARTS_OF_YEARS = 'year|late|early|mid|end|beginning|spring|summer|autumn|fall|winter';
const TIES = new RegExp(
  `(?:\\b(?:${PREPOSITIONS}|${PARTS_OF_YEARS}|${MONTH_NAMES.join('|')})\\.?,?\\s+|[(–-]|^)$`,
  'i',
);

/** "1994", "2014-15". */
const FULL = '(?<full>1\\d{3}|2[01]\\d{2})(?:\\s?[-–/]\\s?(?<short>\\d{2})(?![\\d:%]|[-–]\\d))?';
const NO_LABEL_BEHIND = '(?![.,:/]\\d|s\\b|-?[a-zA-Z])';

export const year = dateParser({
  name: 'year',
  reads: "1994  |  the year 2000  |  2014-15  |  '98",
  triggers: YEAR,
  pattern: new RegExp(`(?:(?:the\\s+)?years?\\s+)?(?:${FULL}|(?<apostrophe>['’‘]\\d{2}))(?![\\d%])${NO_LABEL_BEHIND}`),
  read(match, before, after) {
    const { full, short, apostrophe } = match.groups!;
    if (apostrophe) {
      if (/[\w'’]$/.test(before)) return null;
      const two = Number(apostrophe.slice(1));
      return calendar({ year: two + (two > 40 ? 1900 : 2000) });
    }
    const value = Number(full);
    const named =
      match[0].startsWith('y') || match[0].startsWith('t') || match[0].startsWith('T') || match[0].startsWith('Y');
    if (/[\w$£€¥#.,:/]$/.test(before) || MONEY_OR_LABEL.test(before.slice(-16))) {
      if (!/[–-]$/.test(before) && !/\b(?:about|around)\s$/.test(before) && !YEARS.test(before)) return null;
    }
    // "212-859-1620", but "1861-1865"
    if (/\d[-–]$/.test(before) && !/(?:^|[^\d-])[12]\d{3}\s?[-–]$/.test(before)) return null;
    if (/^-\w/.test(after) && !/^-(?:\d{4}|[A-Z])/.test(after)) return null;
    const likely = value >= 1900 && value <= 2035;
    if (!named && /\b(?:about|around|from)\s$/i.test(before) && NO_YEAR_BEHIND.test(after)) return null;
    if (!named && (COUNTED.test(after) || (PLURAL.test(after) && ESTIMATED.test(before)))) return null;
    if (!named && !likely && PLURAL.test(after)) return null;
    if (!named && !likely && !TIES.test(before.slice(-20)) && !/^\s?[-–]\s?1\d{3}\b/.test(after)) return null;
    if (short !== undefined) {
      const second = Math.floor(value / 100) * 100 + Number(short);
      if (second > value) return { is: 'range', from: calendar({ year: value }), to: calendar({ year: second }) };
      if (second === value) return null;
      // "1999-00"
      if (Number(short) < 40 && value % 100 > 60) {
        return { is: 'range', from: calendar({ year: value }), to: calendar({ year: second + 100 }) };
      }
      return null;
    }
    return calendar({ year: value });
  },
  examples: [
    'He has been in power since {date=1994 1994}.',
    'They fought from {date=2015 2015} to {date=2019 2019}.',
    'The {date=1994/1998 1994-98} talks failed.',
    'It ends in {date=2000 the year 2000}.',
    "In {date=1998 '98} they left.",
  ],
  not: [
    'About 2000 people came.',
    'It cost $1999.',
    'a hill of 1850 meters',
    'Flight 1902 was late.',
    'a survey of 1709 schools',
    'Call 212-859-1620.',
    'It has about 2000 pages and some 1900 pictures.',
  ],
});
