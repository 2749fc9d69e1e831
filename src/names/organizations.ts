/** Organizations whose names look like a person's: known by name, with an ampersand, or with a capital inside a word. */
import type { Words } from '../document.ts';
import { loadWords } from '../lexicon.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';
import { bitOf, gazetteerBits } from './gazetteer.ts';

const FIRST_NAME = bitOf('F') | bitOf('f');
const SURNAME = bitOf('L') | bitOf('l');
/** The label that begins an organization; see `tagger.ts`. */
const ORGANIZATION = 3;

let organizations: ReadonlySet<string> | undefined;

function isKnown(name: string): boolean {
  organizations ??= loadWords(new URL('./organizations.tsv', import.meta.url));
  return organizations.has(name.replaceAll('’', "'"));
}

/** 1 for a word that alone is a known organization. */
const knownAlone = vocabularyCache((form) => (/^\p{Lu}/u.test(form) && isKnown(form) ? 1 : 0));

/** The words as written, a space for each gap. */
function written({ forms, starts, ends }: Words, from: number, to: number): string {
  let text = forms[from]!;
  for (let word = from + 1; word < to; word++) text += (starts[word] === ends[word - 1] ? '' : ' ') + forms[word]!;
  return text;
}

/** How one sees that the words `from` to `to` are an organization; null where they may be a person. */
export function isOrganization(words: Words, from: number, to: number): 'lexicon' | 'ampersand' | 'form' | null {
  const { forms } = words;
  const name = written(words, from, to);
  const isOwner = to < words.count && /^['’]s$/.test(forms[to]!);
  if (isKnown(name) || (isOwner && isKnown(`${name}'s`))) return 'lexicon';
  // "Dow Jones" where the tagger took the second word alone
  if (from > 0 && /^\p{Lu}/u.test(forms[from - 1]!) && isKnown(written(words, from - 1, to))) return 'lexicon';
  if (isKnownPartner(words, from, to)) return 'lexicon';
  if (isFirm(words, from, to)) return 'ampersand';
  return to - from === 1 && BRAND.test(name) ? 'form' : null;
}

/** "WeWork", not "McKay" and its like. */
const BRAND =
  /^(?!(?:Mc|Mac|De|Di|Da|La|Le|Lo|Du|Fitz|Van|Vande|Von|O['’]|D['’]|St|Ver|Al|El)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*$/u;

/** "Ben" or "Jerry" of "Ben & Jerry's". */
function isKnownPartner(words: Words, from: number, to: number): boolean {
  const { forms } = words;
  const whole = (first: number, end: number): boolean => {
    const owner = end < words.count && /^['’]s$/.test(forms[end]!) ? "'s" : '';
    return isKnown(written(words, first, end) + owner);
  };
  if (from > 1 && forms[from - 1] === '&') return whole(from - 2, to);
  return to + 1 < words.count && forms[to] === '&' && whole(from, to + 2);
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

/**
 * Labels a known organization of one word where the tagger saw no name, and parts "Reuters and Al Jazeera" where it saw one
 * name and one side is known; changes `labels` in place.
 */
export function labelKnown(labels: Uint8Array, words: Words): void {
  const known = knownAlone();
  for (let word = 0; word < words.count; word++) {
    if (labels[word] === 0 && known[words.types[word]!] === 1) labels[word] = ORGANIZATION;
    if (labels[word] !== ORGANIZATION) continue;
    let end = word + 1;
    while (end < words.count && labels[end] === ORGANIZATION + 1) end += 1;
    const and = word + words.lower.slice(word, end).indexOf('and');
    if (and <= word || and + 1 >= end) continue;
    if (!isKnown(written(words, word, and)) && !isKnown(written(words, and + 1, end))) continue;
    labels[and] = 0;
    labels[and + 1] = ORGANIZATION;
  }
}
