/** All referents of an article: persons, bodies by their names and short forms, things by their words. */
import {
  type Article,
  type Layers,
  lastStartingAt,
  type NameMention,
  type Person,
  type SourceKind,
  type Span,
  slice,
  wordAt,
} from '../document.ts';
import { genderOfGiven, genderOfWord, genderReader } from '../people/gender.ts';
import { partsOf } from '../people/parts.ts';
import { kindOfWords, knownName, MAX_NAME_LENGTH } from '../source-kinds/index.ts';
import { TAG } from '../syntax/labels.ts';
import { type Referent, referent, type Type } from './coreference/referent.ts';
import { Forms } from './forms.ts';
import { kindOf } from './kind.ts';
import { BODIES, introductionOf, nameOf } from './name.ts';
import { fullNameReader, introducedName, namesIn } from './proper.ts';

type Needs = Pick<Layers, 'words' | 'syntax' | 'names' | 'people'>;

const DETERMINER = /^(?:the|an?|this|that|these|those)\s+/iu;

/** Names that are looked at behind a noun, at most. */
const MAX_NAMES_AHEAD = 24;
/** "National Customs Board (NCB)". */
const SHORT_FORM = /\s*\((\p{Lu}[\p{L}.&-]{1,11})\)/u;

export class Directory {
  readonly #article: Article;
  readonly #layers: Needs;
  readonly #fullNameOf: (name: string) => string | null;
  readonly #forms = new Forms();
  /** By kind and name in small letters. */
  readonly #byName = new Map<SourceKind, Map<string, Referent>>();
  readonly #byPhrase = new Map<string, Referent>();
  readonly #places: ReadonlySet<string>;
  /** Referents of common nouns whose kind nobody has asked for yet. */
  readonly #unread = new Map<Referent, Span>();
  readonly persons: readonly Referent[];

  constructor(article: Article, layers: Needs) {
    this.#article = article;
    this.#layers = layers;
    this.#fullNameOf = fullNameReader(article, layers);
    const genderAt = genderReader(layers.words);
    this.persons = layers.people.map((person, index) => personReferent(layers, person, index, genderAt));
    this.#places = new Set(layers.names.filter(({ kind }) => kind === 'place').map((name) => slice(article, name)));
  }

