import { dateParser } from '../parser.ts';
import { offset } from '../reading.ts';
import { DAY_PART } from '../triggers.ts';

const SHOW = /^\s(?:show|programme|program|presenters?|hosts?|anchors?|co-hosts?)\b/i;

export const deicticDay = dateParser({
  name: 'deictic-day',
  reads: 'today  |  yesterday  |  the day before yesterday',
  triggers: DAY_PART,
  pattern: /(?:the\s+day\s+(?<far>before|after)\s+)?(?<day>today|yesterday|tomorrow)(?!\w)/i,
  read(match, before, after) {
    const far = match.groups!.far?.toLowerCase();
    const day = match.groups!.day!.toLowerCase();
    // a paper, programme or song: "USA Today", "the Today show", "sang Yesterday"
    if (/^\p{Lu}/u.test(match.groups!.day!) && !far && (/[\p{L}\p{N}’]\s["“‘']?$/u.test(before) || SHOW.test(after)))
      return null;
    const base = day === 'yesterday' ? -1 : day === 'tomorrow' ? 1 : 0;
    return offset('day', base + (far === 'before' ? -1 : far === 'after' ? 1 : 0), 'published');
  },
  examples: [
    'He left {date=2020-09-12 yesterday}.',
    'They vote {date=2020-09-14 tomorrow}.',
    'It was {date=2020-09-11 the day before yesterday}.',
  ],
  not: ['USA Today reported it.', 'She told the Today show.', 'Today presenters were paid more.'],
});
