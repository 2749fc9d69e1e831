/** Trees of the machine-parsed news that can be trusted: those that a parser of the gold treebanks finds too. */
import type { Kernel } from '../../src/syntax/kernel.ts';
import type { TrainingDocument } from './corpora.ts';
import { LONGEST, type TreeExample, treeExamples } from './syntax-parser.ts';

/** Shorter sentences are bylines, datelines and the like. */
const SHORTEST = 6;

/**
 * @param judge has the weights of a parser that has learned from gold alone
 * @param tags the document's, by a tagger that has not seen it
 * @param share of a sentence's heads that must agree
 */
export function agreedTrees(judge: Kernel, document: TrainingDocument, tags: Uint8Array, share: number): TreeExample[] {
  const { words, syntax } = document;
  return treeExamples(document, tags, syntax.heads).filter(({ from, to }) => {
    if (to - from < SHORTEST || to - from > LONGEST) return false;
    judge.read(null, words, from, to);
    judge.tags.set(tags.subarray(from, to));
    judge.call.parseWords(0, to - from);
    let agreed = 0;
    for (let word = from; word < to; word++) {
      const head = judge.heads[word - from]!;
      if ((head < 0 ? -1 : from + head) === syntax.heads[word]) agreed += 1;
    }
    return agreed >= share * (to - from);
  });
}
