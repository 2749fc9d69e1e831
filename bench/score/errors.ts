/** Lists what a stage got wrong: classes with counts, each error with its sentence and the spans underlined. */
import type { Span } from '../../src/document.ts';
import { underline } from '../../tests/markup.ts';
import type { EvalAttribution, Pair, Prediction } from './convert.ts';
import type { Scored } from './run.ts';
import type { GoldDocument } from './sets.ts';
import { isWhole, loadAligner } from './shared.ts';

type Note = Span & { readonly note: string };

export interface Mistake {
  readonly kind: string;
  readonly document: string;
  readonly drawing: string;
}

interface Found {
  readonly kind: string;
  readonly spans: readonly Note[];
}

const notes = (pairs: readonly Pair[], note: string): Note[] => pairs.map(([start, end]) => ({ start, end, note }));

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
    default:
      return discourseMistakes;
  }
}

function spanMistakes(gold: readonly Pair[], pred: readonly Pair[]): Found[] {
  const key = ([start, end]: Pair) => `${start}-${end}`;
  const wanted = new Set(gold.map(key));
  const got = new Set(pred.map(key));
  const missed = gold.filter((span) => !got.has(key(span)));
  const extra = pred.filter((span) => !wanted.has(key(span)));
  const touches = (a: Pair) => (b: Pair) => a[0] < b[1] && b[0] < a[1];
  const found: Found[] = missed.map((span) => {
    const near = extra.filter(touches(span));
    return {
      kind: near.length === 0 ? 'missed' : near.length > 1 ? 'cut in several' : 'other extent',
      spans: [...notes([span], 'gold'), ...notes(near, 'predicted')],
    };
  });
  const lone = extra.filter((span) => !missed.some(touches(span)));
  return [...found, ...lone.map((span) => ({ kind: 'false', spans: notes([span], 'predicted') }))];
}

interface Valued extends Span {
  readonly type?: string;
  readonly value?: string | number | null;
  readonly range?: readonly unknown[];
  readonly unit?: string | null;
  readonly change?: string;
  readonly optional?: boolean;
}

const say = ({ type, value, range, unit, change }: Valued): string =>
  [type, value ?? (range && `[${range.join(', ')}]`), unit, change].filter((part) => part != null).join(' ');
const touching = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Compares each gold item with the predicted item that shares most characters with it. */
function compare(
  gold: readonly Valued[],
  pred: readonly Valued[],
  judge: (gold: Valued, pred: Valued) => string[],
  complete = true,
): Found[] {
  const shared = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const found: Found[] = [];
  for (const item of gold) {
    if (item.optional) continue;
    const best = pred.filter((other) => touching(item, other)).sort((a, b) => shared(item, b) - shared(item, a))[0];
    const wrong = best === undefined ? ['missed'] : judge(item, best);
    if (wrong.length === 0) continue;
    const spans = [{ start: item.start, end: item.end, note: `gold ${say(item)}` }];
    if (best) spans.push({ start: best.start, end: best.end, note: `predicted ${say(best)}` });
    found.push({ kind: wrong.join(' + '), spans });
  }
  const lone = complete ? pred.filter((item) => !gold.some((other) => touching(item, other))) : [];
  for (const item of lone) {
    found.push({ kind: 'false', spans: [{ start: item.start, end: item.end, note: `predicted ${say(item)}` }] });
  }
  return found;
}

function datedMistakes(gold: readonly Valued[], pred: readonly Valued[]): Found[] {
  return compare(gold, pred, (want, got) => [
    ...(want.type === got.type ? [] : [`type ${want.type}`]),
    ...(String(want.value).toUpperCase() === String(got.value).toUpperCase() ? [] : [`value ${want.type}`]),
    ...(want.start === got.start && want.end === got.end ? [] : ['extent']),
  ]);
}

