/** The persons whom a pronoun can mean, and nobody, each with its factors (their names stand in `factors.tsv`). */
import { OBJECT, type PersonContext, SUBJECT } from './context.ts';
import { type Discourse, type PersonState, speaks } from './discourse.ts';
import { FACTOR, factorAt } from './factors.ts';
import { type Gender, genderOfWord } from './gender.ts';

/** Persons weighed for one pronoun or description, at most: those mentioned last. */
export const MAX_CANDIDATES = 10;

/** A choice: the candidates' factors and persons, -1 for nobody. */
export interface Choice {
  readonly word: number;
  readonly persons: readonly number[];
  readonly factors: readonly (readonly number[])[];
}

interface Pronoun {
  readonly word: number;
  readonly gender: 'm' | 'w';
  readonly sentence: number;
  readonly role: number;
}

/**
 * @param word a pronoun
 * @returns its candidates, the one mentioned last first, nobody at the end
 */
export function candidatesFor(discourse: Discourse, word: number, gender: 'm' | 'w'): Choice {
  const { context, states, recent } = discourse;
  const pronoun: Pronoun = { word, gender, sentence: context.sentenceOf[word]!, role: context.roleOf(word) };
  const persons: number[] = [];
  const factors: number[][] = [];
  for (const person of recent) {
    if (persons.length === MAX_CANDIDATES) break;
    const state = states[person]!;
    if (state.gender !== null && state.gender !== gender) continue;
    if (pronoun.role === OBJECT && isSubjectOfSame(context, state.head, word)) continue;
    factors.push(factorsOf(discourse, pronoun, person, persons.length));
    persons.push(person);
  }
  const step = unnamedStep(discourse, pronoun, persons[0]);
  factors.push(step < 0 ? [factorAt(FACTOR.nobody, 0)] : [factorAt(FACTOR.nobody, 0), factorAt(FACTOR.nobody, step)]);
  persons.push(-1);
  return { word, persons, factors };
}

/**
 * The step of factor `nobody`: 2 where an unnamed person who is a subject stands nearer than anybody named, 3 where one
 * of another role does, -1 where none does.
 */
function unnamedStep({ context, states, unnamed }: Discourse, pronoun: Pronoun, nearest: number | undefined): number {
  if (unnamed < 0 || (nearest !== undefined && unnamed <= states[nearest]!.last)) return -1;
  const fits = (genderOfWord(context.words.lower[unnamed]!) ?? pronoun.gender) === pronoun.gender;
  if (!fits || pronoun.sentence - context.sentenceOf[unnamed]! > 1) return -1;
  return context.roleOf(unnamed) === SUBJECT ? 2 : 3;
}

/** @param rank how many candidates were mentioned later */
function factorsOf(discourse: Discourse, pronoun: Pronoun, person: number, rank: number): number[] {
  const { context, states, people, lastPronoun, main } = discourse;
  const { word, gender, sentence, role } = pronoun;
  const state = states[person]!;
  const { last } = state;
  const distance = sentence - context.sentenceOf[last]!;
  const near = Math.min(distance, 2);
  const before = context.roleOf(state.head);
  const inside = context.quoteOf[word]!;
  const place = context.quoteOf[last]! === inside ? 0 : context.quoteOf[last]! < 0 ? 1 : 2;
  const list = [
    factorAt(FACTOR.distance, distanceStep(distance)),
    factorAt(FACTOR.nameDistance, distanceStep(sentence - context.sentenceOf[state.lastName]!)),
    factorAt(FACTOR.rank, rank),
    factorAt(FACTOR.role, near * 4 + before),
    factorAt(FACTOR.kind, near * 3 + state.lastKind),
    factorAt(FACTOR.count, countStep(state.count)),
    factorAt(FACTOR.gender, genderStep(state, people[person]!.listed, gender)),
    factorAt(FACTOR.quotation, (inside < 0 ? 0 : 3) + place),
  ];
  if (distance < 2) list.push(factorAt(FACTOR.parallel, (distance * 3 + Math.min(role, 2)) * 3 + Math.min(before, 2)));
  if (inside >= 0 && place === 1 && distance === 0) list.push(factorAt(FACTOR.speaker, before === SUBJECT ? 1 : 0));
  const since = state.spoke < 0 ? 4 : Math.min(3, sentence - context.sentenceOf[state.spoke]!);
  list.push(factorAt(FACTOR.spoke, (speaks(context, word) ? 0 : inside < 0 ? 1 : 2) * 5 + since));
  const again = lastPronoun[gender];
  if (again.person === person) list.push(factorAt(FACTOR.repeated, sentence - context.sentenceOf[again.word]!));
  const paragraph = context.sentences[context.sentenceOf[last]!]!.paragraph;
  list.push(factorAt(FACTOR.paragraph, context.sentences[sentence]!.paragraph === paragraph ? 0 : 1));
  if (person === main) list.push(factorAt(FACTOR.main, 0));
  return list;
}

/** "X met him": the object is not the subject, unless it is reflexive. */
function isSubjectOfSame(context: PersonContext, subject: number, object: number): boolean {
  const verb = context.syntax.heads[object]!;
  return (
    verb >= 0 &&
    context.syntax.heads[subject] === verb &&
    context.roleOf(subject) === SUBJECT &&
    !context.words.lower[object]!.endsWith('self')
  );
}

/** Sentences in steps that grow. */
function distanceStep(distance: number): number {
  return distance < 4 ? distance : distance < 6 ? 4 : distance < 11 ? 5 : 6;
}

function countStep(count: number): number {
  return count < 3 ? count - 1 : count < 6 ? 2 : count < 10 ? 3 : 4;
}

/** 0 where the text says the gender, 1 where lists do, 2 where nothing does, 3 where lists say the other. */
function genderStep(state: PersonState, listed: Gender, gender: 'm' | 'w'): number {
  if (state.gender === gender) return 0;
  return listed === gender ? 1 : listed === null ? 2 : 3;
}
