/** Lists what a stage got wrong: classes with counts, each error with its sentence and the spans underlined. */
import { underline } from '../../tests/markup.ts';
import { loadJudge } from './articles.ts';
import type { Pair, Prediction } from './convert.ts';
import { articleMistakes } from './mistakes/articles.ts';
import { attributionMistakes, discourseMistakes } from './mistakes/attributions.ts';
import type { Found, Note } from './mistakes/found.ts';
import { spanMistakes } from './mistakes/spans.ts';
import { datedMistakes, type Valued, valuedMistakes } from './mistakes/values.ts';
import type { Scored } from './run.ts';
import type { GoldDocument } from './sets.ts';
import { loadAligner } from './shared.ts';

export interface Mistake {
  readonly kind: string;
  readonly document: string;
  readonly drawing: string;
}

/** Every mistake of a scored set, in the order of the text. */
export async function findMistakes({ set, documents, predictions }: Scored): Promise<Mistake[]> {
  const read = await readerFor(set.layer);
  return documents.flatMap((document, index) => {
    const prediction = predictions[index]!;
    return read(document, prediction).map(({ kind, spans }) => ({
      kind,
      document: document.id,
      drawing: draw(document.text, prediction.sentences, spans),
    }));
  });
}

/** Classes with counts, largest first, then up to `limit` mistakes of each. */
export function formatMistakes(mistakes: readonly Mistake[], limit: number): string {
  const classes = new Map<string, Mistake[]>();
  for (const mistake of mistakes) classes.set(mistake.kind, [...(classes.get(mistake.kind) ?? []), mistake]);
  const sorted = [...classes].sort(([, a], [, b]) => b.length - a.length);
  const summary = sorted.map(([kind, items]) => `${String(items.length).padStart(6)}  ${kind}`);
  const lists = sorted.flatMap(([kind, items]) => [
    `\n== ${kind} (${items.length})`,
    ...items.slice(0, limit).map(({ document, drawing }) => `-- ${document}\n${drawing}`),
  ]);
  return [...summary, ...lists].join('\n');
}

/** The sentences around the spans with the spans underlined; at most 600 characters of them. */
function draw(text: string, sentences: readonly Pair[], spans: readonly Note[]): string {
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  const touching = sentences.filter(([start, end]) => start < to && from < end);
  const start = Math.max(from - 250, Math.min(from, ...touching.map(([first]) => first)));
  const end = Math.min(start + 600, Math.max(to, ...touching.map(([, last]) => last)));
  const inWindow = spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ start: span.start - start, end: Math.min(span.end, end) - start, note: span.note }));
  return underline(text.slice(start, end), inWindow);
}

type Reader = (document: GoldDocument, prediction: Prediction) => Found[];

async function readerFor(layer: string): Promise<Reader> {
  switch (layer) {
    case 'sentences':
    case 'people':
      return (document, prediction) => spanMistakes(document[layer] as Pair[], prediction[layer]);
    case 'dates':
      return (document, prediction) => datedMistakes(document.dates as Valued[], prediction.dates);
    case 'numbers':
      return (document, prediction) =>
        valuedMistakes(document.numbers as Valued[], prediction.numbers, document.numbersComplete !== false);
    case 'attributions':
    case 'chains': {
      const align = await loadAligner();
      return (document, prediction) => attributionMistakes(document, prediction, align, layer === 'chains');
    }
    case 'articles': {
      const judge = await loadJudge();
      return (document, prediction) => articleMistakes(document.text, judge(document, prediction.attributions));
    }
    default:
      return discourseMistakes;
  }
}
