/**
 * Tags and dependency trees of a whole article, by models of our own (cards: `tagger.md`, `parser.md`). Tags, relations
 * and the merges chosen among the treebanks' relations: `labels.ts`. Every sentence is one projective tree.
 */
import { charge } from '../budget.ts';
import type { Stage, Syntax, Words } from '../document.ts';
import { RELATION } from './labels.ts';
import { type SyntaxModels, shippedModels } from './models.ts';
import { mendReports } from './reports.ts';

/** A sentence is parsed in pieces of at most so many characters and words, so that none costs more than its length. */
const MAX_PIECE_LENGTH = 4000;
const MAX_PIECE_WORDS = 500;

/** Tags every word and makes the dependency tree of every sentence. */
export const findSyntax: Stage<'syntax', 'sentences' | 'words'> = (_article, { words }) =>
  analyseWords(words, shippedModels());

/** The same with other models than the shipped ones, for training and measuring. */
export function analyseWords(words: Words, models: SyntaxModels): Syntax {
  const { count, first } = words;
  const syntax = { tags: new Uint8Array(count), heads: new Int32Array(count), relations: new Uint8Array(count) };
  const pieces = piecesOf(words);
  analysePieces(words, pieces, models, syntax);
  let piece = 0;
  for (let sentence = 0; sentence + 1 < first.length; sentence++) {
    const end = first[sentence + 1]!;
    let root = -1;
    for (let from = first[sentence]!; from < end; ) {
      const to = pieces[piece++]!;
      root = joinPiece(syntax, root, from, to);
      from = to;
    }
    mendReports(words, syntax, first[sentence]!, end);
  }
  return syntax;
}

/** Where each piece ends: at its sentence's end, or where it would grow too long. */
function piecesOf({ first, starts, ends }: Words): number[] {
  const pieces: number[] = [];
  for (let sentence = 0; sentence + 1 < first.length; sentence++) {
    const end = first[sentence + 1]!;
    for (let from = first[sentence]!; from < end; ) {
      let to = end;
      if (end - from > MAX_PIECE_WORDS || ends[end - 1]! - starts[from]! > MAX_PIECE_LENGTH) {
        to = from + 1;
        while (to < end && to - from < MAX_PIECE_WORDS && ends[to]! - starts[from]! <= MAX_PIECE_LENGTH) to += 1;
      }
      pieces.push(to);
      from = to;
    }
  }
  return pieces;
}

/** Has the kernel analyse as many pieces at a time as it takes. */
function analysePieces(
  words: Words,
  pieces: readonly number[],
  { kernel, lexicon }: SyntaxModels,
  { tags, heads, relations }: Syntax,
): void {
  for (let piece = 0, from = 0; piece < pieces.length; ) {
    let count = 0;
    for (; piece < pieces.length && pieces[piece]! - from <= kernel.mostWords; piece++)
      kernel.pieces[count++] = pieces[piece]! - from;
    const to = pieces[piece - 1]!;
    charge(to - from);
    kernel.read(lexicon, words, from, to);
    kernel.call.analyse(count);
    kernel.charge();
    tags.set(kernel.tags.subarray(0, to - from), from);
    relations.set(kernel.relations.subarray(0, to - from), from);
    for (let word = from; word < to; word++) {
      const head = kernel.heads[word - from]!;
      heads[word] = head < 0 ? -1 : from + head;
    }
    from = to;
  }
}

/** Hangs the root of a later piece on the root of the first; returns the sentence's root. */
function joinPiece({ heads, relations }: Syntax, root: number, from: number, to: number): number {
  let own = from;
  while (own < to && heads[own]! >= 0) own += 1;
  if (root < 0) return own;
  heads[own] = root;
  relations[own] = RELATION.parataxis;
  return root;
}
