/** What is told of those that a number counts: the verb over their noun, or the participle under it. */
import type { Layers } from '../document.ts';
import { RELATION, TAG } from '../syntax/labels.ts';
import { lemmaOf } from '../syntax/lemma.ts';
import { dependentsOf } from '../syntax/phrases.ts';

const ARGUMENTS = new Set<number>([RELATION.nsubj, RELATION['nsubj:pass'], RELATION.obj, RELATION.obl]);
/** Links inside a noun phrase that holds the number. */
const INSIDE = new Set<number>([
  ...[RELATION.nummod, RELATION.amod, RELATION.compound, RELATION.conj, RELATION.flat],
  ...[RELATION.advmod, RELATION.appos, RELATION.fixed],
]);
/** Verbs that tell nothing of what is counted. */
const EMPTY = new Set(
  'be have do see count report say give put get make include involve number total reach'.split(' '),
);
/** A noun phrase is not deeper. */
const MAX_DEPTH = 6;

/**
 * @param word a word of the number
 * @returns the lemma of the verb; null where there is none or it says nothing
 */
export function predicateOf(word: number, { words, syntax }: Pick<Layers, 'words' | 'syntax'>): string | null {
  const { heads, relations, tags } = syntax;
  const isVerb = (at: number): boolean => tags[at]! >= TAG.VB && tags[at]! <= TAG.VBZ;
  let at = word;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const told = dependentsOf(syntax, at).find((child) => relations[child] === RELATION.acl && isVerb(child));
    const verb = told ?? (ARGUMENTS.has(relations[at]!) ? heads[at]! : -1);
    if (verb >= 0) {
      const lemma = isVerb(verb) ? lemmaOf(words.lower[verb]!, tags[verb]!) : words.lower[verb]!;
      return EMPTY.has(lemma) ? null : lemma;
    }
    if (!INSIDE.has(relations[at]!) || heads[at]! < 0) return null;
    at = heads[at]!;
  }
  return null;
}
