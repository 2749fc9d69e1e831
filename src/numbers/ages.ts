/** Ages without a unit: "Lukashenko, 66, has", "aged 66", "at the age of 66", "turned 66", "He is 35." */
import type { Span } from '../document.ts';
import type { Quantity } from './figure.ts';
import { isLetter } from './numerals.ts';

const RELATIONS = 'man|woman|boy|girl|son|daughter|brother|sister|father|mother|wife|husband';
const NAMED = new RegExp(String.raw`(?:[\p{Lu}][\p{L}’'.-]+|\bJr\.?|\b(?:${RELATIONS})),[ \u00a0]$`, 'u');
const CLOSED = /^(?:,|\)|[ \u00a0][\u2013\u2014][ \u00a0]|[.;]?$|[.;][ \u00a0]|[ \u00a0](?:and|who|of|from)\b)/;
const CLOSED_ROW = /^(?:[,.;:)]|$|[ ](?:and [\d]|or [\d]|are|were|was|is|died|in|at|from|who)\b)/;
const AGED = 'aged|ages?|age of|ages of|turn(?:s|ed|ing)?';
const OF_AN_AGE =
  '(?:children|kids|infants|adults) (?:under|over)|over the age of|under the age of|aged between|ages between';
const SAID = new RegExp(String.raw`(?<![\w-])(?:${AGED}|${OF_AN_AGE})[ \u00a0](?:about |around )?$`, 'i');
const IS_OR_TURNS = "(?:[’'](?:s|m|ll be|d be)| is| was| am| will be| would be| turns| turned| will turn)";
const ONLY = '(?: only| just| now| about| around| almost| nearly| already| still| barely)*';
const BEING = new RegExp(String.raw`\b(?:he|she|I|who)${IS_OR_TURNS}${ONLY}[ \u00a0]$`, 'i');
const GOES_ON = [
  'by|when|and|at the|so|because|after|before|while|if|now|then|my|his|her|he|she|I|they',
  'years? (?:old|younger|older)|this|next|last|in|on|but|or',
].join('|');
const NOTHING_COUNTED = new RegExp(String.raw`^(?:[.,;!?)]|$|[ ](?:${GOES_ON})\b)`);
const PEOPLE = [
  'voters|people|persons|those|anyone|everyone|Americans|adults|boys|girls|men|women|workers|players|residents',
  'patients|students',
].join('|');
/** "voters under 35", "boys younger than 18" */
const GROUP = new RegExp(
  String.raw`\b(?:(?:younger|older) than|(?:${PEOPLE}) (?:aged )?(?:under|over)|the (?:under|over))[ \u00a0]$`,
  'i',
);
const AFTER_GROUP = [
  'who|and|or|to|in|are|were|is|was|have|had|has|will|would|can|could|should|must|with|from|at|on|by|said|say',
  '[a-z]+ed',
].join('|');
const GROUP_ENDS = new RegExp(String.raw`^(?:[.,;:!?)]|$|[ ](?:${AFTER_GROUP})\b)`);
/**
 * The last words of the phrases that `SAID`, `BEING` and `GROUP` match: most numbers stand behind another word, and
 * need no pattern.
 */
const LEADS = new Set(
  (
    'aged age ages of turn turns turned turning under over between about around than s m be is was am only just now almost ' +
    'nearly already still barely'
  ).split(' '),
);
/** What stands between the ages of a list: "aged 14 and 12", "Ann, 14, Bob, 12". */
const ROW = /^(?:,? (?:and|or) |, )$/;
const COMMA = 0x2c;
/** No person in the news is older, in years. */
const MAX_AGE = 122;

/**
 * The quantity as an age, where its surroundings say so; otherwise as it was.
 *
 * @param before the quantity before it in the sentence
 */
export function withAge(text: string, quantity: Quantity, sentence: Span, before: Quantity | undefined): Quantity {
  const { value, kind, unit } = quantity;
  if (value === null || kind !== 'cardinal' || unit !== null || value < 0 || value > MAX_AGE || quantity.scale > 1)
    return quantity;
  const left = text.slice(Math.max(sentence.start, quantity.start - 48), quantity.start);
  const right = text.slice(quantity.end, Math.min(sentence.end, quantity.end + 24));
  const led = LEADS.has(wordBefore(left));
  const named = left.charCodeAt(left.length - 2) === COMMA && NAMED.test(left);
  const age =
    (led && SAID.test(left)) ||
    (named && quantity.form === 'bare' && CLOSED.test(right)) ||
    (named && quantity.form === 'words' && /^[,)]/.test(right)) ||
    (led && GROUP.test(left) && GROUP_ENDS.test(right)) ||
    (before?.kind === 'age' && ROW.test(text.slice(before.end, quantity.start)) && CLOSED_ROW.test(right)) ||
    (led && BEING.test(left) && NOTHING_COUNTED.test(right) && Number.isInteger(value));
  return age ? { ...quantity, kind: 'age', unit: 'year' } : quantity;
}

/** The last word of a text that ends with a space, in lower case. */
function wordBefore(left: string): string {
  const end = left.length - 1;
  let start = end;
  while (start > 0 && isLetter(left.charCodeAt(start - 1) | 0x20)) start -= 1;
  return left.slice(start, Math.max(start, end)).toLowerCase();
}
