/** Words that say who speaks, as they follow a quotation: they tell where one ends whose closing mark is missing. */

const NAME = String.raw`\p{Lu}[\p{L}.'’-]{0,40}(?:\s\p{Lu}[\p{L}.'’-]{0,40}){0,3}`;
const NOUN = String.raw`(?:the|an?|his|her|their|our|my)\s\p{L}{1,40}(?:\s\p{L}{1,40})?`;
const SPEAKER = `(?:he|she|they|it|we|I|${NOUN}|${NAME})`;
const VERBS = [
  'said|says|added|adds|replied|replies|answered|told|asked|asks|wrote|writes|explained|insisted|warned|argued|recalled',
  'noted|continued|stated|claimed|announced|declared|admitted|joked|concluded|complained|shouted|tweeted',
].join('|');
const SAID = `(?:${SPEAKER}\\s(?:${VERBS})|(?:${VERBS})\\s${SPEAKER})(?![\\p{L}])`;

const SAID_HERE = new RegExp(SAID, 'uy');
const AFTER_COMMA = new RegExp(`[,?!](?=\\s+${SAID})`, 'u');

/** UTF-16 code units in which somebody can be named. */
const MAX_LENGTH = 240;

/** Whether "she said", "said Weber" stands at an offset. */
export function isSaidAt(text: string, offset: number): boolean {
  SAID_HERE.lastIndex = 0;
  return SAID_HERE.test(text.slice(offset, offset + MAX_LENGTH));
}

/** @returns the offset behind the first comma, question or exclamation mark that such words follow, or -1 */
export function endBeforeSaid(text: string, start: number, end: number): number {
  const found = AFTER_COMMA.exec(text.slice(start, end));
  return found ? start + found.index + 1 : -1;
}
