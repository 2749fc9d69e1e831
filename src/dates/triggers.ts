/** Which parsers can find anything in a sentence: one look at each word instead of thirty patterns. */
import type { Words } from '../document.ts';

export const DIGIT = 1;
export const MONTH_NAME = 2;
export const WEEKDAY_NAME = 4;
/** "week", "years": what durations count. */
export const UNIT_NAME = 8;
/** "today", "tonight", "yesterday" and the parts of a day. */
export const DAY_PART = 16;
export const SEASON_NAME = 32;
/** "daily", "every". */
export const FREQUENCY = 64;
/** "now", "recently", "the past". */
export const VAGUE = 128;
export const HOLIDAY = 256;
/** Years in words, decades and centuries. */
export const YEAR_WORD = 512;
export const CLOCK = 1024;
/** "quarter", "half", "period", "Q3". */
export const QUARTER = 2048;
export const FISCAL = 4096;
export const ERA = 8192;
export const WEEKEND = 16384;

const WORDS: readonly (readonly [bit: number, words: string])[] = [
  [
    MONTH_NAME,
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec sept',
  ],
  [
    WEEKDAY_NAME,
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
  ],
  [
    UNIT_NAME,
    'second seconds minute minutes hour hours day days night nights week weeks fortnight fortnights month months quarter quarters year years decade decades century centuries millennium millennia millenniums date',
  ],
  [
    DAY_PART,
    'today tonight yesterday tomorrow morning mornings afternoon afternoons evening evenings night nights overnight',
  ],
  [SEASON_NAME, 'spring summer autumn fall winter springtime summertime wintertime'],
  [
    FREQUENCY,
    'daily weekly biweekly monthly bimonthly quarterly yearly annually hourly nightly fortnightly everyday semiannually each every',
  ],
  [
    VAGUE,
    'now currently current recent recently lately nowadays past future present present-day modern-day modern ago days moment term being',
  ],
  [
    HOLIDAY,
    'christmas easter thanksgiving halloween juneteenth boxing valentine patrick bastille independence labor memorial veterans columbus presidents president election new good palm ash luther 9/11',
  ],
  [
    YEAR_WORD,
    'nineteen eighteen twenty thousand twenties thirties forties fifties sixties seventies eighties nineties century',
  ],
  [CLOCK, 'a.m p.m a.m. p.m. am pm gmt utc hrs hours clock oclock noon midday midnight morning afternoon evening'],
  [QUARTER, 'quarter half period latest'],
  [FISCAL, 'fiscal financial'],
  [ERA, 'bc bce b.c. b.c.e. ad a.d. ce'],
  [WEEKEND, 'weekend'],
];

const TRIGGERS = new Map<string, number>();
for (const [bit, words] of WORDS) {
  for (const word of words.split(' ')) TRIGGERS.set(word, (TRIGGERS.get(word) ?? 0) | bit);
}

const APOSTROPHE = 0x27;
const COLON = ':';

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Figures glued to something: "30-year", "9am", "1990s", "10:35", "FY2012", "Q3". */
function mixedTriggers(word: string): number {
  if (word.includes(COLON)) return DIGIT | CLOCK;
  if (/^q[1-4]|^h[12]$/.test(word)) return DIGIT | QUARTER;
  if (word.startsWith('fy')) return DIGIT | FISCAL;
  if (/\ds$/.test(word)) return DIGIT | YEAR_WORD;
  if (/\d[ap]\.?m/.test(word)) return DIGIT | CLOCK;
  if (/bc/.test(word)) return DIGIT | ERA;
  return /^\d+[a-z]/.test(word) ? DIGIT | CLOCK | UNIT_NAME : DIGIT;
}

function triggersOf(word: string): number {
  const found = TRIGGERS.get(word);
  if (found !== undefined) return found;
  const last = word.charCodeAt(word.length - 1);
  const first = word.charCodeAt(0);
  if (isDigit(first) && isDigit(last)) return word.includes(COLON) ? DIGIT | CLOCK : DIGIT;
  if (isDigit(first) || isDigit(last)) return mixedTriggers(word);
  if ((first === APOSTROPHE || first === 0x2019 || first === 0x2018) && /\d/.test(word)) return mixedTriggers(word);
  if (last === 0x2e) return TRIGGERS.get(word.slice(0, -1)) ?? 0;
  if (!word.includes('-')) return 0;
  let bits = 0;
  for (const piece of word.split('-')) bits |= piece === word ? 0 : triggersOf(piece);
  return bits;
}

/** The triggers of the words from `from` up to `to` (indexes into `Words`). */
export function triggersBetween(words: Words, from: number, to: number): number {
  let bits = 0;
  for (let w = from; w < to; w++) bits |= triggersOf(words.lower[w]!);
  return bits;
}
