import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { CLOCK } from '../triggers.ts';

const ZONES = [
  ...[
    'GMT',
    'UTC',
    'EST',
    'EDT',
    'CST',
    'CDT',
    'MST',
    'MDT',
    'PST',
    'PDT',
    'ET',
    'CT',
    'MT',
    'PT',
    'BST',
    'CET',
    'CEST',
  ],
  ...['MSK', 'IST', 'JST', 'Eastern', 'Central', 'Pacific', 'Mountain', 'local\\stime', 'Greenwich\\sMean\\sTime'],
  'Moscow\\stime',
].join('|');
const ZONE = `(?:\\s{1,2}(?:${ZONES})(?:\\s(?:time|Standard\\sTime|Daylight\\sTime))?)?`;
const HALF = '(?:\\s?(?<half>[ap])\\.?m\\b\\.?)';
const NEARLY = '(?:(?:about|around|approximately|nearly|just\\s(?:before|after)|shortly\\s(?:before|after))\\s+)?';
/** "10:35:20 a.m.", "5 pm". */
const HALF_DAY = `(?<hour>[01]?\\d|2[0-4])(?:[:.](?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?)?${HALF}`;
/** "10:35", and no ratio or verse. */
const WITH_COLON = '(?<exact>[01]?\\d|2[0-4]):(?<exactMinute>[0-5]\\d)(?::(?<exactSecond>[0-5]\\d))?(?![\\d:.]\\d|:)';
/** "0735 GMT". */
const FOUR_DIGITS = '(?<four>[01]\\d[0-5]\\d|2[0-3][0-5]\\d)(?=\\s?(?:GMT|UTC|hrs|hours\\b))';
/** "5 o'clock", "4 in the morning". */
const BARE_HOUR = "(?<plain>1?\\d)(?:\\s{1,2}o['’]?clock|(?=\\s{1,2}in\\sthe\\s(?:morning|afternoon|evening)))";
const NAMED_HOUR = '(?<word>noon|midday|midnight)';
const PART_OF_DAY = '(?:\\s{1,2}(?<part>in\\sthe\\s(?:morning|afternoon|evening)|at\\snight))?';

const HOUR = [HALF_DAY, WITH_COLON, FOUR_DIGITS, BARE_HOUR, NAMED_HOUR].join('|');

export const clock = dateParser({
  name: 'clock',
  reads: "10:35 a.m. EST  |  5 o'clock  |  0735 GMT  |  noon  |  4 in the morning",
  triggers: CLOCK,
  pattern: new RegExp(`${NEARLY}(?:${HOUR})(?:\\s?(?:hrs|hours))?${PART_OF_DAY}${ZONE}(?!\\w)`, 'i'),
  read(match, before, after) {
    const groups = match.groups!;
    const { half, word, part } = groups;
    if (word) {
      if (/^\s(?:mass|express|oil|sun)\b/i.test(after) || /\bhigh\s$/i.test(before)) return null;
      return calendar(/midnight/i.test(word) ? { hour: 24, minute: 0 } : { hour: 12, minute: 0 });
    }
    const text = groups.hour ?? groups.exact ?? groups.plain;
    let hour = groups.four ? Number(groups.four.slice(0, 2)) : Number(text);
    const minute = groups.four ? Number(groups.four.slice(2)) : Number(groups.minute ?? groups.exactMinute ?? 0);
    const second = groups.second ?? groups.exactSecond;
    // a bare "2:34" may be a score, a verse, a ratio or a running time
    if (
      groups.exact &&
      !part &&
      !/\b(?:at|by|from|until|till|before|after|to|around|about|since|between|and|of)\s$/i.test(before) &&
      !/(?:GMT|UTC|[A-Z]{2,3}T|time)\)?$/.test(match[0])
    )
      return null;
    if (/[$£€\d.:]$/.test(before)) return null;
    if (half) {
      if (hour > 12 || hour === 0) return null;
      hour = (hour % 12) + (/p/i.test(half) ? 12 : 0);
    } else if (part && !/morning/i.test(part) && hour < 12) hour += 12;
    return calendar(second === undefined ? { hour, minute } : { hour, minute, second: Number(second) });
  },
  examples: [
    'He came at {time=2020-09-13T10:35 10:35 a.m.} and left.',
    'It ends at {time=2020-09-13T17:00 5 p.m.}',
    'They met at {time=2020-09-13T12:00 noon}.',
  ],
  not: ['They won 3:2.', 'John 3:16 says so.', 'He ate the midnight sun cake.'],
});
