/**
 * The factors by which the antecedent of a pronoun is chosen. The weights in `factors.tsv` are learnt from the
 * machine-made coreference of the training news by `npm run train -- pronouns`.
 */
import { loadLexicon } from '../lexicon.ts';

/** How many steps each factor has: `distance:0` up to `distance:6`. */
const STEPS = {
  /** Sentences since the person's last mention of any kind. */
  distance: 7,
  /** Sentences since the last mention by name. */
  nameDistance: 7,
  /** How many other persons were mentioned since. */
  rank: 5,
  /** Grammatical role of the last mention, by whether it stands in this sentence, the last, or further back. */
  role: 12,
  /** The last mention's kind, by the same. */
  kind: 9,
  /** Mentions so far. */
  count: 5,
  /** What is known of gender: from the text, from lists, nothing; list against. */
  gender: 4,
  /** Subject pronoun and last mention subject, object and object, … in this sentence or the last. */
  parallel: 18,
  /** Pronoun inside a quotation or not, last mention in the same one, in another, outside. */
  quotation: 6,
  /** Last mention outside, in the sentence of the quotation that holds the pronoun: likely the speaker. */
  speaker: 2,
  /** Sentences since the person spoke, or never: for a pronoun that speaks, one that does not, one inside a quotation. */
  spoke: 15,
  /** The last pronoun of this gender meant this person, by sentences since. */
  repeated: 3,
  /** Same paragraph. */
  paragraph: 2,
  /** The person is the one most mentioned so far. */
  main: 2,
  /** Nobody named is meant: always; an unnamed person ("a spokesman") stands nearer than anybody named, by role. */
  nobody: 4,
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

/** The number of all steps of all factors. */
export const FACTORS = total;

/** The index of a step of a factor; steps beyond the last count as the last, negative ones as the first. */
export function factorAt({ first, last }: Range, step: number): number {
  return Math.max(first, Math.min(first + step, last));
}

/** All steps by index, as they are named in `factors.tsv`. */
export function factorNames(): string[] {
  return (Object.keys(STEPS) as Factor[]).flatMap((factor) =>
    Array.from({ length: STEPS[factor] }, (_, step) => `${factor}:${step}`),
  );
}

let weights: Float64Array | undefined;

/** The weights by index. */
export function factorWeights(): Float64Array {
  if (weights === undefined) {
    const byName = new Map(
      loadLexicon(new URL('./factors.tsv', import.meta.url)).map(([name, weight]) => [name!, Number(weight)]),
    );
    weights = Float64Array.from(factorNames(), (name) => byName.get(name) ?? 0);
  }
  return weights;
}
