/** Whether two names can mean one person: initials, short forms, and spellings of one foreign name. */
import { loadLexicon } from '../lexicon.ts';
import { fold } from '../names/gazetteer.ts';
import { isVariant } from '../names/spelling.ts';
import type { NameParts } from './parts.ts';

let nicknames: ReadonlyMap<string, readonly string[]> | undefined;

function fullForms(name: string): readonly string[] {
  nicknames ??= new Map(
    loadLexicon(new URL('./nicknames.tsv', import.meta.url)).map(([short, full]) => [short!, full!.split(' ')]),
  );
  return nicknames.get(name) ?? [];
}

/** A given name and the names that it is short for. */
export function formsOf(given: string): readonly string[] {
  return [given, ...fullForms(given)];
}

/** Whether two given names can be one: equal, an initial, a short form, a spelling. */
export function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (fullForms(a).includes(b) || fullForms(b).includes(a)) return true;
  return fullForms(a).some((full) => fullForms(b).includes(full)) || isVariant(a, b);
}

/** Whether two full names can be one person: one surname, given names that agree as far as both go, one generation. */
export function samePerson(a: NameParts, b: NameParts): boolean {
  if (a.generation !== b.generation || !isVariant(a.last, b.last)) return false;
  if (a.given.length === 0 || b.given.length === 0) return false;
  if (isCalled(a, b.given) || isCalled(b, a.given)) return true;
  const [one, other] = [singleWords(a.given), singleWords(b.given)];
  const both = Math.min(one.length, other.length);
  for (let at = 0; at < both; at++) if (!sameGiven(one[at]!, other[at]!)) return false;
  return true;
}

/** "Biscuit Crane" is Walter “Biscuit” Crane. */
function isCalled({ nickname }: NameParts, given: readonly string[]): boolean {
  return nickname !== null && given.length === 1 && fold(nickname) === given[0];
}

/** "Jean-Claude" and "Jean Claude" are the same. */
function singleWords(given: readonly string[]): readonly string[] {
  return given.some((word) => word.includes('-')) ? given.flatMap((word) => word.split('-')) : given;
}
