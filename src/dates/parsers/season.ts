import { dateParser } from '../parser.ts';
import { calendar, offset } from '../reading.ts';
import { SEASON_NAME } from '../triggers.ts';
import { readSeason, SEASON } from '../vocabulary.ts';

/** What armies do by season: "the Spring Offensive", "a winter counter-offensive". */
const CAMPAIGN = /^\s(?:(?:[Cc]ounter-?)?[Oo]ffensives?|[Cc]ampaigns?|[Ff]ighting)\b(?:\s(?:of|in)\s([12]\d{3})\b)?/;

const THE_EARLY = '(?:(?<the>the)\\s+)?(?:(?:early|late|mid)(?:\\s+|-))?';
const WHICH_YEAR = '(?<deictic>last|this|next|that|the\\s(?:same|following|previous))\\s+year(?!\\w)';

export const season = dateParser({
  name: 'season',
  reads: 'the summer of 1989  |  spring 2012  |  in the winter',
  triggers: SEASON_NAME,
  pattern: new RegExp(
    `${THE_EARLY}(?<season>${SEASON})(?:(?:\\s+(?:of|in))?,?\\s+(?:(?<year>[12]\\d{3})(?!\\d)|${WHICH_YEAR}))?(?!\\w)`,
    'i',
  ),
  read(match, before, after) {
    const { the, season: name, year, deictic } = match.groups!;
    const value = readSeason(name!);
    if (year) return calendar({ season: value, year: Number(year) });
    if (deictic) {
      const word = deictic.toLowerCase();
      const count = /last|previous/.test(word) ? -1 : /next|following/.test(word) ? 1 : 0;
      return offset('year', count, /that|the/.test(word) ? 'text' : 'published', { season: value });
    }
    const determined = the !== undefined || /\bthe\s$/i.test(before);
    const ambiguous = /^(?:spring|fall)$/i.test(name!);
    const campaign = CAMPAIGN.exec(after);
    if (campaign) return calendar(campaign[1] ? { season: value, year: Number(campaign[1]) } : { season: value });
    // "in Spring", but "the Arab Spring"
    if (
      /^\p{Lu}/u.test(name!) &&
      before.trim() !== '' &&
      (the !== undefined || !/\b(?:in|by|since|until|late|early)\s$/.test(before))
    )
      return null;
    const timed =
      (determined && /^\sand\b/.test(after)) ||
      /\b(?:in|during|by|since|until|this|last|of|for|through|early|late|mid)[\s-](?:the\s)?$/i.test(before);
    if (ambiguous && !timed) return null;
    if (ambiguous && determined && /^\s(?:(?:of|in)\s(?!\d)|(?:from|to)\b)/.test(after)) return null;
    return calendar({ season: value });
  },
  examples: [
    'It began in {date=1989-SU the summer of 1989}.',
    'They met in {date=2012-SP spring 2012}.',
    'It snowed in {date=2020-WI the winter}.',
  ],
  not: ['the fall of the wall', 'They spring into action.', 'Jerry Springs'],
});
