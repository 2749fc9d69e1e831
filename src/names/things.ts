/**
 * Names that look like a person's and are none: an organization known by name or with an ampersand, the model or make of
 * what is counted ("43 Bradley combat vehicles"), a storm ("Hurricane Maria"), what a noun before it tells ("the ferry Anna
 * Karenina") or behind it ("Robert Gordon University").
 */
import type { NameMention, Words } from '../document.ts';
import { loadWords } from '../lexicon.ts';
import { bitOf, gazetteerBits } from './gazetteer.ts';
import { isTitle } from './titles.ts';

const PRODUCT = bitOf('product');
const PLACE = bitOf('place');
const FIRST_NAME = bitOf('F') | bitOf('f');
const SURNAME = bitOf('L') | bitOf('l');
/** The label that begins an organization; see `tagger.ts`. */
const ORGANIZATION = 3;
/** Words between the model and what it is a model of, at most. */
const BETWEEN = 2;

let organizations: ReadonlySet<string> | undefined;

/** Whether a name, as written, is that of a well-known organization. */
export function isKnownOrganization(name: string): boolean {
  organizations ??= loadWords(new URL('./organizations.tsv', import.meta.url));
  return organizations.has(name.replaceAll('’', "'"));
}

/** Parts "Reuters and Al Jazeera" where the tagger read one organization and one side is known; changes `labels` in place. */
export function partOrganizations(labels: Uint8Array, words: Words): void {
  for (let word = 0; word < words.count; word++) {
    if (labels[word] !== ORGANIZATION) continue;
    let end = word + 1;
    while (end < words.count && labels[end] === ORGANIZATION + 1) end += 1;
    const and = word + words.lower.slice(word, end).indexOf('and');
    if (and <= word || and + 1 >= end) continue;
    const isKnown = (from: number, to: number) => isKnownOrganization(words.forms.slice(from, to).join(' '));
    if (!isKnown(word, and) && !isKnown(and + 1, end)) continue;
    labels[and] = 0;
    labels[and + 1] = ORGANIZATION;
  }
}

/** What the words `from` to `to`, taken for a person, are instead: by which reading, and of what kind; null for a person. */
export function otherThan(words: Words, from: number, to: number): Pick<NameMention, 'kind' | 'by'> | null {
  if (isMake(words, from, to)) return { kind: 'other', by: 'make' };
  if (isStorm(words, from)) return { kind: 'other', by: 'storm' };
  if (isFirm(words, from, to)) return { kind: 'organization', by: 'ampersand' };
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

/** "Marks & Spencer"; not "Bonnie & Clyde", whose first word is a given name and no surname. */
function isFirm(words: Words, from: number, to: number): boolean {
  const isPartner = (word: number): boolean =>
    word >= 0 && word < words.count && /^\p{Lu}\p{Ll}/u.test(words.forms[word]!);
  if (words.forms[to] === '&' && isPartner(to + 1)) return to - from === 1 && !isFirstName(words, from);
  return words.forms[from - 1] === '&' && isPartner(from - 2) && !isFirstName(words, from - 2);
}

function isFirstName({ lower }: Words, word: number): boolean {
  const bits = gazetteerBits(lower[word]!);
  return (bits & FIRST_NAME) !== 0 && (bits & SURNAME) === 0;
}

const VESSELS =
  /^(?:barge|cruiser|destroyer|dinghy|ferry|freighter|frigate|icebreaker|liner|racehorse|sailboat|schooner|ship|stallion|steamer|submarine|tanker|trawler|tugboat|vessel|warship|yacht)$/;
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

const HOUSES =
  /^(?:auditorium|boulevard|cathedral|chapel|church|clinic|college|courthouse|gymnasium|highway|hospital|library|mosque|school|synagogue|university)$/;
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
