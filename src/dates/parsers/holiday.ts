import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { HOLIDAY } from '../triggers.ts';

/** The holidays whose day the calendar fixes, as month and day; movable ones are worked out by `holidays.ts`. */
const NAMES = [
  'Christmas(?:\\sDay)?',
  'Christmas\\sEve',
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
  'Sept(?:ember|\\.)\\s11(?=,?\\s(?:terror(?:ist)?\\s)?attacks?)',
];

export const holiday = dateParser({
  name: 'holiday',
  reads: 'Christmas  |  last Thanksgiving  |  Easter 1972  |  Independence Day',
  triggers: HOLIDAY,
  pattern: new RegExp(
    `(?:(?<turn>last|this|next)\\s+)?(?<name>${NAMES.join('|')}|9\\/11)(?:,?\\s+(?<year>[12]\\d{3})(?!\\d))?(?!\\w|\\s(?:tree|gift|present|card|carol|song|Island|dinner|party|lights|market|eggs?|bunny|egg|Rising|pie|turkey|pudding|shopping|ornament|decoration|star|Offensive))`,
  ),
  read(match, before) {
    const { turn, name, year } = match.groups!;
    if (name === '9/11' || name!.startsWith('Sept')) return calendar({ year: 2001, month: 9, day: 11 });
    if (/^Independence/.test(name!) && /(?:['’]s|s['’])\s$/.test(before)) return null;
    const fields = { holiday: keyOf(name!), ...(year ? { year: Number(year) } : {}) };
    return calendar(fields, turn === 'last' ? -1 : turn === 'next' ? 1 : turn === 'this' ? 0 : undefined);
  },
  examples: [
    'He came home for {date=2019-12-25 Christmas 2019}.',
    'They met {date=2019-11-28 last Thanksgiving}.',
    'on {date=2001-09-11 9/11}',
    'since the {date=2001-09-11 Sept. 11} attacks',
  ],
  not: ['a Christmas tree', 'the Easter Rising'],
});

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
