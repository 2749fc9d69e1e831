import { SMALL_NUMBERS } from '../../number-words.ts';
import { dateParser } from '../parser.ts';
import { literal } from '../reading.ts';
import { COUNTING, LONG, PLURAL_UNIT, UNIT_NAME } from '../triggers.ts';
import { COUNT, ONCE, readCount, readUnit, SOME, UNIT, duration as value } from '../vocabulary.ts';
import { SPEED } from './set.ts';

const BOUND = [
  'at\\sleast|at\\smost|about|around|almost|nearly|some|roughly|approximately',
  '(?:no\\s)?(?:more|less|fewer)\\sthan|up\\sto|close\\sto|as\\s(?:long|little|many)\\sas',
].join('|');
/** "over two weeks" is more than two weeks, but "over the past two weeks" is during them. */
const MODIFIER = `(?:${BOUND}|(?:just\\s|well\\s)?(?:over|under)(?!\\sseveral)|another)`;
/** "the 30-year bond": what stands before a noun goes without its determiner. */
const ATTRIBUTE = `(?:${COUNT}|an?|one|several)-${UNIT}(?!\\w|-long|-period|\\speriod)`;
const WHOSE = 'the|these|those|his|her|its|their|our|my';
const WHICH = [
  'past|last|next|first|final|coming|previous|following|preceding|latest|other|recent|remaining|intervening',
  'initial|ensuing|early|prior',
].join('|');
const WINDOW = `(?:(?:${WHOSE})\\s+(?!${ATTRIBUTE}))?(?:(?:${WHICH})\\s+)?`;
const KINDS_OF_UNITS = [
  'more|additional|further|full|whole|long|short|consecutive|straight|successive|extra|trading|working|business',
  'calendar|school|solid|entire',
].join('|');
const BETWEEN = `(?:(?:\\s+|-)(?:${KINDS_OF_UNITS}))?`;

/** What grows old without being as old as its "3-year-old" says of a person. */
const INSTITUTIONS = [
  'agreement|alliance|ban|battle|boycott|building|business|ceasefire|cease-fire|church|civil war|company|conflict|contract',
  'crisis|deal|dispute|embargo|feud|firm|government|house|insurgency|law|lawsuit|marriage|newspaper|peace|policy|practice',
  'programme?|rebellion|record|regime|rule|siege|slump|strike|system|tradition|treaty|truce|uprising|war',
].join('|');
const LASTING = new RegExp(`^-old\\s(?:[a-z]+\\s)?(?:${INSTITUTIONS})\\b`);

/** "two and three" of "between two and three years". */
const TWO = /^(?<low>[a-z]+(?:-[a-z]+)?)\s+and\s+(?<high>[a-z]+(?:-[a-z]+)?)$/i;

const LASTING_AHEAD = `(?<lead>\\b(?:to|will|would|can|could|may|might|should|not)\\s+last\\s+)?(?:(?:${BOUND})\\s+)?`;
const HALF = '(?<half>half(?:\\s+an?|-an?)?|an?\\s+half)';
const EXACT = `(?<count>${COUNT}|(?:another\\s)?an?|one|single|another|an\\sadditional)`;
/** "to ten" of "five to ten years". */
const UPPER = `(?:(?:\\s+(?:to|or|and)\\s+|\\s?[-–]\\s?(?:to[\\s-])?)(?<upper>${COUNT}))?`;
const TAIL =
  '(?<tail>(?:\\s+and\\s+(?:a|one)(?:\\s+|-)half|-long|(?:-|\\s+)(?:period|span))?)(?:\\s+or\\s+(?:so|two|more))?';
const NUMBER = `(?:${HALF}|${EXACT}${UPPER}|(?<some>${SOME}))`;
const AHEAD = `${LASTING_AHEAD}${WINDOW}(?:${MODIFIER}\\s+)?`;

