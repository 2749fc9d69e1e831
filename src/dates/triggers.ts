/** Which parsers can find anything in a sentence, by one look at each word instead of thirty patterns. */
import type { Words } from '../document.ts';
import { SMALL_NUMBERS, TENS } from '../number-words.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';

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
/** "March", but not "march". */
export const CAPITAL_MONTH = 1 << 15;
/** Four digits in a row, or an apostrophe that may stand before two. */
export const YEAR = 1 << 16;
/** "12/3", "2.5", "2020-09-13", or a hyphen that may part digits. */
export const PARTED_DIGITS = 1 << 17;
/** "7th". */
export const NTH = 1 << 18;
/** Words that make a length of time a distance: "ago", "later". */
export const DISTANCE = 1 << 19;
/** "hours", "days": units that need no count. */
export const PLURAL_UNIT = 1 << 20;
/** "Mondays", "nights". */
export const PLURAL_DAY = 1 << 21;
/** "before", "after", "following", "date". */
export const SIDE = 1 << 22;
export const END = 1 << 23;

// Words that lead to a unit, month or season: among the triggers of a sentence only where they stand before one.
/** The end of a count: "two", "a", "half", "several". */
export const COUNTING = 1 << 24;
/** "a", "per". */
export const EACH = 1 << 25;
export const THE = 1 << 26;
/** "last", "this", "following". */
export const DEICTIC = 1 << 27;
const LEADING = COUNTING | EACH | THE | DEICTIC;
/** What may stand between such a word and its unit: "30-year", "two full years", "the last school year". */
const BRIDGE = 1 << 28;
/** All triggers of expressions that name a day. */
export const ANY_DAY =
  DIGIT | MONTH_NAME | CAPITAL_MONTH | WEEKDAY_NAME | PLURAL_DAY | HOLIDAY | YEAR | PARTED_DIGITS | NTH | DEICTIC;
/** "time", "period". */
export const TIME_WORD = 1 << 29;
/** "day-long", "yearlong". */
export const LONG = 1 << 30;
const LED = UNIT_NAME | MONTH_NAME | SEASON_NAME | QUARTER;

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
    'second seconds minute minutes hour hours day days night nights week weeks fortnight fortnights month months quarter quarters year years decade decades century centuries millennium millennia millenniums date hourlong daylong nightlong weeklong monthlong yearlong decadelong',
  ],
  [
    DAY_PART,
    'today tonight yesterday tomorrow morning mornings afternoon afternoons evening evenings night nights nighttime daytime overnight',
  ],
  [SEASON_NAME, 'spring summer autumn fall winter springtime summertime wintertime'],
  [
    FREQUENCY,
    'daily weekly biweekly monthly bimonthly quarterly yearly annually hourly nightly fortnightly everyday semiannually each every',
  ],
  [
    VAGUE,
    'date daytime now currently current recent recently lately nowadays past future present present-day modern-day modern ago days moment term being',
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
  [DISTANCE, 'ago earlier before previously later afterward afterwards hence thereafter now today back'],
  [PLURAL_UNIT, 'hours days weeks months quarters years decades centuries'],
  [PLURAL_DAY, 'mondays tuesdays wednesdays thursdays fridays saturdays sundays mornings afternoons evenings nights'],
  [SIDE, 'before after following date'],
  [END, 'end'],
  [TIME_WORD, 'time period'],
  [
    COUNTING,
    [
      ...SMALL_NUMBERS,
      ...TENS,
      'hundred thousand dozen half couple of pair a an single another additional several few many numerous some',
    ].join(' '),
  ],
  [EACH, 'a an per'],
  [THE, 'the'],
  [DEICTIC, 'last past this current present next coming upcoming previous preceding prior following same that latest'],
  [
    BRIDGE,
    '- more additional further full whole long short consecutive straight successive extra trading working business calendar school academic solid entire early late mid',
  ],
];

/** What holidays are called. Their names are read with capitals only. */
const HOLIDAYS = new Set(
  'Christmas Easter Thanksgiving Halloween Juneteenth Good Palm Ash 9/11 Sept Sept. September Day Eve'.split(' '),
);

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

function wordTriggers(word: string): number {
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
  for (const piece of word.split('-')) bits |= piece === word ? 0 : wordTriggers(piece);
  // what leads to what inside a word is not looked at
  return bits & LED ? bits | LEADING : bits;
}

function digitTriggers(word: string): number {
  if (/^['’‘]+$/.test(word)) return YEAR;
  if (word === '-') return PARTED_DIGITS;
  if (!/[\d½¼¾]/.test(word)) return 0;
  const year = /\d{4}|['’‘]\d/.test(word) ? YEAR : 0;
  const parted = /\d[-/.]\d/.test(word) ? PARTED_DIGITS : 0;
  return COUNTING | year | parted | (/\d(?:st|nd|rd|th)/.test(word) ? NTH : 0);
}

const triggersOf = vocabularyCache((form, lower) => {
  const bits = wordTriggers(lower) | digitTriggers(lower);
  const month = bits & MONTH_NAME && /(?:^|-)\p{Lu}/u.test(form) ? CAPITAL_MONTH : 0;
  const long = lower.includes('long') ? LONG : 0;
  return bits | month | long | (HOLIDAYS.has(form) || /\w-\w/.test(form) ? HOLIDAY : 0);
});

/** The triggers of each sentence. */
export function triggersOfSentences(words: Words): Int32Array {
  const table = triggersOf();
  const found = new Int32Array(words.first.length - 1);
  for (let sentence = 0; sentence < found.length; sentence++) {
    let all = 0;
    let leading = 0;
    for (let w = words.first[sentence]!; w < words.first[sentence + 1]!; w++) {
      const bits = table[words.types[w]!]!;
      const leads = bits & LEADING;
      all |= bits ^ leads;
      if (bits & LED) all |= leading | leads;
      leading = bits & BRIDGE ? leading | leads : leads;
    }
    found[sentence] = all & ~BRIDGE;
  }
  return found;
}
