import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { YEAR_WORD } from '../triggers.ts';

const WORDS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

const IN_FIGURES = String.raw`(?<full>1\d{2}|20\d)0['’]?s|(?<short>['’‘]?[2-9]0)['’]?s`;
const IN_WORDS = '(?:nineteen[- ])?(?<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)';
export const decade = dateParser({
  name: 'decade',
  reads: "the 1990s  |  the '80s  |  the nineties",
  triggers: YEAR_WORD,
  pattern: new RegExp(String.raw`(?:the\s+)?(?:(?:late|early|mid)(?:\s+|-))?(?:${IN_FIGURES}|${IN_WORDS})(?!\w)`, 'i'),
  read(match, before) {
    const { full, short, word } = match.groups!;
    if (full) return calendar({ decade: Number(full) });
    // "in his 60s", "temperatures in the 80s"
    if (/\b(?:his|her|their|my|our|your|its|whose|aged?)\s(?:(?:early|mid|late)[\s-])?$/i.test(before)) return null;
    if (short) return /^['’‘]/.test(short) ? calendar({ decade: 190 + Number(short.slice(1, 2)) }) : null;
    if (!/^the/i.test(match[0]) || /\b(?:man|woman|men|women|people|temperatures?)\b[^.]{0,20}$/i.test(before))
      return null;
    return calendar({ decade: 192 + WORDS.indexOf(word!.toLowerCase()) });
  },
  examples: [
    'It began in {date=199 the 1990s}.',
    "In {date=198 the '80s} it grew.",
    'In {date=196 the early sixties} they left.',
    '{date=197 The late 1970s} were hard.',
  ],
  not: ['She is in her sixties.', 'Temperatures reached the 80s.'],
});
