/** The dictionary form of a word, from its tag: a lexicon of irregular forms, then rules that ask which stems are words. */
import { loadLexicon, loadWords } from '../lexicon.ts';
import { infinitiveOf } from './infinitive.ts';
import { TAG } from './labels.ts';
import { shippedModels } from './models.ts';

const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgklmnprtvz])\1$/;
/** Stems that no lexicon knows and that probably lost an e. */
const SILENT_E =
  /(?:[^aeiou][iu]d|[^aeiou][aiou][cgkmptvz]|[aeiou]s|[nrl][cgsv]|dg|[bcdfgkptz]l|[^aeiou]u|at|[iu]r|[^e]iz|iv)$/;
const VERBS = Uint8Array.of(TAG.VB, TAG.VBP);
const ADJECTIVES = Uint8Array.of(TAG.JJ, TAG.RB);

let irregular: ReadonlyMap<string, string> | undefined;
/** Verbs that the lexicon does not know in the infinitive. */
let verbs: ReadonlySet<string> | undefined;

/**
 * @param lower the word in lower case
 * @param tag index into `PENN_TAGS`
 * @param form the word as written: names, abbreviations and adjectives of names keep their capitals
 */
export function lemmaOf(lower: string, tag: number, form = lower): string {
  const word = lower.replace(/[’‘]/g, "'");
  if (tag === TAG.NNP) return form;
  if (tag === TAG.NNPS) return form.length > 3 ? form.replace(/s$/, '') : form;
  if (tag === TAG.PRP && word === 'her') return 'she';
  if (tag === TAG.PRP && word === "'s") return 'we';
  if (tag === TAG.POS) return "'s";
  const known = irregularOf(word, classOf(tag));
  if (known !== undefined) return known;
  if (tag === TAG.NNS) return /\p{Lu}\p{Lu}/u.test(form) ? form.replace(/s$/, '') : singular(word);
  if (tag === TAG.VBZ) return singular(word);
  if (tag === TAG.VBD || tag === TAG.VBN) return stem(word, 'ed', VERBS);
  if (tag === TAG.VBG) return stem(word, 'ing', VERBS);
  if (tag === TAG.JJR || tag === TAG.RBR) return stem(word, 'er', ADJECTIVES);
  if (tag === TAG.JJS || tag === TAG.RBS) return stem(word, 'est', ADJECTIVES);
  if (word === 'i' || (form !== lower && keepsCapitals(word, tag, form))) return word === 'i' ? 'I' : form;
  return word;
}

function irregularOf(word: string, letter: string): string | undefined {
  irregular ??= new Map(loadLexicon(new URL('./lemmas.tsv', import.meta.url)).map(([key, lemma]) => [key!, lemma!]));
  return irregular.get(`${word} ${letter}`);
}

function keepsCapitals(word: string, tag: number, form: string): boolean {
  if (tag !== TAG.NN && tag !== TAG.JJ && tag !== TAG.CD) return false;
  return (tag !== TAG.JJ && /\p{Lu}.*\p{Lu}/u.test(form)) || !shippedModels().lexicon.knows(word, Uint8Array.of(tag));
}

function classOf(tag: number): string {
  if (tag >= TAG.MD && tag <= TAG.VBZ) return 'V';
  if (tag <= TAG.NNPS) return 'N';
  if (tag === TAG.RBR || tag === TAG.RBS) return 'B';
  if (tag >= TAG.JJ && tag <= TAG.RB) return tag === TAG.RB ? 'R' : 'A';
  return 'P';
}

/** Without the s of a plural or of the third person. */
function singular(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.length < 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|zz|ch|sh|x|o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Without a regular ending; gives back a silent e, undoes a doubled consonant and y turned to i. */
function stem(word: string, ending: 'ed' | 'ing' | 'er' | 'est', tags: Uint8Array): string {
  if (!word.endsWith(ending)) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < 2 || !VOWEL.test(rest)) return ending === 'ed' && rest.length > 1 ? `${rest}e` : word;
  if (ending !== 'ing' && rest.endsWith('i')) return `${rest.slice(0, -1)}y`;
  const known = knownStem(rest, tags);
  if (known !== null) return known;
  if (tags === VERBS) {
    verbs ??= loadWords(new URL('./verbs.tsv', import.meta.url));
    for (const verb of stemsOf(rest)) if (verbs.has(verb)) return verb;
  }
  return (tags === VERBS ? infinitiveOf(word) : null) ?? likelyStem(rest);
}

/** The stems that can stand behind what an ending leaves, the likeliest first: "rat" of "rating", "plan" of "planning". */
function stemsOf(rest: string): readonly string[] {
  return DOUBLED.test(rest) ? [`${rest}e`, rest, rest.slice(0, -1)] : [`${rest}e`, rest];
}

/** The stem that the tagger's lexicon knows, or null. */
function knownStem(rest: string, tags: Uint8Array): string | null {
  const { lexicon } = shippedModels();
  for (const stem of stemsOf(rest)) if (lexicon.knows(stem, tags)) return stem;
  return null;
}

/** The stem by rules alone. */
function likelyStem(rest: string): string {
  if (DOUBLED.test(rest) && !/(?:ll|ff|zz)$/.test(rest)) return rest.slice(0, -1);
  return SILENT_E.test(rest) ? `${rest}e` : rest;
}

/**
 * The infinitive of a form that ends in "ed" or "ing" as compromise and the rules tell it, where no lexicon does; null where
 * one does, and for other words. `npm run train -- verbs` lists them.
 */
export function unlistedInfinitive(form: string): string | null {
  const rest = /(?:[^i]ed|ing)$/.test(form) ? form.replace(/(?:ed|ing)$/, '') : '';
  if (rest.length < 2 || !VOWEL.test(rest) || irregularOf(form, 'V') !== undefined) return null;
  return knownStem(rest, VERBS) === null ? (infinitiveOf(form) ?? likelyStem(rest)) : null;
}