  /**
   * The referent that a source's own words name: by name, by a short form of it, by the same words.
   *
   * @param passesOn it passes on what somebody else says
   * @param before whom the noun before the name has meant so far: "a group of nurses", of "The group, Nurses Forward"
   */
  named(span: Span, passesOn = false, before: Referent | null = null): Referent {
    const text = slice(this.#article, span);
    const full = this.#fullNameOf(text);
    const told = full ? this.#kindOf(text, span) : null;
    const own = full ? (told && BODIES.has(told) ? told : 'organization') : this.#kindOf(text, span);
    const kind = own === 'organization' && passesOn && /^the agency$/iu.test(text) ? 'news-agency' : own;
    const introduced = kind === 'organization' ? introducedName(this.#article, this.#layers, span) : null;
    const words = full ?? introduced ?? nameOf(text, kind);
    const short = BODIES.has(kind) && words.length <= MAX_NAME_LENGTH ? SHORT_FORM.exec(words) : null;
    const name = short ? words.slice(0, short.index) + words.slice(short.index + short[0].length) : words;
    const named = this.#namedAs(kind);
    const key = name.toLowerCase();
    const known = named.get(key) ?? this.#forms.fuller(name, kind);
    if (known) return this.#spelled(known, text);
    const same = this.#forms.ofOtherKind(name, kind);
    if (same) {
      // Organization is what a name is whose words tell nothing.
      if (same.kind === 'person' || (same.kind === 'organization' && BODIES.has(kind))) {
        same.kind = kind;
        same.type = this.#typeOf(kind, text, span);
      }
      named.set(key, same);
      return same;
    }
    const shorter = this.#forms.shorter(name, kind);
    const type = this.#typeOf(kind, text, span);
    const phrase = this.#byPhrase.get(bare(text));
    const taken = before !== null && /^\p{Ll}/u.test(before.name) && before.person === null ? before : null;
    const one = shorter ?? taken ?? (phrase && this.#unread.has(phrase) ? phrase : referent({ name, kind, type }));
    this.#unread.delete(one);
    one.name = name;
    one.kind = kind;
    one.type = type;
    one.named = span;
    named.set(key, one);
    this.#forms.note(one, short?.[1]);
    return this.#spelled(one, text);
  }

  /** "Associated Press" where the text writes it so, and AP where it does not: one referent, by its longest spelling. */
  #spelled(one: Referent, text: string): Referent {
    const own = text.replace(DETERMINER, '');
    if (own.length <= one.name.length || text.length > MAX_NAME_LENGTH) return one;
    const told = knownName(own)?.name ?? null;
    if (told !== null && knownName(one.name)?.name === told) one.name = own;
    return one;
  }

  /** The group of all that the words of a source join. */
  joint(span: Span): Referent {
    const name = nameOf(slice(this.#article, span), 'group');
    const named = this.#namedAs('group');
    const key = name.toLowerCase();
    const one = named.get(key) ?? referent({ name, kind: 'group', type: 'joined' });
    named.set(key, one);
    return one;
  }

  /** The kind of a source; of a name that nouns introduce what they tell: "the online newspaper Savannah Post". */
  #kindOf(text: string, span: Span): SourceKind {
    const introduction = introductionOf(text);
    const told = introduction ? kindOfWords(introduction.by) : null;
    const own = kindOf(this.#article, this.#layers, span, false);
    if (told && BODIES.has(told)) return own === 'news-agency' ? own : told;
    // "The contractor, Tri-Pipe": persons with such names stand in the layer `people`.
    const firm = own === 'person' && introduction?.behindComma === true;
    return firm && namesIn(this.#layers, span).every(({ kind }) => kind !== 'person') ? 'organization' : own;
  }

  /** The organisations named in a stretch of the text, three at most, in its order. */
  bodiesBetween(start: number, end: number): Referent[] {
    const { names, words } = this.#layers;
    const found: Referent[] = [];
    const from = lastStartingAt(names, start - 1) + 1;
    for (const name of names.slice(from, from + MAX_NAMES_AHEAD)) {
      if (name.start >= end || found.length === 3) break;
      if (name.kind !== 'organization') continue;
      const one = this.named(name);
      if (one.firstNamed < 0) one.firstNamed = wordAt(words, name.start);
      if (!found.includes(one)) found.push(one);
    }
    return found;
  }

  /** Whether a noun phrase holds the names of several bodies, and is none itself: "Ashcombe Rovers 1-2 Port Vanning". */
  holdsSeveral(phrase: Span): boolean {
    return namesIn(this.#layers, phrase).filter(({ kind }) => kind === 'organization').length > 1;
  }

  /** The name at an offset where it is no person's, or null. */
  nameAt(offset: number): NameMention | null {
    const { names } = this.#layers;
    const name = names[lastStartingAt(names, offset)];
    return name && offset < name.end && name.kind !== 'person' ? name : null;
  }

  /** The referent of a common noun phrase; its kind is read when `readKind` is called. */
  phrase(span: Span, plural: boolean): Referent {
    const text = slice(this.#article, span);
    const key = bare(text);
    const known = this.#byPhrase.get(key);
    if (known) return known;
    const one = referent({ name: text, kind: 'person', type: plural ? 'things' : 'thing' });
    this.#byPhrase.set(key, one);
    this.#unread.set(one, span);
    return one;
  }

  /** Reads what kind of thing a common noun phrase is, once. */
  readKind(one: Referent): void {
    const span = this.#unread.get(one);
    if (!span) return;
    this.#unread.delete(one);
    const text = slice(this.#article, span);
    const kind = kindOf(this.#article, this.#layers, span, false);
    const type = this.#typeOf(kind, text, span);
    const name = nameOf(text, kind);
    one.kind = kind;
    one.type = type;
    one.name = name;
    const named = this.#namedAs(kind);
    const key = name.toLowerCase();
    if (!named.has(key)) named.set(key, one);
  }

  /** Those of a kind, by their names in small letters. */
  #namedAs(kind: SourceKind): Map<string, Referent> {
    let named = this.#byName.get(kind);
    if (named === undefined) {
      named = new Map();
      this.#byName.set(kind, named);
    }
    return named;
  }

  #typeOf(kind: SourceKind, text: string, { end }: Span): Type {
    const { words, syntax } = this.#layers;
    if (kind === 'document' || kind === 'group') return kind;
    if (kind !== 'person' && kind !== 'anonymous') return this.#places.has(text) ? 'place' : 'body';
    if (/^\p{Lu}\S+ \p{Lu}/u.test(text)) return 'unnamed';
    const told = kindOfWords(text) !== null;
    const last = wordAt(words, end - 1);
    const tag = syntax.tags[last];
    if (tag === TAG.NNS || tag === TAG.NNPS) return told ? 'group' : 'things';
    return told || genderOfWord(words.lower[last]!) !== null ? 'unnamed' : 'thing';
  }
}

function bare(text: string): string {
  return text.toLowerCase().replace(DETERMINER, '');
}

function personReferent(
  { words }: Needs,
  { name, titles, age, mentions }: Person,
  index: number,
  genderAt: (name: NameMention | Span) => Referent['gender'],
): Referent {
  const names = mentions.filter(({ kind }) => kind === 'name');
  let gender: Referent['gender'] = null;
  for (const mention of names) gender ??= genderAt(mention);
  const one = referent({
    name,
    kind: 'person',
    type: 'person',
    person: index,
    gender,
    listed: genderOfGiven(partsOf(name).given[0]),
    titles: titles.map((title) => title.toLowerCase().split(/[\s-]+/u)),
    firstNamed: names.length > 0 ? wordAt(words, names[0]!.start) : -1,
  });
  // "The 45-year-old", word by word.
  if (age !== null) for (const word of [String(age), 'year', 'old']) one.told.add(word);
  return one;
}
