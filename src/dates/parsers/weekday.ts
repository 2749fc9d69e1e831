import { dateParser } from '../parser.ts';
import { calendar, type Part, type Turn } from '../reading.ts';
import { WEEKDAY_NAME } from '../triggers.ts';
import { readWeekday, WEEKDAY } from '../vocabulary.ts';

export function readPart(text: string): Part {
  const word = text.toLowerCase();
  if (/^(?:morning|dawn)/.test(word)) return 'MO';
  if (/^(?:noon|midday|lunch)/.test(word)) return 'MI';
  if (word.startsWith('afternoon')) return 'AF';
  if (/^(?:evening|dusk)/.test(word)) return 'EV';
  return word.startsWith('day') ? 'DT' : 'NI';
}

export const TURN = 'last|past|this(?:\\s(?:past|coming))?|next|coming';

export function readTurn(text: string): Turn {
  const word = text.toLowerCase();
  if (/last|past|prec|prev/.test(word)) return -1;
  return /next|coming|following/.test(word) ? 1 : 0;
}

export const weekday = dateParser({
  name: 'weekday',
  reads: 'Friday  |  last Friday  |  Friday evening',
  triggers: WEEKDAY_NAME,
  pattern: new RegExp(
    `(?:(?:the\\s+(?<far>previous|preceding|following|next|last|past)|(?<turn>${TURN}))\\s+)?(?<day>${WEEKDAY})(?:(?:['’]s)?\\s+(?<part>morning|afternoon|evening|night)(?!s))?(?!\\w)`,
    'i',
  ),
  read(match) {
    const { far, turn, day, part } = match.groups!;
    if (!/^\p{Lu}/u.test(day!)) return null;
    const fields = { weekday: readWeekday(day!), ...(part ? { part: readPart(part) } : {}) };
    if (far) return { is: 'calendar', fields, turn: readTurn(far), fromText: true };
    return calendar(fields, turn ? readTurn(turn) : undefined);
  },
  examples: [
    'He announced it on {date=2020-09-11 Friday}.',
    'They will meet on {date=2020-09-14 Monday}.',
    'She left {time=2020-09-10TEV Thursday evening}.',
    'It happened {date=2020-09-11 last Friday}, he said.',
    'He comes {date=2020-09-18 next Friday}.',
    'They met on May 3, 2012 and parted {date=2012-05-07 the following Monday}.',
  ],
  not: ['The sun sat low.'],
});
