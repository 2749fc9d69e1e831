/**
 * Resolves pronouns and descriptions in one pass from left to right: each person named so far is scored by factors
 * (recency, role, repetition, gender, quotations), and so is the possibility that nobody named is meant. No reference
 * is resolved to a later name.
 */
import type { PersonMention, Span } from '../document.ts';
import { wordAt } from '../document.ts';
import { RELATION, TAG } from '../syntax/labels.ts';
import { type Choice, candidatesFor, MAX_CANDIDATES } from './candidates.ts';
import type { PersonContext } from './context.ts';
import { readDescription } from './descriptions.ts';
import { beginDiscourse, DESCRIPTION, type Discourse, NAME, noteMention, PRONOUN } from './discourse.ts';
import { HE, SHE, SOMEBODY, THE, WHO } from './kinds.ts';
import type { Known } from './known.ts';

/** Returns the index of the candidate that is chosen; training passes its own. */
export type Chooser = (choice: Choice) => number;

/** @returns the chooser of the candidate with the largest sum of weights; of equal ones the first */
export function chooserOf(weights: Float64Array): Chooser {
  return ({ factors }) => {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < factors.length; at++) {
      let score = 0;
      for (const factor of factors[at]!) score += weights[factor]!;
      if (score > most) {
        most = score;
        best = at;
      }
    }
    return best;
  };
}

/** A word or words that mean a person named before. */
interface Reference {
  readonly person: number;
  readonly last: number;
  readonly kind: 'pronoun' | 'description';
}

/**
 * Resolves pronouns, relative "who" and descriptions.
 *
 * @param people with their name mentions, each list sorted
 * @returns for every person the mentions that are no names, sorted
 */
export function resolveReferences(
  context: PersonContext,
  people: readonly Known[],
  choose: Chooser,
): PersonMention[][] {
  const { words, kinds } = context;
  const discourse = beginDiscourse(context, people);
  const found: PersonMention[][] = people.map(() => []);
  const names: { readonly person: number; readonly span: Span }[] = [];
  for (let person = 0; person < people.length; person += 1)
    for (const span of people[person]!.mentions) names.push({ person, span });
  names.sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  for (let word = 0; word < words.count; word++) {
    if (next < names.length && words.starts[word]! >= names[next]!.span.start) {
      const { person, span } = names[next++]!;
      const last = Math.max(word, wordAt(words, span.end - 1));
      noteMention(discourse, person, word, last, NAME);
      word = last;
      continue;
    }
    const kind = kinds[words.types[word]!]!;
    if (kind === 0) continue;
    const reference = referenceAt(discourse, word, kind, choose);
    if (reference === null) continue;
    const { person, last, kind: how } = reference;
    found[person]!.push({ start: words.starts[word]!, end: words.ends[last]!, kind: how });
    word = last;
  }
  return found;
}

/** Resolves what begins at a word, and notes it; null where it means nobody who is named. */
function referenceAt(discourse: Discourse, word: number, kind: number, choose: Chooser): Reference | null {
  if (kind & (HE | SHE)) return pronounAt(discourse, word, kind & HE ? 'm' : 'w', choose);
  if (kind & WHO) {
    const person = antecedentOfWho(discourse, word);
    if (person < 0) return null;
    noteMention(discourse, person, word, word, PRONOUN);
    return { person, last: word, kind: 'pronoun' };
  }
  const described = kind & THE ? describedAt(discourse, word) : null;
  if (described === null && kind & SOMEBODY && isUnnamed(discourse.context, word)) discourse.unnamed = word;
  return described;
}

function pronounAt(discourse: Discourse, word: number, gender: 'm' | 'w', choose: Chooser): Reference | null {
  const choice = candidatesFor(discourse, word, gender);
  const person = choice.persons[choose(choice)]!;
  if (person < 0) return null;
  noteMention(discourse, person, word, word, PRONOUN);
  discourse.states[person]!.gender ??= gender;
  discourse.lastPronoun[gender] = { person, word };
  return { person, last: word, kind: 'pronoun' };
}

function describedAt(discourse: Discourse, word: number): Reference | null {
  const { context, people, states, recent } = discourse;
  const description = readDescription(context, word);
  const person =
    description &&
    recent
      .slice(0, MAX_CANDIDATES)
      .find((candidate) => description.fits(people[candidate]!, states[candidate]!.gender));
  if (description === null || person === undefined || person === null) return null;
  noteMention(discourse, person, word, description.last, DESCRIPTION);
  return { person, last: description.last, kind: 'description' };
}

/** Relations in which a noun refers to a person of its own, and not to that of a name beside it. */
const OWN = new Set<number>([
  RELATION.nsubj,
  RELATION['nsubj:pass'],
  RELATION.obj,
  RELATION.obl,
  RELATION['obl:agent'],
]);

/** Whether a noun for a person ("a spokesman", "the woman") refers to somebody whom the text does not name. */
function isUnnamed({ words, syntax }: PersonContext, word: number): boolean {
  if (syntax.tags[word] !== TAG.NN || !OWN.has(syntax.relations[word]!)) return false;
  return !words.lower.slice(Math.max(0, word - 3), word).includes('as');
}

/** The person whose name stands right before a relative "who", over a comma at most; -1 where none does. */
function antecedentOfWho({ context, people, recent, states }: Discourse, word: number): number {
  const person = recent[0];
  if (person === undefined || states[person]!.lastKind !== NAME) return -1;
  const { words } = context;
  const gap = words.lower[word - 1] === ',' ? word - 1 : word;
  const end = words.ends[gap - 1];
  return people[person]!.mentions.some(
    (mention) => mention.start === words.starts[states[person]!.lastName] && mention.end === end,
  )
    ? person
    : -1;
}
