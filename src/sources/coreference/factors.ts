/**
 * What speaks for and against a candidate as the one that a source means. Each factor comes in steps; a step has a weight
 * that all classes of anaphors share and one for each class. They stand in `coreference.tsv`, readable, learnt by
 * `npm run train -- coreference`.
 */
import { loadLexicon } from '../../lexicon.ts';
import { CLASSES } from './anaphor.ts';
import { BODY_CLASSES, FITS } from './classes.ts';

/** Factors and the number of their steps. */
const STEPS = {
  /** What the candidate is: `TYPES` in `referent.ts`; self and nobody count as types. */
  type: 12,
  /** Sentences since the last mention of any kind: 0, 1, 2, 3, 4-5, 6-10, more. */
  distance: 7,
  /** Sentences since the last mention by name. */
  nameDistance: 7,
  /** Sentences until the first mention, for one who is named only later: this, next, second, further. */
  ahead: 4,
  /** How many other candidates were mentioned since. */
  rank: 7,
  /** Role of the last mention (`ROLES` in `mentions.ts`) in this sentence, the last, further back. */
  role: 24,
  /** Name, pronoun or noun, by the same. */
  form: 9,
  /** The last mention lies outside contents, in the anaphor's own, in one of another source; quoted or not. */
  inside: 8,
  /** Mentions so far: 1, 2, 3-5, 6-9, more. */
  count: 5,
  /** Gender told alike, listed alike, unknown, listed or told otherwise. */
  gender: 5,
  /** Turns of speech since the candidate spoke (0 to 3, more, never), by where the anaphor stands. */
  spoke: 24,
  /** Sentences since the candidate spoke. */
  spokeDistance: 7,
  /** The candidate says the content in which the anaphor stands; by whether it was named before or is named after. */
  encloses: 2,
  /** Named inside what the anaphor says: quoted, not quoted. */
  named: 2,
  /** Spoke last in the paragraph before, by where the anaphor stands; this one; further back. */
  paragraph: 12,
  /** Subject of the sentence before; first subject of this one. */
  subject: 2,
  /** Most mentioned so far. */
  main: 1,
  /** What the layer `people` takes the pronoun for: this one, another, nobody. */
  people: 3,
  /** The last anaphor of these words (class, gender, noun) meant this candidate, by sentences since; another one. */
  repeated: 5,
  /** Was mentioned only inside contents. */
  onlyInside: 1,
  /** Died, declined or could not be reached. */
  silent: 1,
  /** The next source that is named is this candidate: in this paragraph, in the next; another one there. */
  next: 4,
  /** Head noun and modifiers against titles and nouns of the candidate. */
  noun: 9,
  /** The noun tells the kind of source that the candidate is, or another. */
  sameKind: 2,
  /** How the noun fits a body (`FITS` in `classes.ts`), by the noun's class. */
  fit: FITS * BODY_CLASSES,
  /** The same for nouns of all classes. */
  fits: FITS,
  /** Words before the noun with a capital: all in the name, some not; in small letters: some in it or beside it, none. */
  modifier: 4,
  /** The kind of a body, by the noun's class. */
  bodyKind: 8 * BODY_CLASSES,
  /** Of bodies that the noun fits, this is the only one, the one mentioned last, another; it does not fit, and one does; none does. */
  rival: 5,
  /** Of bodies: this is the one mentioned most; the one named first; it has a name or only words of its own. */
  leading: 2,
  proper: 2,
  /** Of bodies: last mentioned in this paragraph, in the one before, further back. */
  stretch: 3,
  /** For self: a body that the noun fits was mentioned, only such of which nothing is known, none; by the noun's class. */
  fitting: 3 * BODY_CLASSES,
  /** Another candidate has the noun as title: against this one; against the source's own words. */
  held: 2,
  /** For self: a noun that takes up what has a name, one that names by itself, another. */
  takesUp: 3,
  /** The same words, as the candidate's own noun phrase has them. */
  words: 3,
  /** For self: length and determiner. */
  self: 15,
  /** For self: what stands behind the head, by the determiner. */
  behind: 15,
  /** For self: a noun for an office, what somebody is called after a country or party, another. */
  office: 3,
  /** Of "his lawyer", "Weber's lawyer": a person of whom the noun is told, another one, no person, self. */
  owned: 4,
  /** For self: persons that it can mean: none, one, more. */
  persons: 3,
  /** Of persons: how many words of a description are told of them: none, some, all; of others, where one has them all. */
  told: 4,
  /** A relative pronoun: the tree's antecedent, next to it, over a comma. */
  relative: 4,
} as const;

export type Factor = keyof typeof STEPS;

/** The indexes of the first step of a factor and of the last. */
interface Range {
  readonly first: number;
  readonly last: number;
}

let total = 0;
/** Where the steps of each factor stand. Made from entries: an object that grows by one key at a time is read slowly. */
export const FACTOR = Object.fromEntries(
  Object.entries(STEPS).map(([factor, steps]) => {
    total += steps;
    return [factor, { first: total - steps, last: total - 1 }];
  }),
) as Readonly<Record<Factor, Range>>;

/** The number of steps of all factors; weights are one row of these for all classes together and one a class. */
export const FACTORS = total;
/** The number of weights. */
export const WEIGHTS = FACTORS * (1 + CLASSES.length);

/** The index of a step of a factor; steps beyond the last count as the last, negative ones (a mention further on) as the first. */
export function factorAt({ first, last }: Range, step: number): number {
  return Math.max(first, Math.min(first + step, last));
}

/** The names of all weights by index, as `coreference.tsv` has them: `distance:0`, `he.distance:0`. */
export function weightNames(): string[] {
  const names = (Object.keys(STEPS) as Factor[]).flatMap((factor) =>
    Array.from({ length: STEPS[factor] }, (_, step) => `${factor}:${step}`),
  );
  return [...names, ...CLASSES.flatMap((kind) => names.map((name) => `${kind}.${name}`))];
}

let shipped: Float64Array | undefined;

/** The weights by index, as a table has them by name. */
export function readWeights(table: URL): Float64Array {
  const weights = new Float64Array(WEIGHTS);
  for (const [name, weight] of loadLexicon(table)) {
    const at = weightAt(name!);
    if (at >= 0) weights[at] = Number(weight);
  }
  return weights;
}

/** The index of a weight by its name, or -1. */
function weightAt(name: string): number {
  const dot = name.indexOf('.');
  const colon = name.indexOf(':');
  const row = dot < 0 ? 0 : 1 + CLASSES.indexOf(name.slice(0, dot) as (typeof CLASSES)[number]);
  const range = FACTOR[name.slice(dot + 1, colon) as Factor] as Range | undefined;
  return range === undefined || (dot >= 0 && row === 0)
    ? -1
    : row * FACTORS + range.first + Number(name.slice(colon + 1));
}

/** The weights of the package. */
export function shippedWeights(): Float64Array {
  shipped ??= readWeights(new URL('./coreference.tsv', import.meta.url));
  return shipped;
}
