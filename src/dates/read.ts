/** Reads every expression of an article with its sentence; resolving them is left to others. */
import type { Article, Layers, Sentence } from '../document.ts';
import { readDates } from './configuration.ts';
import type { Reading } from './reading.ts';
import { triggersOfSentences } from './triggers.ts';

export interface Found {
  readonly reading: Reading;
  /** The construct that read it. */
  readonly by: string;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** The expressions of an article by its sentences: both `published` and `dates` ask for them. */
const kept = new WeakMap<readonly Sentence[], readonly Found[]>();

/** The expressions of an article, sorted, without overlaps. */
export function readArticle(
  article: Article,
  { sentences, words }: Pick<Layers, 'sentences' | 'words'>,
): readonly Found[] {
  const known = kept.get(sentences);
  if (known) return known;
  const found: Found[] = [];
  const triggers = triggersOfSentences(words);
  for (let sentence = 0; sentence < triggers.length; sentence++) {
    const needs = triggers[sentence]!;
    if (needs === 0) continue;
    const { start, end } = sentences[sentence]!;
    const text = article.text.slice(start, end);
    const whole = text.length <= MAX_PIECE_LENGTH && !hasWideGap(words, sentence);
    for (const piece of whole ? [{ text, start }] : piecesOf(text, start)) {
      for (const { reading, by, index, stop } of readDates(piece.text, needs))
        found.push({ reading, by, sentence, start: piece.start + index, end: piece.start + stop });
    }
  }
  kept.set(sentences, found);
  return found;
}

/** No pattern is tried on more than this many characters at once, nor across a wide gap. */
const MAX_PIECE_LENGTH = 2000;
const WIDE_GAPS = /\s{4,}/g;
const MIN_WIDE_GAP = 4;

/** Whether so much white space stands somewhere in a sentence; white space is in no word. */
function hasWideGap({ starts, ends, first }: Layers['words'], sentence: number): boolean {
  for (let word = first[sentence]! + 1; word < first[sentence + 1]!; word++)
    if (starts[word]! - ends[word - 1]! >= MIN_WIDE_GAP) return true;
  return false;
}

function* piecesOf(whole: string, start: number): Generator<{ text: string; start: number }> {
  let from = 0;
  const cuts = [...whole.matchAll(WIDE_GAPS)].map(({ index, 0: gap }) => [index, index + gap.length] as const);
  cuts.push([whole.length, whole.length]);
  for (const [stop, next] of cuts) {
    while (stop - from > MAX_PIECE_LENGTH) {
      const space = whole.lastIndexOf(' ', from + MAX_PIECE_LENGTH);
      const cut = space > from ? space : from + MAX_PIECE_LENGTH;
      yield { text: whole.slice(from, cut), start: start + from };
      from = cut;
    }
    if (stop > from) yield { text: whole.slice(from, stop), start: start + from };
    from = next;
  }
}
