import { dateParser } from '../parser.ts';
import { calendar, literal, offset } from '../reading.ts';
import { DAY_PART } from '../triggers.ts';
import { readPart } from './weekday.ts';

const OVERNIGHT_GOODS = [
  'interest|rates?|repos?|loans?|borrowings?|lending|delivery|package|mail|success|bag|train|flight|stays?',
  'guests?|trip',
].join('|');
/** "overnight interest rates" name a kind of loan, not a night. */
const NIGHT_MARKET = new RegExp(String.raw`^\s(?:${OVERNIGHT_GOODS})\b`, 'i');

const WHICH_DAY = String.raw`(?<deictic>this|last|yesterday|tomorrow|today|that|(?:the\s+)?(?:same|next|following|previous))`;
const PART_OF_DAY = '(?<part>mornings?|afternoons?|evenings?|nights?)';
export const dayPart = dateParser({
  name: 'day-part',
  reads: 'this morning  |  last night  |  tomorrow afternoon  |  the next morning  |  overnight',
  triggers: DAY_PART,
  pattern: new RegExp(
    String.raw`(?:${WHICH_DAY}['’]?s?\s+${PART_OF_DAY}|(?<over>overnight)|(?<tonight>tonight))(?!\w)`,
    'i',
  ),
  read(match, _before, after) {
    const { deictic, part, over, tonight } = match.groups!;
    if (tonight) return offset('day', 0, 'published', { part: 'NI' });
    if (over) return NIGHT_MARKET.test(after) ? null : calendar({ part: 'NI' });
    if (/s$/i.test(part!)) return null;
    const fields = { part: readPart(part!) };
    const word = deictic!.toLowerCase();
    if (/that|same/.test(word)) return offset('day', 0, 'text', fields);
    if (/next|following/.test(word)) return offset('day', 1, 'text', fields);
    if (/previous/.test(word)) return offset('day', -1, 'text', fields);
    const count = /last|yesterday/.test(word) ? -1 : word === 'tomorrow' ? 1 : 0;
    return offset('day', count, 'published', fields);
  },
  examples: [
    'He spoke {time=2020-09-13TMO this morning}.',
    'It burned {time=2020-09-12TNI last night}.',
    'She speaks {time=2020-09-13TNI tonight}.',
    'They meet {time=2020-09-14TAF tomorrow afternoon}.',
  ],
  not: ['overnight interest rates rose', 'The last nightclub closed.', 'It rained on the following nights.'],
});

export const byNight = dateParser({
  name: 'by-night',
  reads: 'at night  |  by night  |  in daytime',
  triggers: DAY_PART,
  pattern: /(?<lead>(?:at|by|in)\s+(?:the\s+)?)(?:(?<!in\s|the\s)night(?:time)?|daytime)(?!\w|-)/i,
  read: (match) => literal('TIME', /day/i.test(match[0]) ? 'XXXX-XX-XXTDT' : 'XXXX-XX-XXTNI'),
  examples: ['They moved only at {time=XXXX-XX-XXTNI night}.'],
  not: ['He left at nightfall.', 'by nights'],
});
