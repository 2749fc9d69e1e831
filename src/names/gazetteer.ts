/** What lists say of a word, as bits: evidence for the tagger, never a rule. */
import { loadLexicon } from '../lexicon.ts';

/** The flags of `gazetteer.tsv` (its head says what they mean) and the classes of `cues.tsv`, in the order of their bits. */
const FLAGS = 'FfwmnLlcCdorx';
const CLASSES = ['title', 'role', 'company', 'event', 'place', 'speech', 'calendar', 'kin', 'particle', 'product'];

/** How many bits there are. */
export const BITS = FLAGS.length + CLASSES.length;

/** The bit of a flag of `gazetteer.tsv` or a class of `cues.tsv`. */
export function bitOf(name: string): number {
  const flag = FLAGS.indexOf(name);
  return 1 << (name.length === 1 ? flag : FLAGS.length + CLASSES.indexOf(name));
}

/** A word without accents, in lower case: the key of the gazetteer. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøıđ]/gu, (letter) => ({ ł: 'l', ø: 'o', ı: 'i', đ: 'd' })[letter]!)
    .replaceAll('’', "'");
}

let loaded: Map<string, number> | undefined;

function load(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [flags, listed] of loadLexicon(new URL('./gazetteer.tsv', import.meta.url))) {
    let mask = 0;
    for (const flag of flags!) mask |= bitOf(flag);
    for (const word of listed!.split(' ')) bits.set(word, mask);
  }
  for (const [word, classes] of loadLexicon(new URL('./cues.tsv', import.meta.url))) {
    let mask = bits.get(word!) ?? 0;
    for (const name of classes!.split(' ')) mask |= bitOf(name);
    bits.set(word!, mask);
  }
  return bits;
}

/** All bits of a word in lower case; 0 for an unknown one. Loads the lists at the first call (about 20 ms). */
export function gazetteerBits(lower: string): number {
  loaded ??= load();
  const known = loaded.get(lower);
  if (known !== undefined) return known;
  return /[^a-z]/.test(lower) ? (loaded.get(fold(lower)) ?? 0) : 0;
}
