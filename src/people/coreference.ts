/**
 * Whom pronouns and descriptions mean, in one pass from left to right: every person named so far is weighed by the factors
 * (recency, role, repetition, gender, quotations), and so is that nobody named is meant. Nothing is resolved forwards.
 */
import type { PersonMention } from '../document.ts';
import { wordAt } from '../document.ts';
import { bitOf, gazetteerBits } from '../names/gazetteer.ts';
import { RELATION, TAG } from '../syntax/labels.ts';
import { OBJECT, type PersonContext, SUBJECT } from './context.ts';
import { readDescription } from './descriptions.ts';
import { factorAt } from './factors.ts';
import { type Gender, genderOfWord } from './gender.ts';
import { HE, SHE, SOMEBODY, THE, WHO } from './kinds.ts';
import type { Known } from './known.ts';

const SPEECH = bitOf('speech');

/** Persons weighed for one pronoun, at most: those mentioned last. */
const MAX_CANDIDATES = 10;

interface State {
  gender: Gender;
  count: number;
  last: number;
  lastKind: number;
  lastName: number;
  head: number;
  /** Where the person was last the subject of a verb of speech, outside quotations. */
  spoke: number;
}

/** A choice: the candidates' factors and persons, -1 for nobody. */
export interface Choice {
  readonly word: number;
  readonly persons: readonly number[];
  readonly factors: readonly (readonly number[])[];
}

/** Chooses among candidates: returns the index of one. Training puts its own in. */
export type Chooser = (choice: Choice) => number;

/** Linear scores with the weights given. */
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

/**
 * Resolves pronouns, relative "who" and descriptions.
 *
 * @returns for every person the mentions that are no names, sorted
 */
export function resolve(context: PersonContext, people: readonly Known[], choose: Chooser): PersonMention[][] {
  const { words, kinds } = context;
  const found: PersonMention[][] = people.map(() => []);
  const state: State[] = people.map(({ gender }) => ({
    gender,
    count: 0,
    last: -1,
    lastKind: 0,
    lastName: -1,
    head: -1,
    spoke: -1,
  }));
  /** Persons, the one mentioned last first. */
  const recent: number[] = [];
  const lastPronoun: Record<'m' | 'w', { person: number; word: number }> = {
    m: { person: -1, word: -1 },
    w: { person: -1, word: -1 },
  };
  let unnamed = -1;
  let main = -1;

  const note = (person: number, first: number, last: number, kind: number) => {
    const known = state[person]!;
    known.count += 1;
    known.last = first;
    known.lastKind = kind;
    if (kind === 0) known.lastName = first;
    known.head = context.headOf(first, last);
    if (speaks(context, known.head)) known.spoke = first;
    const at = recent.indexOf(person);
    if (at >= 0) recent.splice(at, 1);
    recent.unshift(person);
    if (main < 0 || known.count > state[main]!.count) main = person;
  };
  const mention = (person: number, first: number, last: number, kind: 'pronoun' | 'description') => {
    found[person]!.push({ start: words.starts[first]!, end: words.ends[last]!, kind });
    note(person, first, last, kind === 'pronoun' ? 1 : 2);
  };

  const names = people
    .flatMap(({ mentions }, person) => mentions.map((span) => ({ person, span })))
    .sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  for (let word = 0; word < words.count; word++) {
    if (next < names.length && words.starts[word]! >= names[next]!.span.start) {
      const { person, span } = names[next++]!;
      const last = Math.max(word, wordAt(words, span.end - 1));
      note(person, word, last, 0);
      word = last;
      continue;
    }
    const kind = kinds[words.types[word]!]!;
    if (kind === 0) continue;
    if (kind & (HE | SHE)) {
      const gender = kind & HE ? 'm' : 'w';
      const choice = weigh(word, gender);
      const person = choice.persons[choose(choice)]!;
      if (person >= 0) {
        mention(person, word, word, 'pronoun');
        state[person]!.gender ??= gender;
        lastPronoun[gender] = { person, word };
      }
      continue;
    }
    if (kind & WHO) {
      const person = antecedentOfWho(context, people, recent, state, word);
      if (person >= 0) mention(person, word, word, 'pronoun');
      continue;
    }
    const description = kind & THE ? readDescription(context, word) : null;
    if (description) {
      const person = recent
        .slice(0, MAX_CANDIDATES)
        .find((candidate) => description.fits(people[candidate]!, state[candidate]!.gender));
      if (person !== undefined) {
        mention(person, word, description.last, 'description');
        word = description.last;
        continue;
      }
    }
    if (kind & SOMEBODY && isUnnamed(context, word)) unnamed = word;
  }
  return found;

  function weigh(word: number, gender: 'm' | 'w'): Choice {
    const persons: number[] = [];
    const factors: number[][] = [];
    const sentence = context.sentenceOf[word]!;
    const role = context.roleOf(word);
    for (const person of recent) {
      if (persons.length === MAX_CANDIDATES) break;
      const known = state[person]!;
      if (known.gender !== null && known.gender !== gender) continue;
      if (role === OBJECT && isSubjectOfSame(context, known.head, word)) continue;
      factors.push(factorsOf(word, gender, sentence, role, person, persons.length));
      persons.push(person);
    }
    const nearer = persons.length === 0 || unnamed > state[persons[0]!]!.last;
    const fits = unnamed >= 0 && (genderOfWord(words.lower[unnamed]!) ?? gender) === gender;
    const close = unnamed >= 0 && sentence - context.sentenceOf[unnamed]! <= 1;
    const step = nearer && fits && close ? (context.roleOf(unnamed) === SUBJECT ? 2 : 3) : -1;
    factors.push(step < 0 ? [factorAt('nobody', 0)] : [factorAt('nobody', 0), factorAt('nobody', step)]);
    persons.push(-1);
    return { word, persons, factors };
  }

  function factorsOf(
    word: number,
    gender: 'm' | 'w',
    sentence: number,
    role: number,
    person: number,
    rank: number,
  ): number[] {
    const known = state[person]!;
    const { last, head } = known;
    const distance = sentence - context.sentenceOf[last]!;
    const near = Math.min(distance, 2);
    const nameDistance = sentence - context.sentenceOf[known.lastName]!;
    const before = context.roleOf(head);
    const { listed } = people[person]!;
    const told = known.gender === gender ? 0 : listed === gender ? 1 : listed === null ? 2 : 3;
    const inside = context.quoteOf[word]!;
    const place = context.quoteOf[last]! === inside ? 0 : context.quoteOf[last]! < 0 ? 1 : 2;
    const list = [
      factorAt('distance', step(distance)),
      factorAt('nameDistance', step(nameDistance)),
      factorAt('rank', rank),
      factorAt('role', near * 4 + before),
      factorAt('kind', near * 3 + known.lastKind),
      factorAt('count', known.count < 3 ? known.count - 1 : known.count < 6 ? 2 : known.count < 10 ? 3 : 4),
      factorAt('gender', told),
      factorAt('quotation', (inside < 0 ? 0 : 3) + place),
    ];
    if (distance < 2) list.push(factorAt('parallel', (distance * 3 + Math.min(role, 2)) * 3 + Math.min(before, 2)));
    if (inside >= 0 && place === 1 && distance === 0) list.push(factorAt('speaker', before === SUBJECT ? 1 : 0));
    const since = known.spoke < 0 ? 4 : Math.min(3, sentence - context.sentenceOf[known.spoke]!);
    list.push(factorAt('spoke', (speaks(context, word) ? 0 : inside < 0 ? 1 : 2) * 5 + since));
    const again = lastPronoun[gender];
    if (again.person === person) list.push(factorAt('repeated', sentence - context.sentenceOf[again.word]!));
    if (context.sentences[sentence]!.paragraph === context.sentences[context.sentenceOf[last]!]!.paragraph)
      list.push(factorAt('paragraph', 0));
    else list.push(factorAt('paragraph', 1));
    if (person === main) list.push(factorAt('main', 0));
    return list;
  }
}

