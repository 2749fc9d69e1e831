/** Somebody or something that the article has mentioned and that a later source can mean. */
import type { SourceKind, Span } from '../../document.ts';
import { type Gender, genderOfWord } from '../../people/gender.ts';

/** What a candidate is, for its weights. `self`: the source's own words name it; `nobody`: it cannot be told. */
export const TYPES = [
  'person',
  'unnamed',
  'body',
  'place',
  'document',
  'group',
  'joined',
  'things',
  'thing',
  'self',
  'nobody',
] as const;
export type Type = (typeof TYPES)[number];

/** Name, pronoun, common noun. */
export const [NAME, PRONOUN, NOUN] = [0, 1, 2] as const;

export interface Referent {
  name: string;
  kind: SourceKind;
  /** Read from its words when it is first asked for, see `Directory.readKind`. */
  type: Type;
  /** Where a body is first named; null for persons and for what has no name. */
  named: Span | null;
  /** Index into the layer `people`, or null. */
  readonly person: number | null;
  /** What the text tells of gender, and what lists do. */
  gender: Gender;
  readonly listed: Gender;
  /** Titles in lower case, each as words. */
  readonly titles: readonly (readonly string[])[];
  /** Head nouns by which it was mentioned, and whole phrases without determiner, in lower case. */
  readonly nouns: FewWords;
  readonly phrases: FewWords;
  /** All words, in lower case, that stand before its name, in its titles and appositions: "vermont", "republican". */
  readonly told: FewWords;
  /** First word of the first mention by name; persons, and bodies that are looked for ahead, have it before they are met. */
  firstNamed: number;
  count: number;
  /** First and head word of the last mention; -1 before the first. */
  last: number;
  head: number;
  lastNamed: number;
  form: number;
  role: number;
  /** Whether any mention stands outside contents. */
  outside: boolean;
  /** The turn of speech in which it last spoke, and the word; -1 for never. */
  turn: number;
  spoke: number;
  silent: boolean;
}

const NO_WORDS: readonly string[] = [];
/** So many are looked through one by one. */
const FEW = 8;

/** A set of words of which there are nearly always one or two: an article has hundreds of such sets. */
export class FewWords {
  // No `#` fields: these cost time where an object is made.
  private list: string[] | null = null;
  private set: Set<string> | null = null;

  add(word: string): void {
    if (this.set !== null) this.set.add(word);
    else if (this.list === null) this.list = [word];
    else if (!this.list.includes(word)) {
      if (this.list.push(word) > FEW) this.set = new Set(this.list);
    }
  }

  has(word: string): boolean {
    return this.set === null ? this.list?.includes(word) === true : this.set.has(word);
  }

  /** The words in the order in which they came. */
  [Symbol.iterator](): Iterator<string> {
    return (this.set ?? this.list ?? NO_WORDS)[Symbol.iterator]();
  }
}

const NO_TITLES: Referent['titles'] = [];

/** A referent before its first mention. Written out, not spread: all have one shape, and every read of them is quick. */
export function referent({
  name,
  kind,
  type,
  person = null,
  gender = null,
  listed = null,
  titles = NO_TITLES,
  firstNamed = -1,
}: Pick<Referent, 'name' | 'kind' | 'type'> &
  Partial<Pick<Referent, 'person' | 'gender' | 'listed' | 'titles' | 'firstNamed'>>): Referent {
  return {
    name,
    kind,
    type,
    named: null,
    person,
    gender,
    listed,
    titles,
    firstNamed,
    nouns: new FewWords(),
    phrases: new FewWords(),
    told: new FewWords(),
    count: 0,
    last: -1,
    head: -1,
    lastNamed: -1,
    form: NAME,
    role: 0,
    outside: false,
    turn: -1,
    spoke: -1,
    silent: false,
  };
}

/** What the nouns of an unnamed one tell of gender. */
export function genderOf({ gender, nouns }: Referent): Gender {
  if (gender !== null) return gender;
  for (const noun of nouns) {
    const told = genderOfWord(noun);
    if (told !== null) return told;
  }
  return null;
}
