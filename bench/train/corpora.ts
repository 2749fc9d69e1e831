/** The treebanks as training sentences: words, tags and tree of one sentence, beside the document they come from. */
import type { Syntax, Words } from '../../src/document.ts';
import { wordTypes } from '../../src/syntax/types.ts';
import { findWords } from '../../src/syntax/words.ts';
import { readTreebank, type Treebank, type TreebankDocument } from './conllu.ts';

/** A tag that is not known: nothing is learned from the word. */
export const UNKNOWN = 255;

export interface TrainingDocument {
  readonly id: string;
  readonly silver: boolean;
  readonly words: Words;
  /** Tags may be `UNKNOWN`; so may heads (-2) where the silver has no such word. */
  readonly syntax: Syntax;
  readonly source: TreebankDocument;
}

/**
 * Gold as it is; silver on our own words, with what the treebank cannot tell left unknown.
 *
 * @throws Error where the treebanks have so many word types that the table of types began anew while they were read
 */
export function readTraining(...names: Treebank[]): TrainingDocument[] {
  const { generation } = wordTypes;
  const documents = names.flatMap((name) =>
    Array.from(readTreebank(name), (source) => {
      const { id, words, syntax } = source;
      return name.startsWith('silver')
        ? { id, silver: true, ...onOwnWords(source), source }
        : { id, silver: false, words, syntax, source };
    }),
  );
  if (wordTypes.generation !== generation)
    throw new Error('too many word types: raise MAX_TYPES in src/syntax/types.ts');
  return documents;
}

/** The annotation of a document carried over to our own words: where both cut alike. */
function onOwnWords({ article, sentences, words: theirs, syntax }: TreebankDocument): {
  words: Words;
  syntax: Syntax;
} {
  const words = findWords(article, { sentences });
  const ours = new Int32Array(theirs.count).fill(-2);
  const match = new Int32Array(words.count).fill(-1);
  for (let own = 0, their = 0; own < words.count && their < theirs.count; ) {
    if (words.starts[own] === theirs.starts[their] && words.ends[own] === theirs.ends[their]) {
      ours[their] = own;
      match[own] = their;
    }
    if (words.ends[own]! <= theirs.ends[their]!) own += 1;
    else their += 1;
  }
  const tags = new Uint8Array(words.count).fill(UNKNOWN);
  const heads = new Int32Array(words.count).fill(-2);
  const relations = new Uint8Array(words.count);
  for (let own = 0; own < words.count; own++) {
    const their = match[own]!;
    if (their < 0) continue;
    tags[own] = syntax.tags[their]!;
    const head = syntax.heads[their]!;
    heads[own] = head < 0 ? -1 : ours[head]!;
    relations[own] = syntax.relations[their]!;
  }
  return { words, syntax: { tags, heads, relations } };
}
