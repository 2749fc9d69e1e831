/** What chrono's loop reads in an article: every expression with its sentence, before anything is resolved. */
import type { Article, Layers, Sentence } from '../document.ts';
import { dateReader } from './configuration.ts';
import type { Timex } from './parser.ts';
import type { Reading } from './reading.ts';
import { triggersBetween } from './triggers.ts';

export interface Found {
  readonly reading: Reading;
  /** The construct that read it. */
  readonly by: string;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Chrono wants an instant and a zone; only what is written is taken from its results, so any fixed one will do. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 };

/** The last article read: publication and dates both ask. */
const kept = new WeakMap<readonly Sentence[], readonly Found[]>();

/** The expressions of an article, sorted, without overlaps. */
export function readArticle(
  article: Article,
  { sentences, words }: Pick<Layers, 'sentences' | 'words'>,
): readonly Found[] {
  const known = kept.get(sentences);
  if (known) return known;
  const found: Found[] = [];
  for (const [index, { start, end }] of sentences.entries()) {
    const triggers = triggersBetween(words, words.first[index]!, words.first[index + 1]!);
    if (triggers === 0) continue;
    const reader = dateReader(triggers);
    for (const piece of piecesOf(article.text, start, end)) {
      for (const result of reader.parse(piece.text, REFERENCE)) {
        const { reading, by, index: at, stop } = result as Timex;
        found.push({ reading, by, sentence: index, start: piece.start + at, end: piece.start + stop });
      }
    }
  }
  kept.set(sentences, found);
  return found;
}

/** No pattern is tried on more than this many characters at once, nor across a wide gap. */
const LONGEST = 2000;
const WIDE_GAP = /\s{4,}/g;

function* piecesOf(text: string, start: number, end: number): Generator<{ text: string; start: number }> {
  const whole = text.slice(start, end);
  if (whole.length <= LONGEST && !/\s{4}/.test(whole)) {
    yield { text: whole, start };
    return;
  }
  let from = 0;
  const cuts = [...whole.matchAll(WIDE_GAP)].map(({ index, 0: gap }) => [index, index + gap.length] as const);
  cuts.push([whole.length, whole.length]);
  for (const [stop, next] of cuts) {
    while (stop - from > LONGEST) {
      const space = whole.lastIndexOf(' ', from + LONGEST);
      const cut = space > from ? space : from + LONGEST;
      yield { text: whole.slice(from, cut), start: start + from };
      from = cut;
    }
    if (stop > from) yield { text: whole.slice(from, stop), start: start + from };
    from = next;
  }
}
