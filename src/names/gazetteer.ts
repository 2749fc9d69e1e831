/** What lists say of a word, as bits: evidence for the tagger, never a rule. */
import { loadLexicon } from '../lexicon.ts';
import { loadWeights } from '../model/weights.ts';
import { lookUp, readWordTable, type WordTable } from '../model/word-table.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';

/** The flags of `gazetteer.bin` (`gazetteer.md` says what they mean) and the classes of `cues.tsv`, in the order of their bits. */
const FLAGS = 'FfwmnLlcCdorx';
const CLASSES = ['title', 'role', 'company', 'event', 'place', 'speech', 'calendar', 'kin', 'particle', 'product'];

/** How many bits there are. */
export const BITS = FLAGS.length + CLASSES.length;

/** The bit of a flag of `gazetteer.bin` or a class of `cues.tsv`. */
export function bitOf(name: string): number {
  const flag = FLAGS.indexOf(name);
  return 1 << (name.length === 1 ? flag : FLAGS.length + CLASSES.indexOf(name));
}

/** Anything but ASCII: only there are accents to take away. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A word without accents, in lower case: the key of the gazetteer. */
export function fold(word: string): string {
  if (!BEYOND_ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøıđ]/gu, (letter) => ({ ł: 'l', ø: 'o', ı: 'i', đ: 'd' })[letter]!)
    .replaceAll('’', "'");
}

export const GAZETTEER_VERSION = 1;

interface Lists {
  readonly words: WordTable;
  /** The bits of each of the sets of flags that the table's values name. */
  readonly sets: readonly number[];
  readonly cues: ReadonlyMap<string, number>;
}

let loaded: Lists | undefined;

const bitsOf = (names: readonly string[]): number => names.reduce((bits, name) => bits | bitOf(name), 0);

function load(): Lists {
  const file = loadWeights(new URL('./gazetteer.bin', import.meta.url), GAZETTEER_VERSION);
  const cues = loadLexicon(new URL('./cues.tsv', import.meta.url));
  return {
    words: readWordTable(file),
    sets: file.lines('sets').map((flags) => bitsOf([...flags])),
    cues: new Map(cues.map(([word, classes]) => [word!, bitsOf(classes!.split(' '))])),
  };
}

/** All bits of a word in lower case; 0 for an unknown one. */
export function gazetteerBits(lower: string): number {
  loaded ??= load();
  const known = bitsIn(loaded, lower);
  return known === 0 && /[^a-z]/.test(lower) ? bitsIn(loaded, fold(lower)) : known;
}

/** The bits of all word types, as a table by `words.types`: where words of the article are asked about again and again. */
export const gazetteerBitsByType = vocabularyCache((_form, lower) => gazetteerBits(lower));

function bitsIn({ words, sets, cues }: Lists, word: string): number {
  const set = lookUp(words, word);
  return (set < 0 ? 0 : sets[set]!) | (cues.get(word) ?? 0);
}
