/** The dictionary form of a word, from its tag: a lexicon of irregular forms, then rules that ask which stems are words. */
import { loadLexicon } from '../lexicon.ts';
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

/**
 * @param lower the word in lower case
 * @param tag index into `PENN_TAGS`
 * @param form the word as written: names, abbreviations and adjectives of names keep their capitals
 */
export function lemmaOf(lower: string, tag: number, form = lower): string {
  irregular ??= new Map(loadLexicon(new URL('./lemmas.tsv', import.meta.url)).map(([key, lemma]) => [key!, lemma!]));
  const word = lower.replace(/[’‘]/g, "'");
  if (tag === TAG.NNP) return form;
  if (tag === TAG.NNPS) return form.length > 3 ? form.replace(/s$/, '') : form;
  if (tag === TAG.PRP && word === 'her') return 'she';
  if (tag === TAG.PRP && word === "'s") return 'we';
  if (tag === TAG.POS) return "'s";
  const known = irregular.get(`${word} ${classOf(tag)}`);
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
  const { lexicon } = shippedModels();
  const single = DOUBLED.test(rest) ? rest.slice(0, -1) : null;
  if (lexicon.knows(`${rest}e`, tags)) return `${rest}e`;
  if (lexicon.knows(rest, tags)) return rest;
  if (single !== null && lexicon.knows(single, tags)) return single;
  const asked = tags === VERBS ? infinitiveOf(word) : null;
  if (asked !== null) return asked;
  if (single !== null && !/(?:ll|ff|zz)$/.test(rest)) return single;
  return SILENT_E.test(rest) ? `${rest}e` : rest;
}
