/**
 * Finds the groups of mentions that share a surname or a given name with another name, without comparing all of them.
 */
import { isVariant, soundOf } from '../names/spelling.ts';
import { formsOf, sameGiven } from './compatibility.ts';
import type { NameParts } from './parts.ts';

/** Where more persons share a name, only so many, the last found, are compared. */
const MAX_NAMESAKES = 64;

interface Named {
  /** Its distinct forms. */
  readonly parts: readonly NameParts[];
}

/** Groups by what all spellings and short forms of a name have in common; in the order in which they were added. */
export class Namesakes<Group extends Named> {
  readonly #bySurname = new Map<string, Group[]>();
  readonly #byGiven = new Map<string, Group[]>();

  /** Notes one form of a group's name. */
  add(group: Group, { last, given }: NameParts): void {
    note(this.#bySurname, soundOf(last), group);
    if (given.length > 0) for (const form of formsOf(given[0]!)) note(this.#byGiven, soundOf(form), group);
  }

  /** Those that may have a spelling of the surname. */
  withSurname(last: string): readonly Group[] {
    return this.#bySurname.get(soundOf(last)) ?? [];
  }

  /** Those with a spelling of the surname. */
  surnamed(last: string): Group[] {
    return this.withSurname(last).filter(({ parts }) => parts.some((one) => isVariant(one.last, last)));
  }

  /** Those with the given name, or with a family name that stands first ("Xi" of Xi Jinping). */
  called(word: string): Group[] {
    if (word.length < 2) return [];
    const found = new Set(formsOf(word).flatMap((form) => this.#byGiven.get(soundOf(form)) ?? []));
    return [...found].filter(({ parts }) => parts.some(({ given }) => isGiven(given, word)));
  }
}

function note<Group>(groups: Map<string, Group[]>, key: string, group: Group): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [group]);
  else if (known.at(-1) !== group) {
    known.push(group);
    if (known.length > MAX_NAMESAKES) known.shift();
  }
}

function isGiven(given: readonly string[], word: string): boolean {
  return given.length > 0 && given[0]!.length > 1 && sameGiven(given[0]!, word);
}
