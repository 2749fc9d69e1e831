/** The noun phrase at a word, by tags alone: what is counted where the tree does not show it. */
import { type Span, type Words, wordAt } from '../document.ts';
import { TAG } from '../syntax/labels.ts';

/** "one of the others": what comes is no noun phrase. */
export const NOUNS: ReadonlySet<number> = new Set<number>([TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS, TAG.FW]);
const BEFORE_NOUNS = new Set<number>([
  TAG.JJ,
  TAG.JJR,
  TAG.JJS,
  TAG.RBS,
  TAG.VBN,
  TAG.VBG,
  TAG.CD,
  TAG.HYPH,
  TAG.POS,
  TAG.AFX,
  TAG.$,
]);
const JOINTS = new Set<number>([TAG.CC]);
/** The longest noun phrase that is read, in words. */
export const MAX_PHRASE_WORDS = 9;
/** Words that start a date: "2.1 last year" counts no years. */
const PERIODS = new Set('last next this past previous same'.split(' '));
/** Words tagged as nouns that place the count and are not counted. */
const PLACES = new Set(
  'worldwide nationwide annually today yesterday tomorrow tonight overall alone apiece each'.split(' '),
);

/**
 * The noun phrase that starts at `at`, to its last noun. After a plural it goes on only with a common noun ("2 sales
 * people"), after a singular noun not with participles ("600 people employed").
 *
 * @param single true behind a hyphen: "an 11-member panel" counts members
 */
export function nounPhraseAt(words: Words, tags: Uint8Array, at: number, end: number, single: boolean): Span | null {
  let word = wordAt(words, at);
  if (word < 0 || words.ends[word]! <= at) word += 1;
  const first = word;
  let last = -1;
  let plural = false;
  for (; word < words.count && word < first + MAX_PHRASE_WORDS && words.starts[word]! < end; word += 1) {
    const tag = tags[word]!;
    const noun = isNoun(words, tags, word, first) && !PLACES.has(words.lower[word]!);
    if (noun && !(plural && tag !== TAG.NN && tag !== TAG.NNS)) {
      last = word;
      plural ||= tag === TAG.NNS || tag === TAG.NNPS || tag === TAG.VBZ;
      if (single || words.lower[word] === 'times') break;
      continue;
    }
    if (plural || !goesOn(words, tags, word, first, last >= 0)) break;
  }
  if (last >= 0 && PERIODS.has(words.lower[first]!)) return null;
  if (last < 0) return adjective(words, tags, first, end);
  return { start: words.starts[first]!, end: words.ends[last]! };
}

/**
 * A noun by its tag. A finite verb directly behind a number or an adjective is a plural that the tagger missed; a letter
 * glued to digits is their scale.
 */
function isNoun({ starts, ends }: Words, tags: Uint8Array, word: number, first: number): boolean {
  const tag = tags[word]!;
  if (tag === TAG.VBZ) return word === first || tags[word - 1] === TAG.JJ;
  return NOUNS.has(tag) && !(word > first && tags[word - 1] === TAG.CD && starts[word] === ends[word - 1]);
}

/** Whether a noun can still follow after a word that is none. */
function goesOn(words: Words, tags: Uint8Array, word: number, first: number, behindNoun: boolean): boolean {
  const tag = tags[word]!;
  if (tag === TAG.HYPH || tag === TAG.POS) return true;
  if (tag === TAG['``'] || tag === TAG["''"]) return !behindNoun;
  if (behindNoun && (tags[word - 1] === TAG.HYPH || tags[word - 1] === TAG.POS)) return true;
  if (JOINTS.has(tag)) return word > first && joins(words, tags, word);
  if (!BEFORE_NOUNS.has(tag)) return tag === TAG.RB && tags[word + 1] === TAG.JJ && !behindNoun;
  return !behindNoun || ((tag === TAG.JJ || tag === TAG.CD) && NOUNS.has(tags[word + 1] ?? -1));
}

/** "Kia and Hyundai vehicles", "digital and physical sales": a plural after one or two words more. */
function joins(words: Words, tags: Uint8Array, word: number): boolean {
  for (let next = word + 1; next < words.count && next <= word + 3; next += 1) {
    const tag = tags[next]!;
    if (tag === TAG.NNS && next > word + 1) return true;
    if (tag === TAG.CD || (!NOUNS.has(tag) && !BEFORE_NOUNS.has(tag))) return false;
  }
  return false;
}

/** "the 12 injured": a participle or adjective at the end of its phrase counts persons. */
function adjective(words: Words, tags: Uint8Array, first: number, end: number): Span | null {
  const tag = tags[first];
  if (first >= words.count || words.starts[first]! >= end || (tag !== TAG.JJ && tag !== TAG.VBN)) return null;
  // "one Republican", "two Chinese"
  if (tag === TAG.JJ && /^\p{Lu}/u.test(words.forms[first]!))
    return { start: words.starts[first]!, end: words.ends[first]! };
  return /^(?:dead|injured|wounded|missing|unemployed|homeless|arrested|detained)$/.test(words.lower[first]!)
    ? { start: words.starts[first]!, end: words.ends[first]! }
    : null;
}
