/**
 * Names that look like a person's and are none: an organization (`organizations.ts`), the model or make of what is counted
 * ("43 Bradley combat vehicles"), a storm ("Hurricane Maria"), what a noun before it tells ("the ferry Anna Karenina") or
 * behind it ("Robert Gordon University"), and words whose form is no person's ("R-Wis.").
 */
import type { NameMention, Words } from '../document.ts';
import { bitOf, gazetteerBits } from './gazetteer.ts';
import { isOrganization } from './organizations.ts';
import { isTitle } from './titles.ts';

const PRODUCT = bitOf('product');
const PLACE = bitOf('place');
const SURNAME = bitOf('L') | bitOf('l');
/** Words between the model and what it is a model of, at most. */
const BETWEEN = 2;

/** A party and a state ("R-Wis."), an address on the web. */
const NO_PERSON = /^[DIR]-\p{Lu}|\p{Ll}\.\p{Ll}{2}|[@_]/u;

/** What the words `from` to `to`, taken for a person, are instead: by which reading, and of what kind; null for a person. */
export function otherThan(words: Words, from: number, to: number): Pick<NameMention, 'kind' | 'by'> | null {
  const organization = isOrganization(words, from, to);
  if (organization) return { kind: 'organization', by: organization };
  if (NO_PERSON.test(words.forms.slice(from, to).join(''))) return { kind: 'other', by: 'form' };
  if (isMake(words, from, to)) return { kind: 'other', by: 'make' };
  if (isStorm(words, from)) return { kind: 'other', by: 'storm' };
  if (isCalled(words, from, to)) return { kind: 'other', by: 'noun-before' };
  return isNamedAfter(words, from, to) ? { kind: 'place', by: 'noun-behind' } : null;
}

/** Whether the words `from` to `to` name the make of a vehicle, weapon or device: a noun for one stands behind, a count or article before. */
export function isMake(words: Words, from: number, to: number): boolean {
  for (let word = to; word <= Math.min(to + BETWEEN, words.count - 1); word++) {
    const lower = words.lower[word]!;
    if (lower !== words.forms[word] || !/^\p{L}+$/u.test(lower)) return false;
    if (gazetteerBits(lower) & PRODUCT) return isCounted(words, from);
  }
  return false;
}

const STORMS = new Set(['hurricane', 'typhoon', 'cyclone', 'storm']);

/** Whether the name that begins at `from` is a storm's. */
function isStorm(words: Words, from: number): boolean {
  return from > 0 && STORMS.has(words.lower[from - 1]!) && words.lower[from - 1] !== words.forms[from - 1];
}

function isCounted(words: Words, from: number): boolean {
  return (
    from > 0 &&
    /^(?:\d[\d,.]*|an?|several|many|some|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)$/.test(
      words.lower[from - 1]!,
    )
  );
}

const SHIPS_AND_HORSES = [
  'barge|cruiser|destroyer|dinghy|ferry|freighter|frigate|icebreaker|liner|racehorse|sailboat|schooner|ship',
  'stallion|steamer|submarine|tanker|trawler|tugboat|vessel|warship|yacht',
].join('|');
const VESSELS = new RegExp(`^(?:${SHIPS_AND_HORSES})$`);
const WORKS =
  /^(?:album|ballet|daily|drama|film|movie|musical|newspaper|novel|opera|painting|poem|sitcom|song|weekly)$/;
/** After a work's name these begin what is said of it; other verbs what the person did: "the film Tom Hanks made". */
const IS = /^(?:is|was|has|had|will|would|'s|’s)$/;

/** Whether a noun for a vessel or a work stands before the name: "the frigate Admiral Nelson", "his novel Anna Karenina". */
function isCalled(words: Words, from: number, to: number): boolean {
  const { lower, forms } = words;
  let before = from - 1;
  while (before > 0 && isTitle(lower[before]!) && forms[before] !== lower[before]) before -= 1;
  const noun = before > 0 ? lower[before]! : '';
  if (noun !== forms[before]) return false;
  if (VESSELS.test(noun)) return true;
  if (!WORKS.test(noun)) return false;
  const next = to < words.count ? forms[to]! : '.';
  return !/^\p{Ll}/u.test(next) || IS.test(next) || /^(?:and|at|by|for|from|in|of|on|or|to|with|which)$/.test(next);
}

const BUILDINGS = [
  'auditorium|boulevard|cathedral|cent(?:er|re)|chapel|church|clinic|college|courthouse|gymnasium|highway',
  'hospital|library|mosque|school|synagogue|university',
].join('|');
const HOUSES = new RegExp(`^(?:${BUILDINGS})$`);
const AT = /^(?:at|in|inside|near|outside|the)$/;

/** Whether a noun for a place or a house ends the name or stands behind it: "Albert Lindt Courthouse", "King Avenue". */
function isNamedAfter(words: Words, from: number, to: number): boolean {
  const { lower, forms, starts, ends } = words;
  const isHouse = (word: number): boolean =>
    /^\p{Lu}\p{Ll}/u.test(forms[word]!) && (HOUSES.test(lower[word]!) || (gazetteerBits(lower[word]!) & PLACE) !== 0);
  if (to < words.count && starts[to] === ends[to - 1]! + 1 && isHouse(to)) return true;
  if (to - from < 2 || !isHouse(to - 1)) return false;
  if (from > 0 && AT.test(lower[from - 1]!)) return true;
  return HOUSES.test(lower[to - 1]!) && !(gazetteerBits(lower[to - 1]!) & SURNAME);
}
