/** The verbs that can tie a source to what it says: their forms, stance, and complements with the counts on PolNeAR. */
import type { Stance, Words } from '../document.ts';
import { loadLexicon } from '../lexicon.ts';
import { vocabularyCache } from '../syntax/vocabulary-cache.ts';

/** What follows the verb where it carries a content. */
export type Complement =
  | 'clause' // said (that) prices rose
  | 'object-clause' // told Reuters (that) prices rose
  | 'noun' // denied involvement
  | 'to' // promised to pay
  | 'object-to' // urged them to pay
  | 'to-noun' // confessed to the murder
  | 'of' // accused them of theft
  | 'for' // blamed them for the loss
  | 'as' // described it as theft
  | 'predicate' // called it theft
  | 'object-as'; // quoted him as saying

export interface Cue {
  /** The verb with its particle: "say", "call on". */
  readonly lemma: string;
  readonly stance: Stance;
  /** Of the verb's occurrences with this complement, how many carry an attribution on PolNeAR's training split. */
  readonly complements: ReadonlyMap<Complement, { readonly cues: number; readonly seen: number }>;
}

/** A cue verb at its place. */
export interface CueWord {
  readonly cue: Cue;
  /** One past its last word: past the particle of "call on". */
  readonly end: number;
  readonly form: 'base' | 'present' | 'past' | 'ing';
}

interface Entry {
  readonly cue: Cue;
  readonly particle: string | null;
  readonly form: CueWord['form'];
}

/** The verbs of each spelling of the lexicon; number 0 stands for a word that is none. */
let lists: readonly (readonly Entry[])[] | null = null;
let spellings: ReadonlyMap<string, number> | null = null;
const numbers = vocabularyCache((_form, lower) => {
  if (spellings === null) {
    const verbs = index();
    spellings = new Map(Array.from(verbs.keys(), (spelling, at) => [spelling, at + 1]));
    lists = [[], ...verbs.values()];
  }
  return spellings.get(lower) ?? 0;
});
let stances: ReadonlyMap<string, Stance> | null = null;

const NONE: readonly CueWord[] = [];

/** By word type: more than 0 where a cue verb has its spelling. */
export function cueSpellings(): Int32Array {
  return numbers();
}

/** The cue verbs whose form stands at word `w`; those with a particle first, when it follows. */
export function cuesAt(words: Words, w: number): readonly CueWord[] {
  const number = cueSpellings()[words.types[w]!]!;
  if (number === 0) return NONE;
  return lists!
    [number]!.filter(({ particle }) => particle === null || words.lower[w + 1] === particle)
    .map(({ cue, particle, form }) => ({ cue, form, end: particle === null ? w + 1 : w + 2 }));
}

/** The stance of a verb with its particle, or null where the lexicon lacks it. */
export function verbStance(lemma: string): Stance | null {
  stances ??= new Map(read().map(({ cue }) => [cue.lemma, cue.stance]));
  return stances.get(lemma) ?? null;
}

function read(): readonly { readonly cue: Cue; readonly irregular: readonly string[] }[] {
  return loadLexicon(new URL('./cue-verbs.tsv', import.meta.url)).map(([lemma, stance, complements, irregular]) => ({
    cue: {
      lemma: lemma!,
      stance: stance as Stance,
      complements: new Map(
        complements!.split(' ').map((complement) => {
          const [name, counts] = complement.split('=');
          const [cues, seen] = counts!.split('/').map(Number);
          return [name as Complement, { cues: cues!, seen: seen! }];
        }),
      ),
    },
    irregular: irregular?.split(' ') ?? [],
  }));
}

function index(): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const { cue, irregular } of read()) {
    const [verb, particle = null] = cue.lemma.split(' ') as [string, string?];
    for (const [form, spelling] of formsOf(verb, irregular)) {
      const list = map.get(spelling) ?? [];
      if (list.some((entry) => entry.cue === cue)) continue;
      list.push({ cue, particle, form });
      map.set(spelling, list);
    }
  }
  for (const list of map.values()) list.sort((a, b) => Number(b.particle !== null) - Number(a.particle !== null));
  return map;
}

const VOWEL = /[aeiou]/u;

/** The forms of a verb by the spelling rules of English; `irregular` replaces the past forms. */
function formsOf(verb: string, irregular: readonly string[]): [CueWord['form'], string][] {
  const consonantY = verb.endsWith('y') && !VOWEL.test(verb.at(-2)!);
  const doubled = irregular.find((form) => form.endsWith('ed'))?.slice(0, -2);
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : doubled && doubled.length > verb.length ? doubled : verb;
  const past = consonantY ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const present = consonantY ? `${verb.slice(0, -1)}ies` : /(?:[sxz]|[cs]h)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [
    ...(irregular.length > 0 ? irregular : [past]).map((form): [CueWord['form'], string] => ['past', form]),
    ['base', verb],
    ['present', verb === 'go' ? 'goes' : present],
    ['ing', `${/[^aeiou]ee$/u.test(verb) ? verb : stem}ing`],
  ];
}
