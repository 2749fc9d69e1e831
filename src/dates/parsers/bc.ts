import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { ERA } from '../triggers.ts';

const ERA_BEHIND = String.raw`(?<era>BCE?|B\.C\.(?:E\.)?|b\.c\.|CE|AD|A\.D\.)`;
const ERA_AHEAD = String.raw`(?<ad>AD|A\.D\.)\s(?<after>\d{1,4})`;
export const bc = dateParser({
  name: 'bc',
  reads: '480 BC  |  470s BC  |  AD 79',
  triggers: ERA,
  pattern: new RegExp(String.raw`(?:(?<year>\d{1,4})(?<decade>s)?\s{0,2}${ERA_BEHIND}|${ERA_AHEAD})(?!\w)`),
  read(match) {
    const { year, decade, era, after } = match.groups!;
    if (after) return calendar({ year: Number(after) });
    const old = /^b/i.test(era!);
    if (decade)
      return calendar(
        old ? { bc: true, decade: Math.floor(Number(year) / 10) } : { decade: Math.floor(Number(year) / 10) },
      );
    return calendar(old ? { bc: true, year: Number(year) } : { year: Number(year) });
  },
  examples: [
    'It fell in {date=BC0480 480 BC}.',
    'In {date=0079 AD 79} the mountain erupted.',
    'In the {date=BC047 470s BC} it grew.',
  ],
  not: ['They saw 40 ADHD cases.', 'The 12 CEOs met.'],
});
