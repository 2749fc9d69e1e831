/**
 * Mends the reporting clause that follows a statement: "…, the press service said." After a long list or a string of nouns the
 * parser takes its subject for one more noun, and its verb for anything. The words tell it: a comma, a noun phrase without
 * one, a verb of saying, and then the end of the sentence, another comma or a quotation mark.
 */
import type { Syntax, Words } from '../document.ts';
import { RELATION, TAG } from './labels.ts';

const SAYS = new Set(['said', 'says', 'added', 'adds', 'reported', 'reports', 'announced', 'wrote']);
/** The longest subject that is looked at, in words. */
const MAX_SUBJECT_WORDS = 8;
const AFTER: ReadonlySet<number> = new Set([TAG['.'], TAG[','], TAG['``'], TAG["''"]]);
/** What may stand in such a subject: nouns, what qualifies them, possessives, hyphens. */
const IN_SUBJECT: ReadonlySet<number> = new Set([
  ...[TAG.NN, TAG.NNS, TAG.NNP, TAG.NNPS, TAG.PRP, TAG.PRP$, TAG.DT, TAG.JJ, TAG.CD, TAG.POS, TAG.HYPH, TAG.VBG],
]);

/** Mends the tree of the words `from` to `to`, one sentence. */
export function mendReports({ lower }: Words, { tags, heads, relations }: Syntax, from: number, to: number): void {
  for (let verb = from + 3; verb < to; verb++) {
    if (tags[verb]! < TAG.VB || tags[verb]! > TAG.VBZ || !SAYS.has(lower[verb]!)) continue;
    if (verb + 1 < to && !AFTER.has(tags[verb + 1]!)) continue;
    const subject = verb - 1;
    if (tags[subject]! > TAG.PRP || (heads[subject] === verb && heads[verb]! < verb)) continue;
    let comma = subject;
    while (comma > from && verb - comma <= MAX_SUBJECT_WORDS && IN_SUBJECT.has(tags[comma]!)) comma -= 1;
    if (comma === from || tags[comma] !== TAG[',']) continue;
    const statement = topBefore(heads, comma, from);
    if (statement < 0) continue;
    heads[verb] = statement;
    relations[verb] = RELATION.parataxis;
    for (let word = comma; word < verb; word++) {
      const inside = heads[word]! > comma && heads[word]! < verb;
      if (word === subject) relations[word] = RELATION.nsubj;
      else if (word === comma) relations[word] = RELATION.punct;
      if (word === subject || word === comma) heads[word] = verb;
      else if (!inside) heads[word] = subject;
    }
    adopt(heads, verb, to, statement);
  }
}

/** The root of the sentence where it stands before the comma; -1 where it does not. */
function topBefore(heads: Int32Array, comma: number, from: number): number {
  for (let word = from; word < comma; word++) if (heads[word] === -1) return word;
  return -1;
}

/** What hung from behind the verb on a word before it hangs on the verb, but for what hangs on the statement itself. */
function adopt(heads: Int32Array, verb: number, to: number, statement: number): void {
  for (let word = verb + 1; word < to; word++) {
    const head = heads[word]!;
    if (head >= 0 && head < verb && head !== statement) heads[word] = verb;
  }
}
