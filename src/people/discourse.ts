/** The state of an article up to a word: who was mentioned last, how, and where they last spoke. */
import { bitOf, gazetteerBitsByType } from '../names/gazetteer.ts';
import { type PersonContext, SUBJECT } from './context.ts';
import type { Gender } from './gender.ts';
import type { Known } from './known.ts';

const SPEECH = bitOf('speech');

/** How a person was mentioned. */
export const [NAME, PRONOUN, DESCRIPTION] = [0, 1, 2] as const;

/** The state of one person; words are indexes into the layer, -1 for none yet. */
export interface PersonState {
  /** By name or by a pronoun that was resolved. */
  gender: Gender;
  /** Mentions. */
  count: number;
  /** First word of the last mention. */
  last: number;
  /** NAME, PRONOUN or DESCRIPTION. */
  lastKind: number;
  /** First word of the last name. */
  lastName: number;
  /** Head of the last mention. */
  head: number;
  /** Where the person was last the subject of a verb of speech, outside quotations. */
  spoke: number;
}

/** Changed in place while the article is gone through. Persons are indexes into `people`. */
export interface Discourse {
  readonly context: PersonContext;
  readonly people: readonly Known[];
  readonly states: readonly PersonState[];
  /** Persons, the one mentioned last first. */
  readonly recent: number[];
  /** The person that the last pronoun of a gender meant, and its word. */
  readonly lastPronoun: Record<'m' | 'w', { person: number; word: number }>;
  /** The word at which an unnamed person was last mentioned, -1 for none. */
  unnamed: number;
  /** The person mentioned most, -1 before the first. */
  main: number;
}

/** @returns the discourse before the first word */
export function beginDiscourse(context: PersonContext, people: readonly Known[]): Discourse {
  return {
    context,
    people,
    states: people.map(({ gender }) => ({
      gender,
      count: 0,
      last: -1,
      lastKind: NAME,
      lastName: -1,
      head: -1,
      spoke: -1,
    })),
    recent: [],
    lastPronoun: { m: { person: -1, word: -1 }, w: { person: -1, word: -1 } },
    unnamed: -1,
    main: -1,
  };
}

/**
 * Notes a mention.
 *
 * @param first its first word
 * @param last its last word
 * @param kind NAME, PRONOUN or DESCRIPTION
 */
export function noteMention(discourse: Discourse, person: number, first: number, last: number, kind: number): void {
  const { context, states, recent, main } = discourse;
  const state = states[person]!;
  state.count += 1;
  state.last = first;
  state.lastKind = kind;
  if (kind === NAME) state.lastName = first;
  state.head = context.headOf(first, last);
  if (speaks(context, state.head)) state.spoke = first;
  const at = recent.indexOf(person);
  if (at >= 0) recent.splice(at, 1);
  recent.unshift(person);
  if (main < 0 || state.count > states[main]!.count) discourse.main = person;
}

/** Whether a word is the subject of a verb of speech that stands outside quotations. */
export function speaks(context: PersonContext, word: number): boolean {
  const verb = context.syntax.heads[word]!;
  if (verb < 0 || context.quoteOf[word]! >= 0 || context.roleOf(word) !== SUBJECT) return false;
  return (gazetteerBitsByType()[context.words.types[verb]!]! & SPEECH) !== 0;
}
