/** Whether two names can mean one person: initials, short forms, and spellings of one foreign name. */
import { loadLexicon } from '../lexicon.ts';
import { isVariant } from '../names/spelling.ts';
import type { NameParts } from './parts.ts';

let nicknames: ReadonlyMap<string, readonly string[]> | undefined;

function fullForms(name: string): readonly string[] {
  nicknames ??= new Map(
    loadLexicon(new URL('./nicknames.tsv', import.meta.url)).map(([short, full]) => [short!, full!.split(' ')]),
  );
  return nicknames.get(name) ?? [];
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
  if (a.given.length === 0 || b.given.length === 0 || !sameGiven(a.given[0]!, b.given[0]!)) return false;
  const middle = Math.min(a.given.length, b.given.length);
  for (let at = 1; at < middle; at++) if (!sameGiven(a.given[at]!, b.given[at]!)) return false;
  return true;
}
