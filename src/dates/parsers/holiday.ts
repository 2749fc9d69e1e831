import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { HOLIDAY } from '../triggers.ts';

/** How holidays are written, fixed and movable ones; `holidays.ts` knows on which day each of them falls. */
const NAMES = [
  'Christmas(?:\\s(?:Day|Eve))?',
  "New\\sYear(?:[’'s]{0,2})\\s(?:Day|Eve)",
  'Boxing\\sDay',
  'Halloween',
  "Valentine[’']?s\\sDay",
  "St\\.?\\sPatrick[’']?s\\sDay",
  'Independence\\sDay',
  "Veterans[’']?\\sDay",
  'Bastille\\sDay',
  'Juneteenth',
  'Thanksgiving(?:\\sDay)?',
  'Easter(?:\\s(?:Sunday|Monday))?',
  'Good\\sFriday',
  'Palm\\sSunday',
  'Ash\\sWednesday',
  'Memorial\\sDay',
  'Labor\\sDay',
  'Columbus\\sDay',
  "Presidents?[’']?s?[’']?\\sDay",
  'Martin\\sLuther\\sKing(?:\\sJr\\.)?\\sDay',
  'Election\\sDay',
  'Sept(?:ember|\\.)\\s11(?![\\d:]|(?:st|th)?,?\\s(?:[12]\\d{3}|at\\b))',
];

/** "a Christmas tree", "the Tet Offensive". */
const OF_THE_HOLIDAY = [
  'tree|gift|present|card|carol|song|Island|dinner|party|lights|market|eggs?|bunny|egg|Rising|pie|turkey|pudding',
  'shopping|ornament|decoration|star|Offensive',
].join('|');
const OF_A_YEAR = '(?:,?\\s+(?<year>[12]\\d{3})(?!\\d))?';
const WHICH = '(?:(?<deictic>last|this|next)\\s+)?';
const NAME = `(?<name>${NAMES.join('|')}|9\\/11)`;

export const holiday = dateParser({
  name: 'holiday',
  reads: 'Christmas  |  last Thanksgiving  |  Easter 1972  |  Independence Day',
  triggers: HOLIDAY,
  pattern: new RegExp(`${WHICH}${NAME}${OF_A_YEAR}(?!\\w|\\s(?:${OF_THE_HOLIDAY}))`),
  read(match, before, after) {
    const { deictic, name, year } = match.groups!;
    if (name!.startsWith('Sept') && !isTheAttack(before, after)) return null;
    if (name === '9/11' || name!.startsWith('Sept')) return calendar({ year: 2001, month: 9, day: 11 });
    if (/^Independence/.test(name!) && /(?:['’]s|s['’])\s$/.test(before)) return null;
    const fields = { holiday: keyOf(name!), ...(year ? { year: Number(year) } : {}) };
    return calendar(fields, deictic === 'last' ? -1 : deictic === 'next' ? 1 : deictic === 'this' ? 0 : undefined);
  },
  examples: [
    'He came home for {date=2019-12-25 Christmas 2019}.',
    'They met {date=2019-11-28 last Thanksgiving}.',
    'on {date=2001-09-11 9/11}',
    'since the {date=2001-09-11 Sept. 11} attacks',
    'They joined the Taliban after {date=2001-09-11 September 11}.',
  ],
  not: ['a Christmas tree', 'the Easter Rising', 'The bus crashed on September 11.'],
});

const THE_ATTACKS = [
  String.raw`attacks?|terror\w*|hijack\w*|al[- ]Qa[ei]da|bin Laden|World Trade|Twin Towers|Pentagon|Taliban`,
  String.raw`Ground Zero|Afghan\w*`,
].join('|');
const TERROR = new RegExp(String.raw`\b(?:${THE_ATTACKS})\b`);

/** "the Sept. 11 attacks", "joined the Taliban after September 11": other days of that name are any year's. */
function isTheAttack(before: string, after: string): boolean {
  if (/^,?\s(?:terror(?:ist)?\s)?(?:attack|hijack)/.test(after)) return true;
  return /\b(?:before|after|since|of|until)\s$/i.test(before) && (TERROR.test(before) || TERROR.test(after));
}

/** One key for all spellings of a holiday. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z\s]/g, '')
    .replace(/(christmas|thanksgiving) day/, '$1')
    .replace(/^(presidents?).*/, 'presidents day')
    .replace(/\s+/g, ' ')
    .replace(/^new years? /, 'new year ');
}
