import { dateParser } from '../parser.ts';
import { calendar, type Direction, type Part } from '../reading.ts';
import { WEEKDAY_NAME } from '../triggers.ts';
import { readWeekday, WEEKDAY } from '../vocabulary.ts';

/**
 * @param text the words of a part of the day, as the patterns match them: "afternoon", "dusk"
 * @returns its TIMEX3 code; night where it is none of the others
 */
export function readPart(text: string): Part {
  const word = text.toLowerCase();
  if (/^(?:morning|dawn)/.test(word)) return 'MO';
  if (/^(?:noon|midday|lunch)/.test(word)) return 'MI';
  if (word.startsWith('afternoon')) return 'AF';
  if (/^(?:evening|dusk)/.test(word)) return 'EV';
  return word.startsWith('day') ? 'DT' : 'NI';
}

export const DEICTIC = 'last|past|this(?:\\s(?:past|coming))?|next|coming';

/** @returns what a deictic word says: "last", "past", "previous" -1; "next", "coming", "following" 1; "this" 0 */
export function readDirection(text: string): Direction {
  const word = text.toLowerCase();
  if (/last|past|prec|prev/.test(word)) return -1;
  return /next|coming|following/.test(word) ? 1 : 0;
}

const TITLES = [
  'Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Sun|World|People|Independent|Mercury|Tribune|Observer',
  'Business|Age|Nation|Vision|Punch|Standard|Night|Review|Magazine|Citizen|Chronicle|Journal|Monitor|Gazette|Life',
  'Politics|Agreement|Massacre|School',
].join('|');
/** Papers and programmes: "the Sunday Times", "Saturday Night Live"; "The Mail on Sunday", but "the Daily Mail on Sunday". */
const PAPER = new RegExp(String.raw`^\s(?:${TITLES})\b`);
const ON_SUNDAY =
  /(?:^|[^\p{L}]|\b(?:[Tt]he|in|by|told)\s)(?<!Daily\s)(?:Mail|Independent|Scotland|Wales|Ireland|Standard)\son\s$/u;
/** Days that are known by a name: "Bloody Sunday" is told of as an event, "Super Tuesday" and "Black Friday" are days. */
const NAMED_DAY = /\b(?:Bloody|Taking Back|Freaky|Ruby|Manic|Gloomy)\s$/;

function isTitle(day: string, before: string, after: string): boolean {
  if (NAMED_DAY.test(before) || /^\sLive\b/.test(after)) return true;
  if (PAPER.test(after) && !/\b[Oo]n\s$/.test(before)) return true;
  return day === 'Sunday' && ON_SUNDAY.test(before);
}

const WHICH = `(?:the\\s+(?<far>previous|preceding|following|next|last|past)|(?<deictic>${DEICTIC}))`;
const PART = `(?:(?:['’]s)?\\s+(?<part>morning|afternoon|evening|night)(?!s))?`;
/** "Friday week". */
const BEHIND = '(?:\\s+(?<post>last|next|week|fortnight)(?=\\s*(?:[.,;:)”"]|$)))?';

export const weekday = dateParser({
  name: 'weekday',
  reads: 'Friday  |  last Friday  |  Friday evening  |  Friday last  |  Friday week',
  triggers: WEEKDAY_NAME,
  pattern: new RegExp(`(?:${WHICH}\\s+)?(?<day>${WEEKDAY})${PART}${BEHIND}(?!\\w)`, 'i'),
  read(match, before, after) {
    const { far, deictic, day, part, post } = match.groups!;
    if (!/^\p{Lu}/u.test(day!) || (!deictic && !far && isTitle(day!, before, after))) return null;
    const fields = { weekday: readWeekday(day!), ...(part ? { part: readPart(part) } : {}) };
    if (far) return { is: 'calendar', fields, direction: readDirection(far), fromText: true };
    // British: "Tuesday week" is a week behind the Tuesday to come
    if (post === 'week' || post === 'fortnight') return { ...calendar(fields, 0), plus: post === 'week' ? 7 : 14 };
    const side = deictic ?? post;
    return calendar(fields, side ? readDirection(side) : undefined);
  },
  examples: [
    'He announced it on {date=2020-09-11 Friday}.',
    'They will meet on {date=2020-09-14 Monday}.',
    'She left {time=2020-09-10TEV Thursday evening}.',
    'It happened {date=2020-09-11 last Friday}, he said.',
    'He comes {date=2020-09-18 next Friday}.',
    'They voted on {date=2020-09-10 Thursday last}.',
    'They vote on {date=2020-09-22 Tuesday week}.',
    'They met on May 3, 2012 and parted {date=2012-05-07 the following Monday}.',
  ],
  not: [
    'He came in his sunday best.',
    'He told the Mail on Sunday.',
    'The Sunday Times reported it.',
    'They sang Bloody Sunday.',
  ],
});
