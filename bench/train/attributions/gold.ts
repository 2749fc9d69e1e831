/** The gold attributions of one article as words: the word that carries each cue, and the words of source and content. */

import { VERB, type View } from '../../../src/attributions/models/view.ts';
import { type Words, wordAt } from '../../../src/document.ts';
import { RELATION, TAG } from '../../../src/syntax/labels.ts';

type Pair = readonly [number, number];

/** One attribution as the evaluation files have it. */
export interface GoldAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

/** The same as words. A mask has one byte a word. */
export interface Gold {
  readonly anchor: number;
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
}

function wordsOf(words: Words, pairs: readonly Pair[]): number[] {
  const found: number[] = [];
  for (const [start, end] of pairs) {
    for (let w = Math.max(0, wordAt(words, start)); w < words.count && words.starts[w]! < end; w += 1) {
      if (words.ends[w]! > start) found.push(w);
    }
  }
  return found;
}

/** Attributions without a word in their cue are left out. */
export function goldWords(view: View, words: Words, attributions: readonly GoldAttribution[]): Gold[] {
  return attributions.flatMap(({ source, cue, content }) => {
    const cueWords = wordsOf(words, cue);
    if (cueWords.length === 0) return [];
    const anchor = anchorOf(view, cueWords);
    return [{ anchor, cue: cueWords, source: wordsOf(words, source), content: wordsOf(words, content) }];
  });
}

/** The word that carries a cue: a full verb before other words, of these the one highest in the tree, then the first. */
function anchorOf(view: View, cue: readonly number[]): number {
  let best = cue[0]!;
  let bestRank = -100;
  for (const word of cue) {
    const relation = view.relation[word]!;
    const auxiliary = relation === RELATION.aux || relation === RELATION['aux:pass'] || relation === RELATION.cop;
    const open = view.tag[word]! <= TAG.NNPS || (view.tag[word]! >= TAG.JJ && view.tag[word]! <= TAG.RBS);
    let rank = VERB[view.tag[word]!] === 1 && !auxiliary ? 40 : open ? 20 : 0;
    if (view.shape[word] === 4 && cue.length > 1) rank -= 20;
    for (let up = view.head[word]!, steps = 0; up >= 0 && steps < 12; up = view.head[up]!, steps += 1) {
      if (cue.includes(up)) rank -= 3;
    }
    if (rank > bestRank) {
      bestRank = rank;
      best = word;
    }
  }
  return best;
}
