/**
 * Tags and dependency trees of a whole article, by models of our own (cards: `tagger.md`, `parser.md`). Tags, relations
 * and the merges chosen among the treebanks' relations: `labels.ts`. Every sentence is one projective tree.
 */
import { charge } from '../budget.ts';
import type { Stage, Syntax, Words } from '../document.ts';
import { labelSentence } from './labeller.ts';
import { RELATION } from './labels.ts';
import { type SyntaxModels, shippedModels } from './models.ts';
import { parseSentence } from './parser.ts';
import { mendReports } from './reports.ts';
import { tagSentence } from './tagger.ts';

/** A sentence is parsed in pieces of at most so many characters and words, so that none costs more than its length. */
const LONGEST_TEXT = 4000;
const LONGEST_PIECE = 500;

/** Tags every word and makes the dependency tree of every sentence. */
export const findSyntax: Stage<'syntax', 'sentences' | 'words'> = (_article, { words }) =>
  analyseWords(words, shippedModels());

/** The same with other models than the shipped ones, for training and measuring. */
export function analyseWords(words: Words, { tagger, parser, labeller }: SyntaxModels): Syntax {
  const { count, first, types } = words;
  const tags = new Uint8Array(count);
  const heads = new Int32Array(count).fill(-1);
  const relations = new Uint8Array(count);
  const tree = { types, tags, heads, relations };
  for (let sentence = 0; sentence + 1 < first.length; sentence++) {
    const end = first[sentence + 1]!;
    charge(end - first[sentence]!);
    let root = -1;
    for (let from = first[sentence]!; from < end; ) {
      const to = pieceEnd(words, from, end);
      tagSentence(tagger, words, from, to, tags);
      parseSentence(parser, types, tags, from, to, heads);
      labelSentence(labeller, tree, from, to);
      root = joinPiece(tree, root, from, to);
      from = to;
    }
    mendReports(words, tree, first[sentence]!, end);
  }
  return { tags, heads, relations };
}

/** Where the piece that begins at `from` ends: at the sentence's end, or where it would grow too long. */
function pieceEnd({ starts, ends }: Words, from: number, end: number): number {
  if (end - from <= LONGEST_PIECE && ends[end - 1]! - starts[from]! <= LONGEST_TEXT) return end;
  let to = from + 1;
  while (to < end && to - from < LONGEST_PIECE && ends[to]! - starts[from]! <= LONGEST_TEXT) to += 1;
  return to;
}

/** Hangs the root of a later piece on the root of the first; returns the sentence's root. */
function joinPiece(
  { heads, relations }: { heads: Int32Array; relations: Uint8Array },
  root: number,
  from: number,
  to: number,
): number {
  let own = from;
  while (own < to && heads[own]! >= 0) own += 1;
  if (root < 0) return own;
  heads[own] = root;
  relations[own] = RELATION.parataxis;
  return root;
}
