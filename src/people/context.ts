/** Where words stand: sentence, quotation, grammatical role. Built once an article for the resolution of references. */
import type { Layers, Words } from '../document.ts';
import { RELATION, TAG } from '../syntax/labels.ts';
import { personKinds } from './kinds.ts';

export type PersonLayers = Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes'>;

export const [SUBJECT, OBJECT] = [0, 1] as const;
const [POSSESSOR, OBLIQUE] = [2, 3] as const;

export interface PersonContext extends PersonLayers {
  /** What each word's type can be, see `kinds.ts`: `kinds[words.types[word]]`. */
  readonly kinds: Int32Array;
  /** The sentence of each word. */
  readonly sentenceOf: Int32Array;
  /** The outermost quotation around each word, or -1. */
  readonly quoteOf: Int32Array;
  /** SUBJECT, OBJECT, 2 for a possessor, 3 for anything else. */
  readonly roleOf: (word: number) => number;
  /** The word that a name or noun phrase hangs on, seen from any word of it up to `last`. */
  readonly headOf: (first: number, last: number) => number;
}

const SUBJECTS = new Set<number>([RELATION.nsubj, RELATION['nsubj:pass'], RELATION.csubj]);
const OBJECTS = new Set<number>([RELATION.obj, RELATION.iobj, RELATION['obl:agent']]);

/** Lays out the words of an article. */
export function personContext(layers: PersonLayers): PersonContext {
  const { words, syntax, quotes } = layers;
  const sentenceOf = new Int32Array(words.count);
  for (let sentence = 0; sentence + 1 < words.first.length; sentence++)
    sentenceOf.fill(sentence, words.first[sentence]!, words.first[sentence + 1]!);
  return {
    ...layers,
    kinds: personKinds(),
    quoteOf: outermostQuotes(words, quotes),
    sentenceOf,
    headOf: (first, last) => {
      for (let word = first; word <= last; word++) {
        const head = syntax.heads[word]!;
        if (head < first || head > last) return word;
      }
      return last;
    },
    roleOf: (word) => {
      const relation = syntax.relations[word]!;
      const governor = syntax.heads[word]!;
      if (SUBJECTS.has(relation)) return SUBJECT;
      if (relation === RELATION['nmod:poss'] || syntax.tags[word] === TAG.PRP$) return POSSESSOR;
      if (OBJECTS.has(relation)) return OBJECT;
      if ((relation === RELATION.conj || relation === RELATION.appos) && governor >= 0) {
        if (SUBJECTS.has(syntax.relations[governor]!)) return SUBJECT;
      }
      return OBLIQUE;
    },
  };
}

/** The outermost quotation that each word stands in, by its index among the outermost ones; -1 for none. */
function outermostQuotes({ count, starts }: Words, quotes: Layers['quotes']): Int32Array {
  const outer = quotes.filter(({ depth }) => depth === 0);
  const quoteOf = new Int32Array(count).fill(-1);
  for (let word = 0, at = -1; word < count; word++) {
    while (at + 1 < outer.length && outer[at + 1]!.start <= starts[word]!) at += 1;
    if (at >= 0 && starts[word]! < outer[at]!.end) quoteOf[word] = at;
  }
  return quoteOf;
}