function valuedMistakes(gold: readonly Valued[], pred: readonly Valued[], complete: boolean): Found[] {
  const number = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);
  const range = (item: Valued) => item.range?.map(number).join();
  const lastWord = (unit: string) => unit.toLowerCase().split(' ').at(-1)!.replace(/s$/, '');
  return compare(
    gold,
    pred,
    (want, got) => [
      ...(want.value != null && number(want.value) !== number(got.value) ? ['value'] : []),
      ...(want.value == null && want.range && range(want) !== range(got) ? ['range'] : []),
      ...(want.unit != null && lastWord(want.unit) !== lastWord(got.unit ?? '') ? ['unit as written'] : []),
      ...(want.change !== undefined && want.change !== got.change ? ['change'] : []),
    ],
    complete,
  );
}

type Align = Awaited<ReturnType<typeof loadAligner>>;

function attributionMistakes(document: GoldDocument, prediction: Prediction, align: Align, chains: boolean): Found[] {
  const gold = document.attributions as (EvalAttribution & { type?: string })[];
  const pred = prediction.attributions;
  const rows = (item: EvalAttribution, who: string): Note[] => [
    ...notes(item.source, `${who} source`),
    ...notes(item.cue, `${who} cue${who === 'predicted' ? ` by ${item.by} ${item.confidence}` : ''}`),
    ...notes(item.content, `${who} content`),
    ...(item.chain ?? []).slice(1).flatMap((link, index) => [
      ...notes(
        [link.source].flat(1).length === 2 && !Array.isArray(link.source[0])
          ? [link.source as unknown as Pair]
          : link.source,
        `${who} source${index + 2}`,
      ),
      // Gold chains hold a source as one bare span, predictions as a list of spans.
      ...notes(spansOf(link.source), `${who} source${index + 2}`),
      ...notes([link.cue], `${who} cue${index + 2}`),
    ]),
  ];
  const pairs = align(document.text, gold, pred);
  const found: Found[] = pairs.flatMap((pair) => {
    const want = gold[pair.gi]!;
    const got = pred[pair.pi]!;
    const wrong = [
      ...(pair.cue === 0 && want.cue.length > 0 ? ['cue'] : []),
      ...(pair.source < 0.5 && want.source.length + got.source.length > 0 ? ['source'] : []),
      ...(pair.content < 0.5 ? ['content'] : []),
      ...(chains && (want.chain?.length ?? 1) !== got.chain.length ? ['chain length'] : []),
    ];
    if (wrong.length === 0 && isWhole(pair, want, got)) return [];
    return [{ kind: `wrong ${wrong.join(' + ')}`, spans: [...rows(want, 'gold'), ...rows(got, 'predicted')] }];
  });
  const pairedGold = new Set(pairs.map(({ gi }) => gi));
  const pairedPred = new Set(pairs.map(({ pi }) => pi));
  const missed = gold.filter((_, index) => !pairedGold.has(index));
  const extra = pred.filter((_, index) => !pairedPred.has(index));
  return [
    ...found,
    ...missed.map((item) => ({ kind: `missed${item.type ? `, ${item.type}` : ''}`, spans: rows(item, 'gold') })),
    ...extra.map((item) => ({ kind: 'false', spans: rows(item, 'predicted') })),
  ];
}

const spansOf = (source: readonly Pair[] | Pair): readonly Pair[] =>
  (Array.isArray(source[0]) || source.length === 0 ? source : [source]) as readonly Pair[];

function discourseMistakes(document: GoldDocument, { attributions }: Prediction): Found[] {
  const clauses = document.clauses as { clause: Pair[]; content: Pair[] }[];
  const within = (cue: readonly Pair[], clause: readonly Pair[]) =>
    cue.some(([start, end]) => clause.some(([from, to]) => start < to && from < end));
  const missed = clauses.filter(({ clause }) => !attributions.some(({ cue }) => within(cue, clause)));
  const extra = attributions.filter(({ cue }) => !clauses.some(({ clause }) => within(cue, clause)));
  const genre = String(document.genre ?? '');
  return [
    ...missed.map(({ clause, content }) => ({
      kind: `missed, ${genre}`,
      spans: [...notes(clause, 'gold clause'), ...notes(content, 'gold content')],
    })),
    ...extra.map(({ source, cue, content, by }) => ({
      kind: `false, ${genre}`,
      spans: [...notes(source, 'source'), ...notes(cue, `cue by ${by}`), ...notes(content, 'content')],
    })),
  ];
}
