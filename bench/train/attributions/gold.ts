/** The gold readings of one text as words: the word that carries each cue, the words of source and content, and what holds what. */

import { type Words, wordAt } from '../../../src/document.ts';
import { type EncodedDocument, VERB } from '../../../src/grammar/encoded.ts';
import { RELATION, TAG } from '../../../src/syntax/labels.ts';
import type { Pair } from './corpora.ts';
import type { GoldReading } from './readings.ts';

/** One statement. Lists of words are sorted. */
export interface Gold {
  /** -1 where a quotation has no cue. */
  readonly anchor: number;
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
  /** Neither asked for nor false. */
  readonly optional: boolean;
  /** Index of the gold whose content holds this one's cue, the smallest such; -1 at the article's own level. */
  readonly outer: number;
}

function wordsOf(words: Words, spans: readonly Pair[]): number[] {
  const found: number[] = [];
  for (const [start, end] of spans) {
    for (let w = Math.max(0, wordAt(words, start)); w < words.count && words.starts[w]! < end; w += 1) {
      if (words.ends[w]! > start) found.push(w);
    }
  }
  return found.sort((a, b) => a - b);
}

/** The readings of a text, in their order. A reading that shares the content of another stands beside it, not inside. */
export function goldWords(encoded: EncodedDocument, words: Words, readings: readonly GoldReading[]): Gold[] {
  const found = readings.map(({ source, cue, content, optional, outer }) => {
    const cueWords = wordsOf(words, cue);
    const anchor = cueWords.length === 0 ? -1 : anchorOf(encoded, cueWords);
    return { anchor, cue: cueWords, source: wordsOf(words, source), content: wordsOf(words, content), optional, outer };
  });
  return found.map((one) => {
    const at = one.anchor < 0 ? one.content[0]! : one.anchor;
    let { outer } = one;
    for (let steps = 0; outer !== null && !found[outer]!.content.includes(at); steps += 1)
      outer = steps < found.length ? found[outer]!.outer : null;
    return { ...one, outer: outer ?? -1 };
  });
}

/** The word that carries a cue: a full verb before other words, of these the one highest in the tree, then the first. */
function anchorOf(encoded: EncodedDocument, cue: readonly number[]): number {
  let best = cue[0]!;
  let bestRank = -100;
  for (const word of cue) {
    const relation = encoded.relation[word]!;
    const auxiliary = relation === RELATION.aux || relation === RELATION['aux:pass'] || relation === RELATION.cop;
    const open = encoded.tag[word]! <= TAG.NNPS || (encoded.tag[word]! >= TAG.JJ && encoded.tag[word]! <= TAG.RBS);
    let rank = VERB[encoded.tag[word]!] === 1 && !auxiliary ? 40 : open ? 20 : 0;
    if (encoded.shape[word] === 4 && cue.length > 1) rank -= 20;
    for (let up = encoded.head[word]!, steps = 0; up >= 0 && steps < 12; up = encoded.head[up]!, steps += 1) {
      if (cue.includes(up)) rank -= 3;
    }
    if (rank > bestRank) {
      bestRank = rank;
      best = word;
    }
  }
  return best;
}
