import { dateParser } from '../parser.ts';
import { literal, shift } from '../reading.ts';
import { DAY_PART } from '../triggers.ts';

export const deicticDay = dateParser({
  name: 'deictic-day',
  reads: 'today  |  yesterday  |  the day before yesterday',
  triggers: DAY_PART,
  pattern: /(?:the\s{1,3}day\s{1,3}(?<far>before|after)\s{1,3})?(?<day>today|yesterday|tomorrow)(?!\w)/i,
  read(match, before, after) {
    const far = match.groups!.far?.toLowerCase();
    const day = match.groups!.day!.toLowerCase();
    if (
      day === 'today' &&
      /^['’]s\b(?!\s(?:meeting|announcement|vote|hearing|session|trading|statement|decision|attack|election))/.test(
        after,
      )
    ) {
      return literal('DATE', 'PRESENT_REF');
    }
    if (/^[A-Z]/.test(match.groups!.day!) && /(?:\bUSA|["“'‘])\s?$/.test(before) && !/^["“]/.test(before)) return null;
    const base = day === 'yesterday' ? -1 : day === 'tomorrow' ? 1 : 0;
    return shift('day', base + (far === 'before' ? -1 : far === 'after' ? 1 : 0), 'published');
  },
  examples: [
    'He left {date=2020-09-12 yesterday}.',
    'They vote {date=2020-09-14 tomorrow}.',
    'It was {date=2020-09-11 the day before yesterday}.',
  ],
  not: ['USA Today reported it.'],
});
