/** Trees of the machine-parsed news that can be trusted: those that a parser of the gold treebanks finds too. */
import { parseSentence } from '../../src/syntax/parser.ts';
import type { PackedParser } from '../../src/syntax/scores.ts';
import { LONGEST } from '../../src/syntax/transitions.ts';
import type { TrainingDocument } from './corpora.ts';
import { type TreeExample, treeExamples } from './syntax-parser.ts';

/** Shorter sentences are bylines, datelines and the like. */
const SHORTEST = 6;

/**
 * @param judge a parser that has learned from gold alone
 * @param tags the document's, by a tagger that has not seen it
 * @param share of a sentence's heads that must agree
 */
export function agreedTrees(
  judge: PackedParser,
  document: TrainingDocument,
  tags: Uint8Array,
  share: number,
): TreeExample[] {
  const { words, syntax } = document;
  const heads = new Int32Array(words.count).fill(-1);
  return treeExamples(document, tags, syntax.heads).filter(({ from, to }) => {
    if (to - from < SHORTEST || to - from > LONGEST) return false;
    parseSentence(judge, words.types, tags, from, to, heads);
    let agreed = 0;
    for (let word = from; word < to; word++) if (heads[word] === syntax.heads[word]) agreed += 1;
    return agreed >= share * (to - from);
  });
}
