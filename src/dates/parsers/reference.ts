import { dateParser } from '../parser.ts';
import { literal } from '../reading.ts';
import { UNIT_NAME, VAGUE } from '../triggers.ts';

const PRESENT =
  'right\\snow|now|currently|current|nowadays|at\\spresent|these\\sdays|the\\spresent|present[- ]day|modern[- ]day|at\\sthis\\s(?:moment|point|time)|at\\sthe\\smoment|this\\smoment|the\\stime\\sbeing';
const PAST =
  'more\\srecently|most\\srecently|recently|recent|lately|previously|formerly|in\\sthe\\spast|the\\s(?:recent\\s|distant\\s)?past|not\\slong\\sago|long\\sago';
const FUTURE =
  'soon|in\\sthe\\s(?:near\\s)?future|the\\s(?:near\\s|foreseeable\\s|immediate\\s)?future|the\\s(?:near|short)\\sterm|near\\sfuture|future|as\\ssoon\\sas\\spossible|shortly';

export const reference = dateParser({
  name: 'reference',
  reads: 'now  |  currently  |  recently  |  the future  |  these days',
  triggers: VAGUE | UNIT_NAME,
  pattern: new RegExp(
    `(?<lead>(?:in|at)\\s(?=the\\s|present))?(?:(?<present>${PRESENT})|(?<past>${PAST})|(?<future>${FUTURE}))(?!\\w|-)`,
    'i',
  ),
  read(match, before, after) {
    const { present, past, future } = match.groups!;
    const word = (present ?? past ?? future)!.toLowerCase().replace(/\s+/g, ' ');
    if (
      word === 'now' &&
      (/\b(?:from|until|till|by|every|just|even|but)\s$/i.test(before) || /^\s(?:that|and\sthen)\b/.test(after))
    ) {
      return /\b(?:from)\s$/i.test(before) ? null : literal('DATE', 'PRESENT_REF');
    }
    if (word === 'soon' && (/\b(?:as|too|so|how)\s$/i.test(before) || /^\s(?:after|as|before)\b/i.test(after)))
      return null;
    if (word === 'shortly') return null;
    if (
      word === 'future' &&
      !/^\s*(?:[.,;)]|$)/.test(after) &&
      /\b(?:his|her|their|its|our|my|your|a|'s|’s|s’)\s$/i.test(before)
    )
      return null;
    if (word === 'future' && /^s\b/.test(after)) return null;
    if (/\bthe\s$/.test(before) && word === 'then') return null;
    return literal('DATE', present ? 'PRESENT_REF' : past ? 'PAST_REF' : 'FUTURE_REF');
  },
  examples: [
    'But {date=PRESENT_REF now} the country has given up.',
    'those {date=PAST_REF recently} arrested',
    'He is {date=PRESENT_REF currently} in jail.',
  ],
  not: ['as soon as they left', 'snowfall'],
});
