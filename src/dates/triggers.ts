/** Which parsers can find anything in a sentence: one look at each word instead of thirty patterns. */
import type { ParsingOption } from 'chrono-node/en';
import type { Words } from '../document.ts';

export const DIGIT = 1;
export const MONTH_NAME = 2;
export const WEEKDAY_NAME = 4;
export const UNIT_NAME = 8;
/** "today", "tonight", "yesterday" and the parts of a day. */
export const DAY_PART = 16;
export const SEASON_NAME = 32;
/** "daily", "annually". */
export const FREQUENCY = 64;
/** "now", "recently", "the past". */
export const VAGUE = 128;
export const HOLIDAY = 256;
/** Years and decades in words. */
export const YEAR_WORD = 512;
export const CLOCK = 1024;

/** What a parser sees of the sentence besides its text. */
export interface DateOption extends ParsingOption {
  readonly triggers: number;
}

/** A pattern that never matches. */
export const NOTHING = /(?!)/;

const WORDS: readonly (readonly [number, string])[] = [
  [
    MONTH_NAME,
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  ],
  [
    WEEKDAY_NAME,
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun',
  ],
  [
    UNIT_NAME,
    'second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight month months quarter quarters half year years decade decades century centuries millennium millennia period date term time moment fortnights yearlong monthlong weeklong daylong sesquicentennial fiscal year-end halves season',
  ],
  [
    DAY_PART,
    'today tonight yesterday tomorrow morning mornings afternoon afternoons evening evenings night nights midnight noon midday overnight dawn dusk daytime nighttime lunchtime',
  ],
  [SEASON_NAME, 'spring summer autumn fall winter springs summers autumns winters springtime summertime wintertime'],
  [
    FREQUENCY,
    'daily weekly biweekly monthly bimonthly quarterly yearly annually hourly nightly fortnightly everyday each every per semiannually',
  ],
  [
    VAGUE,
    'now currently current recent recently lately nowadays previously formerly past future soon present then once already yet earlier later modern-day present-day modern contemporary meantime shortly latest',
  ],
  [
    HOLIDAY,
    'christmas easter thanksgiving halloween eve hanukkah passover ramadan juneteenth ash lent pentecost whitsun hogmanay boxing valentine patrick bastille independence labor labour memorial veterans columbus presidents election new mlk armistice remembrance',
  ],
  [
    YEAR_WORD,
    'nineteen eighteen seventeen sixteen twenty thousand twenties thirties forties fifties sixties seventies eighties nineties',
  ],
  [CLOCK, "a.m p.m a.m. p.m. am pm o'clock oclock gmt noon midnight hrs hours"],
];

const TRIGGERS = new Map<string, number>();
for (const [bit, words] of WORDS) {
  for (const word of words.split(' ')) TRIGGERS.set(word, (TRIGGERS.get(word) ?? 0) | bit);
}

function triggersOf(word: string): number {
  const first = word.charCodeAt(0);
  const digit = first >= 0x30 && first <= 0x39;
  // "30-year", "mid-1990s", "'89", "9am": a few odd words are worth asking every pattern
  if (word.includes('-') || word.includes('–')) {
    let bits = 0;
    for (const piece of word.split(/[-–]/)) bits |= triggersOf(piece);
    return bits;
  }
  if (digit) return word.length > 1 && /[a-z]/.test(word) ? DIGIT | CLOCK | UNIT_NAME : DIGIT;
  if (first === 0x27 || first === 0x2019) return /\d/.test(word) ? DIGIT : 0;
  const last = word.charCodeAt(word.length - 1);
  if (last >= 0x30 && last <= 0x39) return DIGIT;
  const found = TRIGGERS.get(word);
  if (found !== undefined) return found;
  return word.endsWith('.') ? (TRIGGERS.get(word.slice(0, -1)) ?? 0) : 0;
}

/** The triggers of the words from `from` up to `to` (indexes into `Words`). */
export function triggersBetween(words: Words, from: number, to: number): number {
  let bits = 0;
  for (let w = from; w < to; w++) bits |= triggersOf(words.lower[w]!);
  return bits;
}