/** Whether a word is the subject of a verb of speech that stands outside quotations. */
function speaks(context: PersonContext, word: number): boolean {
  const verb = context.syntax.heads[word]!;
  if (verb < 0 || context.quoteOf[word]! >= 0 || context.roleOf(word) !== SUBJECT) return false;
  return (gazetteerBits(context.words.lower[verb]!) & SPEECH) !== 0;
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

function step(distance: number): number {
  return distance < 4 ? distance : distance < 6 ? 4 : distance < 11 ? 5 : 6;
}

/** Relations in which a noun stands for somebody of its own, not for a name beside it. */
const OWN = new Set<number>([
  RELATION.nsubj,
  RELATION['nsubj:pass'],
  RELATION.obj,
  RELATION.obl,
  RELATION['obl:agent'],
]);

/** Whether a word for somebody ("a spokesman", "the woman") stands for a person of its own, whom the text does not name. */
function isUnnamed({ words, syntax }: PersonContext, word: number): boolean {
  if (syntax.tags[word] !== TAG.NN || !OWN.has(syntax.relations[word]!)) return false;
  return !words.lower.slice(Math.max(0, word - 3), word).includes('as');
}

/** The person right before a relative "who", over a comma at most. */
function antecedentOfWho(
  context: PersonContext,
  people: readonly Known[],
  recent: readonly number[],
  state: readonly State[],
  word: number,
): number {
  const person = recent[0];
  if (person === undefined || state[person]!.lastKind !== 0) return -1;
  const { words } = context;
  const gap = words.lower[word - 1] === ',' ? word - 1 : word;
  const end = words.ends[gap - 1];
  return people[person]!.mentions.some(
    (mention) => mention.start === words.starts[state[person]!.lastName] && mention.end === end,
  )
    ? person
    : -1;
}
