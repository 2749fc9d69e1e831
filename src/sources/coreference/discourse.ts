/** Whom an article has spoken of so far, the last first, and which of them a source can mean. */
import type { PersonContext } from '../../people/context.ts';
import type { Anaphor, AnaphorClass } from './anaphor.ts';
import { NAME, type Referent, type Type } from './referent.ts';

/** A mention as it is noted: its words, form (name, pronoun, noun) and role. */
export interface Mention {
  readonly first: number;
  readonly head: number;
  readonly form: number;
  readonly role: number;
  /** It stands outside the contents of others. */
  readonly outside: boolean;
}

/** Those kept in mind, and those weighed for one source, at most. */
const MAX_KEPT = 48;
const MAX_WEIGHED = 12;
/** Sentences ahead in which one who is named only later is looked for. */
const SENTENCES_AHEAD = 4;
/** Sentences back in which things are looked for; persons and bodies are looked for in all that is kept. */
const SENTENCES_BACK = 2;

const TAKES: Readonly<Record<AnaphorClass, ReadonlySet<Type>>> = {
  he: new Set(['person', 'unnamed']),
  they: new Set(['person', 'unnamed', 'body', 'place', 'group', 'joined', 'things']),
  it: new Set(['body', 'place', 'document', 'thing']),
  who: new Set(['person', 'unnamed', 'body', 'place', 'document', 'group', 'joined', 'things', 'thing']),
  person: new Set(['person', 'unnamed']),
  withheld: new Set(['unnamed', 'group']),
  body: new Set(['body', 'place', 'thing']),
  group: new Set(['body', 'group', 'joined', 'things']),
  document: new Set(['document', 'thing']),
  thing: new Set(['person', 'unnamed', 'body', 'place', 'document', 'thing']),
  introduced: new Set(),
};

/** What was mentioned so far. One pass over the text; every question takes constant time. */
export class Discourse {
  /** In each list the one mentioned last stands at the end. */
  readonly #people: Referent[] = [];
  readonly #bodies: Referent[] = [];
  /** What common nouns name, of which nobody has asked yet what it is. */
  readonly #things: Referent[] = [];
  readonly #ahead: readonly Referent[];
  #next = 0;
  main: Referent | null = null;
  /** The body mentioned most, and the one named first. */
  mainBody: Referent | null = null;
  firstBody: Referent | null = null;

  /** @param persons all that the article names */
  constructor(persons: readonly Referent[]) {
    this.#ahead = persons.toSorted((a, b) => a.firstNamed - b.firstNamed);
  }

  /** Notes a mention, in the order of the text. */
  note(one: Referent, { first, head, form, role, outside }: Mention): void {
    one.count += 1;
    one.last = first;
    one.head = head;
    one.form = form;
    one.role = role;
    one.outside ||= outside;
    if (form === NAME) one.lastNamed = first;
    const things = one.type === 'thing' || one.type === 'things';
    const list = one.person !== null ? this.#people : things ? this.#things : this.#bodies;
    if (one.count > 1) {
      takeOut(list, one);
      if (!things) takeOut(this.#things, one);
    }
    list.push(one);
    if (list.length > MAX_KEPT) list.shift();
    if (one.type === 'body') {
      if (form === NAME) this.firstBody ??= one;
      if (this.mainBody === null || one.count > this.mainBody.count) this.mainBody = one;
    }
    if (one.type === 'person' && (this.main === null || one.count > this.main.count)) this.main = one;
  }

  /**
   * Those that an anaphor can mean, the one mentioned last first.
   *
   * @param readKind tells what kind of thing a noun phrase is, when it is first asked for
   */
  candidates(
    context: PersonContext,
    { kind, gender, noun, opens }: Anaphor,
    word: number,
    readKind: (one: Referent) => void,
  ): Referent[] {
    const takes = TAKES[kind];
    const sentence = context.sentenceOf[word]!;
    const found: Referent[] = [];
    const latest = new Latest(this.#people, this.#bodies, this.#things);
    for (
      let one = takes.size === 0 ? undefined : latest.next();
      one !== undefined && found.length < MAX_WEIGHED;
      one = latest.next()
    ) {
      const distance = sentence - context.sentenceOf[one.last]!;
      if (kind === 'who' && (distance > 0 || found.length > 4)) break;
      readKind(one);
      if (!takes.has(one.type)) continue;
      if (distance > SENTENCES_BACK && (one.type === 'thing' || one.type === 'things')) continue;
      if (gender !== null && one.gender !== null && one.gender !== gender) continue;
      found.push(one);
    }
    if (kind === 'he' || kind === 'person' || kind === 'thing' || kind === 'introduced')
      found.push(...this.#comers(context, word, gender, opens ? null : noun));
    return found;
  }

  /**
   * Persons whom the text names only after this word, the nearest first.
   *
   * @param noun what they must have as title, or null
   */
  #comers(context: PersonContext, word: number, gender: Anaphor['gender'], noun: string | null): Referent[] {
    const found: Referent[] = [];
    while (this.#next < this.#ahead.length && this.#ahead[this.#next]!.last >= 0) this.#next += 1;
    const sentence = context.sentenceOf[word]!;
    for (let at = this.#next; at < this.#ahead.length && found.length < 3; at += 1) {
      const one = this.#ahead[at]!;
      if (context.sentenceOf[one.firstNamed]! - sentence > SENTENCES_AHEAD) break;
      if (one.last >= 0 || one.firstNamed <= word) continue;
      // A role looks ahead only for those who are named with it.
      if (noun !== null && !one.titles.some((title) => title.includes(noun))) continue;
      if (gender !== null && one.gender !== null && one.gender !== gender) continue;
      found.push(one);
    }
    return found;
  }
}

function takeOut(list: Referent[], one: Referent): void {
  const at = list.lastIndexOf(one);
  if (at >= 0) list.splice(at, 1);
}

/** The referents of three lists, the one mentioned last first; of two mentioned together that of the earlier list. */
class Latest {
  readonly #lists: readonly [readonly Referent[], readonly Referent[], readonly Referent[]];
  /** How many of each list are left. */
  readonly #left: [number, number, number];

  constructor(...lists: readonly [readonly Referent[], readonly Referent[], readonly Referent[]]) {
    this.#lists = lists;
    this.#left = [lists[0].length, lists[1].length, lists[2].length];
  }

  /** Undefined where all have been given. */
  next(): Referent | undefined {
    let best = 0;
    let found: Referent | undefined;
    for (let index = 0; index < 3; index += 1) {
      const left = this.#left[index]!;
      if (left === 0) continue;
      const one = this.#lists[index]![left - 1]!;
      if (found !== undefined && one.last <= found.last) continue;
      found = one;
      best = index;
    }
    if (found !== undefined) this.#left[best]! -= 1;
    return found;
  }
}
