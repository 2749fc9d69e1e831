/** Titles, roles and age that the text gives a person beside the name. */
import type { Span, Words } from '../document.ts';
import { wordAt } from '../document.ts';
import { bitOf, gazetteerBits } from '../names/gazetteer.ts';
import { TAG } from '../syntax/labels.ts';

const OFFICE = bitOf('title') | bitOf('role') | bitOf('r');
const COURTESY = /^(?:mr|mrs|ms|miss|mx|mme|mlle|messrs|monsieur|madame|herr|frau)\.?$/;
/** Words of a title, before or after a name, at most. */
const MAX_TITLE_WORDS = 7;
const NO_TITLE = [
  'old|a|an|the|his|her|its|their|our|my|your|and|but|or|that|who|which|when|as|by|for|with|to|in|on|at|from|said',
  'says|told|is|was|are|were|has|had|have|will|former|then|meanwhile|including|include|meet|met|called',
].join('|');
const STOPS = new RegExp(`^(?:${NO_TITLE})$`);

const NOUN_OR_ADJECTIVE = new Set<number>([TAG.NN, TAG.NNP, TAG.JJ]);

/** Whether a word names an office or a role a person can have. */
export function isOffice(lower: string): boolean {
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  const single = bare.slice(bare.lastIndexOf('-') + 1);
  return ((gazetteerBits(bare) | gazetteerBits(single)) & OFFICE) !== 0;
}

/** The title right before a name, as written, or null: "Serbian Defense Minister", "spokesman". Courtesy (Mr.) is none. */
export function titleBefore(words: Words, tags: Uint8Array, text: string, name: Span): Span | null {
  const end = wordAt(words, name.start);
  const from = words.first[sentenceOf(words, end)]!;
  let first = end;
  let office = -1;
  for (let word = end - 1; word >= Math.max(from, end - MAX_TITLE_WORDS); word--) {
    const lower = words.lower[word]!;
    if (text.slice(words.ends[word]!, words.starts[word + 1]!).includes('\n')) break;
    const hyphen = lower === '-' && word > from;
    if (!hyphen && lower !== 'of' && (STOPS.test(lower) || !/^[\p{L}][\p{L}.'’-]*$/u.test(lower))) break;
    if (isOffice(lower) && !COURTESY.test(lower) && !isVerb(tags[word]!)) office = word;
    if (office < 0 && word < end - 1 && lower !== 'of' && !hyphen && !/^\p{Lu}/u.test(words.forms[word]!)) break;
    const belongs =
      office === word ||
      /^\p{Lu}/u.test(words.forms[word]!) ||
      lower === 'of' ||
      hyphen ||
      isModifier(words, tags, word, office);
    if (!belongs || COURTESY.test(lower)) break;
    first = word;
  }
  while (first < end && (words.lower[first] === 'of' || words.lower[first] === '-')) first += 1;
  if (office < 0 || first >= end) return null;
  return { start: words.starts[first]!, end: words.ends[end - 1]! };
}

/** "led her to count Trump out": no nobleman. */
const isVerb = (tag: number): boolean => tag >= TAG.MD && tag <= TAG.VBZ;

/** Lower-case words that may stand before an office: "opposition leader", "senior aide". */
function isModifier(words: Words, tags: Uint8Array, word: number, office: number): boolean {
  return word === office - 1 && words.forms[word] === words.lower[word] && NOUN_OR_ADJECTIVE.has(tags[word]!);
}

/**
 * The role in an apposition after a name, without its article: "X, the opposition leader, …", "X, a senior aide to …".
 * Ends before a comma, a relative clause or a preposition other than "of".
 */
export function roleAfter(words: Words, name: Span): Span | null {
  const last = wordAt(words, name.end - 1);
  const to = words.first[sentenceOf(words, last) + 1]!;
  if (words.lower[last + 1] !== ',') return null;
  let first = last + 2;
  if (first < to && /^(?:the|a|an|his|her|its|their)$/.test(words.lower[first]!)) first += 1;
  let office = -1;
  let end = first;
  for (; end < Math.min(to, first + MAX_TITLE_WORDS + 3); end++) {
    const lower = words.lower[end]!;
    if (
      !/^[\p{L}'’-]/u.test(lower) ||
      (office >= 0 && STOPS.test(lower)) ||
      /^(?:who|which|said|says|has|was|is|had|will)$/.test(lower)
    )
      break;
    if (office < 0 && isOffice(lower)) office = end;
    if (office < 0 && STOPS.test(lower) && lower !== 'former') return null;
    if (office >= 0 && end > office && lower !== 'of' && !isPartOfOffice(words, end, office)) break;
  }
  while (end > first && words.lower[end - 1] === 'of') end -= 1;
  if (
    office < 0 ||
    end <= first ||
    (end >= to
      ? false
      : !/^(?:,|\.|;|\)|[–—-]|who|which|to|for|in|at|on|from|with|and|said|says)$/.test(words.lower[end]!))
  )
    return null;
  return { start: words.starts[first]!, end: words.ends[end - 1]! };
}

/** What may follow the head of a role: "minister of defence", "Secretary of State", "co-founder". */
function isPartOfOffice(words: Words, word: number, office: number): boolean {
  const afterOf = words.lower.slice(office, word).includes('of');
  return afterOf
    ? /^[\p{L}'’-]+$/u.test(words.forms[word]!)
    : isOffice(words.lower[word]!) || words.lower[word] === '-';
}

/** The age written beside a name: ", 66,", "(66)", "66-year-old …", ", aged 66", ", who is 66". */
export function ageBeside(text: string, title: Span | null, name: Span): number | null {
  const found = ageAfter(text, name.end) ?? ageBefore(text, title?.start ?? name.start);
  if (found === undefined) return null;
  const age = Number(found);
  return age > 0 && age < 120 ? age : null;
}

const AGE_ENDS = String.raw`(?=\)|,|\.|;|:| and | years? old|[- ]year[- ]old|$)`;
const AFTER = new RegExp(
  String.raw`^(?:['’]s)?(?:,? \(|, )(?:aged |age |who is |who was |a )?(\d{1,3})${AGE_ENDS}`,
  'u',
);
const BEFORE = /(\d{1,3})[- ]years?[- ]old(?: [\p{Ll}-]+){0,4},? $/u;

/** The age after a name. It is asked for every mention; most are decided by one character, without the pattern. */
function ageAfter(text: string, end: number): string | undefined {
  const next = text[end];
  if (next !== ',' && next !== "'" && next !== '’' && !(next === ' ' && text[end + 1] === '(')) return undefined;
  return AFTER.exec(text.slice(end, end + 40))?.[1];
}

function ageBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 60), start);
  return before.includes('old') ? BEFORE.exec(before)?.[1] : undefined;
}

/** The sentence of a word. */
function sentenceOf(words: Words, word: number): number {
  let low = 0;
  let high = words.first.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (words.first[middle]! <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}
