/** Finds the dates of an article: chrono's loop reads each sentence, then every reading is resolved in order. */
import type { Article, DateMention, Layers, Stage, Syntax } from '../document.ts';
import { wordAt } from '../document.ts';
import { noAnchors } from './anchors.ts';
import { parseDay } from './calendar.ts';
import { dateReader } from './configuration.ts';
import { directionOf } from './direction.ts';
import { isNarrative } from './narrative.ts';
import type { Timex } from './parser.ts';
import { resolve } from './resolve.ts';
import { triggersBetween } from './triggers.ts';

/** Chrono wants an instant and a zone; only what is written is taken from its results, so any fixed one will do. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 };

interface Found {
  readonly timex: Timex;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds time expressions with their TIMEX3 type and value.
 *
 * @returns sorted mentions that do not overlap; what the article leaves open has X in its value and basis `unresolved`
 */
export const findDates: Stage<'dates', 'sentences' | 'words' | 'syntax' | 'published'> = (article, layers) => {
  const found = readSentences(article, layers);
  const { words, published } = layers;
  const day = published.date === null ? null : parseDay(published.date);
  const syntax = hasTags(layers.syntax) ? layers.syntax : null;
  const narrative = isNarrative(
    found.map(({ timex }) => timex.reading),
    day,
  );
  const anchors = noAnchors();
  return found.map(({ timex, sentence, start, end }): DateMention => {
    const at = wordAt(words, start);
    const tense = directionOf(words, syntax, sentence, at, wordAt(words, end - 1) + 1);
    const resolved = resolve(timex.reading, { published: day, narrative, anchors, tense });
    return { start, end, ...resolved, by: timex.by };
  });
};

function hasTags({ tags }: Syntax): boolean {
  return tags.some((tag) => tag !== 0);
}

function readSentences(article: Article, { sentences, words }: Pick<Layers, 'sentences' | 'words'>): Found[] {
  const found: Found[] = [];
  for (const [index, { start, end }] of sentences.entries()) {
    const triggers = triggersBetween(words, words.first[index]!, words.first[index + 1]!);
    if (triggers === 0) continue;
    const reader = dateReader(triggers);
    for (const piece of piecesOf(article.text, start, end)) {
      for (const result of reader.parse(piece.text, REFERENCE)) {
        const timex = result as Timex;
        found.push({ timex, sentence: index, start: piece.start + timex.index, end: piece.start + timex.stop });
      }
    }
  }
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
