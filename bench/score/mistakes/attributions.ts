/** Mistakes of attributions, chains and attributing clauses. */
import { cueOf, type EvalAttribution, type Pair, type Prediction } from '../convert.ts';
import type { GoldDocument } from '../sets.ts';
import { isWhole, type loadAligner } from '../shared.ts';
import { type Found, type Note, notes } from './found.ts';

type Align = Awaited<ReturnType<typeof loadAligner>>;

export function attributionMistakes(
  document: GoldDocument,
  prediction: Prediction,
  align: Align,
  chains: boolean,
): Found[] {
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
      ...notes(cueOf(link), `${who} cue${index + 2}`),
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

export function discourseMistakes(document: GoldDocument, { attributions }: Prediction): Found[] {
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
