import { dateParser } from '../parser.ts';
import { type CalendarFields, calendar, offset, type Reading } from '../reading.ts';
import { QUARTER } from '../triggers.ts';

const WHICH = 'first|second|third|fourth|1st|2nd|3rd|4th|final|last|latter|latest';
const ORDER: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
};

const OF_THIS_YEAR = String.raw`of\s(?:the|this|last|next)\s(?:\w+\s)?year`;
const OF_A_BUSINESS = String.raw`results|earnings|profits?|net\b|loss|sales|revenues?|pretax|figures`;
const BUSINESS_AFTER = new RegExp(String.raw`^\s(?:${OF_THIS_YEAR}|${OF_A_BUSINESS})\b`, 'i');
const BUSINESS_BEFORE = /\b(?:profits?|results|earnings|loss|income|sales|revenues?|net)\s(?:for|in|of)\s(?:the\s)?$/i;

const ARTICLE = `(?:the\\s+(?!(?:fiscal[\\s-])?(?:${WHICH})-(?:quarter|half)))?`;
/** "fiscal 1988". */
const FISCAL_YEAR = "(?:fiscal(?:\\s+|-))?(?:(?<early>(?:19|20)\\d{2})(?:['’]s)?\\s+)?(?:fiscal(?:\\s+|-))?";
/** "third fiscal quarter", and no century. */
const WRITTEN = `(?<which>${WHICH})(?:-|\\s+)(?:fiscal\\s+)?(?<what>quarter|half)(?!\\w)(?!\\s+century)`;
/** The "quarter" of "the 1988 quarter". */
const TOPIC = '(?<=(?:19|20)\\d{2}\\s+)(?<topic>quarter|period)(?!\\w)';
const YEAR_BEHIND = '(?:(?<late>(?:19|20)\\d{2})(?!\\d)|(?<deictic>last|this|next|that)\\s+year(?!\\w))';

const OF_A_YEAR = `(?:(?:\\s+of)?(?:\\s+(?:fiscal\\s+)?|-)${YEAR_BEHIND})?`;

export const quarter = dateParser({
  name: 'quarter',
  reads: 'the third quarter (of 1984)  |  Q3 2012  |  the first half of 1989  |  the 1988 second quarter',
  triggers: QUARTER,
  pattern: new RegExp(`${ARTICLE}${FISCAL_YEAR}(?:${WRITTEN}|(?<q>[QH][1-4])(?!\\w)|${TOPIC})${OF_A_YEAR}`, 'i'),
  read(match, before, after): Reading | null {
    const { early, which, what, q, topic, late, deictic } = match.groups!;
    if (topic) return early ? calendar({ year: Number(early), quarter: 0 }) : null;
    const fields = q ? shortFields(q) : partFields(which!.toLowerCase(), what!.toLowerCase());
    if (!fields) return null;
    // "the first half" is a match's more often than a year's
    const half = what !== undefined && /half/i.test(what) && !early && !late && !deictic;
    if (half && !BUSINESS_AFTER.test(after) && !BUSINESS_BEFORE.test(before)) return null;
    if (deictic)
      return offset(
        'year',
        /last/i.test(deictic) ? -1 : /next/i.test(deictic) ? 1 : 0,
        /that/i.test(deictic) ? 'text' : 'published',
        fields,
      );
    const year = early ?? late;
    return calendar(year ? { ...fields, year: Number(year) } : fields);
  },
  examples: [
    'It fell in {date=2019-Q3 the third quarter of 2019}.',
    'profit for {date=2020-Q2 the second quarter}',
    'in {date=2012-Q3 Q3 2012}',
    'profit for the second quarter of 2020, up from {date=2019-Q2 the 2019 quarter}',
  ],
  not: ['They scored in the first half.', 'a quarter of them'],
});

function shortFields(text: string): CalendarFields | null {
  const number = Number(text[1]);
  if (/q/i.test(text)) return { quarter: number };
  return number <= 2 ? { half: number } : null;
}

function partFields(which: string, what: string): CalendarFields | null {
  const number = ORDER[which];
  if (what === 'half') return which === 'third' || which === 'fourth' ? null : { half: number === 1 ? 1 : 2 };
  return number === undefined ? null : { quarter: number };
}
