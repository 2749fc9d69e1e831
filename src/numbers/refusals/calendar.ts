/** Days of the month, years and clock times that the dates did not claim: "May 4", "the 2019 season", "11:30". */
import type { Quantity } from '../figure.ts';
import { type Refusal, textAfter, textBefore } from './refusal.ts';

const MONTH_WORDS = [
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?',
  'Nov(?:ember)?|Dec(?:ember)?',
].join('|');
const MONTH = `(?:${MONTH_WORDS})`;
const MONTH_BEFORE = new RegExp(`\\b${MONTH}\\.? (?:the )?(?:\\d{1,2}(?:, | ?[-–] ?| and |, ?and ))*$`);
const MONTH_AFTER = new RegExp(
  `^(?:st|nd|rd|th)?(?: of)?(?:(?: ?[-–/] ?|,? and | or |, )\\d{1,2}(?:st|nd|rd|th)?){0,3} ${MONTH}\\b`,
);
const CLOCK = /^(?::\d\d|[ ]?(?:[ap]\.?m\b|o[’']clock|GMT|EST|EDT|BST))|^\.\d\d ?[ap]m/i;
/** "at 1415 local time" */
const MILITARY = /^[0-2]\d[0-5]\d$/;
const ZONE = /^[ ]?(?:GMT|UTC|local time|hours (?:GMT|local)|hrs\b)/;
const ABOUT = 'about|around|some|nearly|almost|over|than|least|most|approximately|roughly|only|just';
const COUNTING = 'total of|average of|up to|these|those|counted|were|another';
/** A number in the range of years is a count only where a word before or behind it says so. */
const COUNTS_BEFORE = new RegExp(String.raw`\b(?:${ABOUT}|${COUNTING})\s$`, 'i');
const COUNTS_AFTER =
  /^[ -](?:years?|months?|weeks?|days?|hours?|minutes?|people|men|women|children|homes|houses|jobs|seats|others|more)\b/;
/** Words that end like a plural but are none, or that are said of years ("2019 results"). */
const NO_PLURALS =
  'was|has|is|as|this|its|his|us|does|plus|across|versus|always|perhaps|sales|results|figures|levels|prices|elections';
/** "hired 2000 workers": a round number before a plural, with nothing that makes a year of it ("the 2000 games"). */
const PLURAL_AFTER = new RegExp(String.raw`^ (?:[a-z]+ )?(?!(?:${NO_PLURALS})\b)[a-z]+[^s\W]s\b`);
const BEFORE_A_YEAR = [
  'the|an?|in|since|by|until|till|from|during|of|after|before|for|his|her|its|their|our|my|this|that|these|those',
  'early|late|mid|between|to|through|on|at|vs|than|last|next',
].join('|');
const YEAR_BEFORE = new RegExp(
  String.raw`(?:\b(?:${BEFORE_A_YEAR})|[’']s?|s[’']|\b\p{Lu}[\w.]*|[,;:(–—-]) ?$|^\s*$`,
  'u',
);
const DATED = /\b(?:in|since|by|until|from|during|of|after|before)\s$/i;

export const calendar: Refusal = {
  name: 'day of the month, year, clock time',
  refuses: (text, quantity, sentence) => {
    const left = textBefore(text, quantity, sentence);
    if (/\d:$/.test(left)) return true;
    if (quantity.form !== 'bare' && quantity.kind !== 'ordinal') return false;
    const right = textAfter(text, quantity, sentence);
    if (quantity.unit === null && (quantity.value ?? 0) <= 31 && (MONTH_BEFORE.test(left) || MONTH_AFTER.test(right)))
      return true;
    if ((quantity.value ?? 0) <= 24 && CLOCK.test(right)) return true;
    if (MILITARY.test(text.slice(quantity.amount.start, quantity.amount.end)) && ZONE.test(right)) return true;
    if (!looksLikeYear(text, quantity) || COUNTS_BEFORE.test(left)) return false;
    if (quantity.value! % 10 === 0 && PLURAL_AFTER.test(right) && !YEAR_BEFORE.test(left)) return false;
    return !COUNTS_AFTER.test(right) || DATED.test(left);
  },
  examples: [
    'It was signed on June 3, 5 and 9.',
    'He took the 30 or 31 May train.',
    'It left at 5 GMT.',
    'He ran it in 1:36.6 at home.',
    'Play began at 1415 local time.',
  ],
};

/** Four digits from 1500 to 2099 that nothing measures. An end of an interval that leaves this range is no year. */
function looksLikeYear(text: string, { kind, unit, value, form, amount, by, min, max }: Quantity): boolean {
  if (kind !== 'cardinal' || unit !== null || form !== 'bare' || amount.end - amount.start !== 4) return false;
  if (by === 'range' && ((min ?? 0) < 1500 || (max ?? 0) > 2100)) return false;
  return value !== null && value >= 1500 && value < 2100 && /^\d{4}$/.test(text.slice(amount.start, amount.end));
}
