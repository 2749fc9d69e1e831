import { dateParser } from '../parser.ts';
import { calendar, offset } from '../reading.ts';
import { WEEKEND } from '../triggers.ts';
import { DEICTIC, readDirection } from './weekday.ts';

export const weekend = dateParser({
  name: 'weekend',
  reads: 'the weekend  |  last weekend  |  the fifth consecutive weekend',
  triggers: WEEKEND,
  pattern: new RegExp(`(?:(?<the>the)\\s+)?(?:(?<deictic>${DEICTIC}|previous|following)\\s+)?weekend(?!s|\\w)`, 'i'),
  read(match, before) {
    const { deictic } = match.groups!;
    if (/(?:\b(?:every|each|a|one|per)|\b(?:two|three|four|five))\s$/i.test(before)) return null;
    if (!deictic) return calendar({ weekend: true });
    const fields = { weekend: true };
    return /previous|following/i.test(deictic)
      ? offset('week', readDirection(deictic), 'text', fields)
      : offset('week', readDirection(deictic), 'published', fields);
  },
  examples: [
    'This is the fifth consecutive {date=2020-W37-WE weekend} of protests.',
    'It rained {date=2020-W36-WE last weekend}.',
  ],
  not: ['He works every weekend.', 'They met on two weekends.'],
});
