import { dateParser } from '../parser.ts';
import { offset, type Reading } from '../reading.ts';
import { DISTANCE, UNIT_NAME } from '../triggers.ts';
import { COUNT, ONCE, readCount, readUnit, SOME, UNIT } from '../vocabulary.ts';

const MODIFIER_WORDS = [
  'about|around|almost|nearly|some|roughly|approximately|exactly|just|only|just\\sover|over|more\\sthan',
  'less\\sthan|at\\sleast|barely|fewer\\sthan|well\\sover|little\\smore\\sthan|a\\slittle\\smore\\sthan',
  'a\\slittle\\sover',
].join('|');
const MODIFIER = `(?:${MODIFIER_WORDS})`;
const BACK = 'ago|earlier|before|previously|back|prior';
const ON = 'later|afterwards?|after|hence|from\\s(?:now|today)|thereafter|on';

/** "a few", or the plural itself: "years ago". */
const SOME_UNITS = `(?<some>${SOME}|${UNIT.replace('seconds?', 'seconds')}(?=\\s+(?:ago|earlier|later)))`;
const HOW_MANY = `(?:(?<count>half\\san?|${COUNT}|an?|one)|${SOME_UNITS})?`;
const UNITS = `(?:(?:\\s+|-)?(?:full|long|short|more|whole)?\\s{0,3}(?<unit>${UNIT}))?${ONCE}(?:\\s+or\\s(?:so|more|two))?`;
const WHERE_TO = `(?:(?<back>${BACK})|(?<on>${ON}))`;

export const relativeOffset = dateParser({
  name: 'distance',
  reads: 'two weeks ago  |  a year earlier  |  three days later  |  six months from now  |  a few years ago',
  triggers: UNIT_NAME,
  also: DISTANCE,
  pattern: new RegExp(`(?:${MODIFIER}\\s+)?${ONCE}${HOW_MANY}${ONCE}${UNITS}${ONCE}(?:\\s+|-)${WHERE_TO}(?!\\w)`, 'i'),
  read(match, _before, after): Reading | null {
    const { count, some, unit: name, back, on } = match.groups!;
    const vague = some !== undefined && name === undefined ? some : undefined;
    const unitText = name ?? vague;
    if (!unitText || (count === undefined && some === undefined)) return null;
    const unit = readUnit(unitText);
    const word = (back ?? on)!.toLowerCase().replace(/\s+/g, ' ');
    // "two years before the war", "a week on the road": a point that other words tie down
    if (/^(?:before|after|prior|back|on|hence)$/.test(word)) {
      if (!/^(?:\s*[.,;:)"”’]|\s*$)/.test(after)) return null;
      if (/^(?:on|after|prior)$/.test(word)) return null;
    }
    const number = count === undefined ? null : /^half/i.test(count) ? 0.5 : readCount(count);
    if (count !== undefined && number === null) return null;
    const sign = back ? -1 : 1;
    if (number === null) return offset(unit, null, /ago|from|back/.test(word) ? 'published' : 'text', undefined, sign);
    const size = unit === 'week' && /fortnight/i.test(unitText) ? number * 2 : number;
    // "a decade ago" is ten years, "four decades ago" a decade
    if (unit === 'decade' && size === 1)
      return offset('year', sign * 10, /ago|from|hence/.test(word) ? 'published' : 'text');
    const distance = offset(unit, sign * size, /ago|from|hence|back/.test(word) ? 'published' : 'text');
    return unit === 'year' && size === 1 ? { ...distance, fine: true } : distance;
  },
  examples: [
    'He left {date=2020-09-03 10 days ago}.',
    'It fell {date=2020-W35 two weeks ago}.',
    'They met {date=1959 61 years ago}.',
    'It opened on May 3, 2012. {date=2012-05-06 Three days later} it closed.',
    'He retired {date=PAST_REF several years ago}.',
  ],
  not: ['Long ago he knew.', 'three people later left'],
});
