/** The noun phrases of an article that can be what a source means, with where they stand. */
import { type Layers, type Span, wordAt } from '../../document.ts';
import { bitOf, gazetteerBitsByType } from '../../names/gazetteer.ts';
import type { PersonContext } from '../../people/context.ts';
import { memberTable, RELATION, TAG } from '../../syntax/labels.ts';
import { dependentsOf, nounPhraseOf } from '../../syntax/phrases.ts';

/**
 * Where a mention stands: 0 subject, 1 object, 2 possessor, 3 oblique, 4 told something, 5 in brackets or after a slash,
 * 6 in a heading, 7 apposition.
 */
export type Role = number;
const [ADDRESSEE, ASIDE, HEADING, APPOSITION] = [4, 5, 6, 7] as const;

const SPEECH = bitOf('speech');
const CALENDAR = bitOf('calendar');
const INNER = memberTable(RELATION.compound, RELATION.flat, RELATION.fixed, RELATION.goeswith, RELATION['nmod:desc']);
/** The opening bracket, the square one, the slash. */
const [BRACKET, SQUARE, SLASH] = [0x28, 0x5b, 0x2f] as const;

const NONE: readonly number[] = [];

export interface Phrase extends Span {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly plural: boolean;
  /** The phrase beside which this one stands as apposition, by its head; -1 for none. */
  readonly beside: number;
  /** Heads of the phrases that "and" joins to this one, this one first; empty where it stands alone. */
  readonly joined: readonly number[];
}

/** All noun phrases with a noun or name as head, by their heads; undefined for a word that is none. */
export function nounPhrases({ words, syntax }: Pick<Layers, 'words' | 'syntax'>): (Phrase | undefined)[] {
  const found = new Array<Phrase | undefined>(words.count);
  const bits = gazetteerBitsByType();
  const joins = new Map<number, number[]>();
  for (let word = 0; word < words.count; word += 1) {
    const tag = syntax.tags[word]!;
    if (tag > TAG.NNPS || INNER[syntax.relations[word]!] === 1) continue;
    if ((bits[words.types[word]!]! & CALENDAR) !== 0) continue;
    const { from, to } = nounPhraseOf(syntax, word);
    let last = word;
    // The base phrase: a name goes on after its head, a complement is left out.
    while (last + 1 < to && syntax.tags[last + 1]! <= TAG.NNPS && INNER[syntax.relations[last + 1]!] === 1) last += 1;
    const governor = syntax.heads[word]!;
    if (syntax.relations[word] === RELATION.conj && governor >= 0) {
      const list = joins.get(governor);
      if (list) list.push(word);
      else joins.set(governor, [governor, word]);
    }
    found[word] = {
      start: words.starts[from]!,
      end: words.ends[last]!,
      first: from,
      last,
      head: word,
      plural: tag === TAG.NNS || tag === TAG.NNPS,
      beside: syntax.relations[word] === RELATION.appos ? governor : -1,
      joined: NONE,
    };
  }
  for (const [head, joined] of joins) {
    const phrase = found[head];
    if (phrase && joined.every((other) => found[other] !== undefined)) found[head] = { ...phrase, joined };
  }
  return found;
}

/** What "and" joins, by the last head of each. */
export function joinedByLast(phrases: readonly (Phrase | undefined)[]): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  for (const phrase of phrases) if (phrase && phrase.joined.length > 0) found.set(phrase.joined.at(-1)!, phrase.joined);
  return found;
}

/** Where a mention stands in its sentence. */
export function roleOfMention(text: string, context: PersonContext, head: number, first: number): Role {
  const { words, syntax, sentences, sentenceOf } = context;
  const before = text.charCodeAt(words.starts[first]! - 1);
  if (before === BRACKET || before === SLASH || before === SQUARE) return ASIDE;
  if (sentences[sentenceOf[head]!]!.kind === 'heading') return HEADING;
  const relation = syntax.relations[head]!;
  const governor = syntax.heads[head]!;
  const spoken = governor >= 0 && (gazetteerBitsByType()[words.types[governor]!]! & SPEECH) !== 0;
  if (spoken && (relation === RELATION.obj || relation === RELATION.iobj)) return ADDRESSEE;
  if (spoken && relation === RELATION.obl && words.lower[first - 1] === 'to') return ADDRESSEE;
  if (relation === RELATION.appos) return APPOSITION;
  return context.roleOf(head);
}

const SILENT = /^(?:died?|dies|declined|declines|refused|killed|deceased)$/;
const NO_ANSWER = /^(?:respond|reply|return|comment|answer|reached)$/;

/** Whether the clause of a mention tells that its subject is dead or out of reach: "could not be reached", "died". */
export function fallsSilent({ words, syntax }: PersonContext, head: number): boolean {
  if (words.lower[head - 1] === 'late' || words.lower[head - 2] === 'late') return true;
  const relation = syntax.relations[head]!;
  const verb = syntax.heads[head]!;
  if (verb < 0 || (relation !== RELATION.nsubj && relation !== RELATION['nsubj:pass'])) return false;
  const lower = words.lower[verb]!;
  if (SILENT.test(lower)) return true;
  return (
    NO_ANSWER.test(lower) &&
    words.lower.slice(Math.max(0, verb - 4), verb).some((word) => /^(?:not|n['’]t|never)$/.test(word))
  );
}

/** The words of a span: first and last. */
export function wordsOfSpan(words: Layers['words'], span: Span): { first: number; last: number } {
  let first = wordAt(words, span.start);
  if (first < 0 || words.ends[first]! <= span.start) first += 1;
  return { first, last: Math.max(first, wordAt(words, span.end - 1)) };
}

/** "Karl is a lawyer": the subject of a noun that a copula makes its predicate, or -1. */
export function subjectOfNoun({ syntax }: Pick<Layers, 'syntax'>, head: number): number {
  let copula = false;
  let subject = -1;
  for (const child of dependentsOf(syntax, head)) {
    if (syntax.relations[child] === RELATION.cop) copula = true;
    if (syntax.relations[child] === RELATION.nsubj) subject = child;
  }
  return copula ? subject : -1;
}

const PARTY = /^,? \(?([RD])[-–]/u;
const PARTIES: Readonly<Record<string, readonly string[]>> = {
  R: ['republican', 'gop'],
  D: ['democrat', 'democratic'],
};

/** What somebody is called by what follows the name: "Jane Smith (R-Ala.)", "Paul Hale, D-Nev." */
export function partyAfter(text: string, end: number): readonly string[] {
  const party = PARTY.exec(text.slice(end, end + 5))?.[1];
  return party === undefined ? [] : PARTIES[party]!;
}
