/**
 * Resolves each source in one pass over the article from left to right: noun phrases are recorded as they come, a
 * source that names somebody is resolved to that referent, and an anaphor is scored against all referents mentioned
 * before it.
 */
import { type Article, type Layers, type Span, slice, spanKey } from '../document.ts';
import { type PersonContext, personContext } from '../people/context.ts';
import { demonymsBeside, headOf, kindOfWords } from '../source-kinds/index.ts';
import { beginsWithCapital } from '../syntax/types.ts';
import type { Anaphor } from './coreference/anaphor.ts';
import { fitOf, isFitting, OTHER } from './coreference/classes.ts';
import { Discourse } from './coreference/discourse.ts';
import { anaphorOf } from './coreference/introduced.ts';
import {
  fallsSilent,
  joinedByLast,
  nounPhrases,
  type Phrase,
  partyAfter,
  roleOfMention,
  subjectOfNoun,
} from './coreference/mentions.ts';
import { keyOf, momentOf, type ResolutionState } from './coreference/moment.ts';
import { NAME, NOUN, PRONOUN, type Referent, referent } from './coreference/referent.ts';
import { Turns } from './coreference/turns.ts';
import { factorsOf, holds, nobodyFactors, selfFactors, takesUp, toldOf } from './coreference/weigh.ts';
import { Directory } from './directory.ts';
import { BODIES } from './name.ts';
import {
  contentsByWord,
  personsByWord,
  pronounsByWord,
  quotationsByWord,
  type SourceSpan,
  sourceSpans,
} from './spans.ts';

export type ResolverLayers = Pick<
  Layers,
  'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people' | 'attributions'
>;

/** A choice for one source. */
export interface Choice {
  readonly span: Span;
  readonly anaphor: Anaphor;
  /** The candidates; null, which is last, stands for the source's own words or, of a pronoun, for nobody. */
  readonly referents: readonly (Referent | null)[];
  readonly factors: readonly (readonly number[])[];
}

/** What was chosen: the index of the candidate and the probability of each. */
export interface Chosen {
  readonly at: number;
  readonly shares: Float64Array;
}

export type Chooser = (choice: Choice) => Chosen;

export interface Resolution {
  readonly span: Span;
  readonly referent: Referent;
  readonly anaphor: Anaphor | null;
  /** The probability that the speaker is right; 1 where the words name it. */
  readonly sure: number;
  /** The candidates of a choice with their probabilities, the likeliest first. */
  readonly candidates: readonly { readonly referent: Referent; readonly share: number }[];
  /** The source's own words were chosen, or nobody. */
  readonly own: boolean;
  /** The span is a quotation that stands alone, and the referent whose turn it goes on with. */
  readonly silent: boolean;
  /** "I" or "we"; and the article's own "I". */
  readonly first: boolean;
  readonly author: boolean;
}

/** "US" is a country. */
const FIRST_PERSON = /^(?:I|me|[Mm]y|myself|[Ww]e|us|[Oo]ur|ourselves)$/u;
const ONE = /^(?:I|me|my|myself)$/iu;
/** The classes of anaphors that bodies can be meant by. */
const BODILY: ReadonlySet<Anaphor['kind']> = new Set(['body', 'group', 'thing']);
/** Sentences ahead in which a body that is named only later is looked for. */
const SENTENCES_AHEAD = 3;
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);

/**
 * The referent of every source of an article, in the order of the text; "I" and "we" last. Linear in the length of the
 * text.
 */
export function resolveSources(article: Article, layers: ResolverLayers, choose: Chooser): Resolution[] {
  return new Resolver(article, layers, choose).run();
}

class Resolver {
  readonly #article: Article;
  readonly #layers: ResolverLayers;
  readonly #choose: Chooser;
  readonly #context: PersonContext;
  readonly #directory: Directory;
  readonly #discourse: Discourse;
  readonly #contentOf: Int32Array;
  readonly #personAt: Int32Array;
  readonly #phrases: readonly (Phrase | undefined)[];
  readonly #state: ResolutionState;
  readonly #turns = new Turns();
  readonly #meant = new Map<number, Referent>();
  readonly #repeated = new Map<string, { referent: Referent | null; word: number }>();
  /** The referents by the heads of their mentions, and by their last common noun. */
  readonly #byHead: (Referent | undefined)[];
  readonly #byNoun = new Map<string, Referent>();
  /** 1 for the heads of sources, which are noted as such. */
  readonly #heads: Uint8Array;
  readonly #found: Resolution[] = [];
  readonly #later: SourceSpan[] = [];

