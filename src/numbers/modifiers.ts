/** What stands around a number and bounds or colours it: "more than", "about", "up to", "or more", "rose by". */
import type { NumberModifier } from '../document.ts';
import type { Quantity } from './figure.ts';

const ARTICLE = String.raw`(?:(?:an? |the )(?:(?:whopping|record|mere|staggering|estimated|reported|total of|average of|massive) )?)?`;
const LINE = (phrases: string): RegExp => new RegExp(String.raw`(?<![\w-])(?:${phrases})[ \u00a0-]${ARTICLE}$`, 'i');

/** In this order: "no more than" before "more than", "up to" before "to". */
const BEFORE: readonly (readonly [NumberModifier, RegExp])[] = [
  [
    'at-most',
    LINE(
      'no more than|not more than|up to|at most|at the most|as much as|a maximum of|maximum of|no later than|no longer than|no greater than|no higher than|capped at',
    ),
  ],
  [
    'at-least',
    LINE(
      'no less than|no fewer than|not less than|at least|at the least|a minimum of|minimum of|minimum|upwards? of|not under',
    ),
  ],
  [
    'less-than',
    LINE(
      '(?:(?:far|much|significantly|considerably|slightly|just|well|a little|little) )?(?:less than|fewer than|lower than|smaller than|younger than|shorter than|under|below|shy of|short of|sub)',
    ),
  ],
  [
    'more-than',
    LINE(
      '(?:(?:far|much|significantly|considerably|slightly|just|well|a little|little|way) )?(?:more than|greater than|higher than|larger than|bigger than|longer than|better than|older than|in excess of|north of|exceeding|exceed(?:s|ed)?|over|above|upward of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops)',
    ),
  ],
  [
    'about',
    LINE(
      '(?:only |just |now |at |of )?(?:about|around|approximately|approx\\.?|roughly|some|nearly|almost|an estimated|estimated|close to|somewhere around|somewhere near|near|circa|ca\\.|c\\.|or so|virtually|practically|in the region of|on the order of|an average of about|barely|the equivalent of about|averaging|averaged|average)',
    ),
  ],
  ['about', /(?<![\w~])[~≈∼]\s?$/],
  ['more-than', /[>]\s?$/],
  ['less-than', /[<]\s?$/],
  ['at-least', /[≥]\s?$/],
  ['at-most', /[≤]\s?$/],
];
/** The upper side of these is known: "nearly 800" is less than 800. */
const JUST_BELOW = /\b(?:nearly|almost|close to|barely)\b/i;
const BEHIND: readonly (readonly [NumberModifier, RegExp])[] = [
  [
    'at-least',
    /(?:\+|[ \u00a0-](?:or|and) (?:more|over|older|above|up|higher|greater|longer|better)\b|[ \u00a0]at (?:the )?least\b|-plus\b)/iy,
  ],
  ['at-most', /[ \u00a0-](?:(?:or|and) (?:less|fewer|under|younger|below|lower|shorter)\b|at (?:the )?most\b)/iy],
  ['about', /[ \u00a0-](?:or so|or thereabouts|-?odd|-?ish|approximately)\b/iy],
];
/** The longest phrase of `BEFORE` with its article, in UTF-16 code units. */
const REACH = 60;

const RISE =
  'rise|rises|rose|risen|rising|gain|gains|gained|gaining|climb|climbs|climbed|climbing|jump|jumps|jumped|jumping|grow|grows|grew|grown|growing|' +
  'surge|surges|surged|surging|soar|soars|soared|soaring|increase|increases|increased|increasing|add|adds|added|adding|advance|advances|advanced|advancing|' +
  'rally|rallies|rallied|rallying|up|higher|leap|leaps|leapt|leaped|spike|spikes|spiked|expand|expands|expanded|expanding|rebound|rebounds|rebounded|rebounding|' +
  'inch up|inched up|edge up|edged up|edged higher|raise|raises|raised|appreciated|strengthened|swell|swelled|boosted|outperformed|improved|improve|improves|rocketed|skyrocketed';
const FALL =
  'fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|lose|loses|lost|losing|decline|declines|declined|declining|decrease|decreases|decreased|decreasing|' +
  'slide|slides|slid|sliding|slip|slips|slipped|slipping|plunge|plunges|plunged|plunging|plummet|plummets|plummeted|plummeting|tumble|tumbles|tumbled|tumbling|' +
  'sink|sinks|sank|sunk|sinking|shed|sheds|shedding|down|lower|dip|dips|dipped|dipping|shrink|shrinks|shrank|shrunk|contract|contracted|contracts|crash|crashed|' +
  'edged down|edged lower|inched down|reduce|reduces|reduced|reducing|cut|cuts|slashed|eased|weakened|depreciated|retreat|retreats|retreated|slump|slumps|slumped|slumping|' +
  'nosedived|collapsed|tanked|off|narrowed|trimmed|lowered';
const CHANGE = (verbs: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w-])(?:${verbs})(?: (?:by|another|a further|an additional|an extra|as much as|sharply|slightly|further|modestly|steadily|a record|a massive|a whopping|a combined|a total of|an average of|more than|about|nearly|almost|around|roughly|over|some|only|just|at least|up to|a|an|of)){0,3}[ \u00a0]$`,
    'i',
  );
const UP = CHANGE(RISE);
const DOWN = CHANGE(FALL);

/** How a number is bounded, and how far its span grows over the words that say so. */
export interface Bound {
  readonly start: number;
  readonly end: number;
  readonly modifier: NumberModifier | null;
  /** The printed value is an upper bound though the modifier is "about". */
  readonly below: boolean;
}

/**
 * Reads the modifier of a quantity. Of several the bound wins ("lost more than 60 %" is more-than), then the direction,
 * then "about".
 *
 * @param from where the sentence starts, or the number before ends
 * @param end where the sentence ends
 */
export function readModifier(text: string, quantity: Quantity, from: number, end: number): Bound {
  const before = text.slice(Math.max(from, quantity.start - REACH), quantity.start);
  for (const [modifier, pattern] of BEFORE) {
    const match = pattern.exec(before);
    if (!match || (match[0].trim() === 'at' && modifier === 'about')) continue;
    const start = quantity.start - before.length + match.index;
    const direction = modifier === 'about' ? directionOf(text, from, start, quantity) : null;
    return { start, end: quantity.end, modifier: direction ?? modifier, below: JUST_BELOW.test(match[0]) };
  }
  for (const [modifier, pattern] of BEHIND) {
    pattern.lastIndex = quantity.end;
    if (pattern.test(text) && pattern.lastIndex <= end) {
      return { start: quantity.start, end: pattern.lastIndex, modifier, below: false };
    }
  }
  const direction = directionOf(text, from, quantity.start, quantity);
  return { start: quantity.start, end: quantity.end, modifier: direction ?? quantity.modifier, below: false };
}

/** "rose by 5 %", "was down 1.1 %", "shed 190 points". Only amounts of change move: not ages, years and counts of people. */
function directionOf(text: string, from: number, start: number, quantity: Quantity): NumberModifier | null {
  if (quantity.kind === 'age' || quantity.kind === 'ordinal' || quantity.kind === 'score') return null;
  const before = text.slice(Math.max(from, start - REACH), start);
  if (UP.test(before)) return 'up';
  return DOWN.test(before) ? 'down' : null;
}