export const duration = dateParser({
  name: 'duration',
  reads:
    'two weeks  |  five to ten years  |  the 30-year  |  the past three months  |  2 1/2 years  |  a few days  |  half a century',
  triggers: UNIT_NAME,
  also: COUNTING,
  pattern: new RegExp(
    `${AHEAD}${ONCE}${NUMBER}${ONCE}${BETWEEN}${ONCE}(?:\\s+|-)${ONCE}(?<unit>${UNIT})${TAIL}(?!\\w)`,
    'i',
  ),
  read(match, before, after) {
    const { half, count, upper, some, unit: name, tail } = match.groups!;
    const unit = readUnit(name!);
    if (/^\p{Lu}\p{Ll}/u.test(name!)) return null;
    // ages: "a 44-year-old man", "two years old"; "a 20-year-old law" has lasted
    if (/^(?:-|\s)(?:olds?|of\sage)\b/i.test(after) && !LASTING.test(after)) return null;
    // "one second" and "the second quarter" are ordinals where no count stands before
    if (unit === 'second' && !/s$/i.test(name!) && !/\d/.test(match[0])) return null;
    if (/[$£€.,]$/.test(before) && /^\d/.test(match[0])) return null;
    if (unit === 'quarter' && /^(?:an?|one)$/i.test(count ?? '')) return null;
    // "three quarters of the capital", "in some quarters"
    if (
      unit === 'quarter' &&
      (some || /^\sof\b/.test(after)) &&
      !/\b(?:past|last|next|first|few|several)\b/i.test(match[0])
    )
      return null;
    if (/\b(?:how|as)\s$/i.test(before)) return null;
    if (some) {
      if (!/s$|ia$/i.test(name!) && !/^(?:several|many)-[a-z]+$/i.test(match[0])) return null;
      return literal('DURATION', value(null, unit));
    }
    if (/^an?$/i.test(count ?? '') && SPEED.test(before)) return null;
    if (count !== undefined) {
      const two = upper === undefined ? TWO.exec(count)?.groups : { low: count, high: upper };
      const [low, high] = two ? [readCount(two.low!), readCount(two.high!)] : [null, null];
      if (low !== null && high !== null && low < high)
        return literal('DURATION', `${value(low, unit)}/${value(high, unit)}`);
    }
    const number = half
      ? 0.5
      : readCount(/^(?:another|(?:an?\s)?single|an\sadditional|one)/i.test(count!) ? 'a' : count!);
    if (number === null || number === 0) return null;
    // "10 years" but "a 10 year": both count; "an hours" is no count
    const total = number + (/half/i.test(tail ?? '') ? 0.5 : 0);
    if (half && (unit === 'decade' || unit === 'century')) return literal('DURATION', value(total, unit));
    if (/fortnight/i.test(name!)) return literal('DURATION', value(total * 2, 'week'));
    return literal('DURATION', value(total, unit));
  },
  examples: [
    'It lasted {duration=P2W two weeks}.',
    'a {duration=P30Y 30-year} bond',
    'It fell over {duration=P3M the past three months}.',
    'He served {duration=P2Y6M 2 1/2 years}.',
    'It took {duration=PXD a few days}.',
    'for {duration=PT30M half an hour}',
    'It took between {duration=P2Y/P3Y two and three years}.',
    'They waited {duration=P1Y6M a year and a half}.',
    'a {duration=P2Y6M two-and-a-half-year} sentence',
  ],
  not: ['a 44-year-old man', 'She is two years old.', 'a second man', 'CBS’s 60 Minutes'],
});

const UNITS = 'hours|days|weeks|months|quarters|years|decades|centuries';
/** "coming", "the past"; "the", where "years to come" follows. */
const WHICH_UNITS = '(?<deictic>coming|past|recent|future|early|first|final|intervening|following|next|previous|last)';
const LEAD = `(?:(?:the\\s+)?${WHICH_UNITS}\\s+|the\\s+(?=\\w+\\s(?:ahead|to\\scome)))?`;
/** "days or weeks". */
const OTHER_UNIT = '(?:(?:\\s+(?:and|or|to)\\s+)(?:days|weeks|months|years|decades))?';

const COUNTED = String.raw`\d[\d,.]*|these|those|in\shis|in\sher|first|${SMALL_NUMBERS.slice(2, 11).join('|')}`;
const NO_LENGTH = 'business|working|trading|office|opening|school|many';
/** "44 years", "in his years", "office hours". */
const NOT_BARE = new RegExp(String.raw`\b(?:${COUNTED}|${NO_LENGTH})[\s-]$`, 'i');

export const bareUnit = dateParser({
  name: 'units',
  reads: 'years  |  the coming weeks  |  recent months  |  decades-long',
  triggers: PLURAL_UNIT,
  pattern: new RegExp(
    `${LEAD}(?<unit>${UNITS})${OTHER_UNIT}(?:\\s+(?<ahead>ahead|to\\scome)|-long)?(?!\\w|-old|\\sold\\b)`,
  ),
  read(match, before) {
    const deictic = match.groups!.deictic;
    if (NOT_BARE.test(before)) return null;
    const unit = readUnit(match.groups!.unit!);
    if (/\bzero-$/i.test(before)) return null;
    // "in the early hours of Thursday" is no length
    if (unit === 'hour' && (deictic === 'early' || /\bearly\s$/i.test(before))) return null;
    if (unit === 'hour' && /\b(?:morning|evening|business|office|visiting|working|rush)\s$/i.test(before)) return null;
    // "winter quarters", "the crew's quarters"
    if (unit === 'quarter' && !deictic) return null;
    if ((deictic === 'recent' || deictic === 'past') && unit === 'year') return literal('DATE', 'PAST_REF');
    if (deictic === 'future') return literal('DATE', 'FUTURE_REF');
    return literal('DURATION', value(null, unit));
  },
  examples: [
    'It took {duration=PXY years}.',
    'In {date=PAST_REF recent years} it grew.',
    'in {duration=PXW the coming weeks}',
  ],
  not: ['He is 44 years old.', 'office hours'],
});

export const long = dateParser({
  name: 'long',
  reads: 'day-long  |  a yearlong strike',
  triggers: UNIT_NAME,
  also: LONG,
  pattern: /(?:an?\s+)?(?<unit>hour|day|night|week|month|year|decade|century)-?long(?!\w)/i,
  read: ({ groups }) => literal('DURATION', value(1, readUnit(groups!.unit!))),
  examples: ['They held their third {duration=P1D day-long} meeting.', '{duration=P1Y A yearlong} strike ended.'],
  not: ['They asked for a week-longer stay.'],
});