  constructor(article: Article, layers: ResolverLayers, choose: Chooser) {
    this.#article = article;
    this.#layers = layers;
    this.#choose = choose;
    this.#context = personContext(layers);
    this.#directory = new Directory(article, layers);
    this.#discourse = new Discourse(this.#directory.persons);
    this.#contentOf = contentsByWord(layers.words, layers.attributions);
    this.#personAt = personsByWord(layers);
    this.#phrases = nounPhrases(layers);
    this.#byHead = new Array<Referent | undefined>(layers.words.count);
    this.#heads = new Uint8Array(layers.words.count);
    this.#state = {
      article,
      layers,
      context: this.#context,
      contentOf: this.#contentOf,
      sources: sourceSpans(article, layers, this.#context),
      pronouns: pronounsByWord(layers),
      persons: this.#directory.persons,
      meant: this.#meant,
      repeated: this.#repeated,
      turns: this.#turns,
      discourse: this.#discourse,
    };
  }

  run(): Resolution[] {
    const { words, sentences } = this.#layers;
    const { sources, pronouns } = this.#state;
    const joined = joinedByLast(this.#phrases);
    const alone = quotationsByWord(this.#layers);
    let next = 0;
    for (let word = 0; word < words.count; word += 1) {
      this.#turns.enter(sentences[this.#context.sentenceOf[word]!]!.paragraph);
      for (; next < sources.length && sources[next]!.first <= word; next += 1) this.#resolve(sources[next]!, next);
      const quotation = alone.get(word);
      if (quotation) this.#goOn(quotation, word);
      if (this.#heads[word] === 1) continue;
      const phrase = this.#phrases[word];
      if (phrase) this.#meet(phrase, this.#personAt[word]!);
      else if (this.#context.kinds[words.types[word]!] !== 0) {
        const person = pronouns.get(words.starts[word]!);
        if (person !== undefined) this.#note(this.#directory.persons[person]!, word, word, PRONOUN);
      }
      const heads = this.#phrases[word] === undefined ? undefined : joined.get(word);
      if (heads) this.#join(heads);
    }
    for (const source of this.#later) this.#firstPerson(source);
    return this.#found;
  }

  #note(one: Referent, first: number, head: number, form: number): void {
    const role = roleOfMention(this.#article.text, this.#context, head, first);
    this.#discourse.note(one, { first, head, form, role, outside: this.#contentOf[head]! < 0 });
    if (fallsSilent(this.#context, head)) one.silent = true;
    this.#byHead[head] = one;
  }

  #resolved(source: SourceSpan, referent: Referent, about: Partial<Resolution>): void {
    this.#meant.set(spanKey(source), referent);
    const { anaphor = null, sure = 1, candidates = [], own = true, first = false, author = false } = about;
    const span = { start: source.start, end: source.end };
    this.#found.push({ span, referent, anaphor, sure, candidates, own, silent: false, first, author });
  }

  /** A quotation that stands alone goes on with the turn of who spoke last here or in the paragraph before. */
  #goOn(span: Span, word: number): void {
    const { sentences } = this.#layers;
    const one = this.#turns.of(sentences[this.#context.sentenceOf[word]!]!.paragraph);
    if (one === null) return;
    const none = { anaphor: null, sure: 1, candidates: [], own: false, first: false, author: false };
    this.#found.push({ span, referent: one, silent: true, ...none });
    this.#turns.speak(one, word);
  }

  #resolve(source: SourceSpan, at: number): void {
    const text = slice(this.#article, source);
    if (FIRST_PERSON.test(text)) {
      this.#later.push(source);
      return;
    }
    const { person, first, joint } = source;
    const anaphor = person === null && !joint ? anaphorOf(this.#article, this.#layers, this.#context, source) : null;
    if (anaphor) {
      this.#weigh(source, anaphor, at);
      return;
    }
    const one =
      person !== null
        ? this.#directory.persons[person]!
        : joint
          ? this.#directory.joint(source)
          : this.#directory.named(source, source.passesOn, this.#introducedAs(text));
    this.#resolved(source, one, {});
    this.#own(source, one, text);
    this.#note(one, first, source.head, person === null && /^\p{Ll}/u.test(text) ? NOUN : NAME);
    this.#speak(source, one, source.head);
  }

  /** "The group, Nurses Forward": whom "the group" has meant so far, or null. */
  #introducedAs(text: string): Referent | null {
    const noun = /^[Tt]he (\p{Ll}+), \p{Lu}/u.exec(text)?.[1];
    return (noun === undefined ? undefined : this.#byNoun.get(noun)) ?? null;
  }

  /** The words up to the head of a named source are no mentions of their own, and its common nouns are its own. */
  #own(source: SourceSpan, one: Referent, text: string): void {
    const { words } = this.#layers;
    const end = source.start + headOf(text).length;
    for (let word = source.first; word <= source.last && words.starts[word]! < end; word += 1) {
      if (this.#personAt[word]! >= 0) continue;
      this.#heads[word] = 1;
      if (source.person === null) this.#describe(one, word);
    }
  }

  /** Notes by which nouns somebody can be taken up of whom a word stands before the name: "coach", "Finn" for "Finnish". */
  #describe(one: Referent, word: number): void {
    const { forms, lower } = this.#layers.words;
    one.told.add(lower[word]!);
    if (/^\p{Ll}{3}/u.test(forms[word]!)) one.nouns.add(lower[word]!);
    for (const noun of demonymsBeside(forms[word]!)) one.nouns.add(noun);
  }

  #weigh(source: SourceSpan, anaphor: Anaphor, at: number): void {
    const { noun } = anaphor;
    // "Weber's lawyer", "the mother of Weber": never he himself.
    const inside = new Set(this.#personAt.subarray(source.first, source.last + 1));
    const known = this.#discourse
      .candidates(this.#context, anaphor, source.first, (one) => this.#directory.readKind(one))
      .filter(({ person }) => person === null || !inside.has(person));
    // "The company" is no union: of 932 bodies in the training texts that a noun takes up, 26 are called something else.
    const candidates = anaphor.kind === 'body' ? known.filter((one) => fitOf(noun!, one) !== OTHER) : known;
    if (anaphor.kind === 'body') candidates.push(...this.#comers(source, noun!, candidates));
    const held = noun !== null && candidates.some((one) => holds(one, noun));
    const fits = noun !== null && BODILY.has(anaphor.kind) ? candidates.map((one) => fitOf(noun, one)) : null;
    const toldAll = candidates.some((one) => one.type === 'person' && toldOf(anaphor, one) === 2);
    const moment = momentOf(this.#state, source, anaphor, at, { held, toldAll, fits });
    const persons = candidates.filter(({ type }) => type === 'person').length;
    const factors = candidates.map((candidate, rank) => factorsOf(this.#context, moment, candidate, rank));
    factors.push(noun === null ? nobodyFactors(moment) : selfFactors(moment, this.#byNoun.has(noun), persons));
    const { at: best, shares } = this.#choose({ span: source, anaphor, referents: [...candidates, null], factors });
    const chosen = candidates[best] ?? null;
    const ranked = candidates
      .map((one, index) => ({ referent: one, share: shares[index]! }))
      .sort((a, b) => b.share - a.share);
    const one =
      chosen ?? (noun === null ? this.#nobody(source, 'person') : this.#directory.named(source, source.passesOn));
    this.#resolved(source, one, { anaphor, sure: shares[best]!, candidates: ranked, own: chosen === null });
    this.#repeated.set(keyOf(anaphor), { referent: chosen, word: source.first });
    if (chosen === null && noun === null) return;
    if (chosen === null && anaphor.kind === 'introduced') this.#own(source, one, slice(this.#article, source));
    if (anaphor.gender !== null) one.gender ??= anaphor.gender;
    this.#note(one, source.first, anaphor.head, noun === null ? PRONOUN : NOUN);
    this.#speak(source, one, anaphor.head);
  }

  /** Bodies that the text names only after a noun, where it has named none that the noun fits: "Police Federation" after "the union". */
  #comers({ last }: SourceSpan, noun: string, before: readonly Referent[]): readonly Referent[] {
    if (before.some((one) => isFitting(fitOf(noun, one)) && /^\p{Lu}/u.test(one.name))) return [];
    const { words, sentences } = this.#layers;
    const end = Math.min(sentences.length - 1, this.#context.sentenceOf[last]! + SENTENCES_AHEAD);
    return this.#directory
      .bodiesBetween(words.ends[last]!, sentences[end]!.end)
      .filter((one) => one.last < 0 && fitOf(noun, one) !== OTHER);
  }

  /** Resolves "I" and "we" inside a content: to its speaker, a person for "I", a body or a group for "we". */
  #firstPerson(source: SourceSpan): void {
    const single = ONE.test(slice(this.#article, source));
    const around = this.#contentOf[source.first]!;
    const outer = around < 0 ? null : (this.#layers.attributions[around]!.links[0]?.source ?? null);
    const one = outer === null ? undefined : this.#meant.get(spanKey(outer));
    const person = one?.kind === 'person' || one?.kind === 'anonymous';
    const same = one !== undefined && (single ? person : !person && one.kind !== 'document');
    const author = around < 0 && this.#context.quoteOf[source.first]! < 0 && single;
    const about = { own: !same, first: true, author };
    this.#resolved(source, same ? one : this.#nobody(source, single ? 'person' : 'group'), about);
  }

  #nobody(source: SourceSpan, kind: Referent['kind']): Referent {
    return referent({ name: slice(this.#article, source), kind, type: 'nobody' });
  }

  /** Notes the turn of speech of a source, and the noun by which it was called. */
  #speak(source: SourceSpan, one: Referent, head: number): void {
    const { words } = this.#layers;
    this.#heads[head] = 1;
    if (/^\p{Ll}/u.test(words.forms[head]!)) {
      one.nouns.add(words.lower[head]!);
      this.#byNoun.set(words.lower[head]!, one);
    }
    if (source.says.length > 0 && this.#contentOf[source.first]! < 0) this.#turns.speak(one, source.first);
  }

  /** Notes a noun phrase that is no source. */
  #meet(phrase: Phrase, person: number): void {
    const { head, first, beside } = phrase;
    const { words } = this.#layers;
    const other = beside >= 0 ? beside : subjectOfNoun(this.#layers, head);
    const lower = words.lower[head]!;
    const capital = beginsWithCapital(words.types[head]!);
    const name = person < 0 && capital ? this.#directory.nameAt(words.starts[head]!) : null;
    const before = other < 0 ? undefined : (this.#byHead[other] ?? this.#apposed(other, lower));
    if (person >= 0) {
      const one = this.#directory.persons[person]!;
      this.#note(one, first, head, NAME);
      for (let word = first; word < head; word += 1) this.#describe(one, word);
      for (const word of partyAfter(this.#article.text, words.ends[head]!)) {
        one.nouns.add(word);
        one.told.add(word);
      }
    } else if (name && (before === undefined || /^\p{Ll}/u.test(before.name))) {
      this.#meetName(phrase, name, before);
    } else if (before) {
      before.nouns.add(lower);
      for (let word = first; word <= head; word += 1) before.told.add(words.lower[word]!);
      this.#byHead[head] = before;
    } else if (!capital) this.#meetNoun(phrase);
  }

  /** Notes a body or place by its name, and what it is called: "the club Ashford Rovers", "a local site, Led24". */
  #meetName({ start, end, first, head }: Phrase, name: Span, before: Referent | undefined): void {
    const { words } = this.#layers;
    const whole = { start: Math.min(start, name.start), end: Math.max(end, name.end) };
    const one = this.#directory.named(this.#directory.holdsSeveral(whole) ? name : whole);
    this.#note(one, first, head, NAME);
    for (let word = first; words.starts[word]! < name.start; word += 1) this.#describe(one, word);
    // "The Bank of Northmoor" says nothing of Northmoor.
    for (let word = head + 1; word < words.count && words.starts[word]! < name.end; word += 1) this.#heads[word] = 1;
    for (const noun of before?.nouns ?? []) {
      one.nouns.add(noun);
      this.#byNoun.set(noun, one);
    }
  }

  /** "Sunvale, a charity": a body that only its apposition tells to be one. */
  #apposed(head: number, noun: string): Referent | undefined {
    const { words } = this.#layers;
    const phrase = this.#phrases[head];
    const kind = kindOfWords(noun);
    if (!phrase || kind === null || !BODIES.has(kind) || this.#personAt[head]! >= 0) return undefined;
    if (!beginsWithCapital(words.types[head]!) || this.#directory.nameAt(words.starts[head]!) !== null)
      return undefined;
    const one = this.#directory.named(phrase);
    this.#note(one, phrase.first, head, NAME);
    return one;
  }

  #meetNoun({ start, end, head, first, last, plural }: Phrase): void {
    const { words } = this.#layers;
    const lower = words.lower[head]!;
    const definite = DEFINITE.has(words.lower[first]!);
    const bare = definite && head - first === 1;
    const earlier = bare ? this.#byNoun.get(lower) : undefined;
    // "The company" without any company before is somebody whom the text has named otherwise.
    if (bare && !earlier && takesUp(lower)) return;
    const one = earlier ?? this.#directory.phrase({ start, end }, plural);
    this.#note(one, first, head, NOUN);
    one.nouns.add(lower);
    one.phrases.add(words.lower.slice(definite ? first + 1 : first, last + 1).join(' '));
    this.#byNoun.set(lower, one);
  }

  /** Notes what "and" joins as one group. */
  #join(heads: readonly number[]): void {
    const members: Referent[] = [];
    for (const head of heads) {
      const member = this.#byHead[head];
      if (member === undefined) return;
      members.push(member);
    }
    for (const member of members) this.#directory.readKind(member);
    const names = members.map(({ name }) => name);
    const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
    const one = referent({ name, kind: 'group', type: 'joined' });
    const head = heads[0]!;
    const { first } = this.#phrases[head]!;
    const role = roleOfMention(this.#article.text, this.#context, head, first);
    this.#discourse.note(one, { first, head, form: NOUN, role, outside: this.#contentOf[first]! < 0 });
    if (this.#turns.speaker !== null && members.includes(this.#turns.speaker)) one.turn = this.#turns.count;
  }
}
