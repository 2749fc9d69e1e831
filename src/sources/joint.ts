/** Sources that "and" joins to one group: "Weber and her deputy", "Haas, his wife and two friends". */
import { type Layers, lastStartingAt } from '../document.ts';
import { RELATION, TAG } from '../syntax/labels.ts';
import { dependentsOf } from '../syntax/phrases.ts';

type Needs = Pick<Layers, 'words' | 'syntax' | 'names'>;

const OTHERS = /^(?:others?|many|some|most|several|both)$/;
const OWNER = /^(?:his|her|their|its)$/;
const CLAUSE = /^(?:who|whose|whom|which)$/;

/**
 * Whether a source is several that "and" joins. Each has a name, a determiner or a plural of its own: "the delegate and
 * activist", "former prosecutor and mayor Rudy Giuliani" are one person with two roles. What follows a comma after one
 * name may go on with the apposition: "Ann Roe, head of research and the lead author".
 *
 * @param first the first word of the source
 * @param last its last word
 * @param head the head of its phrase
 */
export function isJoint(layers: Needs, first: number, last: number, head: number): boolean {
  const { syntax, words } = layers;
  const others = dependentsOf(syntax, head).filter((word) => word <= last && syntax.relations[word] === RELATION.conj);
  const joining = others.flatMap((other) =>
    dependentsOf(syntax, other).filter((child) => syntax.relations[child] === RELATION.cc),
  );
  const and = joining.find((word) => words.lower[word] === 'and');
  if (and === undefined || !standsAlone(layers, head, first, and)) return false;
  const own = nameAt(layers, head);
  if (!others.every((other) => nameAt(layers, other) !== own && standsAlone(layers, other, head + 1, last + 1)))
    return false;
  const between = words.lower.slice(head + 1, and);
  if (between.some((word) => CLAUSE.test(word))) return false;
  return others.length > 1 || !between.slice(0, -1).includes(',') || isAnother(layers, others[0]!);
}

/** Whether what a comma sets off can be no apposition to the name before it. */
function isAnother(layers: Needs, noun: number): boolean {
  const { syntax, words } = layers;
  if (nameAt(layers, noun) >= 0 || isPlural(syntax.tags[noun]!)) return true;
  return dependentsOf(syntax, noun).some((child) => OWNER.test(words.lower[child]!));
}

/** Whether a noun names somebody without the nouns that it is joined to; its words lie between two others. */
function standsAlone(layers: Needs, noun: number, from: number, to: number): boolean {
  const { syntax, words, names } = layers;
  const tag = syntax.tags[noun]!;
  if (isPlural(tag) || tag === TAG.PRP || OTHERS.test(words.lower[noun]!)) return true;
  if (nameAt(layers, noun) >= 0) return true;
  for (const child of dependentsOf(syntax, noun)) {
    const relation = syntax.relations[child]!;
    if (relation === RELATION.det || relation === RELATION.nummod || relation === RELATION['nmod:poss']) return true;
    const name =
      child >= from && child < to && relation !== RELATION.conj && relation !== RELATION.appos
        ? nameAt(layers, child)
        : -1;
    if (name >= 0 && names[name]!.kind === 'person') return true;
  }
  return false;
}

const isPlural = (tag: number): boolean => tag === TAG.NNS || tag === TAG.NNPS;

/** The name in which a word stands, as an index into `names`, or a number below 0, another one for each word. */
function nameAt({ words, names }: Needs, word: number): number {
  const at = lastStartingAt(names, words.starts[word]!);
  return at >= 0 && names[at]!.end > words.starts[word]! ? at : -1 - word;
}
